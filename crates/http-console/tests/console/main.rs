//! The console as a browser without scripts has it: pages that are read, and forms that are sent.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

#[path = "../../../http-api/tests/support/support.rs"]
mod support;

mod access_model;
mod account;
mod assignee;
mod browser;
mod bulk;
mod coming_in;
mod doors;
mod forgotten;
mod groups;
mod importing;
mod insights;
mod journal;
mod leaving;
mod locked;
mod many;
mod masked;
mod members;
mod moving;
mod pages;
mod readdressed;
mod regions;
mod second_factors;
mod sent_back;
mod sentences;
mod standing_still;
mod statistics;
mod tearing_down;
mod tokens;
mod twice;
mod work;
