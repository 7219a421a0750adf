//! May this member do that there, and why? Several such questions at once; and who may?

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tenure_domain::MemberId;
use tenure_domain::access::{Explanation, Reason};
use tenure_domain::access_model::AccessModel;
use tenure_domain::bits::Permission;
use tenure_http_base::{
    AppState, Body, Cursors, Fields, Inside, ListAsk, Listing, Problem, Query, display_name, given, listing_response, masking_of,
};
use tenure_usecases::{AccessAnswer, AccessQuestion, Entitled, Reader};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// How many questions are answered at once.
const MOST_QUESTIONS: usize = 200;

const UNKNOWN: &str = "there is no such thing here, or it isn't yours to know of";

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(explain_access)).routes(routes!(explain_batch)).routes(routes!(list_entitled))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AccessQuery {
    /// A member's id, or `me`.
    member: String,
    /// A permission's key.
    permission: String,
    workspace: Uuid,
    /// About this resource, such as a team: whoever doesn't reach it may nothing about it.
    #[serde(default, deserialize_with = "given")]
    resource: Option<Uuid>,
}

/// One link of an answer's chain.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReasonView {
    /// `level`, `extra_permission`, `restriction`, `feature_off`, `workspace_off`, `not_active` or `organization_off`; and about a
    /// resource how the member reaches it, `for_everyone`, `implied` by a level, `selection`, `whole_kind` where all of its kind was chosen for them, or by a `group`, or else `out_of_reach`.
    kind: &'static str,
    /// Whether this gives the right, or lets it reach the resource; else it takes it away.
    gives: bool,
    /// The key of the level, permission, restriction or feature; the status, for `not_active`; the id of the group, where the caller
    /// may know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// Where it is held, or switched off.
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace: Option<Uuid>,
    /// Whether it comes from above the workspace that was asked about.
    inherited: bool,
}

/// An answer with everything that it rests on.
#[derive(Serialize, ToSchema)]
struct AccessView {
    allowed: bool,
    /// All that gives the right and all that takes it away: nothing, when nothing ever gave it.
    because: Vec<ReasonView>,
}

pub(crate) fn reason(model: &AccessModel, asked: Uuid, of: &Reason) -> ReasonView {
    let (kind, key, workspace) = match of {
        Reason::Level { level, workspace } => ("level", model.level_key(*level).map(ToString::to_string), Some(*workspace)),
        Reason::Extra { permission, workspace } => {
            ("extra_permission", model.permission_key(*permission).map(ToString::to_string), Some(*workspace))
        }
        Reason::Restricted { restriction, workspace } => {
            ("restriction", model.restriction_key(*restriction).map(ToString::to_string), Some(*workspace))
        }
        Reason::FeatureOff { feature, workspace } => {
            ("feature_off", model.feature_key(*feature).map(ToString::to_string), *workspace)
        }
        Reason::WorkspaceOff(workspace) => ("workspace_off", None, Some(*workspace)),
        Reason::NotActive(status) => ("not_active", Some(status.to_string()), None),
        Reason::OrganizationOff => ("organization_off", None, None),
        Reason::ForEveryone => ("for_everyone", None, None),
        Reason::Implied => ("implied", None, None),
        Reason::Chosen => ("selection", None, None),
        Reason::WholeKind => ("whole_kind", None, None),
        Reason::ByGroup(group) => ("group", group.map(|group| group.to_string()), None),
        Reason::OutOfReach => ("out_of_reach", None, None),
    };
    let workspace = workspace.map(tenure_domain::WorkspaceId::uuid);
    ReasonView { kind, gives: of.gives(), key, workspace, inherited: workspace.is_some_and(|workspace| workspace != asked) }
}

fn view(model: &AccessModel, asked: Uuid, of: &Explanation) -> AccessView {
    AccessView { allowed: of.allowed, because: of.because.iter().map(|one| reason(model, asked, one)).collect() }
}

/// Explain whether a member may do something in a workspace, about a resource if one is named.
#[utoipa::path(get, path = "/organizations/{org}/access", tag = "access", params(("org" = Uuid, Path), AccessQuery),
    responses((status = 200, body = AccessView)))]
async fn explain_access(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<AccessQuery>,
) -> Result<Json<AccessView>, Problem> {
    let reader = inside.reader(&state)?;
    let mut fields = Fields::default();
    let member = fields.take("member", "id", member(&inside, &query.member));
    let permission = fields.take("permission", "unknown_permission", permission(&reader, &query.permission));
    let (Some(member), Some(permission)) = (member, permission) else { return Err(fields.problem()) };
    let (workspace, resource) = (query.workspace.into(), query.resource.map(Into::into));
    let answer = reader.ask(AccessQuestion { member, permission, workspace, resource }).await?;
    Ok(Json(view(&reader.organization.model, query.workspace, &answer.explanation)))
}

fn member(inside: &Inside, text: &str) -> Result<MemberId, &'static str> {
    if text == "me" { inside.member().map_err(|_| "you are no member here") } else { text.parse().map_err(|_| "this is no id") }
}

fn permission(reader: &Reader<'_>, key: &str) -> Result<Permission, &'static str> {
    reader.organization.model.permission(key).ok_or("there is no such permission in this organization")
}

/// A question.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct QuestionBody {
    /// A member's id, or `me`.
    member: String,
    /// A permission's key.
    permission: String,
    workspace: Uuid,
    /// About this resource.
    resource: Option<Uuid>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BatchBody {
    /// 1 to 200 of them.
    questions: Vec<QuestionBody>,
}

/// The answer to one question of several: the decision with its chain, or why there is none.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
enum BatchAnswerView {
    Answered(AccessView),
    Unanswered {
        /// `not_found`, also for what the caller may not know of; `unknown_permission`; `id`, for a member that is no id.
        code: &'static str,
        detail: &'static str,
    },
}

/// The answers, in the order of the questions.
#[derive(Serialize, ToSchema)]
struct BatchView {
    results: Vec<BatchAnswerView>,
}

/// Explain several questions about access at once, each on its own.
#[utoipa::path(post, path = "/organizations/{org}/access/batch", tag = "access", params(("org" = Uuid, Path)),
    request_body = BatchBody, responses((status = 200, body = BatchView)))]
async fn explain_batch(State(state): State<AppState>, inside: Inside, body: Body<BatchBody>) -> Result<Json<BatchView>, Problem> {
    let reader = inside.reader(&state)?;
    let asked = body.value.questions;
    if !(1..=MOST_QUESTIONS).contains(&asked.len()) {
        let problem = Problem::invalid("a batch has 1 to 200 questions");
        return Err(problem.with_field("/questions", "out_of_range", "send 1 to 200 questions"));
    }
    let parse = |question: &QuestionBody| {
        let member = member(&inside, &question.member).map_err(|detail| ("id", detail))?;
        let permission = permission(&reader, &question.permission).map_err(|detail| ("unknown_permission", detail))?;
        let (workspace, resource) = (question.workspace.into(), question.resource.map(Into::into));
        Ok(AccessQuestion { member, permission, workspace, resource })
    };
    let parsed: Vec<Result<AccessQuestion, (&'static str, &'static str)>> = asked.iter().map(parse).collect();
    let questions: Vec<AccessQuestion> = parsed.iter().filter_map(|question| question.as_ref().ok().copied()).collect();
    let mut answers = reader.ask_all(&questions).await?.into_iter();
    let model = &reader.organization.model;
    let answer = |question: Result<AccessQuestion, (&'static str, &'static str)>| match question {
        Err((code, detail)) => BatchAnswerView::Unanswered { code, detail },
        Ok(_) => match answers.next().flatten() {
            Some(AccessAnswer { question, explanation }) => {
                BatchAnswerView::Answered(view(model, question.workspace.into(), &explanation))
            }
            None => BatchAnswerView::Unanswered { code: "not_found", detail: UNKNOWN },
        },
    };
    Ok(Json(BatchView { results: parsed.into_iter().map(answer).collect() }))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct WhoQuery {
    /// A permission's key.
    permission: String,
    workspace: Uuid,
    /// About this resource.
    #[serde(default, deserialize_with = "given")]
    resource: Option<Uuid>,
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    cursor: Option<String>,
}

/// Somebody who may.
#[derive(Serialize, ToSchema)]
struct EntitledView {
    member: Uuid,
    display_name: String,
    /// All that gives the right: levels, and extra permissions; and how they reach the resource.
    because: Vec<ReasonView>,
}

/// List the members who may do something in a workspace, about a resource if one is named, by name.
///
/// A page may be shorter than `limit` though more follow, as `next` says.
#[utoipa::path(get, path = "/organizations/{org}/access/who", tag = "access", params(("org" = Uuid, Path), WhoQuery),
    responses((status = 200, body = Listing<EntitledView>)))]
async fn list_entitled(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<WhoQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let mut fields = Fields::default();
    let permission = fields.take("permission", "unknown_permission", permission(&reader, &query.permission));
    let Some(permission) = permission else { return Err(fields.problem()) };
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: format!("{} {} {:?}", query.permission, query.workspace, query.resource),
        sort: "name".to_owned(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.who(permission, query.workspace.into(), query.resource.map(Into::into), &ask.page).await?;
    let viewer = reader.own_viewer();
    let page = page.map(|Entitled { row, explanation }| EntitledView {
        member: row.membership.id.into(),
        display_name: display_name(&row.membership, masking_of(&row.membership, viewer.member, viewer.masking)),
        because: view(&reader.organization.model, query.workspace, &explanation).because,
    });
    Ok(listing_response(&state, &uri, &ask, page, None))
}
