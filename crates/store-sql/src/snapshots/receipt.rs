//! Rows of `receipts r`.

use tenure_domain::revocation::{Act, Receipt, ReceiptState};
use tenure_port_store::StoreError;

use super::{giver, grant, resource, word};
use crate::Row;

/// The columns of a receipt.
macro_rules! receipt_columns {
    () => {
        $crate::snapshots::columns!("r": organization_id id act member_id workspace_id revoked chosen successor by_kind by_id at undo_until
            state)
    };
}
pub(crate) use receipt_columns;

/// The receipt in a row.
pub(crate) fn read(row: &Row) -> Result<Receipt, StoreError> {
    Ok(Receipt {
        organization: row.id("r_organization_id")?,
        id: row.id("r_id")?,
        act: word(row, "r_act", [Act::Revocation, Act::Deactivation, Act::Deletion], Act::word)?,
        member: row.id("r_member_id")?,
        workspace: row.id("r_workspace_id")?,
        grants: grant::all_from_json(row, "r_revoked")?,
        selections: resource::all_from_json(row, "r_chosen")?,
        successor: row.opt_id("r_successor")?,
        by: giver(row, "r_by_kind", "r_by_id")?,
        at: row.instant("r_at")?,
        undo_until: row.opt_instant("r_undo_until")?,
        state: word(row, "r_state", [ReceiptState::Standing, ReceiptState::Undone, ReceiptState::Superseded], ReceiptState::word)?,
    })
}
