//! The example that `demo` shows: four organizations, one of them with a past, made by the same use cases that people use.

mod arriving;
mod calendar;
mod contacts;
mod neighbours;
mod people;
mod ready;
mod story;
mod welcome;

pub(crate) use ready::{must_be_free, ready};
pub(crate) use welcome::welcome;

use crate::example::{PASSWORD, YOU};

#[cfg(test)]
mod tests;
