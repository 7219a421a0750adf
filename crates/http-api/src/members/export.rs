//! Members as CSV: the same list, filtered, sorted, narrowed and masked, as of one moment.

use std::borrow::Cow;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use tenure_domain::import::{Column, Shown};
use tenure_domain::visibility::Masking;
use tenure_domain::{Instant, MemberId};
use tenure_http_base::{
    AppState, ExportAsk, Inside, Problem, Query, Rows, Sheet, Stretch, csv_head, csv_response, given, masking_of, perform, rfc3339,
};
use tenure_port_store::{MemberFilter, MemberRow, MemberSort, PageAsk, Position, Queries, Viewer};
use tenure_usecases::ExportMembers;
use utoipa::IntoParams;
use uuid::Uuid;

use super::{MembersQuery, filter, sort};
use crate::views::MemberView;

/// How many rows are read at a time.
const AT_A_TIME: u32 = 1_000;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ExportQuery {
    /// With access to this workspace; without it, all whom the caller may export.
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
}

impl From<ExportQuery> for MembersQuery {
    fn from(query: ExportQuery) -> Self {
        let ExportQuery { workspace, inherited, q, status, level, resource, not_active_for_days, sort } = query;
        let (limit, cursor, count) = (None, None, None);
        Self { workspace, inherited, q, status, level, resource, not_active_for_days, sort, limit, cursor, count }
    }
}

/// Export the members that the caller may see and export, as CSV.
///
/// It takes `members.export` besides `members.view`: at the workspace that is asked for, or wherever somebody is seen from. A
/// cell that a spreadsheet might take for a formula, and one that begins with an apostrophe, has an apostrophe in front. Each export
/// is told in the journal, so no page of another site can ask for one.
#[utoipa::path(get, path = "/organizations/{org}/members.csv", tag = "members", params(("org" = Uuid, Path), ExportQuery),
    responses((status = 200, body = String, content_type = "text/csv")))]
pub(super) async fn export_members(
    State(state): State<AppState>,
    asked: ExportAsk,
    inside: Inside,
    Query(query): Query<ExportQuery>,
) -> Result<Response, Problem> {
    let query = MembersQuery::from(query);
    let sort = sort(query.sort.as_deref())?;
    let filter = filter(&query, &state, &inside.reader(&state)?).await?;
    let day: String = rfc3339(state.tenure().tools().clock.now()).chars().take(10).collect();
    let name = format!("members-{day}");
    let Some(place) = asked.place(&state, &inside)? else {
        inside.reader(&state)?.may_export(&filter, sort).await?;
        return Ok(csv_head(&name));
    };
    let ask = ExportMembers { organization: inside.organization, filter: filter.clone(), sort };
    let viewer = perform(&state, inside.caller(), ask).await?;
    let moment = state.tenure().tools().store.moment().await?;
    let sheet = Members { state, inside, moment, viewer, filter, sort, after: None };
    csv_response(&name, place, sheet).await
}

/// Members, page by page.
struct Members {
    state: AppState,
    inside: Inside,
    moment: Box<dyn Queries>,
    viewer: Viewer,
    filter: MemberFilter,
    sort: MemberSort,
    after: Option<Position>,
}

impl Sheet for Members {
    // In the order of `Column::ALL`, in which cells are written.
    const COLUMNS: &'static [&'static str] = &[
        Column::Member.word(),
        Column::Email.word(),
        Column::FirstName.word(),
        Column::LastName.word(),
        Column::DisplayName.word(),
        Column::Status.word(),
        Column::Levels.word(),
        Column::Grants.word(),
        Column::Phone.word(),
        Column::Language.word(),
        Column::TimeZone.word(),
        Column::LastActiveAt.word(),
        Column::CreatedAt.word(),
    ];

    async fn read(&mut self) -> Result<Stretch, Problem> {
        let ask = PageAsk { limit: AT_A_TIME, after: self.after.take() };
        let mut page = self.moment.members(self.inside.organization, &self.viewer, &self.filter, self.sort, &ask).await?;
        let reader = self.inside.reader(&self.state)?;
        reader.narrow_to(&self.viewer.reach, &mut page.items).await?;
        let now = self.state.tenure().tools().clock.now();
        self.after = page.next;
        let (member, masking) = (self.viewer.member, self.viewer.masking);
        let write = move |rows: &mut Rows| {
            for row in &page.items {
                rows.push(cells(row, member, masking, now).map(Cow::Owned));
            }
        };
        Ok(Stretch::new(self.after.is_some(), write))
    }
}

/// A member as a row: what the list shows of them, and what their details show. What can be imported is written as an import
/// reads it.
fn cells(row: &MemberRow, viewer: Option<MemberId>, masking: Masking, now: Instant) -> [String; Column::ALL.len()] {
    let membership = &row.membership;
    let view = MemberView::of(row, viewer, masking, now);
    let hides = masking_of(membership, viewer, masking).hides_addresses();
    let shown = Shown::of(membership, row.grants.iter().map(|of| &of.grant), hides);
    Column::ALL.map(|column| match column {
        Column::Member => membership.id.to_string(),
        Column::DisplayName => view.display_name.clone(),
        Column::Status => view.status.clone(),
        Column::LastActiveAt => view.last_active_at.clone().unwrap_or_default(),
        Column::CreatedAt => rfc3339(membership.created_at),
        written => shown.cell(written),
    })
}
