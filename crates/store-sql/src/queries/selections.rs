//! What a member reaches of each kind, as far as the viewer may know of it.

use std::collections::BTreeMap;

use tenure_domain::{KindKey, MemberId, Name, OrganizationId, ResourceId};
use tenure_port_store::{ListedRow, ResourceFilter, ResourceSights, SelectionRow, StoreError};
use uuid::Uuid;

use super::resource_groups;
use super::resources::Scope;
use crate::{Dialect, Driver, Reads as _, Sql, SqlStore, Value};

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

/// How much of what was chosen for a member a list looks at.
const LOOKED_AT: i64 = 100;

/// What was chosen of a kind for each of these members, up to so much of what was chosen one by one.
pub(super) async fn listed<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    members: &[MemberId],
    (kind, up_to): (&KindKey, u32),
) -> Result<BTreeMap<MemberId, ListedRow>, StoreError> {
    let mut of: BTreeMap<MemberId, ListedRow> = BTreeMap::new();
    if members.is_empty() {
        return Ok(of);
    }
    let mut whole = Sql::build("select s.member_id from selections s where s.organization_id = ");
    whole.push_bind(organization).push(" and s.member_id in ").push_list(members.iter().copied());
    whole.push(" and s.kind = ").push_bind(kind).push(" and s.reaches_all");
    for row in store.pooled().rows(&whole).await? {
        of.entry(row.id("member_id")?).or_default().all = true;
    }
    let all = ResourceFilter::default();
    let scope = Scope::load(store, organization, sights, &all).await?;
    let mut sql = Sql::build("");
    let (organization, of_kind, most) = (sql.arg(organization), sql.arg(kind), sql.arg(up_to));
    // A look for each member, at the beginning of what they have: somebody may have thousands.
    let push_one = |sql: &mut Sql, member: &dyn Fn(&mut Sql)| {
        sql.push("select few.member_id, r.id, r.name, r.name_key from (select c.member_id, c.resource_id as id ");
        sql.push("from selection_resources c where c.organization_id = ").push_arg(organization).push(" and c.member_id = ");
        member(sql);
        sql.push(" and c.kind = ").push_arg(of_kind).push(" order by c.resource_id limit ").push_number(LOOKED_AT);
        sql.push(") few cross join resources r where r.organization_id = ").push_arg(organization);
        sql.push(" and r.id = few.id and ");
        scope.push_seen(sql);
        sql.push(" order by r.name_key, r.id limit ").push_arg(most);
    };
    match Driver::dialect(store.driver()) {
        Dialect::Sqlite => {
            for (nth, member) in members.iter().enumerate() {
                sql.push(if nth == 0 { "select * from (" } else { " union all select * from (" });
                push_one(&mut sql, &|sql| {
                    sql.push_bind(*member);
                });
                sql.push(")");
            }
        }
        Dialect::Postgres => {
            sql.push("select l.member_id, l.id, l.name, l.name_key from unnest(");
            sql.push_bind(Value::Uuids(members.iter().copied().map(Uuid::from).collect()));
            sql.push(") asked (id) cross join lateral (");
            push_one(&mut sql, &|sql| {
                sql.push("asked.id");
            });
            sql.push(") l");
        }
    }
    let mut found = Vec::new();
    for row in store.pooled().rows(&sql).await? {
        let order: (String, ResourceId) = (row.text("name_key")?.to_owned(), row.id("id")?);
        found.push((order, row.id::<MemberId>("member_id")?, row.parse("name", Name::parse)?));
    }
    // Each member's come in order, and how those of one follow those of another is the database's.
    found.sort_by(|one, other| one.0.cmp(&other.0));
    for ((_, id), member, name) in found {
        of.entry(member).or_default().first.push((id, name));
    }
    Ok(of)
}
