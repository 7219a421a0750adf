//! What is to be done until somebody new is one of the others: computed from what there is, so that nobody ticks it off.

use std::collections::BTreeSet;

use crate::access_model::Reach;
use crate::bits::Level;
use crate::grant::Grant;
use crate::keys::KindKey;
use crate::membership::{Membership, Status};
use crate::organization::Organization;

/// A step of somebody's first days.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum OnboardingStep {
    /// They accepted their invitation.
    Accepted,
    /// They have a first and a last name.
    Named,
    /// They have a second factor, where the organization requires one.
    SecondFactor,
    /// Something of a kind that they work in was chosen for them.
    Assigned(KindKey),
    /// They did something here.
    Active,
}

impl OnboardingStep {
    /// The word in JSON.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Named => "named",
            Self::SecondFactor => "second_factor",
            Self::Assigned(_) => "assigned",
            Self::Active => "active",
        }
    }
}

/// Somebody with what their first steps are read from.
#[derive(Clone, Copy, Debug)]
pub struct Newcomer<'a> {
    /// Who.
    pub membership: &'a Membership,
    /// All of their grants.
    pub grants: &'a [Grant],
    /// The kinds of which they have something by choice.
    pub chosen: &'a BTreeSet<KindKey>,
    /// Whether their login has a second factor.
    pub has_factor: bool,
}

/// The steps that there are for somebody in this organization, in their order, each with whether it is done.
pub fn onboarding(organization: &Organization, who: &Newcomer<'_>) -> Vec<(OnboardingStep, bool)> {
    let Newcomer { membership, grants, chosen, has_factor } = *who;
    let profile = &membership.profile;
    let mut steps = vec![
        (OnboardingStep::Accepted, membership.status != Status::Pending),
        (OnboardingStep::Named, profile.first_name.is_some() && profile.last_name.is_some()),
    ];
    if organization.second_factor_required {
        steps.push((OnboardingStep::SecondFactor, has_factor));
    }
    let model = &organization.model;
    let held: Vec<Level> = grants.iter().flat_map(|grant| &grant.levels).filter_map(|key| model.level(key.as_str())).collect();
    let has = |levels: &BTreeSet<crate::keys::LevelKey>| {
        held.iter().any(|level| model.level_key(*level).is_some_and(|key| levels.contains(key)))
    };
    for staffed in model.staffed() {
        // Whoever reaches all of it has it, and whoever decides about it needn't be in it.
        let reaches_all = held.iter().any(|level| model.reach(*level, staffed.kind().as_str()) == Reach::All);
        if has(&staffed.workers) && !has(&staffed.leaders) && !reaches_all {
            let done = chosen.contains(staffed.kind());
            steps.push((OnboardingStep::Assigned(staffed.kind().clone()), done));
        }
    }
    steps.push((OnboardingStep::Active, membership.last_active_at.is_some()));
    steps
}
