//! What becomes of somebody's contacts.

use crate::access::Access;
use crate::access_model::engine;
use crate::contact::Portfolio;
use crate::id::MemberId;
use crate::membership::{Membership, Status};
use crate::workspace::Place;

/// What to do with the contacts that somebody leaves behind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Handover {
    /// Leave them without an assignee.
    #[default]
    Unassign,
    /// Give them to somebody.
    AssignTo(MemberId),
}

/// A portfolio that somebody holds, with where it is.
#[derive(Clone, PartialEq, Debug)]
pub struct Held {
    /// The portfolio.
    pub portfolio: Portfolio,
    /// Its workspace.
    pub place: Place,
}

/// Somebody who is to take over.
#[derive(Clone, Copy, Debug)]
pub struct Successor<'a> {
    /// Who.
    pub membership: &'a Membership,
    /// What they may do.
    pub access: &'a Access,
}

impl Successor<'_> {
    pub(super) fn is_active(&self) -> bool {
        self.membership.status == Status::Active
    }

    /// Whether they can do the work there: active, reaching it, allowed to handle contacts.
    pub(super) fn can_handle(&self, place: &Place) -> bool {
        self.access.can(engine::CONTACTS_HANDLE, place)
    }
}

/// The portfolios that somebody can't keep with this access: their workspace is out of reach, or handling contacts is.
pub fn lost<'a>(held: &'a [Held], after: &Access) -> Vec<&'a Held> {
    held.iter().filter(|held| !after.would(engine::CONTACTS_HANDLE, &held.place)).collect()
}
