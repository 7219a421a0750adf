//! Selections: kept as they are, and what hangs on them answers as the domain does, whoever has which level.

use std::collections::BTreeSet;
use std::sync::Arc;

use tenure_domain::access::Access;
use tenure_domain::membership::Status;
use tenure_domain::resource::{Filled, Known, Resource, ResourceGroup};
use tenure_domain::selection::{Part, Selected, Selection};
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::workspace::Chain;
use tenure_domain::{KindKey, MemberId};
use tenure_port_store::{
    ContactFilter, GroupFilter, MemberFilter, MemberSort, PageAsk, ResourceFilter, ResourceReached, ResourceSights, Sights, Store,
};

use super::{contact_lists, member_lists};
use crate::contract::cases;
use crate::samples::{Office, at, is_stale, levels, new};

fn desk() -> KindKey {
    KindKey::parse("desk").unwrap()
}

/// Somebody, and what they reach desks by.
struct Clerk {
    id: MemberId,
    access: Access,
    chosen: Selection,
}

/// People of every level with every sort of selection of three desks, and a contact each.
struct Staff {
    office: Office,
    desks: Vec<Resource>,
    people: Vec<Clerk>,
}

async fn staff(store: &Arc<dyn Store>) -> Staff {
    let office = Office::found(store).await;
    let root = office.root();
    let mut desks = Vec::new();
    for called in ["Door", "Hall", "Attic"] {
        desks.push(office.resource("desk", called).await);
    }
    office.resource("team", "No desk").await;
    let (halls, none) = (office.group("desk", "Halls").await, office.group("desk", "None").await);
    office.put(&mut desks[1], &[halls.id]).await;
    let one = |at: usize| Selection::only([desks[at].id]);
    let mut people = Vec::new();
    for (held, chosen) in [
        (vec!["agent"], Selection::None),
        (vec!["agent"], one(0)),
        (vec!["agent"], Selection::only([desks[0].id, desks[1].id])),
        (vec!["agent"], one(2)),
        (vec!["agent"], Selection::only([halls.id])),
        (vec!["agent"], Selection::only([Part::from(desks[0].id), none.id.into()])),
        (vec!["clerk"], Selection::only([halls.id])),
        (vec!["agent"], Selection::All),
        (vec!["chief"], Selection::None),
        (vec!["clerk"], one(0)),
        (vec!["clerk"], Selection::All),
        (vec!["agent", "clerk"], one(1)),
        (vec![], one(2)),
        (vec!["agent"], Selection::only([none.id])),
    ] {
        let id = office.hire("Some Body", &[]).await;
        if !held.is_empty() {
            let grant =
                tenure_domain::grant::Grant { levels: levels(&held), ..crate::samples::grant(id, root, "agent", office.chief) };
            let mut unit = office.lock().await;
            unit.grant_changes().insert(&grant).await.unwrap();
            unit.commit().await.unwrap();
        }
        office.select(id, "desk", chosen.clone()).await;
        office.contact_of(id, root, "Con Tact").await;
        let access = Access::new(office.organization.setting(), Status::Active, &office.grants_of(id).await);
        people.push(Clerk { id, access, chosen });
    }
    Staff { office, desks, people }
}

impl Clerk {
    fn reaches(&self, desk: &Resource) -> bool {
        desk.is_reached(self.access.reach_into("desk"), &self.chosen)
    }
}

impl Staff {
    fn in_common(&self, one: &Clerk, other: &Clerk) -> bool {
        one.id == other.id || self.desks.iter().any(|desk| one.reaches(desk) && other.reaches(desk))
    }

    async fn make_everyones(&mut self, at: usize) {
        let desk = Resource { for_everyone: true, ..self.desks[at].clone() };
        let mut unit = self.office.lock().await;
        unit.resource_changes().update(&desk).await.unwrap();
        unit.commit().await.unwrap();
        self.desks[at] = Resource { version: desk.version + 1, ..desk };
    }

    async fn agree_on_what_is_in_common(&self) {
        for viewer in &self.people {
            let sharing = viewer.access.sharing(&desk());
            let mut unit = self.office.open().await;
            let all: Vec<MemberId> = self.people.iter().map(|other| other.id).collect();
            let found = unit.selections().in_common(self.office.id(), &sharing, viewer.id, &all).await.unwrap();
            for other in &self.people {
                assert_eq!(found.contains(&other.id), self.in_common(viewer, other), "{:?} and {:?}", viewer.chosen, other.chosen);
            }
            drop(unit);
            let sight = contact_lists::sight(Chain::root(self.office.root()), Visibility::Shared(desk()), Masking::None);
            let sights = Sights {
                organization: self.office.id(),
                root: self.office.root(),
                viewer: viewer.id,
                entries: vec![sight],
                sharing: vec![sharing],
            };
            let seen = contact_lists::list(&self.office, &sights, &ContactFilter::default(), 3).await;
            let holders: BTreeSet<MemberId> = seen.iter().map(|row| row.assignee.unwrap()).collect();
            let expected = self.people.iter().filter(|other| self.in_common(viewer, other)).map(|other| other.id);
            assert_eq!(holders, expected.collect(), "what {:?} sees", viewer.chosen);
            for other in &self.people {
                let filter = ContactFilter { assignee: Some(Some(other.id)), ..ContactFilter::default() };
                let theirs = contact_lists::list(&self.office, &sights, &filter, 3).await;
                assert_eq!(theirs.len(), usize::from(self.in_common(viewer, other)), "asked for by their assignee");
            }
            let found = ContactFilter { q: Some("tact".to_owned()), ..ContactFilter::default() };
            assert_eq!(contact_lists::list(&self.office, &sights, &found, 3).await.len(), seen.len(), "searched for");
        }
    }
}

async fn a_selection_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Sel Ector", &[]).await;
    let (one, other) = (office.resource("desk", "One").await, office.resource("desk", "Other").await);
    let office_group = office.group("desk", "Both").await;
    let both_sorts = Selection::only([Part::from(one.id), office_group.id.into()]);
    let mut unit = office.lock().await;
    let mut standing = unit.selections().find(office.id(), member, &desk()).await.unwrap();
    assert_eq!(standing, Selected::nothing(member, desk()));
    for selection in [
        Selection::only([one.id, other.id]),
        Selection::All,
        Selection::only([office_group.id]),
        both_sorts,
        Selection::only([other.id]),
        Selection::None,
    ] {
        let next = Selected { selection, ..standing.clone() };
        unit.selection_changes().replace(&next).await.unwrap();
        let again = unit.selection_changes().replace(&next).await;
        assert!(is_stale(&again), "{again:?}");
        standing = Selected { version: next.version + 1, ..next };
        assert_eq!(unit.selections().find(office.id(), member, &desk()).await.unwrap(), standing);
    }
    unit.commit().await.unwrap();
    office.select(member, "team", Selection::All).await;
    let all = office.open().await.selections().of(office.id(), member).await.unwrap();
    assert_eq!(office.open().await.selections().of_all(office.id(), &[new(), member]).await.unwrap(), all, "and so among many");
    let kinds: Vec<(String, Selection)> = all.into_iter().map(|of| (of.kind.to_string(), of.selection)).collect();
    assert_eq!(kinds, [("desk".to_owned(), Selection::None), ("team".to_owned(), Selection::All)]);
}

async fn selections_of_many_are_those_of_each(store: Arc<dyn Store>) {
    let staff = staff(&store).await;
    let (office, people) = (&staff.office, &staff.people);
    office.select(people[0].id, "team", Selection::All).await;
    let all: Vec<MemberId> = people.iter().map(|one| one.id).chain([crate::samples::new()]).collect();
    let mut unit = office.open().await;
    let mut each = Vec::new();
    for member in &all {
        each.extend(unit.selections().of(office.id(), *member).await.unwrap());
    }
    each.sort_by_key(|one| (one.member, one.kind.clone()));
    assert_eq!(each.len(), people.len() + 1);
    assert_eq!(unit.selections().of_all(office.id(), &all).await.unwrap(), each);
    assert_eq!(unit.selections().of_all(office.id(), &[]).await.unwrap(), []);
}

async fn a_resource_that_goes_leaves_selections_in_their_next_version(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (gone, stays) = (office.resource("desk", "Gone").await, office.resource("desk", "Stays").await);
    let (having, other) = (office.hire("Hav Ing", &[]).await, office.hire("Oth Er", &[]).await);
    office.select(having, "desk", Selection::only([gone.id, stays.id])).await;
    office.select(other, "desk", Selection::only([stays.id])).await;
    let mut unit = office.lock().await;
    assert_eq!(unit.selections().choosers(office.id(), &[gone.id.into()], 10).await.unwrap(), [having]);
    let mut both = [having, other];
    both.sort();
    assert_eq!(unit.selections().choosers(office.id(), &[stays.id.into()], 10).await.unwrap(), both);
    assert_eq!(unit.selections().choosers(office.id(), &[stays.id.into()], 1).await.unwrap(), both[..1]);
    unit.resource_changes().remove(&gone).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = office.open().await;
    for (member, version) in [(having, 2), (other, 1)] {
        let left = unit.selections().find(office.id(), member, &desk()).await.unwrap();
        assert_eq!((left.selection, left.version), (Selection::only([stays.id]), version));
    }
}

async fn r5_what_is_in_common_is_what_both_reach(store: Arc<dyn Store>) {
    staff(&store).await.agree_on_what_is_in_common().await;
}

async fn r5_many_resources_of_one_viewer_are_looked_through_at_once(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let desks = office.resources("desk", 600).await;
    let mut people = Vec::new();
    for chosen in [desks.clone(), vec![desks[599]], vec![]] {
        let id = office.hire("Some Body", &[("agent", root)]).await;
        office.select(id, "desk", Selection::only(chosen)).await;
        office.contact_of(id, root, "Con Tact").await;
        people.push(id);
    }
    let sight = contact_lists::sight(Chain::root(root), Visibility::Shared(desk()), Masking::None);
    let access = Access::new(office.organization.setting(), Status::Active, &office.grants_of(people[0]).await);
    let sights =
        Sights { organization: office.id(), root, viewer: people[0], entries: vec![sight], sharing: vec![access.sharing(&desk())] };
    let seen = contact_lists::list(&office, &sights, &ContactFilter::default(), 3).await;
    let holders: BTreeSet<MemberId> = seen.iter().map(|row| row.assignee.unwrap()).collect();
    assert_eq!(holders, people[..2].iter().copied().collect());
}

async fn r5_what_is_for_everyone_is_in_common_with_everybody(store: Arc<dyn Store>) {
    let mut staff = staff(&store).await;
    staff.make_everyones(1).await;
    staff.agree_on_what_is_in_common().await;
}

async fn r3_members_are_found_by_what_they_reach(store: Arc<dyn Store>) {
    let mut staff = staff(&store).await;
    for everyones in [None, Some(2)] {
        if let Some(at) = everyones {
            staff.make_everyones(at).await;
        }
        let viewer = staff.office.everyone().await;
        for desk in &staff.desks {
            let levels = staff.office.organization.model.level_reach(&desk.kind);
            let reached = ResourceReached { resource: desk.id, for_everyone: desk.for_everyone, levels };
            let filter = MemberFilter { resource: Some(reached), ..MemberFilter::default() };
            let rows = member_lists::list(&staff.office, &viewer, &filter, MemberSort::Name).await;
            let found: BTreeSet<MemberId> = rows.iter().map(|row| row.membership.id).collect();
            let expected = staff.people.iter().filter(|who| who.reaches(desk)).map(|who| who.id);
            // The chief who founded the office reaches every desk by level.
            assert_eq!(found, expected.chain([staff.office.chief]).collect(), "{}", desk.name);
            let count = store.queries().count_members(staff.office.id(), &viewer, &filter, 100).await.unwrap();
            assert_eq!((count.value as usize, count.exact), (found.len(), true));
        }
    }
}

async fn what_somebody_reaches_is_told_as_far_as_the_viewer_may_know(store: Arc<dyn Store>) {
    let staff = staff(&store).await;
    let (viewer, of) = (staff.people[1].id, staff.people[2].id);
    for (whole, expected) in [(vec![desk()], vec!["Door", "Hall"]), (vec![], vec!["Door"])] {
        let known = Known { whole: whole.into_iter().collect(), chosen: [desk()].into(), grouped: [desk()].into() };
        let rows = store.queries().selections(staff.office.id(), &ResourceSights { viewer, known }, of).await.unwrap();
        let names: Vec<String> = rows[0].resources.iter().map(|(_, name)| name.to_string()).collect();
        assert_eq!(
            (rows.len(), rows[0].all, rows[0].version, names),
            (1, false, 1, expected.iter().map(ToString::to_string).collect())
        );
    }
}

async fn what_was_chosen_for_whom_is_told_of_several_at_once(store: Arc<dyn Store>) {
    let staff = staff(&store).await;
    let members: Vec<MemberId> = staff.people.iter().map(|who| who.id).collect();
    let desks: Vec<_> = staff.desks.iter().map(|desk| desk.id).collect();
    let told = store.queries().choices(staff.office.id(), &members, &desks).await.unwrap();
    for who in &staff.people {
        for desk in &staff.desks {
            assert_eq!(told.of(who.id, desk).covers(desk), who.chosen.covers(desk), "{:?} and {}", who.chosen, desk.name);
        }
    }
    let told = store.queries().choices(staff.office.id(), &members[1..2], &desks[..1]).await.unwrap();
    assert_eq!((told.single.len(), told.whole.len()), (1, 0), "of those alone who are asked about");
}

async fn holders_of_the_last_one_are_told_by_their_levels(store: Arc<dyn Store>) {
    let staff = staff(&store).await;
    let mut unit = staff.office.open().await;
    let (bound, wider) = (levels(&["clerk"]), levels(&["agent", "chief"]));
    let found = unit.selections().holders(staff.office.id(), staff.desks[0].id, &bound, &wider, 10).await.unwrap();
    assert_eq!(found, [staff.people[9].id], "of the clerks alone, who chose it");
    let found = unit.selections().holders(staff.office.id(), staff.desks[1].id, &bound, &wider, 10).await.unwrap();
    assert!(found.is_empty(), "an agent besides has a wider level: {found:?}");
}

async fn r12_a_selection_goes_with_whoever_is_deleted_and_is_put_back_at_its_next_version(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (one, other) = (office.resource("desk", "One").await, office.resource("desk", "Other").await);
    let was = office.add("Lea Ver", Status::Active, &[("agent", office.root())], |_| {}).await;
    office.select(was.id, "desk", Selection::only([one.id])).await;
    office.select(was.id, "desk", Selection::only([one.id, other.id])).await;
    let left = super::deletions::delete(&office, was.id, crate::samples::at(100)).await;
    let had = left.selections[0].clone();
    assert_eq!((left.selections.len(), had.version), (1, 2));
    assert!(office.open().await.selections().of(office.id(), was.id).await.unwrap().is_empty());
    let mut unit = office.lock().await;
    unit.membership_changes().restore(&was).await.unwrap();
    let kept = unit.receipts().find(office.id(), left.id).await.unwrap().unwrap().selections.remove(0);
    assert_eq!(kept, had);
    unit.selection_changes().restore(&kept).await.unwrap();
    let again = unit.selection_changes().restore(&kept).await;
    assert!(is_stale(&again), "{again:?}");
    unit.receipt_changes().set_state(left.id, tenure_domain::revocation::ReceiptState::Undone).await.unwrap();
    assert_eq!(unit.selections().of(office.id(), was.id).await.unwrap(), [Selected { version: 3, ..had }]);
    unit.commit().await.unwrap();
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

async fn a_group_that_goes_goes_out_of_selections_and_resources(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (gone, stays) = (office.group("desk", "Gone").await, office.group("desk", "Stays").await);
    let mut one = office.resource("desk", "One").await;
    office.put(&mut one, &[gone.id, stays.id]).await;
    let (having, other) = (office.hire("Hav Ing", &[]).await, office.hire("Oth Er", &[]).await);
    office.select(having, "desk", Selection::only([gone.id])).await;
    office.select(other, "desk", Selection::only([gone.id, stays.id])).await;
    let mut both = [having, other];
    both.sort();
    let mut unit = office.lock().await;
    let parts =
        |parts: &[ResourceGroup]| -> Vec<Part> { parts.iter().map(|group| group.id.into()).chain([Part::from(one.id)]).collect() };
    let all = parts(&[gone.clone(), stays.clone()]);
    assert_eq!(unit.selections().choosers(office.id(), &all, 10).await.unwrap(), both, "once each");
    assert_eq!(unit.selections().choosers(office.id(), &all, 1).await.unwrap(), both[..1]);
    assert_eq!(unit.selections().choosers(office.id(), &parts(std::slice::from_ref(&stays)), 10).await.unwrap(), [other]);
    assert_eq!(unit.resource_groups().contents(office.id(), gone.id).await.unwrap(), [one.id]);
    let mut filled = vec![Filled { group: gone.clone(), resources: 1 }, Filled { group: stays.clone(), resources: 1 }];
    filled.sort_by_key(|of| of.group.id);
    assert_eq!(unit.resource_groups().filled(office.id(), &[stays.id, gone.id]).await.unwrap(), filled);
    assert_eq!(unit.resource_groups().count(office.id(), &desk()).await.unwrap(), 2);
    let named = ResourceGroup { name: crate::samples::name("Called otherwise"), ..gone.clone() };
    unit.resource_group_changes().update(&named).await.unwrap();
    let again = unit.resource_group_changes().update(&named).await;
    assert!(is_stale(&again), "{again:?}");
    let kept = ResourceGroup { version: 2, ..named };
    let found = unit.resource_groups().find_all(office.id(), &[kept.id, crate::samples::new(), kept.id]).await.unwrap();
    assert_eq!(found, std::slice::from_ref(&kept));
    unit.commit().await.unwrap();
    let mut unit = office.lock().await;
    let stale = unit.resource_group_changes().remove(&gone).await;
    assert!(is_stale(&stale), "{stale:?}");
    drop(unit);
    let mut unit = office.lock().await;
    unit.resource_group_changes().remove(&kept).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = office.open().await;
    for (member, left) in [(having, Selection::None), (other, Selection::only([stays.id]))] {
        let found = unit.selections().find(office.id(), member, &desk()).await.unwrap();
        assert_eq!((found.selection, found.version), (left, 2));
    }
    let left = unit.resources().find(office.id(), one.id).await.unwrap().unwrap();
    assert_eq!((left.groups, left.version), ([stays.id].into(), one.version + 1));
    drop(unit);
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

async fn r3_groups_are_listed_to_who_may_know_of_them_with_what_is_in_them(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (me, other) = (office.hire("View Er", &[]).await, office.hire("O Ther", &[]).await);
    let (front, back) = (office.group("desk", "Front").await, office.group("desk", "Back").await);
    let mut desks = Vec::new();
    for (called, groups) in
        [("Door", vec![front.id]), ("Hall", vec![front.id, back.id]), ("Attic", vec![back.id]), ("Roof", vec![])]
    {
        let mut desk = office.resource("desk", called).await;
        office.put(&mut desk, &groups).await;
        desks.push(desk);
    }
    office.select(me, "desk", Selection::only([front.id])).await;
    office.select(other, "desk", Selection::All).await;
    let (whole, chosen) = ([desk()].into(), BTreeSet::from([desk()]));
    let partly = || Known { whole: [].into(), chosen: chosen.clone(), grouped: chosen.clone() };
    let all = Known { whole, ..Known::default() };
    for (viewer, known, groups, resources, in_back) in [
        (me, partly(), vec!["Front"], vec!["Door", "Hall"], vec!["Hall"]),
        (other, partly(), vec!["Back", "Front"], vec!["Attic", "Door", "Hall", "Roof"], vec!["Attic", "Hall"]),
        (me, all, vec!["Back", "Front"], vec!["Attic", "Door", "Hall", "Roof"], vec!["Attic", "Hall"]),
        (me, Known::default(), vec![], vec![], vec![]),
    ] {
        let sights = ResourceSights { viewer, known };
        let queries = store.queries();
        let first = queries.resource_groups(office.id(), &sights, &GroupFilter::default(), &PageAsk::first(1)).await.unwrap();
        let mut found = first.items;
        if first.next.is_some() {
            let rest = PageAsk { limit: 9, after: first.next };
            found.extend(queries.resource_groups(office.id(), &sights, &GroupFilter::default(), &rest).await.unwrap().items);
        }
        assert_eq!(found.iter().map(|group| group.name.to_string()).collect::<Vec<_>>(), groups);
        let mut these = queries.these_resource_groups(office.id(), &sights, &[front.id, back.id]).await.unwrap();
        these.sort_by(|one, other| one.name.as_str().cmp(other.name.as_str()));
        assert_eq!(these, found, "several and list agree");
        for (group, expected) in [(None, resources), (Some(back.id), in_back)] {
            let filter = ResourceFilter { group, ..ResourceFilter::default() };
            let found = queries.resources(office.id(), &sights, &filter, &PageAsk::first(9)).await.unwrap().items;
            assert_eq!(found.iter().map(|one| one.name.to_string()).collect::<Vec<_>>(), expected);
            for one in found {
                assert_eq!(Some(&one), desks.iter().find(|desk| desk.id == one.id), "with its groups");
            }
        }
        let theirs = queries.selections(office.id(), &sights, me).await.unwrap();
        let names = theirs[0].groups.iter().map(|(_, name)| name.to_string()).collect::<Vec<_>>();
        assert_eq!(names.len(), usize::from(groups.contains(&"Front")));
    }
}

async fn a_selection_goes_with_its_member(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let team = office.resource("team", "One").await;
    let (pending, _) = office.invite("Pen Ding", &[("agent", office.root())]).await;
    office.select(pending.id, "team", Selection::only([team.id])).await;
    let mut unit = office.lock().await;
    unit.membership_changes().remove(pending.id, at(50)).await.unwrap();
    unit.commit().await.unwrap();
    assert!(office.open().await.selections().of(office.id(), pending.id).await.unwrap().is_empty());
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

cases!($ selections:
    a_selection_is_kept_as_it_is,
    selections_of_many_are_those_of_each,
    a_resource_that_goes_leaves_selections_in_their_next_version,
    r5_what_is_in_common_is_what_both_reach,
    r5_many_resources_of_one_viewer_are_looked_through_at_once,
    r5_what_is_for_everyone_is_in_common_with_everybody,
    r3_members_are_found_by_what_they_reach,
    what_somebody_reaches_is_told_as_far_as_the_viewer_may_know,
    what_was_chosen_for_whom_is_told_of_several_at_once,
    holders_of_the_last_one_are_told_by_their_levels,
    r12_a_selection_goes_with_whoever_is_deleted_and_is_put_back_at_its_next_version,
    a_group_that_goes_goes_out_of_selections_and_resources,
    r3_groups_are_listed_to_who_may_know_of_them_with_what_is_in_them,
    a_selection_goes_with_its_member,
);
