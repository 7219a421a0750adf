//! Errands that are overtaken before their letter is written.

use tenure_credentials::{LinkToken, Purpose};
use tenure_domain::DAY;
use tenure_domain::invitation::Invitation;
use tenure_domain::organization::Organization;
use tenure_domain::record::Matter;
use tenure_port_store::{DeliveryState, Store as _};

use crate::bureau::{Bureau, PUBLIC_URL};
use crate::services::{Mailbox, MockPost};

fn unused() -> MockPost {
    let mut post = MockPost::new();
    post.expect_post().never();
    post
}

async fn resend(bureau: &Bureau, invitation: &Invitation) -> Invitation {
    let renewed = Invitation { generation: invitation.generation + 1, ..invitation.clone() };
    let mut unit = bureau.store.organization(bureau.organization.id).await.unwrap().unwrap();
    unit.invitation_changes().update(&renewed, bureau.now()).await.unwrap();
    let matter = Matter::Invitation { invitation: renewed.id, generation: renewed.generation };
    unit.outbox().append(&[bureau.errand(renewed.member, matter)]).await.unwrap();
    unit.commit().await.unwrap();
    renewed
}

#[tokio::test]
async fn of_an_invitation_that_was_sent_again_only_the_newest_link_leaves() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    resend(&bureau, &invitation).await;
    let mailbox = Mailbox::default();
    let couriers = bureau.couriers(mailbox.clone());
    assert_eq!(couriers.deliver().await.unwrap(), 2, "both are settled");
    let begin = format!("{PUBLIC_URL}/invitation/");
    let letter = mailbox.only();
    let token = letter.text().lines().find_map(|line| line.strip_prefix(&begin)).expect("a link");
    assert_eq!(LinkToken::open(&bureau.key, Purpose::Invitation, token).map(|token| token.generation), Some(2));
    assert_eq!(bureau.delivery(&invitation).await.state, DeliveryState::Sent);
    assert_eq!(couriers.measure().await.unwrap(), 0);
}

#[tokio::test]
async fn a_withdrawn_invitation_is_not_sent() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let mut unit = bureau.store.organization(bureau.organization.id).await.unwrap().unwrap();
    unit.membership_changes().remove(invitation.member, bureau.now()).await.unwrap();
    unit.commit().await.unwrap();
    let couriers = bureau.couriers(unused());
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    assert_eq!(couriers.measure().await.unwrap(), 0, "it doesn't come back");
}

#[tokio::test]
async fn an_invitation_that_expired_in_the_outbox_is_not_sent_and_people_see_why() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    bureau.pass(7 * DAY);
    assert_eq!(bureau.couriers(unused()).deliver().await.unwrap(), 1);
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!(delivery.state, DeliveryState::Failed);
    assert!(delivery.reason.unwrap().contains("expired"));
}

#[tokio::test]
async fn g5_an_invitation_of_an_organization_that_was_switched_off_is_not_sent_and_people_see_why() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let off = Organization { active: false, ..bureau.organization.clone() };
    let mut unit = bureau.store.organization(off.id).await.unwrap().unwrap();
    unit.organization_changes().update(&off).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(bureau.couriers(unused()).deliver().await.unwrap(), 1);
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!((delivery.state, delivery.due_at), (DeliveryState::Failed, None));
    assert!(delivery.reason.unwrap().contains("switched off"));
}

#[tokio::test]
async fn g5_an_invitation_that_nobody_offers_any_more_is_not_sent_and_people_see_why() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    bureau.deactivate(bureau.governor).await;
    let couriers = bureau.couriers(unused());
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!(delivery.state, DeliveryState::Failed);
    assert!(delivery.reason.unwrap().contains("nobody who offered"));
    assert_eq!(couriers.measure().await.unwrap(), 0, "it isn't tried again");
}

#[tokio::test]
async fn somebody_who_has_not_accepted_hears_of_access_by_their_invitation_alone() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let mailbox = Mailbox::default();
    let couriers = bureau.couriers(mailbox.clone());
    couriers.deliver().await.unwrap();
    bureau.tell(invitation.member, Matter::AccessChanged { workspace: bureau.organization.root }).await;
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    assert_eq!(mailbox.letters().len(), 1);
}
