//! What a member reaches of each kind, as far as the viewer may know of it.

use std::collections::BTreeMap;

use tenure_domain::{KindKey, MemberId, Name, OrganizationId};
use tenure_port_store::{ResourceFilter, ResourceSights, SelectionRow, StoreError};

use super::resource_groups;
use super::resources::Scope;
use crate::{Driver, Reads as _, Sql, SqlStore};

pub(super) async fn of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    member: MemberId,
) -> Result<Vec<SelectionRow>, StoreError> {
    let all = ResourceFilter::default();
    let scope = Scope::load(store, organization, sights, &all).await?;
    let mut sql = Sql::build(
        "select s.kind, s.reaches_all, s.version, r.id, r.name from selections s \
         left join selection_resources c on c.organization_id = s.organization_id and c.member_id = s.member_id and c.kind = s.kind \
         left join resources r on r.organization_id = c.organization_id and r.id = c.resource_id and ",
    );
    scope.push_seen(&mut sql);
    sql.push(" where s.organization_id = ").push_bind(organization).push(" and s.member_id = ").push_bind(member);
    sql.push(" order by s.kind, r.name_key, r.id");
    let mut of: BTreeMap<KindKey, SelectionRow> = BTreeMap::new();
    for row in store.pooled().rows(&sql).await? {
        let kind = row.parse("kind", KindKey::parse)?;
        let (all, version) = (row.bool("reaches_all")?, row.number("version")?);
        let nothing = SelectionRow { kind: kind.clone(), all, resources: Vec::new(), groups: Vec::new(), version };
        let one = of.entry(kind).or_insert(nothing);
        if let Some(id) = row.opt_id("id")? {
            one.resources.push((id, row.parse("name", Name::parse)?));
        }
    }
    let mut sql = Sql::build(
        "select b.kind, b.id, b.name from selection_groups c \
         join resource_groups b on b.organization_id = c.organization_id and b.id = c.group_id where c.organization_id = ",
    );
    sql.push_bind(organization).push(" and c.member_id = ").push_bind(member).push(" and ");
    resource_groups::push_seen(&mut sql, &scope.sights);
    sql.push(" order by b.kind, b.name_key, b.id");
    for row in store.pooled().rows(&sql).await? {
        if let Some(one) = of.get_mut(&row.parse("kind", KindKey::parse)?) {
            one.groups.push((row.id("id")?, row.parse("name", Name::parse)?));
        }
    }
    Ok(of.into_values().collect())
}
