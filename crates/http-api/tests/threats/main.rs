//! What goes wrong in systems of this kind, tried on this one: each test begins with the threat's id.

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

mod acceptance;
mod bearers;
mod climbing;
mod cookies;
mod cursors;
mod deeds;
mod governing;
mod ground;
mod ladder;
mod locking;
mod matrix;
mod models;
mod needs;
mod oneself;
mod products;
mod readdressing;
mod resetting;
mod second_factors;
mod siblings;
mod sign_in;
mod standing;
mod tenants;
mod tokens;
mod touching;
