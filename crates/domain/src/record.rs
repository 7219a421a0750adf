//! Records and errands: what the journal keeps of an event, and what the outside world is told of it.

use std::time::Duration;

use crate::event::Event;
use crate::id::{ErrandId, InvitationId, MemberId, OrganizationId, ReceiptId, RecordId, UserId, WorkspaceId};
use crate::instant::Instant;
use crate::text::Reason;

/// Who did something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Actor {
    /// A member of the organization.
    Member(MemberId),
    /// An operator of the installation.
    Operator(UserId),
    /// Tenure itself.
    System,
}

impl Actor {
    /// Whoever runs the server, on its command line, where nobody signs in.
    pub const SERVER: Self = Self::Operator(UserId::new(uuid::Uuid::nil()));

    /// What sort of actor it is, in one word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member(_) => "member",
            Self::Operator(_) => "operator",
            Self::System => "system",
        }
    }
}

/// An entry of the journal.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: RecordId,
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: Actor,
    /// What.
    pub event: Event,
    /// Why, where somebody said so.
    pub reason: Option<Reason>,
}

/// Something to tell the outside world. No secret lies in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Errand {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id, which is the letter's Message-ID too.
    pub id: ErrandId,
    /// When it was written.
    pub at: Instant,
    /// Before then nobody is told.
    pub due_at: Instant,
    /// Who caused it.
    pub actor: Actor,
    /// To whom.
    pub member: MemberId,
    /// What to tell.
    pub matter: Matter,
}

/// What a letter is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Matter {
    /// You are invited; the link is derived from invitation and generation when the letter is written.
    Invitation {
        /// Which.
        invitation: InvitationId,
        /// The link's generation; a letter whose generation has been overtaken isn't sent.
        generation: u32,
    },
    /// You have access to a workspace.
    AccessGranted {
        /// Which.
        workspace: WorkspaceId,
    },
    /// Your access to a workspace is another.
    AccessChanged {
        /// Which.
        workspace: WorkspaceId,
    },
    /// Your access to a workspace has ended.
    AccessRevoked {
        /// Which.
        workspace: WorkspaceId,
    },
    /// You are no longer a member of the organization.
    MemberDeleted,
    /// You can't act in the organization for a while.
    MemberDeactivated,
    /// You can act in the organization again.
    MemberReactivated,
    /// You are a member of the organization again, with the access that you had.
    MemberRestored,
    /// Here is a link to another password, derived from the login and generation when the letter is written.
    PasswordReset {
        /// The link's generation; a letter whose generation has been overtaken isn't sent.
        generation: u32,
    },
    /// Your password is another.
    PasswordChanged,
    /// Confirm that this is to be your address; the link is derived from the login and generation when the letter is written.
    EmailConfirmation {
        /// The link's generation; a letter whose generation has been overtaken isn't sent.
        generation: u32,
    },
    /// Your address is another: told to the one before.
    EmailChanged {
        /// The generation of the link by which it was confirmed.
        generation: u32,
    },
    /// Your login has a second factor from now on.
    SecondFactorAdded,
    /// Your login has none any more.
    SecondFactorRemoved,
    /// Somebody showed one of your recovery codes.
    RecoveryCodeUsed,
    /// Your recovery codes are others.
    RecoveryCodesRenewed,
    /// Whoever runs the server named somebody who is to govern beside you.
    GovernorNamed {
        /// Whom.
        governor: MemberId,
    },
    /// Contacts are yours now.
    ContactsHandedOver {
        /// Whose they were.
        from: MemberId,
        /// The receipt that names them.
        receipt: ReceiptId,
    },
}

impl Matter {
    /// The word in SQL and metrics.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::AccessGranted { .. } => "access_granted",
            Self::AccessChanged { .. } => "access_changed",
            Self::AccessRevoked { .. } => "access_revoked",
            Self::MemberDeleted => "member_deleted",
            Self::MemberDeactivated => "member_deactivated",
            Self::MemberReactivated => "member_reactivated",
            Self::MemberRestored => "member_restored",
            Self::PasswordReset { .. } => "password_reset",
            Self::PasswordChanged => "password_changed",
            Self::EmailConfirmation { .. } => "email_confirmation",
            Self::EmailChanged { .. } => "email_changed",
            Self::SecondFactorAdded => "second_factor_added",
            Self::SecondFactorRemoved => "second_factor_removed",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::RecoveryCodesRenewed => "recovery_codes_renewed",
            Self::GovernorNamed { .. } => "governor_named",
            Self::ContactsHandedOver { .. } => "contacts_handed_over",
        }
    }

    /// When it is due, of what is told at this moment. Letters leave in the order in which they are due: whoever waits for a link that lives for
    /// an hour, or should hear of another password at once, isn't behind the thousands that somebody's bulk work tells of.
    pub fn due_at(self, told_at: Instant) -> Instant {
        match self {
            Self::PasswordReset { .. }
            | Self::PasswordChanged
            | Self::EmailConfirmation { .. }
            | Self::EmailChanged { .. }
            | Self::SecondFactorAdded
            | Self::SecondFactorRemoved
            | Self::RecoveryCodeUsed
            | Self::RecoveryCodesRenewed
            | Self::GovernorNamed { .. } => told_at.minus(FIRST),
            _ => told_at,
        }
    }
}

/// How far ahead of others they are: longer than letters wait, unless no mail leaves at all.
const FIRST: Duration = Duration::from_hours(24);

/// What the outside world is told of an entry: the one place that decides it. `next` makes ids.
pub fn errands(record: &Record, mut next: impl FnMut() -> ErrandId) -> Vec<Errand> {
    let mut due_at = record.at;
    let told = match &record.event {
        Event::MemberInvited { member, invitation, generation, mail_at, .. }
        | Event::InvitationResent { member, invitation, generation, mail_at }
        | Event::InvitationCorrected { member, invitation, generation, mail_at, .. } => {
            due_at = *mail_at;
            Some((*member, Matter::Invitation { invitation: *invitation, generation: *generation }))
        }
        Event::AccessGranted { member, workspace, .. } | Event::AccessRestored { member, workspace, .. } => {
            Some((*member, Matter::AccessGranted { workspace: *workspace }))
        }
        Event::AccessChanged { member, workspace, .. } => Some((*member, Matter::AccessChanged { workspace: *workspace })),
        Event::AccessRevoked { member, workspace, .. } => Some((*member, Matter::AccessRevoked { workspace: *workspace })),
        Event::MemberDeleted { member, .. } => Some((*member, Matter::MemberDeleted)),
        Event::MemberDeactivated { member, .. } => Some((*member, Matter::MemberDeactivated)),
        Event::MemberReactivated { member } => Some((*member, Matter::MemberReactivated)),
        Event::MemberRestored { member, .. } => Some((*member, Matter::MemberRestored)),
        Event::PasswordResetRequested { member, generation: Some(generation) } => {
            Some((*member, Matter::PasswordReset { generation: *generation }))
        }
        Event::EmailChangeRequested { member, generation: Some(generation) } => {
            Some((*member, Matter::EmailConfirmation { generation: *generation }))
        }
        Event::ContactsHandedOver { from, to: Some(to), receipt: Some(receipt), .. } => {
            Some((*to, Matter::ContactsHandedOver { from: *from, receipt: *receipt }))
        }
        _ => None,
    };
    let named = match &record.event {
        Event::GovernorNamed { member, told, .. } => {
            told.iter().map(|to| (*to, Matter::GovernorNamed { governor: *member })).collect()
        }
        _ => Vec::new(),
    };
    told.into_iter()
        .chain(named)
        .map(|(member, matter)| Errand {
            organization: record.organization,
            id: next(),
            at: record.at,
            due_at: matter.due_at(due_at),
            actor: record.actor,
            member,
            matter,
        })
        .collect()
}
