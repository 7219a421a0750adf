//! The journal: who did what to whom, before and after.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use serde_json::Value;
use tenure_http_base::{AppState, Fields, Problem, Query, instant, shown_side};
use tenure_port_store::{JournalFilter, JournalRow};
use tenure_usecases::Reader;
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::said;
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::people::{Choice, Face};
use crate::respond::page;
use crate::words::Moment;

/// What can have happened, in the order of the filter.
const KINDS: [&str; 23] = [
    "member_invited",
    "invitation_accepted",
    "invitation_resent",
    "invitation_corrected",
    "invitation_withdrawn",
    "invitation_refused",
    "offer_changed",
    "offer_lapsed",
    "access_granted",
    "access_changed",
    "access_revoked",
    "access_restored",
    "access_refused",
    "contacts_created",
    "contact_assigned",
    "contacts_handed_over",
    "contacts_returned",
    "profile_changed",
    "workspace_created",
    "workspace_renamed",
    "organization_founded",
    "organization_changed",
    "members_exported",
];

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
    /// A day, as browsers write it.
    #[serde(default)]
    since: String,
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
    pub(crate) sentence: String,
    pub(crate) target: Option<Face>,
    pub(crate) target_kind: String,
    pub(crate) reason: Option<String>,
    pub(crate) details: Vec<Detail>,
}

/// A field of an entry, before and after.
pub(crate) struct Detail {
    pub(crate) field: String,
    pub(crate) before: String,
    pub(crate) after: String,
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
    entries: Vec<Entry>,
    first: Option<String>,
    next: Option<String>,
}

async fn journal(desk: Desk, Query(query): Query<JournalQuery>) -> Result<Response, Problem> {
    let reader = desk.reader().await?;
    let mut fields = Fields::default();
    let mut id = |field: &str, text: &str| said(text).and_then(|text| fields.take(field, "id", text.parse::<Uuid>()));
    let (actor, target) = (id("actor", &query.actor), id("target", &query.target));
    let since = said(&query.since).and_then(|day| {
        fields.take("since", "instant", instant(&format!("{day}T00:00:00Z")).ok_or("write the day as in 2026-01-31"))
    });
    fields.all_right()?;
    let filter = JournalFilter { actor, target, kind: said(&query.kind).map(str::to_owned), since };
    let ask = desk.list(format!("{filter:?}"), "-at", None, &query.cursor)?;
    let rows = reader.journal(&filter, &ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    let names = reader.names(&[actor, target].into_iter().flatten().collect::<Vec<_>>()).await?;
    let face = |id: Option<Uuid>| {
        id.map(|id| Face::new(id, names.get(&id).cloned().unwrap_or_else(|| desk.words().say("journal-somebody"))))
    };
    page(&JournalPage {
        frame: desk.frame(&reader, Place::Journal, "journal-title"),
        kinds: KINDS.iter().map(|kind| Choice::new(kind, desk.words().word("kind", kind), query.kind == *kind)).collect(),
        who: face(actor),
        target: face(target),
        without_who: link.without("actor").text(),
        without_target: link.without("target").text(),
        entries: entries(&desk, &reader, rows.items).await?,
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
        since: query.since,
        actor: query.actor,
        about: query.target,
    })
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
    let names = reader.names(&ids).await?;
    Ok(rows.into_iter().map(|row| entry(desk, &names, row)).collect())
}

fn ids_within(value: &Value, ids: &mut Vec<Uuid>) {
    match value {
        Value::String(text) => ids.extend(text.parse::<Uuid>()),
        Value::Array(list) => list.iter().for_each(|one| ids_within(one, ids)),
        Value::Object(fields) => fields.values().for_each(|one| ids_within(one, ids)),
        _ => {}
    }
}

fn entry(desk: &Desk, names: &BTreeMap<Uuid, String>, row: JournalRow) -> Entry {
    let words = desk.words();
    let face = |id: Uuid| names.get(&id).map(|name| Face::new(id, name.clone()));
    let actor = row.actor.filter(|_| row.actor_kind == "member").and_then(face);
    let fallback = if row.actor_kind == "member" { words.say("journal-somebody") } else { words.word("actor", &row.actor_kind) };
    Entry {
        id: row.id.into(),
        at: words.moment(row.at),
        actor_word: actor.as_ref().map_or(fallback, |face| face.name.clone()),
        actor,
        sentence: words.word("kind", &row.kind),
        target: face(row.target),
        target_kind: row.target_kind,
        reason: row.reason,
        details: details(desk, names, &row.before, &row.after),
    }
}

fn details(desk: &Desk, names: &BTreeMap<Uuid, String>, before: &Value, after: &Value) -> Vec<Detail> {
    let side = |of: &Value| of.as_object().cloned().unwrap_or_default();
    let (before, after) = (side(before), side(after));
    let mut fields: Vec<&String> = before.keys().chain(after.keys()).collect();
    fields.sort();
    fields.dedup();
    let shown = |value: Option<&Value>| value.map(|value| text(value, names)).unwrap_or_default();
    let detail = |field: &&String| Detail {
        field: desk.words().word("field", field),
        before: shown(before.get(*field)),
        after: shown(after.get(*field)),
    };
    fields.iter().map(detail).collect()
}

/// A value as people read it, ids as names where they are known.
fn text(value: &Value, names: &BTreeMap<Uuid, String>) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.parse::<Uuid>().ok().and_then(|id| names.get(&id).cloned()).unwrap_or_else(|| text.clone()),
        Value::Array(list) => list.iter().map(|one| self::text(one, names)).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| format!("{key}: {}", self::text(value, names));
            fields.iter().map(field).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}
