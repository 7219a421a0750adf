//! What lists show of members' resources of some kinds, as far as the viewer may know of them.

use std::sync::Arc;

use tenure_domain::resource::Known;
use tenure_domain::selection::{Part, Selection};
use tenure_domain::{KindKey, MemberId};
use tenure_port_store::{ListedRow, ResourceSights, Store};

use crate::contract::cases;
use crate::samples::Office;

fn desk() -> KindKey {
    KindKey::parse("desk").unwrap()
}

async fn lists_show_the_first_of_what_was_chosen_for_each_as_far_as_the_viewer_may_know(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let at_root = [("agent", office.root())];
    let (mut people, mut teams) = (Vec::new(), Vec::new());
    for name in ["Some", "All", "None", "One", "Viewer"] {
        people.push(office.hire(&format!("{name} Body"), &at_root).await);
    }
    for name in ["Delta", "Alpha", "Charlie", "Bravo"] {
        teams.push(office.resource("team", name).await.id);
    }
    let other = office.resource("desk", "Aaa").await.id;
    let [some, all, none, one, viewer] = people[..] else { unreachable!() };
    office.select(some, "team", Selection::only(teams.clone())).await;
    office.select(some, "desk", Selection::only([other])).await;
    office.select(all, "team", Selection::All).await;
    office.select(one, "team", Selection::only([teams[0]])).await;
    office.select(viewer, "team", Selection::only([teams[0], teams[1]])).await;
    let team = KindKey::parse("team").unwrap();
    let listed = async |whole: bool, members: &[MemberId], up_to| {
        let known =
            Known { whole: whole.then(|| team.clone()).into_iter().collect(), chosen: [team.clone()].into(), grouped: [].into() };
        let (sights, kinds) = (ResourceSights { viewer, known }, std::slice::from_ref(&team));
        let rows = store.queries().listed(office.id(), &sights, members, kinds, up_to).await.unwrap();
        let of = |((member, _), row): ((MemberId, KindKey), ListedRow)| {
            (member, row.all, row.first.iter().map(|(_, name)| name.to_string()).collect::<Vec<_>>().join(" "))
        };
        let mut told: Vec<_> = rows.into_iter().map(of).collect();
        told.sort_by_key(|(member, ..)| people.iter().position(|one| one == member));
        told
    };
    let told = |member, all, names: &str| (member, all, names.to_owned());
    let everybody = [some, all, none, one];
    assert_eq!(
        listed(true, &everybody, 10).await,
        [told(some, false, "Alpha Bravo Charlie Delta"), told(all, true, ""), told(one, false, "Delta")]
    );
    assert_eq!(
        listed(true, &everybody, 2).await,
        [told(some, false, "Alpha Bravo"), told(all, true, ""), told(one, false, "Delta")]
    );
    assert_eq!(listed(false, &[one, some], 10).await, [told(some, false, "Alpha Delta"), told(one, false, "Delta")]);
    assert!(listed(true, &[none], 10).await.is_empty() && listed(true, &[], 10).await.is_empty());
}

async fn r3_who_may_know_of_little_is_shown_it_in_lists_however_much_somebody_has(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let [rich, viewer] = [office.hire("Rich Body", &[]).await, office.hire("Viewer Body", &[]).await];
    let mut desks = Vec::new();
    for nth in 0..130 {
        desks.push(office.resource("desk", &format!("Desk {nth:03}")).await);
    }
    let (known, hidden) = (office.group("desk", "Known").await, office.group("desk", "Hidden").await);
    let mut ids: Vec<_> = desks.iter().map(|desk| desk.id).collect();
    ids.sort();
    // What the viewer shares comes after the first hundred, in the order that is looked at.
    let (shared, grouped) = (ids[120], ids[125]);
    let in_group = desks.iter_mut().find(|desk| desk.id == grouped).unwrap();
    office.put(in_group, &[known.id]).await;
    let parts: Vec<Part> = ids.iter().map(|id| Part::from(*id)).chain([Part::from(known.id), hidden.id.into()]).collect();
    office.select(rich, "desk", Selection::only(parts)).await;
    office.select(viewer, "desk", Selection::only([Part::from(shared), known.id.into()])).await;
    let only = || [desk()].into();
    let listed = async |known: Known| {
        let sights = ResourceSights { viewer, known };
        let mut rows = store.queries().listed(office.id(), &sights, &[rich], &[desk()], 6).await.unwrap();
        let row = rows.remove(&(rich, desk())).unwrap_or_default();
        let groups: Vec<String> = row.groups.iter().map(|(_, name)| name.to_string()).collect();
        let mut first: Vec<_> = row.first.iter().map(|(id, _)| *id).collect();
        first.sort();
        (first, groups.join(" "))
    };
    let (none, wide) = (Known::default(), Known { whole: only(), ..Known::default() });
    let narrow = Known { chosen: only(), grouped: only(), ..Known::default() };
    let ungrouped = Known { grouped: [].into(), ..narrow.clone() };
    assert_eq!(listed(none).await, (vec![], String::new()));
    assert_eq!(listed(narrow).await, (vec![shared, grouped], "Known".to_owned()));
    assert_eq!(listed(ungrouped).await, (vec![shared], "Known".to_owned()));
    let (first, groups) = listed(wide).await;
    assert_eq!((first.len(), groups.as_str()), (6, "Hidden Known"));
}

async fn lists_show_pages_of_two_hundred_to_who_may_know_of_many_kinds(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let one = office.resource("desk", "One").await.id;
    let viewer = office.hire("Viewer Body", &[]).await;
    office.select(viewer, "desk", Selection::only([one])).await;
    // Most of them are nobody: what is asked is as long.
    let mut members: Vec<MemberId> = (0..199).map(|_| crate::samples::new()).collect();
    members.push(viewer);
    let kinds = || (0..200).map(|nth| KindKey::parse(&format!("kind_{nth}")).unwrap()).chain([desk()]).collect();
    let known = Known { whole: [].into(), chosen: kinds(), grouped: kinds() };
    let rows = store.queries().listed(office.id(), &ResourceSights { viewer, known }, &members, &[desk()], 6).await.unwrap();
    assert_eq!(rows.into_iter().map(|(of, row)| (of, row.first[0].0)).collect::<Vec<_>>(), [((viewer, desk()), one)]);
}

cases!($ listed_kinds:
    lists_show_the_first_of_what_was_chosen_for_each_as_far_as_the_viewer_may_know,
    r3_who_may_know_of_little_is_shown_it_in_lists_however_much_somebody_has,
    lists_show_pages_of_two_hundred_to_who_may_know_of_many_kinds,
);
