//! A member in detail: what they hold, why they can or can't do something, what happened to them.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access::Reason;
use tenure_domain::access_model::{EmailChange, engine};
use tenure_domain::grant::Grant;
use tenure_domain::visibility::Masking;
use tenure_domain::{MemberId, ResourceId, WorkspaceId};
use tenure_http_base::{AppState, Problem, Query, masking_of};
use tenure_port_store::{JournalFilter, MemberGrant, MemberRow, PageAsk};
use tenure_usecases::{AccessQuestion, MemberSelection, Reader, SignInLock};
use uuid::Uuid;

use super::invited::{Invited, invited};
use super::journal::{Entry, entries};
use super::tokens::TokenLine;
use super::why::{Link, Why, because};
use crate::desk::Desk;
use crate::form::{Notice, said};
use crate::frame::{Frame, Place};
use crate::offered::{Workspaces, resources, workspaces};
use crate::people::{Choice, Face, MemberLine};
use crate::respond::{page, sent_back};
use crate::rights::right;
use crate::words::{Moment, Words};

/// How many entries of the journal are shown beside somebody.
const ENTRIES: u32 = 10;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members/{member}", get(member))
}

#[derive(Default, Deserialize)]
struct MemberQuery {
    #[serde(default)]
    permission: String,
    #[serde(default)]
    workspace: String,
    /// A resource to ask about, such as a team.
    #[serde(default)]
    resource: String,
    /// Looks for a workspace to ask about.
    #[serde(default)]
    find: String,
}

#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the page offers or not")]
#[derive(Template)]
#[template(path = "member.html")]
struct MemberPage {
    frame: Frame,
    notice: Notice,
    line: MemberLine,
    phone: Option<String>,
    masked: bool,
    language: String,
    time_zone: String,
    email_confirmed: bool,
    /// Until when their sign-in is locked, where it is and the reader could lift that.
    locked_until: Option<Moment>,
    /// Whether their login has a second factor, where the reader may know.
    second_factor: Option<bool>,
    since: Moment,
    invited: Option<Invited>,
    /// The address that was typed to correct it, or as another one, where that failed.
    corrected: Option<String>,
    /// Where the reader may give them access anew.
    may_grant: bool,
    /// Whether all that they hold is the reader's to manage.
    may_remove: bool,
    may_edit_profile: bool,
    /// Whether the reader may have a link to another password sent to them.
    may_send_reset: bool,
    /// Whether addresses stay as they are here.
    email_fixed: bool,
    /// Where one level alone makes up their access, and others could be given in its place.
    levels: BTreeMap<Uuid, Levels>,
    /// What they have of each resource kind, such as teams.
    chosen: Vec<ChosenOf>,
    /// Their API tokens, where they are the reader's own or theirs to manage.
    tokens: Option<Vec<TokenLine>>,
    permissions: Vec<Choice>,
    workspaces: Workspaces,
    /// The resources of all kinds, such as teams.
    resources: Vec<Choice>,
    why: Option<Why>,
    entries: Option<Vec<Entry>>,
}

/// The levels that could be chosen for a grant, and its version.
struct Levels {
    version: u64,
    choices: Vec<Choice>,
}

/// Of grants that the reader manages and that have a level and nothing else.
async fn levels(reader: &Reader<'_>, row: &MemberRow, line: &MemberLine) -> Result<BTreeMap<Uuid, Levels>, Problem> {
    let theirs = |of: &&MemberGrant| line.grants.iter().any(|one| one.theirs && one.workspace == of.grant.workspace.uuid());
    let plain = |of: &&MemberGrant| {
        let grant = &of.grant;
        grant.levels.len() == 1 && grant.permissions.is_empty() && grant.restrictions.is_empty()
    };
    let grants: Vec<&Grant> = row.grants.iter().filter(theirs).filter(plain).map(|of| &of.grant).collect();
    let at: Vec<WorkspaceId> = grants.iter().map(|grant| grant.workspace).collect();
    let places = reader.known_places(&at).await?;
    let model = &reader.organization.model;
    let of_grant = |grant: &&Grant| {
        let place = places.iter().find(|place| place.workspace() == grant.workspace)?;
        let choice = |level| {
            let key = model.level_key(level)?;
            Some(Choice::new(key, model.level_name(level), grant.levels.contains(key)))
        };
        let choices = reader.access.manages_at(place).iter().filter_map(choice).collect();
        Some((grant.workspace.into(), Levels { version: grant.version, choices }))
    };
    Ok(grants.iter().filter_map(of_grant).collect())
}

/// What a member has of one resource kind, as far as the reader may know of it.
struct ChosenOf {
    /// What several of the kind are called.
    kind: String,
    /// Whether they reach all of it: by level, or because all of it was chosen.
    implied: bool,
    all: bool,
    resources: Vec<Face>,
    /// The names of the groups of them that were chosen.
    groups: Vec<String>,
}

async fn chosen(reader: &Reader<'_>, member: MemberId) -> Result<Vec<ChosenOf>, Problem> {
    let of = |MemberSelection { kind, implied, chosen }: MemberSelection| ChosenOf {
        kind: kind.plural,
        implied,
        all: chosen.all,
        groups: chosen.groups.into_iter().map(|(_, name)| name.to_string()).collect(),
        resources: chosen.resources.into_iter().map(|(id, name)| Face::new(id.into(), name.to_string())).collect(),
    };
    Ok(reader.selections(member).await?.into_iter().map(of).collect())
}

async fn member(desk: Desk, Query(query): Query<MemberQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let member = desk.ids.member(&desk.inside)?;
    let row = reader.member(member).await?;
    page(&shown(&desk, &reader, &row, &query).await?)
}

/// The page with what is in the way of a form on it, and the address that was typed.
pub(crate) async fn sent_back_to(
    desk: &Desk,
    member: MemberId,
    problem: &Problem,
    corrected: Option<&str>,
) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let row = reader.member(member).await?;
    let page = shown(desk, &reader, &row, &MemberQuery::default()).await?;
    sent_back(problem, &MemberPage { notice: desk.notice(problem), corrected: corrected.map(str::to_owned), ..page })
}

async fn shown(desk: &Desk, reader: &Reader<'_>, row: &MemberRow, query: &MemberQuery) -> Result<MemberPage, Problem> {
    let words = desk.words();
    let viewer = reader.own_viewer();
    let theirs = reader.manageable(std::slice::from_ref(row)).await?;
    // What else there is of them isn't looked up for an answer to a question.
    let whole = desk.wants(&["main", "member"]);
    let statistics = reader.statistics_of(std::slice::from_ref(row)).await?;
    let line = MemberLine::of(desk.words_now(), &reader.organization.model, row, &viewer, &theirs).with(words, &statistics);
    let masking = masking_of(&row.membership, viewer.member, viewer.masking);
    let profile = &row.membership.profile;
    // Somebody without access anywhere is theirs who manage at the root.
    let at_root = || reader.places.iter().any(|place| place.is_root() && reader.access.can(engine::MEMBERS_MANAGE, place));
    let may_remove = line.may_remove() || (!line.me && line.grants.is_empty() && at_root());
    Ok(MemberPage {
        frame: desk.titled(reader, Place::Members, line.face.name.clone()),
        notice: Notice::none(),
        corrected: None,
        phone: profile.phone.as_ref().filter(|_| masking == Masking::None).map(|phone| phone.as_str().to_owned()),
        masked: masking.hides_addresses(),
        language: words.word("language", profile.language.tag()),
        time_zone: profile.time_zone.name().to_owned(),
        email_confirmed: reader.is_email_confirmed(row).await?,
        locked_until: locked_until(words, if whole { reader.lock_of(row).await? } else { None }),
        second_factor: if whole && line.is("active") { reader.has_factor(row).await? } else { None },
        since: words.moment(row.membership.created_at),
        invited: if whole && line.is("pending") { invited(desk, reader, row.membership.id).await? } else { None },
        may_grant: !line.me && reader.reach(engine::MEMBERS_MANAGE).is_anywhere(),
        may_edit_profile: line.me || may_remove,
        may_send_reset: may_remove && line.is("active"),
        email_fixed: reader.organization.model.email_change() == EmailChange::Never,
        may_remove,
        levels: if whole { levels(reader, row, &line).await? } else { BTreeMap::new() },
        chosen: if whole { chosen(reader, row.membership.id).await? } else { Vec::new() },
        tokens: if whole { tokens(words, reader, row).await? } else { None },
        permissions: permissions(words, reader, &query.permission),
        workspaces: workspaces(reader, &query.workspace, &query.find).await?,
        resources: resources(reader, &query.resource).await?,
        why: why(desk, reader, row, query).await?,
        entries: if whole { entries_of(desk, reader, row.membership.id).await? } else { None },
        line,
    })
}

async fn tokens(words: Words, reader: &Reader<'_>, row: &MemberRow) -> Result<Option<Vec<TokenLine>>, Problem> {
    let tokens = reader.tokens_of(row).await?;
    Ok(tokens.map(|tokens| tokens.iter().map(|token| TokenLine::of(words, reader, token)).collect()))
}

fn locked_until(words: Words, lock: Option<SignInLock>) -> Option<Moment> {
    if let Some(SignInLock::Until(until)) = lock { Some(words.moment(until)) } else { None }
}

fn permissions(words: Words, reader: &Reader<'_>, chosen: &str) -> Vec<Choice> {
    let model = &reader.organization.model;
    let choice = |one| {
        let key = model.permission_key(one)?.to_string();
        let is_chosen = key == chosen;
        Some(Choice::new(key, right(words, model, one), is_chosen))
    };
    model.permissions().filter_map(choice).collect()
}

/// The answer to the question in the address, if there is one.
async fn why(desk: &Desk, reader: &Reader<'_>, row: &MemberRow, query: &MemberQuery) -> Result<Option<Why>, Problem> {
    let model = &reader.organization.model;
    let (Some(permission), Some(workspace)) = (said(&query.permission), said(&query.workspace)) else { return Ok(None) };
    let Some(known) = model.permission(permission) else {
        return Err(Problem::invalid("there is no such permission in this organization"));
    };
    let workspace: WorkspaceId = workspace.parse().map_err(|_| Problem::not_found("there is no such workspace here"))?;
    let resource = said(&query.resource).map(str::parse::<ResourceId>).transpose();
    let resource = resource.map_err(|_| Problem::not_found("there is no such resource here"))?;
    let about = match resource {
        Some(resource) => Some(reader.resource(resource).await?.name.to_string()),
        None => None,
    };
    let question = AccessQuestion { member: row.membership.id, permission: known, workspace, resource };
    let answer = reader.ask(question).await?;
    let because_at: Vec<WorkspaceId> = answer.explanation.because.iter().filter_map(Reason::workspace).collect();
    let names = reader.workspace_names(&because_at).await?;
    let name_of = |id: WorkspaceId| {
        let granted = row.grants.iter().find(|of| of.grant.workspace == id).map(|of| of.workspace_name.clone());
        granted.or_else(|| names.get(&id).cloned())
    };
    let links: Vec<Link> =
        answer.explanation.because.iter().map(|reason| because(desk.words(), model, reason, workspace, &name_of)).collect();
    Ok(Some(Why { allowed: answer.explanation.allowed, permission: right(desk.words(), model, known), about, links }))
}

/// The latest entries about somebody, for who may read the journal.
async fn entries_of(desk: &Desk, reader: &Reader<'_>, member: MemberId) -> Result<Option<Vec<Entry>>, Problem> {
    if !reader.reach(engine::JOURNAL_VIEW).is_everywhere(reader.organization.root) {
        return Ok(None);
    }
    let filter = JournalFilter { target: Some(member.into()), ..JournalFilter::default() };
    let page = reader.journal(&filter, &PageAsk::first(ENTRIES)).await?;
    Ok(Some(entries(desk, reader, page.items).await?))
}
