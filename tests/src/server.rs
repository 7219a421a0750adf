//! The real binary as a child process.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Output, Stdio};

use serde_json::json;

use crate::{Database, Faults, Person, PostOffice};

/// A key for tests; the same in every process of one database.
const KEY: &str = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// How `tenured` is run.
pub struct Tenured;

impl Tenured {
    /// `tenured` with these arguments on this database.
    pub fn command(database: &Database, arguments: &[&str]) -> Command {
        let binary =
            std::env::var("TENURE_TEST_BINARY").expect("TENURE_TEST_BINARY names the built tenured; run `cargo xtask test`");
        let mut command = Command::new(binary);
        command
            .args(arguments)
            .env("TENURED_DATABASE", database.url())
            .env("TENURED_DATA_DIR", database.folder())
            .env("TENURED_SECRET_KEY", KEY)
            .env("TENURED_LOG__FORMAT", "json")
            .current_dir(database.folder());
        command
    }

    /// Runs it to its end.
    pub fn run(database: &Database, arguments: &[&str]) -> Output {
        Self::command(database, arguments).output().expect("tenured runs")
    }
}

fn token(line: &str) -> Option<String> {
    line.split_once("/setup#token=").map(|(_, token)| token.trim().to_owned())
}

/// The password of everybody in these tests.
pub const PASSWORD: &str = "correct horse battery staple";

/// The address of who sets a server up.
pub const FOUNDER: &str = "you@example.test";

/// Who set a server up, and what they made.
pub struct Founder {
    /// They themselves, signed in.
    pub you: Person,
    /// Their membership.
    pub member: String,
    /// The organization.
    pub org: String,
    /// Its root.
    pub root: String,
}

/// A server.
pub struct Server {
    child: Child,
    base: String,
    setup: Option<String>,
    log: Option<std::thread::JoinHandle<String>>,
}

impl Server {
    /// Starts the first one on an empty database, which prints the one-time setup link.
    pub fn first(database: &Database, post_office: &PostOffice) -> Self {
        Self::start(database, post_office, true)
    }

    /// Starts a further one on a database that was set up.
    pub fn another(database: &Database, post_office: &PostOffice) -> Self {
        Self::start(database, post_office, false)
    }

    /// Starts the demo, and gives what it prints.
    pub fn demo(database: &Database) -> (Self, String) {
        let mut command = Tenured::command(database, &["demo", "--listen", "127.0.0.1:0"]);
        // Who guesses passwords says that they come from elsewhere, so that nobody else is locked out.
        command.env("TENURED_TRUSTED_PROXIES", "127.0.0.1");
        let mut banner = String::new();
        let server = Self::spawn(&mut command, |line| {
            banner.push_str(line);
            banner.push('\n');
            line.starts_with("Stop with")
        });
        (server, banner)
    }

    fn start(database: &Database, post_office: &PostOffice, fresh: bool) -> Self {
        Self::posting_to(database, post_office.port(), fresh)
    }

    /// Starts the first one on an empty database, on a disk that fails when it is told to.
    pub fn on_a_bad_disk(database: &Database, post_office: &PostOffice, faults: &Faults) -> Self {
        let mut command = Tenured::command(database, &["serve", "--listen", "127.0.0.1:0"]);
        command.envs(faults.environment());
        Self::serving(command, post_office.port(), true)
    }

    /// Starts one that sends its mail to this port.
    pub fn posting_to(database: &Database, smtp: u16, fresh: bool) -> Self {
        Self::serving(Tenured::command(database, &["serve", "--listen", "127.0.0.1:0"]), smtp, fresh)
    }

    fn serving(mut command: Command, smtp: u16, fresh: bool) -> Self {
        command
            .env("TENURED_SMTP__HOST", "127.0.0.1")
            .env("TENURED_SMTP__PORT", smtp.to_string())
            .env("TENURED_SMTP__TLS", "none")
            .env("TENURED_SMTP__FROM", "tenure@example.test");
        let mut setup = None;
        let mut server = Self::spawn(&mut command, |line| {
            setup = token(line);
            !fresh || setup.is_some()
        });
        server.setup = setup;
        server
    }

    /// Starts it, and reads what it prints up to the line that is told to be the last of interest. It prints where it serves.
    fn spawn(command: &mut Command, mut is_last: impl FnMut(&str) -> bool) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("tenured starts");
        let mut stderr = child.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut all = String::new();
            let _ = stderr.read_to_string(&mut all);
            all
        });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut base = None;
        loop {
            let Some(line) = lines.next() else {
                let _ = child.wait();
                panic!("tenured ended: {}", log.join().unwrap());
            };
            let url = line.find("http://127.0.0.1:").map(|at| &line[at..]);
            base = base.or(url.and_then(|url| url.split([' ', '/', ',']).nth(2)).map(|host| format!("http://{host}")));
            if is_last(&line) && base.is_some() {
                break;
            }
        }
        // Whatever else it prints is read too: a server whose reader has gone would stop.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, base: base.unwrap(), setup: None, log: Some(log) }
    }

    /// The address that its links begin with.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The token of the one-time setup link.
    pub fn setup(&self) -> &str {
        self.setup.as_deref().expect("an empty database is to be set up")
    }

    /// Sets it up as an organization of the `workspace` model, which somebody governs, who is signed in.
    pub async fn set_up(&self) -> Founder {
        let you = Person::at(self);
        let setup = json!({
            "token": self.setup(), "organization": "Aster", "model": "workspace", "email": FOUNDER, "password": PASSWORD,
            "first_name": "Yuna", "last_name": "Ostrow",
        });
        let made = you.post("/api/v1/setup", setup).await.expect(201);
        let (org, member) = (made.text_at("/organization"), made.text_at("/member"));
        you.sign_in(FOUNDER, PASSWORD).await.expect(200);
        let root = you.get(&format!("/api/v1/organizations/{org}")).await.expect(200).text_at("/root");
        Founder { you, member, org, root }
    }

    /// The most memory that it has had until now, in MiB, as Linux tells it.
    pub fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("Linux tells of its processes");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("it tells the peak");
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }

    /// Ends it at once, wherever it is.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, and gives all that it logged; it must end by itself, and well.
    pub fn stop(mut self) -> String {
        // A shell has `kill` of its own; the program may be missing.
        let kill = format!("kill -TERM {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        let status = self.child.wait().unwrap();
        assert!(status.success(), "tenured ended with {status}");
        self.log.take().unwrap().join().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
