//! Many rows in one statement, in pieces that stay far from what a database can bind.

use tenure_port_store::StoreError;

use crate::{Connection, Sql, Value};

/// How many rows or ids one statement names: 16 columns of this many are a quarter of what SQLite binds (32,766), an eighth of
/// what Postgres does (65,535).
pub(crate) const CHUNK: usize = 500;

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
    for chunk in items.chunks(CHUNK) {
        let mut sql = Sql::build(into);
        sql.push_rows(chunk.iter().map(&row));
        connection.execute(&sql).await?;
    }
    Ok(())
}
