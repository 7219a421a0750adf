//! What selections name: resources, and groups of them.

use std::collections::BTreeSet;

use crate::id::{ResourceGroupId, ResourceId};
use crate::keys::KindKey;
use crate::resource::{Resource, ResourceGroup};

/// A part of a selection.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// A resource by itself.
    Resource(ResourceId),
    /// Whatever is in a group.
    Group(ResourceGroupId),
}

impl From<ResourceId> for Part {
    fn from(id: ResourceId) -> Self {
        Self::Resource(id)
    }
}

impl From<ResourceGroupId> for Part {
    fn from(id: ResourceGroupId) -> Self {
        Self::Group(id)
    }
}

/// Resources and groups that selections name, as far as they exist.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Named {
    /// The resources, each with the groups that it is in.
    pub resources: Vec<Resource>,
    /// The groups.
    pub groups: Vec<ResourceGroup>,
}

impl Named {
    /// None.
    pub const NOTHING: Self = Self { resources: Vec::new(), groups: Vec::new() };

    /// The resource with this id.
    pub fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.iter().find(|one| one.id == id)
    }

    /// The group with this id.
    pub fn group(&self, id: ResourceGroupId) -> Option<&ResourceGroup> {
        self.groups.iter().find(|one| one.id == id)
    }

    /// Whether it is there, and of this kind.
    pub(crate) fn has(&self, part: Part, kind: &KindKey) -> bool {
        match part {
            Part::Resource(id) => self.resource(id).is_some_and(|one| one.kind == *kind),
            Part::Group(id) => self.group(id).is_some_and(|one| one.kind == *kind),
        }
    }

    /// All of them.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        let resources = self.resources.iter().map(|one| Part::Resource(one.id));
        resources.chain(self.groups.iter().map(|one| Part::Group(one.id)))
    }

    /// All but these.
    #[must_use]
    pub fn without(&self, parts: &BTreeSet<Part>) -> Self {
        let mut left = self.clone();
        left.resources.retain(|one| !parts.contains(&one.id.into()));
        left.groups.retain(|one| !parts.contains(&one.id.into()));
        left
    }
}
