//! R6 of groups: whatever is done with groups and selections, one act after another, nobody comes to reach by it what wasn't
//! theirs to give who did it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenure_domain::access_model::{AssignedFrom, Reach};
use tenure_domain::may_grant::{Granter, Side};
use tenure_domain::resource::{Keeper, NewResource, Resource, ResourceChange, change, delete_group, make};
use tenure_domain::selection::{Named, Part, SelectFacts, Selected, Selection, assign, select};
use tenure_domain::strategies::{Person, Pick, Scene, id, picks, scenes};
use tenure_domain::{KindKey, MemberId, Name, ResourceGroupId, ResourceId};

use crate::acts::places_of;
use crate::r3_resources::{filled, has, has_group, is_narrowed, reach};

#[derive(Clone, Copy, Debug)]
enum Act {
    /// A resource is in these groups from now on, and maybe for everyone.
    Put { resource: Pick, groups: Pick, for_everyone: Option<bool> },
    /// A resource is made, in these groups.
    Make { groups: Pick },
    /// A group goes.
    Dissolve { group: Pick },
    /// Somebody has these from now on.
    Select { whom: Pick, parts: Pick, from_resource: bool },
    /// Somebody has this one from its own side, or has it no more.
    Assign { whom: Pick, resource: Pick, has: bool },
}

fn acts() -> impl Strategy<Value = Act> {
    let put = (picks(), picks(), proptest::option::weighted(0.3, any::<bool>()));
    prop_oneof![
        4 => put.prop_map(|(resource, groups, for_everyone)| Act::Put { resource, groups, for_everyone }),
        1 => picks().prop_map(|groups| Act::Make { groups }),
        1 => picks().prop_map(|group| Act::Dissolve { group }),
        4 => (picks(), picks(), any::<bool>()).prop_map(|(whom, parts, from_resource)| Act::Select { whom, parts, from_resource }),
        2 => (picks(), picks(), any::<bool>()).prop_map(|(whom, resource, has)| Act::Assign { whom, resource, has }),
    ]
}

/// An organization, and the kind whose groups this is about.
struct House {
    scene: Scene,
    kind: KindKey,
}

impl House {
    fn chosen(&self, member: MemberId) -> Selection {
        let person = self.scene.people.iter().find(|person| person.id() == member).unwrap();
        let of_kind = person.selections.iter().find(|one| one.kind == self.kind);
        of_kind.map_or(Selection::None, |one| one.selection.clone())
    }

    fn resources(&self) -> Vec<Resource> {
        self.scene.named.resources.iter().filter(|one| one.kind == self.kind).cloned().collect()
    }

    fn groups(&self) -> Vec<ResourceGroupId> {
        self.scene.named.groups.iter().filter(|one| one.kind == self.kind).map(|one| one.id).collect()
    }

    /// Who reaches which, not counting what everybody does.
    fn reached(&self) -> BTreeSet<(MemberId, ResourceId)> {
        let of = |person: &Person| {
            let (reach, chosen) = (reach(&self.scene, person, self.kind.as_str()), self.chosen(person.id()));
            let those = self.resources().into_iter().filter(move |one| !one.for_everyone && has(reach, &chosen, one));
            those.map(|one| (person.id(), one.id)).collect::<Vec<_>>()
        };
        self.scene.people.iter().flat_map(of).collect()
    }

    /// Who has which group, and so whatever will be in it.
    fn had(&self) -> BTreeSet<(MemberId, ResourceGroupId)> {
        let of = |person: &Person| {
            let (reach, chosen) = (reach(&self.scene, person, self.kind.as_str()), self.chosen(person.id()));
            let those = self.groups().into_iter().filter(move |one| has_group(reach, &chosen, *one));
            those.map(|one| (person.id(), one)).collect::<Vec<_>>()
        };
        self.scene.people.iter().flat_map(of).collect()
    }

    fn has_whole(&self, member: MemberId) -> bool {
        let person = self.scene.people.iter().find(|person| person.id() == member).unwrap();
        match reach(&self.scene, person, self.kind.as_str()) {
            Reach::All => true,
            Reach::Choose | Reach::ExactlyOne => self.chosen(member) == Selection::All,
            Reach::None => false,
        }
    }

    /// What somebody reaches, even if it weren't everybody's.
    fn theirs(&self, person: &Person) -> Vec<ResourceId> {
        let (reach, chosen) = (reach(&self.scene, person, self.kind.as_str()), self.chosen(person.id()));
        self.resources().into_iter().filter(|one| has(reach, &chosen, one)).map(|one| one.id).collect()
    }

    fn select(&mut self, by: &Person, whom: Pick, side: Side, asked: impl FnOnce(&SelectFacts<'_>) -> Option<Selection>) {
        let organization = &self.scene.organization;
        let target = whom.one(&self.scene.people).unwrap().clone();
        let (access, theirs) = (by.access(organization), target.access(organization));
        let (own, before) = (self.chosen(by.id()), self.chosen(target.id()));
        let mut places = places_of(&self.scene, &target.grants);
        places.extend(target.grants.is_empty().then(|| self.scene.places().remove(0)));
        let facts = SelectFacts {
            membership: &target.membership,
            access: &theirs,
            places: &places,
            key: &self.kind,
            kind: self.scene.model().resource_kind(self.kind.as_str()).unwrap(),
            side,
            granter: Granter::Member { id: by.id(), access: &access },
            own: &own,
            before: &before,
            named: &self.scene.named,
            unknown: &BTreeSet::new(),
        };
        let Some(selection) = asked(&facts) else { return };
        let kind = self.kind.clone();
        let person = self.scene.people.iter_mut().find(|person| person.id() == target.id()).unwrap();
        person.selections.retain(|one| one.kind != kind);
        person.selections.push(Selected { selection, ..Selected::nothing(target.id(), kind) });
    }

    /// Does it if it is allowed.
    fn carry_out(&mut self, by: &Person, act: Act) {
        let (organization, root) = (self.scene.organization.clone(), self.scene.places().remove(0));
        let (access, own) = (by.access(&organization), self.chosen(by.id()));
        let keeper = Keeper { granter: Granter::Member { id: by.id(), access: &access }, root: &root, own: &own };
        let (resources, groups) = (self.resources(), self.groups());
        let filled = filled(&self.scene.named.groups, &resources);
        let Named { resources: all, groups: there } = &mut self.scene.named;
        match act {
            Act::Put { resource, groups: into, for_everyone } => {
                let Some(before) = resource.one(&resources) else { return };
                let ask = ResourceChange { for_everyone, groups: Some(into.some(&groups).into_iter().collect()), name: None };
                if let Ok(decided) = change(&organization, keeper, before, &ask, &filled) {
                    *all.iter_mut().find(|one| one.id == before.id).unwrap() = decided.value;
                }
            }
            Act::Make { groups: into } => {
                let id = id(100 + u64::try_from(all.len()).unwrap());
                let (kind, name) = (self.kind.clone(), Name::parse("New").unwrap());
                let groups = into.some(&groups).into_iter().collect();
                let new = NewResource { id, kind, name, for_everyone: false, groups };
                if let Ok(decided) = make(&organization, keeper, new, &filled, self.scene.now) {
                    all.push(decided.value);
                }
            }
            Act::Dissolve { group } => {
                let Some(gone) = group.one(&groups).copied() else { return };
                let group = there.iter().find(|one| one.id == gone).unwrap();
                if delete_group(keeper, group, &[], &[]).is_ok() {
                    there.retain(|one| one.id != gone);
                    for one in all {
                        one.groups.remove(&gone);
                    }
                    let selections = self.scene.people.iter_mut().flat_map(|person| &mut person.selections);
                    selections.for_each(|one| one.selection = one.selection.without(gone));
                }
            }
            Act::Select { whom, parts, from_resource } => {
                let of_kind = resources.iter().map(|one| Part::Resource(one.id)).chain(groups.into_iter().map(Part::Group));
                let asked = Selection::only(parts.some(&of_kind.collect::<Vec<_>>()));
                let side = if from_resource { Side::Resource } else { Side::Member };
                self.select(by, whom, side, |facts| Some(select(facts, &asked).ok()?.value));
            }
            Act::Assign { whom, resource, has } => {
                let Some(one) = resource.one(&resources) else { return };
                self.select(by, whom, Side::Resource, |facts| Some(assign(facts, one, has).ok()?.value));
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r6_nobody_comes_to_reach_by_groups_what_was_not_the_givers(
        scene in scenes(),
        acts in proptest::collection::vec((picks(), acts()), 1..=12),
    ) {
        let grouped = scene.model().resource_kinds().iter().find(|kind| kind.grouped);
        let Some(spec) = grouped.cloned() else { return Ok(()) };
        let mut house = House { kind: spec.kind_key().unwrap(), scene };
        for (who, act) in acts {
            let by = who.one(&house.scene.people).unwrap().clone();
            let whole = house.has_whole(by.id());
            let assigns = matches!(act, Act::Select { from_resource: true, .. } | Act::Assign { .. })
                && spec.assigned_from != AssignedFrom::Member
                && !is_narrowed(&house.scene, &by);
            let everyones: BTreeSet<ResourceId> =
                house.resources().into_iter().filter(|one| one.for_everyone).map(|one| one.id).collect();
            let (before, theirs, had_before) = (house.reached(), house.theirs(&by), house.had());
            house.carry_out(&by, act);
            for (member, group) in house.had().difference(&had_before) {
                let had = had_before.contains(&(by.id(), *group));
                prop_assert!(had && *member != by.id(), "{act:?}: {member} has {group}, whatever will be in it");
            }
            for (member, resource) in house.reached().difference(&before) {
                // Who has all of it has what is made tomorrow.
                if matches!(act, Act::Make { .. }) && house.has_whole(*member) {
                    continue;
                }
                // What was everybody's until now was anybody's to choose, and nobody reaches it who didn't.
                let had = theirs.contains(resource) || whole || everyones.contains(resource);
                prop_assert!(had || assigns, "{act:?}: {member} reaches {resource}");
                prop_assert!(assigns || whole || everyones.contains(resource) || *member != by.id(), "nobody widens their own reach");
            }
        }
    }
}
