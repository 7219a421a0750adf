//! Receipts: what a revocation did, for as long as it can be undone and beyond.

use crate::grant::{Giver, Grant};
use crate::id::{MemberId, OrganizationId, ReceiptId, WorkspaceId};
use crate::instant::Instant;

/// What sort of act left it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Access to one workspace was revoked.
    Revocation,
}

impl Act {
    /// The word in SQL and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
        }
    }
}

/// Whether it can still be undone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReceiptState {
    /// It stands.
    Standing,
    /// It was undone.
    Undone,
    /// The leaver was given access there anew.
    Superseded,
}

impl ReceiptState {
    /// The word in SQL and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Undone => "undone",
            Self::Superseded => "superseded",
        }
    }
}

/// What a revocation did. The portfolios it moved are kept beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: ReceiptId,
    /// What was done.
    pub act: Act,
    /// To whom.
    pub member: MemberId,
    /// At which workspace.
    pub workspace: WorkspaceId,
    /// The grant as it was.
    pub grant: Grant,
    /// Who took over; none when the contacts were left unassigned.
    pub successor: Option<MemberId>,
    /// Who did it.
    pub by: Giver,
    /// When.
    pub at: Instant,
    /// Until when it can be undone; none when it can't.
    pub undo_until: Option<Instant>,
    /// Whether it still stands.
    pub state: ReceiptState,
}
