//! What can go wrong with a store.

/// Every store's one error.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A unique value is somebody else's already. The unit is still usable.
    #[error("{0} is taken")]
    Taken(&'static str),
    /// The row isn't at the version that was read (or is gone). The unit is still usable.
    #[error("{0} was changed by somebody else")]
    Stale(&'static str),
    /// The database asks for the whole unit to be run again.
    #[error("the database asks to try again")]
    Contention,
    /// Something was read that no version of Tenure could have written.
    #[error("{0}")]
    Corrupt(String),
    /// The disk is full.
    #[error("the database has no space left")]
    OutOfSpace,
    /// The database can't be reached, or doesn't answer.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
}
