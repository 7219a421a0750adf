//! What is sent, how often, and when it is tried again.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tenure_couriers::TRIES;
use tenure_credentials::{LinkToken, Purpose};
use tenure_domain::record::Matter;
use tenure_port_mail::PostError;
use tenure_port_store::{DeliveryState, Store as _};

use crate::bureau::{Bureau, PUBLIC_URL};
use crate::services::{Mailbox, MockPost};

#[tokio::test]
async fn an_invitation_is_posted_once_and_its_link_opens_it() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    assert_eq!(bureau.delivery(&invitation).await.state, DeliveryState::Queued);
    let mailbox = Mailbox::default();
    let couriers = bureau.couriers(mailbox.clone());
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    assert_eq!(couriers.deliver().await.unwrap(), 0);

    let letter = mailbox.only();
    assert_eq!((letter.to().address(), letter.to().name()), ("ada@example.test", Some("Ada Lovelace")));
    assert_eq!(letter.subject(), "Grace Hopper invites you to Analytical Engines");
    let begin = format!("{PUBLIC_URL}/invitation/");
    let token = letter.text().lines().find_map(|line| line.strip_prefix(&begin)).expect("a link");
    let opened = LinkToken::open(&bureau.key, Purpose::Invitation, token).expect("a genuine token");
    assert_eq!((opened.organization, opened.id, opened.generation), (bureau.organization.id, invitation.id.uuid(), 1));

    let delivery = bureau.delivery(&invitation).await;
    assert_eq!((delivery.state, delivery.reason, delivery.attempts), (DeliveryState::Sent, None, 1));
}

#[tokio::test]
async fn nothing_is_sent_for_a_unit_that_was_rolled_back() {
    let bureau = Bureau::open().await;
    let errand = bureau.errand(bureau.governor, Matter::AccessGranted { workspace: bureau.organization.root });
    let mut unit = bureau.store.open().await.unwrap();
    unit.outbox().append(&[errand]).await.unwrap();
    drop(unit);
    let mut post = MockPost::new();
    post.expect_post().never();
    assert_eq!(bureau.couriers(post).deliver().await.unwrap(), 0);
}

#[tokio::test]
async fn a_letter_that_could_not_leave_is_tried_again_as_the_same_mail() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let ids = Arc::new(Mutex::new(Vec::new()));
    let mut post = MockPost::new();
    let seen = Arc::clone(&ids);
    post.expect_post().times(2).returning(move |letter| {
        let mut seen = seen.lock().unwrap();
        seen.push((letter.id().to_owned(), letter.text().to_owned()));
        if seen.len() == 1 { Err(PostError::later("451 ask <ada@example.test> later")) } else { Ok(()) }
    });
    let couriers = bureau.couriers(post);
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!((delivery.state, delivery.attempts), (DeliveryState::Queued, 1));
    assert_eq!(delivery.reason.as_deref(), Some("451 ask [address] later"), "without the address");
    bureau.pass(Duration::from_secs(29));
    assert_eq!(couriers.deliver().await.unwrap(), 0, "not yet");
    bureau.pass(Duration::from_secs(31));
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!((delivery.state, delivery.attempts), (DeliveryState::Sent, 2));
    let ids = ids.lock().unwrap();
    assert_eq!(ids[0], ids[1], "one Message-ID, one link");
}

#[tokio::test]
async fn a_server_that_says_when_to_come_back_is_heeded() {
    let bureau = Bureau::open().await;
    bureau.invite("ada@example.test").await;
    let mut post = MockPost::new();
    let busy = PostError::Later { reason: "421 busy".into(), retry_after: Some(Duration::from_mins(20)) };
    post.expect_post().times(1).return_once(|_| Err(busy));
    post.expect_post().times(1).return_once(|_| Ok(()));
    let couriers = bureau.couriers(post);
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    bureau.pass(Duration::from_secs(1_199));
    assert_eq!(couriers.deliver().await.unwrap(), 0);
    bureau.pass(Duration::from_secs(1));
    assert_eq!(couriers.deliver().await.unwrap(), 1);
}

#[tokio::test]
async fn a_letter_that_is_refused_for_good_is_given_up_where_people_see_it() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let mut post = MockPost::new();
    post.expect_post().times(1).return_once(|_| Err(PostError::never("550 no such mailbox")));
    let couriers = bureau.couriers(post);
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    bureau.pass(Duration::from_hours(100));
    assert_eq!(couriers.deliver().await.unwrap(), 0);
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!((delivery.state, delivery.reason.as_deref()), (DeliveryState::Failed, Some("550 no such mailbox")));
}

#[tokio::test]
async fn a_server_that_stays_away_is_given_up_after_about_two_days() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let mut post = MockPost::new();
    post.expect_post().times(usize::try_from(TRIES).unwrap()).returning(|_| Err(PostError::later("connection refused")));
    let couriers = bureau.couriers(post);
    let begun = bureau.now();
    let mut tried = 0;
    while bureau.delivery(&invitation).await.state == DeliveryState::Queued {
        tried += couriers.deliver().await.unwrap();
        bureau.pass(Duration::from_mins(5));
    }
    assert_eq!(tried, TRIES);
    let hours = (bureau.now().micros() - begun.micros()) / 3_600_000_000;
    assert!((40..=56).contains(&hours), "{hours} hours");
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!((delivery.state, delivery.reason.as_deref()), (DeliveryState::Failed, Some("connection refused")));
    assert_eq!(couriers.measure().await.unwrap(), 0, "nothing waits any more");
}

#[tokio::test]
async fn many_letters_leave_in_batches_each_once_whoever_carries_them() {
    let bureau = Bureau::open().await;
    let mut sent = std::collections::BTreeSet::new();
    for _ in 0..50 {
        let matter = Matter::AccessGranted { workspace: bureau.organization.root };
        sent.insert(bureau.tell(bureau.governor, matter).await.to_string());
    }
    let mailbox = Mailbox::default();
    let (one, other) = (bureau.couriers(mailbox.clone()), bureau.couriers(mailbox.clone()));
    assert_eq!(one.measure().await.unwrap(), 50);
    while {
        let (first, second) = tokio::join!(one.deliver(), other.deliver());
        first.unwrap() + second.unwrap() > 0
    } {}
    let letters = mailbox.letters();
    assert_eq!(letters.len(), 50, "none twice");
    assert_eq!(letters.iter().map(|letter| letter.id().to_owned()).collect::<std::collections::BTreeSet<_>>(), sent);
}
