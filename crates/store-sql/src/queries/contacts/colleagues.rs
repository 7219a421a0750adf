//! Those with whom a viewer has something in common, and whether they hold few portfolios.

use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::StoreError;

use super::sources::Met;
use super::view::View;
use crate::in_common::InCommon;
use crate::queries::narrow::{self, Arms, FEW};
use crate::queries::reaching;
use crate::{Driver, Reads as _, SqlStore};

/// Adds who they are, the viewer among them.
pub(super) fn push_arms(common: &InCommon, arms: &mut Arms<'_>) {
    arms.push_id(common.viewer());
    let Some((things, levels)) = common.through() else { return };
    reaching::push_arms(arms, common.dialect(), levels, things);
}

/// How the colleagues of a view are met, and which of them the filter's assignee is one of.
pub(super) async fn meet<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    view: &View,
    assignee: Option<MemberId>,
) -> Result<Vec<Met>, StoreError> {
    let mut met = Vec::with_capacity(view.commons.len());
    let assignees: Vec<MemberId> = assignee.into_iter().collect();
    for common in &view.commons {
        // One who is asked for is one look, whoever else there is.
        let one_by_one = assignee.is_none() && are_few(store, organization, common).await?;
        let assignee = !common.among(&mut store.pooled(), organization, &assignees).await?.is_empty();
        met.push(Met { one_by_one, assignee });
    }
    Ok(met)
}

/// Whether colleagues, and the portfolios that they hold, are few. Whoever reaches all of a kind has too many to begin with.
async fn are_few<D: Driver>(store: &SqlStore<D>, organization: OrganizationId, common: &InCommon) -> Result<bool, StoreError> {
    if common.through().is_none() {
        return Ok(common.is_alone());
    }
    if !narrow::are_few(store, organization, FEW, |arms| push_arms(common, arms)).await? {
        return Ok(false);
    }
    let (mut sql, organization) = narrow::few(organization, FEW, |arms| push_arms(common, arms));
    sql.push("select count(*) as n from (select p.id from few cross join portfolios p where p.organization_id = ");
    sql.push_arg(organization).push(" and p.holder = few.id limit ").push_bind(FEW + 1).push(") held");
    let row = store.pooled().row(&sql).await?;
    Ok(row.map_or(Ok(0), |row| row.int("n"))? <= FEW)
}
