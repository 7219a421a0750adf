//! Who reaches a resource, asked of the indexes that know few of them.

use tenure_domain::selection::LevelReach;

use super::narrow::Arms;
use crate::in_common::{Things, push_among, push_groups_with, push_things_of};
use crate::sql::Arg;
use crate::{Dialect, Sql};

/// Adds who may reach one of these resources of a kind: who chose one or a group with one, who has all, and who does by level.
/// Whether what they chose counts is asked of each.
pub(super) fn push_arms(arms: &mut Arms<'_>, dialect: Dialect, levels: &LevelReach, things: &Things) {
    match things {
        Things::Of(member, _) => {
            let things = |sql: &mut Sql, organization| push_things_of(sql, organization, *member, &levels.kind);
            push_each(arms, dialect, CHOSE, things);
        }
        // All in one: a select for each would be more than SQLite takes in one statement.
        Things::Any | Things::These(_) => {
            arms.push("select sr.member_id as id from selection_resources sr where sr.organization_id = ", |sql, organization| {
                push_among(sql, organization, "sr.resource_id", &levels.kind, things);
                if matches!(things, Things::These(resources) if resources.len() == 1) {
                    sql.push(" order by sr.member_id");
                }
            });
        }
    }
    if levels.grouped {
        push_each(arms, dialect, CHOSE_GROUP, |sql, organization| push_groups_with(sql, organization, &levels.kind, things));
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

/// How SQLite and Postgres go on after what is looked for, up to the organization, and how Postgres ends.
type Each = (&'static str, &'static str, &'static str);

const CHOSE: Each = (
    ") v cross join selection_resources x where x.resource_id = v.resource_id and x.organization_id = ",
    ") v cross join lateral (select s.member_id from selection_resources s where s.resource_id = v.resource_id and s.organization_id = ",
    " order by s.member_id limit ",
);

const CHOSE_GROUP: Each = (
    ") v cross join selection_groups x where x.group_id = v.group_id and x.organization_id = ",
    ") v cross join lateral (select s.member_id from selection_groups s where s.group_id = v.group_id and s.organization_id = ",
    " order by s.member_id limit ",
);

/// Adds who chose one of many things, thing by thing: else Postgres might read all that was ever chosen.
fn push_each(arms: &mut Arms<'_>, dialect: Dialect, (sqlite, postgres, end): Each, things: impl FnOnce(&mut Sql, Arg)) {
    let (organization, enough) = (arms.organization(), arms.enough());
    arms.push_whole(|sql| {
        sql.push("select x.member_id as id from (");
        things(sql, organization);
        sql.push(dialect.choose(sqlite, postgres)).push_arg(organization);
        if dialect == Dialect::Postgres {
            sql.push(end).push_arg(enough).push(") x");
        }
    });
}
