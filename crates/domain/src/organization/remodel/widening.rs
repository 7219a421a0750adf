//! Whether what a new model gives to those who hold its words is whoever changes it to give (R6).

use super::migration::Words;
use super::{Holding, RemodelFacts};
use crate::access_model::{AccessModel, Effect, Reach, engine};
use crate::bits::{Index, Level, Permission, Restriction, Set};
use crate::grant::Offer;
use crate::keys::PermissionKey;
use crate::may_grant::GrantRefused;
use crate::selection::Selection;
use crate::visibility::{Masking, Visibility};

/// What one grant of these contents says in one model, by itself.
struct Said {
    levels: Set<Level>,
    given: Set<Permission>,
    denied: Set<Permission>,
    manages: Set<Level>,
    masking: Masking,
    visibility: Visibility,
    governs: bool,
}

impl Said {
    fn by(offer: &Offer, model: &AccessModel) -> Self {
        let levels: Set<Level> = offer.levels.iter().filter_map(|key| model.level(key.as_str())).collect();
        let extras = offer.permissions.iter().filter_map(|key| model.permission(key.as_str()));
        let restrictions: Set<Restriction> = offer.restrictions.iter().filter_map(|key| model.restriction(key.as_str())).collect();
        let mut said = Self {
            levels,
            given: extras.fold(Set::EMPTY, |sum, extra| sum.union(model.meaning(extra))),
            denied: Set::EMPTY,
            manages: Set::EMPTY,
            masking: Masking::None,
            visibility: Visibility::Everything,
            governs: levels.iter().any(|level| model.governs(level)),
        };
        for level in levels.iter() {
            said.given = said.given.union(model.level_permissions(level));
            said.manages = said.manages.union(model.manages(level));
        }
        for restriction in restrictions.iter() {
            match model.effect(restriction) {
                Some(Effect::Denies(denied)) => said.denied = said.denied.union(*denied),
                Some(Effect::Masks(masking)) => said.masking = said.masking.max(*masking),
                Some(Effect::Narrows(visibility)) => said.visibility = said.visibility.and(visibility.clone()),
                None => {}
            }
        }
        said
    }

    fn reach(&self, kind: &str, model: &AccessModel) -> Reach {
        self.levels.iter().map(|level| model.reach(level, kind)).max().unwrap_or(Reach::None)
    }
}

/// What changes, besides permissions, for who has a grant of these contents.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Aspect {
    /// Whom they manage.
    Manages,
    /// Whether they are in charge, at the root.
    Governs,
    /// How much is hidden from them.
    Masking,
    /// Which contacts they see.
    Visibility,
    /// How far they reach into resources.
    Reach,
}

impl Aspect {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Manages => "manages",
            Self::Governs => "governs",
            Self::Masking => "masking",
            Self::Visibility => "visibility",
            Self::Reach => "reach",
        }
    }
}

/// What a new model makes of grants of the same contents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoldingChange {
    /// Their contents before,
    pub before: Offer,
    /// and after.
    pub after: Offer,
    /// How many grants there are of them.
    pub grants: u64,
    /// Permissions that these grants don't give, and will: in the words of the new model.
    pub gains: Vec<PermissionKey>,
    /// Permissions that these grants give, and won't: in the words of the old model.
    pub loses: Vec<PermissionKey>,
    /// What else changes.
    pub aspects: Vec<Aspect>,
    /// Whether contacts may not be handled any more by this grant, or by one that lies above it.
    pub loses_contacts: bool,
}

/// One grant's contents in both models.
pub(super) struct Carried<'a> {
    words: Words<'a>,
    holding: &'a Holding,
    after: Offer,
    then: Said,
    now: Said,
}

impl<'a> Carried<'a> {
    pub(super) fn new(words: Words<'a>, holding: &'a Holding, after: Offer) -> Self {
        let (then, now) = (Said::by(&holding.offer, words.old), Said::by(&after, words.new));
        Self { words, holding, after, then, now }
    }

    fn carry<T: Index>(set: Set<T>, to: impl Fn(T) -> Option<T>) -> Set<T> {
        set.iter().filter_map(to).collect()
    }

    /// What changes; nothing, if nothing does.
    pub(super) fn change(&self) -> Option<HoldingChange> {
        let Self { words, then, now, .. } = self;
        let (had, has) = (then.given.minus(then.denied), now.given.minus(now.denied));
        let gone = had.iter().filter(|one| words.permission(*one).is_none_or(|one| !has.has(one)));
        // What two words become takes having had both.
        let gains = has.iter().filter(|one| !all_held(words.permission_was(*one), had));
        let manages_more = now.manages.iter().any(|level| !all_held(words.level_was(level), then.manages));
        let manages_less = then.manages.iter().any(|level| words.level(level).is_none_or(|level| !now.manages.has(level)));
        let aspects = [
            (Aspect::Manages, manages_more || manages_less),
            (Aspect::Governs, then.governs != now.governs),
            (Aspect::Masking, then.masking != now.masking),
            (Aspect::Visibility, then.visibility != now.visibility),
            (Aspect::Reach, self.reaches().any(|(had, has)| had.is_some_and(|had| had != has))),
        ];
        let denied_anew = now.denied.minus(Self::carry(then.denied, |one| words.permission(one)));
        let change = HoldingChange {
            before: self.holding.offer.clone(),
            after: self.after.clone(),
            grants: self.holding.grants,
            gains: gains.filter_map(|one| words.new.permission_key(one).cloned()).collect(),
            loses: gone.filter_map(|one| words.old.permission_key(one).cloned()).collect(),
            aspects: aspects.into_iter().filter(|(_, differs)| *differs).map(|(aspect, _)| aspect).collect(),
            loses_contacts: had.has(engine::CONTACTS_HANDLE) && !has.has(engine::CONTACTS_HANDLE)
                || denied_anew.has(engine::CONTACTS_HANDLE),
        };
        let nothing = change.gains.is_empty() && change.loses.is_empty() && change.aspects.is_empty();
        let same = nothing && denied_anew.is_empty() && change.before == change.after;
        (!same).then_some(change)
    }

    /// The reach into each kind of the new model: before, if the old one had it, and after.
    fn reaches(&self) -> impl Iterator<Item = (Option<Reach>, Reach)> {
        self.words.new.resource_kinds().iter().map(|kind| {
            let had = self.words.old.resource_kind(&kind.key).map(|_| self.then.reach(&kind.key, self.words.old));
            (had, self.now.reach(&kind.key, self.words.new))
        })
    }
}

/// Whether every old word that one was is among these; a word that nobody could hold before was never held.
fn all_held<T: Index>(was: Set<T>, those: Set<T>) -> bool {
    !was.is_empty() && was.within(those)
}

/// Whether all that the new model gives to anybody, today or by a grant of tomorrow, is theirs to give who changes it. What a level
/// or an extra permission means may come to mean more only by what they have themselves; a word that is new to the model is nobody's
/// yet, and anybody's to write.
pub(super) fn may_give(words: Words<'_>, facts: &RemodelFacts<'_>) -> Result<(), GrantRefused> {
    let rights = facts.access.granted_at(facts.root);
    let theirs = |given: Set<Permission>, before: &[Set<Permission>]| {
        let beyond = |one: &Permission| {
            let was = words.permission_was(*one);
            !was.is_empty() && !was.within(rights) && (before.is_empty() || !before.iter().all(|before| was.within(*before)))
        };
        match given.iter().find(beyond).and_then(|one| words.new.permission_key(one)) {
            Some(key) => Err(GrantRefused::NotGrantable(key.clone())),
            None => Ok(()),
        }
    };
    for level in words.new.levels() {
        let before: Vec<_> = words.level_was(level).iter().map(|was| words.old.level_permissions(was)).collect();
        theirs(words.new.level_permissions(level), &before)?;
        let governed = words.level_was(level).iter().all(|was| words.old.governs(was));
        if words.new.governs(level) && !governed && !facts.access.governs(facts.organization.root) {
            // Whoever may give such a level to others may not come to have it by another word for their own.
            return Err(words.new.level_key(level).cloned().map_or(GrantRefused::BeyondReach, GrantRefused::NotGoverning));
        }
        for kind in words.new.resource_kinds().iter().filter(|kind| words.old.resource_kind(&kind.key).is_some()) {
            let now = words.new.reach(level, &kind.key);
            let mut before = words.level_was(level).iter().map(|was| words.old.reach(was, &kind.key)).collect::<Vec<_>>();
            if before.is_empty() {
                before.push(Reach::Choose);
            }
            let further = before.iter().any(|then| match then {
                Reach::All => false,
                // What was chosen long ago, and didn't count, would count again.
                Reach::None => now > Reach::None,
                Reach::Choose | Reach::ExactlyOne => now == Reach::All,
            });
            if further && !reaches_all(facts, &kind.key) {
                return Err(GrantRefused::BeyondReach);
            }
        }
    }
    for extra in words.new.permissions() {
        let before: Vec<_> = words.permission_was(extra).iter().map(|was| words.old.meaning(was)).collect();
        if !before.is_empty() {
            theirs(words.new.meaning(extra), &before)?;
        }
    }
    // A right that goes could come again tomorrow, at another level: to take its word out of the model takes having it.
    let stays = |one: &Permission| words.old.permission_key(*one).is_some_and(|key| words.new.permission(key.as_str()).is_some());
    let gone = words.old.permissions().find(|one| !stays(one) && !rights.has(*one));
    if let Some(key) = gone.and_then(|one| words.old.permission_key(one)) {
        return Err(GrantRefused::NotGrantable(key.clone()));
    }
    // What deleting a resource takes besides isn't given up by who lacks it.
    let delete = |model: &AccessModel, key: &str| model.resource_kind(key).and_then(|kind| kind.delete.clone());
    for kind in words.old.resource_kinds() {
        let Some(needs) = kind.delete.as_deref().and_then(|key| words.old.permission(key)) else { continue };
        let same = delete(words.new, &kind.key).and_then(|key| words.new.permission(&key)) == words.permission(needs);
        if !same && !rights.has(needs) {
            return words.old.permission_key(needs).map_or(Ok(()), |key| Err(GrantRefused::NotGrantable(key.clone())));
        }
    }
    Ok(())
}

fn reaches_all(facts: &RemodelFacts<'_>, kind: &str) -> bool {
    let chosen = facts.own.iter().find(|own| own.kind.as_str() == kind).map(|own| &own.selection);
    match facts.access.reach_into(kind) {
        Reach::All => true,
        Reach::Choose => chosen == Some(&Selection::All),
        Reach::ExactlyOne | Reach::None => false,
    }
}
