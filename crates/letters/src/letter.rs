//! What a letter is made from.

use tenure_domain::membership::{Language, TimeZone};
use tenure_domain::{EmailAddress, Instant};

/// Everything that a letter says. It has no `Debug`: an invitation's token must not reach a log.
#[derive(Clone, PartialEq)]
pub struct Letter {
    /// The language to write in.
    pub language: Language,
    /// The time zone of the dates in it.
    pub time_zone: TimeZone,
    /// How to greet; none if that is unknown.
    pub first_name: Option<String>,
    /// The organization's name.
    pub organization: String,
    /// Who caused it, as a display name; none for operators, Tenure itself, and people who are gone. A name that is an address
    /// or a number isn't written: the reader may not be somebody who is shown those.
    pub actor: Option<String>,
    /// What it is about.
    pub matter: Matter,
}

/// What a letter is about.
#[derive(Clone, PartialEq)]
pub enum Matter {
    /// You are invited.
    Invitation {
        /// What is offered.
        offers: Vec<Access>,
        /// What the inviter wrote.
        note: Option<String>,
        /// Who alone may accept.
        email: EmailAddress,
        /// From then on the link is dead.
        expires_at: Instant,
        /// The secret in the link; URL-safe characters.
        token: String,
    },
    /// You have access to a workspace.
    AccessGranted(Access),
    /// Your access to a workspace is another.
    AccessChanged(Access),
    /// Your access to a workspace has ended.
    AccessRevoked {
        /// Which, by name; none if it is gone.
        workspace: Option<String>,
    },
    /// You are no longer a member of the organization.
    MemberDeleted,
    /// You can't act in the organization for a while.
    MemberDeactivated,
    /// You can act in the organization again.
    MemberReactivated {
        /// The access that you have.
        accesses: Vec<Access>,
    },
    /// You are a member of the organization again.
    MemberRestored {
        /// The access that you have again.
        accesses: Vec<Access>,
    },
    /// Here is a link to another password.
    PasswordReset {
        /// The login's address.
        email: EmailAddress,
        /// From then on the link is dead.
        expires_at: Instant,
        /// The secret in the link; URL-safe characters.
        token: String,
    },
    /// Your password is another.
    PasswordChanged {
        /// The login's address.
        email: EmailAddress,
        /// Since when.
        at: Instant,
    },
    /// Confirm that this is to be your address.
    EmailConfirmation {
        /// The new address.
        email: EmailAddress,
        /// From then on the link is dead.
        expires_at: Instant,
        /// The secret in the link; URL-safe characters.
        token: String,
    },
    /// Your address is another.
    EmailChanged {
        /// The one that this is told to.
        before: EmailAddress,
        /// The one that it is now.
        after: EmailAddress,
        /// Since when.
        at: Instant,
    },
    /// Something became of your second factor.
    SecondFactor {
        /// What.
        news: FactorNews,
        /// The login's address.
        email: EmailAddress,
        /// When.
        at: Instant,
    },
    /// Whoever runs the server named somebody who is to govern beside you.
    GovernorNamed {
        /// Whom, as a display name, written under the same condition as the actor.
        governor: Option<String>,
    },
    /// Contacts are yours now.
    ContactsHandedOver {
        /// Whose they were, as a display name, written under the same condition as the actor.
        from: Option<String>,
        /// How many came; none when nobody knows.
        contacts: Option<Count>,
    },
}

/// What became of a second factor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FactorNews {
    /// There is one from now on.
    Added,
    /// There is none any more.
    Removed,
    /// A recovery code was used up.
    RecoveryCodeUsed,
    /// There are other recovery codes.
    RecoveryCodesRenewed,
}

/// A grant in the words of its access model.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Access {
    /// Where, by name; none if the workspace is gone.
    pub workspace: Option<String>,
    /// The levels' names; none at all when the grant is gone by now.
    pub levels: Vec<String>,
    /// The names of permissions beyond the levels'.
    pub permissions: Vec<String>,
    /// The restrictions' names.
    pub restrictions: Vec<String>,
}

/// A number of contacts, as far as it was counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    /// This many.
    Exactly(u32),
    /// More than this many.
    MoreThan(u32),
}
