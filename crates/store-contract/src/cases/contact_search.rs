//! Search among contacts: in name, address and number, as far as they aren't hidden (R4).

use std::sync::Arc;

use tenure_domain::contact::Contact;
use tenure_domain::membership::Phone;
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::workspace::Chain;
use tenure_port_store::{ContactFilter, Sights, Store};

use super::contact_lists::{list, sight, sights_of};
use crate::contract::cases;
use crate::samples::{Office, email, is_stale};

async fn search(office: &Office, sights: &Sights, q: &str) -> Vec<String> {
    let filter = ContactFilter { q: Some(q.to_owned()), ..ContactFilter::default() };
    let mut found: Vec<String> = list(office, sights, &filter, 2).await.iter().map(|row| row.contact.name.to_string()).collect();
    found.sort();
    found
}

fn with(address: &'static str, number: &'static str) -> impl FnOnce(&mut Contact) + Send {
    move |contact| {
        contact.email = (!address.is_empty()).then(|| email(address));
        contact.phone = (!number.is_empty()).then(|| Phone::parse(number).unwrap());
    }
}

/// Names that give something away, and names that don't.
async fn served(store: &Arc<dyn Store>) -> Office {
    let office = Office::found(store).await;
    let root = office.root();
    office.contact_as(root, "Ada Lovelace", with("countess@mail.test", "+49 30 5550001")).await;
    office.contact_as(root, "+49 170 5550002", with("", "")).await;
    office.contact_as(root, "grace@mail.test", with("grace@mail.test", "")).await;
    office.contact_as(root, "Zoë 100%_Café", with("", "+33 1 55500033")).await;
    office
}

fn everything(office: &Office, masking: Masking) -> Sights {
    sights_of(office, office.chief, vec![sight(Chain::root(office.root()), Visibility::Everything, masking)])
}

async fn a_part_of_any_shown_field_finds_a_contact(store: Arc<dyn Store>) {
    let office = served(&store).await;
    let open = everything(&office, Masking::None);
    for (q, expected) in [
        ("love", vec!["Ada Lovelace"]),
        ("ADA", vec!["Ada Lovelace"]),
        ("countess@", vec!["Ada Lovelace"]),
        ("5550001", vec!["Ada Lovelace"]),
        ("5550002", vec!["+49 170 5550002"]),
        ("170 555", vec!["+49 170 5550002"]),
        ("mail.test", vec!["Ada Lovelace", "grace@mail.test"]),
        ("zoe", vec!["Zoë 100%_Café"]),
        ("cafe", vec!["Zoë 100%_Café"]),
        ("%_", vec!["Zoë 100%_Café"]),
        ("%", vec!["Zoë 100%_Café"]),
        ("a%e", vec![]),
        ("zo_", vec![]),
        ("ov", vec!["Ada Lovelace"]),
        ("z", vec!["Zoë 100%_Café"]),
        ("nobody", vec![]),
    ] {
        assert_eq!(search(&office, &open, q).await, expected, "{q:?}");
    }
}

async fn r4_partial_masking_hides_addresses_numbers_and_names_like_them_from_search(store: Arc<dyn Store>) {
    let office = served(&store).await;
    let partial = everything(&office, Masking::Partial);
    for q in ["countess", "mail.test", "5550001", "5550002", "170 555", "+49", "grace", "@", "55500033", "gr", "0002"] {
        assert!(search(&office, &partial, q).await.is_empty(), "{q:?}");
    }
    for (q, expected) in [("love", "Ada Lovelace"), ("ad", "Ada Lovelace"), ("cafe", "Zoë 100%_Café"), ("%_", "Zoë 100%_Café")]
    {
        assert_eq!(search(&office, &partial, q).await, [expected], "{q:?}");
    }
}

async fn r4_full_masking_leaves_nothing_to_search(store: Arc<dyn Store>) {
    let office = served(&store).await;
    let full = everything(&office, Masking::Full);
    for q in ["love", "ada", "countess", "5550001", "cafe", "%", "a", "zo"] {
        assert!(search(&office, &full, q).await.is_empty(), "{q:?}");
    }
    assert_eq!(list(&office, &full, &ContactFilter::default(), 2).await.len(), 4, "all are listed");
}

async fn r4_each_workspace_masks_for_itself(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    for place in [tree.root, tree.north, tree.south] {
        let called = if place == tree.root {
            "Findme Root"
        } else if place == tree.north {
            "Findme North"
        } else {
            "Findme South"
        };
        office.contact_as(place, called, with("hidden@mail.test", "")).await;
    }
    let [root, north, _, south] = tree.chains();
    let entries = vec![
        sight(root, Visibility::Everything, Masking::None),
        sight(north, Visibility::Everything, Masking::Partial),
        sight(south, Visibility::Everything, Masking::Full),
    ];
    let sights = sights_of(&office, office.chief, entries);
    assert_eq!(search(&office, &sights, "findme").await, ["Findme North", "Findme Root"]);
    assert_eq!(search(&office, &sights, "hidden@").await, ["Findme Root"]);
    assert_eq!(search(&office, &sights, "hi").await, ["Findme Root"]);
}

async fn search_and_filters_add_up(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let (me, other) = (office.hire("Me", &[]).await, office.hire("Other", &[]).await);
    office.contact_of(me, tree.north, "Findme Mine").await;
    office.contact_of(other, tree.north, "Findme Theirs").await;
    office.contact(tree.north, "Findme Nobodys").await;
    office.contact_of(me, tree.south, "Findme Mine South").await;
    office.contact_of(me, tree.north, "Another").await;
    let all = sights_of(&office, me, vec![sight(Chain::root(tree.root), Visibility::Everything, Masking::None)]);
    let own = sights_of(&office, me, vec![sight(Chain::root(tree.root), Visibility::Own, Masking::None)]);
    assert_eq!(search(&office, &own, "findme").await, ["Findme Mine", "Findme Mine South"]);
    let found = async |sights: &Sights, workspace, assignee| {
        let filter = ContactFilter { workspace, assignee, q: Some("findme".into()) };
        let mut names: Vec<String> =
            list(&office, sights, &filter, 1).await.iter().map(|row| row.contact.name.to_string()).collect();
        names.sort();
        names
    };
    assert_eq!(found(&all, Some(tree.north), Some(Some(me))).await, ["Findme Mine"]);
    assert_eq!(found(&all, None, Some(None)).await, ["Findme Nobodys"]);
    assert_eq!(found(&all, Some(tree.north), None).await, ["Findme Mine", "Findme Nobodys", "Findme Theirs"]);
    assert_eq!(found(&own, Some(tree.north), None).await, ["Findme Mine"]);
    assert!(found(&own, None, Some(Some(other))).await.is_empty());
}

async fn odd_search_texts_are_literal_and_break_nothing(store: Arc<dyn Store>) {
    let office = served(&store).await;
    let open = everything(&office, Masking::None);
    for q in ["\"", "'", "\\", "a OR b", "NEAR(a b)", "*", "(", "x\0y", "''; --", "love*", "\"love\""] {
        assert!(search(&office, &open, q).await.is_empty(), "{q:?}");
    }
    assert!(search(&office, &open, &"5".repeat(5_000)).await.is_empty());
    assert_eq!(search(&office, &open, " \t").await.len(), 4, "blank text is in everything");
}

async fn a_removed_contact_is_found_by_nothing(store: Arc<dyn Store>) {
    let office = served(&store).await;
    let open = everything(&office, Masking::None);
    let gone = office.contact_as(office.root(), "Ada Gone", with("gone@mail.test", "+49 30 5550004")).await;
    assert_eq!(search(&office, &open, "ada").await, ["Ada Gone", "Ada Lovelace"]);
    let mut unit = office.open().await;
    let stale = unit.contacts().remove(&Contact { version: 7, ..gone.clone() }).await;
    assert!(is_stale(&stale), "{stale:?}");
    unit.contacts().remove(&gone).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(office.open().await.contacts().find(office.id(), gone.id).await.unwrap(), None);
    assert_eq!(search(&office, &open, "ada").await, ["Ada Lovelace"]);
    assert!(search(&office, &open, "5550004").await.is_empty());
    assert_eq!(list(&office, &open, &ContactFilter::default(), 2).await.len(), 4);
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

cases!($ contact_search:
    a_removed_contact_is_found_by_nothing,
    a_part_of_any_shown_field_finds_a_contact,
    r4_partial_masking_hides_addresses_numbers_and_names_like_them_from_search,
    r4_full_masking_leaves_nothing_to_search,
    r4_each_workspace_masks_for_itself,
    search_and_filters_add_up,
    odd_search_texts_are_literal_and_break_nothing,
);
