//! Receipts: who was revoked access, deactivated or deleted, and the way back.

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::grant::Giver;
use tenure_domain::revocation::{ChosenAgain, Receipt};
use tenure_domain::visibility::Masking;
use tenure_http_base::{
    AppState, Body, Cursors, Idempotency, Ids, Inside, ListAsk, ListQuery, Listing, Problem, Query, listing_response,
    perform_idempotent, rfc3339, shown_name,
};
use tenure_port_store::{Bounded, ReceiptRow};
use tenure_usecases::{UndoRevocation, UndoneRevocation};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use tenure_http_base::Fields;

/// How far contacts are counted.
const COUNTED: u32 = 10_000;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_receipts)).routes(routes!(read_receipt)).routes(routes!(undo_receipt))
}

/// A number that was counted up to a bound.
#[derive(Serialize, ToSchema)]
pub(crate) struct CountView {
    value: u32,
    /// False means "at least".
    exact: bool,
}

impl From<Bounded> for CountView {
    fn from(bounded: Bounded) -> Self {
        Self { value: bounded.value, exact: bounded.exact }
    }
}

/// What a revocation, a deactivation or a deletion did.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReceiptView {
    id: Uuid,
    /// `revocation`, `deactivation` or `deletion`.
    act: &'static str,
    member: Uuid,
    /// Absent if they are gone for good, or if it is hidden from the viewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    member_name: Option<String>,
    /// But for a revocation, the lowest workspace at or above all that they had access to. It may have been deleted since.
    workspace: Uuid,
    /// Who took the contacts over; null when they were left unassigned.
    assigned_to: Option<Uuid>,
    /// The member who did it; null for an operator.
    by: Option<Uuid>,
    at: String,
    /// Until when it can be undone; null when it can't. A deactivation never can: its way back is the reactivation.
    undo_until: Option<String>,
    /// `standing`, `undone` or `superseded`; of a deactivation `undone` once the person is active again.
    state: &'static str,
    /// How many bundles of contacts it names; absent in the answer of the act itself, which counts nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    portfolios: Option<usize>,
    /// How many contacts those hold now; likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    contacts: Option<CountView>,
}

impl ReceiptView {
    pub(crate) fn uncounted(receipt: &Receipt) -> Self {
        Self {
            id: receipt.id.into(),
            act: receipt.act.word(),
            member: receipt.member.into(),
            member_name: None,
            workspace: receipt.workspace.into(),
            assigned_to: receipt.successor.map(Into::into),
            by: if let Giver::Member(member) = receipt.by { Some(member.into()) } else { None },
            at: rfc3339(receipt.at),
            undo_until: receipt.undo_until.map(rfc3339),
            state: receipt.state.word(),
            portfolios: None,
            contacts: None,
        }
    }

    fn of(row: &ReceiptRow, contacts: Option<Bounded>, masking: Masking) -> Self {
        let portfolios = Some(row.portfolios.len());
        let member_name = shown_name(row.member_name.as_deref(), masking);
        let undo_until = row.receipt.open_until(&row.told_at).map(rfc3339);
        Self { member_name, undo_until, portfolios, contacts: contacts.map(CountView::from), ..Self::uncounted(&row.receipt) }
    }
}

/// List receipts of acts at workspaces where the caller manages members, newest first.
#[utoipa::path(get, path = "/organizations/{org}/receipts", tag = "revocation", params(("org" = Uuid, Path), ListQuery),
    responses((status = 200, body = Listing<ReceiptView>)))]
async fn list_receipts(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<ListQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: String::new(),
        sort: "-at".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let masking = reader.access.masking_of_members();
    let page = reader.receipts(&ask.page).await?;
    Ok(listing_response(&state, &uri, &ask, page.map(|row| ReceiptView::of(&row, None, masking)), None))
}

/// Read a receipt, with its contacts counted.
#[utoipa::path(get, path = "/organizations/{org}/receipts/{id}", tag = "revocation",
    params(("org" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 200, body = ReceiptView)))]
async fn read_receipt(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Json<ReceiptView>, Problem> {
    let reader = inside.reader(&state)?;
    let (row, contacts) = reader.receipt(ids.get("id")?, COUNTED).await?;
    Ok(Json(ReceiptView::of(&row, Some(contacts), reader.access.masking_of_members())))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct UndoBody {
    /// Why, for the journal.
    reason: Option<String>,
}

/// What came back of somebody's choices of one resource kind; a choice of the whole kind counts as one.
#[derive(Serialize, ToSchema)]
struct ReturnedView {
    kind: String,
    /// How many of the choices returned.
    returned: usize,
    /// How many didn't: what was chosen is gone, or isn't the caller's to give.
    left_out: usize,
}

impl ReturnedView {
    fn of(again: &ChosenAgain) -> Self {
        Self { kind: again.selected.kind.to_string(), returned: again.returned(), left_out: again.left_out }
    }
}

/// What returned, and what didn't.
#[derive(Serialize, ToSchema)]
struct UndoneView {
    /// How many of the grants stayed away, because their workspaces were deleted since.
    gone: usize,
    /// How many bundles of contacts returned.
    returned: usize,
    /// How many couldn't, because their workspace is out of the member's reach even so.
    kept_away: usize,
    /// What came back of the resources that a deleted member had, for each kind of which they had any.
    selections: Vec<ReturnedView>,
    /// Contacts that were assigned singly since, and stay where they are: of the first thousand, those that the caller sees.
    stayed: Vec<Uuid>,
    /// How many of the first thousand the caller doesn't see.
    stayed_unseen: usize,
    /// Whether there are more than the first thousand.
    more_stayed: bool,
    /// Later receipts that have nothing to return any more.
    emptied_receipts: Vec<Uuid>,
}

/// Undo a revocation or a deletion.
#[utoipa::path(post, path = "/organizations/{org}/receipts/{id}/undo", tag = "revocation",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), Idempotency), request_body = UndoBody, responses((status = 200, body = UndoneView)))]
async fn undo_receipt(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<UndoBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    let ask = UndoRevocation { organization: inside.organization, receipt: ids.get("id")?, reason };
    let render = |undone: &UndoneRevocation| {
        let view = UndoneView {
            gone: undone.gone,
            returned: undone.returned.len(),
            kept_away: undone.kept_away.len(),
            selections: undone.chosen.iter().map(ReturnedView::of).collect(),
            stayed: undone.stayed.iter().map(|contact| contact.uuid()).collect(),
            stayed_unseen: undone.stayed_unseen,
            more_stayed: undone.more_stayed,
            emptied_receipts: undone.emptied.iter().map(|receipt| receipt.uuid()).collect(),
        };
        (StatusCode::OK, json!(view))
    };
    perform_idempotent(&state, inside.caller(), ask, idempotency, hash, render).await
}
