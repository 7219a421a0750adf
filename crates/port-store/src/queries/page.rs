//! Pages: keyset positions in, rows and the next position out.

use uuid::Uuid;

/// Where a page begins: after the row with this sort key and id. Faces seal it into an opaque cursor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Position {
    /// The row's sort key, as the store orders it; empty where the id alone orders.
    pub key: String,
    /// The row's id.
    pub id: Uuid,
}

/// Which page is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PageAsk {
    /// How many rows at most: 1 to 1,000. Faces may give fewer to a request.
    pub limit: u32,
    /// After which row; none for the first page.
    pub after: Option<Position>,
}

impl PageAsk {
    /// The first page of this many rows.
    pub const fn first(limit: u32) -> Self {
        Self { limit, after: None }
    }
}

/// Some rows, and where the next ones begin.
#[derive(Clone, PartialEq, Debug)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page begins; none after the last row.
    pub next: Option<Position>,
}

impl<T> Page<T> {
    /// The same page of other rows.
    pub fn map<U>(self, to: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(to).collect(), next: self.next }
    }
}

/// A number that was counted up to a bound.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounded {
    /// The number, or the bound.
    pub value: u32,
    /// Whether that is all.
    pub exact: bool,
}
