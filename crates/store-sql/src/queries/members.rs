//! Lists of members.

mod grants;
mod order;
mod scope;
mod seen;
mod statement;
mod window;

use tenure_domain::membership::Status;
use tenure_domain::{MemberId, OrganizationId, UserId};
use tenure_port_store::{Bounded, MemberFilter, MemberRow, MemberSort, Page, PageAsk, Position, StoreError, Viewer};

use self::order::Order;
use self::scope::Scope;
pub(super) use self::seen::Seen;
use self::statement::{Columns, Shape};
use super::narrow::FEW;
use super::pages;
use crate::batch::CHUNK;
use crate::snapshots::membership;
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    filter: &MemberFilter,
    sort: MemberSort,
    ask: &PageAsk,
) -> Result<Page<MemberRow>, StoreError> {
    let scope = Scope::load(store, organization, viewer, filter).await?;
    if scope.is_nobody() {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let order = Order::new(sort, viewer.masking);
    let shape = |status| Shape { columns: Columns::Row(order), status, limit: pages::limit(ask) };
    let found = match scope.narrowest(store, Some(order), FEW).await? {
        Some(narrow) => rows(store, &scope.few(narrow, FEW, &shape(None), ask.after.as_ref())?).await?,
        None if scope.has_term() => return window::page(store, &scope, order, ask).await,
        None => {
            let mut found = Vec::new();
            for status in scope.branches(order) {
                found.extend(rows(store, &scope.many(&shape(status), ask.after.as_ref())?).await?);
            }
            found
        }
    };
    finish(store, &scope, order, found, ask).await
}

pub(super) async fn count<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    filter: &MemberFilter,
    up_to: u32,
) -> Result<Bounded, StoreError> {
    let scope = Scope::load(store, organization, viewer, filter).await?;
    if scope.is_nobody() {
        return Ok(Bounded { value: 0, exact: true });
    }
    let most = i64::from(up_to);
    let shape = Shape { columns: Columns::Count, status: None, limit: most + 1 };
    let narrow = scope.narrowest(store, None, most).await?;
    if narrow.is_none() && scope.is_told_by_status_or_idleness_alone() {
        return Ok(Bounded { value: up_to, exact: false });
    }
    let sql = match narrow {
        Some(narrow) => scope.few(narrow, most, &shape, None)?,
        None => scope.many(&shape, None)?,
    };
    let counted = store.pooled().row(&sql).await?.map_or(Ok(0), |row| row.number("n"))?;
    // Who comes after those that were looked at may be one more, unless there is nobody.
    let exact = counted <= up_to && (narrow.is_some() || store.pooled().row(&scope.beyond()).await?.is_none());
    Ok(Bounded { value: up_to.min(counted), exact })
}

pub(super) async fn one<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    id: MemberId,
) -> Result<Option<MemberRow>, StoreError> {
    Ok(these(store, organization, viewer, &[id]).await?.pop())
}

pub(super) async fn these<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    ids: &[MemberId],
) -> Result<Vec<MemberRow>, StoreError> {
    let all = MemberFilter::default();
    let scope = Scope::load(store, organization, viewer, &all).await?;
    let rows = store.pooled().rows(&scope.these(ids)).await?;
    grants::attach(store, &scope, rows.iter().map(membership_of).collect::<Result<_, _>>()?).await
}

/// Those of these members whom the viewer sees.
pub(super) async fn seen_of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    of: &[MemberId],
) -> Result<Vec<MemberId>, StoreError> {
    let all = MemberFilter::default();
    let scope = Scope::load(store, organization, viewer, &all).await?;
    let mut seen = Vec::new();
    for chunk in of.chunks(CHUNK) {
        for row in store.pooled().rows(&scope.seen_of(chunk)).await? {
            seen.push(row.id("id")?);
        }
    }
    Ok(seen)
}

/// Whether a login's address is confirmed.
pub(super) async fn is_email_confirmed<D: Driver>(store: &SqlStore<D>, user: UserId) -> Result<bool, StoreError> {
    let sql = Sql::fixed("select 1 as one from users where id = $1 and email_confirmed").bind(user);
    Ok(store.pooled().row(&sql).await?.is_some())
}

/// A membership as it was found, with its place in the order.
#[derive(Clone, Debug)]
struct Found {
    key: Key,
    member: MemberRow,
}

/// What a row is sorted by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Key {
    Text(String),
    Number(i64),
}

fn membership_of(row: &Row) -> Result<MemberRow, StoreError> {
    let membership = membership::read(row)?;
    Ok(MemberRow { membership, grants: Vec::new(), online_until: row.opt_instant("online_until")? })
}

async fn rows<D: Driver>(store: &SqlStore<D>, sql: &Sql) -> Result<Vec<Found>, StoreError> {
    let read = |row: &Row| Ok(Found { key: Order::key_of(row)?, member: membership_of(row)? });
    store.pooled().rows(sql).await?.iter().map(read).collect()
}

async fn finish<D: Driver>(
    store: &SqlStore<D>,
    scope: &Scope<'_>,
    order: Order,
    mut found: Vec<Found>,
    ask: &PageAsk,
) -> Result<Page<MemberRow>, StoreError> {
    // Several statuses are several walks, each in order; together they are sorted here.
    found.sort_by(|one, other| order.compare((&one.key, one.member.membership.id), (&other.key, other.member.membership.id)));
    let page = pages::cut(found, ask, |found| order::position(&found.key, found.member.membership.id.uuid()));
    let next: Option<Position> = page.next;
    let items = grants::attach(store, scope, page.items.into_iter().map(|found| found.member).collect()).await?;
    Ok(Page { items, next })
}

/// All statuses there are.
const STATUSES: [Status; 3] = [Status::Pending, Status::Active, Status::Inactive];
