//! Making, changing and deleting resources.

use std::collections::BTreeSet;

use super::{Filled, Holders, Keeper, MOST_GROUPS, MOST_IN_A_GROUP, Resource, ResourceRefused};
use crate::access_model::ResourceKindSpec;
use crate::decided::Decided;
use crate::event::{Detail, Details, Event, moved};
use crate::id::{ResourceGroupId, ResourceId};
use crate::instant::Instant;
use crate::keys::KindKey;
use crate::may_grant::{may_at_root, may_share};
use crate::organization::Organization;
use crate::text::Name;

/// A resource that is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewResource {
    /// Its id.
    pub id: ResourceId,
    /// What sort of thing.
    pub kind: KindKey,
    /// Its name.
    pub name: Name,
    /// Whether every member is to reach it.
    pub for_everyone: bool,
    /// The groups that it is to be in.
    pub groups: BTreeSet<ResourceGroupId>,
}

/// What is to become of a resource; absent fields stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ResourceChange {
    /// Another name.
    pub name: Option<Name>,
    /// Whether every member is to reach it.
    pub for_everyone: Option<bool>,
    /// Other groups to be in, and no more than these.
    pub groups: Option<BTreeSet<ResourceGroupId>>,
}

/// Makes a resource. `groups` are those that are named, as far as they exist.
pub fn make(
    organization: &Organization,
    by: Keeper<'_>,
    new: NewResource,
    groups: &[Filled],
    now: Instant,
) -> Result<Decided<Resource>, ResourceRefused> {
    by.may_manage()?;
    let kind = organization.model.resource_kind(new.kind.as_str());
    let kind = kind.ok_or_else(|| ResourceRefused::UnknownKind(new.kind.clone()))?;
    let resource = Resource {
        organization: organization.id,
        id: new.id,
        kind: new.kind,
        name: new.name,
        for_everyone: new.for_everyone,
        groups: new.groups,
        created_at: now,
        version: 1,
    };
    if resource.for_everyone {
        // Whether it may be shared is asked of what it would be otherwise: as everybody's it is its maker's, too.
        shareable(kind, &alone(&resource), by)?;
    }
    groupable(kind, &alone(&resource), &resource.groups, groups, by)?;
    let event = Event::ResourceCreated {
        resource: resource.id,
        kind: resource.kind.clone(),
        name: resource.name.to_string(),
        for_everyone: resource.for_everyone,
        groups: resource.groups.clone(),
    };
    Ok(Decided::new(resource, event))
}

/// Changes a resource; nothing happens if all stays the same. `groups` are those that are named, as far as they exist.
pub fn change(
    organization: &Organization,
    by: Keeper<'_>,
    before: &Resource,
    ask: &ResourceChange,
    groups: &[Filled],
) -> Result<Decided<Resource>, ResourceRefused> {
    by.may_manage()?;
    let mut after = before.clone();
    after.name = ask.name.clone().unwrap_or(after.name);
    after.for_everyone = ask.for_everyone.unwrap_or(after.for_everyone);
    after.groups = ask.groups.clone().unwrap_or(after.groups);
    if (after.for_everyone && !before.for_everyone) || !after.groups.is_subset(&before.groups) {
        let kind = organization.model.resource_kind(before.kind.as_str());
        let kind = kind.ok_or_else(|| ResourceRefused::UnknownKind(before.kind.clone()))?;
        // What is everybody's may cease to be, and stay in its groups.
        let otherwise = Resource { for_everyone: false, ..before.clone() };
        if after.for_everyone && !before.for_everyone {
            shareable(kind, &otherwise, by)?;
        }
        groupable(kind, &otherwise, &after.groups, groups, by)?;
    }
    let Some((then, now)) = moved(&details(before), &details(&after)) else {
        return Ok(Decided { value: after, events: Vec::new() });
    };
    let event = Event::ResourceChanged { resource: before.id, before: then, after: now };
    Ok(Decided::new(after, event))
}

/// How many of those who had a deleted resource are told by name.
pub const MOST_TOLD: usize = 1_000;

/// Deletes a resource, and with it every choice of it. `only_of` are those who must have exactly one, and have this; `had` are
/// those who had it chosen, one more than are told if there are so many.
pub fn delete(
    organization: &Organization,
    by: Keeper<'_>,
    resource: &Resource,
    only_of: Holders<'_>,
    had: Holders<'_>,
) -> Result<Decided<()>, ResourceRefused> {
    by.may_manage()?;
    let needs = organization.model.resource_kind(resource.kind.as_str()).and_then(|kind| kind.delete.as_deref());
    if let Some(permission) = needs.and_then(|key| organization.model.permission(key)) {
        may_at_root(by.granter, by.root, permission)?;
    }
    if !only_of.is_empty() {
        return Err(ResourceRefused::InUse(only_of.to_vec()));
    }
    let event = Event::ResourceDeleted {
        resource: resource.id,
        kind: resource.kind.clone(),
        name: resource.name.to_string(),
        for_everyone: resource.for_everyone,
        groups: resource.groups.clone(),
        members: had.iter().take(MOST_TOLD).copied().collect(),
        more: had.len() > MOST_TOLD,
    };
    Ok(Decided::new((), event))
}

fn shareable(kind: &ResourceKindSpec, resource: &Resource, by: Keeper<'_>) -> Result<(), ResourceRefused> {
    if !kind.everyone_allowed {
        return Err(ResourceRefused::NotForEveryone(resource.kind.clone()));
    }
    Ok(may_share(by.granter, by.own, resource)?)
}

/// Whether it may come to be in these groups, beside those that it is in: they are there and of its kind, and whoever puts it there
/// could share it.
fn groupable(
    kind: &ResourceKindSpec,
    resource: &Resource,
    after: &BTreeSet<ResourceGroupId>,
    groups: &[Filled],
    by: Keeper<'_>,
) -> Result<(), ResourceRefused> {
    let added: Vec<&ResourceGroupId> = after.difference(&resource.groups).collect();
    if added.is_empty() {
        return Ok(());
    }
    if !kind.grouped {
        return Err(ResourceRefused::NotGrouped { kind: resource.kind.clone(), at: "/groups" });
    }
    if after.len() > MOST_GROUPS {
        return Err(ResourceRefused::TooManyGroups);
    }
    let find = |id: &&ResourceGroupId| groups.iter().find(|of| of.group.id == **id && of.group.kind == resource.kind);
    let added: Option<Vec<&Filled>> = added.iter().map(find).collect();
    let added = added.ok_or_else(|| ResourceRefused::UnknownGroup(resource.kind.clone()))?;
    may_share(by.granter, by.own, resource)?;
    match added.iter().find(|of| of.resources >= MOST_IN_A_GROUP) {
        Some(full) => Err(ResourceRefused::GroupFull(full.group.name.clone())),
        None => Ok(()),
    }
}

/// The same, as it would be without being everybody's or any group's.
fn alone(resource: &Resource) -> Resource {
    Resource { for_everyone: false, groups: BTreeSet::new(), ..resource.clone() }
}

fn details(of: &Resource) -> Details {
    let groups = of.groups.iter().map(ToString::to_string).collect();
    [
        ("name", Detail::Text(of.name.to_string())),
        ("for_everyone", Detail::Flag(of.for_everyone)),
        ("groups", Detail::Words(groups)),
    ]
    .into()
}
