//! Editing a profile: one's own, or that of somebody whom one manages altogether.

use tenure_domain::event::Event;
use tenure_domain::may_grant::{GrantRefused, may_manage_all};
use tenure_domain::membership::{Membership, ProfileChange};
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, MemberId, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

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
        may_edit(unit, &acting, &member).await?;
        if self.seen.is_some_and(|seen| seen != member.membership.version) {
            return Err(Failure::Stale);
        }
        Ok(edit(unit, member.membership, self.change.clone()).await?)
    }
}

/// Refused unless this profile is theirs to edit who act: their own, or that of somebody whom they manage altogether.
pub(crate) async fn may_edit(
    unit: &mut (dyn Unit + 'static),
    acting: &Acting,
    member: &Loaded,
) -> Result<(), Failure<EditProfileRefused>> {
    may_edit_at(acting, member, &member.places_of_all(unit, &acting.organization).await?)
}

/// The same where it is known at which workspaces they must be managed.
pub(crate) fn may_edit_at(acting: &Acting, member: &Loaded, places: &[Place]) -> Result<(), Failure<EditProfileRefused>> {
    if member.membership.id == acting.membership.id {
        // No permission says that one's own is one's own, so none that a token is for does.
        return if acting.access.is_limited() { Err(Failure::SessionRequired) } else { Ok(()) };
    }
    if !places.iter().any(|place| acting.workspace_is_seen(place)) {
        return Err(Failure::NotFound);
    }
    may_manage_all(acting.granter(), member.membership.id, &member.access, places)
        .map_err(|refused| Failure::Refused(refused.into()))
}

/// Edits the profile of a membership as it was read; whether it may be is [asked before](may_edit).
pub(crate) async fn edit(
    unit: &mut (dyn OrganizationUnit + 'static),
    before: Membership,
    change: ProfileChange,
) -> Result<Decided<Membership>, StoreError> {
    let profile = change.apply(&before.profile);
    let fields = before.profile.differing(&profile);
    if fields.is_empty() {
        return Ok(Decided { value: before, events: Vec::new() });
    }
    unit.membership_changes().update(&Membership { profile: profile.clone(), ..before.clone() }).await?;
    let event = Event::ProfileChanged { member: before.id, fields };
    Ok(Decided::new(Membership { profile, version: before.version + 1, ..before }, event))
}
