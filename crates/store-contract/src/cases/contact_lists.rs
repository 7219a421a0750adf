//! Lists of contacts: which ones somebody sees (R5), and what filters leave.

use std::collections::BTreeSet;
use std::sync::Arc;

use tenure_domain::access_model::Reach;
use tenure_domain::selection::Sharing;
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::workspace::Chain;
use tenure_domain::{ContactId, KindKey, MemberId};
use tenure_port_store::{ContactFilter, ContactRow, PageAsk, Sight, Sights, Store};

use crate::contract::cases;
use crate::samples::{Office, Tree, new};

pub(super) fn sight(at: Chain, visibility: Visibility, masking: Masking) -> Sight {
    Sight { at, holds: true, visibility, masking }
}

/// Sights of somebody who reaches what they chose of each kind.
pub(super) fn sights_of(office: &Office, viewer: MemberId, entries: Vec<Sight>) -> Sights {
    let model = &office.organization.model;
    let kinds = model.resource_kinds().iter().map(|kind| KindKey::parse(&kind.key).unwrap());
    let sharing = kinds.map(|kind| Sharing { levels: model.level_reach(&kind), viewer: Reach::Choose }).collect();
    Sights { organization: office.id(), root: office.root(), viewer, entries, sharing }
}

fn cut(at: Chain) -> Sight {
    Sight { at, holds: false, visibility: Visibility::Everything, masking: Masking::None }
}

pub(super) async fn list(office: &Office, sights: &Sights, filter: &ContactFilter, limit: u32) -> Vec<ContactRow> {
    let mut ask = PageAsk::first(limit);
    let mut rows = Vec::new();
    loop {
        let page = office.store.queries().contacts(office.id(), sights, filter, &ask).await.unwrap();
        assert!(page.items.len() <= limit as usize);
        rows.extend(page.items);
        let Some(after) = page.next else { return rows };
        ask.after = Some(after);
    }
}

/// Contacts of several holders in several workspaces, oldest first.
struct Served {
    office: Office,
    tree: Tree,
    viewer: MemberId,
    other: MemberId,
    contacts: Vec<ContactId>,
}

/// 0 root mine, 1 root theirs, 2 root nobody's, 3 root holderless, 4 north mine, 5 north theirs, 6 north nobody's,
/// 7 north-east theirs, 8 south inherited by me, 9 south nobody's.
async fn served(store: &Arc<dyn Store>) -> Served {
    let office = Office::found(store).await;
    let tree = office.plant().await;
    let (viewer, other) = (office.hire("View Er", &[]).await, office.hire("O Ther", &[]).await);
    let (gone, bequeathed) = (office.hire("Go Ne", &[]).await, office.hire("Be Queathed", &[]).await);
    let mut contacts = Vec::new();
    for (holder, place) in [
        (Some(viewer), tree.root),
        (Some(other), tree.root),
        (None, tree.root),
        (Some(gone), tree.root),
        (Some(viewer), tree.north),
        (Some(other), tree.north),
        (None, tree.north),
        (Some(other), tree.north_east),
        (Some(bequeathed), tree.south),
        (None, tree.south),
    ] {
        let called = format!("Contact {}", contacts.len());
        contacts.push(match holder {
            Some(holder) => office.contact_of(holder, place, &called).await.id,
            None => office.contact(place, &called).await.id,
        });
    }
    let left = office.portfolio(gone, tree.root).await;
    office.hand_over(&[left], None).await;
    let left = office.portfolio(bequeathed, tree.south).await;
    office.hand_over(&[left], Some(viewer)).await;
    Served { office, tree, viewer, other, contacts }
}

impl Served {
    fn sights(&self, entries: Vec<Sight>) -> Sights {
        sights_of(&self.office, self.viewer, entries)
    }

    /// The numbers of the contacts that are listed, after comparing list and detail.
    async fn seen(&self, sights: &Sights, filter: &ContactFilter) -> Vec<usize> {
        let rows = list(&self.office, sights, filter, 3).await;
        let numbers: Vec<usize> =
            rows.iter().map(|row| self.contacts.iter().position(|id| *id == row.contact.id).expect("it is one of these")).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] > pair[1]), "newest first, and none twice: {numbers:?}");
        if *filter == ContactFilter::default() {
            for (number, id) in self.contacts.iter().enumerate() {
                let one = self.office.store.queries().contact(self.office.id(), sights, *id).await.unwrap();
                let listed = numbers.iter().position(|found| *found == number).map(|at| rows[at].clone());
                assert_eq!(one, listed, "detail and list agree on {number}");
            }
        }
        numbers.into_iter().rev().collect()
    }

    async fn sees(&self, entries: Vec<Sight>) -> Vec<usize> {
        self.seen(&self.sights(entries), &ContactFilter::default()).await
    }
}

async fn somebody_who_sees_everything_sees_every_contact_with_its_holder(store: Arc<dyn Store>) {
    let served = served(&store).await;
    let sights = served.sights(vec![sight(Chain::root(served.tree.root), Visibility::Everything, Masking::None)]);
    assert_eq!(served.seen(&sights, &ContactFilter::default()).await, (0..10).collect::<Vec<_>>());
    let rows = list(&served.office, &sights, &ContactFilter::default(), 200).await;
    let (me, them) = (Some(served.viewer), Some(served.other));
    let holders: Vec<Option<MemberId>> = rows.iter().rev().map(|row| row.assignee).collect();
    assert_eq!(holders, [me, them, None, None, me, them, None, them, me, None]);
    for row in &rows {
        assert_eq!((row.contact.clone(), row.assignee), served.office.find_contact(row.contact.id).await);
        assert_eq!(row.masking, Masking::None);
    }
}

async fn pages_of_contacts_are_complete_in_any_size(store: Arc<dyn Store>) {
    let served = served(&store).await;
    for visibility in [Visibility::Everything, Visibility::OwnAndUnassigned, Visibility::Own] {
        let sights = served.sights(vec![sight(Chain::root(served.tree.root), visibility, Masking::None)]);
        for filter in [ContactFilter::default(), ContactFilter { assignee: Some(None), ..ContactFilter::default() }] {
            let whole = list(&served.office, &sights, &filter, 200).await;
            for limit in [1, 2, 5, 10] {
                assert_eq!(list(&served.office, &sights, &filter, limit).await, whole, "pages of {limit}");
            }
        }
    }
}

async fn r5_own_contacts_are_those_one_holds_and_inherited(store: Arc<dyn Store>) {
    let served = served(&store).await;
    let root = served.tree.root;
    assert_eq!(served.sees(vec![sight(Chain::root(root), Visibility::Own, Masking::None)]).await, [0, 4, 8]);
}

async fn r5_unassigned_contacts_are_those_that_nobody_holds(store: Arc<dyn Store>) {
    let served = served(&store).await;
    let root = served.tree.root;
    assert_eq!(
        served.sees(vec![sight(Chain::root(root), Visibility::OwnAndUnassigned, Masking::None)]).await,
        [0, 2, 3, 4, 6, 8, 9]
    );
}

async fn r5_what_is_shared_through_resources_never_shows_the_unassigned(store: Arc<dyn Store>) {
    let served = served(&store).await;
    let team = Visibility::Shared(KindKey::parse("team").unwrap());
    let seen = served.sees(vec![sight(Chain::root(served.tree.root), team, Masking::None)]).await;
    assert_eq!(seen, [0, 4, 8], "nobody has a resource in common yet, so one's own are left");
}

async fn the_nearest_entry_above_a_contact_decides(store: Arc<dyn Store>) {
    let served = served(&store).await;
    let [root, north, north_east, south] = served.tree.chains();
    let cut = |at: &Chain| cut(at.clone());
    let everything = |at: &Chain| sight(at.clone(), Visibility::Everything, Masking::None);
    let own = |at: &Chain| sight(at.clone(), Visibility::Own, Masking::None);
    assert_eq!(served.sees(vec![]).await, Vec::<usize>::new());
    assert_eq!(served.sees(vec![cut(&root)]).await, Vec::<usize>::new());
    assert_eq!(served.sees(vec![everything(&north)]).await, [4, 5, 6, 7]);
    assert_eq!(served.sees(vec![everything(&north_east), everything(&south)]).await, [7, 8, 9]);
    assert_eq!(served.sees(vec![everything(&root), cut(&north)]).await, [0, 1, 2, 3, 8, 9]);
    assert_eq!(served.sees(vec![everything(&root), cut(&north), everything(&north_east)]).await, [0, 1, 2, 3, 7, 8, 9]);
    assert_eq!(served.sees(vec![everything(&root), own(&north)]).await, [0, 1, 2, 3, 4, 8, 9]);
    assert_eq!(served.sees(vec![own(&root), everything(&north), own(&north_east)]).await, [0, 4, 5, 6, 8]);
    let mut backwards = vec![own(&root), everything(&north), own(&north_east)];
    backwards.reverse();
    assert_eq!(served.sees(backwards).await, [0, 4, 5, 6, 8], "the order of entries doesn't matter");
}

async fn masking_is_told_by_each_contacts_own_workspace(store: Arc<dyn Store>) {
    let served = served(&store).await;
    let [root, north, _, south] = served.tree.chains();
    let sights = served.sights(vec![
        sight(root, Visibility::Everything, Masking::None),
        sight(north, Visibility::Everything, Masking::Full),
        sight(south, Visibility::Everything, Masking::Partial),
    ]);
    let rows = list(&served.office, &sights, &ContactFilter::default(), 4).await;
    let masks: Vec<Masking> = rows.iter().rev().map(|row| row.masking).collect();
    let (none, partial, full) = (Masking::None, Masking::Partial, Masking::Full);
    assert_eq!(masks, [none, none, none, none, full, full, full, full, partial, partial], "one's own are masked too");
}

async fn contacts_are_filtered_by_workspace_and_assignee(store: Arc<dyn Store>) {
    let served = served(&store).await;
    let root = served.tree.root;
    let everything = served.sights(vec![sight(Chain::root(root), Visibility::Everything, Masking::None)]);
    let filter = |workspace, assignee| ContactFilter { workspace, assignee, q: None };
    let (me, them, nobody) = (Some(Some(served.viewer)), Some(Some(served.other)), Some(None));
    for (workspace, assignee, expected) in [
        (Some(root), None, vec![0, 1, 2, 3]),
        (Some(served.tree.north), None, vec![4, 5, 6]),
        (Some(new()), None, vec![]),
        (None, me, vec![0, 4, 8]),
        (None, them, vec![1, 5, 7]),
        (None, nobody, vec![2, 3, 6, 9]),
        (None, Some(Some(new())), vec![]),
        (Some(root), me, vec![0]),
        (Some(root), nobody, vec![2, 3]),
        (Some(served.tree.south), me, vec![8]),
    ] {
        assert_eq!(served.seen(&everything, &filter(workspace, assignee)).await, expected, "{workspace:?} {assignee:?}");
    }
    let own = served.sights(vec![sight(Chain::root(root), Visibility::Own, Masking::None)]);
    assert_eq!(served.seen(&own, &filter(None, them)).await, Vec::<usize>::new(), "a filter shows nothing that isn't seen");
    assert_eq!(served.seen(&own, &filter(None, nobody)).await, Vec::<usize>::new());
    assert_eq!(served.seen(&own, &filter(None, me)).await, [0, 4, 8]);
    let mine = served.sights(vec![sight(Chain::root(root), Visibility::OwnAndUnassigned, Masking::None)]);
    assert_eq!(served.seen(&mine, &filter(None, nobody)).await, [2, 3, 6, 9]);
    assert_eq!(served.seen(&mine, &filter(None, them)).await, Vec::<usize>::new());
    let north = served.sights(vec![sight(served.tree.chains()[1].clone(), Visibility::Everything, Masking::None)]);
    assert_eq!(served.seen(&north, &filter(Some(root), None)).await, Vec::<usize>::new());
    assert_eq!(served.seen(&north, &filter(None, me)).await, [4]);
}

async fn a_holder_of_many_portfolios_pages_through_them_all(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let heir = office.hire("Heir", &[]).await;
    let mut mine = Vec::new();
    let mut nobodys = Vec::new();
    for number in 0..24 {
        let leaver = office.hire("Lea Ver", &[]).await;
        for _ in 0..2 {
            let id = office.contact_of(leaver, root, &format!("Contact {number}")).await.id;
            if number % 3 == 0 { &mut nobodys } else { &mut mine }.push(id);
        }
        let left = office.portfolio(leaver, root).await;
        office.hand_over(&[left], (number % 3 != 0).then_some(heir)).await;
    }
    let sights = sights_of(&office, heir, vec![sight(Chain::root(root), Visibility::Everything, Masking::None)]);
    for (assignee, expected) in [(Some(heir), mine), (None, nobodys)] {
        let filter = ContactFilter { assignee: Some(assignee), ..ContactFilter::default() };
        let found: Vec<ContactId> = list(&office, &sights, &filter, 5).await.iter().rev().map(|row| row.contact.id).collect();
        assert_eq!(found, expected);
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len());
    }
}

cases!($ contact_lists:
    somebody_who_sees_everything_sees_every_contact_with_its_holder,
    pages_of_contacts_are_complete_in_any_size,
    r5_own_contacts_are_those_one_holds_and_inherited,
    r5_unassigned_contacts_are_those_that_nobody_holds,
    r5_what_is_shared_through_resources_never_shows_the_unassigned,
    the_nearest_entry_above_a_contact_decides,
    masking_is_told_by_each_contacts_own_workspace,
    contacts_are_filtered_by_workspace_and_assignee,
    a_holder_of_many_portfolios_pages_through_them_all,
);
