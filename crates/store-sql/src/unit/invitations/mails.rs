//! How many mails of invitations leave in which hour: written by whatever writes invitations, and by nothing else.

use std::collections::BTreeMap;

use tenure_domain::invitation::{Invitation, MailHour, MailMove};
use tenure_domain::{Instant, OrganizationId};
use tenure_port_store::StoreError;

use crate::statements::statement_texts;
use crate::{Connection, Row, Sql, Value, batch};

statement_texts! {
    EMPTIER = "update invitation_mails set mails = mails - $4 \
               where organization_id = $1 and hour = $2 and domain = $3 and mails > $4";
    EMPTY = "delete from invitation_mails where organization_id = $1 and hour = $2 and domain = $3";
    DROP = "update errands set state = 'dropped', settled_at = $3 where organization_id = $1 and invitation_id = $2 \
            and state = 'waiting' and leased_until is null";
    FORGET = "delete from invitation_mails where organization_id = $1 and hour < $2";
}

/// The beginning of the question how many mails leave; the domains follow.
const HOURS: &str = "select hour, domain, mails from invitation_mails where organization_id = $1 and hour >= $2 and domain in ";

/// The beginning of keeping how many more mails leave.
const FULLER: &str = "insert into invitation_mails (organization_id, hour, domain, mails) values ";

pub(super) async fn hours(
    connection: &mut impl Connection,
    organization: OrganizationId,
    from: i64,
    domains: &[&str],
) -> Result<Vec<MailHour>, StoreError> {
    let mut hours = Vec::new();
    for chunk in domains.chunks(batch::CHUNK) {
        let mut sql = Sql::fixed(HOURS).bind(organization).bind(from);
        sql.push_list(chunk.iter().copied());
        let read = |row: &Row| {
            Ok(MailHour { hour: row.int("hour")?, domain: row.text("domain")?.to_owned(), mails: row.number("mails")? })
        };
        hours.extend(connection.rows(&sql).await?.iter().map(read).collect::<Result<Vec<_>, StoreError>>()?);
    }
    Ok(hours)
}

/// Keeps what became of the hours; those in which nothing leaves any more go.
pub(crate) async fn keep(connection: &mut impl Connection, tenant: OrganizationId, moves: Vec<MailMove>) -> Result<(), StoreError> {
    let mut sums: BTreeMap<(i64, String), i64> = BTreeMap::new();
    for MailMove { hour, domain, by } in moves {
        *sums.entry((hour, domain)).or_default() += i64::from(by);
    }
    let (fuller, emptier): (Vec<_>, Vec<_>) = sums.into_iter().filter(|(_, by)| *by != 0).partition(|(_, by)| *by > 0);
    for chunk in fuller.chunks(batch::CHUNK) {
        let mut keep = Sql::build(FULLER);
        let row = |((hour, domain), by): &((i64, String), i64)| -> [Value; 4] {
            [tenant.into(), (*hour).into(), domain.as_str().into(), (*by).into()]
        };
        keep.push_rows(chunk.iter().map(row))
            .push(" on conflict (organization_id, hour, domain) do update set mails = invitation_mails.mails + excluded.mails");
        connection.execute(&keep).await?;
    }
    for ((hour, domain), by) in emptier {
        let emptier = Sql::fixed(EMPTIER).bind(tenant).bind(hour).bind(domain.as_str()).bind(-by);
        if connection.execute(&emptier).await? == 0 {
            connection.execute(&Sql::fixed(EMPTY).bind(tenant).bind(hour).bind(domain.as_str())).await?;
        }
    }
    Ok(())
}

/// Drops the mail of an invitation that waits for its hour, because another replaces it or none does: else sending again and again
/// would fill the outbox with what nobody is to get. One that is under way is left to its courier.
pub(crate) async fn drop_waiting(
    connection: &mut impl Connection,
    before: Option<&Invitation>,
    now: Instant,
) -> Result<(), StoreError> {
    if let Some(before) = before.filter(|before| before.waits_until(now).is_some()) {
        connection.execute(&Sql::fixed(DROP).bind(before.organization).bind(before.id).bind(now)).await?;
    }
    Ok(())
}

pub(super) async fn forget(connection: &mut impl Connection, tenant: OrganizationId, before: i64) -> Result<(), StoreError> {
    connection.execute(&Sql::fixed(FORGET).bind(tenant).bind(before)).await?;
    Ok(())
}
