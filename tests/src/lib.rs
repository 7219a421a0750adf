//! What whole-system tests are made of: a server that is the real binary, a post office that nobody here wrote, and people with
//! browsers' cookie jars. Nothing but HTTP, SMTP and the command line is spoken.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod database;
mod faults;
mod person;
mod post_office;
mod server;
mod stream;

pub use database::Database;
pub use faults::Faults;
pub use person::{Answer, Person};
pub use post_office::{Mail, PostOffice};
pub use server::{FOUNDER, Founder, PASSWORD, Server, Tenured};
pub use stream::{Event, Stream};
