//! The house: a router over a real store in a temporary file, with fixed time and counted ids.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use serde_json::json;
use sqlx::{ConnectOptions, Row};
use tenure_credentials::{LinkToken, OneTimeSecret, Passwords, Purpose, ServerKey};
use tenure_domain::invitation::MailLimits;
use tenure_domain::user::User;
use tenure_domain::{EmailAddress, Instant, OrganizationId};
use tenure_http_base::{AppState, AppStateParts, Captured, HttpSettings, Mailbox};
use tenure_port_store::Store;
use tenure_store_sqlite::{OpenOptions, SqliteStore};
use tenure_usecases::{Clock, Ids, Tenure, Tools};
use uuid::Uuid;

use super::client::Client;
use super::tape::Tape;

/// When every test begins: 2026-03-02T12:00:00Z.
const NOON: Instant = Instant::from_micros(1_772_452_800_000_000);

/// Everybody's password.
pub(crate) const PASSWORD: &str = "correct horse battery staple";

/// A proxy whose word counts.
pub(crate) const PROXY: &str = "10.0.0.1";

/// The one-time token of the first start.
pub(crate) const SETUP_TOKEN: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

const SERVER_KEY: &[u8] = b"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// A clock that stands still until it is moved.
#[derive(Debug)]
struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// Ids that count up, in the form of version 7.
#[derive(Debug)]
struct CountedIds(AtomicU64);

impl Ids for CountedIds {
    fn next(&self) -> Uuid {
        Uuid::from_u128(0x0195_5500_0000_7000_8000_0000_0000_0000 | u128::from(self.0.fetch_add(1, Ordering::SeqCst)))
    }
}

struct OneMail;

impl Mailbox for OneMail {
    fn list(&self) -> Vec<Captured> {
        let text = "Come in".to_owned();
        vec![Captured {
            to: "bo@example.test".to_owned(),
            subject: text.clone(),
            html: format!("<p>{text}</p>"),
            text,
            headers: vec![("Subject".to_owned(), "Come in".to_owned())],
            links: vec![],
        }]
    }
}

/// An installation. Cheap to clone.
#[derive(Clone)]
pub(crate) struct House(Arc<Inner>);

struct Inner {
    state: AppState,
    router: Router,
    store: Arc<SqliteStore>,
    clock: Arc<TestClock>,
    key: ServerKey,
    tape: Mutex<Tape>,
    networks: AtomicU64,
    folder: Arc<tempfile::TempDir>,
}

impl House {
    /// An empty installation that waits to be set up.
    pub(crate) async fn new() -> Self {
        Self::at("http://tenure.test").await
    }

    /// The same, at this public address.
    pub(crate) async fn at(public_url: &str) -> Self {
        Self::build(public_url, true, MailLimits::default()).await
    }

    /// One that neither captures mail nor counts anything.
    pub(crate) async fn bare() -> Self {
        Self::build("http://tenure.test", false, MailLimits::default()).await
    }

    /// One from which so many mails of invitations leave within an hour.
    pub(crate) async fn with_mail_limits(limits: MailLimits) -> (Self, Client) {
        let house = Self::build("http://tenure.test", true, limits).await;
        let owner = house.set_up().await;
        (house, owner)
    }

    async fn build(public_url: &str, extras: bool, mail_limits: MailLimits) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let clock = Arc::new(TestClock(AtomicI64::new(NOON.micros())));
        Self::over(folder, clock, 1, public_url, extras, mail_limits).await
    }

    /// The same installation after its process ended and another began.
    pub(crate) async fn restarted(&self) -> Self {
        let (folder, clock) = (Arc::clone(&self.0.folder), Arc::clone(&self.0.clock));
        Self::over(folder, clock, 1_000_000, &self.0.state.settings().public_url, true, MailLimits::default()).await
    }

    async fn over(
        folder: Arc<tempfile::TempDir>,
        clock: Arc<TestClock>,
        first_id: u64,
        public_url: &str,
        extras: bool,
        mail_limits: MailLimits,
    ) -> Self {
        let options = OpenOptions { readers: NonZeroU32::new(3).unwrap(), ..OpenOptions::default() };
        let store = SqliteStore::open(folder.path().join("tenure.db"), options).await.unwrap();
        store.migrate().await.unwrap();
        let store = Arc::new(store);
        let key = ServerKey::parse(SERVER_KEY).unwrap();
        let tools = Tools {
            store: Arc::<SqliteStore>::clone(&store),
            passwords: Passwords::with_cost(8, 1).unwrap(),
            key: key.clone(),
            clock: Arc::<TestClock>::clone(&clock),
            ids: Arc::new(CountedIds(AtomicU64::new(first_id))),
            mail_limits,
        };
        let state = AppState::new(AppStateParts {
            tenure: Tenure::new(tools),
            settings: HttpSettings { public_url: public_url.to_owned(), trusted_proxies: vec![PROXY.parse().unwrap()] },
            setup: OneTimeSecret::parse(SETUP_TOKEN).map(|secret| secret.hash()),
            mailbox: extras.then(|| Arc::new(OneMail) as Arc<dyn Mailbox>),
            metrics: extras.then(|| Box::new(|| "tenure_up 1\n".to_owned()) as Box<dyn Fn() -> String + Send + Sync>),
        });
        let router = tenure_http_api::router(state.clone());
        Self(Arc::new(Inner { state, router, store, clock, key, tape: Mutex::default(), networks: AtomicU64::new(0), folder }))
    }

    /// An installation that was set up, and the person who governs and operates it.
    pub(crate) async fn governed() -> (Self, Client) {
        let house = Self::new().await;
        let owner = house.set_up().await;
        (house, owner)
    }

    /// Sets it up, and signs in.
    pub(crate) async fn set_up(&self) -> Client {
        let body = json!({
            "token": SETUP_TOKEN, "organization": "Acme", "model": "workspace", "email": "olga@example.test",
            "password": PASSWORD, "first_name": "Olga", "last_name": "Owner",
        });
        self.anyone().post("/setup", body).await.expect(201);
        self.sign_in("olga@example.test").await
    }

    /// Somebody without a session.
    pub(crate) fn anyone(&self) -> Client {
        Client::anonymous(self.clone())
    }

    /// Somebody who signs in, and looks at the first organization that they belong to.
    pub(crate) async fn sign_in(&self, email: &str) -> Client {
        let answer = self.anyone().post("/session", json!({ "email": email, "password": PASSWORD })).await;
        Client::signed_in(self.clone(), email, &answer).await
    }

    /// Guesses somebody's password from a network of its own until it is locked there; says from where.
    pub(crate) async fn lock_out(&self, email: &str) -> String {
        let network = self.0.networks.fetch_add(1, Ordering::Relaxed);
        let from = format!("100.{}.{}.9", 64 + network / 256, network % 256);
        for _ in 0..10 {
            let wrong = json!({ "email": email, "password": "a guess" });
            self.anyone().post("/session", wrong).from(&from).await.expect(401);
        }
        from
    }

    /// The router.
    pub(crate) fn router(&self) -> Router {
        self.0.router.clone()
    }

    /// What handlers are given.
    pub(crate) fn state(&self) -> &AppState {
        &self.0.state
    }

    /// Other routes, with the same layers around them.
    pub(crate) fn around(&self, routes: Router<AppState>) -> Router {
        self.told(routes, |_, _, _| None)
    }

    /// Other routes, whose problems are told in a way of their own.
    pub(crate) fn told(&self, routes: Router<AppState>, told: tenure_http_base::Told) -> Router {
        tenure_http_base::around(routes, self.0.state.clone(), told)
    }

    /// What a program that embeds Tenure has.
    pub(crate) fn tenure(&self) -> &Tenure {
        self.0.state.tenure()
    }

    /// The store.
    pub(crate) fn store(&self) -> &SqliteStore {
        &self.0.store
    }

    /// Gives every entry of the journal its position, as couriers do.
    pub(crate) async fn seal(&self) {
        while self.store().errands().seal(500).await.unwrap() > 0 {}
    }

    /// Now.
    pub(crate) fn now(&self) -> Instant {
        self.0.clock.now()
    }

    /// Moves the clock on.
    pub(crate) fn pass(&self, by: Duration) {
        self.set(self.now().plus(by));
    }

    /// Moves the clock by so many microseconds, back for negative ones.
    pub(crate) fn nudge(&self, micros: i64) {
        self.set(Instant::from_micros(self.now().micros() + micros));
    }

    /// Sets the clock.
    pub(crate) fn set(&self, to: Instant) {
        self.0.clock.0.store(to.micros(), Ordering::SeqCst);
    }

    /// The server's key.
    pub(crate) fn key(&self) -> &ServerKey {
        &self.0.key
    }

    /// The tape.
    pub(crate) fn tape(&self) -> std::sync::MutexGuard<'_, Tape> {
        self.0.tape.lock().unwrap()
    }

    /// The token in an invitation's newest mail, made as the courier makes it.
    pub(crate) async fn link(&self, organization: &str, invitation: &str) -> String {
        let (organization, id) = ids(organization, invitation);
        let row = self.store().queries().invitation(organization, id.into()).await.unwrap();
        let generation = row.expect("there is such an invitation").invitation.generation;
        LinkToken::issue(self.key(), Purpose::Invitation, organization, id, generation)
    }

    /// The token of an older or a future mail.
    pub(crate) fn link_of(&self, organization: &str, invitation: &str, generation: u32) -> String {
        let (organization, id) = ids(organization, invitation);
        LinkToken::issue(self.key(), Purpose::Invitation, organization, id, generation)
    }

    /// The token in the newest mail about a forgotten password to a login, likewise.
    pub(crate) async fn reset_link(&self, organization: &str, email: &str) -> String {
        let login = self.login(email).await;
        LinkToken::issue(
            self.key(),
            Purpose::PasswordReset,
            OrganizationId::new(organization.parse().unwrap()),
            login.id.uuid(),
            login.reset.generation,
        )
    }

    /// The newest link by which somebody confirms another address.
    pub(crate) async fn email_link(&self, organization: &str, email: &str) -> String {
        let login = self.login(email).await;
        let organization = OrganizationId::new(organization.parse().unwrap());
        let generation = login.new_email.links.generation;
        LinkToken::issue(self.key(), Purpose::EmailConfirmation, organization, login.id.uuid(), generation)
    }

    /// Somebody's login.
    pub(crate) async fn login(&self, email: &str) -> User {
        let email = EmailAddress::parse(email).unwrap();
        self.store().snapshot().await.unwrap().users().find_by_email(&email).await.unwrap().expect("there is such a login")
    }

    /// The invitation of an organization that has one.
    pub(crate) async fn only_invitation(&self, organization: &str) -> String {
        let rows = format!("select lower(hex(id)) from invitations where organization_id = x'{}'", organization.replace('-', ""));
        let mut connection = self.connect().await;
        let row = sqlx::query(sqlx::AssertSqlSafe(rows)).fetch_one(&mut connection).await.unwrap();
        row.get::<String, _>(0).parse::<Uuid>().unwrap().to_string()
    }

    /// Forgets what was answered to a later part of a request, as if it had been broken off before.
    pub(crate) async fn forget_later_parts(&self) {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.0.folder.path().join("tenure.db"));
        let mut connection = options.connect().await.unwrap();
        let forgotten = sqlx::query("delete from replays where route like '%#%'").execute(&mut connection).await.unwrap();
        assert!(forgotten.rows_affected() > 0, "there were no later parts");
    }

    /// Breaks a member's row as no version of Tenure could have.
    pub(crate) async fn break_profile(&self, organization: &str, member: &str) {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.0.folder.path().join("tenure.db"));
        let mut connection = options.connect().await.unwrap();
        let (organization, member) = ids(organization, member);
        let broken = sqlx::query("update memberships set language = 'xx' where organization_id = $1 and id = $2")
            .bind(organization.uuid())
            .bind(member)
            .execute(&mut connection)
            .await
            .unwrap();
        assert_eq!(broken.rows_affected(), 1);
    }

    async fn connect(&self) -> sqlx::SqliteConnection {
        let file = self.0.folder.path().join("tenure.db");
        sqlx::sqlite::SqliteConnectOptions::new().filename(file).read_only(true).connect().await.unwrap()
    }

    /// Everything in the database, by table.
    pub(crate) async fn everything(&self) -> BTreeMap<String, Vec<String>> {
        let mut connection = self.connect().await;
        let tables = "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name";
        let mut all = BTreeMap::new();
        for table in sqlx::query(tables).fetch_all(&mut connection).await.unwrap() {
            let table: String = table.get(0);
            let rows = rows(&mut connection, &table).await;
            all.insert(table, rows);
        }
        all
    }

    /// The same, but for what was tried of passwords.
    pub(crate) async fn everything_but_tries(&self) -> BTreeMap<String, Vec<String>> {
        let mut all = self.everything().await;
        all.remove("attempts");
        all
    }

    /// Everything in one table.
    pub(crate) async fn table(&self, table: &str) -> Vec<String> {
        rows(&mut self.connect().await, table).await
    }

    /// Every invariant of the model holds.
    pub(crate) async fn verify(&self) {
        let violations = self.store().queries().violations(100).await.unwrap();
        assert!(violations.is_empty(), "{violations:?}");
    }
}

/// The rows of a table, each as one text.
async fn rows(connection: &mut sqlx::SqliteConnection, table: &str) -> Vec<String> {
    let columns = format!("select name from pragma_table_info('{table}')");
    let columns = sqlx::query(sqlx::AssertSqlSafe(columns)).fetch_all(&mut *connection).await.unwrap();
    let quoted: Vec<String> = columns.iter().map(|row| format!("quote(\"{}\")", row.get::<String, _>(0))).collect();
    let rows = format!("select {} from \"{table}\" order by 1", quoted.join(" || ' ' || "));
    let rows = sqlx::query(sqlx::AssertSqlSafe(rows)).fetch_all(connection).await.unwrap();
    rows.iter().map(|row| row.get::<String, _>(0)).collect()
}

fn ids(organization: &str, other: &str) -> (OrganizationId, Uuid) {
    (organization.parse::<Uuid>().unwrap().into(), other.parse().unwrap())
}
