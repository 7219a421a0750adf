//! Couriers, and one round of each of their works.

use std::fmt;
use std::sync::Arc;

use tenure_credentials::ServerKey;
use tenure_domain::Instant;
use tenure_port_mail::PostOffice;
use tenure_port_store::{Claimed, Store, StoreError};
use tokio::sync::Semaphore;
use tokio::task::{JoinError, JoinSet};

use crate::carry::{Carried, LEASE};
use crate::{Nudge, meters};

/// Where the time comes from.
pub type Clock = Arc<dyn Fn() -> Instant + Send + Sync>;

/// How many letters are under way at once.
pub(crate) const AT_ONCE: u32 = 16;
/// How many of them are written at once. Sixteen that are claimed together would else ask the database sixteen things at once, and
/// whoever waits for a page would wait behind them; what takes its time with a letter is the postal service.
const DESKS: usize = 2;
/// How many entries of the journal are sealed in a round.
pub(crate) const ENTRIES: u32 = 500;
/// How many contacts are folded in a round, under their organization's lock.
pub(crate) const CONTACTS: u32 = 500;
/// How many of each kind are swept out in a round.
pub(crate) const SWEPT: u32 = 500;
/// Up to where waiting errands are counted.
const WAITING: u32 = 10_000;

/// What couriers work with.
pub(crate) struct Office {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) post: Arc<dyn PostOffice>,
    pub(crate) key: ServerKey,
    pub(crate) public_url: String,
    pub(crate) clock: Clock,
    pub(crate) desks: Semaphore,
}

impl Office {
    pub(crate) async fn claim(&self, up_to: u32) -> Result<Vec<Claimed>, StoreError> {
        self.store.errands().claim((self.clock)(), LEASE, up_to).await
    }

    /// Settles an errand that has ended, together with all others that have by now; says how many these are. Nothing waits for those
    /// that are still under way.
    pub(crate) async fn settle_ended(&self, first: Result<Carried, JoinError>, under_way: &mut JoinSet<Carried>) -> u32 {
        let (mut ended, mut carried) = (0, Vec::new());
        let mut next = Some(first);
        while let Some(one) = next {
            ended += 1;
            if let Ok(one) = one {
                carried.push(one);
            } else {
                // It has left its errand to whoever finds the lease run out.
                meters::failed("deliver");
                tracing::error!("a courier failed; its errand will be tried again when its lease has run out");
            }
            next = under_way.try_join_next();
        }
        self.settle(&carried).await;
        ended
    }
}

/// Those who empty the outbox, seal the journal, fold portfolios and sweep. [`run`](Self::run) does it all until it is told to stop;
/// the other methods do one round of one work each.
#[derive(Clone)]
pub struct Couriers {
    pub(crate) office: Arc<Office>,
    pub(crate) nudge: Nudge,
}

impl fmt::Debug for Couriers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Couriers").finish_non_exhaustive()
    }
}

impl Couriers {
    /// Couriers over a store and a postal service. `key` makes the links' tokens; `public_url` is what links begin with.
    pub fn new(
        store: Arc<dyn Store>,
        post: Arc<dyn PostOffice>,
        key: ServerKey,
        public_url: impl Into<String>,
        clock: Clock,
    ) -> Self {
        let office = Office { store, post, key, public_url: public_url.into(), clock, desks: Semaphore::new(DESKS) };
        Self { office: Arc::new(office), nudge: Nudge::default() }
    }

    /// What to call after a commit, so that its letters leave at once.
    pub fn nudge(&self) -> Nudge {
        self.nudge.clone()
    }

    /// Claims up to 16 errands that are due, and carries and settles them all; says how many.
    pub async fn deliver(&self) -> Result<u32, StoreError> {
        let mut under_way = JoinSet::new();
        for claimed in self.office.claim(AT_ONCE).await? {
            under_way.spawn(Arc::clone(&self.office).carry(claimed));
        }
        let mut round = 0;
        while let Some(first) = under_way.join_next().await {
            round += self.office.settle_ended(first, &mut under_way).await;
        }
        Ok(round)
    }

    /// Gives up to 500 entries of the journal their position; says how many.
    pub async fn seal(&self) -> Result<u32, StoreError> {
        let sealed = self.office.store.errands().seal(ENTRIES).await?;
        meters::sealed(sealed);
        Ok(sealed)
    }

    /// Folds up to 500 contacts; says how many.
    pub async fn fold(&self) -> Result<u32, StoreError> {
        let folded = self.office.store.errands().fold((self.office.clock)(), CONTACTS).await?;
        meters::folded(folded);
        Ok(folded)
    }

    /// Sweeps out up to 500 of each kind of what has ended; says how many.
    pub async fn sweep(&self) -> Result<u32, StoreError> {
        let swept = self.office.store.errands().sweep((self.office.clock)(), SWEPT).await?;
        meters::swept(swept);
        Ok(swept)
    }

    /// Notes that a fault ended [`run`](Self::run): whoever keeps couriers at work starts it anew.
    pub fn failed(&self) {
        meters::failed("all");
    }

    /// Counts the errands that wait, up to 10,000.
    pub async fn measure(&self) -> Result<u32, StoreError> {
        let waiting = self.office.store.errands().waiting(WAITING).await?;
        meters::waiting(waiting);
        Ok(waiting)
    }
}
