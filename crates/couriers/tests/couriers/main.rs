//! Couriers over a real store in a temporary file, with a clock that the test moves and a postal service that the test plays.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod addresses;
mod bureau;
mod endings;
mod faults;
mod journal;
mod passwords;
mod posting;
mod running;
mod services;
mod words;
