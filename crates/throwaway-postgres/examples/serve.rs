//! Starts a throwaway server, prints the URL of its admin database, and keeps it until standard input ends.
//!
//! ```text
//! cargo run -p tenure-throwaway-postgres --example serve
//! ```

#![allow(clippy::print_stdout, reason = "the URL is this program's output")]

use std::io::{Read, stdin};

use tenure_throwaway_postgres::{Error, Server};

fn main() -> Result<(), Error> {
    let server = Server::start()?;
    println!("{}", server.admin_url());
    // An error ends the wait just as the end of the input does.
    let _ended = stdin().read_to_end(&mut Vec::new());
    drop(server);
    Ok(())
}
