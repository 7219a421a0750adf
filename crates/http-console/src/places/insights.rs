//! Insights: what there is to know and to do something about, each with what mends it.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tenure_domain::insight::{Insight, OnboardingStep};
use tenure_domain::{KindKey, MemberId, ResourceId};
use tenure_http_base::{AppState, Fields, Problem, Query, display_name, masking_of};
use tenure_port_store::{MemberRow, PageAsk, ResourceFilter, Viewer};
use tenure_usecases::{AssignResource, Finding, Reader, Told};
use uuid::Uuid;

use super::offer::kind_name;
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::people::{Choice, Face};
use crate::respond::{go, page, sent_back};
use crate::words::{Moment, Words};

/// How many of each kind stand on the page of all kinds.
const FIRST: u32 = 5;
/// After how many days without doing anything somebody is told of.
const DAYS: u32 = 30;
/// How many resources there are to choose from.
const CHOICES: u32 = 100;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/insights", get(insights))
        .route("/organizations/{org}/insights/assignment", post(assign))
}

#[derive(Deserialize)]
struct InsightsQuery {
    /// One kind alone, page by page.
    #[serde(default)]
    kind: String,
    #[serde(default)]
    cursor: String,
}

/// What mends it.
enum Remedy {
    /// Nothing here, or nothing of the reader's.
    None,
    /// A page where it is done: its address below the organization's, and what it does.
    Go(String, String),
    /// The invitation to send again, and whose page that leads to.
    Resend(Uuid, Uuid),
    /// A level to give, in place of the one in this version of the grant.
    Level { workspace: Uuid, version: u64, level: String, name: String },
    /// One of these, which are of this kind, to be chosen for them.
    Assign(String, Vec<Choice>),
}

/// One of them as pages show it.
struct Line {
    /// Of whom, or of what.
    face: Face,
    /// The page about that, below the organization's address.
    page: Option<String>,
    /// What there is to say of it.
    says: String,
    /// When it was last, or since when.
    at: Option<Moment>,
    /// What there is to be done, with whether it is.
    steps: Vec<(String, bool)>,
    remedy: Remedy,
}

/// One kind with its first lines.
struct Section {
    word: &'static str,
    lines: Vec<Line>,
    /// All of them.
    more: Option<String>,
}

#[derive(Template)]
#[template(path = "insights.html")]
struct InsightsPage {
    frame: Frame,
    notice: Notice,
    sections: Vec<Section>,
    /// The page of all kinds, where this is of one.
    all: Option<String>,
    first: Option<String>,
    next: Option<String>,
}

async fn insights(desk: Desk, Query(query): Query<InsightsQuery>) -> Result<Response, Problem> {
    page(&shown(&desk, &query, Notice::none()).await?)
}

async fn shown(desk: &Desk, query: &InsightsQuery, notice: Notice) -> Result<InsightsPage, Problem> {
    let reader = desk.reader()?;
    let frame = desk.frame(&reader, Place::Insights, "insights-title");
    let link = Link::to(&desk.address("/insights"));
    let Some(kind) = Insight::parse(&query.kind) else {
        let mut sections = Vec::new();
        for kind in Insight::ALL {
            let found = reader.insights(&[kind], DAYS, &PageAsk::first(FIRST)).await?;
            let lines = lines(desk, &reader, &found.items).await?;
            let more = found.next.map(|_| link.with("kind", kind.word()).text());
            if !lines.is_empty() || more.is_some() {
                sections.push(Section { word: kind.word(), lines, more });
            }
        }
        return Ok(InsightsPage { frame, notice, sections, all: None, first: None, next: None });
    };
    let of_kind = link.with("kind", kind.word());
    let ask = desk.list(kind.word().to_owned(), "", None, &query.cursor)?;
    let found = reader.insights(&[kind], DAYS, &ask.page).await?;
    let lines = lines(desk, &reader, &found.items).await?;
    let next = found.next.map(|at| of_kind.with("cursor", &ask.cursors.seal(&desk.state, &at)).text());
    Ok(InsightsPage {
        frame,
        notice,
        sections: vec![Section { word: kind.word(), lines, more: None }],
        all: Some(link.text()),
        first: said(&query.cursor).map(|_| of_kind.text()),
        next,
    })
}

async fn lines(desk: &Desk, reader: &Reader<'_>, found: &[Finding]) -> Result<Vec<Line>, Problem> {
    let mut choices = BTreeMap::new();
    for Finding { told, mendable } in found {
        let kind = match told {
            Told::InNone(_, kind) => Some(kind),
            Told::Onboarding { steps, .. } => assigned_next(steps),
            _ => None,
        };
        if let Some(kind) = kind.filter(|kind| *mendable && !choices.contains_key(*kind)) {
            choices.insert(kind.clone(), of_kind(reader, kind).await?);
        }
    }
    let viewer = reader.own_viewer();
    let shown = Shown { words: desk.words(), reader, viewer: &viewer, choices: &choices };
    Ok(found.iter().map(|finding| shown.line(finding)).collect())
}

/// The kind of which something is to be assigned next to somebody new, if that is what is to be done.
fn assigned_next(steps: &[(OnboardingStep, bool)]) -> Option<&KindKey> {
    match steps.iter().find(|(_, done)| !done) {
        Some((OnboardingStep::Assigned(kind), _)) => Some(kind),
        _ => None,
    }
}

/// The resources of a kind, to choose from.
async fn of_kind(reader: &Reader<'_>, kind: &KindKey) -> Result<Vec<Choice>, Problem> {
    let filter = ResourceFilter { kind: Some(kind.clone()), ..ResourceFilter::default() };
    let page = reader.resources(&filter, &PageAsk::first(CHOICES)).await?;
    Ok(page.items.iter().map(|one| Choice::new(one.id, one.name.as_str(), false)).collect())
}

/// In whose words, and to whom.
struct Shown<'a> {
    words: Words,
    reader: &'a Reader<'a>,
    viewer: &'a Viewer,
    /// What there is to choose from, of each kind.
    choices: &'a BTreeMap<KindKey, Vec<Choice>>,
}

impl Shown<'_> {
    fn face(&self, row: &MemberRow) -> Face {
        let masking = masking_of(&row.membership, self.viewer.member, self.viewer.masking);
        Face::new(row.membership.id.into(), display_name(&row.membership, masking))
    }

    fn about(&self, row: &MemberRow, says: String) -> Line {
        let page = Some(format!("/members/{}", row.membership.id));
        Line { face: self.face(row), page, says, at: None, steps: Vec::new(), remedy: Remedy::None }
    }

    /// To assign something of this kind, where there is any.
    fn assign(&self, kind: &KindKey) -> Remedy {
        match self.choices.get(kind) {
            Some(choices) if !choices.is_empty() => Remedy::Assign(kind.to_string(), choices.clone()),
            _ => Remedy::None,
        }
    }

    fn line(&self, Finding { told, mendable }: &Finding) -> Line {
        let (words, organization) = (self.words, &self.reader.organization);
        let model = &organization.model;
        let mends = |remedy: Remedy| if *mendable { remedy } else { Remedy::None };
        let go = |path: String, key: &str| mends(Remedy::Go(path, words.say(key)));
        match told {
            Told::TooFewGovern { governors } => Line {
                face: Face::new(organization.id.into(), organization.name.to_string()),
                page: None,
                says: words.count("insight-governors", u32::try_from(*governors).unwrap_or(u32::MAX)),
                at: None,
                steps: Vec::new(),
                remedy: go("/members/new".to_owned(), "add-title"),
            },
            Told::NobodyIn(resource) => Line {
                face: Face::new(resource.id.into(), resource.name.to_string()),
                page: Some(format!("/resources/{}", resource.id)),
                says: kind_name(model, &resource.kind),
                at: None,
                steps: Vec::new(),
                remedy: go(format!("/resources/{}", resource.id), "insight-assign"),
            },
            Told::InNone(row, kind) => Line {
                remedy: mends(self.assign(kind)),
                ..self.about(row, words.with("insight-in-none-of", kind_name(model, kind)))
            },
            Told::Unanswered(of) => {
                let row = MemberRow { membership: of.membership.clone(), grants: Vec::new(), online_until: None };
                let at = Some(words.moment(of.invitation.expires_at));
                let remedy = mends(Remedy::Resend(of.invitation.id.into(), row.membership.id.into()));
                Line { at, remedy, ..self.about(&row, words.say("insight-expired")) }
            }
            Told::WiderLevel { row, workspace, level, instead } => {
                let name = |key: &tenure_domain::LevelKey| {
                    model.level(key.as_str()).map_or_else(|| key.to_string(), |level| model.level_name(level).to_owned())
                };
                let grant = row.grants.iter().find(|of| of.grant.workspace == *workspace);
                let remedy = mends(Remedy::Level {
                    workspace: (*workspace).into(),
                    version: grant.map_or(0, |of| of.grant.version),
                    level: instead.to_string(),
                    name: words.with("insight-give", name(instead)),
                });
                Line { remedy, ..self.about(row, words.with_both("insight-level", name(level), name(instead))) }
            }
            Told::NotActive(row) => {
                let at = row.membership.last_active_at.map(|at| words.moment(at));
                let says = words.say(if at.is_some() { "insight-last-active" } else { "insight-never-active" });
                let remedy = go(format!("/members/{}/deactivation", row.membership.id), "deactivation-title");
                Line { at, remedy, ..self.about(row, says) }
            }
            Told::Onboarding { row, steps, invitation } => {
                let say = |step: &OnboardingStep| match step {
                    OnboardingStep::Assigned(kind) => words.with("onboarding-assigned", kind_name(model, kind)),
                    other => words.word("onboarding", other.word()),
                };
                let accepted = steps.iter().any(|(step, done)| *step == OnboardingStep::Accepted && *done);
                let remedy = match invitation {
                    Some(invitation) if !accepted => mends(Remedy::Resend((*invitation).into(), row.membership.id.into())),
                    _ => assigned_next(steps).map_or(Remedy::None, |kind| mends(self.assign(kind))),
                };
                let steps = steps.iter().map(|(step, done)| (say(step), *done)).collect();
                Line { steps, remedy, ..self.about(row, String::new()) }
            }
        }
    }
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct AssignForm {
    member: String,
    resource: String,
}

/// Chooses something for somebody who is in none, and comes back to what is left.
async fn assign(desk: Desk, Form(form, once): Form<AssignForm>) -> Result<Response, Problem> {
    match assigned(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let notice = desk.notice(&problem);
            let desk = desk.at("/insights");
            let query = InsightsQuery { kind: String::new(), cursor: String::new() };
            sent_back(&problem, &shown(&desk, &query, notice).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn assigned(desk: &Desk, form: &AssignForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let member = fields.take("/member", "member_missing", form.member.parse::<MemberId>().map_err(|_| "choose somebody"));
    let resource = fields.take("/resource", "resource_missing", form.resource.parse::<ResourceId>().map_err(|_| "choose one"));
    let (Some(member), Some(resource)) = (member, resource) else { return Err(fields.problem()) };
    let ask = AssignResource { organization: desk.inside.organization, resource, member, has: true };
    desk.once(once, ask, |()| desk.address("/insights?done=put-in")).await
}
