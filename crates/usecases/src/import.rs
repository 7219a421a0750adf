//! Importing a sheet of members: planned row by row first, and then carried out as a job.

mod execute;
mod look;
mod people;
mod plan;
mod rows;

pub use execute::ExecuteImport;
pub use plan::{AskedRow, PlanImport};
pub(crate) use rows::Rows;
