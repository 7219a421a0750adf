//! Choosing resources for somebody together with a change of their levels: what stands, what is asked for, and who asks.

use std::collections::BTreeSet;

use tenure_domain::organization::Organization;
use tenure_domain::resource::{Known, Resource};
use tenure_domain::selection::{BindRefused, Choices, Choosing, MOST_CHOSEN, SelectRefused, Selected, Selection};
use tenure_domain::workspace::Place;
use tenure_domain::{MemberId, ResourceId, WorkspaceId};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use crate::{Acting, Failure, load};

/// Who chooses, and what they ask for. The default is somebody who knows of nothing and asks for nothing: an operator.
#[derive(Debug, Default)]
pub(crate) struct Chooser {
    own: Vec<Selected>,
    known: Known,
    asked: Choices,
    named: Vec<Resource>,
}

/// The same for one person.
#[derive(Debug)]
pub(crate) struct Chosen<'a> {
    chooser: &'a Chooser,
    standing: Vec<Selected>,
    named: Vec<Resource>,
    unknown: BTreeSet<ResourceId>,
}

/// More than can be chosen one by one isn't even looked up.
pub(crate) fn too_many(asked: &Choices) -> Option<BindRefused> {
    let (kind, _) = asked.iter().find(|(_, selection)| selection.resources().count() > MOST_CHOSEN)?;
    Some(BindRefused { kind: kind.clone(), why: SelectRefused::TooMany })
}

impl Chooser {
    pub(crate) async fn load<R>(unit: &mut (dyn Unit + 'static), acting: &Acting, asked: &Choices) -> Result<Self, Failure<R>> {
        let organization = &acting.organization;
        let asked = asked.clone();
        if organization.model.resource_kinds().is_empty() {
            return Ok(Self { asked, ..Self::default() });
        }
        let at: Vec<WorkspaceId> = acting.access.workspaces().chain([organization.root]).collect();
        let places = load::places(unit, organization, &at).await?;
        let root = places.iter().find(|place| place.workspace() == organization.root).ok_or(Failure::NotFound)?;
        let known = Known::of(&acting.access, root, &places);
        let own = unit.selections().of(organization.id, acting.membership.id).await?;
        let ids: BTreeSet<ResourceId> = asked.values().flat_map(Selection::resources).collect();
        let named = found(unit, organization, ids).await?;
        Ok(Self { own, known, asked, named })
    }

    /// For one person, or for somebody who isn't here yet.
    pub(crate) async fn of(
        &self,
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        member: Option<MemberId>,
    ) -> Result<Chosen<'_>, StoreError> {
        let standing = match member {
            Some(member) if !organization.model.resource_kinds().is_empty() => {
                unit.selections().of(organization.id, member).await?
            }
            _ => Vec::new(),
        };
        let is_new = |id: &ResourceId| !self.named.iter().any(|one| one.id == *id);
        let more: BTreeSet<ResourceId> = standing.iter().flat_map(|one| one.selection.resources()).filter(is_new).collect();
        let mut named = self.named.clone();
        named.extend(found(unit, organization, more).await?);
        let unknown = named.iter().filter(|one| !self.knows(one)).map(|one| one.id).collect();
        Ok(Chosen { chooser: self, standing, named, unknown })
    }

    fn knows(&self, resource: &Resource) -> bool {
        let own = self.own.iter().find(|own| own.kind == resource.kind);
        self.known.has(resource, own.map_or(&Selection::None, |own| &own.selection))
    }
}

impl Chosen<'_> {
    /// `places` are the workspaces of the person's grants.
    pub(crate) fn facts<'a>(&'a self, places: &'a [Place]) -> Choosing<'a> {
        Choosing {
            standing: &self.standing,
            asked: &self.chooser.asked,
            own: &self.chooser.own,
            named: &self.named,
            unknown: &self.unknown,
            places,
        }
    }
}

async fn found(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    ids: BTreeSet<ResourceId>,
) -> Result<Vec<Resource>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    unit.resources().find_all(organization.id, &ids.into_iter().collect::<Vec<_>>()).await
}

/// Puts what was decided in the place of what stood.
pub(crate) async fn replace(unit: &mut (dyn OrganizationUnit + 'static), decided: &[Selected]) -> Result<(), StoreError> {
    for selected in decided {
        unit.selection_changes().replace(selected).await?;
    }
    Ok(())
}
