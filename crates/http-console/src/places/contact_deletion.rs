//! Deleting a contact, once one has said so twice.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_http_base::{AppState, Problem, Query};
use tenure_usecases::DeleteContact;

use super::contacts::{ContactLine, lines};
use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form};
use crate::frame::{Frame, Place};
use crate::respond::{go, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/contacts/{id}/deletion", get(look).post(delete))
}

#[derive(Template)]
#[template(path = "contact_deletion.html")]
struct DeletionPage {
    frame: Frame,
    notice: Notice,
    line: ContactLine,
    /// The list that one came from.
    list: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DeleteForm {
    /// The list that one came from.
    from: String,
}

async fn look(desk: Desk, Query(form): Query<DeleteForm>) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none(), &form).await?)
}

async fn shown(desk: &Desk, notice: Notice, form: &DeleteForm) -> Result<DeletionPage, Problem> {
    let reader = desk.reader()?;
    let gone = || Problem::not_found("there is no such contact here, or it isn't yours to know of");
    let row = reader.contact(desk.ids.get("id")?).await?.ok_or_else(gone)?;
    reader.must(engine::CONTACTS_DELETE, &reader.place(row.contact.workspace).await?).await?;
    let line = lines(desk, &reader, vec![row]).await?.pop().ok_or_else(gone)?;
    let frame = desk.frame(&reader, Place::Contacts, "contact-delete-title");
    Ok(DeletionPage { frame, notice, line, list: desk.list_from("/contacts", &form.from).text() })
}

async fn delete(desk: Desk, Form(form, once): Form<DeleteForm>) -> Result<Response, Problem> {
    let ask = DeleteContact { organization: desk.inside.organization, contact: desk.ids.get("id")? };
    match desk.once(&once, ask, |()| desk.back_to("/contacts", &form.from, "contact-deleted")).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => sent_back(&problem, &shown(&desk, desk.notice(&problem), &form).await?),
        Err(problem) => Err(problem),
    }
}
