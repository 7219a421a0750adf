//! A database of its own for each test.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{Error, Server, fresh_name, names::template_name};

/// SQLSTATE: there is no such database.
const UNDEFINED_DATABASE: &str = "3D000";
/// SQLSTATEs: somebody else took the name, before we asked or while we did.
const NAME_TAKEN: [&str; 2] = ["42P04", "23505"];

/// The databases of a test run's server. Clones share the server.
#[derive(Debug, Clone)]
pub struct Databases {
    server: Arc<Server>,
}

impl Databases {
    /// The databases of the server that `TENURE_TEST_POSTGRES` names, as `cargo xtask test` sets it; without that
    /// variable, of a server that the tests of this process share and that ends with the process.
    pub fn from_env() -> Result<Self, Error> {
        static SHARED: Mutex<Option<Arc<Server>>> = Mutex::new(None);
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        let server = match shared.as_ref() {
            Some(server) => Arc::clone(server),
            None => Arc::clone(shared.insert(Arc::new(Server::from_env()?))),
        };
        Ok(Self { server })
    }

    /// The databases of a server that the caller has.
    pub fn on(server: Arc<Server>) -> Self {
        Self { server }
    }

    /// A new, empty database.
    pub fn empty(&self) -> Result<Database, Error> {
        let database = self.named(fresh_name());
        self.server.create_database(&database.name, None)?;
        Ok(database)
    }

    /// A new database with the schema that `schema` tells: a copy of a template, which `migrate` fills once.
    ///
    /// `schema` is whatever changes when the schema does, such as the texts or checksums of all migrations: the
    /// template is named after it. `migrate` gets the URL of an empty database and must close its connections before
    /// it returns. Tests that race for a template that doesn't exist yet each fill a draft; the first to finish gives
    /// its draft the template's name, so no half-filled template is ever seen. The call blocks its thread while the
    /// server works.
    pub async fn fresh<P, E>(
        &self,
        schema: impl IntoIterator<Item = P>,
        migrate: impl AsyncFnOnce(String) -> Result<(), E>,
    ) -> Result<Database, Error>
    where
        P: AsRef<[u8]>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let template = template_name(schema);
        match self.clone_of(&template) {
            Err(refused) if refused.is_one_of(&[UNDEFINED_DATABASE]) => {}
            outcome => return outcome,
        }
        let draft = self.empty()?;
        migrate(draft.url()).await.map_err(|reason| Error::Migrate(reason.into()))?;
        match self.server.publish_template(&draft.name, &template) {
            Err(refused) if !refused.is_one_of(&NAME_TAKEN) => return Err(refused),
            // The draft's name is free now, or the draft is one too many: either way it goes with its drop.
            _ => drop(draft),
        }
        self.clone_of(&template)
    }

    fn clone_of(&self, template: &str) -> Result<Database, Error> {
        let database = self.named(fresh_name());
        self.server.create_database(&database.name, Some(template))?;
        Ok(database)
    }

    fn named(&self, name: String) -> Database {
        Database { server: Arc::clone(&self.server), name }
    }
}

/// One test's database. It is dropped with this value, whoever is still connected.
#[derive(Debug)]
pub struct Database {
    server: Arc<Server>,
    name: String,
}

impl Database {
    /// Where drivers connect: `postgres://user:password@127.0.0.1:port/name`.
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// Runs a statement in it, and gives what it says: a line for each row, with `|` between columns.
    pub fn ask(&self, statement: &str) -> Result<String, Error> {
        self.server.ask(&self.name, statement)
    }

    /// Runs all that is in a file, as `pg_dump` writes it.
    pub fn load(&self, file: &Path) -> Result<(), Error> {
        self.server.load(&self.name, file)
    }

    /// Its name on the server.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Err(reason) = self.server.drop_database(&self.name) {
            eprintln!("a test's database stays behind: {reason}");
        }
    }
}
