//! Rows of `resources r`, selections of two tables, and selections as JSON inside receipts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};
use tenure_domain::resource::Resource;
use tenure_domain::selection::{Part, Selected, Selection};
use tenure_domain::{KindKey, MemberId, Name, ResourceGroupId, ResourceId};
use tenure_port_store::StoreError;

use super::{giver, giver_of, giver_parts};
use crate::Row;

/// The columns of a resource.
macro_rules! resource_columns {
    () => {
        $crate::snapshots::columns!("r": organization_id id kind name for_everyone created_at version)
    };
}
pub(crate) use resource_columns;

/// The resource in a row; which groups it is in is [filled in](super::resource_group::fill).
pub(crate) fn read(row: &Row) -> Result<Resource, StoreError> {
    Ok(Resource {
        organization: row.id("r_organization_id")?,
        id: row.id("r_id")?,
        kind: row.parse("r_kind", KindKey::parse)?,
        name: row.parse("r_name", Name::parse)?,
        for_everyone: row.bool("r_for_everyone")?,
        groups: BTreeSet::new(),
        created_at: row.instant("r_created_at")?,
        version: row.number("r_version")?,
    })
}

/// Selections by member and kind, from rows of `member_id`, `kind`, `reaches_all` and `version` with a `resource_id` or a
/// `group_id` in each, or none.
pub(crate) fn selections(rows: &[Row]) -> Result<Vec<Selected>, StoreError> {
    let mut of: BTreeMap<(MemberId, KindKey), Selected> = BTreeMap::new();
    for row in rows {
        let member = row.id("member_id")?;
        let kind = row.parse("kind", KindKey::parse)?;
        let version = row.number("version")?;
        let all = row.bool("reaches_all")?;
        let begun = if all { Selection::All } else { Selection::None };
        let chosen_by = match row.opt_text("chosen_by_kind")? {
            Some(_) => Some(giver(row, "chosen_by_kind", "chosen_by")?),
            None => None,
        };
        let one = of.entry((member, kind.clone())).or_insert(Selected { member, kind, selection: begun, chosen_by, version });
        let resource = row.opt_id("resource_id")?.map(Part::Resource);
        if let Some(part) = resource.or(row.opt_id("group_id")?.map(Part::Group)) {
            one.selection = one.selection.with(part);
        }
    }
    Ok(of.into_values().collect())
}

/// Selections as a JSON array, for a receipt.
pub(crate) fn all_to_json(selections: &[Selected]) -> Json {
    let one = |of: &Selected| {
        let chosen_by = of.chosen_by.map(giver_parts);
        json!({
            "member": of.member,
            "kind": of.kind.as_str(),
            "all": of.selection == Selection::All,
            "resources": of.selection.resources().collect::<Vec<_>>(),
            "groups": of.selection.groups().collect::<Vec<_>>(),
            "chosen_by_kind": chosen_by.map(|(kind, _)| kind),
            "chosen_by": chosen_by.map(|(_, id)| id),
            "version": of.version,
        })
    };
    selections.iter().map(one).collect()
}

#[derive(serde::Deserialize)]
struct Kept {
    member: MemberId,
    kind: KindKey,
    all: bool,
    resources: BTreeSet<ResourceId>,
    groups: BTreeSet<ResourceGroupId>,
    chosen_by_kind: Option<String>,
    chosen_by: Option<uuid::Uuid>,
    version: u64,
}

/// Selections from their JSON array in a column.
pub(crate) fn all_from_json(row: &Row, column: &str) -> Result<Vec<Selected>, StoreError> {
    let kept: Vec<Kept> = row.json(column)?;
    let selected = |kept: Kept| {
        let Kept { member, kind, all, resources, groups, chosen_by_kind, chosen_by, version } = kept;
        let parts = resources.into_iter().map(Part::Resource).chain(groups.into_iter().map(Part::Group));
        let selection = if all { Selection::All } else { Selection::only(parts) };
        let chosen_by = chosen_by_kind.zip(chosen_by).map(|(kind, id)| giver_of(&kind, id, column)).transpose()?;
        Ok(Selected { member, kind, selection, chosen_by, version })
    };
    kept.into_iter().map(selected).collect()
}
