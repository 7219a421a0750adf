//! Giving a member access to a workspace, and changing it: with what would be gained and lost, and both sides of a conflict.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tenure_domain::access::Access;
use tenure_domain::access_model::{AccessModel, engine};
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::granting::preview;
use tenure_domain::selection::Choices as Selections;
use tenure_domain::workspace::Place as Node;
use tenure_domain::{LevelKey, MemberId, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query, display_name, masking_of, problem_of};
use tenure_port_store::MemberRow;
use tenure_usecases::{Expected, GrantAccess, HadAlone, Reader};

use super::kinds::{self, Kinds, TickedKinds};
use super::member::sent_back_to;
use super::offer::{Change, Choices, Ticked};
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::offered::{Workspaces, workspace_name, workspaces_where};
use crate::people::{Choice, Face, GrantLine};
use crate::respond::{go, page, sent_back};
use crate::words::Words;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/members/{member}/grants/new", get(choose))
        .route("/organizations/{org}/members/{member}/grants/{ws}", get(form).post(change))
        .route("/organizations/{org}/members/{member}/grants/{ws}/level", post(change_level))
}

#[derive(Template)]
#[template(path = "grant_where.html")]
struct WherePage {
    frame: Frame,
    face: Face,
    workspaces: Workspaces,
}

#[derive(Deserialize)]
struct WhereQuery {
    #[serde(default)]
    workspace: String,
    /// Looks for a workspace.
    #[serde(default)]
    find: String,
    /// `preview` to look for a workspace; else one goes on.
    #[serde(default)]
    intent: String,
}

/// The workspace first: what can be given depends on it.
async fn choose(desk: Desk, Query(query): Query<WhereQuery>) -> Result<Response, Problem> {
    let member: MemberId = desk.ids.member(&desk.inside)?;
    if let Some(workspace) = said(&query.workspace).filter(|_| query.intent != "preview") {
        let workspace: WorkspaceId = workspace.parse().map_err(|_| Problem::not_found("there is no such workspace here"))?;
        return Ok(go(&desk.address(&format!("/members/{member}/grants/{workspace}"))));
    }
    let reader = desk.reader()?;
    let reach = reader.must_somewhere(engine::MEMBERS_MANAGE).await?;
    let row = reader.member(member).await?;
    let has = |place: &Node| row.grants.iter().any(|of| of.grant.workspace == place.workspace());
    let workspaces = workspaces_where(&reader, &query.workspace, &query.find, |place| reach.holds_at(place) && !has(place)).await?;
    let frame = desk.frame(&reader, Place::Members, "grant-where-title");
    page(&WherePage { frame, face: face(&reader, &row), workspaces })
}

fn face(reader: &Reader<'_>, row: &MemberRow) -> Face {
    let viewer = reader.own_viewer();
    let masking = masking_of(&row.membership, viewer.member, viewer.masking);
    Face::new(row.membership.id.into(), display_name(&row.membership, masking))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct GrantForm {
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    permissions: Vec<String>,
    #[serde(default)]
    restrictions: Vec<String>,
    #[serde(default)]
    selections: Vec<String>,
    /// What was chosen when the form was first shown.
    #[serde(default)]
    stood: Vec<String>,
    /// Looks for resources, of each kind that is offered.
    #[serde(default)]
    find_resource: Vec<String>,
    #[serde(default)]
    reason: String,
    /// The version that was shown; empty for a grant that is new.
    #[serde(default)]
    version: String,
    /// `preview`, or `save`.
    #[serde(default)]
    intent: String,
}

/// Somebody else's change, beside one's own.
struct Conflict {
    theirs: GrantLine,
    ours: GrantLine,
}

#[derive(Template)]
#[template(path = "grant.html")]
struct GrantPage {
    frame: Frame,
    notice: Notice,
    face: Face,
    workspace: Choice,
    /// The version that was shown; none for a new grant.
    version: Option<u64>,
    choices: Choices,
    kinds: Kinds,
    /// What was chosen when this was first shown.
    stood: Vec<String>,
    reason: String,
    change: Option<Change>,
    /// What the change would leave with nobody.
    alone: Option<HadAlone>,
    conflict: Option<Conflict>,
}

/// All that the form rests on.
struct Facts<'a> {
    reader: Reader<'a>,
    row: MemberRow,
    place: Node,
    workspace_name: String,
    /// What is chosen for them of resource kinds, as far as the reader may know of it.
    chosen: TickedKinds,
}

impl Facts<'_> {
    fn standing(&self) -> Option<&Grant> {
        self.row.grants.iter().map(|of| &of.grant).find(|grant| grant.workspace == self.place.workspace())
    }

    fn standing_ticked(&self) -> Ticked {
        self.standing().map(|grant| Ticked::of(&grant.as_offer())).unwrap_or_default()
    }

    /// The levels that count with those that are ticked here: what they hold elsewhere, too.
    fn levels(&self, ticked: &Ticked) -> BTreeSet<String> {
        let others = self.row.grants.iter().map(|of| &of.grant).filter(|grant| grant.workspace != self.place.workspace());
        let others = others.flat_map(|grant| grant.levels.iter().map(ToString::to_string));
        ticked.levels.iter().cloned().chain(others).collect()
    }

    fn model(&self) -> &AccessModel {
        &self.reader.organization.model
    }
}

async fn facts(desk: &Desk) -> Result<Facts<'_>, Problem> {
    let reader = desk.reader()?;
    let place = reader.place(desk.ids.get("ws")?).await?;
    let row = reader.member(desk.ids.member(&desk.inside)?).await?;
    reader.must(engine::MEMBERS_MANAGE, &place).await?;
    let workspace_name = workspace_name(&reader, place.workspace()).await?;
    let chosen = TickedKinds::of(&reader.selections(row.membership.id).await?);
    Ok(Facts { reader, row, place, workspace_name, chosen })
}

async fn form(desk: Desk) -> Result<Response, Problem> {
    let facts = facts(&desk).await?;
    let ticked = facts.standing_ticked();
    let kinds = offered(&facts, &ticked, &facts.chosen, &[]).await?;
    page(&shown(&desk, &facts, Notice::none(), &ticked, kinds, String::new()))
}

async fn offered(facts: &Facts<'_>, ticked: &Ticked, chosen: &TickedKinds, find: &[String]) -> Result<Kinds, Problem> {
    // With nothing ticked there is nothing to choose for yet.
    let levels = if ticked.levels.is_empty() { BTreeSet::new() } else { facts.levels(ticked) };
    kinds::offered(&facts.reader, &levels, chosen, find).await
}

fn shown(desk: &Desk, facts: &Facts<'_>, notice: Notice, ticked: &Ticked, kinds: Kinds, reason: String) -> GrantPage {
    let title = if facts.standing().is_some() { "grant-edit-title" } else { "grant-new-title" };
    GrantPage {
        frame: desk.frame(&facts.reader, Place::Members, title),
        notice,
        face: face(&facts.reader, &facts.row),
        workspace: Choice::new(facts.place.workspace(), facts.workspace_name.clone(), true),
        version: facts.standing().map(|grant| grant.version),
        choices: Choices::at(desk.words(), &facts.reader, &facts.place, ticked, &facts.standing_ticked()),
        kinds,
        stood: facts.chosen.words(),
        reason,
        change: None,
        alone: None,
        conflict: None,
    }
}

async fn change(desk: Desk, Form(form, once): Form<GrantForm>) -> Result<Response, Problem> {
    let facts = facts(&desk).await?;
    let ticked = Ticked::new(&form.levels, &form.permissions, &form.restrictions);
    let chosen = TickedKinds::new(&form.selections);
    let kinds = offered(&facts, &ticked, &chosen, &form.find_resource).await?;
    if form.intent == "preview" {
        let (notice, change) = match previewed(&desk, &facts, &ticked).await {
            Ok((change, alone)) => (Notice::none(), Some((change, alone))),
            Err(problem) => (desk.notice(&problem), None),
        };
        let page_of = shown(&desk, &facts, notice, &ticked, kinds, form.reason);
        let (change, alone) = change.unzip();
        return page(&GrantPage { change, alone, stood: form.stood, ..page_of });
    }
    match carried_out(&desk, &facts, (&ticked, &chosen), &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let mut again = shown(&desk, &facts, desk.notice(&problem), &ticked, kinds, form.reason);
            if problem.body().status == 412 {
                again.conflict = conflict(desk.words(), &facts, &ticked);
            } else {
                // Only whoever was told that somebody else changed it has seen what stands now.
                again.stood = form.stood;
            }
            sent_back(&problem, &again)
        }
        Err(problem) => Err(problem),
    }
}

async fn previewed(desk: &Desk, facts: &Facts<'_>, ticked: &Ticked) -> Result<(Change, HadAlone), Problem> {
    let model = facts.model();
    let offer = ticked.offer()?.shaped(model).map_err(|refused| problem_of(&refused))?;
    let grants: Vec<Grant> = facts.row.grants.iter().map(|of| of.grant.clone()).collect();
    let access = Access::new(facts.reader.organization.setting(), facts.row.membership.status, &grants);
    let offered = as_grant(desk, facts, offer);
    let changes = preview(&access, &grants, &[], &facts.place, &offered);
    let left = facts.reader.left_alone(&facts.row, &access, &access.with(&offered)).await?;
    Ok((Change::new(desk.words(), model, &changes.here), left))
}

fn as_grant(desk: &Desk, facts: &Facts<'_>, offer: Offer) -> Grant {
    Grant {
        member: facts.row.membership.id,
        workspace: facts.place.workspace(),
        levels: offer.levels,
        permissions: offer.permissions,
        restrictions: offer.restrictions,
        given_by: Giver::Member(facts.reader.membership.id),
        given_at: desk.state.tenure().tools().clock.now(),
        version: 0,
    }
}

/// What stands now, and what was about to be saved.
fn conflict(words: Words, facts: &Facts<'_>, ticked: &Ticked) -> Option<Conflict> {
    let standing = facts.standing()?;
    let offer = ticked.offer().ok()?;
    let ours = Grant { levels: offer.levels, permissions: offer.permissions, restrictions: offer.restrictions, ..standing.clone() };
    let line = |grant| GrantLine::bare(words, facts.model(), grant, facts.workspace_name.clone());
    Some(Conflict { theirs: line(standing), ours: line(&ours) })
}

async fn carried_out(
    desk: &Desk,
    facts: &Facts<'_>,
    (ticked, chosen): (&Ticked, &TickedKinds),
    form: &GrantForm,
    once: &Once,
) -> Result<String, Problem> {
    let offer = ticked.offer()?;
    let selections = chosen.asked(facts.model(), &facts.levels(ticked), &TickedKinds::new(&form.stood), &facts.chosen)?;
    let mut fields = Fields::default();
    let reason = fields.reason_if(Some(&form.reason));
    let version = said(&form.version).and_then(|version| fields.take("/version", "number", version.parse::<u64>()));
    fields.all_right()?;
    let ask = GrantAccess {
        organization: desk.inside.organization,
        member: facts.row.membership.id,
        workspace: facts.place.workspace(),
        offer,
        selections,
        expected: version.map_or(Expected::New, Expected::Version),
        reason,
    };
    desk.once(once, ask, |grant| desk.address(&format!("/members/{}?done=access-saved", grant.member))).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelForm {
    level: String,
    /// The version that was shown.
    version: u64,
}

/// Another level in place of the one that there is: all else in the grant stays as it is.
async fn change_level(desk: Desk, Form(form, once): Form<LevelForm>) -> Result<Response, Problem> {
    match level_changed(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let member: MemberId = desk.ids.member(&desk.inside)?;
            sent_back_to(&desk.at(&format!("/members/{member}")), member, &problem, None).await
        }
        Err(problem) => Err(problem),
    }
}

async fn level_changed(desk: &Desk, form: &LevelForm, once: &Once) -> Result<String, Problem> {
    let facts = facts(desk).await?;
    let standing = facts.standing().ok_or_else(|| Problem::not_found("there is no such access"))?;
    let mut fields = Fields::default();
    let level = fields.take("/level", "key", LevelKey::parse(&form.level));
    fields.all_right()?;
    let ask = GrantAccess {
        organization: desk.inside.organization,
        member: facts.row.membership.id,
        workspace: facts.place.workspace(),
        offer: Offer { levels: level.into_iter().collect(), ..standing.as_offer() },
        selections: Selections::new(),
        expected: Expected::Version(form.version),
        reason: None,
    };
    desk.once(once, ask, |grant| desk.address(&format!("/members/{}?done=access-saved", grant.member))).await
}
