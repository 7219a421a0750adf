//! Rows of `jobs j` and of `job_items i`.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use tenure_domain::import::{Column, Import};
use tenure_domain::job::{ItemOutcome, Job, JobItem, JobState, Task};
use tenure_domain::revocation::Handover;
use tenure_domain::{JobId, LevelKey, MemberId, Reason, WorkspaceId};
use tenure_port_store::StoreError;

use super::{grant, import_row, word};
use crate::Row;

/// The columns of a job.
macro_rules! job_columns {
    () => {
        $crate::snapshots::columns!("j": organization_id id begun_by task details reason state total done refused created_at ended_at)
    };
}
pub(crate) use job_columns;

/// The columns of one person of a job.
macro_rules! job_item_columns {
    () => {
        $crate::snapshots::columns!("i": position member_id receipt_id outcome rule asked)
    };
}
pub(crate) use job_item_columns;

/// What a task needs besides its word.
pub(crate) fn details(task: &Task) -> Json {
    match task {
        Task::Deletion { handover: Handover::Unassign } => json!({}),
        Task::Deletion { handover: Handover::AssignTo(to) } => json!({ "assign_to": to }),
        Task::Levels { workspace, levels } => json!({ "workspace": workspace, "levels": grant::keys(levels) }),
        Task::Undo { of } => json!({ "of": of }),
        Task::Import(Import { rows, unchanged, invited, changed, refused, ignored }) => {
            let ignored: Vec<&str> = ignored.iter().map(|column| column.word()).collect();
            json!({
                "rows": rows, "unchanged": unchanged, "invited": invited, "changed": changed, "refused": refused, "ignored": ignored,
            })
        }
    }
}

#[derive(serde::Deserialize)]
struct Deletion {
    assign_to: Option<MemberId>,
}

#[derive(serde::Deserialize)]
struct Levels {
    workspace: WorkspaceId,
    levels: BTreeSet<LevelKey>,
}

#[derive(serde::Deserialize)]
struct Undo {
    of: JobId,
}

#[derive(serde::Deserialize)]
struct Imported {
    rows: u32,
    unchanged: u32,
    invited: u32,
    changed: u32,
    refused: u32,
    ignored: Vec<String>,
}

fn task(row: &Row) -> Result<Task, StoreError> {
    Ok(match row.text("j_task")? {
        "deletion" => {
            let Deletion { assign_to } = row.json("j_details")?;
            Task::Deletion { handover: assign_to.map_or(Handover::Unassign, Handover::AssignTo) }
        }
        "levels" => {
            let Levels { workspace, levels } = row.json("j_details")?;
            Task::Levels { workspace, levels }
        }
        "undo" => Task::Undo { of: row.json::<Undo>("j_details")?.of },
        "import" => {
            let Imported { rows, unchanged, invited, changed, refused, ignored } = row.json("j_details")?;
            let ignored = ignored.iter().filter_map(|word| Column::of(word)).collect();
            Task::Import(Import { rows, unchanged, invited, changed, refused, ignored })
        }
        _ => return Err(StoreError::Corrupt("column j_task has an unknown word".to_owned())),
    })
}

/// The job in a row.
pub(crate) fn read(row: &Row) -> Result<Job, StoreError> {
    Ok(Job {
        organization: row.id("j_organization_id")?,
        id: row.id("j_id")?,
        by: row.id("j_begun_by")?,
        task: task(row)?,
        reason: row.opt_parse("j_reason", Reason::parse)?,
        state: word(row, "j_state", JobState::ALL, JobState::word)?,
        total: row.number("j_total")?,
        done: row.number("j_done")?,
        refused: row.number("j_refused")?,
        created_at: row.instant("j_created_at")?,
        ended_at: row.opt_instant("j_ended_at")?,
    })
}

/// The person in a row.
pub(crate) fn item(row: &Row) -> Result<JobItem, StoreError> {
    let outcome = match row.opt_text("i_outcome")? {
        None => None,
        Some("done") => Some(ItemOutcome::Done),
        Some("refused") => Some(ItemOutcome::Refused(row.text("i_rule")?.to_owned())),
        Some(_) => return Err(StoreError::Corrupt("column i_outcome has an unknown word".to_owned())),
    };
    Ok(JobItem {
        position: row.number("i_position")?,
        member: row.id("i_member_id")?,
        row: import_row::read(row)?.map(Box::new),
        receipt: row.opt_id("i_receipt_id")?,
        outcome,
    })
}
