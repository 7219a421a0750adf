//! Somebody's waiting invitation: where its mail is, send it again, correct the address, take it back.

use axum::Router;
use axum::response::Response;
use axum::routing::post;
use serde::Deserialize;
use tenure_domain::{InvitationId, MemberId};
use tenure_http_base::{AppState, Fields, Problem};
use tenure_port_store::DeliveryState;
use tenure_usecases::{CorrectInvitation, Reader, ResendInvitation, WithdrawInvitation};
use uuid::Uuid;

use super::member::sent_back_to;
use crate::desk::Desk;
use crate::form::{Form, Once, is_for_the_form, said};
use crate::respond::go;
use crate::words::Moment;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/invitations/{id}/resend", post(resend))
        .route("/organizations/{org}/invitations/{id}/correction", post(correct))
        .route("/organizations/{org}/invitations/{id}/withdrawal", post(withdraw))
}

/// A waiting invitation.
pub(crate) struct Invited {
    pub(crate) id: Uuid,
    pub(crate) expires_at: Moment,
    /// Whether its link is dead already.
    pub(crate) expired: bool,
    pub(crate) note: Option<String>,
    /// `queued`, `sent`, `failed`; none before there was a mail.
    pub(crate) delivery: Option<&'static str>,
    /// When the mail leaves, where it waits for others to leave first or to be tried again.
    pub(crate) leaves_at: Option<Moment>,
    /// What went wrong last.
    pub(crate) reason: Option<String>,
}

/// The waiting invitation of a pending member; none if there is none any more.
pub(crate) async fn invited(desk: &Desk, reader: &Reader<'_>, member: MemberId) -> Result<Option<Invited>, Problem> {
    let Some(row) = reader.invitation_of(member).await? else { return Ok(None) };
    let (delivery, now) = (row.delivery.as_ref(), desk.state.tenure().tools().clock.now());
    Ok(Some(Invited {
        id: row.invitation.id.into(),
        expired: !row.invitation.lives(row.invitation.generation, now),
        expires_at: desk.words().moment(row.invitation.expires_at),
        note: row.invitation.note.as_ref().map(ToString::to_string),
        delivery: delivery.map(|delivery| match delivery.state {
            DeliveryState::Queued => "queued",
            DeliveryState::Sent => "sent",
            DeliveryState::Failed => "failed",
        }),
        leaves_at: delivery.and_then(|delivery| delivery.due_at).filter(|at| *at > now).map(|at| desk.words().moment(at)),
        reason: delivery.and_then(|delivery| delivery.reason.clone()),
    }))
}

/// What all forms about an invitation say: whose page they are on, to come back to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InvitationForm {
    #[serde(default)]
    member: String,
    /// The right address, where that is what it is about.
    #[serde(default)]
    email: String,
}

/// On from a form, or back to the page that it is on with what is in the way.
async fn back(desk: Desk, form: &InvitationForm, done: Result<String, Problem>) -> Result<Response, Problem> {
    match (done, form.member.parse::<MemberId>()) {
        (Ok(to), _) => Ok(go(&to)),
        (Err(problem), Ok(member)) if is_for_the_form(&problem) => {
            let desk = desk.at(&format!("/members/{member}"));
            sent_back_to(&desk, member, &problem, said(&form.email)).await
        }
        (Err(problem), _) => Err(problem),
    }
}

async fn resend(desk: Desk, Form(form, once): Form<InvitationForm>) -> Result<Response, Problem> {
    let ask = ResendInvitation { organization: desk.inside.organization, invitation: desk.ids.get("id")? };
    let done = desk.once(&once, ask, |resent| desk.address(&format!("/members/{}?done=resent", resent.member))).await;
    back(desk, &form, done).await
}

async fn correct(desk: Desk, Form(form, once): Form<InvitationForm>) -> Result<Response, Problem> {
    let done = corrected(&desk, &form, &once).await;
    back(desk, &form, done).await
}

async fn corrected(desk: &Desk, form: &InvitationForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let Some(email) = fields.email("/email", &form.email) else { return Err(fields.problem()) };
    let (organization, invitation): (_, InvitationId) = (desk.inside.organization, desk.ids.get("id")?);
    let to = form.member.parse::<MemberId>().map_or_else(|_| "/members".to_owned(), |member| format!("/members/{member}"));
    let ask = CorrectInvitation { organization, invitation, email, seen: None };
    desk.once(once, ask, |_| desk.address(&format!("{to}?done=corrected"))).await
}

async fn withdraw(desk: Desk, Form(form, once): Form<InvitationForm>) -> Result<Response, Problem> {
    let ask = WithdrawInvitation { organization: desk.inside.organization, invitation: desk.ids.get("id")? };
    let done = desk.once(&once, ask, |()| desk.address("/members?done=withdrawn")).await;
    back(desk, &form, done).await
}
