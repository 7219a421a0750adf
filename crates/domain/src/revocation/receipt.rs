//! Receipts: what a revocation, a deactivation or a deletion did, for as long as it can be undone and beyond.

use crate::grant::{Giver, Grant};
use crate::id::{MemberId, OrganizationId, ReceiptId, WorkspaceId};
use crate::instant::Instant;
use crate::selection::Selected;

/// What sort of act left it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Access to one workspace was revoked.
    Revocation,
    /// Somebody was deactivated.
    Deactivation,
    /// Somebody was taken out of the organization.
    Deletion,
}

impl Act {
    /// The word in SQL and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Deactivation => "deactivation",
            Self::Deletion => "deletion",
        }
    }
}

/// Whether it can still be undone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReceiptState {
    /// It stands.
    Standing,
    /// It was undone; of a deactivation, the person was reactivated.
    Undone,
    /// The leaver was given access there anew, or invited again.
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

/// What a revocation, a deactivation or a deletion did. The portfolios it moved are kept beside it.
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
    /// At which workspace; but for a revocation the lowest one that is at or above all that they had access to. It may be gone by now.
    pub workspace: WorkspaceId,
    /// The grants as they were: one for a revocation, else all.
    pub grants: Vec<Grant>,
    /// What they had chosen, or were given, of each resource kind: nothing for a revocation, which leaves that as it is; for a
    /// deactivation what it emptied.
    pub selections: Vec<Selected>,
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

impl Receipt {
    /// Until when it can be undone, if these are the workspaces that are still there: not once the last of those that it is about is
    /// gone, since there is nowhere to come back to; nor once one is at which a limit stood, since what that hid, the rest would show (R4).
    pub fn open_until(&self, there: &[WorkspaceId]) -> Option<Instant> {
        let is_gone = |grant: &&Grant| !there.contains(&grant.workspace);
        let gone: Vec<&Grant> = self.grants.iter().filter(is_gone).collect();
        let all = !gone.is_empty() && gone.len() == self.grants.len();
        self.undo_until.filter(|_| !all && gone.iter().all(|grant| grant.restrictions.is_empty()))
    }

    /// The workspaces that it is about: those of its grants, or its own for one without any.
    pub fn workspaces(&self) -> Vec<WorkspaceId> {
        if self.grants.is_empty() { vec![self.workspace] } else { self.grants.iter().map(|grant| grant.workspace).collect() }
    }
}
