//! Answers kept for requests that come twice (Idempotency-Key).

use async_trait::async_trait;
use tenure_domain::{Instant, UserId};

use crate::StoreError;

/// What [`StoreError::Taken`] names when another unit kept an answer for the same request in the meantime.
pub const REPLAY_TAKEN: &str = "the idempotency key";

/// What makes a request the same request.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ReplayKey {
    /// Who asks.
    pub user: UserId,
    /// The route, with its ids.
    pub route: String,
    /// The client's key.
    pub key: String,
}

/// An answer that was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replay {
    /// A hash of the request's body: the same key with another body is a mistake.
    pub body_hash: String,
    /// The answer's status.
    pub status: u16,
    /// The answer's body.
    pub body: String,
    /// Until when it is kept.
    pub kept_until: Instant,
}

/// Kept answers.
#[async_trait]
pub trait Replays: Send {
    /// The answer given before, if it is still kept.
    async fn find(&mut self, key: &ReplayKey, now: Instant) -> Result<Option<Replay>, StoreError>;

    /// Keeps an answer; `Taken` if another unit kept one for this key in the meantime.
    async fn insert(&mut self, key: &ReplayKey, replay: &Replay, now: Instant) -> Result<(), StoreError>;
}
