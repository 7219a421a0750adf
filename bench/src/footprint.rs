//! What the server takes of the machine.

use std::time::Duration;

use anyhow::Result;

use crate::load::in_turn;
use crate::server::tenured;
use crate::stage::Stage;
use crate::table::{Goal, Line, millis};

/// Starts the server anew and looks at it, idle and at work.
pub(crate) async fn measure(stage: &mut Stage) -> Result<Vec<Line>> {
    stage.restart()?;
    let started = stage.server.started_in.as_secs_f64();
    tokio::time::sleep(Duration::from_secs(2)).await;
    let idle = stage.server.memory()?;
    let mixed = [stage.ours("members"), stage.ours("contacts"), stage.ours("members?q=son"), stage.ours("journal")];
    let mut highest = idle;
    for question in &mixed {
        in_turn([question], 2, 200).await?;
        highest = highest.max(stage.server.memory()?);
    }
    #[expect(clippy::cast_precision_loss, reason = "some megabytes")]
    let size = std::fs::metadata(tenured()?)?.len() as f64 / 1e6;
    let line = |operation: &str, ours: String, rival: &str, ratio: f64| Line {
        operation: operation.to_owned(),
        database: stage.kind.name(),
        ours,
        rival: rival.to_owned(),
        ratio,
        goal: Goal::AtMost(1.0),
    };
    Ok(vec![
        line("from the start to the first answer", millis(started), "250 ms", started / 0.25),
        line("memory when idle", format!("{idle:.1} MiB"), "30 MiB", idle / 30.0),
        line("memory under mixed load", format!("{highest:.1} MiB"), "150 MiB", highest / 150.0),
        line("the program's size", format!("{size:.1} MB"), "25 MB", size / 25.0),
    ])
}
