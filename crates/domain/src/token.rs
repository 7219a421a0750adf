//! API tokens: with one, a program acts for a member, with the rights that they have at each moment or with fewer (ADR 9).

mod cover;
mod refused;

use std::collections::BTreeSet;
use std::time::Duration;

pub use cover::{Reached, covers};
pub use refused::TokenRefused;

use crate::access::Access;
use crate::decided::Decided;
use crate::event::Event;
use crate::id::{MemberId, OrganizationId, TokenId};
use crate::instant::{DAY, Instant};
use crate::keys::PermissionKey;
use crate::may_grant::{Granter, may_manage_all};
use crate::membership::{Membership, Status};
use crate::text::Name;
use crate::workspace::Place;

/// How long one may live that is to end by itself at all: ten years.
const LONGEST: Duration = DAY.saturating_mul(3_650);

/// A token. The secret is kept by the program alone, and stores keep its SHA-256 beside this.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: TokenId,
    /// For whom a program acts with it.
    pub member: MemberId,
    /// What it is for, for people to know it by.
    pub name: Name,
    /// The permissions that it is for, with what they imply; all of its member's where none are named.
    pub permissions: Option<BTreeSet<PermissionKey>>,
    /// Who made it: its member, or somebody who may do all that it can.
    pub made_by: MemberId,
    /// When it was made.
    pub created_at: Instant,
    /// From then on it is dead; it lives until it is deleted where this is none.
    pub expires_at: Option<Instant>,
    /// When a program used it last, to some minutes.
    pub last_used_at: Option<Instant>,
}

/// What somebody asks for who makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewToken {
    /// Its id.
    pub id: TokenId,
    /// What it is for.
    pub name: Name,
    /// For which permissions alone, if not for all.
    pub permissions: Option<BTreeSet<PermissionKey>>,
    /// When it shall end by itself.
    pub expires_at: Option<Instant>,
}

/// What decisions about somebody's tokens rest on.
#[derive(Clone, Copy, Debug)]
pub struct TokenFacts<'a> {
    /// Who asks.
    pub by: MemberId,
    /// What they may do now.
    pub own: &'a Access,
    /// Whose token it is to be, or is.
    pub membership: &'a Membership,
    /// What that member may do.
    pub access: &'a Access,
    /// The workspaces at which somebody must manage them who acts on the whole membership.
    pub places: &'a [Place],
    /// The workspaces of the grants of either.
    pub grounds: &'a [Place],
    /// What that member reaches of resources, and who asks.
    pub reached: &'a [Reached<'a>],
    /// How many tokens that live they have.
    pub standing: usize,
    /// How many they may have.
    pub most: u32,
    /// Now.
    pub now: Instant,
}

impl TokenFacts<'_> {
    /// Whether they are one's own, or those of somebody whom one manages altogether.
    fn may_touch(&self) -> Result<(), TokenRefused> {
        if self.by == self.membership.id {
            return Ok(());
        }
        let granter = Granter::Member { id: self.by, access: self.own };
        Ok(may_manage_all(granter, self.membership.id, self.access, self.places)?)
    }

    /// Whether the member may have one at all, and this one may come to know its secret.
    fn may_have(&self, permissions: Option<&BTreeSet<PermissionKey>>) -> Result<(), TokenRefused> {
        self.may_touch()?;
        match self.membership.status {
            Status::Active => {}
            Status::Pending => return Err(TokenRefused::Pending),
            Status::Inactive => return Err(TokenRefused::Inactive),
        }
        if !self.access.takes_tokens(self.grounds) {
            return Err(TokenRefused::NoApiAccess);
        }
        let model = self.access.model();
        if let Some(unknown) = permissions.into_iter().flatten().find(|key| model.permission(key.as_str()).is_none()) {
            return Err(TokenRefused::UnknownPermission(unknown.clone()));
        }
        let limited = permissions.map(|permissions| self.access.clone().limited_to(permissions));
        let acts = limited.as_ref().unwrap_or(self.access);
        // INVARIANT: whoever learns a secret can do by it what they can do themselves, and no more (R6).
        if self.by != self.membership.id && !covers(self.own, acts, self.grounds, self.reached) {
            return Err(TokenRefused::BeyondOwn);
        }
        Ok(())
    }

    fn token(&self, ask: NewToken) -> Result<Token, TokenRefused> {
        let ends_well = |at: Instant| self.now < at && at <= self.now.plus(LONGEST);
        if ask.expires_at.is_some_and(|at| !ends_well(at)) {
            return Err(TokenRefused::Expiry);
        }
        Ok(Token {
            organization: self.membership.organization,
            id: ask.id,
            member: self.membership.id,
            name: ask.name,
            permissions: ask.permissions,
            made_by: self.by,
            created_at: self.now,
            expires_at: ask.expires_at,
            last_used_at: None,
        })
    }
}

/// Makes a token.
pub fn make(facts: &TokenFacts<'_>, ask: NewToken) -> Result<Decided<Token>, TokenRefused> {
    facts.may_have(ask.permissions.as_ref())?;
    let token = facts.token(ask)?;
    if usize::try_from(facts.most).is_ok_and(|most| facts.standing >= most) {
        return Err(TokenRefused::Full(facts.most));
    }
    let event = Event::TokenMade {
        member: token.member,
        token: token.id,
        name: token.name.to_string(),
        permissions: token.permissions.clone(),
    };
    Ok(Decided::new(token, event))
}

/// Makes a token in the place of another, under its name and for the same permissions; the other ends. Without an end of its own
/// it ends when that would have.
pub fn replace(facts: &TokenFacts<'_>, older: &Token, id: TokenId, ends: Option<Instant>) -> Result<Decided<Token>, TokenRefused> {
    facts.may_have(older.permissions.as_ref())?;
    let (name, permissions) = (older.name.clone(), older.permissions.clone());
    let token = facts.token(NewToken { id, name, permissions, expires_at: ends.or(older.expires_at) })?;
    let event = Event::TokenReplaced { member: token.member, token: token.id, name: token.name.to_string(), older: older.id };
    Ok(Decided::new(token, event))
}

/// Deletes a token.
pub fn delete(facts: &TokenFacts<'_>, token: &Token) -> Result<Decided<()>, TokenRefused> {
    facts.may_touch()?;
    Ok(Decided::new((), Event::TokenDeleted { member: token.member, token: token.id, name: token.name.to_string() }))
}
