//! Invitations, from the invited person's side: read, accept, refuse. Only accepting and refusing change anything.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use tenure_domain::invitation::AcceptRefused;
use tenure_domain::visibility::Masking;
use tenure_http_base::{AppState, Body, FromNetwork, MaybeSignedIn, Problem, Using, perform, problem_of, rfc3339, shown_name};
use tenure_usecases::{AcceptInvitation, AcceptedInvitation, RefuseInvitation};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::session::signed_in_response;
use crate::views::GrantView;
use tenure_http_base::Fields;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(read_invitation)).routes(routes!(accept_invitation)).routes(routes!(refuse_invitation))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LinkBody {
    /// What stands behind `/invitation/` in the link.
    #[schema(value_type = String)]
    token: String,
}

/// What an invitation offers.
#[derive(Serialize, ToSchema)]
struct OfferedView {
    organization: Uuid,
    organization_name: String,
    /// To whom.
    email: String,
    first_name: Option<String>,
    last_name: Option<String>,
    /// Their name, if they have one.
    invited_by: Option<String>,
    note: Option<String>,
    grants: Vec<GrantView>,
    expires_at: String,
    /// Whether a login with this address exists, so that its present password is asked for.
    has_login: bool,
}

/// Read an invitation; this changes nothing.
#[utoipa::path(post, path = "/invitation/read", tag = "invitation link", request_body = LinkBody,
    responses((status = 200, body = OfferedView)), security(()))]
async fn read_invitation(State(state): State<AppState>, body: Body<LinkBody>) -> Result<Json<OfferedView>, Problem> {
    let row = state.tenure().offer_behind(&state.tenure().open_link(&body.value.token)?).await?;
    // Whoever holds a living link reads the mailbox that it was sent to, so this tells them about nobody but themselves.
    let has_login = state.tenure().has_login(&row.membership.email).await?;
    let profile = &row.membership.profile;
    Ok(Json(OfferedView {
        organization: row.invitation.organization.into(),
        organization_name: row.organization_name.clone(),
        email: row.membership.email.to_string(),
        first_name: profile.first_name.as_ref().map(ToString::to_string),
        last_name: profile.last_name.as_ref().map(ToString::to_string),
        // As in the mail that brought them here: an address that stands in for a name isn't theirs to know.
        invited_by: shown_name(row.inviter_name.as_deref(), Masking::Partial),
        note: row.invitation.note.as_ref().map(ToString::to_string),
        grants: row.grants.iter().map(|(grant, name)| GrantView::of(grant, Some(name))).collect(),
        expires_at: rfc3339(row.invitation.expires_at),
        has_login,
    }))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AcceptBody {
    #[schema(value_type = String)]
    token: String,
    first_name: Option<String>,
    last_name: Option<String>,
    /// A new login's password, or the present one of a login with this address. Not needed by who is signed in.
    #[schema(value_type = Option<String>)]
    password: Option<SecretString>,
    /// A code of the second factor of a login with this address, or a recovery code, where it has one.
    #[schema(value_type = Option<String>)]
    second_factor: Option<SecretString>,
}

/// Accept an invitation: it takes the invited address's own login, or makes it.
#[utoipa::path(post, path = "/invitation/accept", tag = "invitation link", request_body = AcceptBody,
    responses((status = 200, body = crate::session::SessionView)), security(()))]
async fn accept_invitation(
    State(state): State<AppState>,
    who: MaybeSignedIn,
    using: Using,
    FromNetwork(network): FromNetwork,
    body: Body<AcceptBody>,
) -> Result<Response, Problem> {
    let body = body.value;
    let link = state.tenure().open_link(&body.token)?;
    let mut fields = Fields::default();
    let first = fields.name_if("/first_name", body.first_name.as_deref());
    let last = fields.name_if("/last_name", body.last_name.as_deref());
    fields.all_right()?;
    let ask = AcceptInvitation::new(link, (first, last), body.password).with_code(body.second_factor);
    let ask = ask.on(using.0).from(network);
    let AcceptedInvitation { signed_in, .. } = perform(&state, who.caller(), ask).await?;
    match (signed_in, who) {
        (Some(signed_in), _) => signed_in_response(&state, &signed_in).await,
        (None, MaybeSignedIn(Some(who))) => {
            let response = crate::session::view_of(&state, &who).await?;
            Ok(response.into_response())
        }
        (None, MaybeSignedIn(None)) => Err(problem_of(&AcceptRefused)),
    }
}

/// Decline an invitation.
#[utoipa::path(post, path = "/invitation/refuse", tag = "invitation link", request_body = LinkBody, responses((status = 204)), security(()))]
async fn refuse_invitation(State(state): State<AppState>, who: MaybeSignedIn, body: Body<LinkBody>) -> Result<Response, Problem> {
    let link = state.tenure().open_link(&body.value.token)?;
    perform(&state, who.caller(), RefuseInvitation { link }).await?;
    Ok((StatusCode::NO_CONTENT, [(header::CACHE_CONTROL, "no-store")]).into_response())
}
