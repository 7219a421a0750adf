//! The example that `demo` shows: an organization with a past, made by the same use cases that people use.

mod calendar;
mod contacts;
mod failed;
mod people;
mod ready;
mod story;
mod welcome;

pub(crate) use ready::{must_be_free, ready};
pub(crate) use welcome::welcome;

/// Who governs the example, and is operator.
const YOU: &str = "you@example.test";
/// The password of everybody in it.
const PASSWORD: &str = "correct horse battery staple";

#[cfg(test)]
mod tests;
