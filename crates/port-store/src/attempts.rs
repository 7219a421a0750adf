//! What was tried of passwords (R17). Nobody's address and no network is kept as it is, but by a keyed hash.

use async_trait::async_trait;
use tenure_domain::Instant;
use tenure_domain::attempts::{Limit, Tries};

use crate::StoreError;

/// What tries are counted of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tried {
    /// Somebody's password, from one network.
    Password {
        /// The hash of the address, whether or not anybody has it.
        who: [u8; 32],
        /// The hash of the network.
        network: [u8; 32],
    },
    /// Codes of a login's second factor, from one network.
    Code {
        /// The hash of the login.
        who: [u8; 32],
        /// The hash of the network.
        network: [u8; 32],
    },
    /// Anybody's, from one network: the failures.
    Network([u8; 32]),
    /// Mails to the address with this hash that ask to confirm it.
    Confirmation([u8; 32]),
}

impl Tried {
    /// How many of it there may be.
    pub const fn limit(&self) -> Limit {
        match self {
            Self::Password { .. } | Self::Code { .. } => Limit::PASSWORD,
            Self::Network(_) => Limit::NETWORK,
            Self::Confirmation(_) => Limit::CONFIRMATION,
        }
    }
}

/// Tries.
#[async_trait]
pub trait Attempts: Send {
    /// Those that are kept. Whoever counts [holds](Self::hold) them.
    async fn find(&mut self, of: &Tried) -> Result<Tries, StoreError>;

    /// The same, held until the unit ends: of many who count at once, each sees what the one before them wrote.
    async fn hold(&mut self, of: &Tried, now: Instant) -> Result<Tries, StoreError>;

    /// Keeps what became of those that are held.
    async fn keep(&mut self, of: &Tried, tries: &Tries) -> Result<(), StoreError>;

    /// Forgets what was tried: it was right.
    async fn forget(&mut self, of: &Tried) -> Result<(), StoreError>;

    /// Forgets what was tried of somebody's password from any network.
    async fn forget_all(&mut self, who: &[u8; 32]) -> Result<(), StoreError>;

    /// Forgets what was tried of somebody's password from each network where it is locked now, and says whether there was any.
    async fn lift(&mut self, who: &[u8; 32], now: Instant) -> Result<bool, StoreError>;
}
