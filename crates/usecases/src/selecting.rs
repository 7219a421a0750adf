//! Loading what decisions about resources rest on.

mod chooser;

pub(crate) use chooser::{Chooser, replace, too_many};

use std::collections::BTreeSet;

use tenure_domain::access_model::ResourceKindSpec;
use tenure_domain::may_grant::Side;
use tenure_domain::resource::{Keeper, Known, Resource};
use tenure_domain::selection::{SelectFacts, Selected};
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, MemberId, ResourceId, WorkspaceId};
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
}

/// A member for whom something of a kind is chosen, with all that this decision needs.
pub(crate) struct Selecting {
    managing: Managing,
    member: Loaded,
    /// What stands.
    pub(crate) standing: Selected,
    named: Vec<Resource>,
    unknown: BTreeSet<ResourceId>,
}

impl Selecting {
    /// `asked` are the resources that are named beside those that stand. To who can't see a member they don't exist.
    pub(crate) async fn load<R>(
        unit: &mut (dyn OrganizationUnit + 'static),
        acting: &Acting,
        managing: Managing,
        member: MemberId,
        kind: &KindKey,
        asked: impl IntoIterator<Item = ResourceId>,
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
        let ids: BTreeSet<ResourceId> = standing.selection.resources().chain(asked).collect();
        let named = unit.resources().find_all(organization.id, &ids.into_iter().collect::<Vec<_>>()).await?;
        let (named, beyond): (Vec<Resource>, Vec<Resource>) =
            named.into_iter().partition(|resource| managing.knows(acting, resource));
        // What they may not know of is to them as if it weren't there: what stands of it stays, and none of it can be named.
        let stands = |id: &ResourceId| standing.selection.resources().any(|one| one == *id);
        let unknown = beyond.iter().map(|resource| resource.id).filter(stands).collect();
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
