//! Folding: portfolios that nobody can be given back any more are dissolved, in small batches.

use std::sync::Arc;

use tenure_domain::contact::Contact;
use tenure_domain::revocation::{Receipt, ReceiptState};
use tenure_domain::{Instant, MemberId};
use tenure_port_store::Store;

use super::receipts::{keep, receipt};
use crate::contract::cases;
use crate::samples::{Office, at};

/// Folds until nothing is left, and says how many contacts moved.
async fn fold_all(store: &Arc<dyn Store>, now: Instant, at_most: u32) -> u32 {
    let mut moved = 0;
    loop {
        let now = store.errands().fold(now, at_most).await.unwrap();
        assert!(now <= at_most, "a batch is small");
        moved += now;
        if now == 0 {
            return moved;
        }
    }
}

struct Left {
    office: Office,
    leaver: MemberId,
    heir: MemberId,
    contacts: Vec<Contact>,
    receipt: Receipt,
}

/// Somebody left five contacts behind, to an heir or to nobody. The receipt's window ends at second 1,001.
async fn left(store: &Arc<dyn Store>, to_heir: bool) -> Left {
    let office = Office::found(store).await;
    let root = office.root();
    let (leaver, heir) = (office.hire("Lea Ver", &[]).await, office.hire("Heir", &[("agent", root)]).await);
    let mut contacts = Vec::new();
    for number in 0..5 {
        contacts.push(office.contact_of(leaver, root, &format!("Contact {number}")).await);
    }
    let portfolio = office.portfolio(leaver, root).await;
    let receipt = receipt(&office, leaver, root, 1);
    keep(&office, &receipt, &[&portfolio]).await;
    office.hand_over(&[portfolio], to_heir.then_some(heir)).await;
    Left { office, leaver, heir, contacts, receipt }
}

async fn what_can_still_be_undone_is_not_folded(store: Arc<dyn Store>) {
    let left = left(&store, true).await;
    let last = left.receipt.undo_until.unwrap().minus(std::time::Duration::from_micros(1));
    assert_eq!(fold_all(&store, last, 100).await, 0);
    for contact in &left.contacts {
        assert_eq!(left.office.find_contact(contact.id).await, (contact.clone(), Some(left.heir)));
    }
}

async fn what_was_inherited_goes_into_the_heirs_own_portfolio(store: Arc<dyn Store>) {
    let left = left(&store, true).await;
    let office = &left.office;
    assert_eq!(fold_all(&store, left.receipt.undo_until.unwrap(), 2).await, 5);
    let own = office.portfolio(left.heir, office.root()).await;
    for contact in &left.contacts {
        let (found, holder) = office.find_contact(contact.id).await;
        assert_eq!((found.portfolio, holder), (Some(own.id), Some(left.heir)));
        assert_eq!((found.name, found.workspace), (contact.name.clone(), contact.workspace));
    }
    let departed = office.open().await.receipts().departed(office.id(), left.receipt.id, 10).await.unwrap();
    assert!(departed.contacts.is_empty(), "nobody assigned them singly");
    assert!(store.queries().violations(10).await.unwrap().is_empty());
}

async fn what_nobody_holds_is_left_without_a_portfolio(store: Arc<dyn Store>) {
    let left = left(&store, false).await;
    assert_eq!(fold_all(&store, at(1_000_000), 100).await, 5);
    for contact in &left.contacts {
        let (found, holder) = left.office.find_contact(contact.id).await;
        assert_eq!((found.portfolio, holder), (None, None));
    }
}

async fn a_receipt_that_no_longer_stands_holds_nothing_back(store: Arc<dyn Store>) {
    for state in [ReceiptState::Undone, ReceiptState::Superseded] {
        let left = left(&store, true).await;
        let mut unit = left.office.lock().await;
        unit.receipt_changes().set_state(left.receipt.id, state).await.unwrap();
        unit.commit().await.unwrap();
        assert_eq!(fold_all(&store, at(2), 100).await, 5, "{state:?}");
    }
}

async fn what_came_back_is_folded_into_the_first_holders_own(store: Arc<dyn Store>) {
    let left = left(&store, true).await;
    let office = &left.office;
    let mut unit = office.lock().await;
    let portfolios = unit.portfolios().of_receipt(office.id(), left.receipt.id).await.unwrap();
    unit.holder_changes().hand_over(&[portfolios[0].id], Some(left.leaver)).await.unwrap();
    unit.receipt_changes().set_state(left.receipt.id, ReceiptState::Undone).await.unwrap();
    unit.commit().await.unwrap();
    fold_all(&store, at(2), 100).await;
    let own = office.portfolio(left.leaver, office.root()).await;
    for contact in &left.contacts {
        let (found, holder) = office.find_contact(contact.id).await;
        assert_eq!((found.portfolio, holder), (Some(own.id), Some(left.leaver)));
    }
}

async fn empty_portfolios_hide_no_full_ones(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for number in 0..30 {
        let place = office.workspace(office.root(), &format!("W{number}")).await;
        let empty = office.portfolio(office.chief, place).await;
        office.hand_over(&[empty], None).await;
    }
    let leaver = office.hire("Lea Ver", &[]).await;
    let contact = office.contact_of(leaver, office.root(), "Last One").await;
    let full = office.portfolio(leaver, office.root()).await;
    office.hand_over(&[full], Some(office.chief)).await;
    assert_eq!(fold_all(&store, at(2), 10).await, 1);
    let own = office.portfolio(office.chief, office.root()).await;
    assert_eq!(office.find_contact(contact.id).await.0.portfolio, Some(own.id));
}

async fn open_portfolios_are_left_alone(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let contact = office.contact_of(office.chief, office.root(), "At Home").await;
    assert_eq!(fold_all(&store, at(1_000_000), 10).await, 0);
    assert_eq!(office.find_contact(contact.id).await, (contact, Some(office.chief)));
}

cases!($ folding:
    what_can_still_be_undone_is_not_folded,
    what_was_inherited_goes_into_the_heirs_own_portfolio,
    what_nobody_holds_is_left_without_a_portfolio,
    a_receipt_that_no_longer_stands_holds_nothing_back,
    what_came_back_is_folded_into_the_first_holders_own,
    empty_portfolios_hide_no_full_ones,
    open_portfolios_are_left_alone,
);
