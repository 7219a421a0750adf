//! `SmtpMail` against aiosmtpd, a mail server that nobody here wrote.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod content;
mod faults;
mod foreign;
mod protection;
