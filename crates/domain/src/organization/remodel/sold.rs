//! What an operator sells: plans, features, and what needs them, are none of the organization's to rewrite.

use super::migration::{Sort, Word, Words};
use super::refused::RemodelRefused;
use crate::access_model::{AccessModel, Effect};
use crate::bits::Feature;

/// Plans and features stay, with what each plan switches on; what needs a feature stays under its own key and goes on needing it, and
/// what needs none doesn't come to need one. So nothing that is sold is freed, by one change or by several, and nobody locks away
/// what only an operator could unlock.
pub(super) fn operators_own(words: Words<'_>) -> Result<(), RemodelRefused> {
    let Words { old, new, .. } = words;
    let refused = |sort, key: &str| Err(RemodelRefused::OperatorsOwn(Word::new(sort, key)));
    if let Some(gone) = old.plans().iter().find(|plan| !new.plans().contains(plan)) {
        return refused(Sort::Plan, gone.as_str());
    }
    // A plan that is taken today means what it meant.
    for feature in old.features() {
        let Some(key) = old.feature_key(feature) else { continue };
        let now = new.feature(key.as_str());
        let plans = |model: &AccessModel, feature: Feature| model.feature_plans(feature).cloned().collect::<Vec<_>>();
        if now
            .is_none_or(|now| plans(new, now).iter().any(|plan| !plans(old, feature).contains(plan) && old.plans().contains(plan)))
        {
            return refused(Sort::Feature, key.as_str());
        }
    }
    // API tokens that are sold stay so.
    let sold = |model: &AccessModel| {
        let needs = model.token_permission().and_then(|needed| model.permission_feature(needed));
        needs.and_then(|feature| model.feature_key(feature)).cloned()
    };
    if let Some(feature) = sold(old).filter(|feature| sold(new).as_ref() != Some(feature)) {
        return refused(Sort::Feature, feature.as_str());
    }
    for permission in old.permissions() {
        let Some(key) = old.permission_key(permission) else { continue };
        let needs = old.permission_feature(permission).and_then(|one| old.feature_key(one));
        // Where its holders come to hold another word, that one counts.
        let now = if needs.is_some() { new.permission(key.as_str()) } else { words.permission(permission) };
        let needs_now = now.map(|one| new.permission_feature(one).and_then(|one| new.feature_key(one)));
        if needs_now.is_none_or(|now| now != needs) && (needs.is_some() || now.is_some()) {
            return refused(Sort::Permission, key.as_str());
        }
    }
    for restriction in old.restrictions() {
        let Some(key) = old.restriction_key(restriction) else { continue };
        let needs = old.restriction_feature(restriction).and_then(|one| old.feature_key(one));
        let now = new.restriction(key.as_str()).and_then(|one| new.restriction_feature(one)).and_then(|one| new.feature_key(one));
        if needs.is_some() && now != needs {
            return refused(Sort::Restriction, key.as_str());
        }
    }
    masking(old, new)?;
    for one in old.statistics().iter().filter(|one| one.feature.is_some()) {
        let now = new.statistics().iter().find(|now| now.key == one.key);
        if now.is_none_or(|now| now.feature != one.feature) {
            return refused(Sort::Statistic, &one.key);
        }
    }
    Ok(())
}

/// Where masking is sold, a mask of another name is sold too.
fn masking(old: &AccessModel, new: &AccessModel) -> Result<(), RemodelRefused> {
    let masks = |model: &AccessModel| {
        let all = model.restrictions().filter(|one| matches!(model.effect(*one), Some(Effect::Masks(_))));
        all.collect::<Vec<_>>()
    };
    let masked = masks(old);
    let is_sold = !masked.is_empty() && masked.iter().all(|one| old.restriction_feature(*one).is_some());
    let free = masks(new).into_iter().find(|one| new.restriction_feature(*one).is_none());
    match free.and_then(|one| new.restriction_key(one)) {
        Some(key) if is_sold => Err(RemodelRefused::OperatorsOwn(Word::new(Sort::Restriction, key))),
        _ => Ok(()),
    }
}
