//! Databases that an earlier program made: the present one brings them up to date, and all that was in them goes on.

use std::path::PathBuf;
use std::process::Command;

use reqwest::Method;
use serde_json::{Value, json};
use tenure_whole::{Database, FOUNDER, Faults, PASSWORD, Person, PostOffice, Server, Tenured};

/// What a database consists of, in the words that it has for it itself.
const SQLITE_SCHEMA: &str =
    "select type, name, tbl_name, sql from sqlite_master where tbl_name <> 'tenure_migrations' order by type, name";
const POSTGRES_SCHEMA: &str = "select line from (select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) \
     || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line from pg_attribute a \
     join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum \
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped \
     union all select k.conname || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k where k.connamespace = 'public'::regnamespace \
     union all select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid \
     where c.relnamespace = 'public'::regnamespace \
     union all select extname from pg_extension) as lines where line not like '%tenure_migrations%' order by line collate \"C\"";

fn schema(database: &Database) -> String {
    database.ask(if matches!(database, Database::Sqlite(_)) { SQLITE_SCHEMA } else { POSTGRES_SCHEMA })
}

/// An empty database of the same sort.
fn empty_as(database: &Database) -> Database {
    if matches!(database, Database::Sqlite(_)) { Database::sqlite() } else { Database::postgres() }
}

/// Fills a database as the earlier program left it, and says what lies in it.
pub(crate) fn left_behind(database: &Database) -> Value {
    let name = if matches!(database, Database::Sqlite(_)) { "sqlite" } else { "postgres" };
    let of = |ending: &str| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("upgrade/{name}.{ending}"));
    database.load(&of("sql"));
    serde_json::from_str(&std::fs::read_to_string(of("json")).unwrap()).unwrap()
}

fn succeeds(database: &Database, arguments: &[&str]) -> String {
    let run = Tenured::run(database, arguments);
    let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{arguments:?}: {said}");
    said
}

/// What an authenticator with this secret shows now.
fn code(secret: &str) -> String {
    let script = "import base64, hashlib, hmac, struct, sys, time
digest = hmac.new(base64.b32decode(sys.argv[1]), struct.pack('>Q', int(time.time()) // 30), hashlib.sha1).digest()
at = digest[-1] & 15
print('%06d' % ((struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1000000))";
    let python = std::env::var("TENURE_TEST_PYTHON").expect("TENURE_TEST_PYTHON names a Python");
    let run = Command::new(python).args(["-c", script, secret]).output().unwrap();
    String::from_utf8(run.stdout).unwrap().trim().to_owned()
}

/// People sign in, a second factor counts, a token opens what it opened, what could be undone is undone, and mail that waited leaves.
pub(crate) async fn all_goes_on(database: &Database) {
    let left = left_behind(database);
    let text = |pointer: &str| left.pointer(pointer).and_then(Value::as_str).unwrap().to_owned();
    let post_office = PostOffice::open();
    let server = Server::another(database, &post_office);
    succeeds(database, &["migrate", "status"]);
    succeeds(database, &["verify"]);
    let fresh = empty_as(database);
    succeeds(&fresh, &["migrate"]);
    similar(&schema(database), &schema(&fresh));

    let you = Person::at(&server);
    you.sign_in(FOUNDER, PASSWORD).await.expect(200);
    let org = format!("/api/v1/organizations/{}", text("/organization"));
    let found = you.get(&format!("{org}/members?q=abena")).await.expect(200);
    assert!(found.text.contains("Abena"), "what is searched is found: {}", found.text);
    let inactive = you.get(&format!("{org}/members/{}", text("/inactive/member"))).await.expect(200);
    assert_eq!(inactive.text_at("/status"), "inactive");
    let nobody = Person::at(&server);
    nobody.sign_in(&text("/inactive/email"), PASSWORD).await.expect(401);

    let (member, secret) = (text("/second_factor/email"), text("/second_factor/secret"));
    nobody.sign_in(&member, PASSWORD).await.expect(401);
    for shown in [code(&secret), text("/second_factor/recovery_code")] {
        let proof = json!({ "email": member, "password": PASSWORD, "second_factor": shown });
        Person::at(&server).post("/api/v1/session", proof).await.expect(200);
    }

    let bearer = format!("Bearer {}", text("/token"));
    let program = Person::at(&server);
    program.send(Method::GET, &org, &[("authorization", &bearer)], None).await.expect(200);

    let undone = you.post(&format!("{org}/receipts/{}/undo", text("/revoked/receipt")), json!({})).await.expect(200);
    assert_eq!(undone.body["returned"], 1, "what they held is theirs again: {}", undone.text);
    let held = you.get(&format!("{org}/contacts?assignee={}&limit=200", text("/revoked/member"))).await.expect(200);
    let held = held.body["items"].as_array().unwrap().len() as u64;
    assert_eq!(Some(held), left["revoked"]["contacts"]["value"].as_u64());
    let back = you.get(&format!("{org}/members/{}", text("/revoked/member"))).await.expect(200);
    assert_eq!(back.text_at("/grants/0/workspace"), text("/revoked/workspace"));

    let told = post_office.nth(&text("/inactive/email"), 0);
    assert!(told.subject.contains("deactivated"), "{}", told.subject);
    server.stop();
    succeeds(database, &["verify"]);
}

/// Both, line by line: where they differ, both sides of it are told.
fn similar(upgraded: &str, fresh: &str) {
    let [upgraded, fresh] = [upgraded, fresh].map(|schema| schema.lines().collect::<std::collections::BTreeSet<_>>());
    let differ: Vec<_> = upgraded.symmetric_difference(&fresh).collect();
    assert!(differ.is_empty() && upgraded.len() > 50, "what was upgraded and what is new differ in: {differ:#?}");
}

/// A database that a newer program has migrated is refused, by whatever would use it, and left as it is.
pub(crate) fn a_newer_one_is_refused(database: &Database) {
    left_behind(database);
    succeeds(database, &["migrate"]);
    let step = if matches!(database, Database::Sqlite(_)) { "9000" } else { "9000001" };
    let newer = format!(
        "insert into tenure_migrations (version, description, installed_on, success, checksum, execution_time) \
         select {step}, description, installed_on, success, checksum, execution_time from tenure_migrations order by version limit 1"
    );
    database.ask(&newer);
    let before = database.ask("select version from tenure_migrations order by version");
    for arguments in [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"], &["verify"], &["operator", "list"]] {
        let run = Tenured::run(database, arguments);
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains("a newer program has migrated") && said.contains("9000"), "{arguments:?}: {said}");
    }
    let status = Tenured::run(database, &["migrate", "status"]);
    assert!(String::from_utf8_lossy(&status.stdout).contains("applied by a newer program"));
    assert_eq!(database.ask("select version from tenure_migrations order by version"), before);
}

/// Two processes that start at once on one database, new or old: one migrates, the other waits for it, and both serve.
pub(crate) async fn two_start_at_once() {
    for old in [false, true] {
        let database = Database::postgres();
        if old {
            left_behind(&database);
        }
        let post_office = PostOffice::open();
        let started = std::thread::scope(|scope| {
            let start = || if old { Server::another(&database, &post_office) } else { Server::first(&database, &post_office) };
            let both = [scope.spawn(start), scope.spawn(start)];
            both.map(|one| one.join().unwrap())
        });
        if !old {
            started[0].set_up().await;
        }
        for server in &started {
            Person::at(server).sign_in(FOUNDER, PASSWORD).await.expect(200);
        }
        succeeds(&database, &["verify"]);
    }
}

/// The same, for a file whose process ends at each change of it in turn, in the middle of whatever that belongs to.
pub(crate) fn h10_a_migration_that_ends_at_any_write_is_carried_on_with() {
    let (faults, mut at) = (Faults::build(), 0);
    let whole = Database::sqlite();
    succeeds(&whole, &["migrate"]);
    let expected = schema(&whole);
    loop {
        // Of the first changes each, which make the file and its log; of the rest, which are pages, every so many.
        at += 1 + at / 8;
        let database = Database::sqlite();
        let mut migrating = Tenured::command(&database, &["migrate"]);
        let run = migrating.envs(faults.environment()).env("FAULTS_KILL_AT", at.to_string()).output().unwrap();
        if run.status.success() {
            break;
        }
        assert_eq!(run.status.code(), None, "it ended by a signal: {}", String::from_utf8_lossy(&run.stderr));
        succeeds(&database, &["migrate"]);
        similar(&schema(&database), &expected);
        succeeds(&database, &["verify"]);
    }
    assert!(at > 10, "it ended at change {at}");
}

/// A migration whose process is killed, wherever it is, is carried on with by the next one.
pub(crate) fn h10_a_killed_migration_is_carried_on_with(database: &Database) {
    let whole = empty_as(database);
    succeeds(&whole, &["migrate"]);
    let expected = schema(&whole);
    let applied = |of: &Database| -> usize {
        let status = Tenured::run(of, &["migrate", "status"]);
        String::from_utf8_lossy(&status.stdout).matches("applied").count()
    };
    let mut broken_off = 0;
    // Later and later, until one gets to its end before it is killed.
    for wait in (0..).map(|round| std::time::Duration::from_millis(round * 7)) {
        let mut migrating = Tenured::command(database, &["migrate"]).spawn().unwrap();
        let until = std::time::Instant::now() + wait;
        while std::time::Instant::now() < until && migrating.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let _ = migrating.kill();
        if migrating.wait().unwrap().success() {
            break;
        }
        broken_off += 1;
        assert!(broken_off < 500, "it never gets to its end; {} steps are applied", applied(database));
    }
    assert!(broken_off > 0);
    succeeds(database, &["migrate"]);
    similar(&schema(database), &expected);
    succeeds(database, &["verify"]);
}
