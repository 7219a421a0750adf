//! The journal: who did what to whom, before and after.

mod export;

use axum::extract::{OriginalUri, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tenure_domain::visibility::Masking;
use tenure_http_base::{AppState, Cursors, Inside, ListAsk, Listing, Problem, Query, given, listing_response, rfc3339, shown_side};
use tenure_port_store::{JournalFilter, JournalRow};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_journal)).routes(routes!(export::export_journal))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct JournalQuery {
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
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    cursor: Option<String>,
}

/// Who or what an entry is about.
#[derive(Serialize, ToSchema)]
struct PartyView {
    /// `member`, `operator`, `system`; or `member`, `workspace`, `contact`, `resource`, `organization`.
    kind: String,
    id: Option<Uuid>,
}

/// An entry of the journal.
#[derive(Serialize, ToSchema)]
struct RecordView {
    /// Its place in the organization's journal, without gaps; null for a moment after it was written.
    position: Option<u64>,
    id: Uuid,
    at: String,
    actor: PartyView,
    /// What happened, such as `access_revoked`.
    kind: String,
    target: PartyView,
    before: Value,
    after: Value,
    reason: Option<String>,
}

impl RecordView {
    fn of(row: JournalRow, masking: Masking) -> Self {
        Self {
            position: row.position,
            id: row.id.into(),
            at: rfc3339(row.at),
            actor: PartyView { kind: row.actor_kind, id: row.actor },
            kind: row.kind,
            target: PartyView { kind: row.target_kind, id: Some(row.target) },
            before: shown_side(row.before, masking),
            after: shown_side(row.after, masking),
            reason: row.reason,
        }
    }
}

/// The entries that are asked for.
fn filter(actor: Option<Uuid>, target: Option<Uuid>, kind: Option<String>, since: Option<&str>) -> Result<JournalFilter, Problem> {
    let mut fields = Fields::default();
    let since = fields.instant_if("since", since);
    fields.all_right()?;
    Ok(JournalFilter { actor, target, kind, since })
}

/// List the organization's journal, newest first. It takes `journal.view` at the root.
#[utoipa::path(get, path = "/organizations/{org}/journal", tag = "journal", params(("org" = Uuid, Path), JournalQuery),
    responses((status = 200, body = Listing<RecordView>)))]
async fn list_journal(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<JournalQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let filter = filter(query.actor, query.target, query.kind, query.since.as_deref())?;
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: format!("{filter:?}"),
        sort: "-at".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.journal(&filter, &ask.page).await?;
    let masking = reader.access.masking_of_members();
    Ok(listing_response(&state, &uri, &ask, page.map(|row| RecordView::of(row, masking)), None))
}
