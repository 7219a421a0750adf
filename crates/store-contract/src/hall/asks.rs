//! Every question that a hall is asked: each list in each order, with filters that leave many and few, at its beginning and
//! deep inside.

use std::collections::BTreeSet;

use tenure_domain::access_model::Reach;
use tenure_domain::insight::{Staffed, Wider};
use tenure_domain::membership::Status;
use tenure_domain::resource::Known;
use tenure_domain::selection::{LevelReach, Sharing};
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::{Instant, KindKey, LevelKey, MemberId};
use tenure_port_store::{
    Bounded, ContactFilter, GroupFilter, ItemFilter, JournalFilter, MemberFilter, MemberSort, PageAsk, Position, Queries,
    ResourceFilter, ResourceReached, ResourceSights, Sight, Sights, Store, Viewer, WorkspaceFilter,
};

use uuid::Uuid;

use super::{Hall, Kind, PEOPLE, id};
use crate::samples::at;

fn level(key: &str) -> Vec<LevelKey> {
    vec![LevelKey::parse(key).unwrap()]
}

fn member_filters() -> Vec<(&'static str, MemberFilter)> {
    let all = MemberFilter::default;
    let q = |text: &str| MemberFilter { q: Some(text.to_owned()), ..all() };
    let workspace = |number, inherited| MemberFilter { workspace: Some(Hall::workspace(number)), inherited, ..all() };
    let in_team = |number: u64, all: &[&str]| {
        let all_of = all.iter().flat_map(|key| level(key)).collect();
        let none = level("clerk").into_iter().collect();
        let levels = LevelReach { kind: KindKey::parse("team").unwrap(), all: all_of, none, grouped: true };
        let resource = id(Kind::Resource, number);
        MemberFilter { resource: Some(ResourceReached { resource, for_everyone: false, levels }), ..MemberFilter::default() }
    };
    vec![
        ("all", all()),
        ("pending", MemberFilter { statuses: vec![Status::Pending], ..all() }),
        ("inactive", MemberFilter { statuses: vec![Status::Inactive], ..all() }),
        ("pending or inactive", MemberFilter { statuses: vec![Status::Pending, Status::Inactive], ..all() }),
        ("many agents", MemberFilter { levels: level("agent"), ..all() }),
        ("few chiefs", MemberFilter { levels: level("chief"), ..all() }),
        ("agents or clerks", MemberFilter { levels: [level("agent"), level("clerk")].concat(), ..all() }),
        ("at many", workspace(2, true)),
        ("at few", workspace(3, false)),
        ("at few, with those above", workspace(3, true)),
        ("agents at many", MemberFilter { levels: level("agent"), ..workspace(2, false) }),
        ("chiefs at many", MemberFilter { levels: level("chief"), ..workspace(2, true) }),
        ("long away", MemberFilter { not_active_since: Some(at(60_000)), ..all() }),
        ("never there", MemberFilter { not_active_since: Some(Instant::from_micros(0)), statuses: vec![Status::Active], ..all() }),
        ("a term that many have", q("family")),
        ("a term that few have", q("family9999")),
        ("a term that nobody has", q("zebra")),
        ("a short term", q("ve")),
        ("a short term that nobody has", q("zq")),
        ("an address", q("person4711@")),
        ("in a small team", in_team(1, &[])),
        ("in a big team", in_team(2, &[])),
        ("in a team that few have by a group", in_team(104, &[])),
        ("in a team that many have by a group", in_team(100, &[])),
        ("in a team, or chiefs", in_team(2, &["chief"])),
        ("agents in a big team", MemberFilter { levels: level("agent"), ..in_team(2, &[]) }),
        ("a term and more", MemberFilter { statuses: vec![Status::Active], levels: level("agent"), ..q("given12 ") }),
    ]
}

fn viewers(hall: &Hall) -> Vec<(&'static str, Viewer)> {
    let me = Some(id(Kind::Member, 77));
    let viewer = |entries, masking| Viewer { member: me, reach: hall.reach(entries), masking };
    vec![
        ("everyone", viewer(&[(1, true)], Masking::None)),
        ("everyone, masked", viewer(&[(1, true)], Masking::Partial)),
        ("many", viewer(&[(2, true), (21, false)], Masking::None)),
        ("few", viewer(&[(3, true)], Masking::Full)),
        ("all but some", viewer(&[(1, true), (5, false), (6, false)], Masking::None)),
    ]
}

fn contact_filters() -> Vec<(&'static str, ContactFilter)> {
    let all = ContactFilter::default;
    let q = |text: &str| ContactFilter { q: Some(text.to_owned()), ..all() };
    let of = |number: u64| ContactFilter { assignee: Some(Some(id(Kind::Member, number))), ..all() };
    let unassigned = ContactFilter { assignee: Some(None), ..all() };
    vec![
        ("all", all()),
        ("at many", ContactFilter { workspace: Some(Hall::workspace(2)), ..all() }),
        ("at few", ContactFilter { workspace: Some(Hall::workspace(3)), ..all() }),
        ("of one with a big portfolio", of(1)),
        ("of one with many portfolios", of(7)),
        ("of one without", of(99_999)),
        ("unassigned", unassigned.clone()),
        ("unassigned at many", ContactFilter { workspace: Some(Hall::workspace(2)), ..unassigned.clone() }),
        ("unassigned at few", ContactFilter { workspace: Some(Hall::workspace(3)), ..unassigned }),
        ("a term that many have", q("number")),
        ("a term that few have", q("number9999")),
        ("a number", q("+49301004711")),
        ("a short term", q("cl")),
        ("a short term that nobody has", q("zq")),
        ("a term at few", ContactFilter { workspace: Some(Hall::workspace(3)), ..q("number") }),
        ("a term of one", ContactFilter { q: Some("client12 ".to_owned()), ..of(1) }),
    ]
}

fn sights(hall: &Hall) -> Vec<(&'static str, Sights)> {
    let sight = |number, holds, visibility, masking| Sight { at: hall.place(number).chain(), holds, visibility, masking };
    let sharing = |reach, number| {
        let team = KindKey::parse("team").unwrap();
        let levels = LevelReach {
            kind: team,
            all: level("chief")[..number].iter().cloned().collect(),
            none: level("clerk").into_iter().collect(),
            grouped: true,
        };
        vec![Sharing { levels, viewer: reach }]
    };
    let of = |number: u64, entries| Sights {
        organization: hall.id(),
        root: hall.organization.root,
        viewer: id(Kind::Member, number),
        entries,
        sharing: sharing(Reach::Choose, 0),
    };
    let team = || Visibility::Shared(KindKey::parse("team").unwrap());
    let all = |number, masking| sight(number, true, Visibility::Everything, masking);
    vec![
        ("everything", of(77, vec![all(1, Masking::None)])),
        ("everything, masked", of(77, vec![all(1, Masking::Partial)])),
        ("many", of(77, vec![all(2, Masking::None)])),
        ("few", of(77, vec![all(3, Masking::None)])),
        ("their own", of(1, vec![sight(1, true, Visibility::Own, Masking::None)])),
        ("their own of many portfolios, and nobody's", of(7, vec![sight(1, true, Visibility::OwnAndUnassigned, Masking::None)])),
        ("what few colleagues have", of(9, vec![sight(1, true, team(), Masking::None)])),
        ("what many colleagues have", of(10_000, vec![sight(1, true, team(), Masking::None)])),
        ("what few colleagues have by a group", of(20_001, vec![sight(1, true, team(), Masking::None)])),
        ("what many colleagues have by a group", of(10_003, vec![sight(1, true, team(), Masking::None)])),
        ("what many colleagues don't have, below", of(5_001, vec![sight(2, true, team(), Masking::Partial)])),
        (
            "what anybody in a team has",
            Sights { sharing: sharing(Reach::All, 1), ..of(9, vec![sight(1, true, team(), Masking::None)]) },
        ),
        (
            "what colleagues have, and chiefs",
            Sights { sharing: sharing(Reach::Choose, 1), ..of(9, vec![sight(2, true, team(), Masking::None)]) },
        ),
        (
            "this and that",
            of(
                7,
                vec![
                    all(1, Masking::None),
                    sight(2, true, Visibility::Own, Masking::Partial),
                    sight(3, true, Visibility::OwnAndUnassigned, Masking::None),
                    sight(4, false, Visibility::Everything, Masking::None),
                    sight(5, true, team(), Masking::None),
                ],
            ),
        ),
    ]
}

/// Asks everything; `about` hears of each question before it is asked.
pub async fn ask_everything(hall: &Hall, store: &dyn Store, about: impl Fn(String)) {
    let queries = store.queries();
    ask_what_is_new(hall, store, &about).await;
    ask_members(hall, queries, &about).await;
    count_members(hall, queries, &about).await;
    ask_contacts(hall, queries, &about).await;
    ask_journal(hall, queries, &about).await;
    ask_others(hall, queries, &about).await;
}

async fn ask_members(hall: &Hall, queries: &dyn Queries, about: &impl Fn(String)) {
    for (whom, viewer) in viewers(hall) {
        let masked = viewer.masking.hides_addresses();
        for (which, filter) in member_filters() {
            about(format!("count {which}, by one who sees {whom}"));
            queries.count_members(hall.id(), &viewer, &filter, 10_000).await.unwrap();
            // What is searched for is walked to in much the same way in every order, and so is what is seen.
            let every = filter.q.is_none() && matches!(whom, "everyone" | "many");
            for sort in MemberSort::ALL.into_iter().step_by(if every { 1 } else { 3 }) {
                let never = filter.not_active_since == Some(Instant::from_micros(0));
                for after in [None, Some(Hall::halfway(sort, masked, never))] {
                    let deep = if after.is_some() { ", deep inside" } else { "" };
                    about(format!("members: {which}, by {sort:?}, by one who sees {whom}{deep}"));
                    let ask = PageAsk { limit: 50, after };
                    queries.members(hall.id(), &viewer, &filter, sort, &ask).await.unwrap();
                }
            }
        }
        ask_insights(hall, queries, &viewer, &|what| about(format!("{what}, by one who sees {whom}"))).await;
        about(format!("some members, by one who sees {whom}"));
        let some: Vec<MemberId> = (1..40).map(|number| id(Kind::Member, number * 2_000)).collect();
        queries.seen_members(hall.id(), &viewer, &some).await.unwrap();
        about(format!("a member, by one who sees {whom}"));
        queries.member(hall.id(), &viewer, id(Kind::Member, 4_711)).await.unwrap();
        let these: Vec<_> = (4_711..4_811).map(|number| id(Kind::Member, number)).collect();
        queries.these_members(hall.id(), &viewer, &these).await.unwrap();
        for after in [None, Some(PEOPLE / 2)] {
            about(format!("invitations, by one who sees {whom}"));
            queries.invitations(hall.id(), &viewer, &by_id(Kind::Invitation, after)).await.unwrap();
        }
    }
}

/// What is counted: exactly while an index tells, up to 10,000, and else as far as is looked.
async fn count_members(hall: &Hall, queries: &dyn Queries, about: &impl Fn(String)) {
    let (whom, viewer) = viewers(hall).remove(0);
    let counted = |value, exact| Bounded { value, exact };
    let known = [
        ("all", counted(10_000, false)),
        ("pending", counted(10_000, true)),
        ("inactive", counted(20, true)),
        ("few chiefs", counted(5, true)),
        ("long away", counted(10_000, false)),
        ("at few", counted(10, true)),
        ("a term that few have", counted(11, true)),
        ("a short term that nobody has", counted(0, false)),
    ];
    for (which, filter) in member_filters() {
        let Some((_, right)) = known.iter().find(|(known, _)| *known == which) else { continue };
        about(format!("count {which}, by one who sees {whom}"));
        assert_eq!(queries.count_members(hall.id(), &viewer, &filter, 10_000).await.unwrap(), *right, "{which}");
    }
}

async fn ask_contacts(hall: &Hall, queries: &dyn Queries, about: &impl Fn(String)) {
    for (whom, sights) in sights(hall) {
        for (which, filter) in contact_filters() {
            for after in [None, Some(PEOPLE / 2)] {
                let deep = if after.is_some() { ", deep inside" } else { "" };
                about(format!("contacts: {which}, by one who sees {whom}{deep}"));
                queries.contacts(hall.id(), &sights, &filter, &by_id(Kind::Contact, after)).await.unwrap();
            }
        }
        about(format!("a contact, by one who sees {whom}"));
        queries.contact(hall.id(), &sights, id(Kind::Contact, 4_711)).await.unwrap();
    }
    about("how many contacts portfolios hold".to_owned());
    queries.count_contacts(hall.id(), &[1, 2, 3].map(|number| id(Kind::Portfolio, number)), 10_000).await.unwrap();
}

async fn ask_journal(hall: &Hall, queries: &dyn Queries, about: &impl Fn(String)) {
    let actor = Some(id(Kind::Member, 3));
    let target = Some(id(Kind::Member, 5));
    let rare = Some("organization_changed".to_owned());
    let many = Some("access_granted".to_owned());
    for filter in [
        JournalFilter::default(),
        JournalFilter { actor, ..JournalFilter::default() },
        JournalFilter { target, ..JournalFilter::default() },
        JournalFilter { kind: rare.clone(), ..JournalFilter::default() },
        JournalFilter { kind: many.clone(), ..JournalFilter::default() },
        JournalFilter { actor, kind: rare, ..JournalFilter::default() },
        JournalFilter { actor, target, kind: many, since: Some(at(0)) },
        JournalFilter { since: Some(at(0)), ..JournalFilter::default() },
    ] {
        for after in [None, Some(PEOPLE / 2)] {
            about(format!("journal {filter:?} after {after:?}"));
            let position = |number| Position {
                key: (at(0).micros() + i64::try_from(number).unwrap()).to_string(),
                id: id(Kind::Record, number),
            };
            queries.journal(hall.id(), &filter, &PageAsk { limit: 50, after: after.map(position) }).await.unwrap();
        }
    }
}

/// What whoever watches asks for, a few times a second.
async fn ask_what_is_new(hall: &Hall, store: &dyn Store, about: &impl Fn(String)) {
    for position in [0, PEOPLE / 4] {
        about(format!("the journal after position {position}"));
        assert_eq!(store.queries().journal_after(hall.id(), position, 500).await.unwrap().len(), 500);
        about(format!("leases after wave {position}"));
        let after = Some((position, id(Kind::Member, 0)));
        assert_eq!(store.presences().renewed(hall.id(), after, 500).await.unwrap().len(), 500);
    }
    about("the journal's last position".to_owned());
    store.queries().journal_position(hall.id()).await.unwrap();
}

async fn ask_others(hall: &Hall, queries: &dyn Queries, about: &impl Fn(String)) {
    for entries in [vec![(1, true)], vec![(3, true)], vec![(1, true), (2, false)]] {
        let reach = hall.reach(&entries);
        for after in [None, Some(PEOPLE / 20)] {
            about(format!("receipts at {entries:?} after {after:?}"));
            queries.receipts(hall.id(), &reach, &by_id(Kind::Receipt, after)).await.unwrap();
        }
        about(format!("workspaces at {entries:?}"));
        let near = WorkspaceFilter { under: Some(Hall::workspace(2)), depth: Some(1), q: None };
        let (all, named) = (WorkspaceFilter::default(), WorkspaceFilter::named(Some("nobody")));
        queries.workspaces(hall.id(), &reach, &near, &PageAsk::first(50)).await.unwrap();
        let page = queries.workspaces(hall.id(), &reach, &all, &PageAsk::first(1)).await.unwrap();
        queries.workspaces(hall.id(), &reach, &all, &PageAsk { limit: 50, after: page.next }).await.unwrap();
        queries.workspaces(hall.id(), &reach, &named, &PageAsk::first(50)).await.unwrap();
    }
    ask_resources(hall, queries, about).await;
    let job = id(Kind::Job, 1);
    for after in [None, Some(1_000)] {
        about(format!("jobs after {after:?}"));
        queries.jobs(hall.id(), id(Kind::Member, 1), &by_id(Kind::Job, after)).await.unwrap();
    }
    for filter in [ItemFilter::All, ItemFilter::Done, ItemFilter::Refused, ItemFilter::Open] {
        for after in [None, Some(PEOPLE / 4)] {
            about(format!("{filter:?} of a job after {after:?}"));
            let after = after.map(|number| Position { key: number.to_string(), id: Uuid::nil() });
            queries.job_items(hall.id(), job, filter, &PageAsk { limit: 50, after }).await.unwrap();
        }
    }
    about("jobs that are running".to_owned());
    let lately = Instant::from_micros(at(0).micros() + 1_990);
    assert!(queries.jobs_lately(hall.id(), lately).await.unwrap().len() > 1);
    about("a receipt".to_owned());
    queries.receipt(hall.id(), id(Kind::Receipt, 4_711)).await.unwrap().unwrap();
    about("an invitation".to_owned());
    queries.invitation(hall.id(), id(Kind::Invitation, 4_710)).await.unwrap().unwrap();
    about("who asks".to_owned());
    queries.principal(&[7; 32], Some(hall.id()), at(0)).await.unwrap();
    about("whose token it is, and what tokens somebody has".to_owned());
    queries.token_principal(&[7; 32], at(0)).await.unwrap();
    queries.tokens_of(hall.id(), id(Kind::Member, 4_711), at(0)).await.unwrap();
    about("whose sign-in is locked".to_owned());
    queries.locked_until(&[7; 32], at(0), at(1_000)).await.unwrap();
    about("one's organizations".to_owned());
    queries.memberships_of(id(Kind::User, 4_711)).await.unwrap();
    about("organizations".to_owned());
    queries.organizations(&PageAsk::first(50)).await.unwrap();
}

async fn ask_resources(hall: &Hall, queries: &dyn Queries, about: &impl Fn(String)) {
    let team = KindKey::parse("team").unwrap();
    let levels = LevelReach { kind: team.clone(), all: BTreeSet::new(), none: level("clerk").into_iter().collect(), grouped: true };
    let (of, none) = (|| [team.clone()].into(), || [].into());
    for (whom, known) in [
        ("all teams", Known { whole: of(), chosen: none(), grouped: none() }),
        ("their own", Known { whole: none(), chosen: of(), grouped: of() }),
        ("nothing", Known::default()),
    ] {
        let sights = ResourceSights { viewer: id(Kind::Member, 8), known: known.clone() };
        ask_groups(hall, queries, &ResourceSights { viewer: id(Kind::Member, 4_711), known }, about).await;
        for (kind, q) in [(None, None), (Some(&team), None), (None, Some("team 19")), (Some(&team), Some("zebra"))] {
            let filter = ResourceFilter { kind: kind.cloned(), q: q.map(str::to_owned), group: None };
            for after in [None, Some(Position { key: "team 1500".to_owned(), id: id(Kind::Resource, 1_500) })] {
                about(format!("resources {filter:?} after {after:?}, by one who knows {whom}"));
                queries.resources(hall.id(), &sights, &filter, &PageAsk { limit: 50, after }).await.unwrap();
            }
        }
        about(format!("a resource, by one who knows {whom}"));
        queries.resource(hall.id(), &sights, id(Kind::Resource, 2)).await.unwrap();
        about(format!("some resources, by one who knows {whom}"));
        let some: Vec<_> = (1..40).map(|number| id(Kind::Resource, number)).collect();
        queries.these_resources(hall.id(), &sights, &some).await.unwrap();
        about(format!("what somebody alone has, by one who knows {whom}"));
        queries.had_alone(hall.id(), &sights, id(Kind::Member, 4_711), &levels, 1_001).await.unwrap();
        about(format!("what somebody with all teams alone has, by one who knows {whom}"));
        let alone = queries.had_alone(hall.id(), &sights, id(Kind::Member, 4_717), &levels, 1_001).await.unwrap();
        assert!(!alone.all_looked_at, "the first of them");
        about("who chose some resources".to_owned());
        let members: Vec<MemberId> = (4_711..4_811).map(|number| id(Kind::Member, number)).collect();
        queries.choices(hall.id(), &members, &some).await.unwrap();
        about(format!("what lists show of teams, by one who knows {whom}"));
        queries.listed(hall.id(), &sights, &members, std::slice::from_ref(&team), 6).await.unwrap();
        about("what was reported of some".to_owned());
        assert_eq!(queries.statistics(hall.id(), &members).await.unwrap().len(), members.len());
        about(format!("selections, by one who knows {whom}"));
        queries.selections(hall.id(), &sights, id(Kind::Member, 4_711)).await.unwrap();
    }
}

/// What insights are made of, at the beginning and deep inside.
async fn ask_insights(hall: &Hall, queries: &dyn Queries, viewer: &Viewer, about: &impl Fn(&str)) {
    let kind = KindKey::parse("team").unwrap();
    let none = || level("clerk").into_iter().collect();
    let levels = LevelReach { kind: kind.clone(), all: [].into(), none: none(), grouped: true };
    let workers = level("agent").into_iter().collect();
    let staffed = Staffed { levels: levels.clone(), workers, leaders: level("chief").into_iter().collect() };
    let sights = ResourceSights { viewer: id(Kind::Member, 77), known: Known { whole: [kind].into(), ..Known::default() } };
    let deep = |key: &str| Some(Position { key: key.to_owned(), id: id(Kind::Member, PEOPLE / 2) });
    for (after, place) in [(None, deep("team 5")), (deep(""), None)] {
        about("what nobody is in");
        queries.nobody_in(hall.id(), &sights, &levels, &PageAsk { limit: 50, after: place }).await.unwrap();
        about("who is in none");
        queries.in_none(hall.id(), viewer, &staffed, &PageAsk { limit: 50, after: after.clone() }).await.unwrap();
        about("who came lately");
        queries.newcomers(hall.id(), viewer, at(0), &PageAsk { limit: 50, after: after.clone() }).await.unwrap();
        about("what nobody answered");
        let expired = after.clone().map(|after| Position { key: at(0).micros().to_string(), ..after });
        queries.unanswered(hall.id(), viewer, at(9_000_000), &PageAsk { limit: 50, after: expired }).await.unwrap();
        for (wide, narrow) in [("chief", "agent"), ("agent", "clerk")] {
            about("who stands out");
            let wider = Wider { level: level(wide).remove(0), narrower: level(narrow) };
            let after = after.clone().map(|after| Position { key: hall.organization.root.to_string(), ..after });
            queries.outliers(hall.id(), viewer, &wider, at(9_000_000), &PageAsk { limit: 50, after }).await.unwrap();
        }
    }
    about("who else is in");
    queries.has_another(hall.id(), id(Kind::Resource, 2), id(Kind::Member, 2), &levels).await.unwrap();
    about("who governs");
    let governing = hall.organization.governing_levels();
    queries.governors(hall.id(), hall.organization.root, &governing, 3).await.unwrap();
}

/// What somebody asks for who has a group with many resources.
async fn ask_groups(hall: &Hall, queries: &dyn Queries, sights: &ResourceSights, about: &impl Fn(String)) {
    about("groups of resources".to_owned());
    queries.resource_groups(hall.id(), sights, &GroupFilter::default(), &PageAsk::first(50)).await.unwrap();
    let of_kind = GroupFilter { kind: Some(KindKey::parse("team").unwrap()), q: Some("group 1".to_owned()) };
    let after = Some(Position { key: "group 15".to_owned(), id: id(Kind::Group, 15) });
    queries.resource_groups(hall.id(), sights, &of_kind, &PageAsk { limit: 50, after }).await.unwrap();
    let some: Vec<_> = (1..40).map(|number| id(Kind::Group, number)).collect();
    queries.these_resource_groups(hall.id(), sights, &some).await.unwrap();
    about("resources, by one who has a group".to_owned());
    queries.resources(hall.id(), sights, &ResourceFilter::default(), &PageAsk::first(50)).await.unwrap();
    about("what is in a group".to_owned());
    let filter = ResourceFilter { group: Some(id(Kind::Group, 1)), ..ResourceFilter::default() };
    queries.resources(hall.id(), sights, &filter, &PageAsk::first(50)).await.unwrap();
    about("what somebody with a group has".to_owned());
    queries.selections(hall.id(), sights, id(Kind::Member, 4_711)).await.unwrap();
    about("who chose some resources by groups".to_owned());
    let members: Vec<MemberId> = (4_711..4_811).map(|number| id(Kind::Member, number)).collect();
    queries.choices(hall.id(), &members, &[id(Kind::Resource, 100), id(Kind::Resource, 104)]).await.unwrap();
}

fn by_id(kind: Kind, after: Option<u64>) -> PageAsk {
    PageAsk { limit: 50, after: after.map(|number| Position { key: String::new(), id: id(kind, number) }) }
}
