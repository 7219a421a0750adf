//! Many rows in one statement, in pieces that stay far from what a database can bind.

use tenure_port_store::StoreError;

use crate::sql::FEW_ROWS;
use crate::{Connection, Dialect, Sql, Value};

/// How many rows or ids one statement names: 16 columns of this many are a quarter of what SQLite binds (32,766), an eighth of
/// what Postgres does (65,535).
pub(crate) const CHUNK: usize = 500;

/// How many rows one insert takes. Postgres saves the way there and back; SQLite has none, and looks each value up among the names
/// of all, so that a few rows in a statement that is kept prepared are inserted many times faster.
const fn rows_at_once(dialect: Dialect) -> usize {
    match dialect {
        Dialect::Sqlite => FEW_ROWS,
        Dialect::Postgres => CHUNK,
    }
}

/// Inserts rows: `into` ends with `values `.
pub(crate) async fn insert<T, const N: usize>(
    connection: &mut (impl Connection + ?Sized),
    into: &'static str,
    items: &[T],
    row: impl Fn(&T) -> [Value; N] + Send + Sync,
) -> Result<(), StoreError>
where
    T: Sync,
{
    for chunk in items.chunks(rows_at_once(connection.dialect())) {
        let mut sql = Sql::build(into);
        sql.push_rows(chunk.iter().map(&row));
        connection.execute(&sql).await?;
    }
    Ok(())
}

/// Inserts rows of which none may be there yet, by any key; `Taken` if one is, and then some may have been inserted. To a
/// violated key Postgres would answer by ending the transaction.
pub(crate) async fn claim<T, const N: usize>(
    connection: &mut (impl Connection + ?Sized),
    into: &'static str,
    items: &[T],
    row: impl Fn(&T) -> [Value; N] + Send + Sync,
    what: &'static str,
) -> Result<(), StoreError>
where
    T: Sync,
{
    for chunk in items.chunks(rows_at_once(connection.dialect())) {
        let mut sql = Sql::build(into);
        sql.push_rows(chunk.iter().map(&row)).push(" on conflict do nothing");
        if connection.execute(&sql).await? < chunk.len() as u64 {
            return Err(StoreError::Taken(what));
        }
    }
    Ok(())
}
