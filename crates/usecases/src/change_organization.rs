//! Changing an organization: by its operator (plan, features, seats, on and off), and by its own (name, undo window, second factor).

use tenure_domain::access_model::engine;
use tenure_domain::event::Event;
use tenure_domain::grant::Giver;
use tenure_domain::invitation::{InviteRefused, Invited, RenewRefused, unseat};
use tenure_domain::may_grant::Granter;
use tenure_domain::organization::{
    Change, ChangeRefused, Organization, Settings, SettingsRefused, change, governing_offer, settle,
};
use tenure_domain::{Decided, EmailAddress, Instant, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::OrganizationUnit;

use crate::founding::governing_invite;
use crate::inviting::{Inviting, seats_left};
use crate::selecting::Chooser;
use crate::{Acting, Context, Failure, InOrganization, UseCase, load};

/// Asks for what an operator sets.
#[derive(Clone, Debug)]
pub struct ChangeOrganization {
    /// Which.
    pub organization: OrganizationId,
    /// What.
    pub change: Change,
    /// Who shall govern, while nobody does: a first governor who never came is invited again, or somebody else instead.
    pub governor: Option<EmailAddress>,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

/// Asks for what somebody with `organization.manage` sets.
#[derive(Clone, Debug)]
pub struct ChangeSettings {
    /// Which.
    pub organization: OrganizationId,
    /// What.
    pub settings: Settings,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

/// Why an organization stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangingRefused {
    /// What is asked for can't be set.
    #[error(transparent)]
    Change(#[from] ChangeRefused),
    /// The offer to whoever was named before can't be taken back.
    #[error(transparent)]
    Unseat(#[from] RenewRefused),
    /// The governor can't be invited, because somebody governs already for one.
    #[error(transparent)]
    Invite(#[from] InviteRefused),
    /// Whom an operator can't name: they were deactivated, or are here without governing.
    #[error("this person can't be named; somebody who manages members there can give them access")]
    CannotGovern,
}

impl Refusal for ChangingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Change(refused) => refused.kind(),
            Self::Unseat(refused) => refused.kind(),
            Self::Invite(refused) => refused.kind(),
            Self::CannotGovern => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Change(refused) => refused.rule(),
            Self::Unseat(refused) => refused.rule(),
            Self::Invite(refused) => refused.rule(),
            Self::CannotGovern => "cannot_govern",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Change(refused) => refused.pointer(),
            Self::Unseat(_) | Self::Invite(_) | Self::CannotGovern => Some("/governor_email".to_owned()),
        }
    }
}

async fn save<R>(
    unit: &mut (dyn OrganizationUnit + 'static),
    decided: Decided<Organization>,
) -> Result<Decided<Organization>, Failure<R>> {
    if decided.events.is_empty() {
        return Ok(decided);
    }
    unit.organization_changes().update(&decided.value).await?;
    Ok(decided.map(|after| Organization { version: after.version + 1, ..after }))
}

impl UseCase for ChangeOrganization {
    type Lock = InOrganization;
    type Done = Organization;
    type Refusal = ChangingRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Organization>, Failure<ChangingRefused>> {
        let giver = Giver::Operator(cx.operator()?.id);
        let before = load::organization(unit, self.organization).await?;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        let taken = match self.change.seats.flatten() {
            Some(seats) => unit.memberships().seats_taken(self.organization, seats.saturating_add(1)).await?,
            None => 0,
        };
        let decided = change(&before, &self.change, taken).map_err(|refused| Failure::Refused(refused.into()))?;
        let mut decided = save(unit, decided).await?;
        if let Some(governor) = &self.governor {
            decided.events.extend(name_governor(cx, unit, &decided.value, giver, governor).await?);
        }
        Ok(decided)
    }
}

/// Offers the empty chair (R9).
async fn name_governor(
    cx: &Context<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    organization: &Organization,
    giver: Giver,
    governor: &EmailAddress,
) -> Result<Vec<Event>, Failure<ChangingRefused>> {
    let root = load::place(unit, organization, organization.root).await?.ok_or(Failure::NotFound)?;
    let governed = load::governed(unit, organization).await?;
    let granter = Granter::Operator { governed };
    let mut events = Vec::new();
    if !governed {
        let earlier = unseat_earlier(unit, organization, granter, governor, cx.now).await;
        events.extend(earlier.map_err(|failure| failure.map(Into::into))?);
    }
    let seats_left = seats_left(unit, organization).await?;
    let chooser = Chooser::default();
    let inviting =
        Inviting { organization, place: &root, granter, giver, chooser: &chooser, seats_left, mail_at: Some(cx.now), now: cx.now };
    let ask = governing_invite(cx, governor.clone(), governing_offer(&organization.model));
    let decided = inviting.one(unit, ask).await.map_err(|failure| failure.map(Into::into))?;
    if matches!(decided.value.1, Invited::AlreadyMember | Invited::Inactive) {
        return Err(Failure::Refused(ChangingRefused::CannotGovern));
    }
    events.extend(decided.events);
    Ok(events)
}

/// One chair, one offer: whoever was named before by mistake must not come first. Who is offered something else as well keeps that.
pub(crate) async fn unseat_earlier(
    unit: &mut (dyn OrganizationUnit + 'static),
    organization: &Organization,
    granter: Granter<'_>,
    governor: &EmailAddress,
    now: Instant,
) -> Result<Vec<Event>, Failure<RenewRefused>> {
    let mut events = Vec::new();
    let governing = organization.governing_levels();
    for offered in unit.grants().offered_by_operators(organization.id, organization.root, &governing).await? {
        let Some(membership) = unit.memberships().find(organization.id, offered.member).await? else { continue };
        if membership.email == *governor {
            continue;
        }
        let others = unit.grants().of(organization.id, membership.id).await?.len() > 1;
        events.extend(unseat(&membership, &offered, others, granter).map_err(Failure::Refused)?.events);
        if others {
            unit.membership_changes().touch(membership.id).await?;
            unit.grant_changes().remove(&offered).await?;
        } else {
            unit.membership_changes().remove(membership.id, now).await?;
        }
    }
    Ok(events)
}

impl UseCase for ChangeSettings {
    type Lock = InOrganization;
    type Done = Organization;
    type Refusal = SettingsRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Organization>, Failure<SettingsRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let before = acting.organization.clone();
        let root = load::place(unit, &before, before.root).await?.ok_or(Failure::NotFound)?;
        acting.must(engine::ORGANIZATION_MANAGE, &root)?;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        let governing = before.governing_levels();
        let proven = unit.memberships().governor_with_factor(before.id, before.root, &governing).await?;
        save(unit, settle(&before, &self.settings, proven).map_err(Failure::Refused)?).await
    }
}
