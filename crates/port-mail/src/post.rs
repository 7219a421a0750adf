//! Posting a letter, and the two ways in which that fails.

use std::time::Duration;

use async_trait::async_trait;

use crate::{Letter, Reason};

/// Somebody who takes letters and sees to it that they leave.
#[async_trait]
pub trait PostOffice: Send + Sync {
    /// Hands over one letter. `Ok` means that the next station has taken responsibility for it.
    ///
    /// Posting the same letter again is always allowed: after [`PostError::Later`] nobody knows for certain
    /// whether it left, and the `Message-ID` lets mailboxes tell the copies.
    async fn post(&self, letter: &Letter) -> Result<(), PostError>;
}

/// A letter hasn't left, or nobody can tell. The reason may be stored and shown.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PostError {
    /// Trying again may help: the station is away, busy, or set up wrongly.
    #[error("the mail couldn't be sent yet: {reason}")]
    Later {
        /// What stood in the way.
        reason: Reason,
        /// How long the station asks to be left alone, if it says so.
        retry_after: Option<Duration>,
    },
    /// Trying again won't help: this letter to this addressee is refused for good.
    #[error("the mail can't be sent: {reason}")]
    Never {
        /// What stands in the way.
        reason: Reason,
    },
}

impl PostError {
    /// Trying again may help, at whatever time the caller finds right.
    pub fn later(reason: impl Into<Reason>) -> Self {
        Self::Later { reason: reason.into(), retry_after: None }
    }

    /// Trying again won't help.
    pub fn never(reason: impl Into<Reason>) -> Self {
        Self::Never { reason: reason.into() }
    }

    /// What stands in the way.
    pub fn reason(&self) -> &Reason {
        match self {
            Self::Later { reason, .. } | Self::Never { reason } => reason,
        }
    }
}
