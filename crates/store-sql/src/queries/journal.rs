//! The journal, newest first.

use tenure_domain::OrganizationId;
use tenure_port_store::{JournalFilter, JournalRow, Page, PageAsk, Position, StoreError};
use uuid::Uuid;

use super::narrow;
use super::pages;
use crate::statements::statement_texts;
use crate::{Dialect, Driver, Reads as _, Row, Sql, SqlStore, Value};

macro_rules! rows {
    () => {
        "select j.id, j.at, j.actor_kind, j.actor, j.kind, j.target_kind, j.target, j.before_state, j.after_state, \
         j.reason, j.position from journal j where j.organization_id = "
    };
}

const ROWS: &str = rows!();

statement_texts! {
    AFTER = concat!(rows!(), "$1 and j.position is not null and j.position > $2 order by j.position limit $3");
    POSITION = "select next - 1 as position from journal_heads where organization_id = $1";
}

/// A filter that has an index of its own, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Led {
    Target,
    Actor,
    Kind,
}

impl Led {
    const ALL: [Self; 3] = [Self::Target, Self::Actor, Self::Kind];

    fn value(self, filter: &JournalFilter) -> Option<Value> {
        match self {
            Self::Target => filter.target.map(Value::from),
            Self::Actor => filter.actor.map(Value::from),
            Self::Kind => filter.kind.as_deref().map(Value::from),
        }
    }

    const fn plain(self) -> &'static str {
        match self {
            Self::Target => " and j.target = ",
            Self::Actor => " and j.actor = ",
            Self::Kind => " and j.kind = ",
        }
    }

    /// The same condition, for a column whose index is not to be walked: SQLite has no statistics to choose by.
    const fn aside(self, dialect: Dialect) -> &'static str {
        match (dialect, self) {
            (Dialect::Postgres, _) => self.plain(),
            (Dialect::Sqlite, Self::Target) => " and +j.target = ",
            (Dialect::Sqlite, Self::Actor) => " and +j.actor = ",
            (Dialect::Sqlite, Self::Kind) => " and +j.kind = ",
        }
    }
}

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    filter: &JournalFilter,
    ask: &PageAsk,
) -> Result<Page<JournalRow>, StoreError> {
    // No kind has this character, and Postgres keeps no text that does.
    if filter.kind.as_deref().is_some_and(|kind| kind.contains('\0')) {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let led = leading(store, organization, filter).await?;
    let dialect = Driver::dialect(store.driver());
    let mut sql = Sql::build(ROWS);
    sql.push_bind(organization);
    for one in Led::ALL {
        let Some(value) = one.value(filter) else { continue };
        sql.push(if led == Some(one) { one.plain() } else { one.aside(dialect) });
        push_value(&mut sql, value);
    }
    if let Some(since) = filter.since {
        sql.push(" and j.at >= ").push_bind(since);
    }
    if let Some(after) = &ask.after {
        sql.push(" and (j.at, j.id) < (").push_bind(pages::number(after)?).push(", ").push_bind(after.id).push(")");
    }
    sql.push(" order by j.at desc, j.id desc limit ").push_bind(pages::limit(ask));
    let rows: Vec<JournalRow> = store.pooled().rows(&sql).await?.iter().map(read).collect::<Result<_, StoreError>>()?;
    Ok(pages::cut(rows, ask, |row| Position { key: row.at.micros().to_string(), id: row.id.uuid() }))
}

pub(super) async fn after<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    position: u64,
    up_to: u32,
) -> Result<Vec<JournalRow>, StoreError> {
    let sql = Sql::fixed(AFTER).bind(organization).bind(position).bind(up_to);
    store.pooled().rows(&sql).await?.iter().map(read).collect()
}

pub(super) async fn position<D: Driver>(store: &SqlStore<D>, organization: OrganizationId) -> Result<u64, StoreError> {
    let row = store.pooled().row(&Sql::fixed(POSITION).bind(organization)).await?;
    row.map_or(Ok(0), |row| row.number("position"))
}

/// Which filter's index to walk: the first that leaves few, or the first there is.
async fn leading<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    filter: &JournalFilter,
) -> Result<Option<Led>, StoreError> {
    let given: Vec<(Led, Value)> = Led::ALL.into_iter().filter_map(|led| Some((led, led.value(filter)?))).collect();
    if given.len() > 1 {
        for (led, value) in given.clone() {
            let few = narrow::are_few(store, organization, narrow::FEW, |arms| {
                arms.push("select j.id from journal j where j.organization_id = ", |sql, _| {
                    sql.push(led.plain());
                    push_value(sql, value);
                    sql.push(" order by j.at, j.id");
                });
            });
            if few.await? {
                return Ok(Some(led));
            }
        }
    }
    Ok(given.first().map(|(led, _)| *led))
}

fn push_value(sql: &mut Sql, value: Value) {
    sql.push_bind(value);
}

fn read(row: &Row) -> Result<JournalRow, StoreError> {
    Ok(JournalRow {
        position: row.opt_number("position")?,
        id: row.id("id")?,
        at: row.instant("at")?,
        actor_kind: row.text("actor_kind")?.to_owned(),
        actor: row.opt_id::<Uuid>("actor")?,
        kind: row.text("kind")?.to_owned(),
        target_kind: row.text("target_kind")?.to_owned(),
        target: row.uuid("target")?,
        before: row.json("before_state")?,
        after: row.json("after_state")?,
        reason: row.opt_text("reason")?.map(str::to_owned),
    })
}
