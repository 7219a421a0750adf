//! A Postgres server for the run.

use anyhow::{Context, Result};
use tenure_throwaway_postgres::{Error, Server};

/// The server that `TENURE_TEST_POSTGRES` names, or one of our own that ends with the returned value.
pub(crate) fn server() -> Result<Server> {
    let outcome = match Server::from_env() {
        Err(Error::NotInstalled { .. }) => {
            super::install("postgresql", "PostgreSQL")?;
            Server::from_env()
        }
        outcome => outcome,
    };
    outcome.context("there is no Postgres to test with")
}
