//! Lifting the lock on somebody's sign-in, from the page that shows it.

use axum::Router;
use axum::response::Response;
use axum::routing::post;
use serde::Deserialize;
use tenure_http_base::{AppState, Problem};
use tenure_usecases::UnlockMember;

use super::member::sent_back_to;
use crate::desk::Desk;
use crate::form::{Form, is_for_the_form};
use crate::respond::go;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members/{member}/unlock", post(unlock))
}

/// A form that says nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnlockForm {}

async fn unlock(desk: Desk, Form(UnlockForm {}, once): Form<UnlockForm>) -> Result<Response, Problem> {
    let member = desk.ids.member(&desk.inside)?;
    let ask = UnlockMember { organization: desk.inside.organization, member };
    match desk.once(&once, ask, |()| desk.address(&format!("/members/{member}?done=unlocked"))).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let desk = desk.at(&format!("/members/{member}"));
            sent_back_to(&desk, member, &problem, None).await
        }
        Err(problem) => Err(problem),
    }
}
