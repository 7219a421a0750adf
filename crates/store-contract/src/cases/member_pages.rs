//! Pages of members: every sort complete, in order, without repeats, and steady while people come and go.

use std::collections::BTreeSet;
use std::sync::Arc;

use tenure_domain::membership::{Membership, Status};
use tenure_domain::visibility::Masking;
use tenure_domain::{Instant, MemberId};
use tenure_port_store::{MemberFilter, MemberRow, MemberSort, PageAsk, Store, Viewer};

use super::member_lists::{list, names};
use crate::contract::cases;
use crate::samples::{Office, at, email};

/// Twenty people: names shared by several, activities shared by several, and some that never were active.
async fn crowd(office: &Office) -> BTreeSet<MemberId> {
    let mut ids = BTreeSet::from([office.chief]);
    for number in 0..20_u64 {
        let full_name = ["Same Name", "Anna Arc", "zoe Last", "Émile É", "Same Name"][usize::try_from(number % 5).unwrap()];
        let status = [Status::Active, Status::Pending, Status::Inactive][usize::try_from(number % 3).unwrap()];
        let change = |member: &mut Membership| {
            member.email = email(&format!("{:02}@example.test", (number * 7) % 20));
            member.last_active_at = (number % 4 != 0).then(|| at(number % 6));
        };
        ids.insert(office.add(full_name, status, &[("clerk", office.root())], change).await.id);
    }
    ids
}

async fn pages(office: &Office, viewer: &Viewer, sort: MemberSort, limit: u32) -> Vec<MemberRow> {
    let mut ask = PageAsk::first(limit);
    let mut rows = Vec::new();
    loop {
        let page = office.store.queries().members(office.id(), viewer, &MemberFilter::default(), sort, &ask).await.unwrap();
        assert!(page.items.len() <= limit as usize);
        rows.extend(page.items);
        let Some(after) = page.next else { return rows };
        ask.after = Some(after);
    }
}

fn ids(rows: &[MemberRow]) -> Vec<MemberId> {
    rows.iter().map(|row| row.membership.id).collect()
}

async fn every_sort_is_complete_and_the_same_in_pages_of_any_size(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let everybody = crowd(&office).await;
    let everyone = office.everyone().await;
    for sort in MemberSort::ALL {
        let whole = ids(&pages(&office, &everyone, sort, 200).await);
        assert_eq!(whole.iter().copied().collect::<BTreeSet<_>>(), everybody, "{sort:?}");
        assert_eq!(whole.len(), everybody.len(), "{sort:?} repeats nobody");
        for limit in [1, 2, 3, 7, 21] {
            assert_eq!(ids(&pages(&office, &everyone, sort, limit).await), whole, "{sort:?} in pages of {limit}");
        }
    }
}

async fn every_sort_is_in_order_and_ties_are_by_id(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    crowd(&office).await;
    let everyone = office.everyone().await;
    for sort in MemberSort::ALL {
        let rows = pages(&office, &everyone, sort, 4).await;
        let keys: Vec<(String, MemberId)> = rows.iter().map(|row| (key(row, sort), row.membership.id)).collect();
        let descending =
            matches!(sort, MemberSort::NameDescending | MemberSort::EmailDescending | MemberSort::LastActiveDescending);
        for pair in keys.windows(2) {
            let order = pair[0].0.cmp(&pair[1].0);
            let expected = if descending { order.reverse() } else { order };
            assert!(expected.is_le(), "{sort:?}: {pair:?}");
        }
        let ties: Vec<bool> = keys.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].1 < pair[1].1).collect();
        assert!(ties.iter().all(|ascending| *ascending) || (descending && !ties.iter().any(|ascending| *ascending)), "{sort:?}");
    }
}

/// What a sort compares, written out so that texts order as the sort does. The names of these cases fold in an obvious way.
fn key(row: &MemberRow, sort: MemberSort) -> String {
    let active = |at: Option<Instant>| at.map_or_else(String::new, |at| format!("{:020}", at.micros()));
    match sort {
        MemberSort::Name | MemberSort::NameDescending => {
            row.membership.profile.display_name(&row.membership.email).to_lowercase().replace('é', "e")
        }
        MemberSort::Email | MemberSort::EmailDescending => row.membership.email.to_string(),
        MemberSort::LastActive | MemberSort::LastActiveDescending => active(row.membership.last_active_at),
    }
}

async fn names_are_ordered_without_regard_to_case_and_accents(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for full_name in ["bob", "Älbert", "zoe", "ada", "Émile", "Zacharias", "Ö"] {
        office.add(full_name, Status::Pending, &[("clerk", office.root())], |_| {}).await;
    }
    let everyone = office.everyone().await;
    let filter = MemberFilter { statuses: vec![Status::Pending], ..MemberFilter::default() };
    let sorted = names(&list(&office, &everyone, &filter, MemberSort::Name).await);
    assert_eq!(sorted, ["ada", "Älbert", "bob", "Émile", "Ö", "Zacharias", "zoe"]);
    let mut backwards = names(&list(&office, &everyone, &filter, MemberSort::NameDescending).await);
    backwards.reverse();
    assert_eq!(backwards, sorted);
}

async fn people_who_never_were_active_come_first_and_last(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut expected = Vec::new();
    for last in [None, Some(Instant::from_micros(1)), Some(at(1)), Some(at(2))] {
        let change = |member: &mut Membership| member.last_active_at = last;
        expected.push(office.add("Some Body", Status::Inactive, &[("clerk", office.root())], change).await.id);
    }
    let everyone = office.everyone().await;
    let filter = MemberFilter { statuses: vec![Status::Inactive], ..MemberFilter::default() };
    assert_eq!(ids(&list(&office, &everyone, &filter, MemberSort::LastActive).await), expected);
    expected.reverse();
    assert_eq!(ids(&list(&office, &everyone, &filter, MemberSort::LastActiveDescending).await), expected);
}

async fn a_page_goes_on_where_the_last_one_ended_while_people_come_and_go(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let before = crowd(&office).await;
    let everyone = office.everyone().await;
    for (round, sort) in MemberSort::ALL.into_iter().enumerate() {
        let all = pages(&office, &everyone, sort, 200).await;
        let mut ask = PageAsk::first(5);
        let mut seen = Vec::new();
        let mut comers = 0;
        loop {
            let page = store.queries().members(office.id(), &everyone, &MemberFilter::default(), sort, &ask).await.unwrap();
            seen.extend(ids(&page.items));
            let Some(after) = page.next else { break };
            ask.after = Some(after);
            for full_name in ["Aaron First", "Same Name", "Zzz Last"] {
                let change = |member: &mut Membership| {
                    member.email = email(&format!("{}{round}{comers}@example.test", full_name[..1].to_lowercase()));
                    member.last_active_at = Some(at(3));
                };
                office.add(full_name, Status::Pending, &[("clerk", office.root())], change).await;
                comers += 1;
            }
        }
        let unique: BTreeSet<MemberId> = seen.iter().copied().collect();
        assert_eq!(unique.len(), seen.len(), "{sort:?} repeats nobody");
        let steady: Vec<MemberId> = seen.into_iter().filter(|id| all.iter().any(|row| row.membership.id == *id)).collect();
        assert_eq!(steady, ids(&all), "{sort:?} loses nobody who was there all the time");
        assert!(before.is_subset(&unique));
    }
}

async fn r4_a_masked_viewer_gets_names_in_order_instead_of_addresses(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    crowd(&office).await;
    for masking in [Masking::Partial, Masking::Full] {
        let masked = office.viewer(&[(office.root(), true)], masking).await;
        for (asked, got) in [(MemberSort::Email, MemberSort::Name), (MemberSort::EmailDescending, MemberSort::Name)] {
            let found = ids(&pages(&office, &masked, asked, 3).await);
            assert_eq!(found, ids(&pages(&office, &masked, got, 200).await), "{asked:?}");
        }
    }
    let open = office.everyone().await;
    assert_ne!(ids(&pages(&office, &open, MemberSort::Email, 50).await), ids(&pages(&office, &open, MemberSort::Name, 50).await));
}

async fn every_sort_is_complete_with_every_filter(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    crowd(&office).await;
    office.hire("South Only", &[("clerk", tree.south)]).await;
    let everyone = office.viewer(&[(tree.root, true), (tree.north, false)], Masking::None).await;
    let clerk = crate::samples::levels(&["clerk"]).into_iter().collect::<Vec<_>>();
    let filters = [
        MemberFilter { statuses: vec![Status::Pending], ..MemberFilter::default() },
        MemberFilter { statuses: vec![Status::Pending, Status::Active], levels: clerk.clone(), ..MemberFilter::default() },
        MemberFilter { q: Some("a".into()), ..MemberFilter::default() },
        MemberFilter { q: Some("same".into()), levels: clerk.clone(), ..MemberFilter::default() },
        MemberFilter { workspace: Some(tree.south), inherited: true, ..MemberFilter::default() },
        MemberFilter {
            workspace: Some(tree.south),
            inherited: true,
            levels: clerk,
            not_active_since: Some(at(3)),
            ..MemberFilter::default()
        },
        MemberFilter { not_active_since: Some(at(3)), ..MemberFilter::default() },
    ];
    for filter in &filters {
        let reference: BTreeSet<MemberId> = ids(&list(&office, &everyone, filter, MemberSort::Name).await).into_iter().collect();
        assert!(!reference.is_empty(), "{filter:?}");
        for sort in MemberSort::ALL {
            let rows = list(&office, &everyone, filter, sort).await;
            assert_eq!(rows.len(), reference.len(), "{sort:?} {filter:?}");
            assert_eq!(ids(&rows).into_iter().collect::<BTreeSet<_>>(), reference, "{sort:?} {filter:?}");
        }
    }
}

/// A page of the journal may name more than one statement can ask for.
async fn names_of_any_number_of_ids_are_looked_up(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Mia Known", &[]).await;
    let mut ids: Vec<uuid::Uuid> = (0..70_000).map(|_| crate::samples::new::<MemberId>().uuid()).collect();
    ids.extend([member.uuid(), office.root().uuid()]);
    let found: BTreeSet<uuid::Uuid> =
        store.queries().names(office.id(), &ids).await.unwrap().into_iter().map(|(id, _)| id).collect();
    assert_eq!(found, [member.uuid(), office.root().uuid()].into());
}

cases!($ member_pages:
    every_sort_is_complete_and_the_same_in_pages_of_any_size,
    every_sort_is_in_order_and_ties_are_by_id,
    names_are_ordered_without_regard_to_case_and_accents,
    people_who_never_were_active_come_first_and_last,
    a_page_goes_on_where_the_last_one_ended_while_people_come_and_go,
    r4_a_masked_viewer_gets_names_in_order_instead_of_addresses,
    every_sort_is_complete_with_every_filter,
    names_of_any_number_of_ids_are_looked_up,
);
