//! Ten thousand people invited at once, beside the very rows that it leaves, inserted in bulk; and the same people once more.

use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use tenure_domain::LevelKey;
use tenure_domain::grant::Offer;
use tenure_domain::membership::Profile;
use tenure_domain::selection::Choices;
use tenure_store_sql::{Sql, Value};
use tenure_usecases::{Answer, InvitePeople, MOST_INVITED, Outcome};

use crate::acts::{Pair, pair};
use crate::house::House;
use crate::recorder::{Log, Step, replay};
use crate::stage::Kind;
use crate::table::{Goal, Line, median, millis};

/// Measures it this often, in turn, each time with other people.
pub(crate) async fn measure(kind: Kind, rounds: u32) -> Result<Vec<Line>> {
    let log = Log::default();
    let Pair { store, first, second, _kept } = pair(kind, &log).await?;
    let house = House::set_up(store).await?;
    replay(&second, &log.take()).await?;
    let (mut ours, mut theirs, mut anew) = (Vec::new(), Vec::new(), Vec::new());
    // The first ones are those who are there already, and aren't counted.
    for round in 0..=rounds {
        let emails: Vec<_> =
            (0..MOST_INVITED).map(|nth| format!("guest-{nth}@d{round}-{}.example.test", nth % 200).into()).collect();
        let ask = InvitePeople {
            organization: house.organization,
            workspace: house.root,
            emails,
            offer: Offer { levels: [LevelKey::parse("agent")?].into(), ..Offer::default() },
            selections: Choices::new(),
            profile: Profile::default(),
            note: None,
            expires_at: None,
        };
        let began = Instant::now();
        invite(&house, ask.clone()).await?;
        let all = began.elapsed().as_secs_f64();
        let rows = in_bulk(&log.take(), kind)?;
        let began = Instant::now();
        replay(&second, &rows).await?;
        if round == 0 {
            for bare in [&first, &second] {
                bare.run("analyze").await?;
            }
        } else {
            ours.push(all);
            theirs.push(began.elapsed().as_secs_f64());
        }
        let began = Instant::now();
        invite(&house, ask).await?;
        if round > 0 {
            anew.push(began.elapsed().as_secs_f64());
        }
        log.take();
    }
    let (ours, theirs, anew) = (median(ours), median(theirs), median(anew));
    let again = Line {
        operation: "the same 10,000 invited again in one call, beside the first time".to_owned(),
        database: kind.name(),
        ours: millis(anew),
        rival: millis(ours),
        ratio: anew / ours,
        goal: Goal::None,
    };
    let first = Line {
        operation: "10,000 invitations in one call, beside one bulk insert of the same rows".to_owned(),
        database: kind.name(),
        ours: millis(ours),
        rival: millis(theirs),
        ratio: ours / theirs,
        goal: Goal::AtMost(3.0),
    };
    Ok(vec![first, again])
}

async fn invite(house: &House, ask: InvitePeople) -> Result<()> {
    let answers = house.tenure.invite(house.caller, ask, None).await?;
    let came = answers.iter().flat_map(|answer| if let Answer::Fresh(came) = answer { came.as_slice() } else { &[] });
    let invited = came.filter(|person| person.outcome == Outcome::Invited).count();
    ensure!(invited == MOST_INVITED, "{invited} of {MOST_INVITED} were invited");
    Ok(())
}

/// What was inserted, as few large statements in one transaction.
fn in_bulk(steps: &[Step], kind: Kind) -> Result<Vec<Step>> {
    let at_once = match kind {
        Kind::Sqlite => 4,
        Kind::Postgres => 500,
    };
    let mut tables: Vec<(String, Vec<Vec<Value>>)> = Vec::new();
    for step in steps {
        let Step::Write(sql) = step else { continue };
        let Some((into, _)) = sql.text().split_once(" values ").filter(|(into, _)| into.starts_with("insert into")) else {
            continue;
        };
        // How much mail leaves in which hour is written over and over, and is no row of anybody's.
        if into.contains("invitation_mails") {
            continue;
        }
        let columns = into.rsplit_once('(').context("columns")?.1.split(',').count();
        let rows = sql.args().chunks(columns).map(<[Value]>::to_vec);
        match tables.iter_mut().find(|(known, _)| known == into) {
            Some((_, known)) => known.extend(rows),
            None => tables.push((into.to_owned(), rows.collect())),
        }
    }
    let mut bulk = vec![Step::Begin];
    for (into, rows) in tables {
        let into: &'static str = Box::leak(format!("{into} values ").into_boxed_str());
        for rows in rows.chunks(at_once) {
            let mut sql = Sql::build(into);
            sql.push_rows(rows.iter().cloned());
            bulk.push(Step::Write(sql));
        }
    }
    bulk.push(Step::Commit);
    Ok(bulk)
}
