//! Lists of members: who is seen, and what filters leave.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tenure_domain::membership::Status;
use tenure_domain::visibility::Masking;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::{Bounded, MemberFilter, MemberRow, MemberSort, PageAsk, Store, Viewer};

use crate::contract::cases;
use crate::samples::{Office, Tree, at, levels, new};

/// All pages of a list, of two rows each.
pub(super) async fn list(office: &Office, viewer: &Viewer, filter: &MemberFilter, sort: MemberSort) -> Vec<MemberRow> {
    let mut ask = PageAsk::first(2);
    let mut rows = Vec::new();
    loop {
        let page = office.store.queries().members(office.id(), viewer, filter, sort, &ask).await.unwrap();
        rows.extend(page.items);
        let Some(after) = page.next else { return rows };
        ask.after = Some(after);
    }
}

pub(super) fn names(rows: &[MemberRow]) -> Vec<String> {
    rows.iter().map(|row| row.membership.profile.display_name(&row.membership.email)).collect()
}

async fn found(office: &Office, viewer: &Viewer, filter: &MemberFilter) -> BTreeSet<MemberId> {
    let rows = list(office, viewer, filter, MemberSort::Name).await;
    let ids: BTreeSet<MemberId> = rows.iter().map(|row| row.membership.id).collect();
    assert_eq!(ids.len(), rows.len(), "nobody comes twice");
    let count = office.store.queries().count_members(office.id(), viewer, filter, 1_000).await.unwrap();
    assert_eq!(count, Bounded { value: u32::try_from(rows.len()).unwrap(), exact: true }, "list and count agree");
    ids
}

/// Somebody at every node of the tree, besides the chief at its root.
struct Crowd {
    office: Office,
    tree: Tree,
    everywhere: MemberId,
    north: MemberId,
    north_east: MemberId,
    south: MemberId,
    nowhere: MemberId,
}

async fn crowd(store: &Arc<dyn Store>) -> Crowd {
    let office = Office::found(store).await;
    let tree = office.plant().await;
    Crowd {
        tree,
        everywhere: office.hire("Every Where", &[("agent", tree.root)]).await,
        north: office.hire("North Only", &[("agent", tree.north)]).await,
        north_east: office.hire("North East", &[("clerk", tree.north_east)]).await,
        south: office.hire("South Only", &[("agent", tree.south), ("clerk", tree.north_east)]).await,
        nowhere: office.hire("No Where", &[]).await,
        office,
    }
}

async fn a_row_has_the_member_and_their_grants(store: Arc<dyn Store>) {
    let Crowd { office, south, .. } = crowd(&store).await;
    let everyone = office.everyone().await;
    let row = store.queries().member(office.id(), &everyone, south).await.unwrap().unwrap();
    assert_eq!(row.membership, office.member(south).await);
    let mut grants: Vec<_> =
        row.grants.iter().map(|grant| (grant.workspace_name.as_str(), grant.grant.clone(), grant.inherited)).collect();
    grants.sort_by_key(|(_, grant, _)| grant.workspace);
    let names: BTreeSet<&str> = grants.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, ["North-East", "South"].into());
    assert!(grants.iter().all(|(_, _, inherited)| !inherited), "without a workspace nothing is inherited");
    assert_eq!(grants.into_iter().map(|(_, grant, _)| grant).collect::<Vec<_>>(), office.grants_of(south).await);
    let listed = list(&office, &everyone, &MemberFilter::default(), MemberSort::Name).await;
    assert!(listed.contains(&row), "a list says the same");
    assert!(store.queries().member(office.id(), &everyone, new()).await.unwrap().is_none());
}

/// Where somebody looks, and whom they see there.
type Look<'a> = (&'a [(WorkspaceId, bool)], BTreeSet<MemberId>);

async fn members_are_seen_at_above_and_below_where_somebody_looks(store: Arc<dyn Store>) {
    let crowd = crowd(&store).await;
    let (office, tree) = (&crowd.office, crowd.tree);
    let all = MemberFilter::default();
    let looks: [Look; 7] = [
        (&[(tree.root, true)], [office.chief, crowd.everywhere, crowd.north, crowd.north_east, crowd.south].into()),
        (&[(tree.north, true)], [office.chief, crowd.everywhere, crowd.north, crowd.north_east, crowd.south].into()),
        (&[(tree.south, true)], [office.chief, crowd.everywhere, crowd.south].into()),
        (&[(tree.north_east, true)], [office.chief, crowd.everywhere, crowd.north, crowd.north_east, crowd.south].into()),
        (&[(tree.root, true), (tree.north, false)], [office.chief, crowd.everywhere, crowd.south].into()),
        (&[(tree.root, false), (tree.south, true)], [office.chief, crowd.everywhere, crowd.south].into()),
        (&[], [].into()),
    ];
    for (entries, expected) in looks {
        let viewer = office.viewer(entries, Masking::None).await;
        let seen = found(office, &viewer, &all).await;
        let seen: BTreeSet<_> = seen.into_iter().filter(|member| *member != crowd.nowhere).collect();
        assert_eq!(seen, expected, "{entries:?}");
        for member in [office.chief, crowd.everywhere, crowd.north, crowd.north_east, crowd.south] {
            let one = store.queries().member(office.id(), &viewer, member).await.unwrap();
            assert_eq!(one.is_some(), expected.contains(&member), "detail and list agree");
        }
    }
}

async fn a6_a_cut_subtree_hides_whoever_is_only_there(store: Arc<dyn Store>) {
    let crowd = crowd(&store).await;
    let viewer = crowd.office.viewer(&[(crowd.tree.root, true), (crowd.tree.north_east, false)], Masking::None).await;
    let seen = found(&crowd.office, &viewer, &MemberFilter::default()).await;
    assert!(!seen.contains(&crowd.north_east) && seen.contains(&crowd.north) && seen.contains(&crowd.south));
    let beside = crowd.office.viewer(&[(crowd.tree.south, true)], Masking::None).await;
    assert!(
        !found(&crowd.office, &beside, &MemberFilter::default()).await.contains(&crowd.nowhere),
        "somebody without a grant is seen from the root alone, if at all"
    );
}

async fn one_always_sees_oneself(store: Arc<dyn Store>) {
    let crowd = crowd(&store).await;
    let office = &crowd.office;
    for member in [crowd.nowhere, crowd.south] {
        let viewer = Viewer { member: Some(member), reach: office.reach(&[]).await, masking: Masking::Full };
        assert_eq!(found(office, &viewer, &MemberFilter::default()).await, [member].into());
        assert!(store.queries().member(office.id(), &viewer, member).await.unwrap().is_some());
        assert!(store.queries().member(office.id(), &viewer, office.chief).await.unwrap().is_none());
    }
}

async fn a_workspaces_members_are_its_own_or_with_those_from_above(store: Arc<dyn Store>) {
    let crowd = crowd(&store).await;
    let (office, tree) = (&crowd.office, crowd.tree);
    let everyone = office.everyone().await;
    let at = |workspace, inherited| MemberFilter { workspace: Some(workspace), inherited, ..MemberFilter::default() };
    assert_eq!(found(office, &everyone, &at(tree.root, false)).await, [office.chief, crowd.everywhere].into());
    assert_eq!(found(office, &everyone, &at(tree.root, true)).await, [office.chief, crowd.everywhere].into());
    assert_eq!(found(office, &everyone, &at(tree.north, false)).await, [crowd.north].into());
    assert_eq!(found(office, &everyone, &at(tree.north, true)).await, [office.chief, crowd.everywhere, crowd.north].into());
    let deep = [office.chief, crowd.everywhere, crowd.north, crowd.north_east, crowd.south].into();
    assert_eq!(found(office, &everyone, &at(tree.north_east, true)).await, deep);
    assert!(found(office, &everyone, &at(new(), true)).await.is_empty());
    let rows = list(office, &everyone, &at(tree.north, true), MemberSort::Name).await;
    for row in rows {
        let own = row.membership.id == crowd.north;
        assert_eq!(row.grants.len(), 1, "the grants that are effective there");
        assert_eq!(row.grants[0].inherited, !own);
        assert_eq!(row.grants[0].workspace_name, if own { "North" } else { "Office" });
    }
}

async fn members_are_filtered_by_status_and_level(store: Arc<dyn Store>) {
    let crowd = crowd(&store).await;
    let (office, tree) = (&crowd.office, crowd.tree);
    let everyone = office.everyone().await;
    let pending = office.add("Pen Ding", Status::Pending, &[("agent", tree.north)], |_| {}).await.id;
    let inactive = office.add("In Active", Status::Inactive, &[("clerk", tree.north)], |_| {}).await.id;
    let status = |statuses: &[Status]| MemberFilter { statuses: statuses.to_vec(), ..MemberFilter::default() };
    assert_eq!(found(office, &everyone, &status(&[Status::Pending])).await, [pending].into());
    assert_eq!(found(office, &everyone, &status(&[Status::Pending, Status::Inactive])).await, [pending, inactive].into());
    let all = found(office, &everyone, &status(&[])).await;
    assert_eq!(found(office, &everyone, &status(&[Status::Pending, Status::Active, Status::Inactive])).await, all);
    let level = |keys: &[&str], workspace, inherited| MemberFilter {
        levels: levels(keys).into_iter().collect(),
        workspace,
        inherited,
        ..MemberFilter::default()
    };
    assert_eq!(found(office, &everyone, &level(&["chief"], None, false)).await, [office.chief].into());
    assert_eq!(found(office, &everyone, &level(&["clerk"], None, false)).await, [crowd.north_east, crowd.south, inactive].into());
    let either = [office.chief, crowd.north_east, crowd.south, inactive].into();
    assert_eq!(found(office, &everyone, &level(&["chief", "clerk"], None, false)).await, either);
    assert!(found(office, &everyone, &level(&["unheard_of"], None, false)).await.is_empty());
    assert_eq!(found(office, &everyone, &level(&["agent"], Some(tree.north), false)).await, [crowd.north, pending].into());
    assert_eq!(
        found(office, &everyone, &level(&["agent"], Some(tree.north), true)).await,
        [crowd.everywhere, crowd.north, pending].into()
    );
    assert_eq!(
        found(office, &everyone, &level(&["agent"], Some(tree.north_east), false)).await,
        [].into(),
        "a level elsewhere doesn't count"
    );
    let both = MemberFilter { statuses: vec![Status::Pending], ..level(&["agent"], None, false) };
    assert_eq!(found(office, &everyone, &both).await, [pending].into());
}

async fn members_are_filtered_by_how_long_they_were_away(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let mut ids = Vec::new();
    for last in [None, Some(at(10)), Some(at(20)), Some(at(30))] {
        let change = |member: &mut tenure_domain::membership::Membership| member.last_active_at = last;
        ids.push(office.add("Some Body", Status::Active, &[("clerk", root)], change).await.id);
    }
    let everyone = office.everyone().await;
    let away = |since| MemberFilter {
        not_active_since: Some(since),
        levels: levels(&["clerk"]).into_iter().collect(),
        ..MemberFilter::default()
    };
    assert_eq!(found(&office, &everyone, &away(at(0))).await, [ids[0]].into());
    assert_eq!(
        found(&office, &everyone, &away(at(20))).await,
        [ids[0], ids[1]].into(),
        "who was active at that very moment was active since"
    );
    assert_eq!(found(&office, &everyone, &away(at(20).plus(Duration::from_micros(1)))).await, [ids[0], ids[1], ids[2]].into());
    assert_eq!(found(&office, &everyone, &away(at(31))).await, ids.into_iter().collect());
}

async fn members_are_counted_up_to_a_bound(store: Arc<dyn Store>) {
    let crowd = crowd(&store).await;
    let everyone = crowd.office.viewer(&[(crowd.tree.north, true)], Masking::None).await;
    let filter = MemberFilter::default();
    let count = async |up_to| store.queries().count_members(crowd.office.id(), &everyone, &filter, up_to).await.unwrap();
    assert_eq!(count(100).await, Bounded { value: 5, exact: true });
    assert_eq!(count(5).await, Bounded { value: 5, exact: true });
    assert_eq!(count(4).await, Bounded { value: 4, exact: false });
}

cases!($ member_lists:
    a_row_has_the_member_and_their_grants,
    members_are_seen_at_above_and_below_where_somebody_looks,
    a6_a_cut_subtree_hides_whoever_is_only_there,
    one_always_sees_oneself,
    a_workspaces_members_are_its_own_or_with_those_from_above,
    members_are_filtered_by_status_and_level,
    members_are_filtered_by_how_long_they_were_away,
    members_are_counted_up_to_a_bound,
);
