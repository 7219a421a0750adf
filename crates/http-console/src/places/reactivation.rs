//! Reactivating somebody: what would come back and what wouldn't; afterwards what their deactivation emptied, to assign again.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::revocation::{Lapsed, Reactivated};
use tenure_domain::selection::Part;
use tenure_domain::{MemberId, Refusal as _};
use tenure_http_base::{AppState, Fields, Problem, Query, display_name, masking_of};
use tenure_usecases::{PlannedReactivation, ReactivateMember, Reader};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form};
use crate::frame::{Frame, Place};
use crate::offered::workspace_name;
use crate::people::Face;
use crate::respond::{go, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members/{member}/reactivation", get(asked).post(reactivate))
}

/// A grant that doesn't come back: where, and why.
struct Gone {
    workspace: String,
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
    lapsed: Vec<Gone>,
    /// Whether some of what they had chosen isn't the reader's to give.
    narrowed: bool,
    things: Vec<Thing>,
    reason: String,
    /// Whether it is done.
    done: bool,
}

/// What there is to say after it is done.
#[derive(Default, Serialize, Deserialize)]
struct Tally {
    resources: Vec<Uuid>,
    groups: Vec<Uuid>,
    narrowed: bool,
}

impl Tally {
    fn of(back: &Reactivated) -> Self {
        let (mut resources, mut groups) = (Vec::new(), Vec::new());
        for part in back.offered.iter().flat_map(|again| again.selected.selection.parts()) {
            match part {
                Part::Resource(id) => resources.push(id.uuid()),
                Part::Group(id) => groups.push(id.uuid()),
            }
        }
        Self { resources, groups, narrowed: !back.selections.is_empty() }
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
    #[serde(default)]
    reason: String,
}

async fn asked(desk: Desk, Query(query): Query<ReactivationQuery>) -> Result<Response, Problem> {
    let path = desk.asked.uri.path().to_owned();
    let kept = if query.of.is_empty() { None } else { desk.kept_at(&path, &query.of).await? };
    match kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        Some(tally) => page(&told(&desk, tally).await?),
        None => match planned(&desk, Notice::none(), ReactivationForm::default()).await {
            Ok(planned) => page(&planned),
            // Whoever is active has a page that says so.
            Err(problem) if is_for_the_form(&problem) => {
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
    let reader = desk.reader()?;
    let mut lapsed = Vec::new();
    for Lapsed { grant, why } in &back.lapsed {
        let workspace = workspace_name(&reader, grant.workspace).await?;
        lapsed.push(Gone { workspace, why: desk.words().refused(why.rule(), &why.to_string()) });
    }
    let tally = Tally::of(&back);
    Ok(ReactivationPage {
        frame: desk.frame(&reader, Place::Members, "reactivation-title"),
        notice,
        face: face(&reader, member).await?,
        lapsed,
        narrowed: tally.narrowed,
        things: things(desk, &reader, &tally).await?,
        reason: form.reason,
        done: false,
    })
}

/// The page after it is done: for a day, as long as the answer is kept.
async fn told(desk: &Desk, tally: Tally) -> Result<ReactivationPage, Problem> {
    let reader = desk.reader()?;
    Ok(ReactivationPage {
        frame: desk.frame(&reader, Place::Members, "reactivation-title"),
        notice: Notice::none(),
        face: face(&reader, desk.ids.member(&desk.inside)?).await?,
        lapsed: Vec::new(),
        narrowed: tally.narrowed,
        things: things(desk, &reader, &tally).await?,
        reason: String::new(),
        done: true,
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
            // Where nothing was emptied there is nothing to show but who is back.
            let key = once.key.filter(|_| !tally.resources.is_empty() || !tally.groups.is_empty());
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
    let reason = fields.reason_if(Some(&form.reason));
    fields.all_right()?;
    let ask = ReactivateMember { organization: desk.inside.organization, member: desk.ids.member(&desk.inside)?, reason };
    desk.once(once, ask, |back| json!(Tally::of(back)).to_string()).await
}
