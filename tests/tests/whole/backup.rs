//! Backups, made while others write, and what a restore brings back: on SQLite by `tenured`, on Postgres by its own programs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use serde_json::json;
use tenure_whole::{Database, FOUNDER, Founder, PASSWORD, Person, PostOffice, Server, Tenured};

/// How many people write at once.
const WRITERS: usize = 4;

fn run(database: &Database, arguments: &[&str]) -> (Option<i32>, String) {
    let run = Tenured::run(database, arguments);
    (run.status.code(), format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr)))
}

fn succeeds(database: &Database, arguments: &[&str]) -> String {
    let (code, said) = run(database, arguments);
    assert_eq!(code, Some(0), "{arguments:?}: {said}");
    said
}

fn program(name: &str, arguments: &[&str]) {
    let run = Command::new(name).args(arguments).env("PGCONNECT_TIMEOUT", "20").output();
    let run = run.unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
}

/// A server whose people invite others one after the other, until told to stop; how many of each are known to be invited.
struct Busy {
    server: Server,
    founder: Founder,
    stop: Arc<AtomicBool>,
    told: Vec<Arc<AtomicUsize>>,
    writers: Vec<tokio::task::JoinHandle<()>>,
}

fn invited(writer: usize, n: usize) -> String {
    format!("writer{writer}.{n}@example{writer}.test")
}

impl Busy {
    async fn begin(database: &Database, post_office: &PostOffice) -> Self {
        let server = Server::first(database, post_office);
        let founder = server.set_up().await;
        let (stop, mut told, mut writers) = (Arc::new(AtomicBool::new(false)), Vec::new(), Vec::new());
        for writer in 0..WRITERS {
            let done = Arc::new(AtomicUsize::new(0));
            told.push(Arc::clone(&done));
            let (you, stop, root) = (founder.you.clone(), Arc::clone(&stop), founder.root.clone());
            let path = format!("/api/v1/organizations/{}/invitations", founder.org);
            writers.push(tokio::spawn(async move {
                for n in 0.. {
                    if stop.load(Ordering::SeqCst) {
                        return;
                    }
                    let body = json!({ "emails": [invited(writer, n)], "workspace": root, "levels": ["agent"] });
                    you.post(&path, body).await.expect(200);
                    done.store(n + 1, Ordering::SeqCst);
                }
            }));
        }
        let busy = Self { server, founder, stop, told, writers };
        busy.each_wrote(5).await;
        busy
    }

    fn known(&self) -> Vec<usize> {
        self.told.iter().map(|done| done.load(Ordering::SeqCst)).collect()
    }

    /// Waits until each has invited so many more.
    async fn each_wrote(&self, more: usize) {
        let until: Vec<usize> = self.known().iter().map(|known| known + more).collect();
        while self.known().iter().zip(&until).any(|(known, until)| known < until) {
            tokio::task::yield_now().await;
        }
    }

    /// The cookie of whoever is signed in when the backup is made.
    async fn cookie(&self) -> String {
        let cookie = format!("tenure={}", self.founder.you.cookies().pop().unwrap());
        let stranger = Person::at(&self.server);
        stranger.send(reqwest::Method::GET, "/api/v1/me", &[("cookie", &cookie)], None).await.expect(200);
        cookie
    }

    /// Ends all of it, and says how many each had invited.
    async fn end(self) -> (Founder, Vec<usize>) {
        self.stop.store(true, Ordering::SeqCst);
        for writer in self.writers {
            writer.await.unwrap();
        }
        let wrote = self.told.iter().map(|done| done.load(Ordering::SeqCst)).collect();
        self.server.stop();
        (self.founder, wrote)
    }
}

/// What was restored is sound, has all that was there before the backup began, and goes on.
async fn goes_on(database: &Database, post_office: &PostOffice, founder: &Founder, kept: &[usize], wrote: &[usize], bearer: &str) {
    succeeds(database, &["verify"]);
    let server = Server::another(database, post_office);
    let stale = Person::at(&server).send(reqwest::Method::GET, "/api/v1/me", &[("cookie", bearer)], None).await;
    stale.expect(401);
    let you = Person::at(&server);
    you.sign_in(FOUNDER, PASSWORD).await.expect(200);
    let org = format!("/api/v1/organizations/{}", founder.org);
    let has = async |email: String| {
        let found = you.get(&format!("{org}/members?q={email}")).await.expect(200);
        found.body["items"].as_array().unwrap().len() == 1
    };
    for (writer, (kept, wrote)) in kept.iter().zip(wrote).enumerate() {
        for n in 0..*kept {
            assert!(has(invited(writer, n)).await, "{} was there before the backup began", invited(writer, n));
        }
        assert!(wrote > kept, "they wrote while it was made");
        assert!(!has(invited(writer, wrote - 1)).await, "{} came later", invited(writer, wrote - 1));
    }
    let body = json!({ "emails": ["after@example.test"], "workspace": founder.root, "levels": ["agent"] });
    you.post(&format!("{org}/invitations"), body).await.expect(200);
    post_office.nth("after@example.test", 0);
    server.stop();
    succeeds(database, &["verify"]);
}

fn files(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

pub(crate) async fn a_file_is_kept_and_restored() {
    use std::os::unix::fs::PermissionsExt as _;

    let (database, post_office, shelf) = (Database::sqlite(), PostOffice::open(), tempfile::tempdir().unwrap());
    let file = shelf.path().join("kept.db");
    let file = file.to_str().unwrap();
    let busy = Busy::begin(&database, &post_office).await;
    let kept = busy.known();
    succeeds(&database, &["backup", file]);
    busy.each_wrote(5).await;
    assert_eq!(files(shelf.path()), ["kept.db"], "one file, and nothing beside it");
    assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
    let (bytes, bearer) = (std::fs::read(file).unwrap(), busy.cookie().await);
    for (arguments, says) in [
        (&["backup", file][..], "there already"),
        (&["backup", "nowhere/kept.db"], "can't be made"),
        (&["restore", file], "another server serves this database"),
    ] {
        let (code, said) = run(&database, arguments);
        assert_eq!(code, Some(1), "{arguments:?}: {said}");
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
    assert!(std::fs::read(file).unwrap() == bytes, "it is as it was");
    let (founder, wrote) = busy.end().await;

    // What is no sound backup changes nothing.
    let before = files(database.folder());
    let (cut, other, newer) = (shelf.path().join("cut.db"), shelf.path().join("other.db"), shelf.path().join("newer.db"));
    let mut half = bytes.clone();
    half.truncate(bytes.len() / 2);
    std::fs::write(&cut, half).unwrap();
    std::fs::write(&other, "no database").unwrap();
    std::fs::write(&newer, &bytes).unwrap();
    let newest = "insert into tenure_migrations select 9000, description, installed_on, success, checksum, execution_time from tenure_migrations limit 1";
    Database::ask_file(&newer, newest);
    for (file, says) in [(&cut, "can't be restored"), (&other, "can't be restored"), (&newer, "a newer program made it")] {
        let (code, said) = run(&database, &["restore", file.to_str().unwrap()]);
        assert_eq!(code, Some(1), "{}: {said}", file.display());
        assert!(said.contains(says), "{}: {said}", file.display());
    }
    assert_eq!(files(database.folder()), before);

    // Into an empty place, and in the place of what is there, which is kept.
    let empty = Database::sqlite();
    succeeds(&empty, &["restore", file]);
    goes_on(&empty, &post_office, &founder, &kept, &wrote, &bearer).await;
    let said = succeeds(&database, &["restore", file]);
    assert!(said.contains("is kept in"), "{said}");
    let aside = files(database.folder()).into_iter().find(|name| name.contains(".before-restore-")).unwrap();
    let last = format!("select count(*) from memberships where email = '{}'", invited(0, wrote[0] - 1));
    assert_eq!(Database::ask_file(&database.folder().join(aside), &last).trim(), "1");
    assert_eq!(database.ask(&last).trim(), "0");
    goes_on(&database, &post_office, &founder, &kept, &wrote, &bearer).await;
}

pub(crate) async fn a_database_is_kept_and_restored() {
    let (database, post_office, shelf) = (Database::postgres(), PostOffice::open(), tempfile::tempdir().unwrap());
    let file: PathBuf = shelf.path().join("kept.dump");
    let file = file.to_str().unwrap();
    for command in ["backup", "restore"] {
        let (code, said) = run(&database, &[command, file]);
        assert_eq!(code, Some(1), "{said}");
        assert!(
            said.contains(if command == "backup" { "pg_dump --format=custom" } else { "tenured operator end-sessions" }),
            "{said}"
        );
    }
    let busy = Busy::begin(&database, &post_office).await;
    let kept = busy.known();
    program("pg_dump", &["--format=custom", &format!("--file={file}"), &format!("--dbname={}", database.url())]);
    busy.each_wrote(5).await;
    let bearer = busy.cookie().await;
    let (founder, wrote) = busy.end().await;
    let restore = |database: &Database| {
        let into = format!("--dbname={}", database.url());
        program("pg_restore", &["--clean", "--if-exists", "--no-owner", "--single-transaction", &into, file]);
        let said = succeeds(database, &["operator", "end-sessions"]);
        assert!(said.starts_with("1 session has ended"), "{said}");
    };
    let empty = Database::postgres();
    for database in [&empty, &database] {
        restore(database);
        goes_on(database, &post_office, &founder, &kept, &wrote, &bearer).await;
    }
}
