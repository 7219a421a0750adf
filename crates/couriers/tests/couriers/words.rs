//! What letters say, from real rows.

use std::collections::BTreeSet;

use tenure_domain::contact::Contact;
use tenure_domain::grant::Giver;
use tenure_domain::membership::{Language, Membership, Status};
use tenure_domain::record::Matter;
use tenure_domain::revocation::{Act, Receipt, ReceiptState};
use tenure_domain::{DAY, MemberId, PermissionKey, WorkspaceId};
use tenure_port_store::Store as _;

use crate::bureau::{Bureau, name, new};
use crate::services::Mailbox;

async fn posted(bureau: &Bureau) -> String {
    let mailbox = Mailbox::default();
    bureau.couriers(mailbox.clone()).deliver().await.unwrap();
    let letter = mailbox.only();
    format!("{}\n{}", letter.subject(), letter.text())
}

#[tokio::test]
async fn a_changed_access_is_told_in_the_models_words() {
    let bureau = Bureau::open().await;
    let north = bureau.workspace("North").await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    let mut unit = bureau.store.organization(bureau.organization.id).await.unwrap().unwrap();
    let mut grant = bureau.grant(bob, north, "agent");
    grant.permissions = BTreeSet::from([PermissionKey::parse("reports.view").unwrap()]);
    unit.grant_changes().update(&grant).await.unwrap();
    unit.outbox().append(&[bureau.errand(bob, Matter::AccessChanged { workspace: north })]).await.unwrap();
    unit.commit().await.unwrap();
    let text = posted(&bureau).await;
    assert!(text.starts_with("Your access to North has changed\nHello Bob,\n"), "{text}");
    assert!(text.contains("Grace Hopper changed your access to North at Analytical Engines."), "{text}");
    assert!(text.contains("- Access level: Agent\n- Also: See reports\n"), "{text}");
}

#[tokio::test]
async fn an_ended_access_is_told_in_the_readers_language() {
    let bureau = Bureau::open().await;
    let north = bureau.workspace("North").await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    let mut unit = bureau.store.organization(bureau.organization.id).await.unwrap().unwrap();
    let mut membership = unit.memberships().find(bureau.organization.id, bob).await.unwrap().unwrap();
    membership.profile.language = Language::German;
    unit.membership_changes().update(&membership).await.unwrap();
    unit.grant_changes().remove(&bureau.grant(bob, north, "agent")).await.unwrap();
    unit.outbox().append(&[bureau.errand(bob, Matter::AccessRevoked { workspace: north })]).await.unwrap();
    unit.commit().await.unwrap();
    let text = posted(&bureau).await;
    assert!(text.starts_with("Ihr Zugriff auf North ist beendet\nGuten Tag Bob,\n"), "{text}");
}

#[tokio::test]
async fn whoever_was_deleted_is_told_in_their_own_language_and_then_erased() {
    let bureau = Bureau::open().await;
    let north = bureau.workspace("North").await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    let mut unit = bureau.store.organization(bureau.organization.id).await.unwrap().unwrap();
    let mut membership = unit.memberships().find(bureau.organization.id, bob).await.unwrap().unwrap();
    membership.profile.language = Language::German;
    unit.membership_changes().update(&membership).await.unwrap();
    unit.membership_changes().delete(bob, bureau.now()).await.unwrap();
    unit.outbox().append(&[bureau.errand(bob, Matter::MemberDeleted)]).await.unwrap();
    unit.commit().await.unwrap();
    let couriers = bureau.couriers(Mailbox::default());
    assert_eq!(couriers.sweep().await.unwrap(), 0, "the letter needs the address");
    let text = posted(&bureau).await;
    assert!(text.starts_with("Sie sind kein Mitglied von Analytical Engines mehr\nGuten Tag Bob,\n"), "{text}");
    assert!(text.contains("Grace Hopper hat Ihre Mitgliedschaft bei Analytical Engines beendet."), "{text}");
    assert_eq!(couriers.sweep().await.unwrap(), 1);
    let mut unit = bureau.store.open().await.unwrap();
    assert_eq!(unit.memberships().find_deleted(bureau.organization.id, bob).await.unwrap(), None);
}

#[tokio::test]
async fn whoever_is_back_is_told_what_they_have_again_unless_they_are_inactive() {
    let bureau = Bureau::open().await;
    let north = bureau.workspace("North").await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    let idle = bureau.member("ida@example.test", "Ida", "agent", north).await;
    let mut unit = bureau.store.organization(bureau.organization.id).await.unwrap().unwrap();
    let membership = unit.memberships().find(bureau.organization.id, idle).await.unwrap().unwrap();
    unit.membership_changes().update(&Membership { status: Status::Inactive, ..membership }).await.unwrap();
    let errands = [bob, idle].map(|member| bureau.errand(member, Matter::MemberRestored));
    unit.outbox().append(&errands).await.unwrap();
    unit.commit().await.unwrap();
    let text = posted(&bureau).await;
    assert!(text.starts_with("You are a member of Analytical Engines again\nHello Bob,\n"), "{text}");
    assert!(text.contains("- Agent at North\n"), "{text}");
}

/// Hands one contact of the leaver over, with a receipt.
async fn hand_over(bureau: &Bureau, from: MemberId, to: MemberId, at: WorkspaceId, contacts: usize) -> Matter {
    let organization = bureau.organization.id;
    let mut unit = bureau.store.organization(organization).await.unwrap().unwrap();
    let portfolio = unit.portfolios().open(organization, at, from, new()).await.unwrap();
    let made: Vec<Contact> = (0..contacts)
        .map(|_| Contact {
            organization,
            id: new(),
            workspace: at,
            name: name("A Contact"),
            email: None,
            phone: None,
            portfolio: Some(portfolio.id),
            created_at: bureau.now(),
            version: 1,
        })
        .collect();
    unit.contacts().insert(&made).await.unwrap();
    let receipt = Receipt {
        organization,
        id: new(),
        act: Act::Revocation,
        member: from,
        workspace: at,
        grants: vec![bureau.grant(from, at, "agent")],
        selections: Vec::new(),
        successor: Some(to),
        by: Giver::Member(bureau.governor),
        at: bureau.now(),
        undo_until: Some(bureau.now().plus(30 * DAY)),
        state: ReceiptState::Standing,
    };
    unit.receipt_changes().insert(&receipt, &[portfolio.id]).await.unwrap();
    unit.holder_changes().hand_over(&[portfolio.id], Some(to)).await.unwrap();
    let matter = Matter::ContactsHandedOver { from, receipt: receipt.id };
    unit.outbox().append(&[bureau.errand(to, matter)]).await.unwrap();
    unit.commit().await.unwrap();
    matter
}

#[tokio::test]
async fn handed_over_contacts_are_counted_when_the_letter_is_written() {
    let bureau = Bureau::open().await;
    let north = bureau.workspace("North").await;
    let lea = bureau.member("lea@example.test", "Lea", "agent", north).await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    hand_over(&bureau, lea, bob, north, 3).await;
    let text = posted(&bureau).await;
    assert!(text.starts_with("Contacts of Lea Example are yours now\nHello Bob,\n"), "{text}");
    assert!(text.contains("That is 3 contacts.") && text.contains("Grace Hopper arranged this."), "{text}");
}

#[tokio::test]
async fn a_handover_of_nothing_is_not_told() {
    let bureau = Bureau::open().await;
    let north = bureau.workspace("North").await;
    let lea = bureau.member("lea@example.test", "Lea", "agent", north).await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    hand_over(&bureau, lea, bob, north, 0).await;
    let mailbox = Mailbox::default();
    let couriers = bureau.couriers(mailbox.clone());
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    assert!(mailbox.letters().is_empty());
    assert_eq!(couriers.measure().await.unwrap(), 0);
}
