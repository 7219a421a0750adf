//! Jobs: kept with their people, claimed by one at a time, and answered once.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tenure_domain::job::{ItemOutcome, Job, JobItem, JobState, Task};
use tenure_domain::revocation::Handover;
use tenure_domain::{JobId, LevelKey, MemberId, Reason};
use tenure_port_store::{ItemFilter, PageAsk, Position, Store, StoreError};
use uuid::Uuid;

use crate::contract::cases;
use crate::samples::{Office, at, instant, new};

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
    let item = |(position, member): (u32, &MemberId)| JobItem { position, member: *member, receipt: None, outcome: None };
    (0..).zip(members).map(item).collect()
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
    let claim = async |seconds| store.job_queue().claim(at(seconds), LEASE).await.unwrap();
    assert!(claim(0).await.is_none());
    let (later, sooner) = (job(&office, deletion(), 1), job(&office, deletion(), 1));
    keep(&office, &later, &items(&[new()]), 12).await;
    keep(&office, &sooner, &items(&[new()]), 11).await;
    assert!(claim(10).await.is_none(), "whoever began them has them still");
    let first = claim(12).await.unwrap();
    assert_eq!((first.job.id, first.attempts), (sooner.id, 0), "whatever waited longest goes first");
    assert_eq!(claim(12).await.unwrap().job.id, later.id);
    assert!(claim(12).await.is_none());
    let again = claim(27).await.unwrap();
    assert_eq!((again.job.id, again.attempts), (later.id.min(sooner.id), 1), "nobody got on with it");
    // A step keeps it for its holder, and forgets the tries; what has ended is nobody's any more.
    let mut one = items(&[new()]);
    one[0].outcome = Some(ItemOutcome::Done);
    answer(&office, &later, &[], 60).await.unwrap();
    answer(&office, &sooner.clone().answered(&one, at(28)), &[], 40).await.unwrap();
    assert!(claim(59).await.is_none());
    let last = claim(60).await.unwrap();
    assert_eq!((last.job.id, last.attempts), (later.id, 0));
}

async fn of_many_who_claim_at_once_each_job_is_one_ones(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for _ in 0..3 {
        keep(&office, &job(&office, deletion(), 1), &items(&[new()]), 1).await;
    }
    let claims = (0..12).map(|_| {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            let mut mine = Vec::new();
            // One that somebody else was quicker with is no end: the next look finds the next one.
            for _ in 0..6 {
                mine.extend(store.job_queue().claim(at(2), LEASE).await.unwrap().map(|claimed| claimed.job.id));
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
    assert_eq!(page.items, [second.clone()]);
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

async fn running_jobs_are_found_and_those_that_ran_a_moment_ago(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (running, ended) = (job(&office, deletion(), 1), job(&office, deletion(), 1).stopped(at(2)));
    keep(&office, &running, &items(&[new()]), 1).await;
    keep(&office, &ended, &items(&[new()]), 1).await;
    let queries = store.queries();
    assert_eq!(queries.running_jobs(office.id(), &[]).await.unwrap(), [running.clone()]);
    let both = queries.running_jobs(office.id(), &[ended.id, running.id, Uuid::now_v7().into()]).await.unwrap();
    assert_eq!(both, [running, ended]);
}

cases! { $ jobs:
    a_job_is_kept_as_it_is,
    people_are_answered_once_and_in_their_order,
    a_job_is_claimed_by_one_until_its_lease_runs_out,
    of_many_who_claim_at_once_each_job_is_one_ones,
    jobs_are_listed_to_who_began_them_and_people_with_what_they_are_called,
    running_jobs_are_found_and_those_that_ran_a_moment_ago,
}
