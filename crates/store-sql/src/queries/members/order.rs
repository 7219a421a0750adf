//! The orders of a list of members.

use std::cmp::Ordering;

use tenure_domain::MemberId;
use tenure_domain::visibility::Masking;
use tenure_port_store::{MemberSort, Position, StoreError};
use uuid::Uuid;

use super::Key;
use crate::queries::pages;
use crate::{Row, Sql, Value};

/// What a list of members is sorted by, for one viewer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::queries) struct Order {
    by: By,
    backwards: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum By {
    Name,
    /// By the name that a masked viewer sees: people who have none come first, in the order of their ids, and not where the
    /// address that stands in for it would put them.
    ShownName,
    Email,
    Activity,
}

impl Order {
    pub(super) fn new(sort: MemberSort, masking: Masking) -> Self {
        let masked = masking.hides_addresses();
        let (by, backwards) = match sort {
            MemberSort::Email if !masked => (By::Email, false),
            MemberSort::EmailDescending if !masked => (By::Email, true),
            MemberSort::LastActive => (By::Activity, false),
            MemberSort::LastActiveDescending => (By::Activity, true),
            // A masked viewer who asks for an order by address gets the one by name, as the port says.
            MemberSort::Name | MemberSort::Email | MemberSort::EmailDescending => (By::Name, false),
            MemberSort::NameDescending => (By::Name, true),
        };
        Self { by: if masked && by == By::Name { By::ShownName } else { by }, backwards }
    }

    /// Whether the rows of one status come in this order from an index.
    pub(super) fn has_index_by_status(self) -> bool {
        matches!(self.by, By::Name | By::Activity)
    }

    /// Whether this is the order of activity.
    pub(super) fn is_by_activity(self) -> bool {
        self.by == By::Activity
    }

    pub(super) const fn key(self) -> &'static str {
        match self.by {
            By::Name => "m.name_key",
            By::ShownName => "m.shown_key",
            By::Email => "m.email",
            By::Activity => "m.active_key",
        }
    }

    /// The index that has the members in this order, all of them or those of one status: SQLite keeps no statistics to find it
    /// by, and must not leave it for that of a filter and sort all it finds there.
    pub(super) const fn index(self, of_one_status: bool) -> &'static str {
        match (self.by, of_one_status) {
            (By::Name, false) => " indexed by memberships_by_name",
            (By::Name, true) => " indexed by memberships_by_status",
            (By::Activity, false) => " indexed by memberships_by_activity",
            (By::Activity, true) => " indexed by memberships_by_status_and_activity",
            (By::ShownName, _) => " indexed by memberships_by_shown_name",
            (By::Email, _) => " indexed by memberships_by_email",
        }
    }

    /// The key of a row that was selected `as sort_key`.
    pub(super) fn key_of(row: &Row) -> Result<Key, StoreError> {
        Ok(match row.opt_text("sort_key") {
            Ok(text) => Key::Text(text.unwrap_or_default().to_owned()),
            Err(_) => Key::Number(row.int("sort_key")?),
        })
    }

    fn read(self, position: &Position) -> Result<Key, StoreError> {
        Ok(if self.is_by_activity() { Key::Number(pages::number(position)?) } else { Key::Text(position.key.clone()) })
    }

    /// Adds that rows come after this position.
    pub(super) fn push_after(self, sql: &mut Sql, position: &Position) -> Result<(), StoreError> {
        let key = self.read(position)?;
        self.push_compared(sql, if self.backwards { " < (" } else { " > (" }, &key, position.id);
        Ok(())
    }

    /// The activity that no row after this position exceeds, in an order that says so.
    pub(super) fn most_active_after(self, position: &Position) -> Result<Option<i64>, StoreError> {
        if self.is_by_activity() && self.backwards { pages::number(position).map(Some) } else { Ok(None) }
    }

    /// Adds that rows come no later than this one.
    pub(super) fn push_upto(self, sql: &mut Sql, (key, id): &(Key, Uuid)) {
        self.push_compared(sql, if self.backwards { " >= (" } else { " <= (" }, key, *id);
    }

    fn push_compared(self, sql: &mut Sql, compared: &'static str, key: &Key, id: Uuid) {
        sql.push(" and (").push(self.key()).push(", m.id)").push(compared);
        sql.push_bind(key.clone()).push(", ").push_bind(id).push(")");
    }

    /// Adds the order itself, by the columns of the key and the id.
    pub(super) fn push_order(self, sql: &mut Sql, key: &'static str, id: &'static str) {
        let direction = if self.backwards { " desc" } else { "" };
        sql.push(" order by ").push(key).push(direction).push(", ").push(id).push(direction);
    }

    /// The order of `sort_key` and `id` from its end.
    pub(super) const fn backwards_order(self) -> &'static str {
        if self.backwards { " order by sort_key, id" } else { " order by sort_key desc, id desc" }
    }

    pub(super) fn compare(self, one: (&Key, MemberId), other: (&Key, MemberId)) -> Ordering {
        if self.backwards { other.cmp(&one) } else { one.cmp(&other) }
    }
}

impl From<Key> for Value {
    fn from(key: Key) -> Self {
        match key {
            Key::Text(text) => text.into(),
            Key::Number(number) => number.into(),
        }
    }
}

/// The position of a row.
pub(super) fn position(key: &Key, id: Uuid) -> Position {
    let key = match key {
        Key::Text(text) => text.clone(),
        Key::Number(number) => number.to_string(),
    };
    Position { key, id }
}
