//! Couriers that die, stall, or come too late (h9).

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use tenure_couriers::{LEASE, TRIES};
use tenure_domain::{Instant, OrganizationId};
use tenure_port_mail::{Letter, PostError, PostOffice};
use tenure_port_store::{
    Claimed, DeliveryState, Errands, JobQueue, OpenTransaction, OrganizationTransaction, Presences, Queries, Settled, Settlement,
    Store, StoreError, Unit,
};

use crate::bureau::Bureau;
use crate::services::{Mailbox, MockPost, Slow};

#[tokio::test]
async fn h9_when_a_courier_dies_another_sends_the_same_mail_once_the_lease_has_run_out() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let slow = Slow::answering(Ok(()));
    let dying = bureau.couriers(slow.clone());
    let round = tokio::spawn(async move { dying.deliver().await });
    slow.under_way().await;
    round.abort();
    assert!(round.await.unwrap_err().is_cancelled());

    let mailbox = Mailbox::default();
    let couriers = bureau.couriers(mailbox.clone());
    bureau.pass(LEASE.checked_sub(Duration::from_micros(1)).unwrap());
    assert_eq!(couriers.deliver().await.unwrap(), 0, "nobody knows yet that it died");
    bureau.pass(Duration::from_micros(1));
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    let (first, second) = (slow.mailbox.only(), mailbox.only());
    assert_eq!((first.id(), first.text()), (second.id(), second.text()), "the same mail");
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!((delivery.state, delivery.attempts), (DeliveryState::Sent, 2));
}

#[tokio::test]
async fn h9_a_courier_that_comes_too_late_changes_nothing() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let slow = Slow::answering(Err(PostError::never("550 not any more")));
    let late = bureau.couriers(slow.clone());
    let round = tokio::spawn(async move { late.deliver().await });
    slow.under_way().await;
    bureau.pass(LEASE);
    assert_eq!(bureau.couriers(Mailbox::default()).deliver().await.unwrap(), 1);
    slow.let_go();
    assert_eq!(round.await.unwrap().unwrap(), 1);
    let delivery = bureau.delivery(&invitation).await;
    assert_eq!((delivery.state, delivery.reason), (DeliveryState::Sent, None));
}

/// Fails as a program fails, once.
#[derive(Default)]
struct Panicking(AtomicU32, Mailbox);

#[async_trait]
impl PostOffice for Panicking {
    async fn post(&self, letter: &Letter) -> Result<(), PostError> {
        assert!(self.0.fetch_add(1, Ordering::SeqCst) > 0, "this transport fails once");
        self.1.post(letter).await
    }
}

#[tokio::test]
async fn h9_a_courier_that_panics_takes_nobody_with_it() {
    let bureau = Bureau::open().await;
    bureau.invite("ada@example.test").await;
    bureau.invite("bob@example.test").await;
    let mailbox = Mailbox::default();
    let couriers = bureau.couriers(Panicking(AtomicU32::new(0), mailbox.clone()));
    assert_eq!(couriers.deliver().await.unwrap(), 2);
    assert_eq!(mailbox.letters().len(), 1);
    bureau.pass(LEASE);
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    assert_eq!(mailbox.letters().len(), 2);
}

#[tokio::test]
async fn an_errand_that_brings_every_courier_down_comes_to_an_end() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    for _ in 0..TRIES {
        let claimed = bureau.store.errands().claim(bureau.now(), LEASE, 1).await.unwrap();
        assert_eq!(claimed.len(), 1);
        bureau.pass(LEASE);
    }
    let mut post = MockPost::new();
    post.expect_post().never();
    assert_eq!(bureau.couriers(post).deliver().await.unwrap(), 1);
    assert_eq!(bureau.delivery(&invitation).await.state, DeliveryState::Failed);
}

#[tokio::test]
async fn a_claim_that_ran_out_without_a_rival_still_settles() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let claimed = bureau.store.errands().claim(bureau.now(), LEASE, 1).await.unwrap().remove(0);
    bureau.pass(2 * LEASE);
    let settled = bureau.store.errands().settle(&[claimed.settled(Settlement::Done)], bureau.now()).await;
    assert_eq!(settled.unwrap(), [true]);
    assert_eq!(bureau.delivery(&invitation).await.state, DeliveryState::Sent);
}

/// A store that can't be reached the first times that something is to be settled.
struct Stumbling(Arc<dyn Store>, AtomicU32);

#[async_trait]
impl Store for Stumbling {
    async fn organization(&self, id: OrganizationId) -> Result<Option<Box<dyn OrganizationTransaction>>, StoreError> {
        self.0.organization(id).await
    }

    async fn found(&self, id: OrganizationId) -> Result<Box<dyn OrganizationTransaction>, StoreError> {
        self.0.found(id).await
    }

    async fn open(&self) -> Result<Box<dyn OpenTransaction>, StoreError> {
        self.0.open().await
    }

    async fn snapshot(&self) -> Result<Box<dyn Unit>, StoreError> {
        self.0.snapshot().await
    }

    fn queries(&self) -> &dyn Queries {
        self.0.queries()
    }

    async fn moment(&self) -> Result<Box<dyn Queries>, StoreError> {
        self.0.moment().await
    }

    fn presences(&self) -> &dyn Presences {
        self.0.presences()
    }

    fn errands(&self) -> &dyn Errands {
        self
    }

    fn job_queue(&self) -> &dyn JobQueue {
        self.0.job_queue()
    }
}

#[async_trait]
impl Errands for Stumbling {
    async fn claim(&self, now: Instant, lease: Duration, up_to: u32) -> Result<Vec<Claimed>, StoreError> {
        self.0.errands().claim(now, lease, up_to).await
    }

    async fn settle(&self, settled: &[Settled], now: Instant) -> Result<Vec<bool>, StoreError> {
        if self.1.fetch_add(1, Ordering::SeqCst) < 2 {
            return Err(StoreError::Unavailable("the connection was lost".to_owned()));
        }
        self.0.errands().settle(settled, now).await
    }

    async fn waiting(&self, up_to: u32) -> Result<u32, StoreError> {
        self.0.errands().waiting(up_to).await
    }

    async fn seal(&self, up_to: u32) -> Result<u32, StoreError> {
        self.0.errands().seal(up_to).await
    }

    async fn fold(&self, now: Instant, contacts_at_most: u32) -> Result<u32, StoreError> {
        self.0.errands().fold(now, contacts_at_most).await
    }

    async fn sweep(&self, now: Instant, up_to: u32) -> Result<u32, StoreError> {
        self.0.errands().sweep(now, up_to).await
    }
}

#[tokio::test]
async fn h9_a_letter_that_left_is_settled_though_the_database_stumbles() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let mailbox = Mailbox::default();
    let store = Stumbling(Arc::clone(&bureau.store) as Arc<dyn Store>, AtomicU32::new(0));
    let couriers = bureau.couriers_over(Arc::new(store), mailbox.clone());
    assert_eq!(couriers.deliver().await.unwrap(), 1);
    assert_eq!(bureau.delivery(&invitation).await.state, DeliveryState::Sent);
    bureau.pass(2 * LEASE);
    assert_eq!(couriers.deliver().await.unwrap(), 0);
    assert_eq!(mailbox.letters().len(), 1);
}
