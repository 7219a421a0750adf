//! An answer with its chain: what gave a right, and what took it away (R20).

use std::collections::BTreeSet;

use super::{Access, acting_while_off};
use crate::access_model::{AccessModel, Effect, Reach};
use crate::bits::{Feature, Level, Permission, Restriction};
use crate::id::{ResourceGroupId, WorkspaceId};
use crate::membership::Status;
use crate::resource::Resource;
use crate::selection::Selection;
use crate::workspace::Place;

/// One link of the chain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// A level gives it.
    Level {
        /// The level.
        level: Level,
        /// Where it is held: here, or above.
        workspace: WorkspaceId,
    },
    /// An extra permission gives it.
    Extra {
        /// The extra permission: the one asked for, or one that implies it.
        permission: Permission,
        /// Where it is held: here, or above.
        workspace: WorkspaceId,
    },
    /// A restriction takes it away.
    Restricted {
        /// The restriction.
        restriction: Restriction,
        /// The workspace at and below which it cuts.
        workspace: WorkspaceId,
    },
    /// The feature that it needs is off.
    FeatureOff {
        /// The feature.
        feature: Feature,
        /// The workspace that switched it off; none when the organization doesn't have it.
        workspace: Option<WorkspaceId>,
    },
    /// A workspace on the way is switched off.
    WorkspaceOff(WorkspaceId),
    /// The membership isn't active.
    NotActive(Status),
    /// The organization is switched off.
    OrganizationOff,
    /// The resource that it is about is for everyone.
    ForEveryone,
    /// One of the member's levels reaches every resource of its kind. Which, and where, is nothing to the workspace asked about.
    Implied,
    /// The resource was chosen for them.
    Chosen,
    /// All of its kind was chosen for them.
    WholeKind,
    /// A group that the resource is in was chosen for them. None stands for any number of groups that aren't the asker's to know of.
    ByGroup(Option<ResourceGroupId>),
    /// They don't reach the resource.
    OutOfReach,
}

impl Reason {
    /// Whether this gives the right, or lets it reach the resource that it is about (and doesn't take it away).
    pub fn gives(&self) -> bool {
        matches!(
            self,
            Self::Level { .. }
                | Self::Extra { .. }
                | Self::ForEveryone
                | Self::Implied
                | Self::Chosen
                | Self::WholeKind
                | Self::ByGroup(_)
        )
    }

    /// The group that it names, if it names one.
    pub fn group(&self) -> Option<ResourceGroupId> {
        if let Self::ByGroup(group) = self { *group } else { None }
    }

    /// These reasons as they are told to somebody who knows of no groups but these.
    pub fn leave_groups(of: &mut Vec<Self>, known: &BTreeSet<ResourceGroupId>) {
        for reason in of.iter_mut() {
            if let Self::ByGroup(group) = reason {
                *group = group.filter(|group| known.contains(group));
            }
        }
        let mut told = false;
        of.retain(|reason| *reason != Self::ByGroup(None) || !std::mem::replace(&mut told, true));
    }

    /// The workspace that it is about, if it is about one.
    pub fn workspace(&self) -> Option<WorkspaceId> {
        match self {
            Self::Level { workspace, .. }
            | Self::Extra { workspace, .. }
            | Self::Restricted { workspace, .. }
            | Self::WorkspaceOff(workspace) => Some(*workspace),
            Self::FeatureOff { workspace, .. } => *workspace,
            Self::NotActive(_)
            | Self::OrganizationOff
            | Self::ForEveryone
            | Self::Implied
            | Self::Chosen
            | Self::WholeKind
            | Self::ByGroup(_)
            | Self::OutOfReach => None,
        }
    }
}

/// An answer with everything that it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// The answer.
    pub allowed: bool,
    /// All that gives the right and all that takes it away.
    pub because: Vec<Reason>,
}

impl Explanation {
    /// The answer that this chain leads to: something gives, and nothing takes away.
    pub fn recomputed(&self) -> bool {
        self.because.iter().any(Reason::gives) && self.because.iter().all(Reason::gives)
    }
}

pub(super) fn explain(access: &Access, permission: Permission, place: &Place) -> Explanation {
    let model = access.model();
    let mut because = Vec::new();
    if !access.setting().active {
        because.push(Reason::OrganizationOff);
    }
    if access.status() != Status::Active {
        because.push(Reason::NotActive(access.status()));
    }
    because.extend(places(access, model, permission, place));
    for held in access.effective(place) {
        let workspace = held.workspace;
        let levels = held.levels.iter().filter(|level| model.level_permissions(*level).has(permission));
        because.extend(levels.map(|level| Reason::Level { level, workspace }));
        let extras = held.extras.iter().filter(|extra| model.meaning(*extra).has(permission));
        because.extend(extras.map(|permission| Reason::Extra { permission, workspace }));
        let cuts = held
            .restrictions
            .iter()
            .filter(|one| matches!(model.effect(*one), Some(Effect::Denies(denied)) if denied.has(permission)));
        because.extend(cuts.map(|restriction| Reason::Restricted { restriction, workspace }));
    }
    // A limit that nobody can read, or that a token has, has no name to be told by: what it closes, nothing gives.
    if access.effective(place).any(|held| held.closed) || !access.is_left(permission) {
        because.retain(|reason| !reason.gives());
    }
    Explanation { allowed: access.can(permission, place), because }
}

/// The same about one resource: a right reaches no further than its member. How they reach a resource is told where there is a
/// right to speak of; so a chain still leads to its answer.
pub(super) fn explain_about(
    access: &Access,
    permission: Permission,
    place: &Place,
    resource: &Resource,
    chosen: &Selection,
) -> Explanation {
    let Explanation { allowed, mut because } = explain(access, permission, place);
    let reach = access.reach_into(resource.kind.as_str());
    let reached = resource.is_reached(reach, chosen);
    if !reached {
        because.push(Reason::OutOfReach);
    } else if because.iter().any(Reason::gives) {
        because.extend(reached_by(reach, resource, chosen));
    }
    Explanation { allowed: allowed && reached, because }
}

/// By what somebody reaches a resource; nothing if they don't.
pub(super) fn reached_by(reach: Reach, resource: &Resource, chosen: &Selection) -> Vec<Reason> {
    if resource.for_everyone {
        return vec![Reason::ForEveryone];
    }
    match reach {
        Reach::All => vec![Reason::Implied],
        Reach::None => Vec::new(),
        Reach::Choose | Reach::ExactlyOne if *chosen == Selection::All => vec![Reason::WholeKind],
        Reach::Choose | Reach::ExactlyOne => {
            let by_itself = chosen.has(resource.id).then_some(Reason::Chosen);
            let groups = chosen.groups().filter(|group| resource.groups.contains(group));
            by_itself.into_iter().chain(groups.map(|group| Reason::ByGroup(Some(group)))).collect()
        }
    }
}

/// What the tree and the features say against it.
fn places(access: &Access, model: &AccessModel, permission: Permission, place: &Place) -> Vec<Reason> {
    let mut against = Vec::new();
    if !acting_while_off().has(permission) {
        against.extend(place.steps().iter().filter(|step| !step.active).map(|step| Reason::WorkspaceOff(step.workspace)));
    }
    if let Some(feature) = model.permission_feature(permission) {
        if !access.setting().features.has(feature) {
            against.push(Reason::FeatureOff { feature, workspace: None });
        }
        let key = model.feature_key(feature).map_or("", |key| key.as_str());
        let switched = place.steps().iter().filter(|step| step.features_off.contains(key));
        against.extend(switched.map(|step| Reason::FeatureOff { feature, workspace: Some(step.workspace) }));
    }
    against
}
