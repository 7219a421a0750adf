//! API tokens.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tenure_domain::token::Token;
use tenure_domain::{Instant, MemberId, OrganizationId, PermissionKey, TokenId};

use crate::{Standing, StoreError};

/// What lets a request in that bears a token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LiveToken {
    /// Its id.
    pub id: TokenId,
    /// The permissions that it is for; all of its member's where none are named.
    pub permissions: Option<BTreeSet<PermissionKey>>,
    /// Who made it: where that is somebody else than its member, it is for no more than they can do themselves.
    pub made_by: MemberId,
    /// When it was used last.
    pub last_used_at: Option<Instant>,
}

/// Tokens, to read and to use. One that has expired is there no more.
#[async_trait]
pub trait Tokens: Send {
    /// Those of a member, oldest first.
    async fn of(&mut self, organization: OrganizationId, member: MemberId, now: Instant) -> Result<Vec<Token>, StoreError>;

    /// Remembers that one was used.
    async fn used(&mut self, organization: OrganizationId, id: TokenId, at: Instant) -> Result<(), StoreError>;

    /// For whom one acts, with their standing, and with the permissions that it is for.
    async fn standing(&mut self, organization: OrganizationId, id: TokenId, now: Instant) -> Result<Option<Standing>, StoreError>;
}

/// Writes of tokens.
#[async_trait]
pub trait TokenChanges: Send {
    /// Keeps one, found from now on by the SHA-256 of its secret.
    async fn insert(&mut self, token: &Token, secret_hash: &[u8; 32]) -> Result<(), StoreError>;

    /// Those that are for some permissions alone, whether they live or not.
    async fn limited(&mut self) -> Result<Vec<(TokenId, BTreeSet<PermissionKey>)>, StoreError>;

    /// Has one be for these alone from now on.
    async fn limit(&mut self, id: TokenId, permissions: &BTreeSet<PermissionKey>) -> Result<(), StoreError>;

    /// Ends one.
    async fn remove(&mut self, id: TokenId) -> Result<(), StoreError>;

    /// Ends all of these members, and those that they made for others.
    async fn remove_of(&mut self, members: &[MemberId]) -> Result<(), StoreError>;
}
