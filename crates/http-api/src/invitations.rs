//! Invitations, from inside: invite, list, resend, correct, withdraw.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Language, Profile};
use tenure_domain::visibility::Masking;
use tenure_domain::{InvitationId, MemberId, Refusal};
use tenure_http_base::{
    AppState, Body, Cursors, Idempotency, Ids, IfMatch, Inside, ListAsk, ListQuery, Listing, Problem, Query, Typed, addresses,
    display_name, listing_response, masking_of, perform, perform_idempotent, rfc3339, shown_name, tagged, tell_replayed,
};
use tenure_port_store::{Delivery, DeliveryState, InvitationRow};
use tenure_usecases::{
    Answer, CorrectInvitation, InvitePeople, Outcome, PersonOutcome, ReplayAsk, ResendInvitation, TypedAddress, WithdrawInvitation,
};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::selections::{ChoiceBody, choices};
use crate::views::{GrantView, NothingMore};
use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_invitations, invite))
        .routes(routes!(correct_invitation, withdraw_invitation))
        .routes(routes!(resend_invitation))
}

/// Where an invitation's mail is.
#[derive(Serialize, ToSchema)]
struct DeliveryView {
    /// `queued`, `sent` or `failed`.
    state: &'static str,
    /// What went wrong last.
    reason: Option<String>,
    attempts: u32,
    at: String,
    /// While it is queued: before then it isn't tried, because so many others leave first or because the last try failed.
    due_at: Option<String>,
}

impl From<&Delivery> for DeliveryView {
    fn from(delivery: &Delivery) -> Self {
        let state = match delivery.state {
            DeliveryState::Queued => "queued",
            DeliveryState::Sent => "sent",
            DeliveryState::Failed => "failed",
        };
        Self {
            state,
            reason: delivery.reason.clone(),
            attempts: delivery.attempts,
            at: rfc3339(delivery.at),
            due_at: delivery.due_at.map(rfc3339),
        }
    }
}

/// An invitation.
#[derive(Serialize, ToSchema)]
struct InvitationView {
    id: Uuid,
    member: Uuid,
    /// Null where it is hidden from the viewer.
    email: Option<String>,
    display_name: String,
    grants: Vec<GrantView>,
    note: Option<String>,
    expires_at: String,
    created_at: String,
    invited_by: Option<String>,
    delivery: Option<DeliveryView>,
    /// Its tag is `"v1"` for version 1.
    version: u64,
}

impl InvitationView {
    fn of(row: &InvitationRow, viewer: Option<MemberId>, masking: Masking) -> Self {
        let invited_by = shown_name(row.inviter_name.as_deref(), masking);
        let masking = masking_of(&row.membership, viewer, masking);
        Self {
            id: row.invitation.id.into(),
            member: row.membership.id.into(),
            email: (!masking.hides_addresses()).then(|| row.membership.email.to_string()),
            display_name: display_name(&row.membership, masking),
            grants: row.grants.iter().map(|(grant, name)| GrantView::of(grant, Some(name))).collect(),
            note: row.invitation.note.as_ref().map(ToString::to_string),
            expires_at: rfc3339(row.invitation.expires_at),
            created_at: rfc3339(row.invitation.created_at),
            invited_by,
            delivery: row.delivery.as_ref().map(DeliveryView::from),
            version: row.invitation.version,
        }
    }
}

/// List the invitations of people whom the caller may see, newest first.
#[utoipa::path(get, path = "/organizations/{org}/invitations", tag = "invitations", params(("org" = Uuid, Path), ListQuery),
    responses((status = 200, body = Listing<InvitationView>)))]
async fn list_invitations(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<ListQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let viewer = reader.own_viewer();
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: String::new(),
        sort: "-created".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.invitations(&ask.page).await?.map(|row| InvitationView::of(&row, viewer.member, viewer.masking));
    Ok(listing_response(&state, &uri, &ask, page, None))
}

/// One or many addresses.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
enum Emails {
    /// As people paste them: `a@x.example, Bo Berg <bo@x.example>; …`, or a line each.
    Text(String),
    /// One by one, each with a name before it or without.
    List(Vec<String>),
}

impl Emails {
    fn each(self) -> Vec<TypedAddress> {
        let one = |item: String| match <[Typed; 1]>::try_from(addresses(&item)) {
            Ok([typed]) => Some(typed.as_address()),
            // What is no single address is answered as it came.
            Err(_) => Some(item.trim().to_owned()).filter(|item| !item.is_empty()).map(TypedAddress::from),
        };
        match self {
            Self::Text(text) => addresses(&text).iter().map(Typed::as_address).collect(),
            Self::List(list) => list.into_iter().filter_map(one).collect(),
        }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct InviteBody {
    /// One or many addresses; at most 10,000.
    emails: Emails,
    /// To which workspace.
    workspace: Uuid,
    /// Keys of access levels; at least one.
    levels: Vec<String>,
    /// Keys of extra permissions.
    #[serde(default)]
    permissions: Vec<String>,
    /// Keys of restrictions.
    #[serde(default)]
    restrictions: Vec<String>,
    /// What they reach of resource kinds, by the kinds' keys, where the levels let them choose or want exactly one.
    #[serde(default)]
    selections: BTreeMap<String, ChoiceBody>,
    /// A note for the mail, shown as text.
    note: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    /// The language of the mail: `en` or `de`.
    language: Option<String>,
    /// When the link dies: at most 90 days ahead, 7 days when absent.
    expires_at: Option<String>,
}

/// What came of one address.
#[derive(Serialize, ToSchema)]
struct PersonOutcomeView {
    email: String,
    /// `invited`, `granted`, `already_member`, `inactive`, `invalid`, `duplicate`, `not_allowed`, `seats_full` or `rate_limited`.
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<Uuid>,
    /// The rule that said no.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// Why, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

impl From<&PersonOutcome> for PersonOutcomeView {
    fn from(of: &PersonOutcome) -> Self {
        let refused = if let Outcome::NotAllowed(refused) = &of.outcome { Some(refused) } else { None };
        Self {
            email: of.email.clone(),
            outcome: of.outcome.word(),
            member: of.member.map(Into::into),
            invitation: of.invitation.map(Into::into),
            rule: refused.map(Refusal::rule),
            detail: refused.map(ToString::to_string),
        }
    }
}

/// What came of each address, in the order they were given.
#[derive(Serialize, ToSchema)]
struct InvitedView {
    results: Vec<PersonOutcomeView>,
}

/// Invite people to a workspace; each is answered on their own.
///
/// They are invited a hundred after the other, each hundred for good. If it fails halfway, the same request with the same idempotency
/// key goes on behind those who are invited already.
#[utoipa::path(post, path = "/organizations/{org}/invitations", tag = "invitations", params(("org" = Uuid, Path), Idempotency),
    request_body = InviteBody, responses((status = 200, body = InvitedView)))]
async fn invite(
    State(state): State<AppState>,
    inside: Inside,
    idempotency: Idempotency,
    body: Body<InviteBody>,
) -> Result<Response, Problem> {
    let Body { value: body, hash } = body;
    let mut fields = Fields::default();
    let offer = fields.offer(&body.levels, &body.permissions, &body.restrictions);
    let selections = choices(&mut fields, body.selections);
    let note = fields.note_if("/note", body.note.as_deref());
    let first_name = fields.name_if("/first_name", body.first_name.as_deref());
    let last_name = fields.name_if("/last_name", body.last_name.as_deref());
    let language = body.language.as_deref().and_then(|tag| fields.take("/language", "language", Language::parse(tag)));
    let expires_at = fields.instant_if("/expires_at", body.expires_at.as_deref());
    fields.all_right()?;
    let profile = Profile { first_name, last_name, language: language.unwrap_or_default(), ..Profile::default() };
    let ask = InvitePeople {
        organization: inside.organization,
        workspace: body.workspace.into(),
        emails: body.emails.each(),
        offer,
        selections,
        profile,
        note,
        expires_at,
    };
    let Idempotency { route, key } = idempotency;
    let render = |outcomes: &Vec<PersonOutcome>| (StatusCode::OK.as_u16(), rendered(outcomes).to_string());
    let replay = key.map(|key| ReplayAsk { route, key, body_hash: hash, render: &render });
    let answers = state.tenure().invite(inside.caller(), ask, replay).await?;
    let replayed = answers.iter().all(|answer| matches!(answer, Answer::Replayed(_)));
    let results = answers.iter().map(results_of).collect::<Result<Vec<_>, _>>()?.concat();
    let mut response = Json(json!({ "results": results })).into_response();
    if replayed {
        tell_replayed(&mut response);
    }
    Ok(response)
}

fn rendered(outcomes: &[PersonOutcome]) -> Value {
    json!(InvitedView { results: outcomes.iter().map(PersonOutcomeView::from).collect() })
}

/// What came of a hundred of them, now or when the same was asked before.
fn results_of(answer: &Answer<Vec<PersonOutcome>>) -> Result<Vec<Value>, Problem> {
    let mut body = match answer {
        Answer::Fresh(outcomes) => rendered(outcomes),
        Answer::Replayed(before) => serde_json::from_str(&before.body).unwrap_or_default(),
    };
    match body.get_mut("results").map(Value::take) {
        Some(Value::Array(results)) => Ok(results),
        _ => Err(Problem::internal("the answer that was kept for this key can't be read")),
    }
}

async fn invitation_response(state: &AppState, inside: &Inside, id: InvitationId) -> Result<Response, Problem> {
    let reader = inside.reader(state)?;
    let viewer = reader.own_viewer();
    let row = state.queries().invitation(inside.organization, id).await?;
    // Whoever changed it has the right to, at each workspace that it offers: all of it is theirs to read.
    let row = row.ok_or_else(|| Problem::not_found("there is no such invitation here"))?;
    Ok(tagged(row.invitation.version, Json(InvitationView::of(&row, viewer.member, viewer.masking))))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CorrectBody {
    /// The right address.
    email: String,
}

/// Send an invitation to another address; the older link is dead.
#[utoipa::path(patch, path = "/organizations/{org}/invitations/{id}", tag = "invitations",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), IfMatch), request_body = CorrectBody, responses((status = 200, body = InvitationView)))]
async fn correct_invitation(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    if_match: IfMatch,
    body: Body<CorrectBody>,
) -> Result<Response, Problem> {
    let email = Fields::only_email(&body.value.email)?;
    let ask = CorrectInvitation { organization: inside.organization, invitation: ids.get("id")?, email, seen: if_match.version()? };
    let id = perform(&state, inside.caller(), ask).await?;
    invitation_response(&state, &inside, id).await
}

/// An invitation that was sent again.
#[derive(Serialize, ToSchema)]
struct ResentView {
    id: Uuid,
    member: Uuid,
    /// When the new link dies.
    expires_at: String,
    /// Its tag is `"v1"` for version 1.
    version: u64,
}

impl From<&Invitation> for ResentView {
    fn from(invitation: &Invitation) -> Self {
        Self {
            id: invitation.id.into(),
            member: invitation.member.into(),
            expires_at: rfc3339(invitation.expires_at),
            version: invitation.version,
        }
    }
}

/// Send an invitation again, with a new link; the older one is dead.
#[utoipa::path(post, path = "/organizations/{org}/invitations/{id}/resend", tag = "invitations",
    params(("org" = Uuid, Path), ("id" = Uuid, Path), Idempotency), responses((status = 200, body = ResentView)))]
async fn resend_invitation(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<NothingMore>,
) -> Result<Response, Problem> {
    let ask = ResendInvitation { organization: inside.organization, invitation: ids.get("id")? };
    let render = |invitation: &Invitation| (StatusCode::OK, json!(ResentView::from(invitation)));
    perform_idempotent(&state, inside.caller(), ask, idempotency, body.hash, render).await
}

/// Take an invitation back.
#[utoipa::path(delete, path = "/organizations/{org}/invitations/{id}", tag = "invitations",
    params(("org" = Uuid, Path), ("id" = Uuid, Path)), responses((status = 204)))]
async fn withdraw_invitation(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<StatusCode, Problem> {
    let ask = WithdrawInvitation { organization: inside.organization, invitation: ids.get("id")? };
    perform(&state, inside.caller(), ask).await?;
    Ok(StatusCode::NO_CONTENT)
}
