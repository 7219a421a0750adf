//! What somebody may be offered: the levels, extra permissions and restrictions of a form, as far as the reader may give them.

use std::collections::BTreeSet;

use tenure_domain::access_model::{AccessModel, Effect};
use tenure_domain::bits::{Level, Permission, Restriction, Set};
use tenure_domain::grant::Offer;
use tenure_domain::granting::Difference;
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, PermissionKey, RestrictionKey};
use tenure_http_base::{Fields, Problem};
use tenure_usecases::Reader;

use crate::rights::{right, right_of, rights};
use crate::words::Words;

/// A level to choose.
pub(crate) struct LevelChoice {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
    pub(crate) governs: bool,
    /// The names of what it may do.
    pub(crate) permissions: Vec<String>,
}

/// An extra permission, and what each level has of it: a row of the matrix.
pub(crate) struct PermissionChoice {
    pub(crate) key: String,
    pub(crate) name: String,
    /// Why it can't be given.
    pub(crate) off: Option<String>,
    /// One for each level, in the levels' order.
    pub(crate) cells: Vec<Cell>,
}

/// What a level has of an extra permission.
pub(crate) struct Cell {
    /// The level's key.
    pub(crate) level: String,
    /// Its name.
    pub(crate) name: String,
    /// It is part of the level, and can't be taken away.
    pub(crate) has: bool,
    /// The level may be granted it.
    pub(crate) may: bool,
    pub(crate) chosen: bool,
}

/// A restriction to tick.
pub(crate) struct RestrictionChoice {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
    /// It binds the giver, so it goes along.
    pub(crate) bound: bool,
    /// Why it can't be put on.
    pub(crate) off: Option<String>,
    /// The keys of the levels that may carry it.
    pub(crate) levels: Vec<String>,
    /// What it takes away, in words, where its name doesn't say it.
    pub(crate) takes: Option<String>,
}

/// All that there is to choose.
pub(crate) struct Choices {
    pub(crate) levels: Vec<LevelChoice>,
    pub(crate) permissions: Vec<PermissionChoice>,
    pub(crate) restrictions: Vec<RestrictionChoice>,
}

/// What was ticked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ticked {
    pub(crate) levels: BTreeSet<String>,
    pub(crate) permissions: BTreeSet<String>,
    pub(crate) restrictions: BTreeSet<String>,
}

impl Ticked {
    /// From a form, where extra permissions and restrictions stand within each level, as `level:key`: those of levels that
    /// aren't ticked don't count. Without scripts and style, a form shows them all.
    pub(crate) fn new(levels: &[String], permissions: &[String], restrictions: &[String]) -> Self {
        let levels: BTreeSet<String> = levels.iter().filter(|word| !word.is_empty()).cloned().collect();
        let within = |words: &[String]| {
            let pairs = words.iter().filter_map(|word| word.split_once(':'));
            pairs.filter(|(level, _)| levels.contains(*level)).map(|(_, key)| key.to_owned()).collect()
        };
        Self { permissions: within(permissions), restrictions: within(restrictions), levels }
    }

    pub(crate) fn of(offer: &Offer) -> Self {
        Self {
            levels: offer.levels.iter().map(ToString::to_string).collect(),
            permissions: offer.permissions.iter().map(ToString::to_string).collect(),
            restrictions: offer.restrictions.iter().map(ToString::to_string).collect(),
        }
    }

    /// As an offer.
    pub(crate) fn offer(&self) -> Result<Offer, Problem> {
        let list = |words: &BTreeSet<String>| words.iter().cloned().collect::<Vec<_>>();
        let mut fields = Fields::default();
        let offer = fields.offer(&list(&self.levels), &list(&self.permissions), &list(&self.restrictions));
        fields.all_right()?;
        Ok(offer)
    }
}

impl Choices {
    /// The restrictions of a level.
    pub(crate) fn restrictions_of(&self, level: &str) -> Vec<&RestrictionChoice> {
        self.restrictions.iter().filter(|one| one.levels.iter().any(|key| key == level)).collect()
    }

    /// What the reader may give at a workspace, with what was ticked; `standing` is given already, and may stay.
    pub(crate) fn at(words: Words, reader: &Reader<'_>, place: &Place, ticked: &Ticked, standing: &Ticked) -> Self {
        let model = &*reader.organization.model;
        let on = reader.access.features_at(place);
        let own = reader.access.permissions_at(place);
        let giveable = reader.access.manages_at(place);
        let keys = |levels: Set<Level>| -> Vec<String> {
            levels.iter().filter_map(|level| model.level_key(level).map(ToString::to_string)).collect()
        };
        let level = |level: Level| {
            let key = model.level_key(level)?.to_string();
            let chosen = ticked.levels.contains(&key);
            let permissions = rights(words, model, model.level_permissions(level));
            Some(LevelChoice { key, name: model.level_name(level).to_owned(), chosen, governs: model.governs(level), permissions })
        };
        let feature_off = |feature: Option<tenure_domain::bits::Feature>| {
            let feature = feature.filter(|feature| !on.has(*feature))?;
            Some(words.with("offer-feature-off", words.word("feature", model.feature_key(feature)?.as_str())))
        };
        let permission = |one: Permission| {
            let key = model.permission_key(one)?.to_string();
            let cell = |level: Level| {
                let level_key = model.level_key(level)?.to_string();
                let has = model.level_permissions(level).has(one);
                let may = !has && model.grantable(level).has(one);
                let chosen = may && ticked.levels.contains(&level_key) && ticked.permissions.contains(&key);
                Some(Cell { name: model.level_name(level).to_owned(), level: level_key, has, may, chosen })
            };
            let cells: Vec<Cell> = giveable.iter().filter_map(cell).collect();
            if !cells.iter().any(|cell| cell.may) {
                return None;
            }
            let stands = standing.permissions.contains(&key);
            let lacking = (!model.meaning(one).within(own)).then(|| words.say("offer-not-yours"));
            let off = feature_off(model.permission_feature(one)).or(lacking).filter(|_| !stands);
            Some(PermissionChoice { name: right(words, model, one), off, cells, key })
        };
        let bound = reader.access.restrictions_at(place);
        let restriction = |one: Restriction| {
            let key = model.restriction_key(one)?.to_string();
            let levels = model.eligible(one).intersection(giveable);
            if levels.is_empty() {
                return None;
            }
            let off = feature_off(model.restriction_feature(one)).filter(|_| !standing.restrictions.contains(&key));
            let bound = bound.has(one);
            let chosen = bound || (ticked.restrictions.contains(&key) && off.is_none());
            let (name, takes) = (model.restriction_name(one).to_owned(), takes(words, model, one));
            Some(RestrictionChoice { key, name, chosen, bound, off, levels: keys(levels), takes })
        };
        Self {
            levels: giveable.iter().filter_map(level).collect(),
            permissions: model.permissions().filter_map(permission).collect(),
            restrictions: model.restrictions().filter_map(restriction).collect(),
        }
    }
}

/// What a restriction takes away, in words; nothing where its name says just that.
fn takes(words: Words, model: &AccessModel, restriction: Restriction) -> Option<String> {
    let takes = match model.effect(restriction) {
        Some(Effect::Denies(denied)) => words.with("offer-takes-permissions", rights(words, model, *denied).join(", ")),
        Some(Effect::Masks(masking)) => words.word("offer-takes-mask", &format!("{masking:?}").to_lowercase()),
        Some(Effect::Narrows(visibility)) => match visibility {
            tenure_domain::visibility::Visibility::Shared(kind) => words.with("offer-takes-shared", kind_name(model, kind)),
            tenure_domain::visibility::Visibility::OwnAndUnassigned => words.say("offer-takes-own-and-unassigned"),
            _ => words.say("offer-takes-own"),
        },
        None => return None,
    };
    let name = model.restriction_name(restriction).to_lowercase();
    (!takes.to_lowercase().ends_with(&name)).then_some(takes)
}

/// What a kind of resources is called.
pub(crate) fn kind_name(model: &AccessModel, key: &KindKey) -> String {
    let kinds = model.resource_kinds();
    kinds.iter().find(|kind| kind.key == key.as_str()).map_or_else(|| key.to_string(), |kind| kind.name.clone())
}

/// What an offer would change, in names.
#[derive(Default)]
pub(crate) struct Change {
    pub(crate) gains: Vec<String>,
    pub(crate) loses: Vec<String>,
    /// Restrictions that would begin.
    pub(crate) limits: Vec<String>,
    /// Restrictions that would end.
    pub(crate) lifted: Vec<String>,
}

impl Change {
    /// In names instead of keys.
    pub(crate) fn new(words: Words, model: &AccessModel, difference: &Difference) -> Self {
        let permission = |key: &PermissionKey| right_of(words, model, key);
        let restriction = |key: &RestrictionKey| {
            model.restriction(key.as_str()).map_or_else(|| key.to_string(), |one| model.restriction_name(one).to_owned())
        };
        Self {
            gains: difference.gains.iter().map(permission).collect(),
            loses: difference.loses.iter().map(permission).collect(),
            limits: difference.begins.iter().map(restriction).collect(),
            lifted: difference.lifts.iter().map(restriction).collect(),
        }
    }

    /// Whether all would stay as it is.
    pub(crate) fn is_nothing(&self) -> bool {
        [&self.gains, &self.loses, &self.limits, &self.lifted].iter().all(|names| names.is_empty())
    }
}
