//! What a member reaches of each resource kind, from the member's side.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tenure_domain::selection::{Choices, Part, Selection};
use tenure_domain::{KindKey, MemberId, Name};
use tenure_http_base::{AppState, Body, Fields, Ids, IfMatch, Inside, Problem, perform, tagged};
use tenure_usecases::{MemberSelection, SelectResources};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::views::assigned_from;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(read_selection, put_selection))
}

/// A resource, or a group of them, by its name.
#[derive(Serialize, ToSchema)]
struct ListedResourceView {
    id: Uuid,
    name: String,
}

/// What a member has of one resource kind, as far as the caller may know of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct SelectionView {
    /// The resource kind's key.
    kind: String,
    /// From whose side it is chosen: `member`, `resource` or `both`.
    assigned_from: &'static str,
    /// Whether the member's access level gives them the whole kind, whatever is chosen.
    implied: bool,
    /// Whether all of the kind is chosen, present and future.
    all: bool,
    /// What is chosen one by one.
    resources: Vec<Uuid>,
    /// The groups that are chosen: the member has whatever is in them at a time.
    groups: Vec<Uuid>,
    /// The resources by name.
    listed: Vec<ListedResourceView>,
    /// The groups by name.
    listed_groups: Vec<ListedResourceView>,
    /// Its tag is `"v1"` for version 1; 0 as long as nothing was ever chosen.
    version: u64,
}

impl From<MemberSelection> for SelectionView {
    fn from(of: MemberSelection) -> Self {
        let MemberSelection { kind, implied, chosen } = of;
        let listed = |(id, name): (Uuid, Name)| ListedResourceView { id, name: name.to_string() };
        Self {
            assigned_from: assigned_from(kind.assigned_from),
            kind: kind.key,
            implied,
            all: chosen.all,
            resources: chosen.resources.iter().map(|(id, _)| id.uuid()).collect(),
            groups: chosen.groups.iter().map(|(id, _)| id.uuid()).collect(),
            listed: chosen.resources.into_iter().map(|(id, name)| listed((id.into(), name))).collect(),
            listed_groups: chosen.groups.into_iter().map(|(id, name)| listed((id.into(), name))).collect(),
            version: chosen.version,
        }
    }
}

async fn one(state: &AppState, inside: &Inside, member: MemberId, kind: &str) -> Result<Response, Problem> {
    let all = inside.reader(state)?.selections(member).await?;
    let found = all.into_iter().find(|one| one.kind.key == kind);
    let found = found.ok_or_else(|| Problem::not_found("there is no such resource kind in this organization"))?;
    Ok(tagged(found.chosen.version, Json(SelectionView::from(found))))
}

/// Read what a member has of a resource kind, with the tag that changing it takes.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}/selections/{kind}", tag = "resources",
    params(("org" = Uuid, Path), ("member" = String, Path), ("kind" = String, Path)),
    responses((status = 200, body = SelectionView)))]
async fn read_selection(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Response, Problem> {
    one(&state, &inside, ids.member(&inside)?, ids.text("kind")).await
}

/// What is chosen of one resource kind: all, or these and what is in these groups; nothing chooses none.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceBody {
    /// All of the kind, present and future.
    #[serde(default)]
    all: bool,
    /// These and no others; none when absent.
    #[serde(default)]
    resources: Vec<Uuid>,
    /// These groups and no others, with whatever is in them at a time; none when absent.
    #[serde(default)]
    groups: Vec<Uuid>,
}

impl ChoiceBody {
    fn selection(self) -> Result<Selection, &'static str> {
        match self {
            Self { all: true, resources, groups } if !(resources.is_empty() && groups.is_empty()) => {
                Err("choose all, or some one by one")
            }
            Self { all: true, .. } => Ok(Selection::All),
            Self { resources, groups, .. } => {
                let groups = groups.into_iter().map(|id| Part::Group(id.into()));
                Ok(Selection::only(resources.into_iter().map(|id| Part::Resource(id.into())).chain(groups)))
            }
        }
    }
}

/// What a body chooses of resource kinds, by their keys.
pub(crate) fn choices(fields: &mut Fields, of: BTreeMap<String, ChoiceBody>) -> Choices {
    let mut choices = Choices::new();
    for (key, body) in of {
        let pointer = format!("/selections/{key}");
        let kind = fields.take(&pointer, "key", KindKey::parse(&key));
        let selection = fields.take(&format!("{pointer}/resources"), "all_and_some", body.selection());
        choices.extend(kind.zip(selection));
    }
    choices
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PutSelectionBody {
    /// All of the kind, present and future.
    #[serde(default)]
    all: bool,
    /// These and no others; none when absent.
    #[serde(default)]
    resources: Vec<Uuid>,
    /// These groups and no others, with whatever is in them at a time; none when absent.
    #[serde(default)]
    groups: Vec<Uuid>,
    /// Why, for the journal.
    reason: Option<String>,
}

/// Choose what a member has of a resource kind: the whole selection, against the tag that was read. Only for kinds that are chosen
/// from the member's side.
#[utoipa::path(put, path = "/organizations/{org}/members/{member}/selections/{kind}", tag = "resources",
    params(("org" = Uuid, Path), ("member" = String, Path), ("kind" = String, Path),
        ("If-Match" = Option<String>, Header, description = "The tag of the selection. Without it, and without `If-None-Match`, the answer is 428."),
        ("If-None-Match" = Option<String>, Header, description = "`*` where nothing was ever chosen.")),
    request_body = PutSelectionBody, responses((status = 200, body = SelectionView)))]
async fn put_selection(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    if_match: IfMatch,
    body: Body<PutSelectionBody>,
) -> Result<Response, Problem> {
    let seen = match if_match {
        IfMatch::Version(version) => version,
        IfMatch::New => 0,
        IfMatch::Absent | IfMatch::Any => {
            let how = "send the selection's tag as `If-Match`, or `If-None-Match: *` where nothing was ever chosen";
            return Err(Problem::precondition_required(how));
        }
    };
    let kind = KindKey::parse(ids.text("kind"));
    let kind = kind.map_err(|_| Problem::not_found("there is no such resource kind in this organization"))?;
    let body = body.value;
    let mut fields = Fields::default();
    let reason = fields.reason_if(body.reason.as_deref());
    fields.all_right()?;
    let choice = ChoiceBody { all: body.all, resources: body.resources, groups: body.groups };
    let selection = choice.selection();
    let selection = selection.map_err(|either| Problem::invalid(either).with_field("/resources", "all_and_some", either))?;
    let member = ids.member(&inside)?;
    let ask = SelectResources { organization: inside.organization, member, kind, selection, seen, reason };
    perform(&state, inside.caller(), ask).await?;
    one(&state, &inside, member, ids.text("kind")).await
}
