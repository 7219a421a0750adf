//! Jobs and their people.

use async_trait::async_trait;
use tenure_domain::job::{ItemOutcome, Job, JobItem};
use tenure_domain::{Instant, JobId, OrganizationId};
use tenure_port_store::{JobChanges, Jobs, StoreError};

use super::{Locked, SqlUnit, unless_stale};
use crate::snapshots::import_row;
use crate::snapshots::job::{self, job_columns, job_item_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql, batch};

statement_texts! {
    FIND = concat!("select ", job_columns!(), " from jobs j where j.organization_id = $1 and j.id = $2");
    OPEN_ITEMS = concat!("select ", job_item_columns!(), " from job_items i where i.organization_id = $1 and i.job_id = $2 \
                         and i.outcome is null order by i.position limit $3");
    DONE_ITEMS = concat!("select ", job_item_columns!(), " from job_items i where i.organization_id = $1 and i.job_id = $2 \
                         and i.outcome = 'done' order by i.position");
    INSERT = "insert into jobs (organization_id, id, begun_by, task, details, reason, state, total, done, refused, created_at, \
              ended_at, leased_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    ANSWER = "update job_items set outcome = $4, rule = $5, receipt_id = $6, member_id = $7 \
              where organization_id = $1 and job_id = $2 and position = $3 and outcome is null";
    UPDATE = "update jobs set state = $3, done = $4, refused = $5, ended_at = $6, leased_until = $7, reason = $8 \
              where organization_id = $1 and id = $2";
}

/// The beginning of the insert of a job's people.
const INSERT_ITEMS: &str =
    "insert into job_items (organization_id, job_id, position, member_id, receipt_id, outcome, rule, asked) values ";

/// The rule by which somebody was refused.
fn rule(outcome: Option<&ItemOutcome>) -> Option<&String> {
    if let Some(ItemOutcome::Refused(rule)) = outcome { Some(rule) } else { None }
}

#[async_trait]
impl<T: Connection, L: Send> Jobs for SqlUnit<T, L> {
    async fn find(&mut self, organization: OrganizationId, id: JobId) -> Result<Option<Job>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND).bind(organization).bind(id)).await?;
        row.as_ref().map(job::read).transpose()
    }

    async fn insert(&mut self, job: &Job, items: &[JobItem], leased_until: Instant) -> Result<(), StoreError> {
        let insert = Sql::fixed(INSERT)
            .bind(job.organization)
            .bind(job.id)
            .bind(job.by)
            .bind(job.task.word())
            .bind(job::details(&job.task))
            .bind(job.reason.as_ref().map(ToString::to_string))
            .bind(job.state.word())
            .bind(job.total)
            .bind(job.done)
            .bind(job.refused)
            .bind(job.created_at)
            .bind(job.ended_at)
            .bind(leased_until);
        self.connection.execute(&insert).await?;
        let row = |item: &JobItem| {
            let outcome = item.outcome.as_ref();
            [
                job.organization.into(),
                job.id.into(),
                item.position.into(),
                item.member.into(),
                item.receipt.into(),
                outcome.map(ItemOutcome::word).into(),
                rule(outcome).into(),
                item.row.as_deref().map(import_row::asked).into(),
            ]
        };
        batch::insert(&mut self.connection, INSERT_ITEMS, items, row).await
    }

    async fn open_items(&mut self, organization: OrganizationId, id: JobId, up_to: u32) -> Result<Vec<JobItem>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(OPEN_ITEMS).bind(organization).bind(id).bind(up_to)).await?;
        rows.iter().map(job::item).collect()
    }

    async fn done_items(&mut self, organization: OrganizationId, id: JobId) -> Result<Vec<JobItem>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(DONE_ITEMS).bind(organization).bind(id)).await?;
        rows.iter().map(job::item).collect()
    }
}

#[async_trait]
impl<T: Connection> JobChanges for SqlUnit<T, Locked> {
    async fn answer(&mut self, id: JobId, items: &[JobItem]) -> Result<(), StoreError> {
        for item in items {
            let Some(outcome) = &item.outcome else { continue };
            let answer = Sql::fixed(ANSWER)
                .bind(self.tenant())
                .bind(id)
                .bind(item.position)
                .bind(outcome.word())
                .bind(rule(Some(outcome)))
                .bind(item.receipt)
                .bind(item.member);
            // INVARIANT: whoever was answered once is never answered again, whoever else carries on with the same job.
            unless_stale(self.connection.execute(&answer).await?, "a person of the job")?;
        }
        Ok(())
    }

    async fn update(&mut self, job: &Job, leased_until: Instant) -> Result<(), StoreError> {
        let update = Sql::fixed(UPDATE)
            .bind(self.tenant())
            .bind(job.id)
            .bind(job.state.word())
            .bind(job.done)
            .bind(job.refused)
            .bind(job.ended_at)
            .bind(leased_until)
            .bind(job.reason.as_ref().map(ToString::to_string));
        unless_stale(self.connection.execute(&update).await?, "the job")
    }
}
