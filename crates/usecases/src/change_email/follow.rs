//! Copies of a login's address in the organizations that it belongs to: each follows in a unit of its own.

use std::time::Duration;

use tenure_domain::event::Event;
use tenure_domain::invitation::withdrawn;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::{Decided, OrganizationId, UserId};
use tenure_port_store::{OrganizationUnit, StoreError};
use tokio::time::sleep;

use crate::{Caller, Context, Failure, InOrganization, Never, Tenure, UseCase};

/// How many logins are looked at in one go.
const AT_A_TIME: u32 = 100;

/// How often it is looked whether there are any.
const LOOK: Duration = Duration::from_secs(1);

/// Has a copy follow. Who asks for it need not be anybody: what is copied was decided before.
#[derive(Clone, Copy, Debug)]
pub struct FollowEmail {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose.
    pub user: UserId,
}

impl UseCase for FollowEmail {
    type Lock = InOrganization;
    type Done = ();
    type Refusal = Never;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn OrganizationUnit + 'static)) -> Result<Decided<()>, Failure<Never>> {
        let nothing = Ok(Decided { value: (), events: Vec::new() });
        let Some(user) = unit.users().find(self.user).await? else { return nothing };
        unit.membership_changes().readdress_deleted(user.id, &user.email).await?;
        let member = unit.memberships().find_by_user(self.organization, user.id).await?;
        let Some(member) = member.filter(|member| member.email != user.email) else { return nothing };
        let mut events = Vec::new();
        if let Some(other) = unit.memberships().find_by_email(self.organization, &user.email).await? {
            // Somebody who had the address before, and whose own copy hasn't followed yet: that one first.
            if other.status != Status::Pending {
                tracing::warn!(member = %member.id, other = %other.id, "a copy of an address can't follow yet: another copy is in its place");
                return nothing;
            }
            // Whoever reads that address is a member already, whose access is given and not offered; an address is one member's.
            let offered = unit.grants().of(self.organization, other.id).await?;
            unit.membership_changes().remove(other.id, cx.now).await?;
            events.push(withdrawn(&other, offered.iter().map(|grant| grant.workspace).collect()));
        }
        unit.membership_changes().update(&Membership { email: user.email, ..member.clone() }).await?;
        events.push(Event::EmailChanged { member: member.id });
        Ok(Decided { value: (), events })
    }
}

impl Tenure {
    /// Has copies of addresses follow that lag behind, as long as it lives.
    pub(crate) async fn keep_following(self) {
        loop {
            if let Err(error) = self.follow_emails().await {
                tracing::warn!(%error, "the addresses that changed could not be read");
            }
            sleep(LOOK).await;
        }
    }

    async fn follow_emails(&self) -> Result<(), StoreError> {
        let mut after = None;
        loop {
            let users = self.tools().store.snapshot().await?.users().readdressed(after, AT_A_TIME).await?;
            for user in &users {
                self.follow_email(*user).await;
            }
            after = users.last().copied();
            if after.is_none() {
                return Ok(());
            }
        }
    }

    /// Has one login's copies follow. What can't be now is in nobody else's way, and is tried again.
    pub(crate) async fn follow_email(&self, user: UserId) {
        if let Err(error) = self.try_to_follow(user).await {
            tracing::warn!(%user, %error, "copies of an address could not follow");
        }
    }

    async fn try_to_follow(&self, user: UserId) -> Result<(), StoreError> {
        let store = &self.tools().store;
        let lagging = store.snapshot().await?.users().lagging(user).await?;
        for organization in lagging {
            if let Err(error) = self.perform(Caller::Anonymous, FollowEmail { organization, user }).await {
                tracing::warn!(%organization, %user, %error, "a copy of an address could not follow");
            }
        }
        let mut transaction = store.open().await?;
        let users = transaction.unit().users();
        // INVARIANT: looked at once the row is held, so that an address that changes at this moment isn't forgotten.
        if users.hold(user).await?.is_some() && users.lagging(user).await?.is_empty() {
            users.followed(user).await?;
        }
        transaction.commit().await
    }
}
