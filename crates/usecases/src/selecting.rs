//! Loading what decisions about resources rest on.

mod chooser;
mod named;

pub(crate) use chooser::{Chooser, Chosen, replace, too_many};
pub(crate) use named::{groups_of, named};

use std::collections::BTreeSet;

use tenure_domain::access_model::ResourceKindSpec;
use tenure_domain::may_grant::Side;
use tenure_domain::resource::{Keeper, Known, Resource, ResourceGroup};
use tenure_domain::selection::{Named, Part, SelectFacts, Selected};
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, MemberId, ResourceGroupId, WorkspaceId};
use tenure_port_store::{OrganizationUnit, Unit};

use crate::{Acting, Failure, Loaded, load};

/// Who acts on resources of a kind: what they may know of, and what they have of it themselves.
pub(crate) struct Managing {
    root: Place,
    known: Known,
    own: Selected,
}

impl Managing {
    pub(crate) async fn load<R>(unit: &mut (dyn Unit + 'static), acting: &Acting, kind: &KindKey) -> Result<Self, Failure<R>> {
        let organization = &acting.organization;
        let root = load::place(unit, organization, organization.root).await?.ok_or(Failure::NotFound)?;
        let at: Vec<WorkspaceId> = acting.access.workspaces().collect();
        let places = load::places(unit, organization, &at).await?;
        let own = unit.selections().find(organization.id, acting.membership.id, kind).await?;
        Ok(Self { known: Known::of(&acting.access, &root, &places), root, own })
    }

    /// As one who manages resources.
    pub(crate) fn by<'a>(&'a self, acting: &'a Acting) -> Keeper<'a> {
        Keeper { granter: acting.granter(), root: &self.root, own: &self.own.selection }
    }

    /// Whether they may know of this resource.
    pub(crate) fn knows(&self, acting: &Acting, resource: &Resource) -> bool {
        debug_assert_eq!(self.own.member, acting.membership.id, "it is theirs");
        self.known.has(resource, &self.own.selection)
    }

    /// Whether they may know of this group.
    pub(crate) fn knows_group(&self, group: &ResourceGroup) -> bool {
        self.known.has_group(group, &self.own.selection)
    }
}

/// A group that the actor may know of, and the actor as who manages its kind.
pub(crate) async fn known_group<R>(
    unit: &mut (dyn Unit + 'static),
    acting: &Acting,
    id: ResourceGroupId,
) -> Result<(ResourceGroup, Managing), Failure<R>> {
    let found = unit.resource_groups().find_all(acting.organization.id, &[id]).await?.pop();
    let group = found.ok_or(Failure::NotFound)?;
    let managing = Managing::load(unit, acting, &group.kind).await?;
    if managing.knows_group(&group) { Ok((group, managing)) } else { Err(Failure::NotFound) }
}

/// A member for whom something of a kind is chosen, with all that this decision needs.
pub(crate) struct Selecting {
    managing: Managing,
    member: Loaded,
    /// What stands.
    pub(crate) standing: Selected,
    named: Named,
    unknown: BTreeSet<Part>,
}

impl Selecting {
    /// `asked` is what is named beside what stands. To who can't see a member they don't exist.
    pub(crate) async fn load<R>(
        unit: &mut (dyn OrganizationUnit + 'static),
        acting: &Acting,
        managing: Managing,
        member: MemberId,
        kind: &KindKey,
        asked: impl IntoIterator<Item = Part>,
    ) -> Result<Self, Failure<R>> {
        let organization = &acting.organization;
        let mut member = Loaded::find(unit, organization, member).await?.ok_or(Failure::NotFound)?;
        if member.places.is_empty() {
            // Somebody without any grant is theirs to choose for who may at the root.
            member.places.push(managing.root.clone());
        }
        let is_oneself = member.membership.id == acting.membership.id;
        if !is_oneself && !member.places.iter().any(|place| acting.workspace_is_seen(place)) {
            return Err(Failure::NotFound);
        }
        let standing = unit.selections().find(organization.id, member.membership.id, kind).await?;
        let parts: BTreeSet<Part> = standing.selection.parts().chain(asked).collect();
        let there = named(unit, organization.id, parts).await?;
        // What they may not know of is to them as if it weren't there: what stands of it stays, and none of it can be named.
        let known = |resource: &&Resource| !managing.knows(acting, resource);
        let resources = there.resources.iter().filter(known).map(|one| Part::Resource(one.id));
        let groups = there.groups.iter().filter(|group| !managing.knows_group(group)).map(|one| Part::Group(one.id));
        let beyond: BTreeSet<Part> = resources.chain(groups).collect();
        let named = there.without(&beyond);
        let unknown = standing.selection.parts().filter(|part| beyond.contains(part)).collect();
        Ok(Self { managing, member, standing, named, unknown })
    }

    pub(crate) fn facts<'a>(
        &'a self,
        acting: &'a Acting,
        key: &'a KindKey,
        kind: &'a ResourceKindSpec,
        side: Side,
    ) -> SelectFacts<'a> {
        SelectFacts {
            membership: &self.member.membership,
            access: &self.member.access,
            places: &self.member.places,
            key,
            kind,
            side,
            granter: acting.granter(),
            own: &self.managing.own.selection,
            before: &self.standing.selection,
            named: &self.named,
            unknown: &self.unknown,
        }
    }
}
