//! Rows of `organizations o`, with their model compiled.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;
use tenure_access_models::Models;
use tenure_domain::organization::Organization;
use tenure_domain::{FeatureKey, Name, PlanKey};
use tenure_port_store::StoreError;

use crate::Row;

/// The columns of an organization.
macro_rules! organization_columns {
    () => {
        $crate::snapshots::columns!("o": id name root_id document plan features seats active undo_window_days second_factor_required tokens_per_member
            created_at version)
    };
}
pub(crate) use organization_columns;

/// The organization in a row.
pub(crate) fn read(row: &Row, models: &Models) -> Result<Organization, StoreError> {
    let document = row.text("o_document")?;
    let model = models.get(document).map_err(|faults| {
        let first = faults.first().map_or_else(String::new, ToString::to_string);
        StoreError::Corrupt(format!("the access model of an organization doesn't compile: {first}"))
    })?;
    let features: BTreeMap<FeatureKey, bool> = row.json("o_features")?;
    Ok(Organization {
        id: row.id("o_id")?,
        name: row.parse("o_name", Name::parse)?,
        root: row.id("o_root_id")?,
        model,
        document: Arc::from(document),
        plan: row.opt_parse("o_plan", PlanKey::parse)?,
        features,
        seats: row.opt_number("o_seats")?,
        active: row.bool("o_active")?,
        undo_window_days: row.opt_number("o_undo_window_days")?,
        second_factor_required: row.bool("o_second_factor_required")?,
        tokens_per_member: row.number("o_tokens_per_member")?,
        created_at: row.instant("o_created_at")?,
        version: row.number("o_version")?,
    })
}

/// The organization in a row, if there is one.
pub(crate) fn find(row: &Row, models: &Models) -> Result<Option<Organization>, StoreError> {
    if row.opt_uuid("o_id")?.is_some() { read(row, models).map(Some) } else { Ok(None) }
}

/// The operator's switches as a JSON object.
pub(crate) fn features(organization: &Organization) -> Json {
    Json::Object(organization.features.iter().map(|(key, on)| (key.to_string(), Json::Bool(*on))).collect())
}
