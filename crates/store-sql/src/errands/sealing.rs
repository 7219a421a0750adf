//! Sealing: giving committed entries of the journal their position, without gaps within an organization.
//!
//! Ids and times are made before commit, so they are no order in which entries appeared: a reader that remembers the last one
//! it saw would miss what commits late. A position is given after commit, by one sealer at a time.

use tenure_domain::OrganizationId;
use tenure_port_store::StoreError;

use super::told;
use crate::statements::statement_texts;
use crate::{Connection as _, Driver, Reads as _, Sql, Transaction as _};

statement_texts! {
    UNSEALED = "select distinct organization_id from journal where position is null order by organization_id limit $1";
    BEGIN_HEAD = "insert into journal_heads (organization_id, next) values ($1, 1) on conflict do nothing";
    READ_HEAD = "select next from journal_heads where organization_id = $1";
    // INVARIANT: positions begin where the head stands, and the head moves on by as many as were given, in one transaction
    // that holds the head.
    SEAL = "update journal set position = $2 + fresh.nth - 1 from (\
            select id, row_number() over (order by at, id) as nth from journal \
            where organization_id = $1 and position is null order by at, id limit $3\
        ) as fresh where journal.organization_id = $1 and journal.id = fresh.id";
    MOVE_HEAD = "update journal_heads set next = next + $2 where organization_id = $1";
}

pub(super) async fn seal(driver: &impl Driver, up_to: u32) -> Result<u32, StoreError> {
    let (mut sealed, mut failed) = (0, None);
    // An organization with entries needs one of the places at least, so no more organizations than entries are of interest.
    for row in driver.read(&Sql::fixed(UNSEALED).bind(up_to)).await? {
        if sealed >= up_to {
            break;
        }
        match seal_one(driver, row.id("organization_id")?, up_to - sealed).await {
            Ok(some) => sealed += some,
            Err(error) => failed = Some(error),
        }
    }
    told(sealed, failed)
}

async fn seal_one(driver: &impl Driver, organization: OrganizationId, up_to: u32) -> Result<u32, StoreError> {
    let mut transaction = driver.begin().await?;
    transaction.execute(&Sql::fixed(BEGIN_HEAD).bind(organization)).await?;
    let mut head = Sql::fixed(READ_HEAD).bind(organization);
    head.push(driver.dialect().row_lock(" for update"));
    let Some(row) = transaction.row(&head).await? else {
        return Err(StoreError::Corrupt("an organization's journal has no head".to_owned()));
    };
    let sealed = transaction.execute(&Sql::fixed(SEAL).bind(organization).bind(row.int("next")?).bind(up_to)).await?;
    transaction.execute(&Sql::fixed(MOVE_HEAD).bind(organization).bind(sealed)).await?;
    transaction.commit().await?;
    Ok(u32::try_from(sealed).unwrap_or(u32::MAX))
}
