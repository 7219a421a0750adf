//! Whoever has a wider level than most around them, and did nothing with it.

use std::collections::HashMap;

use tenure_domain::insight::{NEIGHBOURS, Wider};
use tenure_domain::{Instant, LevelKey, MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{Outlier, Page, PageAsk, Position, StoreError, Viewer};

use super::in_order;
use crate::queries::members::Seen;
use crate::queries::pages;
use crate::{Driver, Reads as _, Sql, SqlStore};

/// How many grants with the level a page looks at.
const WINDOW: i64 = 200;

/// Beside this many who have a level nobody stands out by it.
const MANY: i64 = 100;

pub(in crate::queries) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    wider: &Wider,
    since: Instant,
    ask: &PageAsk,
) -> Result<Page<Outlier>, StoreError> {
    let rows = store.pooled().rows(&standing_out(organization, viewer, wider, since, ask)?).await?;
    let (mut found, mut next) = (Vec::new(), None);
    for (nth, row) in (1..).zip(&rows) {
        let at: (MemberId, WorkspaceId) = (row.id("member_id")?, row.id("workspace_id")?);
        if row.bool("stands_out")? {
            found.push(at);
        }
        if found.len() >= pages::size(ask) || nth == WINDOW {
            next = Some(Position { key: at.1.to_string(), id: at.0.uuid() });
            break;
        }
    }
    let mut instead = HashMap::new();
    for (_, workspace) in &found {
        if !instead.contains_key(workspace)
            && let Some(level) = most_held(store, organization, *workspace, &wider.narrower).await?
        {
            instead.insert(*workspace, level);
        }
    }
    let ids: Vec<MemberId> = found.iter().map(|(member, _)| *member).collect();
    let rows = in_order(store, organization, viewer, &ids).await?;
    let told = |(row, (_, workspace)): (_, &(MemberId, WorkspaceId))| {
        Some(Outlier { row, workspace: *workspace, instead: instead.get(workspace)?.clone() })
    };
    Ok(Page { items: rows.into_iter().zip(&found).filter_map(told).collect(), next })
}

/// The statement for a stretch of those who have the level, each with whether they stand out.
fn standing_out(
    organization: OrganizationId,
    viewer: &Viewer,
    wider: &Wider,
    since: Instant,
    ask: &PageAsk,
) -> Result<Sql, StoreError> {
    let seen = Seen::new(organization, viewer)?;
    let mut sql =
        Sql::build("select c.member_id, c.workspace_id, coalesce((select true from memberships m where m.organization_id = ");
    let tenant = sql.arg(organization);
    let level = sql.arg(wider.level.as_str());
    let since = sql.arg(since);
    sql.push_arg(tenant).push(" and m.id = c.member_id and m.status = 'active' and m.created_at < ").push_arg(since);
    sql.push(" limit 1) is not null");
    seen.push(&mut sql, tenant, "c.member_id");
    // Whoever was given something lately has had no time to use it.
    for of in [" and j.actor = c.member_id", " and j.target = c.member_id"] {
        sql.push(" and (select true from journal j where j.organization_id = ").push_arg(tenant);
        sql.push(of).push(" and j.at >= ").push_arg(since).push(" limit 1) is null");
    }
    let among = |sql: &mut Sql, most: i64, push: &dyn Fn(&mut Sql)| {
        sql.push("(select count(*) from (select 1 from grant_levels n where n.organization_id = ").push_arg(tenant);
        sql.push(" and n.workspace_id = c.workspace_id and n.level ");
        push(sql);
        sql.push(" limit ").push_bind(most).push(") counted)");
    };
    let same = |sql: &mut Sql| {
        sql.push("= ").push_arg(level);
    };
    sql.push(" and ");
    among(&mut sql, MANY + 1, &same);
    sql.push(" <= ").push_bind(MANY).push(" and ");
    among(&mut sql, MANY * i64::from(NEIGHBOURS), &|sql| {
        sql.push("in ").push_list(wider.narrower.iter().map(LevelKey::as_str));
    });
    sql.push(" >= ").push_bind(i64::from(NEIGHBOURS)).push(" * ");
    among(&mut sql, MANY + 1, &same);
    sql.push(", false) as stands_out from (select l.member_id, l.workspace_id from grant_levels l where l.organization_id = ");
    sql.push_arg(tenant).push(" and l.level = ").push_arg(level);
    if let Some(after) = &ask.after {
        let workspace = after.key.parse::<uuid::Uuid>();
        let workspace = workspace.map_err(|_| StoreError::Corrupt("the position's key is none of this list's".to_owned()))?;
        sql.push(" and (l.member_id, l.workspace_id) > (").push_bind(after.id).push(", ").push_bind(workspace).push(")");
    }
    sql.push(" order by l.member_id, l.workspace_id limit ").push_bind(WINDOW).push(") c order by c.member_id, c.workspace_id");
    Ok(sql)
}

/// Which of these levels most have at a workspace; of two that as many have the wider one, which comes first.
async fn most_held<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    workspace: WorkspaceId,
    levels: &[LevelKey],
) -> Result<Option<LevelKey>, StoreError> {
    let mut most: Option<(i64, &LevelKey)> = None;
    for level in levels {
        let mut sql = Sql::build("select count(*) as n from (select 1 from grant_levels l where l.organization_id = ");
        sql.push_bind(organization).push(" and l.workspace_id = ").push_bind(workspace);
        sql.push(" and l.level = ").push_bind(level.as_str()).push(" limit ").push_bind(MANY * i64::from(NEIGHBOURS));
        sql.push(") counted");
        let held = store.pooled().row(&sql).await?.map_or(Ok(0), |row| row.int("n"))?;
        if most.is_none_or(|(before, _)| held > before) {
            most = Some((held, level));
        }
    }
    Ok(most.filter(|(held, _)| *held > 0).map(|(_, level)| level.clone()))
}
