//! Random people: a membership with its grants, and addresses as people type them.

use proptest::collection::vec;
use proptest::prelude::*;

use super::offer::{RawOffer, raw_offers};
use super::pick::{Pick, picks};
use crate::access::Access;
use crate::grant::Grant;
use crate::id::{MemberId, WorkspaceId};
use crate::membership::{Membership, Status};
use crate::organization::Organization;
use crate::selection::Selected;

/// Somebody in a random organization.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their standing.
    pub membership: Membership,
    /// Their grants, at most one for each workspace.
    pub grants: Vec<Grant>,
    /// What they chose, or were given, of resource kinds.
    pub selections: Vec<Selected>,
    /// Whether their login has a password.
    pub has_password: bool,
}

impl Person {
    /// Their id.
    pub fn id(&self) -> MemberId {
        self.membership.id
    }

    /// What they may do.
    pub fn access(&self, organization: &Organization) -> Access {
        Access::new(organization.setting(), self.membership.status, &self.grants)
    }

    /// Their grant at a workspace.
    pub fn grant_at(&self, workspace: WorkspaceId) -> Option<&Grant> {
        self.grants.iter().find(|grant| grant.workspace == workspace)
    }
}

/// Any status; three people in four are active.
pub fn statuses() -> impl Strategy<Value = Status> {
    prop_oneof![6 => Just(Status::Active), 1 => Just(Status::Pending), 1 => Just(Status::Inactive)]
}

/// Addresses as people type them: upper and lower case, letters beyond ASCII, blanks around them. Some are refused.
pub fn emails() -> impl Strategy<Value = String> {
    "[ \u{a0}\t]{0,2}[a-zA-Z0-9äÖßıſK.+_ﬁée\u{301}-]{1,12}@[a-zA-Zäöüß0-9-]{1,10}[.。][a-zA-Z]{2,4}[ \u{a0}]{0,2}"
}

/// A choice of one kind: all of it, or some.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawChoice {
    pub(super) all: bool,
    pub(super) which: Pick,
}

#[derive(Clone, Debug)]
pub(super) struct RawPerson {
    pub(super) status: Status,
    pub(super) has_password: bool,
    pub(super) grants: Vec<(Pick, RawOffer)>,
    pub(super) chosen: Vec<RawChoice>,
}

pub(super) fn raw_people() -> impl Strategy<Value = Vec<RawPerson>> {
    let grants = vec((picks(), raw_offers()), 1..=3);
    let chosen = vec((prop::bool::weighted(0.2), picks()).prop_map(|(all, which)| RawChoice { all, which }), 3);
    let person = (statuses(), prop::bool::weighted(0.9), grants, chosen);
    let person = person.prop_map(|(status, has_password, grants, chosen)| RawPerson { status, has_password, grants, chosen });
    vec(person, 1..=5)
}
