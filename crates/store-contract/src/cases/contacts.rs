//! Contacts: keeping them, and moving them from portfolio to portfolio.

use std::sync::Arc;

use tenure_domain::contact::Contact;
use tenure_domain::membership::Phone;
use tenure_port_store::{Bounded, Store};

use crate::contract::cases;
use crate::samples::{Office, contact, email, instant, is_stale, name, new};

async fn a_contact_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let holder = office.hire("Hol Der", &[("agent", office.root())]).await;
    let portfolio = office.portfolio(holder, office.root()).await;
    let full = Contact {
        name: name("陳大文 “Dave” (0170-12345)"),
        email: Some(email("dave@bücher.example")),
        phone: Some(Phone::parse("+886 2 1234 5678").unwrap()),
        portfolio: Some(portfolio.id),
        created_at: instant(1),
        version: 5,
        ..contact(office.id(), office.root(), "x")
    };
    let bare = contact(office.id(), office.root(), "Bare");
    let mut unit = office.open().await;
    unit.contacts().insert(&[full.clone(), bare.clone()]).await.unwrap();
    unit.contacts().insert(&[]).await.unwrap();
    assert_eq!(unit.contacts().find(office.id(), full.id).await.unwrap(), Some((full.clone(), Some(holder))));
    unit.commit().await.unwrap();
    assert_eq!(office.find_contact(full.id).await, (full, Some(holder)));
    assert_eq!(office.find_contact(bare.id).await, (bare, None));
    assert_eq!(office.open().await.contacts().find(office.id(), new()).await.unwrap(), None);
}

async fn a_thousand_contacts_are_made_at_once(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let holder = office.hire("Hol Der", &[("agent", office.root())]).await;
    let portfolio = office.portfolio(holder, office.root()).await;
    let contacts: Vec<Contact> = (0..1_000)
        .map(|number| Contact {
            email: (number % 3 == 0).then(|| email(&format!("c{number}@example.test"))),
            phone: (number % 2 == 0).then(|| Phone::parse(&format!("+4930{number:07}")).unwrap()),
            portfolio: (number < 600).then_some(portfolio.id),
            ..contact(office.id(), office.root(), &format!("Contact {number}"))
        })
        .collect();
    let mut unit = office.open().await;
    unit.contacts().insert(&contacts).await.unwrap();
    unit.commit().await.unwrap();
    for number in [0, 1, 599, 600, 999] {
        let holder = (number < 600).then_some(holder);
        assert_eq!(office.find_contact(contacts[number].id).await, (contacts[number].clone(), holder));
    }
    let count = async |up_to: u32| store.queries().count_contacts(office.id(), &[portfolio.id], up_to).await.unwrap();
    assert_eq!(count(10_000).await, Bounded { value: 600, exact: true });
    assert_eq!(count(600).await, Bounded { value: 600, exact: true });
    assert_eq!(count(599).await, Bounded { value: 599, exact: false });
    assert_eq!(store.queries().count_contacts(office.id(), &[], 10).await.unwrap(), Bounded { value: 0, exact: true });
    let other = office.portfolio(office.chief, office.root()).await;
    office.move_to(contacts[999].id, Some(&other)).await;
    let both = store.queries().count_contacts(office.id(), &[portfolio.id, other.id, new()], 10_000).await.unwrap();
    assert_eq!(both, Bounded { value: 601, exact: true });
}

async fn a_move_raises_the_version_and_an_older_one_is_stale(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let holder = office.hire("Hol Der", &[("agent", office.root())]).await;
    let portfolio = office.portfolio(holder, office.root()).await;
    let first = office.contact(office.root(), "Wan Derer").await;
    let mut unit = office.open().await;
    unit.contacts().move_to(&first, Some(portfolio.id)).await.unwrap();
    let again = unit.contacts().move_to(&first, None).await;
    assert!(is_stale(&again), "{again:?}");
    assert!(is_stale(&unit.contacts().move_to(&contact(office.id(), office.root(), "Un Known"), None).await));
    let moved = Contact { portfolio: Some(portfolio.id), version: 2, ..first.clone() };
    assert_eq!(unit.contacts().find(office.id(), first.id).await.unwrap(), Some((moved.clone(), Some(holder))));
    unit.contacts().move_to(&moved, None).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(office.find_contact(first.id).await, (Contact { version: 3, ..first }, None));
}

async fn a_contact_goes_where_its_portfolio_goes(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (one, other) = (office.hire("One", &[]).await, office.hire("Other", &[]).await);
    let contact = office.contact_of(one, office.root(), "Con Tact").await;
    let portfolio = office.portfolio(one, office.root()).await;
    office.hand_over(std::slice::from_ref(&portfolio), Some(other)).await;
    assert_eq!(office.find_contact(contact.id).await, (contact.clone(), Some(other)), "a handover writes no contact");
    office.hand_over(&[portfolio], None).await;
    assert_eq!(office.find_contact(contact.id).await, (contact, None));
}

cases!($ contacts:
    a_contact_is_kept_as_it_is,
    a_thousand_contacts_are_made_at_once,
    a_move_raises_the_version_and_an_older_one_is_stale,
    a_contact_goes_where_its_portfolio_goes,
);
