//! The tree: its nodes, its chains, and what of it somebody is shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use tenure_domain::revocation::Receipt;
use tenure_domain::workspace::{Occupancy, Workspace};
use tenure_domain::{FeatureKey, WorkspaceId, WorkspaceKindKey};
use tenure_port_store::{PageAsk, Store, WorkspaceFilter};

use super::receipts::{keep, receipt};
use crate::contract::cases;
use crate::samples::{Office, at, is_stale, name, new, workspace};

async fn a_workspace_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut kept = workspace(office.id(), new(), Some(office.root()), "Zürich – 東京 🏠");
    kept.kind = Some(WorkspaceKindKey::parse("area").unwrap());
    kept.active = false;
    kept.features_off = [FeatureKey::parse("masking").unwrap(), FeatureKey::parse("calls").unwrap()].into();
    let mut unit = office.lock().await;
    unit.workspace_changes().insert(&kept).await.unwrap();
    assert_eq!(unit.workspaces().find(office.id(), kept.id).await.unwrap().as_ref(), Some(&kept));
    unit.commit().await.unwrap();
    assert_eq!(office.open().await.workspaces().find(office.id(), kept.id).await.unwrap(), Some(kept));
    assert_eq!(office.open().await.workspaces().find(office.id(), new()).await.unwrap(), None);
}

async fn a_changed_workspace_stays_where_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let mut unit = office.lock().await;
    let mut changed = unit.workspaces().find(office.id(), tree.north_east).await.unwrap().unwrap();
    changed.name = name("Elsewhere");
    changed.active = false;
    changed.features_off = [FeatureKey::parse("calls").unwrap()].into();
    unit.workspace_changes().update(&changed).await.unwrap();
    let again = unit.workspace_changes().update(&changed).await;
    assert!(is_stale(&again), "{again:?}");
    let gone = unit.workspace_changes().update(&Workspace { id: new(), ..changed.clone() }).await;
    assert!(is_stale(&gone), "{gone:?}");
    unit.commit().await.unwrap();
    changed.version = 2;
    assert_eq!(office.open().await.workspaces().find(office.id(), tree.north_east).await.unwrap(), Some(changed));
    let chain = store.queries().chains(office.id(), &[tree.north_east]).await.unwrap().remove(0);
    let ids: Vec<WorkspaceId> = chain.iter().map(|step| step.workspace).collect();
    assert_eq!(ids, [tree.root, tree.north, tree.north_east]);
    let last = chain.last().unwrap();
    assert!(!last.active && last.features_off.contains("calls"));
}

async fn a_subtree_is_put_elsewhere_with_all_below_it(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let far = office.workspace(tree.north_east, "Far").await;
    let farther = office.workspace(far, "Farther").await;
    let member = office.hire("Nils North", &[("agent", tree.north)]).await;
    let other = office.hire("Fay Far", &[("agent", far), ("clerk", tree.south)]).await;
    let (held, kept) = (office.portfolio(member, far).await, office.portfolio(member, tree.north).await);
    let mut unit = office.lock().await;
    let size = unit.workspaces().subtree(office.id(), tree.north_east).await.unwrap().unwrap();
    assert_eq!((size.workspaces, size.levels_below), (3, 2));
    assert_eq!(unit.workspaces().subtree(office.id(), new()).await.unwrap(), None);
    let within = unit.portfolios().held_within(office.id(), tree.north_east, &[member, other]).await.unwrap();
    assert_eq!(within.iter().map(|portfolio| portfolio.id).collect::<Vec<_>>(), [held.id]);
    assert!(unit.portfolios().held_within(office.id(), tree.north_east, &[other]).await.unwrap().is_empty());
    assert_eq!(unit.portfolios().held_within(office.id(), tree.root, &[member]).await.unwrap().len(), 2, "{kept:?}");
    let there = unit.grants().at(office.id(), &[tree.north, far], 10).await.unwrap();
    let there: Vec<_> = there.iter().map(|(membership, grants)| (membership.id, grants.len())).collect();
    assert_eq!(there, [(member, 1), (other, 2)], "with all their grants");
    assert_eq!(unit.grants().at(office.id(), &[tree.north, far], 1).await.unwrap().len(), 1);
    assert!(unit.grants().at(office.id(), &[], 10).await.unwrap().is_empty());
    let of_all = unit.grants().of_all(office.id(), &[other, member, new()]).await.unwrap();
    for who in [member, other] {
        let own: Vec<_> = of_all.iter().filter(|grant| grant.member == who).cloned().collect();
        assert_eq!(own, unit.grants().of(office.id(), who).await.unwrap(), "in the same order");
    }
    assert!(unit.grants().of_all(office.id(), &[]).await.unwrap().is_empty());
    let before = unit.workspaces().find(office.id(), tree.north_east).await.unwrap().unwrap();
    let moved = Workspace { parent: Some(tree.south), ..before };
    unit.workspace_changes().relocate(&moved).await.unwrap();
    let again = unit.workspace_changes().relocate(&moved).await;
    assert!(is_stale(&again), "{again:?}");
    unit.membership_changes().touch_all(&[member, other, new()]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(
        office.open().await.workspaces().find(office.id(), moved.id).await.unwrap(),
        Some(Workspace { version: 2, ..moved })
    );
    let chain = store.queries().chains(office.id(), &[farther]).await.unwrap().remove(0);
    let ids: Vec<WorkspaceId> = chain.iter().map(|step| step.workspace).collect();
    assert_eq!(ids, [tree.root, tree.south, tree.north_east, far, farther]);
    let everywhere = [(tree.root, true)];
    assert_eq!(names(&office, &everywhere, Some(tree.south), None).await, ["South", "North-East", "Far", "Farther"]);
    assert_eq!(names(&office, &everywhere, Some(tree.north), None).await, ["North"]);
    assert_eq!(names(&office, &everywhere, None, Some(2)).await.len(), 4, "how deep they lie moves along");
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
    // And back up to the root.
    let mut unit = office.lock().await;
    let deep = unit.workspaces().find(office.id(), far).await.unwrap().unwrap();
    unit.workspace_changes().relocate(&Workspace { parent: Some(tree.root), ..deep }).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(names(&office, &everywhere, Some(far), Some(1)).await, ["Far", "Farther"]);
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

async fn what_is_in_a_workspace_is_told(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let other = Office::found(&store).await;
    let tree = office.plant().await;
    let empty = Occupancy::default();
    let at = async |id| office.open().await.workspaces().occupancy(office.id(), id).await.unwrap();
    assert_eq!(at(tree.north).await, Occupancy { workspaces: true, ..empty });
    assert_eq!(at(tree.north_east).await, empty);
    office.invite("Pia Pending", &[("agent", tree.north_east)]).await;
    assert_eq!(at(tree.north_east).await, Occupancy { members: true, ..empty });
    office.contact(tree.south, "Con Tact").await;
    assert_eq!(at(tree.south).await, Occupancy { contacts: true, ..empty });
    assert_eq!(other.open().await.workspaces().occupancy(other.id(), tree.south).await.unwrap(), empty);
}

async fn a_removed_workspace_takes_its_empty_portfolios_along_and_leaves_its_receipts(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let member = office.hire("Nils North", &[("agent", office.root())]).await;
    let (empty, kept) = (office.portfolio(member, tree.north_east).await, office.portfolio(member, tree.south).await);
    let met = office.contact_of(member, tree.south, "Con Tact").await;
    let own = receipt(&office, member, tree.north_east, 1);
    // In two branches, of which neither lies above the other: kept at the root.
    let mut shared = receipt(&office, member, tree.north_east, 2);
    shared.workspace = office.root();
    shared.grants.extend(receipt(&office, member, tree.south, 2).grants);
    keep(&office, &own, &[&empty]).await;
    keep(&office, &shared, &[&empty, &kept]).await;
    let before = find(&office, tree.north_east).await;
    let mut unit = office.lock().await;
    unit.workspace_changes().hold(before.id).await.unwrap();
    let stale = unit.workspace_changes().remove(&Workspace { version: 7, ..before.clone() }, at(20)).await;
    assert!(is_stale(&stale), "{stale:?}");
    drop(unit);
    remove(&office, &before).await;
    assert_eq!(office.open().await.workspaces().find(office.id(), before.id).await.unwrap(), None);
    let found = async |id| store.queries().receipt(office.id(), id).await.unwrap().unwrap();
    let (alone, partly) = (found(own.id).await, found(shared.id).await);
    assert_eq!(alone.receipt, Receipt { undo_until: None, ..own.clone() }, "it says what it was");
    assert_eq!((alone.portfolios, alone.told_at), (Vec::new(), vec![tree.north]), "at what lay above");
    assert_eq!(partly.receipt, shared, "the rest can still come back");
    assert_eq!(partly.portfolios, [kept.id]);
    let seen_at = async |at: &[WorkspaceId]| {
        let reach = office.reach(&at.iter().map(|id| (*id, true)).collect::<Vec<_>>()).await;
        let page = store.queries().receipts(office.id(), &reach, &PageAsk::first(10)).await.unwrap();
        page.items.iter().map(|row| row.receipt.id).collect::<BTreeSet<_>>()
    };
    assert_eq!(seen_at(&[tree.north]).await, [own.id].into());
    assert!(seen_at(&[tree.south]).await.is_empty(), "it was about what lay in the north, too");
    assert_eq!(seen_at(&[tree.north, tree.south]).await, [own.id, shared.id].into());
    let told_at = office.open().await.receipts().told_at(office.id(), shared.id).await.unwrap();
    assert_eq!(BTreeSet::from_iter(told_at), [tree.north, tree.south].into());
    // With the other branch it is over, and still told to who manages both of what is left.
    let mut unit = office.lock().await;
    let met = unit.contacts().find(office.id(), met.id).await.unwrap().unwrap().0;
    unit.contacts().remove(&met).await.unwrap();
    unit.commit().await.unwrap();
    remove(&office, &find(&office, tree.south).await).await;
    let over = found(shared.id).await;
    assert_eq!((over.receipt.undo_until, BTreeSet::from_iter(over.told_at)), (None, [tree.north, tree.root].into()));
    assert_eq!(seen_at(&[tree.north]).await, [own.id].into());
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
}

async fn find(office: &Office, id: WorkspaceId) -> Workspace {
    office.open().await.workspaces().find(office.id(), id).await.unwrap().unwrap()
}

async fn remove(office: &Office, workspace: &Workspace) {
    let mut unit = office.lock().await;
    unit.workspace_changes().remove(workspace, at(20)).await.unwrap();
    unit.commit().await.unwrap();
}

async fn a_chain_has_the_root_first_and_itself_last(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let mut deep = vec![tree.root];
    for depth in 0..12 {
        let parent = *deep.last().unwrap();
        deep.push(office.workspace(parent, &format!("Depth {depth}")).await);
    }
    let asked = [tree.south, new(), *deep.last().unwrap(), tree.root, tree.north_east];
    let expected = [vec![tree.root, tree.south], deep, vec![tree.root], vec![tree.root, tree.north, tree.north_east]];
    let mut unit = office.open().await;
    let of = |chains: Vec<Vec<tenure_domain::workspace::Step>>| -> Vec<Vec<WorkspaceId>> {
        chains.into_iter().map(|chain| chain.into_iter().map(|step| step.workspace).collect()).collect()
    };
    assert_eq!(of(unit.workspaces().chains(office.id(), &asked).await.unwrap()), expected);
    assert_eq!(of(store.queries().chains(office.id(), &asked).await.unwrap()), expected);
    assert_eq!(of(store.queries().chains(office.id(), &[]).await.unwrap()), Vec::<Vec<WorkspaceId>>::new());
}

async fn siblings_may_share_a_name(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (one, other) = (office.workspace(office.root(), "Twin").await, office.workspace(office.root(), "Twin").await);
    assert_ne!(one, other);
    assert_eq!(names(&office, &[(office.root(), true)], None, None).await.len(), 3);
}

/// The names of all that is listed, over pages of two.
async fn names(office: &Office, entries: &[(WorkspaceId, bool)], under: Option<WorkspaceId>, depth: Option<u32>) -> Vec<String> {
    names_of(office, entries, &WorkspaceFilter { under, depth, q: None }).await
}

async fn names_of(office: &Office, entries: &[(WorkspaceId, bool)], filter: &WorkspaceFilter) -> Vec<String> {
    let reach = office.reach(entries).await;
    let queries = office.store.queries();
    let mut ask = PageAsk::first(2);
    let mut found = Vec::new();
    loop {
        let page = queries.workspaces(office.id(), &reach, filter, &ask).await.unwrap();
        found.extend(page.items.iter().map(|workspace| workspace.name.to_string()));
        let Some(after) = page.next else { return found };
        assert_eq!(page.items.len(), 2, "only the last page is short");
        ask.after = Some(after);
    }
}

async fn the_tree_is_listed_parents_first_and_then_by_name(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    office.workspace(tree.south, "ätna").await;
    office.workspace(tree.south, "Zebra").await;
    let all = names(&office, &[(tree.root, true)], None, None).await;
    assert_eq!(all.len(), 6);
    let at = |name: &str| all.iter().position(|one| one == name).unwrap();
    assert_eq!(at("Office"), 0);
    assert!(at("North") < at("North-East") && at("South") < at("ätna") && at("South") < at("Zebra"));
    assert!(at("North") < at("South") && at("ätna") < at("Zebra"), "{all:?}");
}

async fn the_tree_is_listed_under_a_node_and_down_to_a_depth(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let far = office.workspace(tree.north_east, "Far").await;
    let everywhere = [(tree.root, true)];
    assert_eq!(names(&office, &everywhere, Some(tree.north), None).await, ["North", "North-East", "Far"]);
    assert_eq!(names(&office, &everywhere, Some(tree.north), Some(1)).await, ["North", "North-East"]);
    assert_eq!(names(&office, &everywhere, Some(tree.north), Some(0)).await, ["North"]);
    assert_eq!(names(&office, &everywhere, None, Some(0)).await, ["Office"]);
    assert_eq!(names(&office, &everywhere, None, Some(1)).await, ["Office", "North", "South"]);
    assert_eq!(names(&office, &everywhere, Some(far), None).await, ["Far"]);
    assert!(names(&office, &everywhere, Some(new()), None).await.is_empty());
}

async fn only_what_somebody_reaches_of_the_tree_is_listed(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    office.workspace(tree.north_east, "Far").await;
    assert_eq!(names(&office, &[(tree.north, true)], None, None).await, ["North", "North-East", "Far"]);
    assert_eq!(names(&office, &[(tree.root, true), (tree.north_east, false)], None, None).await, ["Office", "North", "South"]);
    assert_eq!(names(&office, &[(tree.root, false)], None, None).await, Vec::<String>::new());
    assert_eq!(names(&office, &[], None, None).await, Vec::<String>::new());
    assert_eq!(names(&office, &[(tree.south, true)], Some(tree.north), None).await, Vec::<String>::new());
    assert_eq!(names(&office, &[(tree.north_east, true), (tree.south, true)], None, None).await.len(), 3);
}

async fn the_tree_is_searched_by_a_part_of_a_name_whatever_its_case_and_marks(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    office.workspace(tree.south, "Ätna 100%").await;
    let found = async |entries: &[(WorkspaceId, bool)], under, q: &str| {
        names_of(&office, entries, &WorkspaceFilter { under, depth: None, q: Some(q.to_owned()) }).await
    };
    let everywhere = [(tree.root, true)];
    assert_eq!(found(&everywhere, None, "NORTH").await, ["North", "North-East"]);
    assert_eq!(found(&everywhere, None, " atna").await, ["Ätna 100%"]);
    assert_eq!(found(&everywhere, None, "0%").await, ["Ätna 100%"]);
    assert_eq!(found(&everywhere, None, "%").await, ["Ätna 100%"], "nothing in it is a wildcard");
    assert_eq!(found(&everywhere, Some(tree.south), "t").await, ["South", "Ätna 100%"]);
    assert_eq!(found(&[(tree.north, true)], None, "o").await, ["North", "North-East"], "what isn't reached isn't found");
    assert_eq!(found(&everywhere, None, "west").await, Vec::<String>::new());
}

cases!($ workspaces:
    a_workspace_is_kept_as_it_is,
    a_changed_workspace_stays_where_it_is,
    a_subtree_is_put_elsewhere_with_all_below_it,
    what_is_in_a_workspace_is_told,
    a_removed_workspace_takes_its_empty_portfolios_along_and_leaves_its_receipts,
    a_chain_has_the_root_first_and_itself_last,
    siblings_may_share_a_name,
    the_tree_is_listed_parents_first_and_then_by_name,
    the_tree_is_listed_under_a_node_and_down_to_a_depth,
    only_what_somebody_reaches_of_the_tree_is_listed,
    the_tree_is_searched_by_a_part_of_a_name_whatever_its_case_and_marks,
);
