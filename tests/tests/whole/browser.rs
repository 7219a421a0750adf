//! The console as people meet it: a real Chromium, driven through the demo by the scenarios in `tests/browser`.

use std::path::Path;
use std::process::Command;

use tenure_whole::{Database, Server};

/// The folder with what `npm ci` installed.
const BROWSER: &str = "TENURE_TEST_BROWSER";

pub(crate) fn the_console_holds_in_a_browser() {
    let database = Database::sqlite();
    let (server, _) = Server::demo(&database);
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser").join("main.js");
    assert!(std::env::var_os(BROWSER).is_some(), "{BROWSER} names the folder with Playwright and axe; run `cargo xtask test`");
    let told = Command::new("node").arg(scenarios).arg(server.base()).output().expect("Node.js starts");
    let (out, err) = (String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
    assert!(told.status.success(), "{}\n{out}\n{err}", told.status);
    assert!(!server.stop().contains("\"level\":\"ERROR\""), "the server complains of nothing");
}
