//! The journal as CSV: the same entries, filtered and masked, as of one moment.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value;
use tenure_domain::visibility::Masking;
use tenure_http_base::{
    AppState, ExportAsk, Inside, Problem, Query, Rows, Sheet, Stretch, csv_head, csv_response, given, perform, rfc3339,
};
use tenure_port_store::{JournalFilter, JournalRow, PageAsk, Position, Queries};
use tenure_usecases::ExportJournal;
use utoipa::IntoParams;
use uuid::Uuid;

use super::{RecordView, filter};

/// How many rows are read at a time.
const AT_A_TIME: u32 = 1_000;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ExportQuery {
    /// By this member, or this operator's login.
    #[serde(default, deserialize_with = "given")]
    actor: Option<Uuid>,
    /// About this member, workspace, contact, resource or organization.
    #[serde(default, deserialize_with = "given")]
    target: Option<Uuid>,
    /// Of this kind, such as `access_revoked`.
    #[serde(default, deserialize_with = "given")]
    kind: Option<String>,
    /// At or after this instant.
    #[serde(default, deserialize_with = "given")]
    since: Option<String>,
}

/// Export the organization's journal as CSV, newest first.
///
/// It takes `members.export` in the whole organization besides `journal.view` at the root. `before` and `after` are JSON, and empty where there is
/// nothing to say. A cell that a spreadsheet might take for a formula, and one that begins with an apostrophe, has an apostrophe
/// in front. Each export is told in the journal, so no page of another site can ask for one.
#[utoipa::path(get, path = "/organizations/{org}/journal.csv", tag = "journal", params(("org" = Uuid, Path), ExportQuery),
    responses((status = 200, body = String, content_type = "text/csv")))]
pub(super) async fn export_journal(
    State(state): State<AppState>,
    asked: ExportAsk,
    inside: Inside,
    Query(query): Query<ExportQuery>,
) -> Result<Response, Problem> {
    let filter = filter(query.actor, query.target, query.kind, query.since.as_deref())?;
    let day: String = rfc3339(state.tenure().tools().clock.now()).chars().take(10).collect();
    let name = format!("journal-{day}");
    let Some(place) = asked.place(&state, &inside)? else {
        inside.reader(&state)?.may_export_journal().await?;
        return Ok(csv_head(&name));
    };
    let ask = ExportJournal { organization: inside.organization, filter: filter.clone() };
    let masking = perform(&state, inside.caller(), ask).await?;
    let moment = state.tenure().tools().store.moment().await?;
    let sheet = Journal { state, inside, moment, masking, filter, after: None };
    csv_response(&name, place, sheet).await
}

/// The journal, page by page.
struct Journal {
    state: AppState,
    inside: Inside,
    moment: Box<dyn Queries>,
    masking: Masking,
    filter: JournalFilter,
    after: Option<Position>,
}

impl Sheet for Journal {
    const COLUMNS: &'static [&'static str] = &[
        "position",
        "id",
        "at",
        "kind",
        "actor_kind",
        "actor",
        "actor_name",
        "target_kind",
        "target",
        "target_name",
        "before",
        "after",
        "reason",
    ];

    async fn read(&mut self) -> Result<Stretch, Problem> {
        let ask = PageAsk { limit: AT_A_TIME, after: self.after.take() };
        let page = self.moment.journal(self.inside.organization, &self.filter, &ask).await?;
        let mut ids: Vec<Uuid> = page.items.iter().flat_map(|row| row.actor.into_iter().chain([row.target])).collect();
        ids.sort_unstable();
        ids.dedup();
        let names = self.inside.reader(&self.state)?.names(&ids).await?;
        self.after = page.next;
        let masking = self.masking;
        let write = move |rows: &mut Rows| {
            for row in page.items {
                rows.push(cells(row, masking, &names).map(Cow::Owned));
            }
        };
        Ok(Stretch::new(self.after.is_some(), write))
    }
}

/// An entry as a row: what the list shows of it, and whom people know by these ids.
fn cells(row: JournalRow, masking: Masking, names: &BTreeMap<Uuid, String>) -> [String; Journal::COLUMNS.len()] {
    let shown = RecordView::of(row, masking);
    let name = |id: Option<Uuid>| id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    [
        shown.position.map(|position| position.to_string()).unwrap_or_default(),
        shown.id.to_string(),
        shown.at,
        shown.kind,
        shown.actor.kind,
        id(shown.actor.id),
        name(shown.actor.id),
        shown.target.kind,
        id(shown.target.id),
        name(shown.target.id),
        json(&shown.before),
        json(&shown.after),
        shown.reason.unwrap_or_default(),
    ]
}

/// A side of an entry as a cell.
fn json(side: &Value) -> String {
    let is_empty = side.is_null() || side.as_object().is_some_and(serde_json::Map::is_empty);
    if is_empty { String::new() } else { side.to_string() }
}
