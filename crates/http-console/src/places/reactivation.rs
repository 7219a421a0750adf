//! Reactivating somebody: what would come back and what wouldn't; afterwards what their deactivation emptied, to assign again.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::revocation::{Fingerprint, Lapsed, Reactivated};
use tenure_domain::selection::{Selected, Selection};
use tenure_domain::{MemberId, Refusal as _};
use tenure_http_base::{AppState, Fields, Problem, Query, display_name, masking_of};
use tenure_port_store::Bounded;
use tenure_usecases::{PlannedReactivation, ReactivateMember, Reader};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::offered::workspace_name;
use crate::people::Face;
use crate::respond::{go, page, sent_back};
use crate::rights::right;

/// How far contacts are counted.
const COUNTED: u32 = 10_000;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members/{member}/reactivation", get(asked).post(reactivate))
}

/// A grant of which not all comes back: where, what of it, and why.
struct Less {
    workspace: String,
    without: Vec<String>,
    limited: Vec<String>,
    why: String,
}

/// Something that was emptied, and where to assign it again.
struct Thing {
    name: String,
    link: String,
}

#[derive(Template)]
#[template(path = "reactivation.html")]
struct ReactivationPage {
    frame: Frame,
    notice: Notice,
    face: Face,
    fingerprint: String,
    lapsed: Vec<Less>,
    /// Whether some of what they had chosen isn't the reader's to give.
    narrowed: bool,
    /// Whether contacts are theirs no more, because they may not handle those with what comes back,
    released: bool,
    /// and how many, before it is done.
    contacts: Option<Bounded>,
    things: Vec<Thing>,
    /// The resource kinds of which they had all, by name.
    whole: Vec<String>,
    /// How many more choices there were: gone, or not the reader's to give.
    left_out: u32,
    reason: String,
    /// Whether it is done.
    done: bool,
}

/// A grant of which not all came back.
#[derive(Serialize, Deserialize)]
struct LessGiven {
    workspace: Uuid,
    permissions: BTreeSet<String>,
    restrictions: BTreeSet<String>,
    rule: String,
    detail: String,
}

impl LessGiven {
    fn of(Lapsed { before, after, why }: &Lapsed) -> Self {
        Self {
            workspace: before.workspace.into(),
            permissions: before.permissions.difference(&after.permissions).map(ToString::to_string).collect(),
            restrictions: after.restrictions.difference(&before.restrictions).map(ToString::to_string).collect(),
            rule: why.rule().to_owned(),
            detail: why.to_string(),
        }
    }
}

/// What there is to say before it is done, and after.
#[derive(Default, Serialize, Deserialize)]
struct Tally {
    lapsed: Vec<LessGiven>,
    narrowed: bool,
    /// Whether contacts become unassigned.
    released: bool,
    resources: Vec<Uuid>,
    groups: Vec<Uuid>,
    /// The kinds of which they had all.
    whole: Vec<String>,
    left_out: u32,
}

impl Tally {
    fn of(back: &Reactivated) -> Self {
        let mut tally = Self {
            lapsed: back.lapsed.iter().map(LessGiven::of).collect(),
            narrowed: !back.selections.is_empty(),
            released: !back.left.is_empty(),
            ..Self::default()
        };
        for again in &back.offered {
            let Selected { kind, selection, .. } = &again.selected;
            tally.left_out += u32::try_from(again.left_out).unwrap_or(u32::MAX);
            tally.whole.extend((*selection == Selection::All).then(|| kind.to_string()));
            tally.resources.extend(selection.resources().map(tenure_domain::ResourceId::uuid));
            tally.groups.extend(selection.groups().map(tenure_domain::ResourceGroupId::uuid));
        }
        tally
    }

    /// Whether there is nothing to show but who is back.
    fn is_empty(&self) -> bool {
        let nothing_to_assign = self.resources.is_empty() && self.groups.is_empty() && self.whole.is_empty() && self.left_out == 0;
        nothing_to_assign && self.lapsed.is_empty() && !self.narrowed && !self.released
    }
}

#[derive(Default, Deserialize)]
struct ReactivationQuery {
    /// The form that did it.
    #[serde(default)]
    of: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReactivationForm {
    /// The plan that was looked at.
    #[serde(default)]
    fingerprint: String,
    #[serde(default)]
    reason: String,
}

async fn asked(desk: Desk, Query(query): Query<ReactivationQuery>) -> Result<Response, Problem> {
    let path = desk.asked.uri.path().to_owned();
    let kept = if query.of.is_empty() { None } else { desk.kept_at(&path, &query.of).await? };
    match kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        Some(tally) => page(&shown(&desk, Notice::none(), Shown { tally, done: true, ..Shown::default() }).await?),
        None => match planned(&desk, Notice::none(), ReactivationForm::default()).await {
            Ok(planned) => page(&planned),
            // Whoever is active has a page that says so.
            Err(problem) if problem.body().rule.as_deref() == Some("already_active") => {
                Ok(go(&desk.address(&format!("/members/{}", desk.ids.member(&desk.inside)?))))
            }
            Err(problem) => Err(problem),
        },
    }
}

async fn face(reader: &Reader<'_>, member: MemberId) -> Result<Face, Problem> {
    let membership = reader.member(member).await?.membership;
    let viewer = reader.own_viewer();
    Ok(Face::new(member.into(), display_name(&membership, masking_of(&membership, viewer.member, viewer.masking))))
}

/// The page before it is done.
async fn planned(desk: &Desk, notice: Notice, form: ReactivationForm) -> Result<ReactivationPage, Problem> {
    let (organization, member) = (desk.inside.organization, desk.ids.member(&desk.inside)?);
    let back = desk.perform(PlannedReactivation { organization, member }).await?;
    let contacts = Some(desk.state.queries().count_contacts(organization, &back.left, COUNTED).await?);
    let (fingerprint, tally) = (back.fingerprint.to_string(), Tally::of(&back));
    shown(desk, notice, Shown { tally, contacts, fingerprint, reason: form.reason, done: false }).await
}

/// What is on the page: before it is done the plan, and afterwards, for as long as the answer is kept, what came of it.
#[derive(Default)]
struct Shown {
    tally: Tally,
    /// How many contacts become unassigned, before it is done.
    contacts: Option<Bounded>,
    fingerprint: String,
    reason: String,
    done: bool,
}

async fn shown(desk: &Desk, notice: Notice, of: Shown) -> Result<ReactivationPage, Problem> {
    let Shown { tally, contacts, fingerprint, reason, done } = of;
    let reader = desk.reader()?;
    let model = &reader.organization.model;
    let mut lapsed = Vec::new();
    for one in &tally.lapsed {
        let permission = |key: &String| model.permission(key).map_or_else(|| key.clone(), |one| right(desk.words(), model, one));
        let restriction =
            |key: &String| model.restriction(key).map_or_else(|| key.clone(), |one| model.restriction_name(one).to_owned());
        lapsed.push(Less {
            workspace: workspace_name(&reader, one.workspace.into()).await?,
            without: one.permissions.iter().map(permission).collect(),
            limited: one.restrictions.iter().map(restriction).collect(),
            why: desk.words().refused(&one.rule, &one.detail),
        });
    }
    let kind = |key: &String| model.resource_kind(key).map(|kind| kind.plural.clone());
    Ok(ReactivationPage {
        frame: desk.frame(&reader, Place::Members, "reactivation-title"),
        notice,
        face: face(&reader, desk.ids.member(&desk.inside)?).await?,
        fingerprint,
        lapsed,
        narrowed: tally.narrowed,
        released: tally.released,
        contacts,
        things: things(desk, &reader, &tally).await?,
        whole: tally.whole.iter().filter_map(kind).collect(),
        left_out: tally.left_out,
        reason,
        done,
    })
}

/// By name, as far as the reader may know of it.
async fn things(desk: &Desk, reader: &Reader<'_>, tally: &Tally) -> Result<Vec<Thing>, Problem> {
    let all: Vec<Uuid> = tally.resources.iter().chain(&tally.groups).copied().collect();
    let names = reader.thing_names(&all).await?;
    let of = |ids: &[Uuid], at: &str| {
        let thing = |id: &Uuid| Some(Thing { name: names.get(id)?.clone(), link: desk.address(&format!("/{at}/{id}")) });
        ids.iter().filter_map(thing).collect::<Vec<_>>()
    };
    Ok([of(&tally.resources, "resources"), of(&tally.groups, "resource-groups")].into_iter().flatten().collect())
}

async fn reactivate(desk: Desk, Form(form, once): Form<ReactivationForm>) -> Result<Response, Problem> {
    match carried_out(&desk, &form, &once).await {
        Ok(kept) => {
            let member = desk.ids.member(&desk.inside)?;
            let tally: Tally = serde_json::from_str(&kept).unwrap_or_default();
            let key = once.key.filter(|_| !tally.is_empty());
            Ok(go(&match key {
                Some(key) => desk.address(&format!("/members/{member}/reactivation?of={key}")),
                None => desk.address(&format!("/members/{member}?done=reactivated")),
            }))
        }
        Err(problem) if is_for_the_form(&problem) => {
            // Where it can't be done at all there is no plan, and the refusal says why.
            match planned(&desk, desk.notice(&problem), form).await {
                Ok(again) => sent_back(&problem, &again),
                Err(_) => Err(problem),
            }
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, form: &ReactivationForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let fingerprint =
        said(&form.fingerprint).and_then(|text| fields.take("/fingerprint", "fingerprint", text.parse::<Fingerprint>()));
    let reason = fields.reason_if(Some(&form.reason));
    fields.all_right()?;
    let (organization, member) = (desk.inside.organization, desk.ids.member(&desk.inside)?);
    let ask = ReactivateMember { organization, member, fingerprint, reason };
    desk.once(once, ask, |back| json!(Tally::of(back)).to_string()).await
}
