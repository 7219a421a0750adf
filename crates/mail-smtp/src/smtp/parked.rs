//! Connections that wait for the next letter.
//!
//! lettre has a pool, but it has no timeout while it reads, and takes back a connection that was let go in the
//! middle of a command: its next user would take the late answer to that command for its own, and believe that
//! a letter left. Here a connection comes back only from whoever heard an answer.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::time::timeout;

use super::conversation::Conversation;

/// How many connections wait at most.
const MOST: usize = 4;
/// How long a connection may wait; servers hang up after a few minutes, firewalls forget sooner.
const LONGEST: Duration = Duration::from_mins(1);
/// How long a waiting server may take to show that it is still there.
const PATIENCE: Duration = Duration::from_secs(5);

/// The connections that nobody uses at the moment.
#[derive(Default)]
pub(super) struct Parked(Mutex<Vec<(Conversation, Instant)>>);

impl Parked {
    pub(super) fn park(&self, conversation: Conversation) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|(_, since)| since.elapsed() < LONGEST);
        if waiting.len() < MOST {
            waiting.push((conversation, Instant::now()));
        }
    }

    /// A connection whose server still answers and has forgotten the letter before; the others are hung up on.
    pub(super) async fn take_alive(&self) -> Option<Conversation> {
        while let Some(mut conversation) = self.take() {
            if timeout(PATIENCE, conversation.starts_over()).await.unwrap_or(false) {
                return Some(conversation);
            }
        }
        None
    }

    fn take(&self) -> Option<Conversation> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|(_, since)| since.elapsed() < LONGEST);
        waiting.pop().map(|(conversation, _)| conversation)
    }
}
