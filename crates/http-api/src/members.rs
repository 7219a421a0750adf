//! Members: list, one of them, and their profile.

mod bulk;
mod export;
mod import;

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tenure_domain::membership::{Digest, Language, Membership, Phone, Status, TimeZone};
use tenure_domain::{DAY, Instant, LevelKey, MemberId};
use tenure_http_base::{
    AppState, Body, Cursors, Ids, IfMatch, Inside, ListAsk, Listing, Patch, Problem, Query, given, listing_response, masking_of,
    patch, perform, rfc3339, shown_phone, tagged,
};
use tenure_port_store::{MemberFilter, MemberRow, MemberSort, Viewer};
use tenure_usecases::{EditProfile, ProfileChange, Reader, SignInLock};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::selections::SelectionView;
use crate::tokens::TokenView;
use crate::views::{GrantView, MemberView};
use tenure_http_base::Fields;

/// How far a count goes.
const COUNTED: u32 = 10_000;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    let one = routes!(read_member, edit_profile);
    OpenApiRouter::new()
        .routes(routes!(list_members))
        .routes(routes!(export::export_members))
        .routes(one)
        .routes(routes!(bulk::delete_members))
        .routes(routes!(bulk::change_levels))
        .merge(import::routes())
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct MembersQuery {
    /// With access to this workspace; without it, all whom the caller may see.
    #[serde(default, deserialize_with = "given")]
    workspace: Option<Uuid>,
    /// With `workspace`: also those whose access comes from above it. True when absent.
    #[serde(default, deserialize_with = "given")]
    inherited: Option<bool>,
    /// Part of a name or an e-mail address.
    q: Option<String>,
    /// Repeat for *or*: `pending`, `active`, `inactive`.
    #[serde(default)]
    status: Vec<String>,
    /// Repeat for *or*: keys of access levels.
    #[serde(default)]
    level: Vec<String>,
    /// Who reach this resource.
    #[serde(default, deserialize_with = "given")]
    resource: Option<Uuid>,
    /// Not active for this many days, or never.
    #[serde(default, deserialize_with = "given")]
    not_active_for_days: Option<u16>,
    /// `name`, `-name`, `email`, `-email`, `last_active` or `-last_active`.
    #[serde(default, deserialize_with = "given")]
    sort: Option<String>,
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, deserialize_with = "given")]
    limit: Option<u32>,
    #[serde(default, deserialize_with = "given")]
    cursor: Option<String>,
    /// Whether to count all that match, up to 10,000.
    #[serde(default, deserialize_with = "given")]
    count: Option<bool>,
}

fn sort(word: Option<&str>) -> Result<MemberSort, Problem> {
    Ok(match word.unwrap_or("name") {
        "name" => MemberSort::Name,
        "-name" => MemberSort::NameDescending,
        "email" => MemberSort::Email,
        "-email" => MemberSort::EmailDescending,
        "last_active" => MemberSort::LastActive,
        "-last_active" => MemberSort::LastActiveDescending,
        _ => {
            let sorts = "use name, -name, email, -email, last_active or -last_active";
            return Err(Problem::invalid("there is no such sort").with_field("sort", "unknown_sort", sorts));
        }
    })
}

async fn filter(query: &MembersQuery, state: &AppState, reader: &Reader<'_>) -> Result<MemberFilter, Problem> {
    let mut fields = Fields::default();
    let statuses = query.status.iter().filter_map(|word| fields.take("status", "unknown_status", word.parse::<Status>())).collect();
    let levels = query.level.iter().filter_map(|key| fields.take("level", "key", LevelKey::parse(key))).collect();
    fields.all_right()?;
    let resource = match query.resource {
        Some(resource) => Some(reader.reached(resource.into()).await?),
        None => None,
    };
    let now = state.tenure().tools().clock.now();
    Ok(MemberFilter {
        workspace: query.workspace.map(Into::into),
        inherited: query.inherited.unwrap_or(true),
        q: query.q.clone().filter(|q| !q.trim().is_empty()),
        statuses,
        levels,
        resource,
        not_active_since: query.not_active_for_days.map(|days| now.minus(DAY * u32::from(days))),
    })
}

/// List the members that the caller may see.
#[utoipa::path(get, path = "/organizations/{org}/members", tag = "members", params(("org" = Uuid, Path), MembersQuery),
    responses((status = 200, body = Listing<MemberView>)))]
async fn list_members(
    State(state): State<AppState>,
    inside: Inside,
    Query(query): Query<MembersQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let reader = inside.reader(&state)?;
    let sort_word = query.sort.clone().unwrap_or_else(|| "name".to_owned());
    let sort = sort(query.sort.as_deref())?;
    let filter = filter(&query, &state, &reader).await?;
    let cursors = Cursors {
        route: uri.path().to_owned(),
        organization: Some(inside.organization),
        // The instant behind `not_active_for_days` moves with every request; the number of days is the filter.
        filter: format!("{:?} {:?}", MemberFilter { not_active_since: None, ..filter.clone() }, query.not_active_for_days),
        sort: sort_word,
        actor: inside.principal.user.id,
    };
    let ask = ListAsk::new(&state, query.limit, query.cursor.as_deref(), cursors)?;
    let page = reader.members(&filter, sort, &ask.page).await?;
    let count = if query.count == Some(true) { Some(reader.count_members(&filter, COUNTED).await?) } else { None };
    let viewer = reader.own_viewer();
    let now = state.tenure().tools().clock.now();
    let statistics = reader.statistics_of(&page.items).await?;
    let listed = reader.listed_of(&page.items).await?;
    let page = page.map(|row| MemberView::of(&row, viewer.member, viewer.masking, now).listing(&listed).with(&statistics));
    Ok(listing_response(&state, &uri, &ask, page, count))
}

/// A member in detail, as far as the viewer may see them.
#[derive(Serialize, ToSchema)]
struct MemberDetailView {
    #[serde(flatten)]
    listed: MemberView,
    /// Null where it is hidden from the viewer.
    phone: Option<String>,
    language: String,
    time_zone: String,
    digest: String,
    email_confirmed: bool,
    /// Whether signing in with their address is locked from any network; null for whoever doesn't manage all that they have.
    locked: Option<bool>,
    /// Until when at most, where it is.
    locked_until: Option<String>,
    /// Whether signing in takes a second factor of them; null for whoever doesn't manage all that they have.
    second_factor: Option<bool>,
    created_at: String,
    /// Their grants in full.
    access: Vec<GrantView>,
    /// What they have of each resource kind.
    selections: Vec<SelectionView>,
    /// Their API tokens, without secrets; null for whoever doesn't manage all that they have, and isn't they.
    tokens: Option<Vec<TokenView>>,
    /// Whether something is hidden from the viewer.
    masked: bool,
}

/// What is told of a member's login.
struct Login {
    email_confirmed: bool,
    lock: Option<SignInLock>,
    second_factor: Option<bool>,
}

impl MemberDetailView {
    fn of(
        row: &MemberRow,
        Login { email_confirmed, lock, second_factor }: Login,
        viewer: &Viewer,
        selections: Vec<SelectionView>,
        tokens: Option<Vec<TokenView>>,
        now: Instant,
    ) -> Self {
        let (viewer, masking) = (viewer.member, viewer.masking);
        let membership = &row.membership;
        let masked = masking_of(membership, viewer, masking).hides_addresses();
        let profile = &membership.profile;
        Self {
            listed: MemberView::of(row, viewer, masking, now),
            phone: shown_phone(membership, viewer, masking),
            language: profile.language.tag().to_owned(),
            time_zone: profile.time_zone.name().to_owned(),
            digest: profile.digest.to_string(),
            email_confirmed,
            locked: lock.map(|lock| lock != SignInLock::Open),
            locked_until: if let Some(SignInLock::Until(until)) = lock { Some(rfc3339(until)) } else { None },
            second_factor,
            created_at: rfc3339(membership.created_at),
            selections,
            tokens,
            access: row.grants.iter().map(|of| GrantView::of(&of.grant, Some(&of.workspace_name))).collect(),
            masked,
        }
    }
}

/// Read a member; `me` is oneself.
#[utoipa::path(get, path = "/organizations/{org}/members/{member}", tag = "members",
    params(("org" = Uuid, Path), ("member" = String, Path)), responses((status = 200, body = MemberDetailView)))]
async fn read_member(State(state): State<AppState>, inside: Inside, ids: Ids) -> Result<Response, Problem> {
    let member = ids.member(&inside)?;
    detail(&state, &inside, member).await
}

async fn detail(state: &AppState, inside: &Inside, member: MemberId) -> Result<Response, Problem> {
    let reader = inside.reader(state)?;
    let viewer = reader.own_viewer();
    let row = reader.member(member).await?;
    let login = Login {
        email_confirmed: reader.is_email_confirmed(&row).await?,
        lock: reader.lock_of(&row).await?,
        second_factor: reader.has_factor(&row).await?,
    };
    let selections = reader.selections(member).await?.into_iter().map(SelectionView::from).collect();
    let tokens = reader.tokens_of(&row).await?.map(|tokens| tokens.iter().map(TokenView::of).collect());
    let (version, now) = (row.membership.version, state.tenure().tools().clock.now());
    let statistics = reader.statistics_of(std::slice::from_ref(&row)).await?;
    let mut view = MemberDetailView::of(&row, login, &viewer, selections, tokens, now);
    view.listed = view.listed.with(&statistics);
    Ok(tagged(version, Json(view)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EditProfileBody {
    #[serde(default, deserialize_with = "patch")]
    #[schema(value_type = Option<String>)]
    first_name: Patch<String>,
    #[serde(default, deserialize_with = "patch")]
    #[schema(value_type = Option<String>)]
    last_name: Patch<String>,
    /// In international form, such as +49 30 1234567.
    #[serde(default, deserialize_with = "patch")]
    #[schema(value_type = Option<String>)]
    phone: Patch<String>,
    /// `en` or `de`.
    language: Option<String>,
    /// A name such as `Europe/Berlin`.
    time_zone: Option<String>,
    /// `never`, `daily`, `weekly` or `monthly`.
    digest: Option<String>,
}

impl EditProfileBody {
    fn change(&self) -> Result<ProfileChange, Problem> {
        let mut fields = Fields::default();
        let mut name = |pointer: &str, field: &Patch<String>| {
            field.as_ref().map(|text| text.as_deref().and_then(|text| fields.name(pointer, text)))
        };
        let first_name = name("/first_name", &self.first_name);
        let last_name = name("/last_name", &self.last_name);
        let phone =
            self.phone.as_ref().map(|text| text.as_deref().and_then(|text| fields.take("/phone", "phone", Phone::parse(text))));
        let language = self.language.as_deref().and_then(|tag| fields.take("/language", "language", Language::parse(tag)));
        let time_zone = self.time_zone.as_deref().and_then(|name| fields.take("/time_zone", "time_zone", TimeZone::parse(name)));
        let digest = self.digest.as_deref().and_then(|word| fields.take("/digest", "digest", word.parse::<Digest>()));
        fields.all_right()?;
        Ok(ProfileChange { first_name, last_name, phone, language, time_zone, digest })
    }
}

/// Edit a profile: one's own, or that of somebody whom one manages altogether.
#[utoipa::path(patch, path = "/organizations/{org}/members/{member}", tag = "members",
    params(("org" = Uuid, Path), ("member" = String, Path), IfMatch), request_body = EditProfileBody,
    responses((status = 200, body = MemberDetailView)))]
async fn edit_profile(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    if_match: IfMatch,
    body: Body<EditProfileBody>,
) -> Result<Response, Problem> {
    let member = ids.member(&inside)?;
    let ask = EditProfile { organization: inside.organization, member, change: body.value.change()?, seen: if_match.version()? };
    let Membership { id, .. } = perform(&state, inside.caller(), ask).await?;
    detail(&state, &inside, id).await
}
