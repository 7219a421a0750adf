//! Searching along an order when many members have the term: in windows, so that a page costs a bounded time even if all who
//! have it sort last. A page may then hold fewer rows than were asked for, none among them, and still have a next one.

use tenure_port_store::{MemberRow, Page, PageAsk, StoreError};
use uuid::Uuid;

use super::order::{self, Order};
use super::scope::Scope;
use super::{Key, finish, grants, rows};
use crate::queries::pages;
use crate::{Driver, Reads as _, SqlStore};

/// How many windows a page looks through.
const WINDOWS: usize = 5;

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    scope: &Scope<'_>,
    order: Order,
    ask: &PageAsk,
) -> Result<Page<MemberRow>, StoreError> {
    let mut found = Vec::new();
    let mut after = ask.after.clone();
    for _ in 0..WINDOWS {
        let window = scope.window_end(order, after.as_ref())?;
        let Some(end) = store.pooled().row(&window).await? else { return finish(store, scope, order, found, ask).await };
        let end: (Key, Uuid) = (Order::key_of(&end)?, end.uuid("id")?);
        let missing = pages::limit(ask) - i64::try_from(found.len()).unwrap_or(i64::MAX);
        found.extend(rows(store, &scope.windowed(order, &end, missing, after.as_ref())?).await?);
        if found.len() > pages::size(ask) {
            return finish(store, scope, order, found, ask).await;
        }
        after = Some(order::position(&end.0, end.1));
    }
    let items = grants::attach(store, scope, found.into_iter().map(|found| found.member).collect()).await?;
    Ok(Page { items, next: after })
}
