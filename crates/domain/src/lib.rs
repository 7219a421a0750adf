//! Who may be in an organization, what they may do there, and what becomes of their work when they leave: the rules, as values
//! and decisions without any I/O.
//!
//! A decision takes facts and gives [`Decided`] (the new value and what happened) or a [`Refusal`] with a stable rule and a
//! sentence that a person can act on. Time, ids and randomness are arguments.

pub mod access;
pub mod access_model;
pub mod attempts;
pub mod bits;
pub mod contact;
mod decided;
mod email;
pub mod event;
pub mod governance;
pub mod grant;
pub mod granting;
mod id;
pub mod import;
pub mod insight;
mod instant;
pub mod invitation;
pub mod job;
mod keys;
pub mod may_grant;
pub mod membership;
mod network;
pub mod organization;
pub mod record;
mod refusal;
pub mod resource;
pub mod revocation;
pub mod selection;
pub mod statistic;
#[cfg(feature = "proptest")]
pub mod strategies;
mod text;
pub mod token;
pub mod user;
pub mod visibility;
pub mod workspace;

pub use decided::Decided;
pub use email::{EmailAddress, EmailRefused};
pub use id::{
    ContactId, ErrandId, InvitationId, JobId, MemberId, OrganizationId, PortfolioId, ReceiptId, RecordId, ResourceGroupId,
    ResourceId, SessionId, TokenId, UserId, WorkspaceId,
};
pub use instant::{DAY, Instant};
pub use keys::{FeatureKey, KeyRefused, KindKey, LevelKey, PermissionKey, PlanKey, RestrictionKey, StatisticKey, WorkspaceKindKey};
pub use network::Network;
pub use refusal::{Refusal, RefusalKind};
pub use text::{Name, Note, Reason, TextRefused};
