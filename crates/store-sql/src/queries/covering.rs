//! Which resources one member alone has by choice: without them nobody would.

use tenure_domain::selection::LevelReach;
use tenure_domain::{KindKey, LevelKey, MemberId, OrganizationId, ResourceId};
use tenure_port_store::{Alone, ResourceFilter, ResourceSights, StoreError};

use super::resources::Scope;
use crate::in_common::push_things_of;
use crate::snapshots::resource::{self, resource_columns};
use crate::sql::Arg;
use crate::{Dialect, Driver, Reads as _, Sql, SqlStore};

const ROWS: &str = concat!("select ", resource_columns!(), " from ");

/// How many resources of a kind are looked at to find those that nobody has, or nobody else beside somebody who has all: others may have each of
/// them, so that none is found, and a group that many have is looked through for each.
pub(super) const LOOKED_AT: u32 = 100;

/// Somebody else who is active with something singly, by how it is had: the tables, and what ties them to resource `r`. Without an order Postgres
/// expects to meet somebody soon, and reads the whole table where nobody is; SQLite looks into the right index by itself, and would
/// walk all members for the order's sake.
const fn held_singly(dialect: Dialect) -> [(&'static str, &'static str); 2] {
    [
        ("selection_resources o", dialect.choose(" and o.resource_id = r.id", " and o.resource_id = r.id order by o.member_id")),
        (
            "grouped_resources g join selection_groups o on o.organization_id = g.organization_id and o.group_id = g.group_id",
            " and g.organization_id = r.organization_id and g.resource_id = r.id",
        ),
    ]
}

pub(super) async fn had_alone<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    (member, levels): (MemberId, &LevelReach),
    up_to: u32,
) -> Result<Alone, StoreError> {
    // Those with the whole kind first: beside them nobody has anything alone, and most often nothing else has to be read.
    let (own, others) = whole_kind(store, organization, (member, levels)).await?;
    if others {
        return Ok(Alone { resources: Vec::new(), all_looked_at: true });
    }
    let all_looked_at = !(own && has_more(store, organization, &levels.kind).await?);
    let all = ResourceFilter::default();
    let scope = Scope::load(store, organization, sights, &all).await?;
    let mut sql = Sql::build(ROWS);
    let organization = sql.arg(organization);
    if own {
        sql.push("(select * from resources s where ");
        push_by_name(&mut sql, organization, &levels.kind);
        sql.push(" limit ").push_bind(LOOKED_AT).push(") r where not r.for_everyone");
    } else {
        sql.push("resources r where r.organization_id = ").push_arg(organization);
        sql.push(" and r.kind = ").push_bind(&levels.kind).push(" and not r.for_everyone and r.id in (");
        push_things_of(&mut sql, organization, member, &levels.kind);
        sql.push(")");
    }
    push_held_singly(&mut sql, store.driver().dialect(), organization, Some(member), levels);
    sql.push(" and ");
    scope.push_seen(&mut sql);
    sql.push(" order by r.name_key, r.id limit ").push_bind(up_to);
    let resources = store.pooled().rows(&sql).await?.iter().map(resource::read).collect::<Result<_, _>>()?;
    Ok(Alone { resources, all_looked_at })
}

/// Whether anybody who is active, but for one, has this resource by choice.
pub(super) async fn has_another<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    resource: ResourceId,
    except: MemberId,
    levels: &LevelReach,
) -> Result<bool, StoreError> {
    if has_whole_kind(store, organization, Some(except), levels).await? {
        return Ok(true);
    }
    let mut sql = Sql::build("select true from resources r where r.organization_id = ");
    let organization = sql.arg(organization);
    sql.push_arg(organization).push(" and r.id = ").push_bind(resource);
    push_held_singly(&mut sql, store.driver().dialect(), organization, Some(except), levels);
    Ok(store.pooled().row(&sql).await?.is_none())
}

/// Adds that nobody who is active, but for one, has resource `r` singly.
pub(super) fn push_held_singly(sql: &mut Sql, dialect: Dialect, organization: Arg, except: Option<MemberId>, levels: &LevelReach) {
    for (tables, tie) in held_singly(dialect) {
        sql.push(" and (select true from ").push(tables);
        push_another(sql, organization, except, levels);
        sql.push(tie).push(" limit 1) is null");
    }
}

/// Whether a kind has more resources than are looked at.
async fn has_more<D: Driver>(store: &SqlStore<D>, organization: OrganizationId, kind: &KindKey) -> Result<bool, StoreError> {
    let mut sql = Sql::build("select true from resources s where ");
    let organization = sql.arg(organization);
    push_by_name(&mut sql, organization, kind);
    sql.push(" limit 1 offset ").push_bind(LOOKED_AT);
    Ok(store.pooled().row(&sql).await?.is_some())
}

/// Adds that `s` is of this kind, in its order.
fn push_by_name(sql: &mut Sql, organization: Arg, kind: &KindKey) {
    sql.push("s.organization_id = ").push_arg(organization).push(" and s.kind = ").push_bind(kind);
    sql.push(" order by s.name_key, s.id");
}

/// Whether this member, and whether another active one, has all of the kind.
async fn whole_kind<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    (member, levels): (MemberId, &LevelReach),
) -> Result<(bool, bool), StoreError> {
    let mut own = Sql::build("select true from selections o where o.organization_id = ");
    own.push_bind(organization).push(" and o.member_id = ").push_bind(member);
    own.push(" and o.kind = ").push_bind(&levels.kind).push(" and o.reaches_all");
    let own = store.pooled().row(&own).await?.is_some();
    Ok((own, has_whole_kind(store, organization, Some(member), levels).await?))
}

/// Whether anybody who is active, but for one, has all of the kind.
pub(super) async fn has_whole_kind<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    except: Option<MemberId>,
    levels: &LevelReach,
) -> Result<bool, StoreError> {
    let mut sql = Sql::build("select true from selections o");
    let organization = sql.arg(organization);
    push_another(&mut sql, organization, except, levels);
    sql.push(" and o.kind = ").push_bind(&levels.kind).push(" and o.reaches_all limit 1");
    Ok(store.pooled().row(&sql).await?.is_some())
}

/// Adds that `o` is of somebody who is active, but for one, and counts.
fn push_another(sql: &mut Sql, organization: Arg, except: Option<MemberId>, levels: &LevelReach) {
    sql.push(" join memberships m on m.organization_id = o.organization_id and m.id = o.member_id where o.organization_id = ");
    sql.push_arg(organization).push(" and m.status = 'active'");
    if let Some(except) = except {
        sql.push(" and m.id <> ").push_bind(except);
    }
    push_counts(sql, organization, levels);
}

/// Adds that what member `m` chose counts: not for somebody without a level, or whose levels all say otherwise.
fn push_counts(sql: &mut Sql, organization: Arg, levels: &LevelReach) {
    sql.push(" and (select true from grant_levels l where l.organization_id = ").push_arg(organization);
    sql.push(" and l.member_id = m.id");
    if !levels.none.is_empty() {
        sql.push(" and l.level not in ").push_list(levels.none.iter().map(LevelKey::as_str));
    }
    sql.push(" limit 1)");
}
