//! What arrives is what was written, and nothing that somebody smuggled in.

use serde_json::{Value, json};
use tenure_port_mail::{Letter, LetterHeader, PostOffice};

use crate::foreign::{Foreign, header, letter, letter_saying, letter_to};

const EVERY_HEADER: [&str; 8] = ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"];

async fn delivered(letter: &Letter) -> Value {
    let mut server = Foreign::start(&[]).await;
    server.mail().post(letter).await.unwrap();
    let mail = server.next().await;
    assert!(server.kill().await.is_empty(), "one letter is one mail");
    mail
}

#[tokio::test]
async fn a_letter_arrives_with_both_bodies_and_the_errand_as_its_message_id() {
    let unsubscribe = LetterHeader::unsubscribe_at("https://tenure.example.test/digest").unwrap();
    let mail = delivered(&letter("0198c1de-7d0a-7c3e-9f43-0a3f1f0e5d11").with_header(unsubscribe)).await;

    assert_eq!(header(&mail, "Message-ID"), ["<0198c1de-7d0a-7c3e-9f43-0a3f1f0e5d11@mail.example.test>"]);
    assert_eq!(header(&mail, "From"), ["Tenure <tenure@mail.example.test>"]);
    assert_eq!(header(&mail, "Auto-Submitted"), ["auto-generated"]);
    assert_eq!(header(&mail, "List-Unsubscribe"), ["<https://tenure.example.test/digest>"]);
    assert_eq!(header(&mail, "Date").len(), 1);
    assert!(header(&mail, "Content-Type")[0].starts_with("multipart/alternative"));
    assert_eq!(mail["from"], "tenure@mail.example.test");
    assert_eq!(mail["recipients"], json!(["ada@example.test"]));
    assert_eq!(mail["parts"], json!([["text/plain", "Hello Ada\n"], ["text/html", "<p>Hello Ada</p>\n"]]));
}

#[tokio::test]
async fn g3_hostile_names_and_subjects_add_no_header_and_no_recipient() {
    for hostile in [
        "Ada\r\nBcc: eve@example.test",
        "Ada\nTo: eve@example.test\n\nYou won",
        "Ada\r\n\r\n.\r\nMAIL FROM:<eve@example.test>\r\n",
        "Ada\0\u{b}\u{85}\u{2028}Bcc: eve@example.test",
        "\" <eve@example.test>, \"Ada",
        "Ada <eve@example.test>, Grace",
        "eve@example.test",
        "=?utf-8?q?Bcc=3A_eve=40example=2Etest?=",
        "=?utf-8?q?=0D=0ABcc=3A_eve=40example=2Etest?=",
        "\\\" \\",
        &"long ".repeat(400),
        &"x".repeat(1500),
        &"Zoë 🦊 ".repeat(200),
        "محمد \u{202e} Zoë 🦊 Ωmega",
    ] {
        let sent = letter_saying("errand-1", hostile, hostile, "Hello", "<p>Hello");
        let mail = delivered(&sent).await;

        let mut names: Vec<_> = mail["headers"].as_array().unwrap().iter().map(|h| h[0].as_str().unwrap()).collect();
        names.sort_unstable();
        assert_eq!(names, EVERY_HEADER, "{hostile:?}");
        assert_eq!(mail["recipients"], json!(["ada@example.test"]), "{hostile:?}");
        assert_eq!(mail["to"], json!([[sent.to().name(), "ada@example.test"]]), "{hostile:?}");
        assert_eq!(header(&mail, "Subject"), [sent.subject()], "{hostile:?}");
        assert!(mail["longest_line"].as_u64().unwrap() <= 998, "{hostile:?}");
    }
}

#[tokio::test]
async fn g3_lone_dots_long_lines_and_control_characters_arrive_as_text() {
    let lines = [
        ".",
        "..",
        ".leading dot",
        "From the start",
        "Bcc: eve@example.test",
        "MAIL FROM:<eve@example.test>",
        "trailing spaces   ",
        "\ttabs\t",
        "nul \0 and bell \u{7}",
        "=3D is no code",
        "Zoë, 株式会社, 👩‍👩‍👧‍👦, \u{202e}right to left",
        "--boundary",
        &"x".repeat(5000),
        &"🦊".repeat(1500),
    ];
    for line_end in ["\n", "\r\n", "\r"] {
        let text = format!("{line_end}{}{line_end}.{line_end}", lines.join(line_end));
        let html = format!("<pre>{text}</pre>{line_end}");
        let sent = letter_saying("errand-1", "Ada", "Hello", &text, &html);
        let mail = delivered(&sent).await;

        assert_eq!(mail["parts"][0], json!(["text/plain", sent.text()]), "{line_end:?}");
        assert_eq!(mail["parts"][1], json!(["text/html", sent.html()]), "{line_end:?}");
        assert_eq!(mail["parts"].as_array().unwrap().len(), 2);
        assert_eq!(mail["defects"], json!([]));
        assert_eq!(mail["recipients"], json!(["ada@example.test"]));
        assert!(mail["longest_line"].as_u64().unwrap() <= 998);
        assert!(sent.text().contains("nul \u{fffd} and bell \u{fffd}\n"), "only control characters are replaced");
    }
}

#[tokio::test]
async fn g3_dots_alone_on_short_ascii_lines_end_no_message() {
    // Short ASCII bodies travel as they are, so these dots are really doubled and undoubled on the wire.
    for text in [".\n", "\n.\n", "a\n.\nb\n", "a\n..\n.b\n", "a\r\n.\r\nRCPT TO:<eve@example.test>\r\n", "a\r.\rb\n"] {
        let sent = letter_saying("errand-1", "Ada", "Hello", text, text);
        let mail = delivered(&sent).await;
        assert_eq!(mail["parts"][0][1], sent.text(), "{text:?}");
        assert_eq!(mail["parts"][1][1], sent.text(), "{text:?}");
    }
}

#[tokio::test]
async fn an_address_in_another_script_arrives_where_the_server_can_write_it() {
    let sent = letter_to("jürgen@example.test", "errand-1", "Jürgen", "Hallo", "Hallo\n", "<p>Hallo\n");

    let mut server = Foreign::start(&["--utf8"]).await;
    server.mail().post(&sent).await.unwrap();
    assert_eq!(server.next().await["recipients"], json!(["jürgen@example.test"]));
    server.kill().await;

    let server = Foreign::start(&[]).await;
    let error = server.mail().post(&sent).await.unwrap_err();
    assert!(matches!(error, tenure_port_mail::PostError::Never { .. }), "{error}");
    assert!(server.kill().await.is_empty());
}
