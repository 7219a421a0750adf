//! What happened, in the past tense: the stuff of the journal and the outbox (R19).

mod describe;
mod kind;

use std::collections::BTreeSet;

use crate::email::EmailAddress;
use crate::grant::Offer;
use crate::id::{ContactId, InvitationId, MemberId, OrganizationId, ReceiptId, ResourceGroupId, ResourceId, TokenId, WorkspaceId};
use crate::instant::Instant;
use crate::keys::{KindKey, PermissionKey};
use crate::membership::Status;
use crate::selection::Selection;

pub(crate) use describe::moved;
pub use describe::{Detail, Details};
pub use kind::InLists;

/// One thing that happened in an organization.
#[derive(Clone, PartialEq, Debug)]
#[expect(missing_docs, reason = "the fields repeat their variant's sentence")]
pub enum Event {
    /// The organization was made.
    OrganizationFounded { organization: OrganizationId, name: String, model: String },
    /// Its name, plan, features, seats or settings changed.
    OrganizationChanged { organization: OrganizationId, before: Details, after: Details },
    /// The organization lives by another access model: the documents, and which words became which others.
    AccessModelChanged { organization: OrganizationId, before: Details, after: Details },
    /// A workspace was made.
    WorkspaceCreated { workspace: WorkspaceId, parent: WorkspaceId, name: String },
    /// A workspace's name, features or whether it is on changed.
    WorkspaceChanged { workspace: WorkspaceId, before: Details, after: Details },
    /// A workspace lies below another one now, with all below it.
    WorkspaceMoved { workspace: WorkspaceId, from: WorkspaceId, to: WorkspaceId },
    /// A workspace in which nothing was is gone from below another one.
    WorkspaceDeleted { workspace: WorkspaceId, parent: WorkspaceId, name: String },
    /// Somebody new was invited.
    MemberInvited {
        member: MemberId,
        email: EmailAddress,
        invitation: InvitationId,
        generation: u32,
        workspace: WorkspaceId,
        offer: Offer,
        mail_at: Instant,
    },
    /// Somebody who is pending was offered something at another workspace, or something else at the same.
    OfferChanged { member: MemberId, workspace: WorkspaceId, before: Offer, after: Offer },
    /// The link was made anew; older ones are dead.
    InvitationResent { member: MemberId, invitation: InvitationId, generation: u32, mail_at: Instant },
    /// The address was corrected, and the link made anew.
    InvitationCorrected {
        member: MemberId,
        invitation: InvitationId,
        generation: u32,
        before: EmailAddress,
        after: EmailAddress,
        mail_at: Instant,
    },
    /// The offer was taken back.
    InvitationWithdrawn { member: MemberId, email: EmailAddress, workspaces: Vec<WorkspaceId> },
    /// The invited person declined.
    InvitationRefused { member: MemberId, email: EmailAddress, workspaces: Vec<WorkspaceId> },
    /// The invited person is a member from now on.
    InvitationAccepted { member: MemberId, workspaces: Vec<WorkspaceId> },
    /// An offer fell away: at acceptance, because who made it may not make it any more, or because somebody else is to govern.
    OfferLapsed { member: MemberId, workspace: WorkspaceId, offer: Offer },
    /// A member got access to a workspace.
    AccessGranted { member: MemberId, workspace: WorkspaceId, offer: Offer },
    /// A member's access to a workspace changed.
    AccessChanged { member: MemberId, workspace: WorkspaceId, before: Offer, after: Offer },
    /// A member's access to a workspace ended.
    AccessRevoked { member: MemberId, workspace: WorkspaceId, offer: Offer, receipt: ReceiptId },
    /// A member left the organization, with all their access.
    MemberDeleted { member: MemberId, offers: Vec<(WorkspaceId, Offer)>, receipt: ReceiptId },
    /// A member acts nowhere for a while.
    MemberDeactivated { member: MemberId, receipt: ReceiptId },
    /// A member acts again.
    MemberReactivated { member: MemberId },
    /// Whoever runs the server named somebody who is to govern. What came of it is told by what follows.
    GovernorNamed { member: MemberId, status: Option<Status>, told: Vec<MemberId> },
    /// A deletion was undone.
    MemberRestored { member: MemberId, offers: Vec<(WorkspaceId, Offer)>, receipt: ReceiptId },
    /// A revocation was undone.
    AccessRestored { member: MemberId, workspace: WorkspaceId, offer: Offer, receipt: ReceiptId },
    /// Bundles of contacts changed hands, or were left unassigned.
    ContactsHandedOver {
        from: MemberId,
        to: Option<MemberId>,
        workspaces: Vec<WorkspaceId>,
        portfolios: usize,
        receipt: Option<ReceiptId>,
    },
    /// Bundles of contacts came back.
    ContactsReturned { to: MemberId, portfolios: usize, receipt: ReceiptId },
    /// Contacts were made.
    ContactsCreated { workspace: WorkspaceId, contacts: Vec<ContactId>, assignee: Option<MemberId> },
    /// One contact was assigned, or left unassigned.
    ContactAssigned { contact: ContactId, before: Option<MemberId>, after: Option<MemberId> },
    /// A contact is gone, and with it what was known of it.
    ContactDeleted { contact: ContactId, workspace: WorkspaceId, assignee: Option<MemberId> },
    /// A profile changed. Only the names of the fields are journalled: the journal outlives people's profiles.
    ProfileChanged { member: MemberId, fields: Vec<&'static str> },
    /// The locks on signing in with a member's address were lifted, on all networks.
    MemberUnlocked { member: MemberId },
    /// Somebody who manages a member had them sent a link to another password. The journal doesn't say whether the mail left: the limit
    /// is the login's, whatever number of organizations it belongs to.
    PasswordResetRequested { member: MemberId, generation: Option<u32> },
    /// Somebody who manages a member asked for another address to sign in with. It counts once it is confirmed, and the journal says neither
    /// which it is nor whether a mail left.
    EmailChangeRequested { member: MemberId, generation: Option<u32> },
    /// A member has another address to sign in with, which they confirmed. The journal doesn't say which: it outlives people's profiles.
    EmailChanged { member: MemberId },
    /// A program may act for a member from now on, with a token of this name; for these rights alone, where any are named.
    TokenMade { member: MemberId, token: TokenId, name: String, permissions: Option<BTreeSet<PermissionKey>> },
    /// The same, in the place of another token, which is dead.
    TokenReplaced { member: MemberId, token: TokenId, name: String, older: TokenId },
    /// A token is dead. What dies with somebody's membership, or with their acting, is told by that.
    TokenDeleted { member: MemberId, token: TokenId, name: String },
    /// A list of members left the house. What was searched for isn't kept: it may be somebody's name or address.
    MembersExported { organization: OrganizationId, filter: Details },
    /// The journal left the house.
    JournalExported { organization: OrganizationId, filter: Details },
    /// A resource was made.
    ResourceCreated { resource: ResourceId, kind: KindKey, name: String, for_everyone: bool, groups: BTreeSet<ResourceGroupId> },
    /// A resource got another name, is for everyone from now on or isn't any more, or is in other groups.
    ResourceChanged { resource: ResourceId, before: Details, after: Details },
    /// A resource is gone, and with it every choice of it: whose, the first of them, and whether there were more.
    ResourceDeleted {
        resource: ResourceId,
        kind: KindKey,
        name: String,
        for_everyone: bool,
        groups: BTreeSet<ResourceGroupId>,
        members: Vec<MemberId>,
        more: bool,
    },
    /// A group of resources was made.
    ResourceGroupCreated { group: ResourceGroupId, kind: KindKey, name: String },
    /// A group of resources got another name.
    ResourceGroupChanged { group: ResourceGroupId, before: Details, after: Details },
    /// A group of resources is gone, and with it every choice of it: whose, the first of them, and whether there were more.
    ResourceGroupDeleted {
        group: ResourceGroupId,
        kind: KindKey,
        name: String,
        resources: Vec<ResourceId>,
        members: Vec<MemberId>,
        more: bool,
    },
    /// A member reaches other resources of a kind than before.
    SelectionChanged { member: MemberId, kind: KindKey, before: Selection, after: Selection },
    /// Somebody was refused access to something.
    AccessRefused { member: MemberId, rule: &'static str, times: u32 },
}

/// What something happened to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// The organization itself.
    Organization(OrganizationId),
    /// A workspace.
    Workspace(WorkspaceId),
    /// A member.
    Member(MemberId),
    /// A contact.
    Contact(ContactId),
    /// A resource.
    Resource(ResourceId),
    /// A group of resources.
    ResourceGroup(ResourceGroupId),
}

impl Target {
    /// What sort of thing it is, in one word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Organization(_) => "organization",
            Self::Workspace(_) => "workspace",
            Self::Member(_) => "member",
            Self::Contact(_) => "contact",
            Self::Resource(_) => "resource",
            Self::ResourceGroup(_) => "resource_group",
        }
    }

    /// Its bare id.
    pub const fn uuid(self) -> uuid::Uuid {
        match self {
            Self::Organization(id) => id.uuid(),
            Self::Workspace(id) => id.uuid(),
            Self::Member(id) => id.uuid(),
            Self::Contact(id) => id.uuid(),
            Self::Resource(id) => id.uuid(),
            Self::ResourceGroup(id) => id.uuid(),
        }
    }
}
