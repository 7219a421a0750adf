//! Reading resources, and what members reach of them.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::access::{Access, Reason};
use tenure_domain::access_model::{Reach, ResourceKindSpec};
use tenure_domain::membership::Status;
use tenure_domain::resource::{Known, Resource, ResourceGroup};
use tenure_domain::{KindKey, MemberId, Name, ResourceGroupId, ResourceId};
use tenure_port_store::{
    Bounded, GroupFilter, ListedRow, MemberFilter, MemberRow, MemberSort, Page, PageAsk, ResourceFilter, ResourceReached,
    ResourceSights, SelectionRow,
};

use uuid::Uuid;

use super::lists::wider;
use super::{Reader, places};
use crate::{Failure, ListRefused, Never};

/// What a member has of one kind of the model, as far as the reader may know of it.
#[derive(Clone, Debug)]
pub struct MemberSelection {
    /// What the model says of the kind.
    pub kind: ResourceKindSpec,
    /// Whether the member's levels give them all of it, whatever is chosen.
    pub implied: bool,
    /// What is chosen.
    pub chosen: SelectionRow,
}

/// What lists show of members' resources: of the kinds that the access model says so of.
#[derive(Clone, Debug, Default)]
pub struct ListedResources {
    /// The kinds, in the model's order.
    pub kinds: Vec<ResourceKindSpec>,
    /// For each of them, whether the reader may know of all that there is.
    whole: Vec<bool>,
    of: BTreeMap<(MemberId, KindKey), ListedRow>,
    implied: BTreeSet<(MemberId, KindKey)>,
}

/// What a list shows of one member's resources of a kind.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listed {
    /// Whether all of the kind was chosen for them.
    pub all: bool,
    /// The first that were chosen for them, by name.
    pub first: Vec<(ResourceId, Name)>,
    /// Whether there are more.
    pub more: bool,
    /// The first groups of them that were chosen, by name.
    pub groups: Vec<(ResourceGroupId, Name)>,
    /// Whether there are more of those.
    pub more_groups: bool,
    /// Whether their levels give them all of it, whatever is chosen.
    pub implied: bool,
    /// Whether the reader may know of all that there is of the kind: otherwise there may be more than is told.
    pub whole: bool,
}

impl ListedResources {
    /// What a member has of each of the kinds, in their order.
    pub fn of(&self, member: MemberId) -> impl Iterator<Item = (&ResourceKindSpec, Listed)> {
        self.kinds.iter().zip(&self.whole).filter_map(move |(kind, whole)| {
            let key = (member, kind.kind_key()?);
            let ListedRow { all, mut first, mut groups } = self.of.get(&key).cloned().unwrap_or_default();
            let (more, more_groups) = (first.len() > LISTED, groups.len() > LISTED);
            first.truncate(LISTED);
            groups.truncate(LISTED);
            let implied = self.implied.contains(&key);
            Some((kind, Listed { all, first, more, groups, more_groups, implied, whole: *whole }))
        })
    }
}

/// How many resources of a kind a list shows of each member.
const LISTED: usize = 5;

/// What somebody alone has, and nobody would without them.
#[derive(Clone, PartialEq, Debug)]
pub struct HadAlone {
    /// The first of it, by name in each kind.
    pub first: Vec<Resource>,
    /// How much it is.
    pub count: Bounded,
}

/// How much of what somebody alone has is shown, and how far it is counted.
const SHOWN_ALONE: usize = 20;
const COUNTED_ALONE: u32 = 1_000;

/// Somebody who reaches a resource.
#[derive(Clone, PartialEq, Debug)]
pub struct Reaching {
    /// Who, unmasked, with those of their grants that the reader may know of.
    pub row: MemberRow,
    /// What they reach it by.
    pub because: Vec<Reason>,
    /// Whether nobody else who is active has it by choice: without them it is left with nobody.
    pub alone: bool,
}

impl Reader<'_> {
    /// As one who looks at resources.
    pub(super) async fn resource_sights(&self) -> Result<ResourceSights, Failure<Never>> {
        let root = places(self.queries, &self.organization, &[self.organization.root]).await?.pop().ok_or(Failure::NotFound)?;
        Ok(ResourceSights { viewer: self.membership.id, known: Known::of(&self.access, &root, &self.places) })
    }

    /// A page of the resources that they may know of, by name.
    pub async fn resources(&self, filter: &ResourceFilter, page: &PageAsk) -> Result<Page<Resource>, Failure<Never>> {
        let sights = self.resource_sights().await?;
        let mut page = self.queries.resources(self.id(), &sights, filter, page).await?;
        self.narrow_groups(&mut page.items).await?;
        Ok(page)
    }

    /// Leaves of the groups of resources those that the reader may know of.
    async fn narrow_groups(&self, resources: &mut [Resource]) -> Result<(), Failure<Never>> {
        let named = resources.iter().flat_map(|one| one.groups.iter().copied()).collect();
        let known: BTreeSet<ResourceGroupId> = self.these_resource_groups(&named).await?.iter().map(|group| group.id).collect();
        for one in resources {
            one.groups.retain(|group| known.contains(group));
        }
        Ok(())
    }

    /// A resource that they may know of, with the groups of it that they may know of.
    pub async fn resource(&self, id: ResourceId) -> Result<Resource, Failure<Never>> {
        let mut found = self.whole_resource(id).await?;
        self.narrow_groups(std::slice::from_mut(&mut found)).await?;
        Ok(found)
    }

    /// What resources and groups of them are called, of these ids, as far as the reader may know of them.
    pub async fn thing_names(&self, of: &[Uuid]) -> Result<BTreeMap<Uuid, String>, Failure<Never>> {
        if self.organization.model.resource_kinds().is_empty() {
            return Ok(BTreeMap::new());
        }
        let sights = self.resource_sights().await?;
        let ids: Vec<ResourceId> = of.iter().map(|id| (*id).into()).collect();
        let resources = self.queries.these_resources(self.id(), &sights, &ids).await?;
        let ids: Vec<ResourceGroupId> = of.iter().map(|id| (*id).into()).collect();
        let groups = self.queries.these_resource_groups(self.id(), &sights, &ids).await?;
        let resources = resources.into_iter().map(|one| (one.id.uuid(), one.name.to_string()));
        Ok(resources.chain(groups.into_iter().map(|one| (one.id.uuid(), one.name.to_string()))).collect())
    }

    /// A page of the groups of resources that they may know of, by name.
    pub async fn resource_groups(&self, filter: &GroupFilter, page: &PageAsk) -> Result<Page<ResourceGroup>, Failure<Never>> {
        Ok(self.queries.resource_groups(self.id(), &self.resource_sights().await?, filter, page).await?)
    }

    /// A group of resources that they may know of.
    pub async fn resource_group(&self, id: ResourceGroupId) -> Result<ResourceGroup, Failure<Never>> {
        self.these_resource_groups(&[id].into()).await?.pop().ok_or(Failure::NotFound)
    }

    /// Those of these groups that they may know of.
    pub async fn these_resource_groups(&self, ids: &BTreeSet<ResourceGroupId>) -> Result<Vec<ResourceGroup>, Failure<Never>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<ResourceGroupId> = ids.iter().copied().collect();
        Ok(self.queries.these_resource_groups(self.id(), &self.resource_sights().await?, &ids).await?)
    }

    /// A resource that they may know of, with all the groups that it is in: decisions rest on it, and it is shown to nobody.
    pub(super) async fn whole_resource(&self, id: ResourceId) -> Result<Resource, Failure<Never>> {
        let sights = self.resource_sights().await?;
        self.queries.resource(self.id(), &sights, id).await?.ok_or(Failure::NotFound)
    }

    /// Who reaches a resource that they may know of, to filter members by.
    pub async fn reached(&self, id: ResourceId) -> Result<ResourceReached, Failure<Never>> {
        Ok(self.reached_by(&self.resource(id).await?))
    }

    pub(super) fn reached_by(&self, resource: &Resource) -> ResourceReached {
        let levels = self.organization.model.level_reach(&resource.kind);
        ResourceReached { resource: resource.id, for_everyone: resource.for_everyone, levels }
    }

    /// What a member alone of all active ones has by choice of these kinds, as far as the reader may know of it.
    pub async fn had_alone(&self, member: MemberId, kinds: &[KindKey]) -> Result<HadAlone, Failure<Never>> {
        let (mut found, mut all_looked_at) = (Vec::new(), true);
        if !kinds.is_empty() {
            let sights = self.resource_sights().await?;
            for kind in kinds {
                let levels = self.organization.model.level_reach(kind);
                let alone = self.queries.had_alone(self.id(), &sights, member, &levels, COUNTED_ALONE + 1).await?;
                found.extend(alone.resources);
                all_looked_at &= alone.all_looked_at;
            }
        }
        let many = u32::try_from(found.len()).unwrap_or(u32::MAX);
        found.truncate(SHOWN_ALONE);
        let exact = all_looked_at && many <= COUNTED_ALONE;
        Ok(HadAlone { first: found, count: Bounded { value: many.min(COUNTED_ALONE), exact } })
    }

    /// A page of those who reach a resource that they may know of, by name, and what each reaches it by.
    pub async fn resource_members(&self, id: ResourceId, page: &PageAsk) -> Result<Page<Reaching>, Failure<ListRefused>> {
        let about = self.whole_resource(id).await.map_err(wider)?;
        let filter = MemberFilter { resource: Some(self.reached_by(&about)), ..MemberFilter::default() };
        let mut page = self.whole_members(&filter, MemberSort::Name, page).await?;
        let choices = self.choices_of(&about, &page.items).await.map_err(wider)?;
        let because = |row: &MemberRow| self.access_of(row).reached_by(&about, &choices.of(row.membership.id, &about));
        let mut chains: Vec<Vec<Reason>> = page.items.iter().map(because).collect();
        self.leave_known_groups(chains.iter_mut().collect()).await.map_err(wider)?;
        self.narrow(&mut page.items).await.map_err(wider)?;
        let alone = self.alone_in(&about, &page.items, &chains).await.map_err(wider)?;
        let mut chains = chains.into_iter();
        Ok(page.map(|row| Reaching { alone: alone == Some(row.membership.id), row, because: chains.next().unwrap_or_default() }))
    }

    /// Who of these, if anybody, is the only one who is active and has this by choice.
    async fn alone_in(
        &self,
        about: &Resource,
        rows: &[MemberRow],
        chains: &[Vec<Reason>],
    ) -> Result<Option<MemberId>, Failure<Never>> {
        let chose =
            |because: &[Reason]| because.iter().any(|one| matches!(one, Reason::Chosen | Reason::WholeKind | Reason::ByGroup(_)));
        let counts = |(row, because): &(&MemberRow, &Vec<Reason>)| row.membership.status == Status::Active && chose(because);
        let mut counting = rows.iter().zip(chains).filter(counts);
        let (Some((only, _)), None) = (counting.next(), counting.next()) else { return Ok(None) };
        if about.for_everyone {
            return Ok(None);
        }
        let (member, levels) = (only.membership.id, self.organization.model.level_reach(&about.kind));
        let another = self.queries.has_another(self.id(), about.id, member, &levels).await?;
        Ok((!another).then_some(member))
    }

    /// What a change of access would leave with nobody.
    pub async fn left_alone(&self, of: &MemberRow, before: &Access, after: &Access) -> Result<HadAlone, Failure<Never>> {
        // Whoever isn't active covers nothing as it is.
        let kinds = if of.membership.status == Status::Active { before.leaves(after) } else { Vec::new() };
        self.had_alone(of.membership.id, &kinds).await
    }

    /// What was chosen for these members, whom they see, of the kinds that lists show; where the model lists none, nothing is looked up.
    pub async fn listed_of(&self, rows: &[MemberRow]) -> Result<ListedResources, Failure<Never>> {
        let kinds = self.organization.model.resource_kinds().iter().filter(|kind| kind.listed);
        let (kinds, keys): (Vec<_>, Vec<_>) = kinds.filter_map(|kind| Some((kind.clone(), kind.kind_key()?))).unzip();
        if kinds.is_empty() {
            return Ok(ListedResources::default());
        }
        let members: Vec<MemberId> = rows.iter().map(|row| row.membership.id).collect();
        let (sights, up_to) = (self.resource_sights().await?, u32::try_from(LISTED + 1).unwrap_or(u32::MAX));
        let of = self.queries.listed(self.id(), &sights, &members, &keys, up_to).await?;
        let mut implied = BTreeSet::new();
        for row in rows {
            let access = self.whole_access_of(row);
            let all = keys.iter().filter(|key| access.reach_into(key.as_str()) == Reach::All);
            implied.extend(all.map(|key| (row.membership.id, key.clone())));
        }
        let whole = keys.iter().map(|key| sights.known.whole.contains(key)).collect();
        Ok(ListedResources { kinds, whole, of, implied })
    }

    /// What a member whom they may see has of each kind of the model.
    pub async fn selections(&self, member: MemberId) -> Result<Vec<MemberSelection>, Failure<Never>> {
        let row = self.queries.member(self.id(), &self.own_viewer(), member).await?.ok_or(Failure::NotFound)?;
        let kinds = self.organization.model.resource_kinds();
        if kinds.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = self.queries.selections(self.id(), &self.resource_sights().await?, member).await?;
        let grants: Vec<_> = row.grants.into_iter().map(|of| of.grant).collect();
        let access = Access::new(self.organization.setting(), row.membership.status, &grants);
        let mut of = |kind: &ResourceKindSpec, key: KindKey| {
            let nothing = SelectionRow { kind: key, all: false, resources: Vec::new(), groups: Vec::new(), version: 0 };
            let at = found.iter().position(|row| row.kind == nothing.kind);
            let chosen = at.map_or(nothing, |at| found.swap_remove(at));
            MemberSelection { kind: kind.clone(), implied: access.reach_into(&kind.key) == Reach::All, chosen }
        };
        Ok(kinds.iter().filter_map(|kind| Some(of(kind, kind.kind_key()?))).collect())
    }
}
