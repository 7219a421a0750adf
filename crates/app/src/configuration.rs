//! What `tenured` is told: typed settings, parsed once from defaults, a TOML file, the environment and flags.
//!
//! Each layer gives text under a key of one table, [`KEYS`](key::KEYS); the last layer that has a key wins. Only then is the
//! text read into types, and every problem of every layer is reported together.

mod address;
mod database_url;
mod environment;
mod file;
mod flags;
mod key;
mod layers;
mod mail;
mod origin;
mod problem;
mod public_url;
mod reading;
mod settings;
mod show;
mod sources;
#[cfg(test)]
mod tests;

pub(crate) use database_url::DatabaseUrl;
pub(crate) use flags::{Flags, Place};
pub(crate) use layers::Layers;
pub(crate) use mail::Transport;
pub(crate) use problem::{Problem, Problems};
pub(crate) use settings::{Configuration, LogFormat, Purpose};
pub(crate) use show::show;
pub(crate) use sources::Sources;
