//! The journal: positions without gaps, and a head that stands after the last one (R19).

use tenure_domain::OrganizationId;
use tenure_port_store::StoreError;

use super::Found;
use crate::statements::statement_texts;
use crate::{Reads, Sql};

statement_texts! {
    POSITIONS = "select count(*) as sealed, min(j.position) as first, max(j.position) as last, \
                 (select h.next from journal_heads h where h.organization_id = $1) as next \
                 from journal j where j.organization_id = $1 and j.position is not null";
}

pub(super) async fn check(reads: &mut dyn Reads, organization: OrganizationId, found: &mut Found) -> Result<(), StoreError> {
    let Some(row) = reads.row(&Sql::fixed(POSITIONS).bind(organization)).await? else { return Ok(()) };
    let sealed = row.int("sealed")?;
    let (first, last) = (row.opt_int("first")?.unwrap_or(1), row.opt_int("last")?.unwrap_or(0));
    found.add_if(first != 1 || last != sealed, "journal_gapless", || format!("{sealed} positions from {first} to {last}"));
    let next = row.opt_int("next")?.unwrap_or(1);
    found.add_if(next != last + 1, "journal_head", || format!("the next position is {next}, the last one was {last}"));
    Ok(())
}
