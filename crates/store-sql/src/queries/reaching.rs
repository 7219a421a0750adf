//! Who reaches a resource, asked of the indexes that know few of them.

use tenure_domain::ResourceId;
use tenure_domain::selection::LevelReach;

use super::narrow::Arms;

/// Adds who may reach one of these resources of a kind: who chose one, who has all, and who does by level. Whether what they chose
/// counts is asked of each.
pub(super) fn push_arms(arms: &mut Arms<'_>, levels: &LevelReach, resources: &[ResourceId]) {
    // All in one: a select for each would be more than SQLite takes in one statement.
    arms.push("select sr.member_id as id from selection_resources sr where sr.organization_id = ", |sql, _| match resources {
        [resource] => drop(sql.push(" and sr.resource_id = ").push_bind(*resource).push(" order by sr.member_id")),
        _ => drop(sql.push(" and sr.resource_id in ").push_list(resources.iter().copied())),
    });
    arms.push("select sa.member_id as id from selections sa where sa.organization_id = ", |sql, _| {
        sql.push(" and sa.kind = ").push_bind(&levels.kind).push(" and sa.reaches_all order by sa.member_id");
    });
    for level in &levels.all {
        arms.push("select l.member_id as id from grant_levels l where l.organization_id = ", |sql, _| {
            sql.push(" and l.level = ").push_bind(level.as_str()).push(" order by l.member_id");
        });
    }
}
