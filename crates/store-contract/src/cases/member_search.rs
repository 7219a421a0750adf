//! Search among members: part of a name or an address, as literal text, and never in what is hidden (R4).

use std::sync::Arc;

use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::visibility::Masking;
use tenure_port_store::{MemberFilter, MemberSort, Store, Viewer};

use super::member_lists::{list, names};
use crate::contract::cases;
use crate::samples::{Office, at, email};

async fn search(office: &Office, viewer: &Viewer, q: &str) -> Vec<String> {
    let filter = MemberFilter { q: Some(q.to_owned()), ..MemberFilter::default() };
    let count = office.store.queries().count_members(office.id(), viewer, &filter, 1_000).await.unwrap();
    let found = names(&list(office, viewer, &filter, MemberSort::Name).await);
    assert_eq!((count.value as usize, count.exact), (found.len(), true), "list and count agree on {q:?}");
    found
}

async fn people(office: &Office, them: &[(&str, &str)]) {
    for (full_name, address) in them {
        let change = |member: &mut Membership| member.email = email(address);
        office.add(full_name, Status::Pending, &[("clerk", office.root())], change).await;
    }
}

async fn a_part_of_a_name_or_an_address_finds_somebody(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    people(&office, &[("Ada Lovelace", "countess@example.test"), ("Grace Hopper", "amazing@navy.test"), ("Li", "x@li.test")]).await;
    let everyone = office.everyone().await;
    for (q, expected) in [
        ("love", vec!["Ada Lovelace"]),
        ("LOVELACE", vec!["Ada Lovelace"]),
        ("a l", vec!["Ada Lovelace"]),
        ("  ada   lovelace ", vec!["Ada Lovelace"]),
        ("countess", vec!["Ada Lovelace"]),
        ("navy.test", vec!["Grace Hopper"]),
        ("AMAZING@", vec!["Grace Hopper"]),
        ("li", vec!["Li"]),
        ("gr", vec!["Grace Hopper"]),
        ("v", vec!["Ada Lovelace", "Grace Hopper"]),
        ("ace", vec!["Ada Lovelace", "Grace Hopper"]),
        ("nobody", vec![]),
        ("lovelace ada", vec![]),
    ] {
        assert_eq!(search(&office, &everyone, q).await, expected, "{q:?}");
    }
}

async fn accents_and_scripts_are_no_obstacle(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    people(&office, &[("Zoë Müller", "z@example.test"), ("ПЁТР Иванов", "p@example.test"), ("山田 太郎", "y@example.test")]).await;
    let everyone = office.everyone().await;
    for (q, expected) in [
        ("zoe", "Zoë Müller"),
        ("ZOË", "Zoë Müller"),
        ("zoe\u{308}", "Zoë Müller"),
        ("mull", "Zoë Müller"),
        ("ﬀ", ""),
        ("пётр", "ПЁТР Иванов"),
        ("иванов", "ПЁТР Иванов"),
        ("山", "山田 太郎"),
        ("田 太", "山田 太郎"),
    ] {
        let found = search(&office, &everyone, q).await;
        assert_eq!(found, if expected.is_empty() { vec![] } else { vec![expected] }, "{q:?}");
    }
}

async fn wildcards_and_search_syntax_are_literal_text(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let odd = [
        "100% Sure",
        "under_score x",
        "back\\slash x",
        "quo\"te x",
        "apo's x",
        "star* x",
        "(par) x",
        "NEAR AND",
        "col:on x",
        "^hat -x",
    ];
    for (number, full_name) in odd.into_iter().enumerate() {
        people(&office, &[(full_name, &format!("odd{number}@example.test"))]).await;
    }
    people(&office, &[("Plain Name", "plain@example.test")]).await;
    let everyone = office.everyone().await;
    for (q, expected) in [
        ("%", "100% Sure"),
        ("0% s", "100% Sure"),
        ("_", "under_score x"),
        ("r_s", "under_score x"),
        ("\\", "back\\slash x"),
        ("k\\s", "back\\slash x"),
        ("\"", "quo\"te x"),
        ("o\"t", "quo\"te x"),
        ("'", "apo's x"),
        ("po's", "apo's x"),
        ("*", "star* x"),
        ("r* x", "star* x"),
        ("(par)", "(par) x"),
        ("near and", "NEAR AND"),
        ("ar and", "NEAR AND"),
        ("l:on", "col:on x"),
        ("^hat -x", "^hat -x"),
    ] {
        assert_eq!(search(&office, &everyone, q).await, [expected], "{q:?}");
    }
    for q in ["%%", "__", "\\\\", "\"\"", "a%", "p_ain", "p%name", "plain*", "plain OR sure", "name:plain", "NOT plain", "x\0y"] {
        assert!(search(&office, &everyone, q).await.is_empty(), "{q:?}");
    }
    assert!(search(&office, &everyone, &"x".repeat(5_000)).await.is_empty(), "however long it is");
}

async fn blank_text_is_in_every_name(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    people(&office, &[("Ada", "a@example.test"), ("Bob", "b@example.test")]).await;
    let everyone = office.everyone().await;
    for q in ["", "  ", "\u{301}"] {
        assert_eq!(search(&office, &everyone, q).await, ["Ada", "Bob", "Chief Zero"], "{q:?}");
    }
}

async fn search_follows_every_change_of_name_and_address(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let before = office
        .add("Maiden Name", Status::Pending, &[("clerk", office.root())], |member| member.email = email("before@example.test"))
        .await;
    let everyone = office.everyone().await;
    assert_eq!(search(&office, &everyone, "maiden").await, ["Maiden Name"]);
    let mut after = before.clone();
    after.profile.first_name = Some(crate::samples::name("Married"));
    after.email = email("after@example.test");
    let mut unit = office.lock().await;
    unit.membership_changes().update(&after).await.unwrap();
    unit.commit().await.unwrap();
    for gone in ["maiden", "before@", "ma"] {
        assert_eq!(search(&office, &everyone, gone).await.len(), usize::from(gone == "ma"), "{gone:?}");
    }
    assert_eq!(search(&office, &everyone, "married").await, ["Married Name"]);
    assert_eq!(search(&office, &everyone, "after@").await, ["Married Name"]);
    let mut unit = office.lock().await;
    unit.membership_changes().remove(before.id, at(50)).await.unwrap();
    unit.commit().await.unwrap();
    assert!(search(&office, &everyone, "married").await.is_empty());
    let mut unit = office.lock().await;
    unit.membership_changes().insert(&before).await.unwrap();
    drop(unit);
    assert!(search(&office, &everyone, "maiden").await.is_empty(), "a rolled back row isn't found");
}

async fn search_finds_only_whom_one_sees(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    office.hire("Findme North", &[("agent", tree.north)]).await;
    office.hire("Findme South", &[("agent", tree.south)]).await;
    let south = office.viewer(&[(tree.south, true)], Masking::None).await;
    assert_eq!(search(&office, &south, "findme").await, ["Findme South"]);
    let elsewhere = Office::found(&store).await;
    people(&elsewhere, &[("Findme Elsewhere", "f@example.test")]).await;
    assert_eq!(search(&office, &office.everyone().await, "findme").await, ["Findme North", "Findme South"]);
}

async fn r4_a_masked_viewer_finds_nobody_by_address(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    people(&office, &[("Ada Lovelace", "countess@example.test")]).await;
    // Somebody without a name goes by their address, which is hidden all the same.
    let nameless = |member: &mut Membership| {
        member.profile = Profile::default();
        member.email = email("nameless@secret.test");
    };
    office.add("x", Status::Pending, &[("clerk", office.root())], nameless).await;
    for masking in [Masking::Partial, Masking::Full] {
        let masked = office.viewer(&[(office.root(), true)], masking).await;
        for q in ["countess", "@example", "co", "@", "nameless", "secret.test", "na"] {
            assert!(search(&office, &masked, q).await.is_empty(), "{q:?}");
        }
        assert_eq!(search(&office, &masked, "lovelace").await, ["Ada Lovelace"]);
        assert_eq!(search(&office, &masked, "ov").await, ["Ada Lovelace"]);
    }
    let open = office.everyone().await;
    assert_eq!(search(&office, &open, "nameless@sec").await, ["nameless@secret.test"]);
}

cases!($ member_search:
    a_part_of_a_name_or_an_address_finds_somebody,
    accents_and_scripts_are_no_obstacle,
    wildcards_and_search_syntax_are_literal_text,
    blank_text_is_in_every_name,
    search_follows_every_change_of_name_and_address,
    search_finds_only_whom_one_sees,
    r4_a_masked_viewer_finds_nobody_by_address,
);
