//! A Postgres server that tests may do anything to.

use std::{
    env,
    net::{Ipv4Addr, TcpListener},
    path::Path,
};

use crate::{
    Error,
    address::Address,
    folder::Folder,
    keeper::Keeper,
    names::{checked, random},
    programs::Programs,
    psql,
};

/// The variable with the URL of the admin database of a server that runs already.
pub const ENV: &str = "TENURE_TEST_POSTGRES";

/// How often another port is tried, when somebody takes the free one before the server does.
const STARTS: usize = 5;

/// A server. One that we started ends, and its folder goes, when this is dropped or the process ends.
#[derive(Debug)]
pub struct Server {
    address: Address,
    programs: Programs,
    _keeper: Option<Keeper>,
}

impl Server {
    /// Takes the server that [`ENV`] names, or starts one.
    pub fn from_env() -> Result<Self, Error> {
        match env::var(ENV) {
            Ok(url) => Self::at(&url),
            Err(_) => Self::start(),
        }
    }

    /// Takes a server that runs already. The URL is that of a database whose user may create databases.
    pub fn at(url: &str) -> Result<Self, Error> {
        Ok(Self { address: Address::parse(url)?, programs: Programs::of_a_client()?, _keeper: None })
    }

    /// Starts a server in a temporary folder, on 127.0.0.1 and a free port. Takes a second or two.
    pub fn start() -> Result<Self, Error> {
        let programs = Programs::of_a_server()?;
        let mut outcome = Self::start_once(&programs);
        for _ in 1..STARTS {
            match outcome {
                Err(Error::Start { .. }) => outcome = Self::start_once(&programs),
                _ => break,
            }
        }
        outcome
    }

    fn start_once(programs: &Programs) -> Result<Self, Error> {
        let folder = Folder::new()?;
        let port = free_port().map_err(|source| Error::Folder { path: "127.0.0.1".into(), source })?;
        let password = format!("{:016x}{:016x}", random(), random());
        folder.write("password", &password)?;
        folder.write("settings", &settings(folder.place.path(), port))?;
        let keeper = Keeper::start(folder, programs)?;
        let address = Address::parse(&format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres"))?;
        Ok(Self { address, programs: programs.clone(), _keeper: Some(keeper) })
    }

    /// The URL of the database that statements about other databases are sent to: what [`ENV`] takes.
    pub fn admin_url(&self) -> String {
        self.address.admin()
    }

    /// The URL of a database on this server, whether it exists or not.
    pub fn url(&self, database: &str) -> String {
        self.address.of(database)
    }

    /// Creates a database: an empty one in UTF-8 that compares by bytes, or a copy of `template`.
    pub fn create_database(&self, name: &str, template: Option<&str>) -> Result<(), Error> {
        let name = checked(name)?;
        let source = match template {
            Some(template) => checked(template)?.to_owned(),
            None => "template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'".to_owned(),
        };
        self.tell(&format!("create database {name} template {source}"))
    }

    /// Drops a database, with every connection to it. One that doesn't exist is no error.
    pub fn drop_database(&self, name: &str) -> Result<(), Error> {
        self.tell(&format!("drop database if exists {} with (force)", checked(name)?))
    }

    /// Gives a finished draft its name as a template, and closes it to connections: a template that somebody is
    /// connected to can't be copied.
    pub(crate) fn publish_template(&self, draft: &str, template: &str) -> Result<(), Error> {
        let (draft, template) = (checked(draft)?, checked(template)?);
        self.tell(&format!("alter database {draft} allow_connections false; alter database {draft} rename to {template}"))
    }

    /// Runs a statement in a database, and gives what it says: a line for each row, with `|` between columns.
    pub fn ask(&self, database: &str, statement: &str) -> Result<String, Error> {
        psql::ask(&self.programs, &self.url(checked(database)?), statement)
    }

    /// Runs all that is in a file, as `pg_dump` writes it, in a database.
    pub fn load(&self, database: &str, file: &Path) -> Result<(), Error> {
        psql::load(&self.programs, &self.url(checked(database)?), file)
    }

    fn tell(&self, statement: &str) -> Result<(), Error> {
        psql::run(&self.programs, &self.admin_url(), statement)
    }
}

/// Speed before durability, and nothing that a machine's or a moment's mood decides: plans change only when a test
/// says `ANALYZE`, and the clock is in UTC.
fn settings(folder: &Path, port: u16) -> String {
    let socket = folder.display().to_string().replace('\'', "''");
    format!(
        "listen_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = '{socket}'\n\
         max_connections = 200\nshared_buffers = '128MB'\n\
         fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n\
         wal_level = minimal\nmax_wal_senders = 0\nmax_wal_size = '2GB'\ncheckpoint_timeout = '1h'\n\
         autovacuum = off\ntimezone = 'UTC'\nlog_timezone = 'UTC'\n"
    )
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
