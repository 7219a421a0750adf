//! The outbox's other end: claiming errands, settling them, and sealing the journal.

use std::time::Duration;

use async_trait::async_trait;
use tenure_domain::record::Errand;
use tenure_domain::{ErrandId, Instant, OrganizationId};

use crate::StoreError;

/// An errand that one courier has for a while.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claimed {
    /// The errand.
    pub errand: Errand,
    /// How often it was tried before.
    pub attempts: u32,
    /// Which claim this is; a settlement by a courier whose claim has run out changes nothing.
    pub claim: u64,
}

/// How an errand ended, for now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Settlement {
    /// It was carried out.
    Done,
    /// It had been overtaken, and wasn't needed any more.
    Dropped,
    /// It is to be tried again.
    Again {
        /// When.
        at: Instant,
        /// What went wrong, without secrets or addresses.
        reason: String,
    },
    /// It can't be carried out.
    GivenUp {
        /// What went wrong, without secrets or addresses.
        reason: String,
    },
}

/// A claimed errand, and how it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    /// The organization that it is an errand of.
    pub organization: OrganizationId,
    /// The errand.
    pub id: ErrandId,
    /// The claim of whoever carried it.
    pub claim: u64,
    /// How it ended.
    pub how: Settlement,
}

impl Claimed {
    /// That it ended so.
    pub const fn settled(&self, how: Settlement) -> Settled {
        Settled { organization: self.errand.organization, id: self.errand.id, claim: self.claim, how }
    }
}

/// What couriers need.
#[async_trait]
pub trait Errands: Send + Sync {
    /// Takes up to this many that are due, oldest first, for as long as the lease. No two couriers get the same at a time, over
    /// all processes.
    async fn claim(&self, now: Instant, lease: Duration, up_to: u32) -> Result<Vec<Claimed>, StoreError>;

    /// Says how claimed errands ended, all or none of them; for each in its place, false if its claim had run out and somebody else
    /// has it.
    async fn settle(&self, settled: &[Settled], now: Instant) -> Result<Vec<bool>, StoreError>;

    /// How many wait, counted up to this many.
    async fn waiting(&self, up_to: u32) -> Result<u32, StoreError>;

    /// Gives up to this many committed journal entries their position, without gaps within an organization; says how many. An
    /// organization in which it fails doesn't keep the others from theirs; it is told when there is nothing else to do.
    async fn seal(&self, up_to: u32) -> Result<u32, StoreError>;

    /// Folds, in one small batch, portfolios that no standing receipt within its window names: holderless ones, and inherited
    /// ones into their holder's own open portfolio. Says how many contacts were moved; 0 when nothing is left to fold. A
    /// portfolio with which it fails doesn't keep others from being folded; it is told when there is nothing else to do.
    async fn fold(&self, now: Instant, contacts_at_most: u32) -> Result<u32, StoreError>;

    /// Removes up to this many of each kind of what nobody will ask for any more: sessions, kept answers, leases and plans whose time
    /// is over, jobs that ended a month ago, errands that were settled a month ago and tell nothing of an invitation that still stands, and what was kept of deleted
    /// members whose time is over and whom no letter waits for, with logins that this leaves without any membership. Says how
    /// many went.
    async fn sweep(&self, now: Instant, up_to: u32) -> Result<u32, StoreError>;
}
