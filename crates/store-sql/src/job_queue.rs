//! Jobs that wait for somebody to carry on with them.

use std::time::Duration;

use async_trait::async_trait;
use tenure_domain::job::Job;
use tenure_domain::{Instant, JobId, OrganizationId};
use tenure_port_store::{JobQueue, StoreError};

use crate::snapshots::job::{self, job_columns};
use crate::statements::statement_texts;
use crate::{Connection as _, Driver, Reads as _, Sql, SqlStore, Transaction as _};

statement_texts! {
    // Asked first: whoever is idle must not take SQLite's one writer every second.
    DUE = "select j.organization_id as organization_id, j.id as id, j.leased_until as leased_until from jobs j \
           where j.state = 'running' and j.leased_until <= $1 and not exists (select 1 from jobs o \
           where o.organization_id = j.organization_id and o.state = 'running' and o.leased_until > $1) \
           order by j.leased_until, j.id limit 1";
    // It is nobody's only as long as nobody has moved its lease since it was read.
    CLAIM = "update jobs set leased_until = $4 where organization_id = $1 and id = $2 and leased_until = $3 and state = 'running'";
    CLAIMED = concat!("select ", job_columns!(), " from jobs j where j.organization_id = $1 and j.id = $2");
}

#[async_trait]
impl<D: Driver> JobQueue for SqlStore<D> {
    async fn claim(&self, now: Instant, lease: Duration) -> Result<Option<Job>, StoreError> {
        let rows = self.driver().read(&Sql::fixed(DUE).bind(now)).await?;
        let Some(due) = rows.first() else { return Ok(None) };
        let (organization, id): (OrganizationId, JobId) = (due.id("organization_id")?, due.id("id")?);
        let claim = Sql::fixed(CLAIM).bind(organization).bind(id).bind(due.instant("leased_until")?).bind(now.plus(lease));
        let mut transaction = self.driver().begin().await?;
        let is_ours = transaction.execute(&claim).await? > 0;
        let row = if is_ours { transaction.row(&Sql::fixed(CLAIMED).bind(organization).bind(id)).await? } else { None };
        // Committed before it is read: one that can't be is out of the others' way for as long as a lease.
        transaction.commit().await?;
        row.as_ref().map(job::read).transpose()
    }
}
