//! The access-model language: a TOML document becomes the engine's [`AccessModel`](tenure_domain::access_model::AccessModel),
//! or a list of faults that name their lines; and the models that come built in.

mod built_in;
mod compile;
mod document_fault;
mod models;
mod parse;
mod policy;

pub use built_in::{BUILT_IN, built_in};
pub use compile::compile;
pub use document_fault::DocumentFault;
pub use models::Models;
pub use parse::{MOST_BYTES, parse};
pub use policy::render_policy;
