//! Never headless (R8): an organization always keeps somebody in charge.

use crate::access::Access;
use crate::id::WorkspaceId;
use crate::membership::{Membership, Status};

/// What R8 asks of one member who is about to lose something.
#[derive(Clone, Copy, Debug)]
pub struct Chair<'a> {
    /// Who.
    pub membership: &'a Membership,
    /// Whether they can prove who they are: their login has a password, and a second factor where the organization requires one. Nobody
    /// asks it of who doesn't govern.
    pub proves: bool,
    /// The organization's root.
    pub root: WorkspaceId,
    /// Whether somebody else governs: active, able to prove who they are, at a level that governs at the root. Nobody asks it
    /// of who doesn't govern.
    pub another: bool,
}

impl Chair<'_> {
    /// Whether this member governs with this access. A temporary sign-in lock doesn't matter.
    pub fn is_held_with(&self, access: &Access) -> bool {
        let is_active = self.membership.status == Status::Active && access.status() == Status::Active;
        is_active && self.proves && access.governs(self.root)
    }

    /// Whether nobody would be in charge if they had no second factor any more, where one is required.
    pub fn rests_on_a_factor(&self, access: &Access) -> bool {
        self.is_held_with(access) && !self.another
    }

    /// Whether going from one access to the other would leave nobody in charge.
    pub fn would_be_empty(&self, before: &Access, after: &Access) -> bool {
        // INVARIANT: callers hold the organization's lock, so `another` can't change before the write.
        self.is_held_with(before) && !self.is_held_with(after) && !self.another
    }
}
