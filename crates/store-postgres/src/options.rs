//! How many connections there are, and how long one waits for them.

use std::num::NonZeroU32;
use std::time::Duration;

/// How many connections there are, and how long one waits for them.
#[derive(Clone, Debug)]
pub struct PoolOptions {
    /// How many connections at most, for units and reading together.
    pub connections: NonZeroU32,
    /// How long to wait for one that is free, or for a new one to be made.
    pub patience: Duration,
}

impl Default for PoolOptions {
    fn default() -> Self {
        Self { connections: NonZeroU32::new(16).unwrap_or(NonZeroU32::MIN), patience: Duration::from_secs(5) }
    }
}
