//! Cursors: positions in a list, sealed over everything that makes the list what it is.

use tenure_credentials::CursorContext;
use tenure_domain::{OrganizationId, UserId};
use tenure_port_store::Position;

use crate::{AppState, Problem};

/// The list that a cursor belongs to.
#[derive(Clone, Debug)]
pub struct Cursors {
    /// The route, with its ids.
    pub route: String,
    /// The organization.
    pub organization: Option<OrganizationId>,
    /// The filter, in whatever form says all of it.
    pub filter: String,
    /// The sort.
    pub sort: String,
    /// Who asks.
    pub actor: UserId,
}

impl Cursors {
    fn context(&self) -> CursorContext<'_> {
        CursorContext {
            route: &self.route,
            organization: self.organization,
            filter: self.filter.as_bytes(),
            sort: &self.sort,
            actor: self.actor,
        }
    }

    /// Seals a position.
    pub fn seal(&self, state: &AppState, position: &Position) -> String {
        let mut payload = position.id.as_bytes().to_vec();
        payload.extend_from_slice(position.key.as_bytes());
        state.sealer().seal(&self.context(), &payload)
    }

    /// Opens a cursor. One that was flipped, cut, or made for another list or another person is malformed.
    pub fn open(&self, state: &AppState, cursor: &str) -> Result<Position, Problem> {
        let position = state.sealer().open(&self.context(), cursor).and_then(|payload| {
            let (id, key) = payload.split_at_checked(16)?;
            Some(Position { id: uuid::Uuid::from_slice(id).ok()?, key: String::from_utf8(key.to_vec()).ok()? })
        });
        position.ok_or_else(|| {
            Problem::malformed("this cursor does not belong to this list; begin at its first page").with_rule("bad_cursor")
        })
    }
}
