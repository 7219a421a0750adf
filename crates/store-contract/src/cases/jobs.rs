//! Jobs: kept with their people, claimed by one at a time, and answered once.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use crate::contract::cases;
use crate::samples::{Office, at, instant, new};
use tenure_domain::import::{Change, Column, Deed, Import, Newcomer, Row};
use tenure_domain::job::{ItemOutcome, Job, JobItem, JobState, Task};
use tenure_domain::membership::{Language, Phone, Profile, ProfileChange, TimeZone};
use tenure_domain::revocation::Handover;
use tenure_domain::{EmailAddress, JobId, LevelKey, MemberId, Name, Reason};
use tenure_port_store::{ItemFilter, PageAsk, Position, Store, StoreError};

const LEASE: Duration = Duration::from_secs(15);

fn job(office: &Office, task: Task, total: u32) -> Job {
    Job {
        organization: office.id(),
        id: new(),
        by: office.chief,
        task,
        reason: None,
        state: JobState::Running,
        total,
        done: 0,
        refused: 0,
        created_at: at(1),
        ended_at: None,
    }
}

fn items(members: &[MemberId]) -> Vec<JobItem> {
    let item =
        |(position, member): (u32, &MemberId)| JobItem { position, member: *member, row: None, receipt: None, outcome: None };
    (0..).zip(members).map(item).collect()
}

fn imported() -> Import {
    let ignored = [Column::Status, Column::CreatedAt].into();
    Import { rows: 9, unchanged: 5, invited: 2, changed: 1, refused: 1, ignored }
}

fn deletion() -> Task {
    Task::Deletion { handover: Handover::Unassign }
}

async fn keep(office: &Office, job: &Job, items: &[JobItem], leased_until: u64) {
    let mut unit = office.open().await;
    unit.jobs().insert(job, items, at(leased_until)).await.unwrap();
    unit.commit().await.unwrap();
}

async fn answer(office: &Office, job: &Job, items: &[JobItem], leased_until: u64) -> Result<(), StoreError> {
    let mut unit = office.lock().await;
    unit.job_changes().answer(job.id, items).await?;
    unit.job_changes().update(job, at(leased_until)).await?;
    unit.commit().await
}

async fn a_job_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let levels: BTreeSet<LevelKey> = ["agent", "clerk"].map(|key| LevelKey::parse(key).unwrap()).into();
    let tasks = [
        deletion(),
        Task::Deletion { handover: Handover::AssignTo(new()) },
        Task::Levels { workspace: office.root(), levels },
        Task::Undo { of: new() },
        Task::Import(imported()),
    ];
    for task in tasks {
        let mut whole = job(&office, task, 1);
        whole.reason = Some(Reason::parse("The “branch” closed").unwrap());
        whole.created_at = instant(7);
        let people = [JobItem { receipt: Some(new()), ..items(&[new()]).remove(0) }];
        keep(&office, &whole, &people, 1).await;
        let mut unit = office.open().await;
        assert_eq!(unit.jobs().find(office.id(), whole.id).await.unwrap().as_ref(), Some(&whole));
        assert_eq!(unit.jobs().open_items(office.id(), whole.id, 10).await.unwrap(), people);
        assert_eq!(store.queries().job(office.id(), whole.id).await.unwrap().as_ref(), Some(&whole));
        whole = whole.stopped(instant(9));
        drop(unit);
        answer(&office, &whole, &[], 1).await.unwrap();
        assert_eq!(store.queries().job(office.id(), whole.id).await.unwrap(), Some(whole));
    }
    assert_eq!(store.queries().job(office.id(), new()).await.unwrap(), None);
}

/// Rows of all sorts, as a plan has them.
fn rows(office: &Office) -> Vec<Row> {
    let agent: BTreeSet<LevelKey> = [LevelKey::parse("agent").unwrap()].into();
    let name = |text| Some(Name::parse(text).unwrap());
    let profile = Profile {
        first_name: name("Zoë “Z”"),
        phone: Some(Phone::parse("+49 30 1234567").unwrap()),
        language: Language::German,
        time_zone: TimeZone::parse("Europe/Berlin").unwrap(),
        ..Profile::default()
    };
    let email = EmailAddress::parse("zoe@example.test").unwrap();
    let newcomer = Newcomer { email, profile, grants: vec![(office.root(), agent.clone()), (new(), BTreeSet::new())] };
    let other = ProfileChange {
        first_name: Some(None),
        last_name: Some(name("Berg")),
        language: Some(Language::English),
        ..ProfileChange::default()
    };
    let change = Change { profile: other, grants: vec![(office.root(), agent)] };
    let emptied = Change { profile: ProfileChange { phone: Some(None), ..ProfileChange::default() }, grants: Vec::new() };
    let row = |line, email: Option<&str>, deed| Row { line, email: email.map(str::to_owned), deed, column: None };
    vec![
        row(2, Some("Zoe@Example.test"), Some(Deed::Invite(newcomer))),
        row(3, None, Some(Deed::Change(change))),
        row(70_000, Some("bo@example.test"), Some(Deed::Change(emptied))),
        Row { column: Some(Column::Grants), ..row(5, Some("no\u{fffd}body"), None) },
    ]
}

async fn rows_of_a_sheet_are_kept_as_they_are_and_whom_they_brought(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let plan = Job { state: JobState::Planned, refused: 1, ..job(&office, Task::Import(imported()), 4) };
    let item = |(position, row): (u32, Row)| {
        let outcome = row.deed.is_none().then(|| ItemOutcome::Refused("email".to_owned()));
        JobItem { position, member: new(), row: Some(Box::new(row)), receipt: None, outcome }
    };
    let rows: Vec<JobItem> = (0..).zip(rows(&office)).map(item).collect();
    keep(&office, &plan, &rows, 50).await;
    let page = store.queries().job_items(office.id(), plan.id, ItemFilter::All, &PageAsk::first(10)).await.unwrap();
    assert_eq!(page.items.into_iter().map(|row| row.item).collect::<Vec<_>>(), rows);
    let refused = store.queries().job_items(office.id(), plan.id, ItemFilter::Refused, &PageAsk::first(10)).await.unwrap();
    assert_eq!(refused.items[0].item, rows[3], "whoever is refused by the plan is answered");
    let mut open = office.open().await.jobs().open_items(office.id(), plan.id, 10).await.unwrap();
    assert_eq!(open, rows[..3]);
    // Whoever was somebody else by then is told as who they are.
    (open[0].outcome, open[0].member) = (Some(ItemOutcome::Done), new());
    let begun = Job { state: JobState::Running, reason: Some(Reason::parse("New season").unwrap()), ..plan };
    let stepped = begun.answered(&open, at(2));
    answer(&office, &stepped, &open, 20).await.unwrap();
    assert_eq!(store.queries().job(office.id(), stepped.id).await.unwrap().as_ref(), Some(&stepped));
    assert_eq!(office.open().await.jobs().done_items(office.id(), stepped.id).await.unwrap(), open[..1]);
}

async fn a_plan_is_nobodys_to_carry_on_with_and_goes_when_it_was_kept_long_enough(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let plan = Job { state: JobState::Planned, ..job(&office, Task::Import(imported()), 3) };
    let people: Vec<MemberId> = std::iter::repeat_with(new).take(3).collect();
    keep(&office, &plan, &items(&people), 60).await;
    assert_eq!(store.job_queue().claim(at(90), LEASE).await.unwrap(), None);
    let queries = store.queries();
    assert!(queries.jobs(office.id(), office.chief, &PageAsk::first(10)).await.unwrap().items.is_empty());
    assert!(queries.jobs_lately(office.id(), at(0)).await.unwrap().is_empty());
    let swept = async |seconds| {
        let mut swept = 0;
        while store.errands().sweep(at(seconds), 2).await.unwrap() > 0 {
            swept += 1;
        }
        swept
    };
    assert_eq!(swept(60).await, 0, "whoever began it a moment before is through with it");
    assert!(queries.job(office.id(), plan.id).await.unwrap().is_some());
    assert!(swept(60 + 600).await > 1, "some rows at a time");
    assert_eq!(queries.job(office.id(), plan.id).await.unwrap(), None);
    assert!(queries.job_items(office.id(), plan.id, ItemFilter::All, &PageAsk::first(10)).await.unwrap().items.is_empty());
}

async fn people_are_answered_once_and_in_their_order(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let members: Vec<MemberId> = std::iter::repeat_with(new).take(7).collect();
    let begun = job(&office, deletion(), 7);
    keep(&office, &begun, &items(&members), 1).await;
    let mut first = office.open().await.jobs().open_items(office.id(), begun.id, 3).await.unwrap();
    assert_eq!(first.iter().map(|item| item.member).collect::<Vec<_>>(), members[..3]);
    first[0].outcome = Some(ItemOutcome::Done);
    first[0].receipt = Some(new());
    first[1].outcome = Some(ItemOutcome::Refused("not_manageable".to_owned()));
    first[2].outcome = Some(ItemOutcome::Done);
    let stepped = begun.clone().answered(&first, at(2));
    answer(&office, &stepped, &first, 20).await.unwrap();
    // Whoever carried on with the same people at the same time has lost, with all that they did.
    assert!(matches!(answer(&office, &stepped, &first, 20).await, Err(StoreError::Stale(_))));
    let mut unit = office.open().await;
    assert_eq!(unit.jobs().open_items(office.id(), begun.id, 10).await.unwrap(), items(&members)[3..]);
    assert_eq!(unit.jobs().done_items(office.id(), begun.id).await.unwrap(), [first[0].clone(), first[2].clone()]);
    let found = unit.jobs().find(office.id(), begun.id).await.unwrap().unwrap();
    assert_eq!((found.done, found.refused, found.state), (2, 1, JobState::Running));
}

async fn a_job_is_claimed_by_one_until_its_lease_runs_out(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let other = Office::found_called(&store, "Other").await;
    let claim = async |seconds| store.job_queue().claim(at(seconds), LEASE).await.unwrap().map(|job| job.id);
    assert_eq!(claim(0).await, None);
    let (later, sooner) = (job(&office, deletion(), 1), job(&other, deletion(), 1));
    keep(&office, &later, &items(&[new()]), 12).await;
    keep(&other, &sooner, &items(&[new()]), 11).await;
    assert_eq!(claim(10).await, None, "whoever began them has them still");
    assert_eq!(claim(12).await, Some(sooner.id), "whatever waited longest goes first");
    assert_eq!(claim(12).await, Some(later.id));
    assert_eq!(claim(12).await, None);
    assert!(claim(27).await.is_some(), "nobody got on with it");
    // A step keeps it for its holder; what has ended is nobody's any more.
    let mut one = items(&[new()]);
    one[0].outcome = Some(ItemOutcome::Done);
    answer(&office, &later, &[], 60).await.unwrap();
    answer(&other, &sooner.clone().answered(&one, at(28)), &[], 40).await.unwrap();
    assert_eq!(claim(59).await, None);
    assert_eq!(claim(60).await, Some(later.id));
}

async fn an_organization_has_one_job_carried_on_with_at_a_time(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let claim = async |seconds| store.job_queue().claim(at(seconds), LEASE).await.unwrap().map(|job| job.id);
    let (first, second) = (job(&office, deletion(), 1), job(&office, deletion(), 1));
    keep(&office, &first, &items(&[new()]), 1).await;
    keep(&office, &second, &items(&[new()]), 2).await;
    assert_eq!(claim(3).await, Some(first.id));
    assert_eq!(claim(3).await, None);
    // One that makes way lets the other have its turn.
    answer(&office, &first, &[], 4).await.unwrap();
    assert_eq!(claim(4).await, Some(second.id));
    assert_eq!(claim(4).await, None);
}

async fn of_many_who_claim_at_once_each_job_is_one_ones(store: Arc<dyn Store>) {
    for called in ["One", "Two", "Three"] {
        let office = Office::found_called(&store, called).await;
        keep(&office, &job(&office, deletion(), 1), &items(&[new()]), 1).await;
    }
    let claims = (0..12).map(|_| {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            let mut mine = Vec::new();
            // One that somebody else was quicker with is no end: the next look finds the next one.
            for _ in 0..6 {
                mine.extend(store.job_queue().claim(at(2), LEASE).await.unwrap().map(|claimed| claimed.id));
            }
            mine
        })
    });
    let mut claimed: Vec<JobId> = Vec::new();
    for mine in futures::future::join_all(claims).await {
        claimed.extend(mine.unwrap());
    }
    assert_eq!((claimed.len(), claimed.iter().collect::<BTreeSet<_>>().len()), (3, 3));
}

async fn jobs_are_listed_to_who_began_them_and_people_with_what_they_are_called(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let here = office.hire("Bo Berg", &[]).await;
    let members: Vec<MemberId> = [here].into_iter().chain(std::iter::repeat_with(new).take(4)).collect();
    let (first, second) = (job(&office, deletion(), 5), job(&office, deletion(), 1));
    let others = Job { by: here, ..job(&office, deletion(), 1) };
    keep(&office, &first, &items(&members), 1).await;
    keep(&office, &second, &items(&[new()]), 1).await;
    keep(&office, &others, &items(&[new()]), 1).await;
    let queries = store.queries();
    let page = queries.jobs(office.id(), office.chief, &PageAsk::first(1)).await.unwrap();
    assert_eq!(page.items, std::slice::from_ref(&second));
    let rest = queries.jobs(office.id(), office.chief, &PageAsk { limit: 1, after: page.next }).await.unwrap();
    assert_eq!((rest.items, rest.next), (vec![first.clone()], None));
    let mut answered = items(&members);
    answered[1].outcome = Some(ItemOutcome::Refused("not_found".to_owned()));
    answered[3].outcome = Some(ItemOutcome::Done);
    answer(&office, &first.clone().answered(&answered, at(2)), &answered, 1).await.unwrap();
    for (filter, expected) in [
        (ItemFilter::All, vec![0, 1, 2, 3, 4]),
        (ItemFilter::Open, vec![0, 2, 4]),
        (ItemFilter::Refused, vec![1]),
        (ItemFilter::Done, vec![3]),
    ] {
        let (mut positions, mut after) = (Vec::new(), None::<Position>);
        loop {
            let page = queries.job_items(office.id(), first.id, filter, &PageAsk { limit: 2, after }).await.unwrap();
            positions.extend(page.items.iter().map(|row| row.item.position));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(positions, expected, "{filter:?}");
    }
    let names = queries.job_items(office.id(), first.id, ItemFilter::All, &PageAsk::first(10)).await.unwrap();
    let names: Vec<Option<String>> = names.items.into_iter().map(|row| row.name).collect();
    assert_eq!(names, [Some("Bo Berg".to_owned()), None, None, None, None]);
    let other = Office::found_called(&store, "Other").await;
    assert_eq!(queries.job(other.id(), first.id).await.unwrap(), None);
    assert!(queries.job_items(other.id(), first.id, ItemFilter::All, &PageAsk::first(10)).await.unwrap().items.is_empty());
    assert!(queries.jobs(other.id(), office.chief, &PageAsk::first(10)).await.unwrap().items.is_empty());
}

async fn jobs_lately_are_found_and_those_that_ran_a_moment_ago(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (running, ended) = (job(&office, deletion(), 1), job(&office, deletion(), 1).stopped(at(20)));
    keep(&office, &running, &items(&[new()]), 1).await;
    keep(&office, &ended, &items(&[new()]), 1).await;
    let queries = store.queries();
    assert_eq!(queries.jobs_lately(office.id(), at(21)).await.unwrap(), std::slice::from_ref(&running));
    assert_eq!(queries.jobs_lately(office.id(), at(20)).await.unwrap(), [running, ended]);
    let other = Office::found_called(&store, "Other").await;
    assert!(queries.jobs_lately(other.id(), at(0)).await.unwrap().is_empty());
}

cases! { $ jobs:
    a_job_is_kept_as_it_is,
    rows_of_a_sheet_are_kept_as_they_are_and_whom_they_brought,
    a_plan_is_nobodys_to_carry_on_with_and_goes_when_it_was_kept_long_enough,
    people_are_answered_once_and_in_their_order,
    a_job_is_claimed_by_one_until_its_lease_runs_out,
    an_organization_has_one_job_carried_on_with_at_a_time,
    of_many_who_claim_at_once_each_job_is_one_ones,
    jobs_are_listed_to_who_began_them_and_people_with_what_they_are_called,
    jobs_lately_are_found_and_those_that_ran_a_moment_ago,
}
