//! Ids: one type per thing, so that a member's id can't be handed in for a user's.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an id that the caller's id source made, or that a store kept.
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The bare id, for stores and wires.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

ids! {
    /// An organization: the tenant. Nothing crosses it.
    OrganizationId;
    /// A node of an organization's tree.
    WorkspaceId;
    /// One login.
    UserId;
    /// A membership: somebody's standing in one organization.
    MemberId;
    /// The offer of a membership.
    InvitationId;
    /// A person whom the organization serves.
    ContactId;
    /// Something that members are let to see one by one.
    ResourceId;
    /// A group of resources of one kind, which are chosen together.
    ResourceGroupId;
    /// A bundle of contacts that changes hands together.
    PortfolioId;
    /// What a revocation left behind, to undo it with.
    ReceiptId;
    /// One deed for many people.
    JobId;
    /// An entry of the journal.
    RecordId;
    /// Something to tell the outside world, waiting in the outbox.
    ErrandId;
    /// A signed-in browser.
    SessionId;
    /// What a program acts for a member with.
    TokenId;
}
