//! Rows of `resources r`, and selections of two tables.

use std::collections::BTreeMap;

use tenure_domain::resource::Resource;
use tenure_domain::selection::{Selected, Selection};
use tenure_domain::{KindKey, MemberId, Name};
use tenure_port_store::StoreError;

use crate::Row;

/// The columns of a resource.
macro_rules! resource_columns {
    () => {
        $crate::snapshots::columns!("r": organization_id id kind name for_everyone created_at version)
    };
}
pub(crate) use resource_columns;

/// The resource in a row.
pub(crate) fn read(row: &Row) -> Result<Resource, StoreError> {
    Ok(Resource {
        organization: row.id("r_organization_id")?,
        id: row.id("r_id")?,
        kind: row.parse("r_kind", KindKey::parse)?,
        name: row.parse("r_name", Name::parse)?,
        for_everyone: row.bool("r_for_everyone")?,
        created_at: row.instant("r_created_at")?,
        version: row.number("r_version")?,
    })
}

/// The selections of one member, from rows of `kind`, `reaches_all` and `version` with a `resource_id` in each, or none.
pub(crate) fn selections(member: MemberId, rows: &[Row]) -> Result<Vec<Selected>, StoreError> {
    let mut of: BTreeMap<KindKey, Selected> = BTreeMap::new();
    for row in rows {
        let kind = row.parse("kind", KindKey::parse)?;
        let version = row.number("version")?;
        let all = row.bool("reaches_all")?;
        let begun = if all { Selection::All } else { Selection::None };
        let one = of.entry(kind.clone()).or_insert(Selected { member, kind, selection: begun, version });
        if let Some(resource) = row.opt_id("resource_id")? {
            one.selection = one.selection.with(resource);
        }
    }
    Ok(of.into_values().collect())
}
