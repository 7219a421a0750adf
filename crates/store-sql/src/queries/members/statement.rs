//! The statements of a list of members: over few candidates, or along the order of many.

use tenure_domain::membership::Status;
use tenure_domain::{Instant, LevelKey, MemberId, WorkspaceId};
use tenure_port_store::{Position, ResourceReached, StoreError};
use uuid::Uuid;

use super::order::Order;
use super::scope::{Narrow, Scope};
use super::{Key, STATUSES, Seen};
use crate::in_common::{Things, push_reaches};
use crate::queries::hits::{Columns as Hit, MEMBERS};
use crate::queries::narrow::{self, Arms};
use crate::queries::reaching;
use crate::snapshots::membership::membership_columns;
use crate::sql::Arg;
use crate::{Dialect, Sql};

/// How many rows one window of a search looks at.
const WINDOW: i64 = 10_000;

/// How many rows are looked at to count those that no index tells.
const LOOKED_AT: i64 = 20_000;

const ROW: &str = concat!(
    "select ",
    membership_columns!(),
    ", (select p.online_until from presences p where p.organization_id = m.organization_id and p.member_id = m.id) as online_until"
);

/// What a statement gives.
#[derive(Clone, Copy, Debug)]
pub(super) enum Columns {
    /// Rows in this order.
    Row(Order),
    /// How many there are.
    Count,
}

/// Which part of a list a statement gives.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) columns: Columns,
    /// Of this status alone.
    pub(super) status: Option<Status>,
    pub(super) limit: i64,
}

impl Scope<'_> {
    /// Adds who passes one filter, by its own index.
    pub(super) fn push_arms(&self, narrow: Narrow, arms: &mut Arms<'_>) {
        match narrow {
            Narrow::Granted => self.push_granted(arms),
            Narrow::Resource => {
                let Some(ResourceReached { resource, levels, .. }) = self.resource() else { return };
                reaching::push_arms(arms, self.dialect, levels, &Things::These(vec![*resource]));
            }
            Narrow::Seen => self.seen.push_arms(arms, self.dialect),
            Narrow::Term => {
                let Some(term) = &self.term else { return };
                MEMBERS.push(arms, self.dialect, term, if self.masked { Hit::Names } else { Hit::All });
                if let Some(me) = self.me.filter(|_| self.masked) {
                    arms.push_id(me);
                }
            }
            Narrow::Status => {
                for status in STATUSES.iter().filter(|status| self.filter.statuses.contains(status)) {
                    arms.push("select s.id from memberships s where s.organization_id = ", |sql, _| {
                        sql.push(" and s.status = ").push_bind(status.word()).push(" order by s.name_key, s.id");
                    });
                }
            }
            Narrow::Idle => arms.push("select s.id from memberships s where s.organization_id = ", |sql, _| {
                sql.push(" and s.active_key < ").push_bind(self.idle_before()).push(" order by s.active_key, s.id");
            }),
        }
    }

    fn push_granted(&self, arms: &mut Arms<'_>) {
        let (workspaces, levels) = (self.counting(), &self.filter.levels);
        if levels.is_empty() {
            for workspace in workspaces {
                arms.push("select g.member_id as id from grants g where g.organization_id = ", |sql, _| {
                    sql.push(" and g.workspace_id = ").push_bind(*workspace).push(" order by g.member_id");
                });
            }
            return;
        }
        // Without a workspace a level counts anywhere.
        let anywhere = [None];
        let somewhere: Vec<Option<WorkspaceId>> = workspaces.iter().copied().map(Some).collect();
        for workspace in if workspaces.is_empty() { &anywhere[..] } else { &somewhere } {
            for level in levels {
                arms.push("select l.member_id as id from grant_levels l where l.organization_id = ", |sql, _| {
                    if let Some(workspace) = workspace {
                        sql.push(" and l.workspace_id = ").push_bind(*workspace);
                    }
                    sql.push(" and l.level = ").push_bind(level.as_str()).push(" order by l.member_id");
                });
            }
        }
    }

    /// The statement over few candidates: they are looked up one by one, and sorted.
    pub(super) fn few(&self, narrow: Narrow, most: i64, shape: &Shape, after: Option<&Position>) -> Result<Sql, StoreError> {
        let (mut sql, organization) = narrow::few(self.organization, most, |arms| self.push_arms(narrow, arms));
        shape.push_begin(&mut sql);
        sql.push(" from few").push(self.dialect.choose(
            " cross join memberships m where m.id = few.id and m.organization_id = ",
            // Looked up one by one, and never by reading the whole table for a hash of it.
            " cross join lateral (select * from memberships s where s.organization_id = $1 and s.id = few.id limit 1) m \
             where m.organization_id = ",
        ));
        sql.push_arg(organization);
        self.push_rest(&mut sql, organization, shape, after)?;
        Ok(sql)
    }

    /// The statement along the order of many: it stops when it has enough.
    pub(super) fn many(&self, shape: &Shape, after: Option<&Position>) -> Result<Sql, StoreError> {
        let mut sql = Sql::build("");
        let organization = sql.arg(self.organization);
        shape.push_begin(&mut sql);
        match shape.columns {
            Columns::Row(order) => {
                sql.push(" from memberships m").push(self.dialect.choose(order.index(shape.status.is_some()), ""));
                sql.push(" where m.organization_id = ").push_arg(organization);
            }
            Columns::Count => {
                sql.push(" from (select * from memberships s where s.organization_id = ").push_arg(organization);
                sql.push(" order by s.id limit ").push_bind(LOOKED_AT).push(") m where true");
            }
        }
        self.push_rest(&mut sql, organization, shape, after)?;
        Ok(sql)
    }

    /// The statement for those between a position and the end of its window.
    pub(super) fn windowed(
        &self,
        order: Order,
        upto: &(Key, Uuid),
        limit: i64,
        after: Option<&Position>,
    ) -> Result<Sql, StoreError> {
        let shape = Shape { columns: Columns::Row(order), status: None, limit };
        let mut sql = Sql::build("");
        let organization = sql.arg(self.organization);
        shape.push_begin(&mut sql);
        let (key, id) = match self.dialect {
            Dialect::Sqlite => {
                sql.push(" from");
                self.push_stretch(&mut sql, organization, order, after, Some(upto))?;
                (order.key(), "m.id")
            }
            // The index alone is walked, and rows are looked up one by one: Postgres would read the whole table sooner than walk
            // to thousands of them.
            Dialect::Postgres => {
                sql.push(" from (select m.id, ").push(order.key()).push(" as sort_key from");
                self.push_stretch(&mut sql, organization, order, after, Some(upto))?;
                order.push_order(&mut sql, order.key(), "m.id");
                // Whoever came into the stretch since its end was found must not push its last row out.
                sql.push(" limit ").push_bind(2 * WINDOW).push(
                    ") seen cross join lateral (\
                        select * from memberships s where s.organization_id = $1 and s.id = seen.id limit 1) m where true",
                );
                ("seen.sort_key", "seen.id")
            }
        };
        self.push_conditions(&mut sql, organization, &shape, after)?;
        order.push_order(&mut sql, key, id);
        sql.push(" limit ").push_bind(limit);
        Ok(sql)
    }

    /// The statement that gives a row if there are more members than are looked at one by one to count them.
    pub(super) fn beyond(&self) -> Sql {
        let mut sql = Sql::build("select s.id from memberships s where s.organization_id = ");
        sql.push_bind(self.organization).push(" order by s.id limit 1 offset ").push_bind(LOOKED_AT);
        sql
    }

    /// The statement for these members.
    pub(super) fn these(&self, ids: &[MemberId]) -> Sql {
        let mut sql = Sql::build(ROW);
        let organization = sql.arg(self.organization);
        sql.push(" from memberships m where m.organization_id = ").push_arg(organization);
        match ids {
            [id] => sql.push(" and m.id = ").push_bind(*id),
            ids => sql.push(" and m.id in ").push_list(ids.iter().copied()),
        };
        self.seen.push(&mut sql, organization, "m.id");
        sql.push(" order by m.id");
        sql
    }

    /// The statement for those of these members who are seen.
    pub(super) fn seen_of(&self, of: &[MemberId]) -> Sql {
        let mut sql = Sql::build("select m.id from memberships m where m.organization_id = ");
        let organization = sql.arg(self.organization);
        sql.push_arg(organization).push(" and m.id in ").push_list(of.iter().copied());
        self.seen.push(&mut sql, organization, "m.id");
        sql
    }

    /// The last row of the window after a position.
    pub(super) fn window_end(&self, order: Order, after: Option<&Position>) -> Result<Sql, StoreError> {
        let mut sql = Sql::build("select sort_key, id from (select ");
        let organization = sql.arg(self.organization);
        sql.push(order.key()).push(" as sort_key, m.id from");
        self.push_stretch(&mut sql, organization, order, after, None)?;
        order.push_order(&mut sql, order.key(), "m.id");
        sql.push(" limit ").push_bind(WINDOW).push(") seen").push(order.backwards_order()).push(" limit 1");
        Ok(sql)
    }

    /// Adds the members along an order, from a position on and up to one.
    fn push_stretch(
        &self,
        sql: &mut Sql,
        organization: Arg,
        order: Order,
        after: Option<&Position>,
        upto: Option<&(Key, Uuid)>,
    ) -> Result<(), StoreError> {
        sql.push(" memberships m").push(self.dialect.choose(order.index(false), "")).push(" where m.organization_id = ");
        sql.push_arg(organization);
        if let Some(after) = after {
            order.push_after(sql, after)?;
        }
        if let Some(upto) = upto {
            order.push_upto(sql, upto);
        }
        Ok(())
    }

    fn push_rest(&self, sql: &mut Sql, organization: Arg, shape: &Shape, after: Option<&Position>) -> Result<(), StoreError> {
        self.push_conditions(sql, organization, shape, after)?;
        match shape.columns {
            Columns::Row(order) => {
                if let Some(after) = after {
                    order.push_after(sql, after)?;
                }
                order.push_order(sql, order.key(), "m.id");
            }
            Columns::Count => {}
        }
        sql.push(" limit ");
        if self.is_plain(shape) {
            sql.push_number(shape.limit);
        } else {
            // Where filters decide what is dear, Postgres had better plan for each anew.
            sql.push_bind(shape.limit);
        }
        if matches!(shape.columns, Columns::Count) {
            sql.push(") counted");
        }
        Ok(())
    }

    /// Whether a list is its order and a status at most: whatever the values are, the way to it is the same.
    fn is_plain(&self, shape: &Shape) -> bool {
        matches!(self.seen, Seen::Everyone)
            && (shape.status.is_some() || !self.has_statuses())
            && self.term.is_none()
            && !self.asks_for_grants()
            && self.resource().is_none()
            && self.filter.not_active_since.is_none()
    }

    fn push_conditions(&self, sql: &mut Sql, organization: Arg, shape: &Shape, after: Option<&Position>) -> Result<(), StoreError> {
        if let Some(status) = shape.status {
            sql.push(" and m.status = ").push_bind(status.word());
        } else if self.has_statuses() {
            sql.push(" and m.status in ").push_list(self.filter.statuses.iter().map(|status| status.word()));
        }
        // SQLite takes one upper bound into its index. Where a position is one that says as much, it must be that, or each page
        // would begin at the beginning.
        let most_active = match (shape.columns, after) {
            (Columns::Row(order), Some(after)) => order.most_active_after(after)?,
            _ => None,
        };
        if self.filter.not_active_since.is_some() && most_active.is_none_or(|most| most >= self.idle_before()) {
            sql.push(" and m.active_key < ").push_bind(self.idle_before());
        }
        self.seen.push(sql, organization, "m.id");
        if self.asks_for_grants() {
            self.push_holding(sql, organization);
        }
        if let Some(ResourceReached { resource, levels, .. }) = self.resource() {
            sql.push(" and ");
            push_reaches(sql, organization, "m.id", levels, &Things::These(vec![*resource]));
        }
        self.push_term(sql);
        Ok(())
    }

    fn push_holding(&self, sql: &mut Sql, organization: Arg) {
        let levels = &self.filter.levels;
        // Scalars with a limit, for the same reason as in `Seen::push`.
        sql.push(if levels.is_empty() {
            " and (select true from grants g where g.organization_id = "
        } else {
            " and (select true from grant_levels g where g.organization_id = "
        });
        sql.push_arg(organization).push(" and g.member_id = m.id");
        if self.filter.workspace.is_some() {
            sql.push(" and g.workspace_id in ").push_list(self.counting().iter().copied());
        }
        if !levels.is_empty() {
            sql.push(" and g.level in ").push_list(levels.iter().map(LevelKey::as_str));
            self.seen.push_grant(sql, "m.id");
        }
        sql.push(" limit 1)");
    }

    fn push_term(&self, sql: &mut Sql) {
        let Some(term) = &self.term else { return };
        sql.push(" and (");
        if self.masked {
            // Somebody without a name is called by their address, which is hidden. Oneself never is.
            sql.push("(m.first_name is not null or m.last_name is not null) and ");
        }
        term.push_name(sql, self.dialect, "m.name_key");
        if !self.masked {
            sql.push(" or ");
            term.push_address(sql, self.dialect, "m.email");
        } else if let Some(me) = self.me {
            sql.push(" or m.id = ").push_bind(me).push(" and (");
            term.push_name(sql, self.dialect, "m.name_key");
            sql.push(" or ");
            term.push_address(sql, self.dialect, "m.email");
            sql.push(")");
        }
        sql.push(")");
    }

    /// Who was never active has 0 as their key and is among the idle, however far back "since" lies.
    fn idle_before(&self) -> i64 {
        self.filter.not_active_since.map_or(i64::MAX, |since: Instant| since.micros().max(1))
    }
}

impl Shape {
    fn push_begin(&self, sql: &mut Sql) {
        match self.columns {
            Columns::Row(order) => sql.push(ROW).push(", ").push(order.key()).push(" as sort_key"),
            Columns::Count => sql.push("select count(*) as n from (select m.id"),
        };
    }
}
