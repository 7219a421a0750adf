//! All members as CSV, beside the database's own way to give all rows.

use std::time::Instant;

use anyhow::{Context as _, Result};
use http_body_util::BodyExt as _;
use hyper::Method;
use sqlx::Row as _;
use tokio_stream::StreamExt as _;

use crate::bare::Bare;
use crate::load::Client;
use crate::stage::Stage;
use crate::table::{Goal, Line, median, millis};

/// What the sheet says of a member, as text, in the order that the sheet has; `$grants` are theirs in one text.
macro_rules! rows {
    ($id:literal, $grants:literal, $organization:literal) => {
        concat!(
            "select ",
            $id,
            ", m.email, m.first_name, m.last_name, m.display_name, m.status, m.phone, m.language, m.time_zone, \
             cast(m.last_active_at as text), cast(m.created_at as text), ",
            $grants,
            " from memberships m where m.organization_id = ",
            $organization,
            " order by m.name_key, m.id"
        )
    };
}
const SQLITE: &str = rows!(
    "hex(m.id)",
    "(select group_concat(hex(g.workspace_id) || ':' || g.levels, ' ') from grants g \
     where g.organization_id = m.organization_id and g.member_id = m.id)",
    "$1"
);
const POSTGRES: &str = rows!(
    "m.id",
    "(select string_agg(g.workspace_id || ':' || g.levels::text, ' ') from grants g \
     where g.organization_id = m.organization_id and g.member_id = m.id)",
    "'{organization}'"
);

/// Measures it this often, in turn.
pub(crate) async fn measure(stage: &Stage, rounds: u32, members: u32) -> Result<Vec<Line>> {
    let (mut ours, mut bare, mut first, mut more) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        let sheet = ours_once(stage).await?;
        ours.push(sheet.took);
        first.push(sheet.first);
        more.push(sheet.more);
        bare.push(bare_once(stage).await?);
    }
    let (ours, bare) = (median(ours), median(bare));
    let rate = |took: f64| format!("{:.0} rows/s", f64::from(members) / took);
    let line = |operation: &str, ours: String, rival: &str, ratio: f64, goal: Goal| Line {
        operation: operation.to_owned(),
        database: stage.kind.name(),
        ours,
        rival: rival.to_owned(),
        ratio,
        goal,
    };
    let rival = match stage.kind {
        crate::stage::Kind::Sqlite => "all members as CSV, beside a bare read written as CSV",
        crate::stage::Kind::Postgres => "all members as CSV, beside `COPY … TO STDOUT`",
    };
    let (first, more) = (median(first), median(more));
    Ok(vec![
        line(rival, rate(ours), &rate(bare), bare / ours, Goal::AtLeast(0.8)),
        line("the sheet's first byte", millis(first), "100 ms", first / 0.1, Goal::AtMost(1.0)),
        line("memory while the sheet is written", format!("{more:.1} MiB more"), "16 MiB", more / 16.0, Goal::AtMost(1.0)),
    ])
}

struct Sheet {
    /// In seconds, like the next.
    took: f64,
    first: f64,
    /// In MiB, at its highest.
    more: f64,
}

async fn ours_once(stage: &Stage) -> Result<Sheet> {
    let question = stage.ours("members.csv");
    let mut reader = Client::at(&stage.server, &stage.cookie).await?;
    let before = stage.server.memory()?;
    let began = Instant::now();
    let mut body = reader.open(Method::GET, &question.path, "").await?.into_body();
    let (mut first, mut highest, mut bytes, mut pieces) = (None, before, 0, 0_u32);
    while let Some(frame) = body.frame().await {
        let frame = frame.context("the sheet was cut short")?;
        first.get_or_insert_with(|| began.elapsed().as_secs_f64());
        bytes += frame.data_ref().map_or(0, bytes::Bytes::len);
        pieces += 1;
        if pieces.is_multiple_of(50) {
            highest = highest.max(stage.server.memory()?);
        }
    }
    anyhow::ensure!(bytes > 0, "an empty sheet");
    Ok(Sheet { took: began.elapsed().as_secs_f64(), first: first.unwrap_or_default(), more: highest - before })
}

async fn bare_once(stage: &Stage) -> Result<f64> {
    let began = Instant::now();
    let mut bytes = 0;
    match &stage.bare {
        Bare::Postgres(pool) => {
            let mut connection = pool.acquire().await?;
            let copy = POSTGRES.replace("{organization}", &stage.org.to_string());
            let mut rows = connection.copy_out_raw(&format!("copy ({copy}) to stdout with (format csv)")).await?;
            while let Some(piece) = rows.next().await {
                bytes += piece?.len();
            }
        }
        Bare::Sqlite(pool) => {
            let mut rows = sqlx::query(SQLITE).bind(stage.org).fetch(pool);
            let mut sheet = csv::Writer::from_writer(Vec::new());
            while let Some(row) = rows.next().await {
                let row = row?;
                for column in 0..row.len() {
                    sheet.write_field(row.try_get::<Option<&str>, _>(column)?.unwrap_or_default())?;
                }
                sheet.write_record(None::<&[u8]>)?;
                if sheet.get_ref().len() > 1 << 20 {
                    bytes += sheet.into_inner()?.len();
                    sheet = csv::Writer::from_writer(Vec::new());
                }
            }
            bytes += sheet.into_inner()?.len();
        }
    }
    anyhow::ensure!(bytes > 0, "no rows");
    Ok(began.elapsed().as_secs_f64())
}
