//! Rows of `portfolios p`.

use tenure_domain::contact::Portfolio;
use tenure_port_store::StoreError;

use crate::Row;

/// The columns of a portfolio.
macro_rules! portfolio_columns {
    () => {
        $crate::snapshots::columns!("p": organization_id id workspace_id first_holder holder open)
    };
}
pub(crate) use portfolio_columns;

/// The portfolio in a row.
pub(crate) fn read(row: &Row) -> Result<Portfolio, StoreError> {
    Ok(Portfolio {
        organization: row.id("p_organization_id")?,
        id: row.id("p_id")?,
        workspace: row.id("p_workspace_id")?,
        first_holder: row.id("p_first_holder")?,
        holder: row.opt_id("p_holder")?,
        open: row.bool("p_open")?,
    })
}
