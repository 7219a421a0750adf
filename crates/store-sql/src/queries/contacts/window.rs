//! Walking through all contacts when many have a term, or many colleagues hold some: in windows, so that a page costs a bounded
//! time even if all that are meant are old. A page may then hold fewer rows than were asked for, none among them, and still have a next one.

use tenure_domain::ContactId;
use tenure_port_store::StoreError;

use super::sources::{Sources, Span};
use super::{Found, rows};
use crate::{Driver, Reads as _, Sql, SqlStore};

/// How many contacts one window looks at.
const WINDOW: i64 = 10_000;

/// How many windows a page looks through.
const WINDOWS: usize = 5;

pub(super) async fn find<D: Driver>(store: &SqlStore<D>, sources: &Sources<'_>, span: Span) -> Result<Found, StoreError> {
    let mut found = Found { ids: Vec::new(), end: span.after };
    for _ in 0..WINDOWS {
        let Some(end) = end(store, sources, found.end).await? else { return Ok(Found { end: None, ..found }) };
        let window = Span { after: found.end, upto: Some(end), ..span };
        found.ids.extend(rows::ids(store, &sources.newest(store, window).await?).await?);
        found.end = Some(end);
        if i64::try_from(found.newest(span.limit).len()).unwrap_or(i64::MAX) >= span.limit {
            break;
        }
    }
    Ok(found)
}

/// Where the window after this contact ends; none after the last contact.
async fn end<D: Driver>(
    store: &SqlStore<D>,
    sources: &Sources<'_>,
    after: Option<ContactId>,
) -> Result<Option<ContactId>, StoreError> {
    let mut sql = Sql::build("select id from (select c.id from contacts c");
    if sources.at.is_some() {
        sql.push(sources.dialect.choose(" indexed by contacts_at", ""));
    }
    sql.push(" where c.organization_id = ").push_bind(sources.organization);
    if let Some((workspace, _)) = sources.at {
        sql.push(" and c.workspace_id = ").push_bind(workspace);
    }
    if let Some(after) = after {
        sql.push(" and c.id < ").push_bind(after);
    }
    sql.push(" order by c.id desc limit ").push_bind(WINDOW).push(") few order by id limit 1");
    store.pooled().row(&sql).await?.map(|row| row.id("id")).transpose()
}
