//! Resources: what members are let to see one by one, such as teams (R3).

mod change;
mod group;
mod known;
mod refused;

pub use change::{MOST_TOLD, NewResource, ResourceChange, change, delete, make};
pub use group::{
    Filled, MOST_GROUPS, MOST_IN_A_GROUP, MOST_OF_A_KIND, NewGroup, ResourceGroup, delete_group, make_group, rename_group,
};
pub use known::Known;
pub use refused::ResourceRefused;

use std::collections::BTreeSet;

use crate::access_model::{Reach, engine};
use crate::id::{MemberId, OrganizationId, ResourceGroupId, ResourceId};
use crate::instant::Instant;
use crate::keys::KindKey;
use crate::may_grant::{Granter, may_at_root};
use crate::selection::Selection;
use crate::text::Name;

/// A thing of one of the model's resource kinds. It belongs to the whole organization, and to no workspace of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resource {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: ResourceId,
    /// What sort of thing it is; that never changes.
    pub kind: KindKey,
    /// What people call it.
    pub name: Name,
    /// Whether every member reaches it.
    pub for_everyone: bool,
    /// The groups that it is in.
    pub groups: BTreeSet<ResourceGroupId>,
    /// When it was made.
    pub created_at: Instant,
    /// Counts its changes.
    pub version: u64,
}

impl Resource {
    /// Whether somebody reaches it: it is for everyone, or what they chose of its kind has it, or their levels give them the
    /// whole kind. A level that reaches into nothing makes a choice worth nothing.
    pub fn is_reached(&self, reach: Reach, chosen: &Selection) -> bool {
        self.for_everyone
            || match reach {
                Reach::All => true,
                Reach::Choose | Reach::ExactlyOne => chosen.covers(self),
                Reach::None => false,
            }
    }
}

/// Who manages resources, with their rights of this moment.
#[derive(Clone, Copy, Debug)]
pub struct Keeper<'a> {
    /// Who.
    pub granter: Granter<'a>,
    /// The organization's root: resources are the whole organization's.
    pub root: &'a crate::workspace::Place,
    /// What they chose of the kind themselves.
    pub own: &'a Selection,
}

impl Keeper<'_> {
    /// Refused unless resources, and groups of them, are theirs to manage.
    pub fn may_manage(&self) -> Result<(), ResourceRefused> {
        Ok(may_at_root(self.granter, self.root, engine::RESOURCES_MANAGE)?)
    }
}

/// Those who have a resource, or whose only one of its kind it is (R3): the first of them.
pub type Holders<'a> = &'a [MemberId];
