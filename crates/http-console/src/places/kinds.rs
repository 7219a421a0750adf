//! What somebody is let to reach of the resource kinds, beside the levels that say how far: one of a kind, some, or all (R3).

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::KindKey;
use tenure_domain::access_model::{AccessModel, AssignedFrom, Reach, ResourceKindSpec};
use tenure_domain::selection::{Choices, Part, Selection};
use tenure_http_base::Problem;
use tenure_port_store::{GroupFilter, PageAsk, ResourceFilter};
use tenure_usecases::{Failure, MemberSelection, Reader};

use crate::form::said;
use crate::people::Choice;

/// How many of a kind are offered at once, besides those that are chosen: others are looked for.
const OFFERED: u32 = 50;

/// How many that are ticked are called by their names besides those that are offered.
const NAMED: usize = 20;

/// One kind, as a form offers it.
pub(crate) struct KindChoice {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) plural: String,
    /// Exactly one is to be chosen; else any number.
    pub(crate) one: bool,
    /// All of the kind, present and future.
    pub(crate) all: bool,
    pub(crate) resources: Vec<Choice>,
    /// Groups of them, where the kind has any and any number may be chosen.
    pub(crate) groups: Vec<Choice>,
    /// Whether there are others, to be looked for.
    pub(crate) more: bool,
    pub(crate) find: String,
    /// How many that are ticked aren't called by their names here.
    pub(crate) unnamed: u32,
}

impl KindChoice {
    /// Whether the one that it takes isn't chosen yet.
    pub(crate) fn is_missing(&self) -> bool {
        self.one && !self.resources.iter().any(|one| one.chosen)
    }
}

/// All that there is to choose of, beside the levels.
#[derive(Default)]
pub(crate) struct Kinds {
    pub(crate) open: Vec<KindChoice>,
    /// What is ticked and has no box, as the form takes it: of kinds that another level may let one choose of, and beyond what is called
    /// by its name.
    pub(crate) kept: Vec<String>,
}

impl Kinds {
    /// The kinds of which exactly one is to be chosen, where there are several: each of them is asked for.
    pub(crate) fn one_of_each(&self) -> Option<String> {
        let of: Vec<&str> = self.open.iter().filter(|kind| kind.one).map(|kind| kind.name.as_str()).collect();
        (of.len() > 1).then(|| of.join(", "))
    }
}

/// How a form names a group, beside the bare ids of resources.
const GROUP: &str = "group.";

fn word(part: Part) -> String {
    match part {
        Part::Resource(id) => id.to_string(),
        Part::Group(id) => format!("{GROUP}{id}"),
    }
}

fn part(word: &str) -> Option<Part> {
    match word.strip_prefix(GROUP) {
        Some(id) => id.parse().ok().map(Part::Group),
        None => word.parse().ok().map(Part::Resource),
    }
}

/// What was ticked of each kind: ids, or `all`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct TickedKinds(BTreeMap<String, BTreeSet<String>>);

/// The word for all of a kind.
const ALL: &str = "all";

impl TickedKinds {
    /// From a form, where each stands as `kind:id`, or `kind:all`.
    pub(crate) fn new(selections: &[String]) -> Self {
        let mut of: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (kind, id) in selections.iter().filter_map(|word| word.split_once(':')) {
            of.entry(kind.to_owned()).or_default().insert(id.to_owned());
        }
        Self(of)
    }

    /// What is chosen for somebody now, as far as the reader may know of it.
    pub(crate) fn of(selections: &[MemberSelection]) -> Self {
        let ids = |one: &MemberSelection| -> BTreeSet<String> {
            let all = one.chosen.all.then(|| ALL.to_owned());
            let groups = one.chosen.groups.iter().map(|(id, _)| word(Part::Group(*id)));
            all.into_iter().chain(one.chosen.resources.iter().map(|(id, _)| id.to_string())).chain(groups).collect()
        };
        let told = selections.iter().map(|one| (one.kind.key.clone(), ids(one)));
        Self(told.filter(|(_, ids)| !ids.is_empty()).collect())
    }

    fn within(&self, kind: &str) -> BTreeSet<String> {
        self.0.get(kind).cloned().unwrap_or_default()
    }

    /// As the form keeps it, to know later what was shown.
    pub(crate) fn words(&self) -> Vec<String> {
        self.0.iter().flat_map(|(kind, ids)| ids.iter().map(move |id| format!("{kind}:{id}"))).collect()
    }

    /// What is asked for: of the kinds that these levels let one choose of, where something else is ticked than was shown. What
    /// somebody else chose meanwhile isn't overwritten: `standing` is what stands by now.
    pub(crate) fn asked(
        &self,
        model: &AccessModel,
        levels: &BTreeSet<String>,
        shown: &Self,
        standing: &Self,
    ) -> Result<Choices, Problem> {
        let mut asked = Choices::new();
        for kind in open_kinds(model, levels) {
            let (ticked, shown) = (self.within(kind.as_str()), shown.within(kind.as_str()));
            if ticked == shown {
                continue;
            }
            if shown != standing.within(kind.as_str()) {
                return Err(Problem::stale("somebody else changed this in the meantime; read it again").with_rule("stale"));
            }
            let selection = if ticked.contains(ALL) {
                Selection::All
            } else {
                let parts: Option<BTreeSet<Part>> = ticked.iter().map(|word| part(word)).collect();
                let wrong = || Problem::invalid("choose one of those that are offered");
                Selection::only(
                    parts.ok_or_else(|| wrong().with_field("/selections", "id", "choose one of those that are offered"))?,
                )
            };
            asked.insert(kind, selection);
        }
        Ok(asked)
    }
}

/// How far levels reach into a kind: of several the widest wins; nothing where none is ticked.
fn reach(model: &AccessModel, levels: &BTreeSet<String>, kind: &str) -> Option<Reach> {
    let levels = levels.iter().filter_map(|key| model.level(key));
    levels.map(|level| model.reach(level, kind)).max()
}

/// The kinds of which these levels let one choose, on the member's side.
fn open_kinds(model: &AccessModel, levels: &BTreeSet<String>) -> Vec<KindKey> {
    let open = |key: &str| matches!(reach(model, levels, key), Some(Reach::Choose | Reach::ExactlyOne));
    let kinds = model.resource_kinds().iter().filter(|kind| kind.assigned_from != AssignedFrom::Resource && open(&kind.key));
    kinds.filter_map(ResourceKindSpec::kind_key).collect()
}

/// The groups of a kind to choose of, and whether there are more.
async fn groups(reader: &Reader<'_>, kind: &KindKey, find: &str) -> Result<(Vec<(Part, String)>, bool), Problem> {
    let filter = GroupFilter { kind: Some(kind.clone()), q: said(find).map(str::to_owned) };
    let found = reader.resource_groups(&filter, &PageAsk::first(OFFERED)).await?;
    Ok((found.items.iter().map(|one| (one.id.into(), one.name.to_string())).collect(), found.next.is_some()))
}

/// What is called so, if it is there still and the reader may know of it.
async fn name(reader: &Reader<'_>, part: Part) -> Result<Option<String>, Problem> {
    let found = match part {
        Part::Resource(id) => reader.resource(id).await.map(|one| one.name),
        Part::Group(id) => reader.resource_group(id).await.map(|one| one.name),
    };
    match found {
        Ok(name) => Ok(Some(name.to_string())),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure.into()),
    }
}

/// The kinds to choose of with these levels, with what is ticked of each; `find` says for each what is looked for.
pub(crate) async fn offered(
    reader: &Reader<'_>,
    levels: &BTreeSet<String>,
    ticked: &TickedKinds,
    find: &[String],
) -> Result<Kinds, Problem> {
    let model = &*reader.organization.model;
    let keys = open_kinds(model, levels);
    let closed = ticked.0.iter().filter(|(kind, _)| !keys.iter().any(|key| key.as_str() == kind.as_str()));
    let mut kept: Vec<String> = closed.flat_map(|(kind, ids)| ids.iter().map(move |id| format!("{kind}:{id}"))).collect();
    let mut offered = Vec::new();
    for (at, key) in keys.into_iter().enumerate() {
        let Some(kind) = model.resource_kind(key.as_str()) else { continue };
        let find = find.get(at).cloned().unwrap_or_default();
        let chosen = ticked.within(key.as_str());
        let filter = ResourceFilter { kind: Some(key.clone()), q: said(&find).map(str::to_owned), group: None };
        let found = reader.resources(&filter, &PageAsk::first(OFFERED)).await?;
        let mut there: Vec<(Part, String)> = found.items.iter().map(|one| (one.id.into(), one.name.to_string())).collect();
        let one = reach(model, levels, &kind.key) == Some(Reach::ExactlyOne);
        let mut more = found.next.is_some() || said(&find).is_some();
        if kind.grouped && !one {
            let (groups, further) = groups(reader, &key, &find).await?;
            there.extend(groups);
            more |= further;
        }
        // A group is never exactly one.
        let counts = |word: &&String| *word != ALL && !(one && matches!(part(word), Some(Part::Group(_))));
        let beyond: Vec<&String> =
            chosen.iter().filter(counts).filter(|ticked| !there.iter().any(|(id, _)| word(*id) == **ticked)).collect();
        let (named, unnamed) = beyond.split_at(beyond.len().min(NAMED));
        for ticked in named {
            // What is gone meanwhile has no box, and so can't be sent any more.
            if let Some(id) = part(ticked)
                && let Some(name) = name(reader, id).await?
            {
                there.push((id, name));
            }
        }
        kept.extend(unnamed.iter().map(|ticked| format!("{key}:{ticked}")));
        let boxes = |groups: bool| {
            let those = there.iter().filter(move |(id, _)| matches!(id, Part::Group(_)) == groups);
            those.map(|(id, name)| Choice::new(word(*id), name.clone(), chosen.contains(&word(*id)))).collect()
        };
        offered.push(KindChoice {
            name: kind.name.clone(),
            plural: kind.plural.clone(),
            one,
            resources: boxes(false),
            groups: boxes(true),
            all: chosen.contains(ALL),
            more,
            unnamed: u32::try_from(unnamed.len()).unwrap_or(u32::MAX),
            find,
            key: key.to_string(),
        });
    }
    Ok(Kinds { open: offered, kept })
}
