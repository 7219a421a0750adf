//! Insights: what whoever looks after an organization would want to be told.

use axum::extract::{OriginalUri, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tenure_domain::insight::{Insight, OnboardingStep};
use tenure_domain::visibility::Masking;
use tenure_domain::{Instant, MemberId, OrganizationId, WorkspaceId};
use tenure_http_base::{AppState, Cursors, Fields, Inside, ListAsk, Listing, Problem, Query, given, listing_response, rfc3339};
use tenure_usecases::{Finding, Told};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::views::MemberView;

/// After how many days without doing anything somebody is told of, unless another number is asked for.
const DAYS: u16 = 30;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_insights))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct InsightsQuery {
    /// Repeat for *or*: `too_few_govern`, `nobody_in`, `in_none`, `unanswered`, `wider_level`, `not_active`, `onboarding`. All when absent.
    #[serde(default)]
    kind: Vec<String>,
    /// For how many days somebody did nothing, to be told of. 30 when absent.
    #[param(minimum = 1, maximum = 3650)]
    #[serde(default, deserialize_with = "given")]
    not_active_for_days: Option<u16>,
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    cursor: Option<String>,
}

/// A resource or a group of them, by its name.
#[derive(Serialize, ToSchema)]
struct NamedView {
    id: Uuid,
    /// Its resource kind.
    kind: String,
    name: String,
}

/// A step of somebody's first days.
#[derive(Serialize, ToSchema)]
struct StepView {
    /// `accepted`, `named`, `second_factor`, `assigned` (of a resource kind) or `active`.
    step: &'static str,
    /// With `assigned`: of which resource kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_kind: Option<String>,
    /// Whether there is nothing left to do about it.
    done: bool,
}

impl StepView {
    fn of((step, done): &(OnboardingStep, bool)) -> Self {
        let resource_kind = if let OnboardingStep::Assigned(kind) = step { Some(kind.to_string()) } else { None };
        Self { step: step.word(), resource_kind, done: *done }
    }
}

/// The one request that mends it.
#[derive(Serialize, ToSchema)]
struct RemedyView {
    /// `invite`, `assign`, `resend`, `change_levels` or `deactivate`.
    act: &'static str,
    method: &'static str,
    /// Where to. `{resource}` or `{member}` in it stands for what is to be chosen.
    path: String,
    /// The request's body; null where it takes none. In `invite`, `emails` is to be filled in.
    body: Option<Value>,
}

impl RemedyView {
    fn of(organization: OrganizationId, told: &Told, root: WorkspaceId, governing: &[String]) -> Option<Self> {
        let at = |path: String| format!("/api/v1/organizations/{organization}/{path}");
        let member = |id: MemberId, what: &str| at(format!("members/{id}/{what}"));
        let assign = |path| Self { act: "assign", method: "PUT", path: at(path), body: None };
        let post = |act, path, body| Some(Self { act, method: "POST", path, body: Some(body) });
        match told {
            Told::TooFewGovern { .. } => {
                post("invite", at("invitations".to_owned()), json!({ "emails": [], "workspace": root, "levels": governing }))
            }
            Told::NobodyIn(resource) => Some(assign(format!("resources/{}/members/{{member}}", resource.id))),
            Told::InNone(row, _) => Some(assign(format!("resources/{{resource}}/members/{}", row.membership.id))),
            Told::Unanswered(of) => post("resend", at(format!("invitations/{}/resend", of.invitation.id)), json!({})),
            Told::WiderLevel { row, workspace, instead, .. } => {
                let body = json!({ "members": [row.membership.id], "workspace": workspace, "levels": [instead.as_str()] });
                post("change_levels", at("members/levels".to_owned()), body)
            }
            Told::NotActive(row) => post("deactivate", member(row.membership.id, "deactivation"), json!({})),
            Told::Onboarding { row, steps, invitation } => {
                let (step, _) = steps.iter().find(|(_, done)| !done)?;
                match step {
                    OnboardingStep::Accepted => {
                        invitation.and_then(|id| post("resend", at(format!("invitations/{id}/resend")), json!({})))
                    }
                    OnboardingStep::Assigned(_) => Some(assign(format!("resources/{{resource}}/members/{}", row.membership.id))),
                    OnboardingStep::Named | OnboardingStep::SecondFactor | OnboardingStep::Active => None,
                }
            }
        }
    }
}

/// Something to know about the organization, and to do something about.
#[derive(Serialize, ToSchema)]
struct InsightView {
    /// `too_few_govern`, `nobody_in`, `in_none`, `unanswered`, `wider_level`, `not_active` or `onboarding`.
    kind: &'static str,
    /// Whom it is about: with `in_none`, `wider_level`, `not_active`, `onboarding`, and with `unanswered` who was invited.
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<MemberView>,
    /// With `too_few_govern`: how many do.
    #[serde(skip_serializing_if = "Option::is_none")]
    governors: Option<usize>,
    /// With `nobody_in`: in what.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<NamedView>,
    /// With `in_none`: of which resource kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_kind: Option<String>,
    /// With `unanswered`: which; and with `onboarding` which waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<Uuid>,
    /// With `unanswered`: since when its link is dead.
    #[serde(skip_serializing_if = "Option::is_none")]
    expired_at: Option<String>,
    /// With `wider_level`: where,
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace: Option<Uuid>,
    /// what they have there,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    /// and what most others have.
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
    /// With `onboarding`: what there is to be done in somebody's first days.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepView>,
    /// What mends it in one request; null where that isn't the caller's to do, or nobody's but the member's own.
    remedy: Option<RemedyView>,
}

impl InsightView {
    fn bare(told: &Told) -> Self {
        Self {
            kind: told.insight().word(),
            member: None,
            governors: None,
            resource: None,
            resource_kind: None,
            invitation: None,
            expired_at: None,
            workspace: None,
            level: None,
            instead: None,
            steps: Vec::new(),
            remedy: None,
        }
    }

    fn of(told: &Told, shown: &Shown) -> Self {
        let bare = Self::bare(told);
        let member = |row| Some(MemberView::of(row, shown.viewer, shown.masking, shown.now));
        match told {
            Told::TooFewGovern { governors } => Self { governors: Some(*governors), ..bare },
            Told::NobodyIn(resource) => {
                let (id, kind, name) = (resource.id.into(), resource.kind.to_string(), resource.name.to_string());
                Self { resource: Some(NamedView { id, kind, name }), ..bare }
            }
            Told::InNone(row, kind) => Self { member: member(row), resource_kind: Some(kind.to_string()), ..bare },
            Told::Unanswered(of) => {
                let row =
                    tenure_port_store::MemberRow { membership: of.membership.clone(), grants: Vec::new(), online_until: None };
                let expired_at = Some(rfc3339(of.invitation.expires_at));
                Self { member: member(&row), invitation: Some(of.invitation.id.into()), expired_at, ..bare }
            }
            Told::WiderLevel { row, workspace, level, instead } => Self {
                member: member(row),
                workspace: Some((*workspace).into()),
                level: Some(level.to_string()),
                instead: Some(instead.to_string()),
                ..bare
            },
            Told::NotActive(row) => Self { member: member(row), ..bare },
            Told::Onboarding { row, steps, invitation } => Self {
                member: member(row),
                invitation: invitation.map(Into::into),
                steps: steps.iter().map(StepView::of).collect(),
                ..bare
            },
        }
    }
}

/// To whom it is shown, and when.
struct Shown {
    viewer: Option<MemberId>,
    masking: Masking,
    now: Instant,
}

/// List what there is to know about the organization, and to do something about: one kind of insight after the other, each with the one
/// request that mends it. Nothing of it is kept: it is there until it is mended.
#[utoipa::path(get, path = "/organizations/{org}/insights", tag = "insights", params(("org" = Uuid, Path), InsightsQuery),
    responses((status = 200, body = Listing<InsightView>)))]
async fn list_insights(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<InsightsQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let mut fields = Fields::default();
    let kinds =
        query.kind.iter().filter_map(|word| fields.take("kind", "unknown_kind", Insight::parse(word).ok_or(UNKNOWN))).collect();
    let days = query.not_active_for_days.unwrap_or(DAYS);
    fields.take("not_active_for_days", "days", (1..=3650).contains(&days).then_some(()).ok_or("use 1 to 3650 days"));
    fields.all_right()?;
    let kinds: Vec<Insight> = kinds;
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        filter: format!("{kinds:?} {days}"),
        sort: String::new(),
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.insights(&kinds, u32::from(days), &ask.page).await?;
    let viewer = reader.own_viewer();
    let shown = Shown { viewer: viewer.member, masking: viewer.masking, now: state.tenure().tools().clock.now() };
    let organization = &reader.organization;
    let governing: Vec<String> = organization.governing_levels().iter().take(1).map(ToString::to_string).collect();
    let page = page.map(|Finding { told, mendable }| {
        let remedy = if mendable { RemedyView::of(organization.id, &told, organization.root, &governing) } else { None };
        InsightView { remedy, ..InsightView::of(&told, &shown) }
    });
    Ok(listing_response(&state, &uri, &ask, page, None))
}

/// What is said of a kind that isn't one.
const UNKNOWN: &str = "use too_few_govern, nobody_in, in_none, unanswered, wider_level, not_active or onboarding";
