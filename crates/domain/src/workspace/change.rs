//! Changing a workspace: its name, whether it is on, and the features that it does without.

use std::collections::BTreeMap;

use super::{Place, Workspace};
use crate::access::Access;
use crate::access_model::engine;
use crate::bits::{Index, Permission};
use crate::decided::Decided;
use crate::event::{Detail, Details, Event, moved};
use crate::keys::FeatureKey;
use crate::may_grant::GrantRefused;
use crate::organization::Organization;
use crate::refusal::{Refusal, RefusalKind};
use crate::text::Name;

/// What is to become of a workspace; absent fields stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WorkspaceChange {
    /// Another name.
    pub name: Option<Name>,
    /// On or off. Below a workspace that is off everything is off.
    pub active: Option<bool>,
    /// Features to do without here and below (`false`), or not to do without any more.
    pub features: BTreeMap<FeatureKey, bool>,
}

/// Why a workspace stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeRefused {
    /// It isn't the actor's to change.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// The root is the organization's.
    #[error("the root can't be switched off; an operator switches the organization off")]
    Root,
    /// The model has no such feature.
    #[error("this organization's access model has no feature `{0}`")]
    UnknownFeature(FeatureKey),
    /// The organization doesn't have it, so nobody in it can.
    #[error("the organization's plan doesn't have `{0}`; an operator can change that")]
    FeatureOff(FeatureKey),
    /// It is off above, and what is below can't have it.
    #[error("`{0}` is switched off in a workspace above; switch it on there")]
    OffAbove(FeatureKey),
}

impl Refusal for ChangeRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::Root | Self::FeatureOff(_) | Self::OffAbove(_) => RefusalKind::Conflict,
            Self::UnknownFeature(_) => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::Root => "root",
            Self::UnknownFeature(_) => "unknown_feature",
            Self::FeatureOff(_) => "feature_off",
            Self::OffAbove(_) => "off_above",
        }
    }

    fn pointer(&self) -> Option<String> {
        if let Self::UnknownFeature(key) = self { Some(format!("/features/{key}")) } else { None }
    }
}

/// Changes a workspace; nothing happens if all stays the same. Its name and features are its settings, and whether it is on is
/// part of the tree: each takes a right of its own, and both act where it is off. Nobody's grants are touched, so that all comes back
/// with it.
pub fn change(
    organization: &Organization,
    by: &Access,
    place: &Place,
    before: &Workspace,
    ask: &WorkspaceChange,
) -> Result<Decided<Workspace>, ChangeRefused> {
    if ask.name.is_some() || !ask.features.is_empty() || ask.active.is_none() {
        must(by, engine::WORKSPACES_SETTINGS, place)?;
    }
    if ask.active.is_some() {
        must(by, engine::WORKSPACES_MANAGE, place)?;
    }
    if place.is_root() && ask.active == Some(false) {
        return Err(ChangeRefused::Root);
    }
    let mut after = before.clone();
    after.name = ask.name.clone().unwrap_or(after.name);
    after.active = ask.active.unwrap_or(after.active);
    for (key, on) in &ask.features {
        let feature = organization.model.feature(key.as_str()).ok_or_else(|| ChangeRefused::UnknownFeature(key.clone()))?;
        if !on {
            after.features_off.insert(key.clone());
            continue;
        }
        if !organization.setting().features.has(feature) {
            return Err(ChangeRefused::FeatureOff(key.clone()));
        }
        if place.steps().iter().any(|step| step.workspace != before.id && step.features_off.contains(key)) {
            return Err(ChangeRefused::OffAbove(key.clone()));
        }
        after.features_off.remove(key);
    }
    let Some((then, now)) = moved(&details(before), &details(&after)) else {
        return Ok(Decided { value: after, events: Vec::new() });
    };
    let event = Event::WorkspaceChanged { workspace: before.id, before: then, after: now };
    Ok(Decided::new(after, event))
}

fn must(by: &Access, permission: Permission, place: &Place) -> Result<(), GrantRefused> {
    let key = engine::KEYS.get(permission.at()).copied().unwrap_or_default();
    if by.can(permission, place) { Ok(()) } else { Err(GrantRefused::MissingPermission(key)) }
}

fn details(of: &Workspace) -> Details {
    [
        ("name", Detail::Text(of.name.to_string())),
        ("active", Detail::Flag(of.active)),
        ("features_off", Detail::Words(of.features_off.iter().map(ToString::to_string).collect())),
    ]
    .into()
}
