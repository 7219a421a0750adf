//! Example data in a database of its own, with a server on it and somebody signed in.

use std::collections::HashMap;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use hyper::Method;
use tempfile::TempDir;
use tenure_throwaway_postgres::{Database, Databases};
use uuid::Uuid;

use crate::bare::{Bare, with_pool};
use crate::load::{Client, Question};
use crate::server::{Server, tenured};

/// A key that nobody else has any use for.
const KEY: &str = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// Which database.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// How much of everything.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    pub(crate) members: u32,
    pub(crate) contacts: u32,
    pub(crate) workspaces: u32,
    /// How many organizations of one invited person there are beside it.
    pub(crate) beside: u32,
}

/// A generated organization, served.
#[derive(Debug)]
pub(crate) struct Stage {
    pub(crate) kind: Kind,
    pub(crate) url: String,
    pub(crate) server: Server,
    pub(crate) rival: Server,
    pub(crate) bare: Bare,
    pub(crate) org: Uuid,
    /// The session of who governs, as a cookie.
    pub(crate) cookie: String,
    /// How long generating took, in seconds.
    pub(crate) generated_in: f64,
    places: HashMap<u32, Uuid>,
    folder: TempDir,
    _database: Option<Database>,
}

impl Stage {
    /// Generates, starts both servers, and signs in.
    pub(crate) async fn make(kind: Kind, sizes: Sizes) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let (database, url) = match kind {
            Kind::Sqlite => (None, format!("sqlite://{}", folder.path().join("tenure.db").display())),
            Kind::Postgres => {
                let database = Databases::from_env()?.empty()?;
                let url = database.url();
                (Some(database), url)
            }
        };
        let began = std::time::Instant::now();
        let size = |flag: &str, size: u32| [format!("--{flag}"), size.to_string()];
        let mut generate = Command::new(tenured()?);
        generate.arg("generate").args(size("members", sizes.members)).args(size("contacts", sizes.contacts));
        generate.args(size("workspaces", sizes.workspaces)).args(["--database", &url]).current_dir(folder.path());
        ensure!(generate.stdout(Stdio::null()).status()?.success(), "tenured generate failed");
        let generated_in = began.elapsed().as_secs_f64();
        let server = serve(&url, &folder)?;
        let rival = Server::start(Command::new(std::env::current_exe()?).args(["--serve-bare", &url]))?;
        let bare = Bare::open(&url).await?;
        let cookie = sign_in(&server, "you@example.test").await?;
        let org = bare.ids("select id from organizations").await?.pop().context("the organization")?;
        let mut operator = Client::at(&server, &cookie).await?;
        for nth in 0..sizes.beside {
            let ask =
                format!(r#"{{"name":"Small {nth}","model":"workspace","governor_email":"governor-{nth}@small.example.test"}}"#);
            operator.send(Method::POST, "/api/v1/operator/organizations", &ask).await?;
        }
        settle(&bare).await?;
        bare.run(bare.choose("select 1", "vacuum (analyze)")).await?;
        let rows: Vec<(Uuid, String)> = with_pool!(&bare, pool =>
            sqlx::query_as("select id, name from workspaces where depth > 0").fetch_all(pool).await?);
        let number = |name: &str| name.rsplit_once(' ').and_then(|(_, number)| number.parse::<u32>().ok());
        let places = rows.iter().filter_map(|(id, name)| Some((number(name)?, *id))).collect();
        Ok(Self { kind, url, server, rival, bare, org, cookie, generated_in, places, folder, _database: database })
    }

    /// The workspace of this number.
    pub(crate) fn place(&self, number: u32) -> Result<Uuid> {
        self.places.get(&number).copied().with_context(|| format!("workspace {number}"))
    }

    /// The deepest workspace below the one of this number at the top.
    pub(crate) fn leaf_below(&self, top: u32) -> Result<Uuid> {
        let mut leaf = (top, self.place(top)?);
        while let Some((number, id)) = self.places.get_key_value(&(leaf.0 * 20 + 1)) {
            leaf = (*number, *id);
        }
        Ok(leaf.1)
    }

    /// Asks Tenure.
    pub(crate) fn ours(&self, path: &str) -> Question<'_> {
        let path = format!("/api/v1/organizations/{}/{path}", self.org);
        Question { server: &self.server, cookie: &self.cookie, path }
    }

    /// Asks the minimal server.
    pub(crate) fn theirs(&self, path: &str) -> Question<'_> {
        Question { server: &self.rival, cookie: &self.cookie, path: format!("/organizations/{}/{path}", self.org) }
    }

    /// Starts the server anew.
    pub(crate) fn restart(&mut self) -> Result<()> {
        // SQLite has one server at a time.
        let gone = Server::start(Command::new(std::env::current_exe()?).args(["--serve-bare", &self.url]))?;
        drop(std::mem::replace(&mut self.server, gone));
        self.server = serve(&self.url, &self.folder)?;
        Ok(())
    }
}

/// Waits until what was to be told is told.
pub(crate) async fn settle(bare: &Bare) -> Result<()> {
    for _ in 0..3_000 {
        let waiting = "select count(*) from errands where state = 'waiting'";
        let waiting: i64 = with_pool!(bare, pool => sqlx::query_scalar(waiting).fetch_one(pool).await?);
        if waiting == 0 {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("mail is still waiting after five minutes")
}

fn serve(url: &str, folder: &TempDir) -> Result<Server> {
    let mut serve = Command::new(tenured()?);
    serve.args(["serve", "--listen", "127.0.0.1:0", "--database", url]).current_dir(folder.path());
    serve.env("TENURED_SECRET_KEY", KEY).env("TENURED_MAIL__TRANSPORT", "log").env("TENURED_LOG__FILTER", "error");
    Server::start(&mut serve)
}

/// A session of somebody of the example, as a cookie.
pub(crate) async fn sign_in(server: &Server, email: &str) -> Result<String> {
    let ask = format!(r#"{{"email":"{email}","password":"correct horse battery staple"}}"#);
    let answer = Client::at(server, "").await?.send(Method::POST, "/api/v1/session", &ask).await?;
    answer.cookie.context("a cookie")
}
