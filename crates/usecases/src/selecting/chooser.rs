//! Choosing resources for somebody together with a change of their levels: what stands, what is asked for, and who asks.

use std::collections::BTreeSet;

use tenure_domain::organization::Organization;
use tenure_domain::resource::Known;
use tenure_domain::selection::{BindRefused, Choices, Choosing, MOST_CHOSEN, Named, Part, SelectRefused, Selected, Selection};
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, MemberId, WorkspaceId};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use super::named;
use crate::{Acting, Failure, load};

/// Who chooses, and what they ask for. The default is somebody who knows of nothing and asks for nothing: an operator.
#[derive(Debug, Default)]
pub(crate) struct Chooser {
    own: Vec<Selected>,
    known: Known,
    asked: Choices,
    named: Named,
}

/// The same for one person.
#[derive(Debug)]
pub(crate) struct Chosen<'a> {
    chooser: &'a Chooser,
    standing: Vec<Selected>,
    named: Named,
    unknown: BTreeSet<Part>,
}

/// More than can be chosen one by one isn't even looked up.
pub(crate) fn too_many(asked: &Choices) -> Option<BindRefused> {
    let (kind, _) = asked.iter().find(|(_, selection)| selection.parts().count() > MOST_CHOSEN)?;
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
        let parts: BTreeSet<Part> = asked.values().flat_map(Selection::parts).collect();
        let named = named(unit, organization.id, parts).await?;
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
        let there: BTreeSet<Part> = self.named.parts().collect();
        let is_new = |part: &Part| !there.contains(part);
        let more: BTreeSet<Part> = standing.iter().flat_map(|one| one.selection.parts()).filter(is_new).collect();
        let more = named(unit, organization.id, more).await?;
        let mut named = self.named.clone();
        named.resources.extend(more.resources);
        named.groups.extend(more.groups);
        let resources = named.resources.iter().filter(|one| !self.known.has(one, self.own(&one.kind)));
        let groups = named.groups.iter().filter(|one| !self.known.has_group(one, self.own(&one.kind)));
        let unknown = resources.map(|one| Part::Resource(one.id)).chain(groups.map(|one| Part::Group(one.id))).collect();
        Ok(Chosen { chooser: self, standing, named, unknown })
    }

    fn own(&self, kind: &KindKey) -> &Selection {
        self.own.iter().find(|own| own.kind == *kind).map_or(&Selection::None, |own| &own.selection)
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

/// Puts what was decided in the place of what stood.
pub(crate) async fn replace(unit: &mut (dyn OrganizationUnit + 'static), decided: &[Selected]) -> Result<(), StoreError> {
    for selected in decided {
        unit.selection_changes().replace(selected).await?;
    }
    Ok(())
}
