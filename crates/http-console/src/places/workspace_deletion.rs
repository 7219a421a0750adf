//! Deleting a workspace: what is still in it, and the button once nothing is.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::workspace::Occupancy;
use tenure_http_base::{AppState, Problem};
use tenure_usecases::{DeleteWorkspace, PlannedWorkspaceDeletion};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form};
use crate::frame::{Frame, Place};
use crate::respond::{go, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/workspaces/{ws}/deletion", get(look).post(delete))
}

#[derive(Template)]
#[template(path = "workspace_deletion.html")]
struct DeletionPage {
    frame: Frame,
    notice: Notice,
    id: Uuid,
    name: String,
    version: u64,
    holds: Occupancy,
    /// Whether it is switched on, and all above it.
    on: bool,
}

async fn look(desk: Desk) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none()).await?)
}

async fn shown(desk: &Desk, notice: Notice) -> Result<DeletionPage, Problem> {
    let (organization, id) = (desk.inside.organization, desk.ids.get("ws")?);
    let reader = desk.reader()?;
    let (workspace, holds) = desk.perform(PlannedWorkspaceDeletion { organization, workspace: id }).await?;
    Ok(DeletionPage {
        frame: desk.frame(&reader, Place::Workspaces, "workspace-delete-title"),
        notice,
        id: id.into(),
        name: workspace.name.to_string(),
        version: workspace.version,
        holds,
        on: reader.place(id).await?.is_active(),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeleteForm {
    version: u64,
}

async fn delete(desk: Desk, Form(form, once): Form<DeleteForm>) -> Result<Response, Problem> {
    match deleted(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        // The page that comes back says what was put into it meanwhile.
        Err(problem) if problem.body().rule.as_deref() == Some("in_use") => {
            sent_back(&problem, &shown(&desk, Notice::none()).await?)
        }
        Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &shown(&desk, desk.notice(&problem)).await?),
        Err(problem) => Err(problem),
    }
}

async fn deleted(desk: &Desk, form: &DeleteForm, once: &Once) -> Result<String, Problem> {
    let (organization, workspace) = (desk.inside.organization, desk.ids.get("ws")?);
    let ask = DeleteWorkspace { organization, workspace, seen: Some(form.version) };
    desk.once(once, ask, |()| desk.address("/workspaces?done=workspace-deleted")).await
}
