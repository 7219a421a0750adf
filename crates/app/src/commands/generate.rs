//! `tenured generate`.

use super::{Out, database};
use crate::cli::Generate;
use crate::database::Database;
use crate::example::{PASSWORD, YOU};
use crate::failure::Failure;
use crate::generate::{self, Sizes};

/// Fills an empty database with example data, and says who may sign in.
pub(super) async fn generate(ask: Generate, out: Out<'_>) -> Result<(), Failure> {
    let url = database(ask.place)?;
    let database = Database::to_fill(&url).await?;
    database.migrate().await?;
    let sizes = Sizes { members: ask.members, contacts: ask.contacts, workspaces: ask.workspaces };
    let made = generate::generate(database.store(), sizes, out).await;
    if made.is_ok() {
        database.settle().await?;
    }
    database.close().await;
    made?;
    writeln!(out, "Made up in {url}. {YOU} governs it and is operator; everybody's password is: {PASSWORD}")?;
    Ok(())
}
