//! Where the stores come from that the cases are run on.

use std::sync::Arc;

use tenure_port_store::Store;

/// A source of empty stores.
pub trait Fixture: Send + Sync {
    /// A store with all migrations applied and nothing in it, that no other case sees.
    fn fresh(&self) -> impl Future<Output = Arc<dyn Store>> + Send;
}
