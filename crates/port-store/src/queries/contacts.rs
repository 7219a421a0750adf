//! Lists of contacts, narrowed and masked for who looks.

use tenure_domain::contact::Contact;
use tenure_domain::selection::Sharing;
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::workspace::Chain;
use tenure_domain::{MemberId, OrganizationId, WorkspaceId};

/// What somebody sees of the contacts from one workspace down, until a deeper entry says otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sight {
    /// From which workspace down, and where that lies.
    pub at: Chain,
    /// Whether they see contacts at all from here down.
    pub holds: bool,
    /// Which ones.
    pub visibility: Visibility,
    /// What is hidden of them.
    pub masking: Masking,
}

/// What a viewer sees of an organization's contacts. The nearest entry at or above a contact's workspace decides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sights {
    /// Whose contacts.
    pub organization: OrganizationId,
    /// The organization's root: entries that don't lie below it show nothing.
    pub root: WorkspaceId,
    /// The viewer.
    pub viewer: MemberId,
    /// One entry for each of their grants.
    pub entries: Vec<Sight>,
    /// For each kind that their visibility names, what decides with whom they have one in common. A kind that is missing here
    /// shows their own contacts and no others.
    pub sharing: Vec<Sharing>,
}

/// Which contacts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ContactFilter {
    /// Of this workspace.
    pub workspace: Option<WorkspaceId>,
    /// Held by this member; `Some(None)` for those that nobody holds.
    pub assignee: Option<Option<MemberId>>,
    /// With this text in a field that isn't hidden from the viewer. Anything; the store folds it.
    pub q: Option<String>,
}

/// A contact in a list, unmasked.
#[derive(Clone, PartialEq, Debug)]
pub struct ContactRow {
    /// The contact.
    pub contact: Contact,
    /// Who holds it.
    pub assignee: Option<MemberId>,
    /// What is hidden of it from this viewer: faces mask by it.
    pub masking: Masking,
}
