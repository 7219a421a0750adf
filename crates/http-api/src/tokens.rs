//! API tokens: list, make, replace and delete them. A secret is in the answer that makes it, and never again.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use tenure_domain::may_grant::GrantRefused;
use tenure_domain::token::{Token, TokenRefused};
use tenure_domain::{PermissionKey, Refusal as _};
use tenure_http_base::{AppState, Body, Fields, Idempotency, Ids, Inside, Problem, perform, problem_of, rfc3339, tell_replayed};
use tenure_usecases::{Answer, DeleteToken, MadeToken, MakeToken, ReplaceToken, ReplayAsk, UseCase};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_tokens, make_token)).routes(routes!(delete_token)).routes(routes!(replace_token))
}

/// A token, without its secret.
#[derive(Clone, Serialize, ToSchema)]
pub(crate) struct TokenView {
    id: Uuid,
    /// For whom a program acts with it.
    member: Uuid,
    /// What it is for.
    name: String,
    /// The permissions that it is for, with what they imply; null: all that its member has.
    permissions: Option<Vec<String>>,
    /// Who made it.
    made_by: Uuid,
    created_at: String,
    /// From then on it is dead; null: it lives until it is deleted.
    expires_at: Option<String>,
    /// To five minutes; null: never.
    last_used_at: Option<String>,
}

impl TokenView {
    pub(crate) fn of(token: &Token) -> Self {
        Self {
            id: token.id.into(),
            member: token.member.into(),
            name: token.name.to_string(),
            permissions: token.permissions.as_ref().map(|keys| keys.iter().map(ToString::to_string).collect()),
            made_by: token.made_by.into(),
            created_at: rfc3339(token.created_at),
            expires_at: token.expires_at.map(rfc3339),
            last_used_at: token.last_used_at.map(rfc3339),
        }
    }
}

/// A token that was made.
#[derive(Serialize, ToSchema)]
struct MadeTokenView {
    #[serde(flatten)]
    token: TokenView,
    /// What a program sends as `Authorization: Bearer …`. It is told this once; an answer that is given again comes without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

/// The tokens of a member.
#[derive(Serialize, ToSchema)]
struct TokensView {
    /// Those that live, oldest first.
    items: Vec<TokenView>,
}

/// List the tokens of a member: one's own, or of somebody whom one manages altogether.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/tokens", tag = "tokens",
    params(("org" = Uuid, Path), ("member" = String, Path)), responses((status = 200, body = TokensView)))]
async fn list_tokens(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Json<TokensView>, Problem> {
    let reader = inside.reader(&state)?;
    let row = reader.member(ids.member(&inside)?).await?;
    let Some(tokens) = reader.tokens_of(&row).await? else {
        let refused = GrantRefused::MissingPermission("members.manage");
        reader.refused(refused.rule()).await;
        return Err(problem_of(&refused));
    };
    Ok(Json(TokensView { items: tokens.iter().map(TokenView::of).collect() }))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MakeTokenBody {
    /// What it is for, such as the program's name.
    name: String,
    /// Keys of permissions, to make it for these alone and what they imply. Where the member has one of them no more, it hasn't either.
    permissions: Option<Vec<String>>,
    /// When it shall end by itself: within ten years.
    expires_at: Option<String>,
}

/// Make a token for oneself, or for somebody whom one manages altogether and who can and sees nothing that one can't oneself.
///
/// It takes a session. With the token a program acts for that member in this organization, with the rights that they have at each
/// moment.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/tokens", tag = "tokens",
    params(("org" = Uuid, Path), ("member" = String, Path), Idempotency), request_body = MakeTokenBody,
    responses((status = 201, body = MadeTokenView)))]
async fn make_token(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<MakeTokenBody>,
) -> Result<Response, Problem> {
    let (organization, member) = (inside.organization, ids.member(&inside)?);
    let mut fields = Fields::default();
    let name = fields.name("/name", &body.value.name);
    let keys = body.value.permissions.iter().flatten().enumerate();
    let keys = keys.filter_map(|(at, key)| fields.take(&format!("/permissions/{at}"), "key", PermissionKey::parse(key))).collect();
    let expires_at = fields.instant_if("/expires_at", body.value.expires_at.as_deref());
    fields.all_right()?;
    let name = name.ok_or_else(|| fields.problem())?;
    let permissions = body.value.permissions.is_some().then_some(keys);
    made(&state, &inside, MakeToken { organization, member, name, permissions, expires_at }, idempotency, body.hash).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReplaceTokenBody {
    /// When the new one shall end by itself; without it, when the older one would have.
    expires_at: Option<String>,
}

/// Make a token in the place of another, under its name and for the same permissions. The older one ends in the same moment.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/tokens/{id}/replacement", tag = "tokens",
    params(("org" = Uuid, Path), ("member" = String, Path), ("id" = Uuid, Path), Idempotency), request_body = ReplaceTokenBody,
    responses((status = 201, body = MadeTokenView)))]
async fn replace_token(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    idempotency: Idempotency,
    body: Body<ReplaceTokenBody>,
) -> Result<Response, Problem> {
    let (organization, member, token) = (inside.organization, ids.member(&inside)?, ids.get("id")?);
    let mut fields = Fields::default();
    let expires_at = fields.instant_if("/expires_at", body.value.expires_at.as_deref());
    fields.all_right()?;
    made(&state, &inside, ReplaceToken { organization, member, token, expires_at }, idempotency, body.hash).await
}

/// What is kept of the answer has no secret in it.
async fn made<U: UseCase<Done = MadeToken, Refusal = TokenRefused>>(
    state: &AppState,
    inside: &Inside,
    ask: U,
    Idempotency { key, route }: Idempotency,
    body_hash: String,
) -> Result<Response, Problem> {
    let view = |made: &MadeToken, secret| MadeTokenView { token: TokenView::of(&made.token), secret };
    let kept = |made: &MadeToken| {
        let text = serde_json::to_string(&view(made, None)).unwrap_or_default();
        (StatusCode::CREATED.as_u16(), text)
    };
    let replay = key.map(|key| ReplayAsk { route, key, body_hash, render: &kept });
    match state.tenure().perform_once(inside.caller(), ask, replay).await? {
        Answer::Fresh(made) => {
            let secret = made.secret.text().expose_secret().to_owned();
            Ok((StatusCode::CREATED, Json(view(&made, Some(secret)))).into_response())
        }
        Answer::Replayed(before) => {
            let mut response = (StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], before.body).into_response();
            tell_replayed(&mut response);
            Ok(response)
        }
    }
}

/// End a token. The next request that bears it is refused.
#[utoipa::path(delete, path = "/organizations/{org}/members/{member}/tokens/{id}", tag = "tokens",
    params(("org" = Uuid, Path), ("member" = String, Path), ("id" = Uuid, Path)), responses((status = 204)))]
async fn delete_token(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<StatusCode, Problem> {
    let (organization, member, token) = (inside.organization, ids.member(&inside)?, ids.get("id")?);
    perform(&state, inside.caller(), DeleteToken { organization, member, token }).await?;
    Ok(StatusCode::NO_CONTENT)
}
