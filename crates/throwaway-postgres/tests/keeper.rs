//! A server ends with the process that started it, whichever way that process ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use std::{
    env,
    io::{BufRead, BufReader},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// The example `serve`, which cargo builds beside the tests of this crate.
fn serve() -> Child {
    let own = env::current_exe().unwrap();
    let example = own.parent().and_then(Path::parent).unwrap().join("examples").join("serve");
    assert!(example.is_file(), "build it first: cargo build -p tenure-throwaway-postgres --examples");
    Command::new(example).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
}

fn first_line(child: &mut Child) -> String {
    let stdout = child.stdout.as_mut().unwrap();
    BufReader::new(stdout).lines().next().expect("the example prints a URL").unwrap()
}

fn place_of(url: &str) -> &str {
    url.split(['@', '/']).nth(3).unwrap()
}

/// The server's folder, which it names itself.
fn folder_of(url: &str) -> PathBuf {
    let asked = ["-XqAt", "-d", url, "-c", "show unix_socket_directories"];
    let output = Command::new("psql").args(asked).output().unwrap();
    PathBuf::from(String::from_utf8(output.stdout).unwrap().trim())
}

/// Returns when the server has gone. A connection that is open when the server ends is closed by it, so there is
/// something to wait for; the folder goes right after.
fn wait_until_gone(open: &mut Child, folder: &Path) {
    assert!(!open.wait().unwrap().success(), "the connection was to be cut");
    while folder.exists() {
        std::thread::yield_now();
    }
}

fn connect(url: &str) -> Child {
    let mut child = Command::new("psql")
        .args(["-XqAt", "-d", url, "-c", "select 'connected'", "-c", "select pg_sleep(600)"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    assert_eq!(first_line(&mut child), "connected");
    child
}

#[test]
fn a_dropped_server_has_ended_and_left_no_folder() {
    let mut example = serve();
    let url = first_line(&mut example);
    let folder = folder_of(&url);
    assert!(folder.is_dir());
    drop(example.stdin.take());
    assert!(example.wait().unwrap().success());
    assert!(!folder.exists());
    assert!(TcpStream::connect(place_of(&url)).is_err());
}

#[test]
fn a_server_ends_when_its_process_is_killed() {
    let mut example = serve();
    let url = first_line(&mut example);
    let folder = folder_of(&url);
    let mut open = connect(&url);
    example.kill().unwrap();
    example.wait().unwrap();
    wait_until_gone(&mut open, &folder);
    assert!(TcpStream::connect(place_of(&url)).is_err());
}
