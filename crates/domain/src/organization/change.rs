//! Changing an organization: by its operator (plan, features, seats, on and off), and by its own (name, undo window, second factor, tokens).

use std::collections::BTreeMap;

use super::Organization;
use crate::decided::Decided;
use crate::event::{Detail, Details, Event, moved};
use crate::keys::{FeatureKey, PlanKey};
use crate::refusal::{Refusal, RefusalKind};
use crate::text::Name;

/// The longest undo window, in days: ten years.
const LONGEST_UNDO: u32 = 3_650;

/// The most API tokens that each member may have.
const MOST_TOKENS: u32 = 20;

/// What an operator sets; absent fields stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Change {
    /// Another plan; `Some(None)` for none.
    pub plan: Option<Option<PlanKey>>,
    /// Features to switch on or off whatever the plan says; `None` to leave one to the plan again.
    pub features: BTreeMap<FeatureKey, Option<bool>>,
    /// Another number of seats; `Some(None)` for no limit.
    pub seats: Option<Option<u32>>,
    /// On or off.
    pub active: Option<bool>,
}

/// Why an organization stays as its operator set it before.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeRefused {
    /// The model has no such plan.
    #[error("this organization's access model has no plan `{0}`")]
    UnknownPlan(PlanKey),
    /// The model has no such feature.
    #[error("this organization's access model has no feature `{0}`")]
    UnknownFeature(FeatureKey),
    /// Fewer seats than people.
    #[error("more people than that are members already")]
    SeatsTaken,
}

impl Refusal for ChangeRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::SeatsTaken => RefusalKind::Conflict,
            Self::UnknownPlan(_) | Self::UnknownFeature(_) => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::UnknownPlan(_) => "unknown_plan",
            Self::UnknownFeature(_) => "unknown_feature",
            Self::SeatsTaken => "seats_taken",
        }
    }

    fn pointer(&self) -> Option<String> {
        Some(match self {
            Self::UnknownPlan(_) => "/plan".to_owned(),
            Self::UnknownFeature(key) => format!("/features/{key}"),
            Self::SeatsTaken => "/seats".to_owned(),
        })
    }
}

/// What somebody with `organization.manage` sets; absent fields stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// Another name.
    pub name: Option<Name>,
    /// Another undo window in days; `Some(None)` for the model's.
    pub undo_window_days: Option<Option<u32>>,
    /// Whether its members need a second factor.
    pub second_factor_required: Option<bool>,
    /// Another number of API tokens for each member. Those that there are stay.
    pub tokens_per_member: Option<u32>,
}

/// Why an organization's own settings stay as they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SettingsRefused {
    /// Too long.
    #[error("the undo window is at most {LONGEST_UNDO} days")]
    UndoWindow,
    /// Nobody who is in charge has a second factor (R8).
    #[error("somebody who is in charge has to add a second factor first")]
    Headless,
    /// None, or too many.
    #[error("each member may have 1 to {MOST_TOKENS} API tokens")]
    Tokens,
}

impl Refusal for SettingsRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::UndoWindow | Self::Tokens => RefusalKind::Invalid,
            Self::Headless => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::UndoWindow => "undo_window",
            Self::Headless => "headless",
            Self::Tokens => "tokens_per_member",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::UndoWindow => Some("/undo_window_days".to_owned()),
            Self::Tokens => Some("/tokens_per_member".to_owned()),
            Self::Headless => None,
        }
    }
}

/// Changes what an operator sets. `taken` is how many seats are taken; whoever is a member keeps theirs.
pub fn change(before: &Organization, ask: &Change, taken: u32) -> Result<Decided<Organization>, ChangeRefused> {
    let mut after = before.clone();
    if let Some(plan) = &ask.plan {
        if let Some(plan) = plan.as_ref().filter(|plan| !before.model.plans().contains(plan)) {
            return Err(ChangeRefused::UnknownPlan(plan.clone()));
        }
        after.plan.clone_from(plan);
    }
    for (key, switch) in &ask.features {
        if before.model.feature(key.as_str()).is_none() {
            return Err(ChangeRefused::UnknownFeature(key.clone()));
        }
        match switch {
            Some(on) => after.features.insert(key.clone(), *on),
            None => after.features.remove(key),
        };
    }
    if ask.seats.flatten().is_some_and(|seats| taken > seats) {
        return Err(ChangeRefused::SeatsTaken);
    }
    after.seats = ask.seats.unwrap_or(before.seats);
    after.active = ask.active.unwrap_or(before.active);
    Ok(differing(before, after))
}

/// Changes what an organization sets itself. `proven` says whether somebody who is in charge has a second factor.
pub fn settle(before: &Organization, ask: &Settings, proven: bool) -> Result<Decided<Organization>, SettingsRefused> {
    if ask.undo_window_days.flatten().is_some_and(|days| days > LONGEST_UNDO) {
        return Err(SettingsRefused::UndoWindow);
    }
    if ask.tokens_per_member.is_some_and(|tokens| !(1..=MOST_TOKENS).contains(&tokens)) {
        return Err(SettingsRefused::Tokens);
    }
    let mut after = before.clone();
    after.name = ask.name.clone().unwrap_or(after.name);
    after.undo_window_days = ask.undo_window_days.unwrap_or(after.undo_window_days);
    after.second_factor_required = ask.second_factor_required.unwrap_or(after.second_factor_required);
    // INVARIANT: from then on nobody counts as in charge without one (R8).
    if after.second_factor_required && !before.second_factor_required && !proven {
        return Err(SettingsRefused::Headless);
    }
    after.tokens_per_member = ask.tokens_per_member.unwrap_or(after.tokens_per_member);
    Ok(differing(before, after))
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
        ("second_factor_required", Detail::Flag(of.second_factor_required)),
        ("tokens_per_member", Detail::Number(i64::from(of.tokens_per_member))),
    ]
    .into()
}

/// What changed and nothing else.
fn differing(before: &Organization, after: Organization) -> Decided<Organization> {
    let Some((then, now)) = moved(&details(before), &details(&after)) else {
        return Decided { value: after, events: Vec::new() };
    };
    let event = Event::OrganizationChanged { organization: before.id, before: then, after: now };
    Decided::new(after, event)
}
