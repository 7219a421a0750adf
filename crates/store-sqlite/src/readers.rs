//! Reading: connections that give all rows of a statement at once, each in the hands of one thread.
//!
//! The driver that writes hands every row from its thread to the asker's, which costs a list more than finding it
//! ([the decision](../../../docs/adr/0018-reading-sqlite.md)).

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::types::{Value as Bound, ValueRef};
use rusqlite::{Connection, OpenFlags, Statement};
use tenure_port_store::StoreError;
use tenure_store_sql::{Cell, Names, Row, Sql, Value};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::connection::no_lists;
use crate::error::unread;
use crate::options::OpenOptions;

/// How many statements each connection keeps prepared.
const PREPARED: usize = 512;
/// How much of the database each connection may keep in memory, in KiB: what the pages of a large organization's lists begin
/// with.
const CACHE: i64 = 8_192;

/// The connections that read. They are opened when they are needed first.
#[derive(Debug)]
pub(crate) struct Readers {
    file: PathBuf,
    patience: Duration,
    most: u32,
    turns: Arc<Semaphore>,
    free: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(crate) fn new(file: &Path, options: &OpenOptions) -> Arc<Self> {
        let most = options.readers.get();
        Arc::new(Self {
            file: file.to_owned(),
            patience: options.patience,
            most,
            turns: Arc::new(Semaphore::new(most as usize)),
            free: Mutex::default(),
        })
    }

    /// A connection, as soon as one is free.
    pub(crate) async fn take(self: &Arc<Self>) -> Result<Reader, StoreError> {
        let turn = timeout(self.patience, Arc::clone(&self.turns).acquire_owned()).await;
        let turn = turn.map_err(|_| StoreError::Unavailable("all connections that read are in use".to_owned()))?;
        let turn = turn.map_err(|_| StoreError::Unavailable("the database is closed".to_owned()))?;
        Ok(Reader { connection: self.free().pop(), of: Arc::clone(self), _turn: turn })
    }

    fn free(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for what is being read, and closes all connections.
    pub(crate) async fn close(&self) {
        let all = self.turns.acquire_many(self.most).await;
        self.turns.close();
        drop(all);
        self.free().clear();
    }

    fn open(&self) -> rusqlite::Result<Connection> {
        let connection =
            Connection::open_with_flags(&self.file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(self.patience)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        connection.pragma_update(None, "query_only", "on")?;
        connection.pragma_update(None, "cache_size", -CACHE)?;
        Ok(connection)
    }
}

/// One connection, until it is dropped: it then ends the transaction that it is in, and is free again.
#[derive(Debug)]
pub(crate) struct Reader {
    connection: Option<Connection>,
    of: Arc<Readers>,
    /// Given back last, when the connection is.
    _turn: OwnedSemaphorePermit,
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if connection.is_autocommit() || connection.execute_batch("rollback").is_ok() {
            self.of.free().push(connection);
        }
    }
}

impl Reader {
    /// Reads all rows. Who stops waiting for them loses the connection to whoever is next.
    pub(crate) async fn rows(mut self, sql: &Sql) -> (Result<Vec<Row>, StoreError>, Option<Self>) {
        let sql = sql.clone();
        let read = spawn_blocking(move || {
            let rows = self.read(&sql);
            (rows, Some(self))
        });
        match read.await {
            Ok(read) => read,
            Err(error) if error.is_panic() => resume_unwind(error.into_panic()),
            Err(_) => (Err(StoreError::Unavailable("the server is stopping".to_owned())), None),
        }
    }

    fn read(&mut self, sql: &Sql) -> Result<Vec<Row>, StoreError> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.of.open().map_err(unread)?,
        };
        let connection = self.connection.insert(connection);
        if sql.is_kept() {
            all(&mut *connection.prepare_cached(sql.text()).map_err(unread)?, sql.args())
        } else {
            all(&mut connection.prepare(sql.text()).map_err(unread)?, sql.args())
        }
    }
}

fn all(statement: &mut Statement<'_>, values: &[Value]) -> Result<Vec<Row>, StoreError> {
    for at in 1..=statement.parameter_count() {
        // `$3` is a name to SQLite, which numbers names as it meets them.
        let number = statement.parameter_name(at).and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok());
        let value = number.and_then(|number| values.get(number.checked_sub(1)?));
        let value = value.ok_or_else(|| StoreError::Corrupt("a statement names a value that is not bound".to_owned()))?;
        statement.raw_bind_parameter(at, bound(value)?).map_err(unread)?;
    }
    let names: Names = statement.column_names().into_iter().map(Box::from).collect();
    let mut rows = statement.raw_query();
    let mut read = Vec::new();
    while let Some(row) = rows.next().map_err(unread)? {
        let cells = (0..names.len()).map(|at| cell(row.get_ref(at).map_err(unread)?));
        read.push(Row::new(Arc::clone(&names), cells.collect::<Result<_, StoreError>>()?));
    }
    Ok(read)
}

fn bound(value: &Value) -> Result<Bound, StoreError> {
    let bound = match value {
        Value::Uuid(id) => id.map(|id| Bound::Blob(id.as_bytes().to_vec())),
        Value::Uuids(_) => return Err(no_lists()),
        Value::Text(text) => text.clone().map(Bound::Text),
        Value::Int(number) => number.map(Bound::Integer),
        Value::Bool(flag) => flag.map(|flag| Bound::Integer(flag.into())),
        Value::Bytes(bytes) => bytes.clone().map(Bound::Blob),
        Value::Json(json) => json.as_ref().map(|json| Bound::Text(json.to_string())),
    };
    Ok(bound.unwrap_or(Bound::Null))
}

fn cell(value: ValueRef<'_>) -> Result<Cell, StoreError> {
    match value {
        ValueRef::Null => Ok(Cell::Null),
        ValueRef::Integer(number) => Ok(Cell::Int(number)),
        ValueRef::Text(text) => {
            let text = str::from_utf8(text).map_err(|_| StoreError::Corrupt("a value isn't of its column's type".to_owned()))?;
            Ok(Cell::Text(text.to_owned()))
        }
        ValueRef::Blob(bytes) => Ok(Cell::Bytes(bytes.to_vec())),
        ValueRef::Real(_) => Err(StoreError::Corrupt("a column has the unknown type REAL".to_owned())),
    }
}
