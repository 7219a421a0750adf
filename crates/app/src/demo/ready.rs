//! Making the example where there is none, and recognising it where it is.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use tenure_credentials::{Passwords, ServerKey};
use tenure_domain::EmailAddress;
use tenure_domain::invitation::MailLimits;
use tenure_port_store::Store;
use tenure_usecases::{Clock as _, SystemClock, Tenure, Tools};

use super::YOU;
use super::calendar::{Calendar, Counted};
use super::story::Story;
use crate::data_folder;
use crate::database::Database;
use crate::example::wrong;
use crate::failure::Failure;

/// Lies in the data folder while the example is being made.
const UNFINISHED: &str = "demo.unfinished";

/// Sees to it that the database holds the example; true if it was made now.
pub(crate) async fn ready(data_dir: &Path, store: Arc<dyn Store>, key: &ServerKey) -> Result<bool, Failure> {
    data_folder::make(data_dir)?;
    let unfinished = data_dir.join(UNFINISHED);
    if unfinished.exists() {
        let what = format!("the example in {} was not finished when it was made; remove the folder", data_dir.display());
        return Err(Failure::Failed(what));
    }
    if !store.queries().awaits_setup().await? {
        must_be_the_example(&*store).await?;
        return Ok(false);
    }
    let marked = |error| Failure::of(unfinished.display(), error);
    File::create(&unfinished).map_err(marked)?;
    tell(store, key.clone()).await?;
    fs::remove_file(&unfinished).map_err(marked)?;
    Ok(true)
}

/// Makes the example, from its first day to today.
pub(super) async fn tell(store: Arc<dyn Store>, key: ServerKey) -> Result<(), Failure> {
    // Everybody's password is the one that is printed, so that a dear hash protects nobody; whoever signs in later gets one.
    let passwords = Passwords::with_cost(8, 1).map_err(|refused| Failure::of("hashing", refused))?;
    let calendar = Arc::new(Calendar::new(SystemClock.now()));
    let clock = Arc::clone(&calendar);
    let tools = Tools { store, passwords, key, clock, ids: Arc::new(Counted::default()), mail_limits: MailLimits::default() };
    Story::begin(Tenure::new(tools), calendar).await?.tell().await
}

/// Refuses a database that is somebody else's, before anything in it is changed.
pub(crate) async fn must_be_free(database: &Database) -> Result<(), Failure> {
    let begun = database.migration_status().await?.steps.iter().any(|step| step.applied);
    let store = database.store();
    if begun && !store.queries().awaits_setup().await? { must_be_the_example(&*store).await } else { Ok(()) }
}

async fn must_be_the_example(store: &dyn Store) -> Result<(), Failure> {
    if is_the_example(store).await? {
        Ok(())
    } else {
        Err(Failure::Failed(format!("this database is in use, and {YOU} is no operator there; a demo needs one of its own")))
    }
}

async fn is_the_example(store: &dyn Store) -> Result<bool, Failure> {
    let email = EmailAddress::parse(YOU).map_err(wrong(YOU))?;
    let you = store.snapshot().await?.users().find_by_email(&email).await?;
    Ok(you.is_some_and(|user| user.operator))
}
