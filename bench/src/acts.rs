//! What people do all day, beside the very statements that it takes, run again in another database without anything of Tenure.

use std::any::Any;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Result, ensure};
use tenure_domain::grant::Offer;
use tenure_domain::membership::Profile;
use tenure_domain::revocation::Handover;
use tenure_domain::selection::Choices;
use tenure_domain::{LevelKey, MemberId};
use tenure_port_store::Store;
use tenure_store_postgres::{PoolOptions, PostgresStore};
use tenure_store_sql::SqlStore;
use tenure_store_sqlite::{OpenOptions, SqliteStore};
use tenure_throwaway_postgres::{Database, Databases};
use tenure_usecases::{DeleteMember, Expected, GrantAccess, InvitePeople, Outcome};

use crate::bare::{Bare, with_pool};
use crate::house::House;
use crate::recorder::{Log, Recorder, replay};
use crate::stage::Kind;
use crate::table::{Goal, Line, median, millis};

/// How often each is done in one turn, one after the other.
const TIMES: usize = 50;

/// What is done.
#[derive(Clone, Copy, Debug)]
enum Act {
    Invite,
    ChangeLevel,
    Remove,
}

impl Act {
    const ALL: [Self; 3] = [Self::Invite, Self::ChangeLevel, Self::Remove];

    const fn name(self) -> &'static str {
        match self {
            Self::Invite => "inviting somebody",
            Self::ChangeLevel => "changing somebody's level",
            Self::Remove => "removing somebody from the organization",
        }
    }

    async fn perform(self, house: &House, member: MemberId, guest: String) -> Result<()> {
        let (organization, workspace) = (house.organization, house.root);
        let offer = |level: &str| -> Result<Offer> {
            Ok(Offer { levels: [LevelKey::parse(level)?].into(), permissions: [].into(), restrictions: [].into() })
        };
        match self {
            Self::Invite => {
                let (emails, profile) = (vec![guest.into()], Profile::default());
                let offer = offer("agent")?;
                let ask = InvitePeople {
                    organization,
                    workspace,
                    emails,
                    offer,
                    selections: Choices::new(),
                    profile,
                    note: None,
                    expires_at: None,
                };
                let came = house.tenure.perform(house.caller, ask).await?;
                ensure!(came.iter().all(|person| person.outcome == Outcome::Invited), "not invited: {came:?}");
            }
            Self::ChangeLevel => {
                let (offer, expected) = (offer("manager")?, Expected::Version(1));
                let ask =
                    GrantAccess { organization, member, workspace, offer, selections: Choices::new(), expected, reason: None };
                house.tenure.perform(house.caller, ask).await?;
            }
            Self::Remove => {
                let handover = Handover::Unassign;
                let ask = DeleteMember { organization, member, handover, fingerprint: None, reason: None };
                house.tenure.perform(house.caller, ask).await?;
            }
        }
        Ok(())
    }
}

/// Measures it this often, in turn.
pub(crate) async fn measure(kind: Kind, rounds: u32) -> Result<Vec<Line>> {
    let log = Log::default();
    let Pair { store, first, second, _kept } = pair(kind, &log).await?;
    let house = House::set_up(store).await?;
    let mut took = Act::ALL.map(|act| (act, Vec::new(), Vec::new()));
    // The first round prepares every statement on both sides, and isn't counted.
    for round in 0..=rounds {
        let mut people = Vec::new();
        for nth in 0..TIMES {
            people.push(house.agent(&format!("agent-{round}-{nth}")).await?);
        }
        replay(&second, &log.take()).await?;
        for (act, ours, theirs) in &mut took {
            let began = Instant::now();
            for (nth, member) in people.iter().enumerate() {
                act.perform(&house, *member, format!("guest-{round}-{nth}@example.test")).await?;
            }
            let (all, steps) = (began.elapsed(), log.take());
            let began = Instant::now();
            replay(&second, &steps).await?;
            if round > 0 {
                ours.push(all.as_secs_f64());
                theirs.push(began.elapsed().as_secs_f64());
            }
        }
    }
    let rows = "select (select count(*) from journal) + (select count(*) from errands) + (select count(*) from memberships)";
    let [done, again]: [i64; 2] = [
        with_pool!(&first, pool => sqlx::query_scalar(rows).fetch_one(pool).await?),
        with_pool!(&second, pool => sqlx::query_scalar(rows).fetch_one(pool).await?),
    ];
    ensure!(done == again, "{done} rows were written, and {again} when the same was run again");
    let acts = i64::from(rounds + 1) * i64::try_from(TIMES * Act::ALL.len())?;
    ensure!(done > acts * 2, "{done} rows of {acts} acts, each of which is told to the journal and to somebody");
    #[expect(clippy::cast_precision_loss, reason = "a few people")]
    let each = |took: Vec<f64>| median(took) / TIMES as f64;
    let line = |(act, ours, theirs): (Act, Vec<f64>, Vec<f64>)| {
        let (ours, theirs) = (each(ours), each(theirs));
        Line {
            operation: format!("{}, beside the same statements alone", act.name()),
            database: kind.name(),
            ours: millis(ours),
            rival: millis(theirs),
            ratio: theirs / ours,
            goal: Goal::AtLeast(0.6),
        }
    };
    Ok(took.into_iter().map(line).collect())
}

/// Two databases that begin alike: Tenure's, whose statements are written down, and one to run them again in.
pub(crate) struct Pair {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) first: Bare,
    pub(crate) second: Bare,
    /// What they live in, which goes when this does.
    pub(crate) _kept: Box<dyn Any + Send>,
}

pub(crate) async fn pair(kind: Kind, log: &Log) -> Result<Pair> {
    match kind {
        Kind::Sqlite => {
            let folder = tempfile::tempdir()?;
            let path = |name: &str| folder.path().join(name);
            let first = Box::leak(Box::new(SqliteStore::open(path("first.db"), OpenOptions::default()).await?));
            first.migrate().await?;
            SqliteStore::open(path("second.db"), OpenOptions::default()).await?.migrate().await?;
            let bare = async |name: &str| Bare::open(&format!("sqlite://{}", path(name).display())).await;
            let store = Arc::new(SqlStore::new(Recorder { driver: first.driver(), log: log.clone() }));
            let (first, second) = (bare("first.db").await?, bare("second.db").await?);
            Ok(Pair { store, first, second, _kept: Box::new(folder) })
        }
        Kind::Postgres => {
            let databases = Databases::from_env()?;
            let both = [databases.empty()?, databases.empty()?];
            let [one, two] = both.each_ref().map(Database::url);
            let first = Box::leak(Box::new(PostgresStore::connect(&one, PoolOptions::default()).await?));
            first.migrate().await?;
            PostgresStore::connect(&two, PoolOptions::default()).await?.migrate().await?;
            let store = Arc::new(SqlStore::new(Recorder { driver: first.driver(), log: log.clone() }));
            let (first, second) = (Bare::open(&one).await?, Bare::open(&two).await?);
            Ok(Pair { store, first, second, _kept: Box::new(both) })
        }
    }
}
