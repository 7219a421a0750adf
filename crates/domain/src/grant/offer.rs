//! An offer: what somebody means to grant, brought into shape and held against the model.

use std::collections::BTreeSet;

use crate::access_model::{AccessModel, Effect, engine};
use crate::bits::{Feature, Level, Restriction, Set};
use crate::keys::{LevelKey, PermissionKey, RestrictionKey};
use crate::refusal::{Refusal, RefusalKind};

/// Levels, extra permissions and restrictions that somebody means to grant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Offer {
    /// Access levels.
    pub levels: BTreeSet<LevelKey>,
    /// Permissions beyond the levels'.
    pub permissions: BTreeSet<PermissionKey>,
    /// Limits.
    pub restrictions: BTreeSet<RestrictionKey>,
}

/// Why an offer is none that this model could ever make.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OfferRefused {
    /// Without a level there is no access.
    #[error("choose at least one access level")]
    NoLevel,
    /// A level that the model doesn't have.
    #[error("there is no access level `{0}` in this organization")]
    UnknownLevel(LevelKey),
    /// A permission that the model doesn't have.
    #[error("there is no permission `{0}` in this organization")]
    UnknownPermission(PermissionKey),
    /// A restriction that the model doesn't have.
    #[error("there is no restriction `{0}` in this organization")]
    UnknownRestriction(RestrictionKey),
    /// A permission that none of the levels may be granted.
    #[error("`{0}` can't be added to these access levels")]
    NotForLevels(PermissionKey),
    /// A restriction that none of the levels may carry.
    #[error("`{0}` can't be put on these access levels")]
    NotEligible(RestrictionKey),
}

impl Refusal for OfferRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::NoLevel => "no_level",
            Self::UnknownLevel(_) => "unknown_level",
            Self::UnknownPermission(_) => "unknown_permission",
            Self::UnknownRestriction(_) => "unknown_restriction",
            Self::NotForLevels(_) => "not_for_levels",
            Self::NotEligible(_) => "not_eligible",
        }
    }

    fn pointer(&self) -> Option<String> {
        Some(
            match self {
                Self::NoLevel | Self::UnknownLevel(_) => "/levels",
                Self::UnknownPermission(_) | Self::NotForLevels(_) => "/permissions",
                Self::UnknownRestriction(_) | Self::NotEligible(_) => "/restrictions",
            }
            .to_owned(),
        )
    }
}

impl Offer {
    /// Brings an offer into shape: unknown words are refused, permissions that the levels have anyway are left out.
    pub fn shaped(mut self, model: &AccessModel) -> Result<Self, OfferRefused> {
        let mut levels = Set::EMPTY;
        for key in &self.levels {
            levels.add(model.level(key.as_str()).ok_or_else(|| OfferRefused::UnknownLevel(key.clone()))?);
        }
        if levels.is_empty() {
            return Err(OfferRefused::NoLevel);
        }
        let owned = levels.iter().fold(Set::EMPTY, |sum, level| sum.union(model.level_permissions(level)));
        let grantable = levels.iter().fold(Set::EMPTY, |sum, level| sum.union(model.grantable(level)));
        let mut kept = BTreeSet::new();
        for key in self.permissions {
            let permission = model.permission(key.as_str()).ok_or_else(|| OfferRefused::UnknownPermission(key.clone()))?;
            if !owned.has(permission) {
                if !grantable.has(permission) {
                    return Err(OfferRefused::NotForLevels(key));
                }
                kept.insert(key);
            }
        }
        self.permissions = kept;
        for key in &self.restrictions {
            let restriction = model.restriction(key.as_str()).ok_or_else(|| OfferRefused::UnknownRestriction(key.clone()))?;
            if model.eligible(restriction).intersection(levels).is_empty() || disarms(model, levels, restriction) {
                return Err(OfferRefused::NotEligible(key.clone()));
            }
        }
        Ok(self)
    }

    /// The same at other levels: extra permissions that none of them may be granted fall away, and so do restrictions that none of
    /// them may carry (R2).
    #[must_use]
    pub fn at_levels(&self, levels: BTreeSet<LevelKey>, model: &AccessModel) -> Self {
        let those: Set<Level> = levels.iter().filter_map(|key| model.level(key.as_str())).collect();
        let grantable = those.iter().fold(Set::EMPTY, |sum, level| sum.union(model.grantable(level)));
        let may_have = |key: &&PermissionKey| model.permission(key.as_str()).is_some_and(|one| grantable.has(one));
        let may_carry = |key: &&RestrictionKey| {
            let restriction = model.restriction(key.as_str());
            restriction.is_some_and(|one| !model.eligible(one).intersection(those).is_empty() && !disarms(model, those, one))
        };
        Self {
            permissions: self.permissions.iter().filter(may_have).cloned().collect(),
            restrictions: self.restrictions.iter().filter(may_carry).cloned().collect(),
            levels,
        }
    }

    /// The features that giving this needs and the standing grant didn't need already.
    pub fn features_needed(&self, standing: &Self, model: &AccessModel) -> Set<Feature> {
        let permissions = self.permissions.difference(&standing.permissions);
        let restrictions = self.restrictions.difference(&standing.restrictions);
        let gates = permissions.filter_map(|key| model.permission_feature(model.permission(key.as_str())?));
        let binds = restrictions.filter_map(|key| model.restriction_feature(model.restriction(key.as_str())?));
        gates.chain(binds).collect()
    }
}

/// Whether this restriction, put on these levels, would take the means from somebody who governs (R8). A model never says so of
/// one level; a grant of several could.
fn disarms(model: &AccessModel, levels: Set<Level>, restriction: Restriction) -> bool {
    let means = [engine::MEMBERS_VIEW, engine::MEMBERS_INVITE, engine::MEMBERS_MANAGE];
    let governs = levels.iter().any(|level| model.governs(level));
    governs && matches!(model.effect(restriction), Some(Effect::Denies(denied)) if means.iter().any(|one| denied.has(*one)))
}
