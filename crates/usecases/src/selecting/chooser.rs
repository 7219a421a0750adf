//! Choosing resources for somebody together with a change of their levels: what stands, what is asked for, and who asks.

use std::collections::{BTreeSet, HashMap};

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
        let more = self.more(unit, organization, &standing).await?;
        Ok(self.with(standing, &more))
    }

    /// For each of these, in a few statements.
    pub(crate) async fn of_all(
        &self,
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        members: &[MemberId],
    ) -> Result<HashMap<MemberId, Chosen<'_>>, StoreError> {
        let has_kinds = !organization.model.resource_kinds().is_empty();
        let all = if has_kinds { unit.selections().of_all(organization.id, members).await? } else { Vec::new() };
        let more = self.more(unit, organization, &all).await?;
        let mut standing: HashMap<MemberId, Vec<Selected>> = HashMap::new();
        for one in all {
            standing.entry(one.member).or_default().push(one);
        }
        let of = |member: &MemberId| (*member, self.with(standing.remove(member).unwrap_or_default(), &more));
        Ok(members.iter().map(of).collect())
    }

    /// For somebody who isn't here yet.
    pub(crate) fn of_nobody(&self) -> Chosen<'_> {
        self.with(Vec::new(), &Named::NOTHING)
    }

    /// What these name besides what is asked for.
    async fn more(
        &self,
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        standing: &[Selected],
    ) -> Result<Named, StoreError> {
        let there: BTreeSet<Part> = self.named.parts().collect();
        let parts: BTreeSet<Part> = standing.iter().flat_map(|one| one.selection.parts()).collect();
        named(unit, organization.id, parts.difference(&there).copied()).await
    }

    /// For one person who has this chosen. `more` holds what it names, by id.
    fn with(&self, standing: Vec<Selected>, more: &Named) -> Chosen<'_> {
        let mut named = self.named.clone();
        let parts: BTreeSet<Part> = standing.iter().flat_map(|one| one.selection.parts()).collect();
        for part in parts {
            match part {
                Part::Resource(id) => named.resources.extend(with_id(&more.resources, &id, |one| one.id).cloned()),
                Part::Group(id) => named.groups.extend(with_id(&more.groups, &id, |one| one.id).cloned()),
            }
        }
        let resources = named.resources.iter().filter(|one| !self.known.has(one, self.own(&one.kind)));
        let groups = named.groups.iter().filter(|one| !self.known.has_group(one, self.own(&one.kind)));
        let unknown = resources.map(|one| Part::Resource(one.id)).chain(groups.map(|one| Part::Group(one.id))).collect();
        Chosen { chooser: self, standing, named, unknown }
    }

    fn own(&self, kind: &KindKey) -> &Selection {
        self.own.iter().find(|own| own.kind == *kind).map_or(&Selection::None, |own| &own.selection)
    }
}

/// The one with this id, where they are in its order.
fn with_id<'a, T, I: Ord>(all: &'a [T], id: &I, of: fn(&T) -> I) -> Option<&'a T> {
    all.binary_search_by_key(id, of).ok().and_then(|at| all.get(at))
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
