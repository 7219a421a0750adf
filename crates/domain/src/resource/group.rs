//! Groups of resources of one kind, which are chosen together: whoever has a group reaches whatever is in it at a time (R3).

use super::{Holders, Keeper, MOST_TOLD, ResourceRefused};
use crate::access_model::Reach;
use crate::decided::Decided;
use crate::event::{Detail, Details, Event, moved};
use crate::id::{OrganizationId, ResourceGroupId, ResourceId};
use crate::instant::Instant;
use crate::keys::KindKey;
use crate::organization::Organization;
use crate::selection::Selection;
use crate::text::Name;

/// In how many groups one resource may be.
pub const MOST_GROUPS: usize = 50;
/// How many resources may be in one group: what was in it can be told when it goes, one by one.
pub const MOST_IN_A_GROUP: usize = MOST_TOLD;
/// How many groups of a kind an organization may have: few enough to be shown together.
pub const MOST_OF_A_KIND: u64 = 1_000;

/// A group of resources of one kind. What is in it is said by the resources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResourceGroup {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: ResourceGroupId,
    /// Of what sort of things it is; that never changes.
    pub kind: KindKey,
    /// What people call it.
    pub name: Name,
    /// When it was made.
    pub created_at: Instant,
    /// Counts its changes.
    pub version: u64,
}

impl ResourceGroup {
    /// Whether somebody has it, and so reaches whatever is in it, now and from now on.
    pub fn is_had(&self, reach: Reach, chosen: &Selection) -> bool {
        match reach {
            Reach::All => true,
            Reach::Choose | Reach::ExactlyOne => chosen.has(self.id),
            Reach::None => false,
        }
    }
}

/// A group, and how much is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filled {
    /// The group.
    pub group: ResourceGroup,
    /// How many resources are in it.
    pub resources: usize,
}

/// A group that is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewGroup {
    /// Its id.
    pub id: ResourceGroupId,
    /// Of what sort of things.
    pub kind: KindKey,
    /// Its name.
    pub name: Name,
}

/// Makes a group with nothing in it. `there` is how many there are of its kind.
pub fn make_group(
    organization: &Organization,
    by: Keeper<'_>,
    new: NewGroup,
    there: u64,
    now: Instant,
) -> Result<Decided<ResourceGroup>, ResourceRefused> {
    by.may_manage()?;
    let kind = organization.model.resource_kind(new.kind.as_str());
    let kind = kind.ok_or_else(|| ResourceRefused::UnknownKind(new.kind.clone()))?;
    if !kind.grouped {
        return Err(ResourceRefused::NotGrouped { kind: new.kind, at: "/kind" });
    }
    if there >= MOST_OF_A_KIND {
        return Err(ResourceRefused::TooManyOfAKind);
    }
    let event = Event::ResourceGroupCreated { group: new.id, kind: new.kind.clone(), name: new.name.to_string() };
    let NewGroup { id, kind, name } = new;
    let group = ResourceGroup { organization: organization.id, id, kind, name, created_at: now, version: 1 };
    Ok(Decided::new(group, event))
}

/// Gives a group another name; nothing happens if it is the same.
pub fn rename_group(by: Keeper<'_>, before: &ResourceGroup, name: Name) -> Result<Decided<ResourceGroup>, ResourceRefused> {
    by.may_manage()?;
    let after = ResourceGroup { name, ..before.clone() };
    let Some((then, now)) = moved(&details(before), &details(&after)) else {
        return Ok(Decided { value: after, events: Vec::new() });
    };
    let event = Event::ResourceGroupChanged { group: before.id, before: then, after: now };
    Ok(Decided::new(after, event))
}

/// Deletes a group, and with it every choice of it; what was in it stays. `had` are those who had it chosen, one more than are told
/// if there are so many. Nobody needs it: where exactly one is wanted, that is never a group.
pub fn delete_group(
    by: Keeper<'_>,
    group: &ResourceGroup,
    contents: &[ResourceId],
    had: Holders<'_>,
) -> Result<Decided<()>, ResourceRefused> {
    by.may_manage()?;
    let event = Event::ResourceGroupDeleted {
        group: group.id,
        kind: group.kind.clone(),
        name: group.name.to_string(),
        resources: contents.to_vec(),
        members: had.iter().take(MOST_TOLD).copied().collect(),
        more: had.len() > MOST_TOLD,
    };
    Ok(Decided::new((), event))
}

fn details(of: &ResourceGroup) -> Details {
    [("name", Detail::Text(of.name.to_string()))].into()
}
