//! The store over a driver: units that begin, and the two faces that need none.

use std::sync::Arc;

use async_trait::async_trait;
use tenure_access_models::Models;
use tenure_domain::OrganizationId;
use tenure_port_store::{Errands, JobQueue, OpenTransaction, OrganizationTransaction, Presences, Queries, Store, StoreError, Unit};

use crate::moment::Moment;
use crate::unit::{Locked, SqlUnit, Unlocked};
use crate::{Driver, Pooled, Reads as _, Sql};

/// A whole store, over a database that a driver speaks to.
#[derive(Debug)]
pub struct SqlStore<D> {
    driver: D,
    models: Arc<Models>,
}

impl<D: Driver> SqlStore<D> {
    /// A store over this database.
    pub fn new(driver: D) -> Self {
        Self { driver, models: Arc::default() }
    }

    /// The driver.
    pub const fn driver(&self) -> &D {
        &self.driver
    }

    /// The pool, to read with.
    pub(crate) const fn pooled(&self) -> Pooled<'_, D> {
        Pooled(&self.driver)
    }

    /// Compiled models by their documents.
    pub(crate) fn models(&self) -> &Models {
        &self.models
    }
}

#[async_trait]
impl<D: Driver> Store for SqlStore<D> {
    async fn organization(&self, id: OrganizationId) -> Result<Option<Box<dyn OrganizationTransaction>>, StoreError> {
        let mut connection = self.driver.begin().await?;
        let mut lock = Sql::fixed("select id from organizations where id = $1").bind(id);
        // Rows that point here by foreign key can still be made meanwhile; only other holders of this lock wait.
        lock.push(self.driver.dialect().row_lock(" for no key update"));
        if connection.row(&lock).await?.is_none() {
            return Ok(None);
        }
        Ok(Some(Box::new(SqlUnit::new(connection, Locked(id), Arc::clone(&self.models)))))
    }

    async fn found(&self, id: OrganizationId) -> Result<Box<dyn OrganizationTransaction>, StoreError> {
        Ok(Box::new(SqlUnit::new(self.driver.begin().await?, Locked(id), Arc::clone(&self.models))))
    }

    async fn open(&self) -> Result<Box<dyn OpenTransaction>, StoreError> {
        Ok(Box::new(SqlUnit::new(self.driver.begin().await?, Unlocked, Arc::clone(&self.models))))
    }

    async fn snapshot(&self) -> Result<Box<dyn Unit>, StoreError> {
        Ok(Box::new(SqlUnit::new(self.driver.snapshot().await?, Unlocked, Arc::clone(&self.models))))
    }

    fn queries(&self) -> &dyn Queries {
        self
    }

    async fn moment(&self) -> Result<Box<dyn Queries>, StoreError> {
        let moment = Moment::begin(&self.driver).await?;
        Ok(Box::new(SqlStore { driver: moment, models: Arc::clone(&self.models) }))
    }

    fn presences(&self) -> &dyn Presences {
        self
    }

    fn errands(&self) -> &dyn Errands {
        self
    }

    fn job_queue(&self) -> &dyn JobQueue {
        self
    }
}
