//! The hint that there is something to do.

use std::sync::Arc;

use tokio::sync::Notify;

/// Tells couriers of this process that something was committed. Giving it costs nothing, may happen at any time and from
/// anywhere, and is never waited for; couriers look by themselves every few seconds too, for what other processes committed.
#[derive(Clone, Debug, Default)]
pub struct Nudge {
    pub(crate) letters: Arc<Notify>,
    pub(crate) journal: Arc<Notify>,
}

impl Nudge {
    /// Gives it. One that comes while couriers are busy is remembered.
    pub fn give(&self) {
        self.letters.notify_one();
        self.journal.notify_one();
    }
}
