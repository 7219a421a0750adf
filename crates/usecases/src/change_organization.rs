//! Changing an organization: by its operator (plan, features, seats, on and off), and by its own (name, undo window).

use std::collections::BTreeMap;

use tenure_domain::access_model::engine;
use tenure_domain::event::{Detail, Details, Event};
use tenure_domain::grant::Giver;
use tenure_domain::invitation::{InviteRefused, Invited};
use tenure_domain::may_grant::Granter;
use tenure_domain::organization::Organization;
use tenure_domain::{Decided, EmailAddress, FeatureKey, Name, OrganizationId, PlanKey, Refusal, RefusalKind};
use tenure_port_store::OrganizationUnit;

use crate::founding::{governing_invite, governing_offer};
use crate::inviting::Inviting;
use crate::{Acting, Context, Failure, InOrganization, UseCase, load};

/// What an operator changes; absent fields stay.
#[derive(Clone, Debug)]
pub struct ChangeOrganization {
    /// Which.
    pub organization: OrganizationId,
    /// Another plan; `Some(None)` for none.
    pub plan: Option<Option<PlanKey>>,
    /// Features to switch on or off whatever the plan says; `None` to leave it to the plan again.
    pub features: BTreeMap<FeatureKey, Option<bool>>,
    /// Another number of seats; `Some(None)` for no limit.
    pub seats: Option<Option<u32>>,
    /// On or off.
    pub active: Option<bool>,
    /// Who shall govern, while nobody does: a first governor who never came is invited again, or somebody else instead.
    pub governor: Option<EmailAddress>,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

/// What somebody with `organization.manage` changes; absent fields stay.
#[derive(Clone, Debug)]
pub struct ChangeSettings {
    /// Which.
    pub organization: OrganizationId,
    /// Another name.
    pub name: Option<Name>,
    /// Another undo window in days; `Some(None)` for the model's.
    pub undo_window_days: Option<Option<u32>>,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

/// Why an organization stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangingRefused {
    /// The model has no such plan.
    #[error("this organization's access model has no plan `{0}`")]
    UnknownPlan(PlanKey),
    /// The model has no such feature.
    #[error("this organization's access model has no feature `{0}`")]
    UnknownFeature(FeatureKey),
    /// The governor can't be invited, because somebody governs already for one.
    #[error(transparent)]
    Invite(#[from] InviteRefused),
    /// Whom an operator can't name: they were deactivated, or are here without governing.
    #[error("this person can't be named; somebody who manages members there can give them access")]
    CannotGovern,
    /// Fewer seats than people.
    #[error("more people than that are members already")]
    SeatsTaken,
    /// Too long.
    #[error("the undo window is at most 3,650 days")]
    UndoWindow,
}

impl Refusal for ChangingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invite(refused) => refused.kind(),
            Self::CannotGovern | Self::SeatsTaken => RefusalKind::Conflict,
            Self::UnknownPlan(_) | Self::UnknownFeature(_) | Self::UndoWindow => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::UnknownPlan(_) => "unknown_plan",
            Self::UnknownFeature(_) => "unknown_feature",
            Self::UndoWindow => "undo_window",
            Self::SeatsTaken => "seats_taken",
            Self::Invite(refused) => refused.rule(),
            Self::CannotGovern => "cannot_govern",
        }
    }

    fn pointer(&self) -> Option<String> {
        Some(match self {
            Self::UnknownPlan(_) => "/plan".to_owned(),
            Self::UnknownFeature(key) => format!("/features/{key}"),
            Self::UndoWindow => "/undo_window_days".to_owned(),
            Self::SeatsTaken => "/seats".to_owned(),
            Self::Invite(_) | Self::CannotGovern => "/governor_email".to_owned(),
        })
    }
}

fn details(of: &Organization) -> Details {
    let number = |value: Option<u32>| value.map_or(Detail::Nothing, |value| Detail::Number(i64::from(value)));
    let features = of.features.iter().map(|(key, on)| format!("{key}={on}")).collect();
    [
        ("name", Detail::Text(of.name.to_string())),
        ("plan", of.plan.as_ref().map_or(Detail::Nothing, |plan| Detail::Text(plan.to_string()))),
        ("features", Detail::Words(features)),
        ("seats", number(of.seats)),
        ("active", Detail::Flag(of.active)),
        ("undo_window_days", number(of.undo_window_days)),
    ]
    .into()
}

/// What changed and nothing else.
fn changed(before: &Organization, after: &Organization) -> Vec<Event> {
    let (then, now) = (details(before), details(after));
    let moved: Vec<&'static str> = then.keys().filter(|key| then.get(*key) != now.get(*key)).copied().collect();
    if moved.is_empty() {
        return Vec::new();
    }
    let only = |of: &Details| of.iter().filter(|(key, _)| moved.contains(key)).map(|(key, value)| (*key, value.clone())).collect();
    vec![Event::OrganizationChanged { organization: before.id, before: only(&then), after: only(&now) }]
}

async fn save<R>(
    unit: &mut (dyn OrganizationUnit + 'static),
    before: &Organization,
    mut after: Organization,
) -> Result<Decided<Organization>, Failure<R>> {
    let events = changed(before, &after);
    if !events.is_empty() {
        unit.organization_changes().update(&after).await?;
        after.version += 1;
    }
    Ok(Decided { value: after, events })
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
        let mut after = before.clone();
        if let Some(plan) = &self.plan {
            if let Some(plan) = plan.as_ref().filter(|plan| !before.model.plans().contains(plan)) {
                return Err(Failure::Refused(ChangingRefused::UnknownPlan(plan.clone())));
            }
            after.plan.clone_from(plan);
        }
        for (key, switch) in &self.features {
            if before.model.feature(key.as_str()).is_none() {
                return Err(Failure::Refused(ChangingRefused::UnknownFeature(key.clone())));
            }
            match switch {
                Some(on) => after.features.insert(key.clone(), *on),
                None => after.features.remove(key),
            };
        }
        if let Some(Some(seats)) = self.seats {
            // Members who are here keep their seats; an operator who wants fewer has some of them removed first.
            if unit.memberships().seats_taken(self.organization, seats.saturating_add(1)).await? > seats {
                return Err(Failure::Refused(ChangingRefused::SeatsTaken));
            }
        }
        after.seats = self.seats.unwrap_or(before.seats);
        after.active = self.active.unwrap_or(before.active);
        let mut decided = save(unit, &before, after).await?;
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
    let granter = Granter::Operator { governed: load::governed(unit, organization).await? };
    let inviting = Inviting { organization, place: &root, granter, giver, seats_left: None, now: cx.now };
    let ask = governing_invite(cx, governor.clone(), governing_offer(&organization.model));
    let decided = inviting.one(unit, ask).await.map_err(|failure| failure.map(Into::into))?;
    match decided.value.1 {
        Invited::AlreadyMember | Invited::Inactive => Err(Failure::Refused(ChangingRefused::CannotGovern)),
        Invited::New { .. } | Invited::Again { .. } | Invited::Granted(_) => Ok(decided.events),
    }
}

impl UseCase for ChangeSettings {
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
        let acting = Acting::load(cx, unit).await?;
        let before = acting.organization.clone();
        let root = load::place(unit, &before, before.root).await?.ok_or(Failure::NotFound)?;
        acting.must(engine::ORGANIZATION_MANAGE, &root)?;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        if self.undo_window_days.flatten().is_some_and(|days| days > 3_650) {
            return Err(Failure::Refused(ChangingRefused::UndoWindow));
        }
        let mut after = before.clone();
        after.name = self.name.clone().unwrap_or(after.name);
        after.undo_window_days = self.undo_window_days.unwrap_or(after.undo_window_days);
        save(unit, &before, after).await
    }
}
