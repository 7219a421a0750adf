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
    /// Whether very much is written at once. The search indexes then put new rows aside in large pieces before they sort them
    /// in, for which each connection may take 256 MiB of the server's memory; a pooler in between may refuse to ask for that.
    /// Until then searching reads what is aside, so `vacuum` the database in the end.
    pub filling: bool,
}

impl Default for PoolOptions {
    fn default() -> Self {
        Self { connections: NonZeroU32::new(16).unwrap_or(NonZeroU32::MIN), patience: Duration::from_secs(5), filling: false }
    }
}
