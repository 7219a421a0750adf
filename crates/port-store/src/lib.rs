//! What use cases need from durable storage: units of work whose type is the lock, one trait for each noun, and queries for
//! lists.
//!
//! A store hands out *transactions*; a use case is lent the *unit* inside one, which has everything but `commit`. Only an
//! [`OrganizationUnit`], which takes the organization's row lock to get, has writes of memberships, grants and holders.

mod attempts;
mod contacts;
mod errands;
mod error;
mod holdings;
mod invitations;
mod jobs;
mod journal;
mod memberships;
mod organizations;
mod presences;
mod queries;
mod receipts;
mod replays;
mod resources;
mod second_factors;
mod statistics;
mod tokens;
mod unit;
mod users;
mod workspaces;

pub use attempts::{Attempts, Tried};
pub use contacts::{Contacts, HolderChanges, Portfolios};
pub use errands::{Claimed, Errands, Settled, Settlement};
pub use error::StoreError;
pub use holdings::{HoldingChanges, Holdings};
pub use invitations::{InvitationChanges, Invitations};
pub use jobs::{JobChanges, JobQueue, Jobs};
pub use journal::{Journal, Outbox};
pub use memberships::{GrantChanges, Grants, MembershipChanges, Memberships};
pub use organizations::{OrganizationChanges, Organizations};
pub use presences::{Lease, ONLINE_FOR, Presences, Renewed, is_online, online_at_most_until};
pub use queries::{
    Alone, Bounded, Choices, ContactFilter, ContactRow, Credential, Delivery, DeliveryState, GroupFilter, InvitationRow,
    ItemFilter, JobItemRow, JournalFilter, JournalRow, LetterFacts, ListedRow, MemberFilter, MemberGrant, MemberRow, MemberSort,
    NewMember, OfUser, OrganizationRow, Outlier, OwnSession, Page, PageAsk, Position, Principal, Queries, ReceiptRow,
    ResourceFilter, ResourceReached, ResourceSights, SelectionRow, Sight, Sights, Viewer, Violation, WorkspaceFilter,
};
pub use receipts::{Departed, DepartedContact, ReceiptChanges, Receipts};
pub use replays::{REPLAY_TAKEN, Replay, ReplayKey, Replays};
pub use resources::{ResourceChanges, ResourceGroupChanges, ResourceGroups, Resources, SelectionChanges, Selections};
pub use second_factors::{Confirmed, SecondFactors};
pub use statistics::{Measured, Statistics};
pub use tokens::{LiveToken, TokenChanges, Tokens};
pub use unit::{OpenTransaction, OrganizationTransaction, OrganizationUnit, Store, Unit};
pub use users::{Sessions, Standing, Users};
pub use workspaces::{Subtree, WorkspaceChanges, Workspaces};
