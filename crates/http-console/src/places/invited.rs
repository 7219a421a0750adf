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

use crate::desk::Desk;
use crate::form::Form;
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
    /// What went wrong last.
    pub(crate) reason: Option<String>,
}

/// The waiting invitation of a pending member; none if there is none any more.
pub(crate) async fn invited(desk: &Desk, reader: &Reader<'_>, member: MemberId) -> Result<Option<Invited>, Problem> {
    let Some(row) = reader.invitation_of(member).await? else { return Ok(None) };
    let delivery = row.delivery.as_ref();
    Ok(Some(Invited {
        id: row.invitation.id.into(),
        expired: row.invitation.expires_at <= desk.state.tenure().tools().clock.now(),
        expires_at: desk.words().moment(row.invitation.expires_at),
        note: row.invitation.note.as_ref().map(ToString::to_string),
        delivery: delivery.map(|delivery| match delivery.state {
            DeliveryState::Queued => "queued",
            DeliveryState::Sent => "sent",
            DeliveryState::Failed => "failed",
        }),
        reason: delivery.and_then(|delivery| delivery.reason.clone()),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingMore {}

async fn resend(desk: Desk, Form(NothingMore {}): Form<NothingMore>) -> Result<Response, Problem> {
    let invitation: InvitationId = desk.ids.get("id")?;
    let resent = desk.perform(ResendInvitation { organization: desk.inside.organization, invitation }).await?;
    Ok(go(&desk.address(&format!("/members/{}?done=resent", resent.member))))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectForm {
    email: String,
    member: String,
}

async fn correct(desk: Desk, Form(form): Form<CorrectForm>) -> Result<Response, Problem> {
    let mut fields = Fields::default();
    let Some(email) = fields.email("/email", &form.email) else { return Err(fields.problem()) };
    let member = fields.take("/member", "id", form.member.parse::<MemberId>());
    fields.all_right()?;
    let invitation: InvitationId = desk.ids.get("id")?;
    desk.perform(CorrectInvitation { organization: desk.inside.organization, invitation, email, seen: None }).await?;
    let back = member.map_or_else(|| "/members".to_owned(), |member| format!("/members/{member}"));
    Ok(go(&desk.address(&format!("{back}?done=corrected"))))
}

async fn withdraw(desk: Desk, Form(NothingMore {}): Form<NothingMore>) -> Result<Response, Problem> {
    let invitation: InvitationId = desk.ids.get("id")?;
    desk.perform(WithdrawInvitation { organization: desk.inside.organization, invitation }).await?;
    Ok(go(&desk.address("/members?done=withdrawn")))
}
