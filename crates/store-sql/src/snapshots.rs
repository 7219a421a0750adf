//! Rows ⇄ snapshots, one file per noun, for units and queries alike.
//!
//! Every noun has a fixed alias (`m` for memberships) and comes in columns named after it (`m_id`), whatever it is joined
//! with: `…_columns!()` is the list to select, `read` makes the snapshot of a row, and where a left join may find nothing
//! `find` gives an option.

pub(crate) mod contact;
pub(crate) mod errand;
pub(crate) mod grant;
pub(crate) mod import_row;
pub(crate) mod invitation;
pub(crate) mod job;
pub(crate) mod membership;
pub(crate) mod organization;
pub(crate) mod portfolio;
pub(crate) mod receipt;
pub(crate) mod resource;
pub(crate) mod resource_group;
pub(crate) mod session;
pub(crate) mod token;
pub(crate) mod user;
pub(crate) mod workspace;

use tenure_domain::grant::Giver;
use tenure_domain::record::Actor;
use tenure_port_store::StoreError;

use crate::{Row, Value};

/// `a.x as a_x, a.y as a_y` for the alias `a` and the columns `x y`.
macro_rules! columns {
    ($alias:literal: $first:ident $($column:ident)*) => {
        concat!(
            $alias, ".", stringify!($first), " as ", $alias, "_", stringify!($first)
            $(, ", ", $alias, ".", stringify!($column), " as ", $alias, "_", stringify!($column))*
        )
    };
}
pub(crate) use columns;

/// The value of a closed set that this word stands for.
fn word<T: Copy, const N: usize>(row: &Row, column: &str, all: [T; N], word: impl Fn(T) -> &'static str) -> Result<T, StoreError> {
    row.parse(column, |text| all.into_iter().find(|one| word(*one) == text).ok_or(()))
}

/// A giver as kind and id.
pub(crate) fn giver_values(giver: Giver) -> (Value, Value) {
    let (kind, id) = giver_parts(giver);
    (kind.into(), id.into())
}

/// A giver from kind and id.
pub(crate) fn giver(row: &Row, kind: &str, id: &str) -> Result<Giver, StoreError> {
    giver_of(row.text(kind)?, row.id::<uuid::Uuid>(id)?, kind)
}

/// A giver from kind and id, as some column has them.
pub(crate) fn giver_of(kind: &str, id: uuid::Uuid, column: &str) -> Result<Giver, StoreError> {
    match kind {
        "member" => Ok(Giver::Member(id.into())),
        "operator" => Ok(Giver::Operator(id.into())),
        _ => Err(StoreError::Corrupt(format!("column {column} has an unknown word"))),
    }
}

/// A giver as the word for its kind, and its id.
pub(crate) fn giver_parts(giver: Giver) -> (&'static str, uuid::Uuid) {
    match giver {
        Giver::Member(id) => ("member", id.uuid()),
        Giver::Operator(id) => ("operator", id.uuid()),
    }
}

/// An actor as kind and id.
pub(crate) fn actor_values(actor: Actor) -> (Value, Value) {
    let id = match actor {
        Actor::Member(id) => Some(id.uuid()),
        Actor::Operator(id) => Some(id.uuid()),
        Actor::System => None,
    };
    (actor.word().into(), id.into())
}

/// An actor from kind and id.
pub(crate) fn actor(row: &Row, kind: &str, id: &str) -> Result<Actor, StoreError> {
    match row.text(kind)? {
        "member" => Ok(Actor::Member(row.id(id)?)),
        "operator" => Ok(Actor::Operator(row.id(id)?)),
        "system" => Ok(Actor::System),
        _ => Err(StoreError::Corrupt(format!("column {kind} has an unknown word"))),
    }
}
