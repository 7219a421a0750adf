//! Jobs that wait for somebody to carry on with them.

use std::time::Duration;

use async_trait::async_trait;
use tenure_domain::Instant;
use tenure_port_store::{ClaimedJob, JobQueue, StoreError};

use crate::snapshots::job::{self, job_columns};
use crate::statements::statement_texts;
use crate::{Connection as _, Driver, Sql, SqlStore, Transaction as _};

statement_texts! {
    // Asked first: whoever is idle must not take SQLite's one writer every second.
    DUE = concat!("select ", job_columns!(), ", j.attempts as attempts, j.leased_until as leased_until from jobs j \
                  where j.state = 'running' and j.leased_until <= $1 order by j.leased_until, j.id limit 1");
    // It is nobody's only as long as nobody has moved its lease since it was read.
    CLAIM = "update jobs set leased_until = $4, attempts = attempts + 1 \
             where organization_id = $1 and id = $2 and leased_until = $3 and state = 'running'";
}

#[async_trait]
impl<D: Driver> JobQueue for SqlStore<D> {
    async fn claim(&self, now: Instant, lease: Duration) -> Result<Option<ClaimedJob>, StoreError> {
        let rows = self.driver().read(&Sql::fixed(DUE).bind(now)).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let claimed = ClaimedJob { job: job::read(row)?, attempts: row.number("attempts")? };
        let claim = Sql::fixed(CLAIM)
            .bind(claimed.job.organization)
            .bind(claimed.job.id)
            .bind(row.instant("leased_until")?)
            .bind(now.plus(lease));
        let mut transaction = self.driver().begin().await?;
        let is_ours = transaction.execute(&claim).await? > 0;
        transaction.commit().await?;
        Ok(is_ours.then_some(claimed))
    }
}
