//! Every letter in every language and format, as files: `TENURE_BLESS=1` rewrites them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::fs;
use std::path::PathBuf;

use tenure_domain::membership::{Language, TimeZone};
use tenure_domain::{EmailAddress, Instant};
use tenure_letters::{Access, Count, FactorNews, Letter, Matter, Texts, write};

const BASE: &str = "https://tenure.example/";
const TOKEN: &str = "AQGY_example-token_09";

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn agent_at(workspace: &str) -> Access {
    Access { workspace: Some(workspace.to_owned()), levels: strings(&["Agent"]), ..Access::default() }
}

fn ada() -> EmailAddress {
    EmailAddress::parse("ada@example.test").unwrap()
}

fn moment() -> Instant {
    Instant::from_micros(1_795_871_100_000_000) // 2026-11-28T13:05:00Z
}

fn reset() -> Matter {
    Matter::PasswordReset { email: ada(), expires_at: moment(), token: TOKEN.to_owned() }
}

fn countess() -> EmailAddress {
    EmailAddress::parse("countess@example.test").unwrap()
}

fn confirmation() -> Matter {
    Matter::EmailConfirmation { email: countess(), expires_at: moment(), token: TOKEN.to_owned() }
}

fn factor(news: FactorNews) -> Matter {
    Matter::SecondFactor { news, email: ada(), at: moment() }
}

fn invitation(offers: Vec<Access>, note: Option<&str>) -> Matter {
    Matter::Invitation { offers, note: note.map(str::to_owned), email: ada(), expires_at: moment(), token: TOKEN.to_owned() }
}

fn letter(language: Language, matter: Matter) -> Letter {
    Letter {
        language,
        time_zone: TimeZone::parse("Europe/Berlin").unwrap(),
        first_name: Some("Ada".to_owned()),
        organization: "Analytical Engines".to_owned(),
        actor: Some("Grace Hopper".to_owned()),
        matter,
    }
}

/// All letters, each with the name of its files.
fn letters(language: Language) -> Vec<(&'static str, Letter)> {
    let wide = Access {
        workspace: Some("South".to_owned()),
        levels: strings(&["Admin", "Analyst"]),
        permissions: strings(&["Export contacts"]),
        restrictions: strings(&["Mask phone numbers and addresses"]),
    };
    let wider = wide.clone();
    let nameless = |matter| Letter { first_name: None, actor: None, ..letter(language, matter) };
    let handover = |from: Option<&str>, contacts| Matter::ContactsHandedOver { from: from.map(str::to_owned), contacts };
    let evil = "<b>Eve</b> & \"Co\"\r\nBcc: eve@evil.test \u{202e}https://evil.test/x";
    let hostile = Letter {
        first_name: Some(evil.to_owned()),
        organization: evil.to_owned(),
        actor: Some("<img src=x onerror=alert(1)>".to_owned()),
        ..letter(
            language,
            invitation(
                vec![agent_at("{{ 7 * 7 }} { $email } </td>")],
                Some("<script>alert(1)</script>\r\n.\r\nhttps://evil.test/invitation/x\r\n<a href='https://evil.test'>click</a>"),
            ),
        )
    };
    vec![
        (
            "invitation",
            letter(language, invitation(vec![agent_at("North"), wide.clone()], Some("Hello Ada,\n\nwe look forward to you."))),
        ),
        ("invitation-bare", nameless(invitation(vec![agent_at("North")], None))),
        ("invitation-hostile", hostile),
        ("access-granted", letter(language, Matter::AccessGranted(agent_at("North")))),
        ("access-granted-bare", nameless(Matter::AccessGranted(Access::default()))),
        ("access-changed", letter(language, Matter::AccessChanged(wide.clone()))),
        ("access-changed-bare", nameless(Matter::AccessChanged(wide))),
        ("access-revoked", letter(language, Matter::AccessRevoked { workspace: Some("North".to_owned()) })),
        ("access-revoked-bare", nameless(Matter::AccessRevoked { workspace: None })),
        ("member-deleted", letter(language, Matter::MemberDeleted)),
        ("member-deleted-bare", nameless(Matter::MemberDeleted)),
        ("member-deactivated", letter(language, Matter::MemberDeactivated)),
        ("member-deactivated-bare", nameless(Matter::MemberDeactivated)),
        ("member-reactivated", letter(language, Matter::MemberReactivated { accesses: vec![agent_at("North")] })),
        ("member-reactivated-bare", nameless(Matter::MemberReactivated { accesses: vec![] })),
        ("member-restored", letter(language, Matter::MemberRestored { accesses: vec![agent_at("North"), wider] })),
        ("member-restored-bare", nameless(Matter::MemberRestored { accesses: vec![] })),
        ("password-reset", letter(language, reset())),
        ("password-reset-bare", nameless(reset())),
        ("password-changed", nameless(Matter::PasswordChanged { email: ada(), at: moment() })),
        ("email-confirmation", nameless(confirmation())),
        ("email-changed", nameless(Matter::EmailChanged { before: ada(), after: countess(), at: moment() })),
        ("second-factor-added", nameless(factor(FactorNews::Added))),
        ("second-factor-removed", nameless(factor(FactorNews::Removed))),
        ("recovery-code-used", nameless(factor(FactorNews::RecoveryCodeUsed))),
        ("recovery-codes-renewed", nameless(factor(FactorNews::RecoveryCodesRenewed))),
        ("governor-named", nameless(Matter::GovernorNamed { governor: Some("Charles Babbage".to_owned()) })),
        ("governor-named-bare", nameless(Matter::GovernorNamed { governor: Some("charles@example.test".to_owned()) })),
        ("contacts-handed-over", letter(language, handover(Some("Charles Babbage"), Some(Count::Exactly(1_234))))),
        ("contacts-handed-over-one", letter(language, handover(Some("Charles Babbage"), Some(Count::Exactly(1))))),
        ("contacts-handed-over-many", letter(language, handover(Some("Charles Babbage"), Some(Count::MoreThan(10_000))))),
        ("contacts-handed-over-bare", nameless(handover(Some("charles@example.test"), None))),
    ]
}

fn all() -> Vec<(String, Texts)> {
    [Language::English, Language::German]
        .into_iter()
        .flat_map(|language| letters(language).into_iter().map(move |(name, letter)| (language, name, letter)))
        .map(|(language, name, letter)| (format!("{name}.{}", language.tag()), write(&letter, BASE).unwrap()))
        .collect()
}

#[test]
fn every_letter_reads_as_its_golden_file() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let bless = std::env::var_os("TENURE_BLESS").is_some();
    let mut known = Vec::new();
    for (name, texts) in all() {
        for (file, text) in [
            (format!("{name}.txt"), format!("Subject: {}\n\n{}\n", texts.subject, texts.text)),
            (format!("{name}.html"), format!("{}\n", texts.html)),
        ] {
            let path = folder.join(&file);
            if bless {
                fs::write(&path, &text).unwrap();
            }
            let golden = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{file} is missing; TENURE_BLESS=1 writes it"));
            assert_eq!(text, golden, "{file}; TENURE_BLESS=1 rewrites it");
            known.push(file);
        }
    }
    for entry in fs::read_dir(&folder).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&file), "{file} belongs to no letter");
    }
}

#[test]
fn c1_every_link_begins_with_the_public_url() {
    for (name, texts) in all() {
        for text in [&texts.text, &texts.html] {
            for (at, _) in text.match_indices("://") {
                let link = text[at.saturating_sub(5)..].trim_start_matches(|c: char| !c.is_ascii_alphabetic());
                assert!(link.starts_with(BASE), "{name}: {link:.60}");
            }
        }
        assert_eq!(texts.html.matches(" href=\"").count(), texts.html.matches(&format!(" href=\"{BASE}")).count(), "{name}");
    }
}

#[test]
fn g3_what_people_typed_is_text() {
    for (name, texts) in all() {
        assert!(!texts.subject.contains(['\r', '\n']), "{name}");
        for markup in ["<script", "<img", "<b>", "<a href='", "onerror=alert(1)>"] {
            assert!(!texts.html.contains(markup), "{name} holds {markup}");
        }
        for (format, text) in [("text", &texts.text), ("html", &texts.html)] {
            assert!(!text.chars().any(|c| c == '\r' || matches!(c, '\u{202a}'..='\u{202e}')), "{name} {format}");
        }
    }
    let (_, hostile) = all().into_iter().find(|(name, _)| name == "invitation-hostile.en").unwrap();
    assert!(hostile.html.contains("&#60;script&#62;alert(1)"), "the note is still readable");
    assert!(hostile.text.contains("> <script>alert(1)</script>\n> .\n"), "the note is still readable");
    assert!(hostile.text.contains("{{ 7 * 7 }} { $email } </td>"), "a name is no template");
}

#[test]
fn the_link_of_an_invitation_is_there_in_both_formats() {
    let link = format!("https://tenure.example/invitation/{TOKEN}");
    for (name, texts) in all() {
        let there = name.starts_with("invitation");
        assert_eq!(texts.text.contains(&link), there, "{name}");
        assert_eq!(texts.html.contains(&format!("href=\"{link}\"")), there, "{name}");
    }
}

#[test]
fn only_the_mail_that_brings_a_link_to_another_password_holds_one() {
    let link = format!("https://tenure.example/password-reset/{TOKEN}");
    for (name, texts) in all() {
        let there = name.starts_with("password-reset");
        assert_eq!(texts.text.contains(&link), there, "{name}");
        assert_eq!(texts.html.contains(&format!("href=\"{link}\"")), there, "{name}");
        let asks = ["password-changed", "second-factor-", "recovery-code"].iter().any(|start| name.starts_with(start));
        assert_eq!(texts.text.contains("/password-reset\n"), asks, "{name}");
    }
}

#[test]
fn only_the_mail_that_brings_a_link_to_confirm_an_address_holds_one() {
    let link = format!("https://tenure.example/email-confirmation/{TOKEN}");
    for (name, texts) in all() {
        let there = name.starts_with("email-confirmation");
        assert_eq!(texts.text.contains(&link), there, "{name}");
        assert_eq!(texts.html.contains(&format!("href=\"{link}\"")), there, "{name}");
    }
}

#[test]
fn no_letter_fetches_anything() {
    for (name, texts) in all() {
        for fetching in ["<img", "src=", "url(", "@import", "<link", "background=\""] {
            // The hostile letter quotes such text, escaped.
            let html = texts.html.replace("&#60;img src=x", "");
            assert!(!html.contains(fetching), "{name} holds {fetching}");
        }
    }
}

#[test]
fn c4_printing_a_letter_for_a_log_shows_no_link() {
    for (_, texts) in all() {
        assert_eq!(format!("{texts:?}"), "Texts(…)");
    }
}
