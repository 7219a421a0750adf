//! The console as people meet it: a real Chromium, driven through demos by the scenarios in `tests/browser`.

use std::path::Path;
use std::process::Command;

use tenure_whole::{Database, PostOffice, Server};

/// The folder with what `npm ci` installed.
const BROWSER: &str = "TENURE_TEST_BROWSER";
/// The link of a server that nobody has set up yet.
const SETUP: &str = "TENURE_TEST_SETUP";
/// How many demos are played in at once, each with a browser of its own: what happens in one moves nothing in another.
const DEMOS: usize = 2;

pub(crate) fn the_console_holds_in_a_browser() {
    let databases: Vec<Database> = (0..DEMOS).map(|_| Database::sqlite()).collect();
    let servers: Vec<Server> = databases.iter().map(|database| Server::demo(database).0).collect();
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser").join("main.js");
    assert!(std::env::var_os(BROWSER).is_some(), "{BROWSER} names the folder with Playwright and axe; run `cargo xtask test`");
    let (untouched, post_office) = (Database::sqlite(), PostOffice::open());
    let first = Server::first(&untouched, &post_office);
    let mut played = Command::new("node");
    played.arg(scenarios).args(servers.iter().map(Server::base));
    played.env(SETUP, format!("{}/setup#token={}", first.base(), first.setup()));
    let told = played.output().expect("Node.js starts");
    let (out, err) = (String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
    assert!(told.status.success(), "{}\n{out}\n{err}", told.status);
    // The runner keeps quiet about tests that pass.
    let unsteady: Vec<&str> = out.lines().skip_while(|line| !line.starts_with("UNSTEADY")).collect();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unsteady.txt");
    std::fs::write(file, unsteady.join("\n")).expect("what was unsteady is kept");
    for server in servers.into_iter().chain([first]) {
        assert!(!server.stop().contains("\"level\":\"ERROR\""), "the server complains of nothing");
    }
}
