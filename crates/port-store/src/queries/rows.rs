//! The other rows that are read.

use tenure_domain::grant::Grant;
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Language, Membership};
use tenure_domain::organization::Organization;
use tenure_domain::revocation::Receipt;
use tenure_domain::user::{Device, User};
use tenure_domain::workspace::Step;
use tenure_domain::{Instant, MemberId, OrganizationId, PlanKey, PortfolioId, RecordId, SessionId, WorkspaceId};
use uuid::Uuid;

use crate::LiveToken;

/// A session as its user sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnSession {
    /// Its id.
    pub id: SessionId,
    /// What it was begun on, as far as that said.
    pub device: Option<Device>,
    /// When somebody signed in.
    pub created_at: Instant,
    /// When something was done in it last, to the minute.
    pub seen_at: Instant,
    /// From then on it is dead, whatever is done in it.
    pub expires_at: Instant,
}

/// What lets somebody in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Credential {
    /// They signed in.
    Session(OwnSession),
    /// A program acts for them in one organization.
    Token(LiveToken),
}

/// Who asks, as the database knows them at this moment.
#[derive(Clone, PartialEq, Debug)]
pub struct Principal {
    /// What lets them in.
    pub credential: Credential,
    /// Their login.
    pub user: User,
    /// Whether they have a second factor that counts.
    pub has_factor: bool,
    /// The organization asked about, if there is one.
    pub organization: Option<Organization>,
    /// Their membership in it, with its grants.
    pub membership: Option<(Membership, Vec<Grant>)>,
    /// The chains of those grants' workspaces, in the order of the grants, each root first.
    pub chains: Vec<Vec<Step>>,
}

impl Principal {
    /// Their session, if that is what lets them in.
    pub const fn session(&self) -> Option<&OwnSession> {
        match &self.credential {
            Credential::Session(session) => Some(session),
            Credential::Token(_) => None,
        }
    }

    /// The token, if that is what lets them in.
    pub const fn token(&self) -> Option<&LiveToken> {
        match &self.credential {
            Credential::Token(token) => Some(token),
            Credential::Session(_) => None,
        }
    }
}

/// An organization that a user belongs to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfUser {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// The membership there.
    pub member: MemberId,
}

/// An organization in an operator's list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrganizationRow {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its model's name.
    pub model: String,
    /// Its plan.
    pub plan: Option<PlanKey>,
    /// Its seats.
    pub seats: Option<u32>,
    /// Whether it is switched on.
    pub active: bool,
    /// When it was made.
    pub created_at: Instant,
    /// How often it was changed, and once more.
    pub version: u64,
}

/// Where an invitation's mail is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeliveryState {
    /// It waits, or is tried again.
    Queued,
    /// The mail server took it.
    Sent,
    /// It was given up.
    Failed,
}

/// Where an invitation's mail is, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delivery {
    /// Where.
    pub state: DeliveryState,
    /// What went wrong last, if anything did.
    pub reason: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// Since when.
    pub at: Instant,
    /// While it is queued: before then it isn't tried, because others leave first or because the last try failed.
    pub due_at: Option<Instant>,
}

/// An invitation in a list, or behind a link.
#[derive(Clone, PartialEq, Debug)]
pub struct InvitationRow {
    /// The invitation.
    pub invitation: Invitation,
    /// The membership that it offers, unmasked.
    pub membership: Membership,
    /// What it offers: each grant with its workspace's name.
    pub grants: Vec<(Grant, String)>,
    /// The organization's name.
    pub organization_name: String,
    /// Who invited last, as a display name; none for an operator or somebody who is gone.
    pub inviter_name: Option<String>,
    /// Where its latest mail is; none before there was one.
    pub delivery: Option<Delivery>,
}

/// A receipt in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct ReceiptRow {
    /// The receipt.
    pub receipt: Receipt,
    /// The portfolios that it still names.
    pub portfolios: Vec<PortfolioId>,
    /// The leaver's display name; none if they are gone.
    pub member_name: Option<String>,
    /// Where it is told: the workspaces that it is about, and in place of those that are gone what lay above them.
    pub told_at: Vec<WorkspaceId>,
}

/// Which entries of the journal.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct JournalFilter {
    /// By this member, operator's user id, or both.
    pub actor: Option<Uuid>,
    /// About this member, workspace, contact or organization.
    pub target: Option<Uuid>,
    /// Of this kind.
    pub kind: Option<String>,
    /// At or after.
    pub since: Option<Instant>,
}

/// An entry of the journal.
#[derive(Clone, PartialEq, Debug)]
pub struct JournalRow {
    /// Its position; none until it is sealed.
    pub position: Option<u64>,
    /// Its id.
    pub id: RecordId,
    /// When.
    pub at: Instant,
    /// What sort of actor: `member`, `operator` or `system`.
    pub actor_kind: String,
    /// Who; none for the system.
    pub actor: Option<Uuid>,
    /// What.
    pub kind: String,
    /// What sort of target.
    pub target_kind: String,
    /// To what.
    pub target: Uuid,
    /// Before, as a JSON object.
    pub before: serde_json::Value,
    /// After, as a JSON object.
    pub after: serde_json::Value,
    /// Why.
    pub reason: Option<String>,
}

/// What a letter needs to know besides its errand.
#[derive(Clone, PartialEq, Debug)]
pub struct LetterFacts {
    /// The organization.
    pub organization: Organization,
    /// To whom; mail goes to the address that is stored here.
    pub to: Membership,
    /// The language to write in.
    pub language: Language,
    /// Who caused it, as a display name; none for operators, the system, and people who are gone.
    pub actor_name: Option<String>,
    /// Whose contacts they were, as a display name.
    pub from_name: Option<String>,
    /// The workspace that it is about, with its name.
    pub workspace_name: Option<String>,
    /// The grant that the letter is about, as it is now.
    pub grant: Option<Grant>,
    /// All that an invitation offers, or that somebody has again: each grant with its workspace's name.
    pub offered: Vec<(Grant, String)>,
    /// The invitation.
    pub invitation: Option<Invitation>,
    /// Whether anybody who gave what it offers is in a position to give at all: an active member, or an operator.
    pub has_giver: bool,
    /// How many contacts came; counted when the letter is written, up to 10,000.
    pub contacts: Option<super::Bounded>,
    /// The login that a letter about a password or an address is for; it goes to an address of the login's own.
    pub login: Option<User>,
}

/// An invariant of the model that the data breaks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Violation {
    /// The invariant, such as `never_headless`.
    pub invariant: &'static str,
    /// The organization.
    pub organization: Option<OrganizationId>,
    /// What is wrong, with ids and without names.
    pub detail: String,
}
