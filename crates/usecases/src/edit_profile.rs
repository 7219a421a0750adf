//! Editing a profile: one's own, or that of somebody whom one manages altogether.

use tenure_domain::event::Event;
use tenure_domain::may_grant::{GrantRefused, may_manage_all};
use tenure_domain::membership::{Membership, ProfileChange};
use tenure_domain::{Decided, MemberId, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::OrganizationUnit;

use crate::{Acting, Context, Failure, InOrganization, Loaded, UseCase};

/// Asks for a change of a profile.
#[derive(Clone, Debug)]
pub struct EditProfile {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose.
    pub member: MemberId,
    /// What.
    pub change: ProfileChange,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

/// Why a profile stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error(transparent)]
pub struct EditProfileRefused(#[from] GrantRefused);

impl Refusal for EditProfileRefused {
    fn kind(&self) -> RefusalKind {
        self.0.kind()
    }

    fn rule(&self) -> &'static str {
        self.0.rule()
    }
}

impl UseCase for EditProfile {
    type Lock = InOrganization;
    type Done = Membership;
    type Refusal = EditProfileRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Membership>, Failure<EditProfileRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let member = Loaded::find(unit, &acting.organization, self.member).await?.ok_or(Failure::NotFound)?;
        if self.member != acting.membership.id {
            let places = member.places_of_all(unit, &acting.organization).await?;
            if !places.iter().any(|place| acting.workspace_is_seen(place)) {
                return Err(Failure::NotFound);
            }
            may_manage_all(acting.granter(), self.member, &member.access, &places)
                .map_err(|refused| Failure::Refused(refused.into()))?;
        }
        let before = member.membership;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        let profile = self.change.clone().apply(&before.profile);
        let fields = differing(&before.profile, &profile);
        if fields.is_empty() {
            return Ok(Decided { value: before, events: Vec::new() });
        }
        unit.membership_changes().update(&Membership { profile: profile.clone(), ..before.clone() }).await?;
        let event = Event::ProfileChanged { member: self.member, fields };
        Ok(Decided::new(Membership { profile, version: before.version + 1, ..before }, event))
    }
}
