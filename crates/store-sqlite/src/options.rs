//! How a database is opened.

use std::num::NonZeroU32;
use std::thread;
use std::time::Duration;

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct OpenOptions {
    /// Whether a missing file is made. Its folder must be there.
    pub create: bool,
    /// How many connections read; there is always one that writes.
    pub readers: NonZeroU32,
    /// How long to wait for a connection of ours that is free, and for a lock that another process holds.
    pub patience: Duration,
    /// How much of the database the connection that writes may keep in memory, in KiB; it takes it as it needs it. Whoever writes all
    /// over a database within it needs none of it twice: pages that are put aside are written and read many times.
    pub writer_cache: NonZeroU32,
}

/// The pages that a step of a job touches: a hundred people deleted are some thousands, in all their indexes. In KiB.
const USUAL_CACHE: NonZeroU32 = NonZeroU32::new(32 * 1_024).unwrap();

impl Default for OpenOptions {
    fn default() -> Self {
        let cores = thread::available_parallelism().map_or(2, |cores| u32::try_from(cores.get()).unwrap_or(u32::MAX));
        Self {
            create: true,
            readers: NonZeroU32::new(cores.saturating_mul(2).clamp(6, 16)).unwrap_or(NonZeroU32::MIN),
            patience: Duration::from_secs(5),
            writer_cache: USUAL_CACHE,
        }
    }
}
