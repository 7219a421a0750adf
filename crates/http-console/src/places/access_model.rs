//! The organization's own access model: edited as a document, with faults at their lines, who stands in the way, and what it would
//! change for whom before it does.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_access_models::DocumentFault;
use tenure_domain::access_model::{AccessModel, engine};
use tenure_domain::grant::Offer;
use tenure_domain::may_grant::GrantRefused;
use tenure_domain::organization::{HoldingChange, InUse, Migration, RemodelRefused, Remodelling, Sort};
use tenure_domain::{KeyRefused, LevelKey, MemberId, PermissionKey, RestrictionKey, WorkspaceKindKey};
use tenure_http_base::{AppState, Fields, Problem, model_document, problem_of, shown_name};
use tenure_usecases::{ChangeAccessModel, Failure, ModelChoice, PlannedAccessModel, Reader};

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::respond::{go, page, sent_back};
use crate::rights::{right, right_of};
use crate::words::Words;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/settings/access-model", get(look).post(carry_out))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ModelForm {
    document: String,
    version: u64,
    reason: String,
    /// Words that go, as `level agent`,
    from: Vec<String>,
    /// and what each becomes; empty for nothing.
    to: Vec<String>,
    /// `preview` for what it would change; else it is carried out.
    intent: String,
}

impl ModelForm {
    /// Each word that goes, with what it becomes.
    fn pairs(&self) -> impl Iterator<Item = (&String, &String)> {
        self.from.iter().zip(&self.to)
    }
}

/// A fault, with the line that it is in.
struct FaultLine {
    line: usize,
    reason: String,
    text: String,
}

/// A word that would go, and what it could become.
struct WordLine {
    /// As the form sends it: `level agent`.
    from: String,
    name: String,
    times: u32,
    people: Vec<String>,
    /// Whether it is held by more than are named.
    are_more: bool,
    choices: Vec<WordChoice>,
}

struct WordChoice {
    key: String,
    name: String,
    chosen: bool,
}

/// What changes for those who hold the same, or whose levels are the same and for whom the same changes.
struct ChangeLine {
    levels: String,
    holds: String,
    grants: u32,
    /// What they hold instead, where that is something else.
    becomes: Option<String>,
    gains: Vec<String>,
    loses: Vec<String>,
    aspects: Vec<String>,
    releases: bool,
}

impl ChangeLine {
    fn is_like(&self, other: &Self) -> bool {
        let of = |line: &Self| (line.levels.clone(), line.gains.clone(), line.loses.clone(), line.aspects.clone(), line.releases);
        of(self) == of(other) && self.becomes.is_none() && other.becomes.is_none()
    }
}

/// What came of looking at a document.
#[derive(Default)]
struct Looked {
    /// What was chosen before for words that aren't asked about now.
    kept: Vec<(String, String)>,
    faults: Vec<FaultLine>,
    in_use: Vec<WordLine>,
    /// None as long as nothing was looked at, or something stands in the way.
    changes: Option<Vec<ChangeLine>>,
}

impl Looked {
    fn many_faults(&self) -> u32 {
        u32::try_from(self.faults.len()).unwrap_or(u32::MAX)
    }
}

#[derive(Template)]
#[template(path = "access_model.html")]
struct ModelPage {
    frame: Frame,
    notice: Notice,
    form: ModelForm,
    looked: Looked,
}

async fn look(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    may_look(&reader).await?;
    let form = ModelForm {
        document: reader.organization.document.to_string(),
        version: reader.organization.version,
        ..ModelForm::default()
    };
    page(&ModelPage { frame: frame(&desk, &reader), notice: Notice::none(), form, looked: Looked::default() })
}

fn frame(desk: &Desk, reader: &Reader<'_>) -> Frame {
    desk.frame(reader, Place::Settings, "model-edit")
}

async fn may_look(reader: &Reader<'_>) -> Result<(), Problem> {
    Ok(reader.must_at_root(engine::ACCESS_MODEL_MANAGE).await?)
}

/// Whether a model has a word, as the form sends it.
fn has(model: &AccessModel, word: &str) -> bool {
    match word.split_once(' ') {
        Some(("level", key)) => model.level(key).is_some(),
        Some(("permission", key)) => model.permission(key).is_some(),
        Some(("restriction", key)) => model.restriction(key).is_some(),
        Some(("workspace_kind", key)) => model.workspace_kinds().iter().any(|(kind, _, _)| kind.as_str() == key),
        _ => false,
    }
}

/// What each word that goes becomes, as far as the form says. What was chosen for a word that is back in the document is forgotten.
fn migration(form: &ModelForm, model: &AccessModel) -> Result<Migration, Problem> {
    fn put<K: Ord>(into: &mut BTreeMap<K, K>, old: &str, new: &str, parse: fn(&str) -> Result<K, KeyRefused>) -> Option<()> {
        into.insert(parse(old).ok()?, parse(new).ok()?);
        Some(())
    }
    let mut migration = Migration::default();
    let nothing = || Problem::invalid("there is no such word").with_field("/to", "key", "choose one of those that are offered");
    for (from, to) in form.pairs() {
        let Some(new) = said(to).filter(|_| !has(model, from)) else { continue };
        let (sort, old) = from.split_once(' ').ok_or_else(nothing)?;
        let taken = match sort {
            "level" => put(&mut migration.levels, old, new, LevelKey::parse),
            "permission" => put(&mut migration.permissions, old, new, PermissionKey::parse),
            "restriction" => put(&mut migration.restrictions, old, new, RestrictionKey::parse),
            "workspace_kind" => put(&mut migration.workspace_kinds, old, new, WorkspaceKindKey::parse),
            _ => None,
        };
        taken.ok_or_else(nothing)?;
    }
    Ok(migration)
}

fn faults(document: &str, faults: Vec<DocumentFault>) -> Vec<FaultLine> {
    let text = |line: usize| document.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim().to_owned();
    faults.into_iter().map(|fault| FaultLine { line: fault.line, text: text(fault.line), reason: fault.reason }).collect()
}

/// Looks at a document: its faults, or who stands in its way, or what it would change; and what else is to be told.
async fn looked_at(desk: &Desk, reader: &Reader<'_>, form: &ModelForm) -> Result<(Looked, Notice), Problem> {
    let model = match tenure_access_models::compile(&form.document) {
        Ok(model) => Arc::new(model),
        Err(found) => {
            let kept = form.pairs().map(|(from, to)| (from.clone(), to.clone())).collect();
            let faults = faults(&form.document, found);
            return Ok((Looked { kept, faults, ..Looked::default() }, Notice::none()));
        }
    };
    let ask =
        Remodelling { model: Arc::clone(&model), document: form.document.as_str().into(), migration: migration(form, &model)? };
    let planned = PlannedAccessModel { organization: desk.inside.organization, ask };
    let kept = form.pairs().filter(|(from, _)| !has(&model, from)).map(|(from, to)| (from.clone(), to.clone())).collect::<Vec<_>>();
    let lines = Lines { words: desk.words(), old: &reader.organization.model, new: &model };
    match desk.state.tenure().perform(desk.inside.caller(), planned).await {
        Ok(plan) => {
            let mut changes: Vec<ChangeLine> = Vec::new();
            for one in plan.changes.iter().map(|change| lines.change(change)) {
                match changes.iter_mut().find(|other| other.is_like(&one)) {
                    Some(other) => {
                        other.grants = other.grants.saturating_add(one.grants);
                        other.holds.clone_from(&one.levels);
                    }
                    None => changes.push(one),
                }
            }
            let changes = Some(changes);
            Ok((Looked { kept, changes, ..Looked::default() }, Notice::none()))
        }
        Err(Failure::Refused(RemodelRefused::InUse(in_use))) => {
            let people: Vec<MemberId> = in_use.iter().flat_map(|one| one.members.iter().copied()).collect();
            let names = reader.member_names(&people).await?;
            let masking = reader.access.masking_of_members();
            let names: BTreeMap<MemberId, String> =
                names.into_iter().filter_map(|(id, name)| Some((id, shown_name(Some(&name), masking)?))).collect();
            let in_use: Vec<WordLine> = in_use.iter().map(|one| lines.word(one, &names, form)).collect();
            let kept = kept.into_iter().filter(|(from, _)| in_use.iter().all(|one| one.from != *from)).collect();
            Ok((Looked { kept, in_use, ..Looked::default() }, Notice::none()))
        }
        Err(Failure::Refused(refused)) => {
            let sentence = lines.refused(&refused);
            let notice = sentence.map_or_else(|| desk.notice(&problem_of(&refused)), Notice::saying);
            Ok((Looked { kept, ..Looked::default() }, notice))
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Writes about two models in the reader's language.
struct Lines<'a> {
    words: Words,
    old: &'a AccessModel,
    new: &'a AccessModel,
}

impl Lines<'_> {
    fn level(model: &AccessModel, key: &str) -> String {
        let name = model.level(key).map(|level| model.level_name(level));
        name.filter(|name| !name.is_empty()).unwrap_or(key).to_owned()
    }

    fn permission(&self, model: &AccessModel, key: &str) -> String {
        model.permission(key).map_or_else(|| key.to_owned(), |one| right(self.words, model, one))
    }

    fn restriction(model: &AccessModel, key: &str) -> String {
        let name = model.restriction(key).map(|one| model.restriction_name(one));
        name.filter(|name| !name.is_empty()).unwrap_or(key).to_owned()
    }

    fn offer(&self, model: &AccessModel, offer: &Offer) -> String {
        let levels = offer.levels.iter().map(|key| Self::level(model, key.as_str()));
        let extras = offer.permissions.iter().map(|key| self.permission(model, key.as_str()));
        let limits = offer.restrictions.iter().map(|key| Self::restriction(model, key.as_str()));
        levels.chain(extras).chain(limits).collect::<Vec<_>>().join(" · ")
    }

    fn change(&self, change: &HoldingChange) -> ChangeLine {
        let (before, after) = (self.offer(self.old, &change.before), self.offer(self.new, &change.after));
        let rights = |model, keys: &[PermissionKey]| keys.iter().map(|key| right_of(self.words, model, key)).collect();
        let levels = Offer { levels: change.before.levels.clone(), ..Offer::default() };
        ChangeLine {
            levels: self.offer(self.old, &levels),
            becomes: (change.before != change.after).then_some(after),
            holds: before,
            grants: u32::try_from(change.grants).unwrap_or(u32::MAX),
            gains: rights(self.new, &change.gains),
            loses: rights(self.old, &change.loses),
            aspects: change.aspects.iter().map(|aspect| self.words.word("model-aspect", aspect.word())).collect(),
            releases: change.loses_contacts,
        }
    }

    fn word(&self, one: &InUse, names: &BTreeMap<MemberId, String>, form: &ModelForm) -> WordLine {
        let (sort, key) = (one.word.sort, one.word.key.as_str());
        let from = format!("{} {key}", sort.word());
        let chosen = form.pairs().find(|(one, _)| **one == from).map(|(_, to)| to.as_str());
        let choice = |(key, name): (String, String)| WordChoice { chosen: chosen == Some(&key), key, name };
        let choices: Vec<(String, String)> = match sort {
            Sort::Level if self.new.level(key).is_none() => {
                keys(self.new.levels(), |one| self.new.level_key(one), |key| Self::level(self.new, key))
            }
            Sort::Permission if self.new.permission(key).is_none() => {
                keys(self.new.permissions(), |one| self.new.permission_key(one), |key| self.permission(self.new, key))
            }
            Sort::Restriction if self.new.restriction(key).is_none() => {
                keys(self.new.restrictions(), |one| self.new.restriction_key(one), |key| Self::restriction(self.new, key))
            }
            Sort::WorkspaceKind => {
                self.new.workspace_kinds().iter().map(|(key, name, _)| (key.to_string(), name.clone())).collect()
            }
            _ => Vec::new(),
        };
        let name = match sort {
            Sort::Level => Self::level(self.old, key),
            Sort::Permission => self.permission(self.old, key),
            Sort::Restriction => Self::restriction(self.old, key),
            _ => key.to_owned(),
        };
        WordLine {
            name: self.words.with(&format!("model-word-{}", sort.word().replace('_', "-")), name),
            from,
            times: u32::try_from(one.times).unwrap_or(u32::MAX),
            people: one.members.iter().filter_map(|member| names.get(member).cloned()).collect(),
            are_more: u64::try_from(one.members.len()).is_ok_and(|named| named < one.times),
            choices: choices.into_iter().map(choice).collect(),
        }
    }

    /// What is told of a refusal that is about words of the model; none where the usual sentence says it.
    fn refused(&self, refused: &RemodelRefused) -> Option<String> {
        Some(match refused {
            RemodelRefused::Grant(GrantRefused::NotManageable(key)) => {
                let model = if self.old.level(key.as_str()).is_some() { self.old } else { self.new };
                self.words.with("model-not-manageable", Self::level(model, key.as_str()))
            }
            RemodelRefused::Grant(GrantRefused::NotGrantable(key)) => {
                self.words.with("model-not-grantable", self.permission(self.old, key.as_str()))
            }
            RemodelRefused::Grant(GrantRefused::NotLiftable(key)) => {
                self.words.with("model-not-liftable", Self::restriction(self.old, key.as_str()))
            }
            RemodelRefused::SelectionRequired { kind, .. } => self.words.with("model-selection-required", kind),
            RemodelRefused::OperatorsOwn(word) => self.words.with("model-operators-own", &word.key),
            _ => return None,
        })
    }
}

/// The keys of a table of the model, with what people call them.
fn keys<T, K: Display>(
    all: impl Iterator<Item = T>,
    key: impl Fn(T) -> Option<K>,
    name: impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    let each = |one| {
        let key = key(one)?.to_string();
        Some((key.clone(), name(&key)))
    };
    all.filter_map(each).collect()
}

async fn carry_out(desk: Desk, Form(form, once): Form<ModelForm>) -> Result<Response, Problem> {
    // Browsers send a text area's lines as a mail's end.
    let form = ModelForm { document: form.document.replace("\r\n", "\n"), ..form };
    let reader = desk.reader()?;
    may_look(&reader).await?;
    let (looked, notice) = looked_at(&desk, &reader, &form).await?;
    let stands_in_the_way = looked.changes.is_none();
    if form.intent != "preview" && !stands_in_the_way {
        return match carried_out(&desk, &form, &once).await {
            Ok(to) => Ok(go(&to)),
            Err(problem) if is_for_the_form(&problem) => {
                // Somebody else may have come first: what stands in the way now is told as it would have been before.
                let (looked, found) = looked_at(&desk, &reader, &form).await?;
                let notice = if looked.changes.is_some() { desk.notice(&problem) } else { found };
                // What was typed stays; it goes against what is there now.
                let form = ModelForm { version: reader.organization.version, ..form };
                sent_back(&problem, &ModelPage { frame: frame(&desk, &reader), notice, form, looked })
            }
            Err(problem) => Err(problem),
        };
    }
    let shown = ModelPage { frame: frame(&desk, &reader), notice, form, looked };
    if stands_in_the_way { sent_back(&Problem::invalid("something stands in the way"), &shown) } else { page(&shown) }
}

async fn carried_out(desk: &Desk, form: &ModelForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let reason = fields.reason_if(said(&form.reason));
    fields.all_right()?;
    let ModelChoice { model, document } = model_document(&form.document)?;
    let migration = migration(form, &model)?;
    let ask = Remodelling { model, document, migration };
    let ask = ChangeAccessModel { organization: desk.inside.organization, ask, seen: Some(form.version), reason };
    desk.once(once, ask, |_| desk.address("/settings?done=model-changed")).await
}
