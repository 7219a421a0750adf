//! Changing the access model that an organization lives by: what of it is in use stays, or becomes something else for all who hold
//! it, and nobody is given more by it than whoever changes it could give them by hand (R6, R8).

mod migration;
mod refused;
mod sold;
mod widening;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use migration::{Migration, MigrationFault, Sort, Word};
pub use refused::{InUse, MOST_NAMED, MOST_RELEASED, RemodelRefused};
pub use widening::{Aspect, HoldingChange};

use self::migration::Words;
use self::widening::{Carried, may_give};
use super::Organization;
use crate::access::Access;
use crate::access_model::{AccessModel, Reach, engine};
use crate::bits::{Level, Set};
use crate::decided::Decided;
use crate::event::{Detail, Details, Event};
use crate::grant::{Offer, OfferRefused};
use crate::id::MemberId;
use crate::keys::{KindKey, LevelKey, PermissionKey, WorkspaceKindKey};
use crate::may_grant::{GrantRefused, Granter, may_at_root};
use crate::selection::Selected;
use crate::workspace::Place;

/// How many lines of a document the journal keeps of a change.
const MOST_LINES: usize = 200;
/// How much of each.
const LONGEST_LINE: usize = 200;

/// Grants of the same contents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holding {
    /// What they hold.
    pub offer: Offer,
    /// How many there are.
    pub grants: u64,
}

/// How much there is of a kind of resources.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct KindUse {
    /// How many resources.
    pub resources: u64,
    /// How many of them are for everyone.
    pub for_everyone: u64,
    /// How many groups of them.
    pub groups: u64,
}

/// Another access model, and what becomes of the words that go.
#[derive(Clone, PartialEq, Debug)]
pub struct Remodelling {
    /// The compiled model.
    pub model: Arc<AccessModel>,
    /// The document that it was compiled from.
    pub document: Arc<str>,
    /// What becomes of words that go.
    pub migration: Migration,
}

/// What a change of the model rests on.
#[derive(Clone, Copy, Debug)]
pub struct RemodelFacts<'a> {
    /// The organization as it is.
    pub organization: &'a Organization,
    /// Its root.
    pub root: &'a Place,
    /// Who changes it, with their rights of now,
    pub granter: Granter<'a>,
    /// the same,
    pub access: &'a Access,
    /// and what they chose, or were given, of resources.
    pub own: &'a [Selected],
    /// What is asked for.
    pub ask: &'a Remodelling,
    /// All grants of the organization, by their contents.
    pub holdings: &'a [Holding],
    /// The kinds of which there are resources or groups.
    pub kinds: &'a BTreeMap<KindKey, KindUse>,
    /// How many workspaces there are of each kind.
    pub workspace_kinds: &'a BTreeMap<WorkspaceKindKey, u64>,
    /// Who has none or several of a kind of which the new model wants exactly one.
    pub not_exactly_one: &'a [(KindKey, Vec<MemberId>)],
    /// Whether somebody in charge holds one of the [levels that govern then](Remodelling::governing).
    pub governed: bool,
}

/// A change of the model that was decided.
#[derive(Clone, PartialEq, Debug)]
pub struct Remodelled {
    /// The organization with its new model.
    pub organization: Organization,
    /// What changes for those who hold something.
    pub changes: Vec<HoldingChange>,
    /// The kinds of workspaces that become others.
    pub workspace_kinds: BTreeMap<WorkspaceKindKey, WorkspaceKindKey>,
    /// The kinds of resources that go, none of which there are.
    pub kinds_gone: Vec<KindKey>,
}

impl Remodelled {
    /// The contents of grants that become others.
    pub fn rewritten(&self) -> impl Iterator<Item = (&Offer, &Offer)> {
        self.changes.iter().filter(|change| change.before != change.after).map(|change| (&change.before, &change.after))
    }
}

impl Remodelling {
    /// What becomes of the permissions that a token is for: those that go without becoming others are left out, so that no later model gives
    /// them another meaning.
    pub fn carried(&self, permissions: &BTreeSet<PermissionKey>) -> BTreeSet<PermissionKey> {
        let becomes = |key| self.migration.permissions.get(key).unwrap_or(key);
        permissions.iter().map(becomes).filter(|key| self.model.permission(key.as_str()).is_some()).cloned().collect()
    }

    /// The levels of the old model that are one of these in the new.
    fn levels_that(&self, old: &AccessModel, is: impl Fn(&AccessModel, crate::bits::Level) -> bool) -> BTreeSet<LevelKey> {
        let words = Words { old, new: &self.model, migration: &self.migration };
        let those = old.levels().filter(|level| words.level(*level).is_some_and(|level| is(&self.model, level)));
        those.filter_map(|level| old.level_key(level).cloned()).collect()
    }

    /// The levels of the old model that govern in the new, and may change it again: without these nobody could.
    pub fn governing(&self, old: &AccessModel) -> BTreeSet<LevelKey> {
        self.levels_that(old, |new, level| new.governs(level) && new.level_permissions(level).has(engine::ACCESS_MODEL_MANAGE))
    }

    /// The kinds of which somebody could come to need exactly one who needn't today: with the levels of the old model that will want
    /// exactly one, and those that reach further, which count more.
    pub fn wanting_one(&self, old: &AccessModel) -> Vec<(KindKey, BTreeSet<LevelKey>, BTreeSet<LevelKey>)> {
        let of = |kind: &KindKey| {
            let reach = |is: fn(Reach) -> bool| {
                let now = self.levels_that(old, |new, level| is(new.reach(level, kind.as_str())));
                let then = old.levels().filter(|level| is(old.reach(*level, kind.as_str())));
                let then: BTreeSet<LevelKey> = then.filter_map(|level| old.level_key(level).cloned()).collect();
                (now != then, now)
            };
            let (ones_differ, ones) = reach(|reach| reach == Reach::ExactlyOne);
            let (wider_differ, wider) = reach(|reach| reach > Reach::ExactlyOne);
            let is_new = old.resource_kind(kind.as_str()).is_none();
            ((ones_differ || wider_differ || is_new) && !ones.is_empty()).then(|| (kind.clone(), ones, wider))
        };
        let kinds = self.model.resource_kinds().iter().filter_map(crate::access_model::ResourceKindSpec::kind_key);
        kinds.filter_map(|kind| of(&kind)).collect()
    }
}

/// Decides about another access model: what it is, or changes, for everybody who holds something of the one of now.
///
/// A model is about every level, so it is theirs to change who may give every level by hand: with `access_model.manage` and
/// `members.manage` at the root, levels there that manage all levels, and no restriction anywhere.
pub fn remodel(facts: &RemodelFacts<'_>) -> Result<Decided<Remodelled>, RemodelRefused> {
    let RemodelFacts { organization, ask, .. } = *facts;
    let words = Words { old: &organization.model, new: &ask.model, migration: &ask.migration };
    may_remodel(facts.granter, facts.access, facts.root)?;
    let token_key = |model: &AccessModel| model.token_permission().and_then(|needed| model.permission_key(needed)).cloned();
    let settings_differ = words.old.undo_window_days() != words.new.undo_window_days()
        || words.old.email_change() != words.new.email_change()
        || token_key(words.old) != token_key(words.new);
    if settings_differ {
        may_at_root(facts.granter, facts.root, engine::ORGANIZATION_MANAGE)?;
    }
    ask.migration.check(words.old, words.new)?;
    sold::operators_own(words)?;
    let carried = carried(facts, words)?;
    may_give(words, facts)?;
    let changes = carried.iter().filter_map(Carried::change).collect();
    if let Some((kind, members)) = facts.not_exactly_one.iter().find(|(_, members)| !members.is_empty()) {
        return Err(RemodelRefused::SelectionRequired { kind: kind.clone(), members: members.clone() });
    }
    if !facts.governed {
        return Err(RemodelRefused::Headless);
    }
    let after = Organization { model: Arc::clone(&ask.model), document: Arc::clone(&ask.document), ..organization.clone() };
    let kinds_gone = words.old.resource_kinds().iter().filter(|kind| words.new.resource_kind(&kind.key).is_none());
    let value = Remodelled {
        organization: after,
        changes,
        workspace_kinds: ask.migration.workspace_kinds.clone(),
        kinds_gone: kinds_gone.filter_map(crate::access_model::ResourceKindSpec::kind_key).collect(),
    };
    if organization.document == ask.document && ask.migration.is_empty() {
        return Ok(Decided { value, events: Vec::new() });
    }
    let moved = ask.migration.entries().map(|(from, to)| format!("{} {} = {}", from.sort.word(), from.key, to.key)).collect();
    let event = Event::AccessModelChanged {
        organization: organization.id,
        before: lines(&organization.document, &ask.document),
        after: lines(&ask.document, &organization.document).into_iter().chain([("migration", Detail::Words(moved))]).collect(),
    };
    Ok(Decided::new(value, event))
}

/// Whether this person may change the model at all.
pub fn may_remodel(granter: Granter<'_>, access: &Access, root: &Place) -> Result<(), GrantRefused> {
    may_at_root(granter, root, engine::ACCESS_MODEL_MANAGE)?;
    may_at_root(granter, root, engine::MEMBERS_MANAGE)?;
    let all: Set<Level> = access.model().levels().collect();
    let unmanaged = all.minus(access.manages_at(root));
    if let Some(key) = unmanaged.iter().next().and_then(|level| access.model().level_key(level)) {
        return Err(GrantRefused::NotManageable(key.clone()));
    }
    // Whoever is bound, wherever, could write their way round it into a level that nobody holds yet.
    let bound = access.held().iter().fold(Set::EMPTY, |sum, held| sum.union(held.restrictions));
    match bound.iter().next().and_then(|one| access.model().restriction_key(one)) {
        Some(key) => Err(GrantRefused::NotLiftable(key.clone())),
        None => Ok(()),
    }
}

/// The lines of one document that the other doesn't have, the first of them.
fn lines(of: &str, other: &str) -> Details {
    let others: BTreeSet<&str> = other.lines().map(str::trim).collect();
    let mut own = of.lines().map(str::trim).filter(|line| !line.is_empty() && !others.contains(line));
    let told: Vec<String> = own.by_ref().take(MOST_LINES).map(|line| line.chars().take(LONGEST_LINE).collect()).collect();
    let more = own.count();
    let more = (more > 0).then(|| ("more_lines", Detail::Number(i64::try_from(more).unwrap_or(i64::MAX))));
    [("lines", Detail::Words(told))].into_iter().chain(more).collect()
}

/// Every holding in the new model's words; what is in use and would go, all of it at once.
fn carried<'a>(facts: &RemodelFacts<'a>, words: Words<'a>) -> Result<Vec<Carried<'a>>, RemodelRefused> {
    let mut in_use: BTreeMap<Word, InUse> = BTreeMap::new();
    let mut blocked = |word: Word, times: u64, offer: Option<&Offer>| {
        let one = in_use.entry(word.clone()).or_insert_with(|| InUse { word, times: 0, offers: vec![], members: vec![] });
        one.times += times;
        one.offers.extend(offer.cloned());
    };
    let mut carried = Vec::with_capacity(facts.holdings.len());
    for holding in facts.holdings {
        let offer = words.carried(&holding.offer);
        match offer.shaped(words.new) {
            Ok(after) => carried.push(Carried::new(words, holding, after)),
            Err(_) => {
                for word in unknown(&holding.offer, &words) {
                    blocked(word, holding.grants, Some(&holding.offer));
                }
            }
        }
    }
    for (kind, used) in facts.kinds {
        let then = words.new.resource_kind(kind.as_str());
        let shared = if then.is_some_and(|kind| !kind.everyone_allowed) { used.for_everyone } else { 0 };
        let bundled = if then.is_none_or(|kind| !kind.grouped) { used.groups } else { 0 };
        let there = if then.is_none() { used.resources } else { 0 };
        if there + shared + bundled > 0 {
            blocked(Word::new(Sort::ResourceKind, kind), there + shared + bundled, None);
        }
    }
    let has_kind = |key: &WorkspaceKindKey| words.new.workspace_kinds().iter().any(|(kind, _, _)| kind == key);
    for (kind, times) in facts.workspace_kinds {
        if !has_kind(words.migration.workspace_kinds.get(kind).unwrap_or(kind)) {
            blocked(Word::new(Sort::WorkspaceKind, kind), *times, None);
        }
    }
    if in_use.is_empty() { Ok(carried) } else { Err(RemodelRefused::InUse(in_use.into_values().collect())) }
}

/// The words of an offer, as it was, that the new model doesn't have, or not at these levels.
fn unknown(offer: &Offer, words: &Words<'_>) -> Vec<Word> {
    let mut found = Vec::new();
    let alone = |part: Offer| words.carried(&part).shaped(words.new);
    let levels = || offer.levels.clone();
    for key in &offer.levels {
        if alone(Offer { levels: [key.clone()].into(), ..Offer::default() }).is_err() {
            found.push(Word::new(Sort::Level, key));
        }
    }
    let with_levels = |part: Offer| match alone(part) {
        // Which level is missing was said already.
        Ok(_) | Err(OfferRefused::NoLevel | OfferRefused::UnknownLevel(_)) => false,
        Err(_) => true,
    };
    for key in &offer.permissions {
        if with_levels(Offer { levels: levels(), permissions: [key.clone()].into(), ..Offer::default() }) {
            found.push(Word::new(Sort::Permission, key));
        }
    }
    for key in &offer.restrictions {
        if with_levels(Offer { levels: levels(), restrictions: [key.clone()].into(), ..Offer::default() }) {
            found.push(Word::new(Sort::Restriction, key));
        }
    }
    found
}
