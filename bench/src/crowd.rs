//! Ten thousand people deleted by a filter, each answered on their own; and what others notice of it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use hyper::Method;
use serde_json::{Value, json};

use crate::load::{Client, waits};
use crate::stage::{Kind, Sizes, Stage, settle, sign_in};
use crate::table::{Goal, Line, median, millis};

/// Half of all members have their access at the first of seven workspaces, and a seventh of the others at each: some ten thousand who
/// are active. Every fifth of them holds twenty contacts.
const SIZES: Sizes = Sizes { members: 150_000, contacts: 600_000, workspaces: 8, beside: 100 };
/// At which of them somebody is deleted, one in each round.
const PLACES: std::ops::RangeInclusive<u32> = 2..=7;
/// How many of them there are at least.
const CROWD: u64 = 9_500;
/// How many of others' answers are timed while nothing else goes on.
const CALM: usize = 500;
/// How often it is asked how far the job is.
const LOOK: Duration = Duration::from_millis(100);
/// Within how many seconds they are to be gone.
const SECONDS: f64 = 30.0;

/// What others waited for a page of members, in seconds.
#[derive(Clone, Copy, Debug)]
struct Waited {
    half: f64,
    nearly_all: f64,
}

impl Waited {
    fn of(waits: &[Duration]) -> Result<Self> {
        let at = |hundredth: usize| waits.get(waits.len() * hundredth / 100).context("no answers");
        Ok(Self { half: at(50)?.as_secs_f64(), nearly_all: at(99)?.as_secs_f64() })
    }
}

/// Measures it this often, each time with other people.
pub(crate) async fn measure(kind: Kind, rounds: u32) -> Result<Vec<Line>> {
    let stage = Stage::make(kind, SIZES).await?;
    let other = sign_in(&stage.server, "you@example.test").await?;
    let mut page = stage.ours("members");
    page.cookie = &other;
    let (mut took, mut calm, mut busy, mut people) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for place in PLACES.take(rounds as usize) {
        // Calm is when nobody's mail leaves any more, either.
        settle(&stage.bare).await?;
        calm.push(Waited::of(&waits(&page, CALM).await?)?);
        let (stop, mut person) = (AtomicBool::new(false), Client::at(&stage.server, &other).await?);
        let asking = async {
            let mut waits = Vec::new();
            while !stop.load(Ordering::Relaxed) {
                let began = Instant::now();
                person.get(&page.path).await?;
                waits.push(began.elapsed());
            }
            waits.sort_unstable();
            Waited::of(&waits)
        };
        let deleting = async {
            let deleted = delete(&stage, place).await;
            stop.store(true, Ordering::Relaxed);
            deleted
        };
        let (deleted, waited) = tokio::join!(deleting, asking);
        let (total, seconds) = deleted?;
        busy.push(waited?);
        took.push(seconds);
        people = total;
    }
    let database = kind.name();
    let took = median(took);
    let middle = |waits: &[Waited], of: fn(&Waited) -> f64| median(waits.iter().map(of).collect());
    let beside = |operation: &str, of: fn(&Waited) -> f64| {
        let (busy, calm) = (middle(&busy, of), middle(&calm, of));
        let operation = operation.to_owned();
        Line { operation, database, ours: millis(busy), rival: millis(calm), ratio: busy / calm, goal: Goal::AtMost(2.0) }
    };
    Ok(vec![
        Line {
            operation: format!("{people} people deleted by a filter, each with a verdict, until the last is gone"),
            database,
            ours: format!("{took:.1} s"),
            rival: format!("{SECONDS:.0} s"),
            ratio: took / SECONDS,
            goal: Goal::AtMost(1.0),
        },
        beside("others' page of members meanwhile, half of all answers, beside calm", |waited| waited.half),
        beside("others' page of members meanwhile, 99 of 100 answers, beside calm", |waited| waited.nearly_all),
    ])
}

/// Deletes all who are active at a workspace: how many that were, and the seconds from the request to the job's end.
async fn delete(stage: &Stage, place: u32) -> Result<(u64, f64)> {
    let matching = json!({ "workspace": stage.place(place)?, "inherited": false, "status": ["active"] });
    let ask = json!({ "matching": matching, "reason": "The site closes" }).to_string();
    let mut boss = Client::at(&stage.server, &stage.cookie).await?;
    let path = |path: &str| stage.ours(path).path;
    let began = Instant::now();
    let job: Value = serde_json::from_slice(&boss.send(Method::POST, &path("members/deletion"), &ask).await?.body)?;
    let job = path(&format!("jobs/{}", field(&job, "id").as_str().context("a job that goes on")?));
    let first = format!("{job}?limit=1");
    while field(&boss.json(&first).await?, "state") == "running" {
        tokio::time::sleep(LOOK).await;
    }
    let seconds = began.elapsed().as_secs_f64();
    let ended = boss.json(&first).await?;
    let total = field(&ended, "total").as_u64().context("how many")?;
    ensure!(field(&ended, "state") == "done" && *field(&ended, "done") == total && total >= CROWD, "not all are gone: {ended}");
    ensure!(answered(&mut boss, &job).await? == total, "somebody has no verdict");
    Ok((total, seconds))
}

/// How many have a verdict and a receipt, page by page.
async fn answered(boss: &mut Client, job: &str) -> Result<u64> {
    let (mut answered, mut next) = (0, format!("{job}?limit=200"));
    loop {
        let page = boss.json(&next).await?;
        let results = field(&page, "results").as_array().context("results")?;
        answered += results.iter().filter(|one| one["outcome"] == "done" && one["receipt"].is_string()).map(|_| 1).sum::<u64>();
        match field(&page, "next").as_str() {
            Some(cursor) => next = format!("{job}?limit=200&cursor={cursor}"),
            None => return Ok(answered),
        }
    }
}

fn field<'a>(of: &'a Value, name: &str) -> &'a Value {
    of.get(name).unwrap_or(&Value::Null)
}
