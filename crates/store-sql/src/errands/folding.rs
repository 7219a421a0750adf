//! Folding portfolios that were handed over and that nothing can bring back any more (R11).
//!
//! Contacts of one that nobody holds become unassigned; those of an inherited one move into the holder's own open portfolio of
//! that workspace. What a reader sees of a contact doesn't change, so contacts keep their versions.

use tenure_domain::{Instant, MemberId, OrganizationId, PortfolioId, WorkspaceId};
use tenure_port_store::StoreError;
use uuid::Uuid;

use super::told;
use crate::statements::statement_texts;
use crate::{Connection, Driver, Reads, Sql, Transaction as _};

macro_rules! foldable {
    () => {
        "not portfolios.open and not exists (\
            select 1 from receipt_portfolios named join receipts on receipts.organization_id = named.organization_id \
            and receipts.id = named.receipt_id where named.organization_id = portfolios.organization_id \
            and named.portfolio_id = portfolios.id and receipts.state = 'standing' and receipts.undo_until > $1)"
    };
}

statement_texts! {
    CANDIDATES = concat!(
        "select organization_id, id from portfolios where (organization_id, id) > ($2, $3) and ", foldable!(),
        " order by organization_id, id limit 50");
    LOCK = "select id from organizations where id = $1";
    STILL_FOLDABLE = concat!(
        "select workspace_id, holder from portfolios where organization_id = $2 and id = $3 and ", foldable!());
    OWN_OPEN = "select id from portfolios where organization_id = $1 and workspace_id = $2 and first_holder = $3 and open";
    OPEN = "insert into portfolios (organization_id, id, workspace_id, first_holder, holder, open) \
        values ($1, $2, $3, $4, $4, $5) on conflict do nothing";
    // The portfolio is asked for twice: a contact that was assigned to somebody else while this waited for its row stays there.
    MOVE = "update contacts set portfolio_id = $3 where organization_id = $1 and portfolio_id = $2 and id in (\
        select id from contacts where organization_id = $1 and portfolio_id = $2 order by id limit $4)";
    ANY_LEFT = "select 1 as n from contacts where organization_id = $1 and portfolio_id = $2 limit 1";
    FORGET_DEPARTURES = "delete from departures where organization_id = $1 and portfolio_id = $2";
    FORGET_NAMES = "delete from receipt_portfolios where organization_id = $1 and portfolio_id = $2";
    REMOVE = "delete from portfolios where organization_id = $1 and id = $2";
}

pub(super) async fn fold(driver: &impl Driver, now: Instant, contacts_at_most: u32) -> Result<u32, StoreError> {
    let (mut moved, mut failed, mut busy) = (0, None, None);
    let mut after = (Uuid::nil(), Uuid::nil());
    while moved < contacts_at_most {
        let candidates = driver.read(&Sql::fixed(CANDIDATES).bind(now).bind(after.0).bind(after.1)).await?;
        if candidates.is_empty() {
            break;
        }
        for row in candidates {
            if moved >= contacts_at_most {
                break;
            }
            after = (row.uuid("organization_id")?, row.uuid("id")?);
            if busy == Some(after.0) {
                continue;
            }
            match fold_one(driver, now, after.0.into(), after.1.into(), contacts_at_most - moved).await {
                Ok(some) => moved += some,
                Err(error @ (StoreError::Unavailable(_) | StoreError::OutOfSpace)) => return told(moved, Some(error)),
                Err(error) => {
                    // Whoever holds the organization's lock for long is waited for once.
                    busy = matches!(error, StoreError::Contention).then_some(after.0);
                    failed = Some(error);
                }
            }
        }
    }
    told(moved, failed)
}

/// Folds one portfolio, or a piece of it, under its organization's lock: holders must not change meanwhile, nor a receipt come
/// back to life. Candidates were found without a lock, so they are asked again.
async fn fold_one(
    driver: &impl Driver,
    now: Instant,
    organization: OrganizationId,
    id: PortfolioId,
    contacts_at_most: u32,
) -> Result<u32, StoreError> {
    let mut transaction = driver.begin().await?;
    let connection = &mut transaction;
    let mut lock = Sql::fixed(LOCK).bind(organization);
    lock.push(driver.dialect().row_lock(" for no key update"));
    connection.rows(&lock).await?;
    let Some(row) = connection.row(&Sql::fixed(STILL_FOLDABLE).bind(now).bind(organization).bind(id)).await? else {
        return Ok(0);
    };
    let into = match row.opt_id("holder")? {
        Some(holder) => Some(own_open(connection, organization, row.id("workspace_id")?, holder).await?),
        None => None,
    };
    let contacts = Sql::fixed(MOVE).bind(organization).bind(id).bind(into).bind(contacts_at_most);
    let moved = connection.execute(&contacts).await?;
    // Fewer than asked for may mean that some of them were assigned elsewhere just now, and not that these were the last.
    if connection.row(&Sql::fixed(ANY_LEFT).bind(organization).bind(id)).await?.is_none() {
        for statement in [FORGET_DEPARTURES, FORGET_NAMES, REMOVE] {
            connection.execute(&Sql::fixed(statement).bind(organization).bind(id)).await?;
        }
    }
    transaction.commit().await?;
    Ok(u32::try_from(moved).unwrap_or(u32::MAX))
}

/// The holder's own open portfolio; there is one afterwards. It stays open, since closing takes the organization's lock.
async fn own_open(
    connection: &mut impl Connection,
    organization: OrganizationId,
    workspace: WorkspaceId,
    holder: MemberId,
) -> Result<PortfolioId, StoreError> {
    let find = Sql::fixed(OWN_OPEN).bind(organization).bind(workspace).bind(holder);
    if let Some(row) = connection.row(&find).await? {
        return row.id("id");
    }
    // No caller could bring this id: nobody knows before whether it is needed, and nothing is told of it.
    let open = Sql::fixed(OPEN).bind(organization).bind(Uuid::now_v7()).bind(workspace).bind(holder).bind(true);
    connection.execute(&open).await?;
    // If the holder opened one at the same time, it has committed by now and is seen.
    connection.row(&find).await?.ok_or(StoreError::Contention)?.id("id")
}
