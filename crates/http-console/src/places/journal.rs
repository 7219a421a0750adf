//! The journal: who did what to whom, before and after.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use serde_json::Value;
use tenure_domain::Instant;
use tenure_domain::access_model::engine;
use tenure_domain::event::Event;
use tenure_http_base::{AppState, Fields, Problem, Query, rfc3339, shown_side};
use tenure_port_store::{JournalFilter, JournalRow};
use tenure_usecases::Reader;
use uuid::Uuid;

use crate::changes::{Changes, Detail};
use crate::desk::Desk;
use crate::form::said;
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::offered::people;
use crate::people::{Choice, Face, PersonChoice};
use crate::respond::page;
use crate::words::Moment;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/journal", get(journal))
}

#[derive(Deserialize)]
struct JournalQuery {
    #[serde(default)]
    actor: String,
    #[serde(default)]
    target: String,
    #[serde(default)]
    kind: String,
    /// A day, as browsers write it: one of the reader's own.
    #[serde(default)]
    since: String,
    /// Looks for a person.
    #[serde(default)]
    find: String,
    #[serde(default)]
    cursor: String,
}

/// One thing that happened.
pub(crate) struct Entry {
    pub(crate) id: Uuid,
    pub(crate) at: Moment,
    /// A member's face; else what sort of actor it was, in a word.
    pub(crate) actor: Option<Face>,
    pub(crate) actor_word: String,
    /// What comes before the name of whom or what it was done to, and what comes after.
    pub(crate) begins: String,
    pub(crate) named: Option<String>,
    pub(crate) ends: String,
    pub(crate) target: Uuid,
    pub(crate) target_kind: String,
    /// Where, if that isn't the target itself.
    pub(crate) workspace: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) details: Vec<Detail>,
}

#[derive(Template)]
#[template(path = "journal.html")]
struct JournalPage {
    frame: Frame,
    kinds: Vec<Choice>,
    since: String,
    who: Option<Face>,
    target: Option<Face>,
    without_who: String,
    without_target: String,
    actor: String,
    about: String,
    /// People to choose from, whoever is chosen among them; nobody where the reader sees no members.
    actors: Vec<PersonChoice>,
    targets: Vec<PersonChoice>,
    find: String,
    entries: Vec<Entry>,
    first: Option<String>,
    next: Option<String>,
    csv: Option<String>,
}

async fn journal(desk: Desk, Query(query): Query<JournalQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let mut fields = Fields::default();
    let mut id = |field: &str, text: &str| said(text).and_then(|text| fields.take(field, "id", text.parse::<Uuid>()));
    let (actor, target) = (id("actor", &query.actor), id("target", &query.target));
    let since = said(&query.since)
        .and_then(|day| fields.take("since", "day", desk.words().day_began(day).ok_or("write the day as in 2026-01-31")));
    fields.all_right()?;
    let filter = JournalFilter { actor, target, kind: said(&query.kind).map(str::to_owned), since };
    let ask = desk.list(format!("{filter:?}"), "-at", None, &query.cursor)?;
    let rows = reader.journal(&filter, &ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    let csv = may_export(&reader).then(|| csv_of(&desk, &link, filter.since));
    let names = reader.names(&[actor, target].into_iter().flatten().collect::<Vec<_>>()).await?;
    let face = |id: Option<Uuid>| {
        id.map(|id| Face::new(id, names.get(&id).cloned().unwrap_or_else(|| desk.words().say("journal-somebody"))))
    };
    let found = if reader.reach(engine::MEMBERS_VIEW).is_anywhere() { people(&reader, &query.find, vec![]).await? } else { vec![] };
    page(&JournalPage {
        actors: among(&found, face(actor)),
        targets: among(&found, face(target)),
        find: query.find,
        frame: desk.frame(&reader, Place::Journal, "journal-title"),
        kinds: Event::KINDS.iter().map(|kind| Choice::new(kind, desk.words().word("kind", kind), query.kind == *kind)).collect(),
        who: face(actor),
        target: face(target),
        without_who: link.without("actor").text(),
        without_target: link.without("target").text(),
        entries: entries(&desk, &reader, rows.items).await?,
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
        csv,
        since: query.since,
        actor: query.actor,
        about: query.target,
    })
}

/// Whether they may take the journal out, which tells of everybody.
fn may_export(reader: &Reader<'_>) -> bool {
    reader.reach(engine::MEMBERS_EXPORT).is_everywhere(reader.organization.root)
}

/// Where the same entries are as a sheet; the API takes an instant for the day that the page takes.
fn csv_of(desk: &Desk, link: &Link, since: Option<Instant>) -> String {
    let sheet =
        link.without("cursor").without("find").at(&format!("/api/v1/organizations/{}/journal.csv", desk.inside.organization));
    since.map_or(sheet.clone(), |since| sheet.with("since", &rfc3339(since))).text()
}

/// Those found, with the chosen one among them.
fn among(found: &[PersonChoice], chosen: Option<Face>) -> Vec<PersonChoice> {
    let mut people = found.to_vec();
    if people.is_empty() {
        return people;
    }
    if let Some(chosen) = chosen {
        people.retain(|one| one.face.id != chosen.id);
        people.insert(0, PersonChoice { face: chosen, chosen: true });
    }
    people
}

/// Entries in words, with the names of everybody in them.
pub(crate) async fn entries(desk: &Desk, reader: &Reader<'_>, rows: Vec<JournalRow>) -> Result<Vec<Entry>, Problem> {
    let masking = reader.access.masking_of_members();
    let mut rows = rows;
    for row in &mut rows {
        row.before = shown_side(row.before.take(), masking);
        row.after = shown_side(row.after.take(), masking);
    }
    let mut ids: Vec<Uuid> = Vec::new();
    for row in &rows {
        ids.extend(row.actor);
        ids.push(row.target);
        ids_within(&row.before, &mut ids);
        ids_within(&row.after, &mut ids);
    }
    ids.sort_unstable();
    ids.dedup();
    let mut names = reader.names(&ids).await?;
    ids.retain(|id| !names.contains_key(id));
    names.extend(reader.thing_names(&ids).await?);
    let shown = Changes { words: desk.words(), model: &reader.organization.model, names: &names };
    Ok(rows.into_iter().map(|row| entry(&shown, row)).collect())
}

fn ids_within(value: &Value, ids: &mut Vec<Uuid>) {
    match value {
        Value::String(text) => ids.extend(text.parse::<Uuid>()),
        Value::Array(list) => list.iter().for_each(|one| ids_within(one, ids)),
        Value::Object(fields) => fields.values().for_each(|one| ids_within(one, ids)),
        _ => {}
    }
}

fn entry(shown: &Changes<'_>, row: JournalRow) -> Entry {
    let (words, names) = (shown.words, shown.names);
    let face = |id: Uuid| names.get(&id).map(|name| Face::new(id, name.clone()));
    let actor = row.actor.filter(|_| row.actor_kind == "member").and_then(face);
    let fallback = if row.actor_kind == "member" { words.say("journal-somebody") } else { words.word("actor", &row.actor_kind) };
    let own = (row.actor == Some(row.target)).then(|| words.said_if(&format!("own-{}", row.kind.replace('_', "-")))).flatten();
    let (begins, ends) = own.map_or_else(|| words.around("did", &row.kind), |own| (own, None));
    // What is gone is told by what it was called.
    let was_called = || [&row.after, &row.before].into_iter().find_map(|side| Some(side.get("name")?.as_str()?.to_owned()));
    let called = names.get(&row.target).cloned().or_else(was_called);
    let target = || called.unwrap_or_else(|| words.word("target", &row.target_kind));
    let place = |side: &Value| side.get("workspace").and_then(Value::as_str).and_then(|id| names.get(&id.parse().ok()?)).cloned();
    Entry {
        id: row.id.into(),
        at: words.moment(row.at),
        actor_word: actor.as_ref().map_or(fallback, |face| face.name.clone()),
        actor,
        begins,
        named: ends.is_some().then(target),
        ends: ends.unwrap_or_default(),
        target: row.target,
        workspace: place(&row.after).or_else(|| place(&row.before)),
        details: shown.details(&row.before, &row.after),
        // Nobody has a page without a name.
        target_kind: if names.contains_key(&row.target) { row.target_kind } else { String::new() },
        reason: row.reason,
    }
}

#[cfg(test)]
mod tests {
    use tenure_domain::event::Event;
    use tenure_domain::membership::{Language, TimeZone};

    use crate::words::Words;

    #[test]
    fn everything_that_happens_is_told_in_both_languages() {
        for language in [Language::English, Language::German] {
            let words = Words::new(language, TimeZone::parse("UTC").unwrap());
            for kind in Event::KINDS {
                for family in ["kind", "did"] {
                    let key = format!("{family}-{}", kind.replace('_', "-"));
                    assert!(words.said_if(&key).is_some() || words.around(family, kind).1.is_some(), "{language:?}: {key}");
                }
            }
        }
    }
}
