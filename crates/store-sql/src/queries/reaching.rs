//! Who reaches a resource, asked of the indexes that know few of them.

use tenure_domain::selection::LevelReach;

use super::narrow::Arms;
use crate::in_common::{Things, push_among};

/// Adds who may reach one of these resources of a kind: who chose one or a group with one, who has all, and who does by level. Whether what they chose
/// counts is asked of each.
pub(super) fn push_arms(arms: &mut Arms<'_>, levels: &LevelReach, things: &Things) {
    // All in one: a select for each would be more than SQLite takes in one statement.
    arms.push(
        "select sr.member_id as id from selection_resources sr where sr.organization_id = ",
        |sql, organization| match things {
            Things::These(resources) if let [resource] = &resources[..] => {
                sql.push(" and sr.resource_id = ").push_bind(*resource).push(" order by sr.member_id");
            }
            _ => push_among(sql, organization, "sr.resource_id", &levels.kind, things),
        },
    );
    if levels.grouped {
        let select = "select sg.member_id as id from grouped_resources gr cross join selection_groups sg \
                      where sg.organization_id = gr.organization_id and sg.group_id = gr.group_id and gr.organization_id = ";
        arms.push(select, |sql, organization| push_among(sql, organization, "gr.resource_id", &levels.kind, things));
    }
    arms.push("select sa.member_id as id from selections sa where sa.organization_id = ", |sql, _| {
        sql.push(" and sa.kind = ").push_bind(&levels.kind).push(" and sa.reaches_all order by sa.member_id");
    });
    for level in &levels.all {
        arms.push("select l.member_id as id from grant_levels l where l.organization_id = ", |sql, _| {
            sql.push(" and l.level = ").push_bind(level.as_str()).push(" order by l.member_id");
        });
    }
}
