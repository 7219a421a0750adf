//! Bad input: every refusal has its code, its rule and a sentence, and what is refused changes nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

#[path = "../support/support.rs"]
mod support;

mod bodies;
mod fields;
mod idempotency;
mod protocol;
mod rules;
