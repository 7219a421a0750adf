//! Which resources were chosen for whom: one by one, by groups, and with all of a kind.

use tenure_domain::{KindKey, MemberId, OrganizationId, ResourceId};
use tenure_port_store::{Choices, StoreError};

use crate::batch::CHUNK;
use crate::{Dialect, Driver, Reads as _, Sql, SqlStore};

pub(super) async fn of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    members: &[MemberId],
    resources: &[ResourceId],
) -> Result<Choices, StoreError> {
    let mut choices = Choices::default();
    if members.is_empty() || resources.is_empty() {
        return Ok(choices);
    }
    for members in members.chunks(CHUNK) {
        let mut whole = Sql::build("select s.member_id, s.kind from selections s where s.organization_id = ");
        whole.push_bind(organization).push(" and s.member_id in ").push_list(members.iter().copied()).push(" and s.reaches_all");
        for row in store.pooled().rows(&whole).await? {
            choices.whole.insert((row.id("member_id")?, row.parse("kind", KindKey::parse)?));
        }
        for resources in resources.chunks(CHUNK) {
            let single = single(Driver::dialect(store.driver()), organization, members, resources);
            for row in store.pooled().rows(&single).await? {
                choices.single.insert((row.id("member_id")?, row.id("resource_id")?));
            }
            for row in store.pooled().rows(&grouped(Driver::dialect(store.driver()), organization, members, resources)).await? {
                choices.grouped.insert((row.id("member_id")?, row.id("resource_id")?, row.id("group_id")?));
            }
        }
    }
    Ok(choices)
}

/// The statement for the groups with one of these resources that these members chose, group by group.
fn grouped(dialect: Dialect, organization: OrganizationId, members: &[MemberId], resources: &[ResourceId]) -> Sql {
    let mut sql = Sql::build(dialect.choose(
        "select sg.member_id, gr.resource_id, gr.group_id from selection_groups sg cross join grouped_resources gr \
         where gr.organization_id = sg.organization_id and gr.group_id = sg.group_id and gr.resource_id in ",
        "select sg.member_id, gr.resource_id, gr.group_id from selection_groups sg cross join lateral (\
         select g.resource_id, g.group_id from grouped_resources g \
         where g.organization_id = sg.organization_id and g.group_id = sg.group_id and g.resource_id in ",
    ));
    sql.push_list(resources.iter().copied());
    if dialect == Dialect::Postgres {
        // Each of them once at most: the limit cuts nothing off.
        let most = u32::try_from(resources.len()).unwrap_or(u32::MAX);
        sql.push(" limit ").push_bind(most).push(") gr where true");
    }
    sql.push(" and sg.organization_id = ").push_bind(organization).push(" and sg.member_id in ").push_list(members.iter().copied());
    sql
}

/// The statement for what these members chose of these resources one by one.
fn single(dialect: Dialect, organization: OrganizationId, members: &[MemberId], resources: &[ResourceId]) -> Sql {
    match dialect {
        Dialect::Sqlite => {
            let mut sql = Sql::build("select c.member_id, c.resource_id from selection_resources c where c.organization_id = ");
            sql.push_bind(organization).push(" and c.member_id in ").push_list(members.iter().copied());
            sql.push(" and c.resource_id in ").push_list(resources.iter().copied());
            sql
        }
        // Member by member, and never by reading all that was ever chosen.
        Dialect::Postgres => {
            let mut sql = Sql::build(
                "select c.member_id, c.resource_id from memberships m cross join lateral (\
                 select s.member_id, s.resource_id from selection_resources s \
                 where s.organization_id = m.organization_id and s.member_id = m.id and s.resource_id in ",
            );
            // Each of them once at most: the limit cuts nothing off, and keeps Postgres from turning this into a join.
            let most = u32::try_from(resources.len()).unwrap_or(u32::MAX);
            sql.push_list(resources.iter().copied()).push(" limit ").push_bind(most);
            sql.push(") c where m.organization_id = ").push_bind(organization);
            sql.push(" and m.id in ").push_list(members.iter().copied());
            sql
        }
    }
}
