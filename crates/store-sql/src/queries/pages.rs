//! Keyset pages: how many rows to ask for, and where the next page begins.

use tenure_port_store::{Page, PageAsk, Position, StoreError};
use uuid::Uuid;

/// The most rows a page has.
const MOST: u32 = 1_000;

/// How many rows a page has at most.
pub(super) fn size(ask: &PageAsk) -> usize {
    usize::try_from(ask.limit.clamp(1, MOST)).unwrap_or_default()
}

/// How many rows to ask the database for: one more than a page has, which says whether there is a next page.
pub(super) fn limit(ask: &PageAsk) -> i64 {
    i64::from(ask.limit.clamp(1, MOST)) + 1
}

/// The id after which a page begins that is ordered by id alone.
pub(super) fn after_id(ask: &PageAsk) -> Option<Uuid> {
    ask.after.as_ref().map(|position| position.id)
}

/// A position in an order by id alone.
pub(super) const fn at_id(id: Uuid) -> Position {
    Position { key: String::new(), id }
}

/// A position's key as a number.
pub(super) fn number(position: &Position) -> Result<i64, StoreError> {
    position.key.parse().map_err(|_| StoreError::Corrupt("the position's key is none of this list's".to_owned()))
}

/// A page of the rows that [`limit`] asked for.
pub(super) fn cut<T>(mut rows: Vec<T>, ask: &PageAsk, position: impl Fn(&T) -> Position) -> Page<T> {
    let more = rows.len() > size(ask);
    rows.truncate(size(ask));
    let next = rows.last().filter(|_| more).map(position);
    Page { items: rows, next }
}
