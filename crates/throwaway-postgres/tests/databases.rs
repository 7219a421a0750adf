//! Databases on a real server: clones, races for a template, and what is left behind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use std::{
    io::{self, BufRead, BufReader},
    process::{Command, Stdio},
    sync::{
        Barrier,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use tenure_throwaway_postgres::{Database, Databases, Error, Server, fresh_name};

/// Asks a database one question, as a process of its own.
fn answer(url: &str, statement: &str) -> Result<String, String> {
    let output = Command::new("psql").args(["-XqAt", "-d", url, "-c", statement]).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

async fn migrated(databases: &Databases, schema: &str) -> Database {
    let fill = async |url: String| answer(&url, schema).map(drop).map_err(io::Error::other);
    databases.fresh([schema], fill).await.unwrap()
}

#[tokio::test]
async fn a_clone_has_the_schema_and_none_of_another_clones_rows() {
    let databases = Databases::from_env().unwrap();
    let schema = "create table person (name text)";
    let first = migrated(&databases, schema).await;
    answer(&first.url(), "insert into person values ('Ada')").unwrap();
    let second = migrated(&databases, schema).await;
    assert_eq!(answer(&first.url(), "select count(*) from person").unwrap(), "1");
    assert_eq!(answer(&second.url(), "select count(*) from person").unwrap(), "0");
}

#[tokio::test]
async fn a_template_is_migrated_once() {
    let databases = Databases::from_env().unwrap();
    let schema = format!("create table once_{} (id int)", fresh_name());
    let mut fills = 0;
    for _ in 0..3 {
        let fill = async |url: String| {
            fills += 1;
            answer(&url, &schema).map(drop).map_err(io::Error::other)
        };
        databases.fresh([&schema], fill).await.unwrap();
    }
    assert_eq!(fills, 1);
}

#[test]
fn racers_for_one_template_all_get_a_whole_clone() {
    const RACERS: usize = 6;
    let databases = Databases::from_env().unwrap();
    let schema = format!("create table race_{} (id int)", fresh_name());
    let (start, filled) = (Barrier::new(RACERS), Barrier::new(RACERS));
    let fills = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..RACERS {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
                start.wait();
                let fill = async |url: String| {
                    fills.fetch_add(1, Ordering::SeqCst);
                    let outcome = answer(&url, &schema).map(drop).map_err(io::Error::other);
                    // All drafts are full before any is published, so all but one lose.
                    filled.wait();
                    outcome
                };
                let database = runtime.block_on(databases.fresh([&schema], fill)).unwrap();
                let columns = "select count(*) from information_schema.columns where column_name = 'id'";
                assert_eq!(answer(&database.url(), columns).unwrap(), "1");
            });
        }
    });
    assert_eq!(fills.load(Ordering::SeqCst), RACERS);
}

#[tokio::test]
async fn a_failed_migration_leaves_no_template() {
    let databases = Databases::from_env().unwrap();
    let schema = format!("create table broken_{} (id int)", fresh_name());
    let fail = async |_: String| Err(io::Error::other("no such luck"));
    let refused = databases.fresh([&schema], fail).await.unwrap_err();
    assert!(matches!(refused, Error::Migrate(_)), "{refused}");
    let database = migrated(&databases, &schema).await;
    let tables = "select count(*) from pg_tables where tablename like 'broken%'";
    assert_eq!(answer(&database.url(), tables).unwrap(), "1");
}

#[test]
fn a_dropped_database_is_gone_and_its_connections_with_it() {
    let database = Databases::from_env().unwrap().empty().unwrap();
    let url = database.url();
    let mut connected = Command::new("psql")
        .args(["-XqAt", "-d", &url, "-c", "select 'connected'", "-c", "select pg_sleep(600)"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(connected.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    assert_eq!(said, "connected");
    drop(database);
    assert!(!connected.wait().unwrap().success());
    assert!(answer(&url, "select 1").unwrap_err().contains("does not exist"));
}

#[test]
fn databases_are_utf8_and_compare_by_bytes() {
    let database = Databases::from_env().unwrap().empty().unwrap();
    let kind = "select pg_encoding_to_char(encoding), datcollate from pg_database where datname = current_database()";
    assert_eq!(answer(&database.url(), kind).unwrap(), "UTF8|C");
    assert_eq!(answer(&database.url(), "select 'Z' < 'a'").unwrap(), "t");
}

#[test]
fn a_server_of_ours_never_syncs_and_asks_for_a_password() {
    let server = Server::start().unwrap();
    let settings = "select string_agg(setting, ' ' order by name) from pg_settings \
                    where name in ('fsync', 'synchronous_commit', 'full_page_writes')";
    assert_eq!(answer(&server.admin_url(), settings).unwrap(), "off off off");
    let (_, place) = server.admin_url().split_once('@').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let refused = answer(&format!("postgres://postgres:guess@{place}"), "select 1").unwrap_err();
    assert!(refused.contains("password authentication failed"), "{refused}");
}

#[test]
fn a_server_that_runs_already_is_taken_as_it_is() {
    let server = Server::start().unwrap();
    let same = Server::at(&server.admin_url()).unwrap();
    let name = fresh_name();
    same.create_database(&name, None).unwrap();
    assert_eq!(answer(&server.url(&name), "select 1").unwrap(), "1");
    drop(same);
    assert_eq!(answer(&server.url(&name), "select 1").unwrap(), "1");
}

#[test]
fn a_name_with_a_statement_in_it_is_refused() {
    let server = Server::at("postgres://nobody@127.0.0.1:1/postgres").unwrap();
    let refused = server.create_database("x; drop database y", None).unwrap_err();
    assert!(matches!(refused, Error::Name(_)), "{refused}");
}
