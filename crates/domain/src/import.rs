//! Sheets of members that come back: what a row says of somebody, held against what a sheet would show of them now (g4).
//!
//! A row asks for what differs from that, and for nothing else: a sheet that nobody touched asks for nothing.

mod cells;
mod column;
mod grants;
mod refused;
mod row;
mod shown;

pub use cells::{Cells, Named};
pub use column::Column;
pub use refused::RowRefused;
pub use row::{Change, Deed, Import, Newcomer, Offered, Row};
pub use shown::Shown;

use std::time::Duration;

use crate::instant::DAY;

/// How many rows a sheet may have.
pub const MOST_ROWS: usize = 10_000;

/// For how long a plan is kept that nobody carries out.
pub const KEPT: Duration = DAY;
