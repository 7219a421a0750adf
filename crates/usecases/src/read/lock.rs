//! Whether somebody's sign-in is locked, for whoever could lift it, and whether it takes a second factor.

use tenure_domain::Instant;
use tenure_domain::attempts::Limit;
use tenure_port_store::MemberRow;

use super::Reader;
use crate::trial::hash_of_address;
use crate::{Failure, Never};

/// What whoever manages somebody knows of their sign-in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignInLock {
    /// It is open.
    Open,
    /// From some network it is locked until then.
    Until(Instant),
}

impl Reader<'_> {
    /// Whether a member's sign-in is locked from anywhere; none where they aren't all the reader's to manage.
    pub async fn lock_of(&self, row: &MemberRow) -> Result<Option<SignInLock>, Failure<Never>> {
        if !self.manages_whole(row).await? {
            return Ok(None);
        }
        // As where it is lifted: who has no login yet has nothing to lock.
        if row.membership.user.is_none() {
            return Ok(Some(SignInLock::Open));
        }
        let tools = self.tenure.tools();
        let (now, who) = (tools.clock.now(), hash_of_address(&tools.key, &row.membership.email));
        let until = self.queries.locked_until(&who, now, Limit::PASSWORD.latest(now)).await?;
        Ok(Some(until.map_or(SignInLock::Open, SignInLock::Until)))
    }

    /// Whether a member has a second factor; none where they aren't all the reader's to manage.
    pub async fn has_factor(&self, row: &MemberRow) -> Result<Option<bool>, Failure<Never>> {
        if !self.manages_whole(row).await? {
            return Ok(None);
        }
        let Some(user) = row.membership.user else { return Ok(Some(false)) };
        let mut unit = self.tenure.tools().store.snapshot().await?;
        Ok(Some(unit.second_factors().find(user).await?.active.is_some()))
    }

    /// Whether all that they have is the reader's to manage, also what the reader doesn't know of. Who has nothing at all is managed at
    /// the root, where the deed asks.
    pub(super) async fn manages_whole(&self, seen: &MemberRow) -> Result<bool, Failure<Never>> {
        let id = seen.membership.id;
        let Some(whole) = self.queries.member(self.id(), &self.own_viewer(), id).await? else { return Ok(false) };
        if whole.grants.is_empty() {
            return self.manages_at_root(&whole).await;
        }
        let theirs = self.manageable(std::slice::from_ref(&whole)).await?;
        Ok(whole.grants.iter().all(|of| theirs.contains(&(id, of.grant.workspace))))
    }
}
