//! A stretch of an index of which some rows are wanted: a page of it is bounded however few they are.

use tenure_domain::OrganizationId;
use tenure_port_store::{Page, PageAsk, Position, StoreError};

use crate::queries::pages;
use crate::sql::Arg;
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

/// How many rows a page looks at, where each costs a look or two.
pub(super) const WINDOW: i64 = 1_000;

/// Adds something about the organization, whose id is this argument.
type Push<'a> = &'a (dyn Fn(&mut Sql, Arg) + Send + Sync);

/// A stretch of an index of which some rows are wanted.
pub(super) struct Stretch<'a> {
    pub(super) organization: OrganizationId,
    /// Adds the question for its rows with `sort_key` and `id`, in their order.
    pub(super) window: Push<'a>,
    /// Adds which of them, as `c`, are wanted.
    pub(super) passes: Push<'a>,
    /// How many of them a page looks at.
    pub(super) looks_at: i64,
}

impl Stretch<'_> {
    fn windowed(&self) -> (Sql, Arg) {
        let mut sql = Sql::build("select c.sort_key, c.id from (");
        let tenant = sql.arg(self.organization);
        (self.window)(&mut sql, tenant);
        sql.push(" limit ").push_bind(self.looks_at).push(") c");
        (sql, tenant)
    }

    /// The wanted rows of a page, as positions. It may be short, and still have a next one.
    pub(super) async fn page<D: Driver>(&self, store: &SqlStore<D>, ask: &PageAsk) -> Result<Page<Position>, StoreError> {
        let (mut sql, tenant) = self.windowed();
        sql.push(" where true");
        (self.passes)(&mut sql, tenant);
        sql.push(" order by c.sort_key, c.id limit ").push_bind(pages::limit(ask));
        let found = store.pooled().rows(&sql).await?.iter().map(position).collect::<Result<_, _>>()?;
        let page = pages::cut(found, ask, Position::clone);
        if page.next.is_some() {
            return Ok(page);
        }
        let (mut last, _) = self.windowed();
        last.push(" order by c.sort_key, c.id limit 1 offset ").push_bind(self.looks_at - 1);
        let next = store.pooled().row(&last).await?.as_ref().map(position).transpose()?;
        Ok(Page { items: page.items, next })
    }
}

fn position(row: &Row) -> Result<Position, StoreError> {
    let key = match row.opt_text("sort_key") {
        Ok(text) => text.unwrap_or_default().to_owned(),
        Err(_) => row.int("sort_key")?.to_string(),
    };
    Ok(Position { key, id: row.uuid("id")? })
}
