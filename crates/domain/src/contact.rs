//! Contacts and portfolios: the work that changes hands when somebody goes (R11).

mod assign;
mod delete;

pub use assign::{AssignFacts, AssignRefused, Assignee, assign, may_have};
pub use delete::delete;

use crate::email::EmailAddress;
use crate::id::{ContactId, MemberId, OrganizationId, PortfolioId, WorkspaceId};
use crate::instant::Instant;
use crate::membership::Phone;
use crate::text::Name;

/// A person whom the organization serves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: ContactId,
    /// Where it is served.
    pub workspace: WorkspaceId,
    /// Its name.
    pub name: Name,
    /// Its address, if known.
    pub email: Option<EmailAddress>,
    /// Its phone number, if known.
    pub phone: Option<Phone>,
    /// The bundle it changes hands with; none when nobody was ever assigned, or the assignment was taken back singly.
    pub portfolio: Option<PortfolioId>,
    /// When it was made.
    pub created_at: Instant,
    /// Counts its changes.
    pub version: u64,
}

/// The contacts of one workspace that change hands together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Portfolio {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: PortfolioId,
    /// Whose contacts it bundles.
    pub workspace: WorkspaceId,
    /// Who opened it.
    pub first_holder: MemberId,
    /// Who holds it now; none when it was left unassigned.
    pub holder: Option<MemberId>,
    /// Whether it still takes new contacts: until it is handed over. One for each (workspace, first holder).
    pub open: bool,
}
