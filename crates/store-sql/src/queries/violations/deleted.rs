//! Deleted members: kept aside for a deletion that stands, and never here at the same time (R12, R14).

use tenure_domain::OrganizationId;
use tenure_port_store::StoreError;

use super::Found;
use crate::statements::statement_texts;
use crate::{Reads, Sql};

statement_texts! {
    HERE_TOO = "select d.id from deleted_memberships d join memberships m on m.organization_id = d.organization_id and m.id = d.id \
                where d.organization_id = $1 limit $2";
    WITHOUT_RECEIPT = "select d.id from deleted_memberships d where d.organization_id = $1 and not exists (\
                       select 1 from receipts r where r.organization_id = d.organization_id and r.member_id = d.id \
                       and r.act = 'deletion' and r.state <> 'undone') limit $2";
    OF_NOBODY = "select s.member_id as id from statistics s where s.organization_id = $1 and not exists (\
                 select 1 from memberships m where m.organization_id = s.organization_id and m.id = s.member_id) and not exists (\
                 select 1 from deleted_memberships d where d.organization_id = s.organization_id and d.id = s.member_id) limit $2";
    NEVER_LEFT = "select r.id from receipts r join memberships m on m.organization_id = r.organization_id and m.id = r.member_id \
                  where r.organization_id = $1 and r.act = 'deletion' and r.state <> 'undone' limit $2";
}

pub(super) async fn check(reads: &mut dyn Reads, organization: OrganizationId, found: &mut Found) -> Result<(), StoreError> {
    for (text, invariant, what) in [
        (HERE_TOO, "deleted_and_here", "member"),
        (WITHOUT_RECEIPT, "deleted_by_a_receipt", "deleted member"),
        (OF_NOBODY, "statistics_of_members", "a number that was reported is kept of nobody: member"),
        (NEVER_LEFT, "deleted_members_are_gone", "a deletion stands of somebody who is here: receipt"),
    ] {
        let rows = reads.rows(&Sql::fixed(text).bind(organization).bind(super::PIECE)).await?;
        found.add_rows(&rows, invariant, what)?;
    }
    Ok(())
}
