//! The page behind an invitation's link. Looking at it changes nothing; accepting and declining are forms.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use secrecy::SecretString;
use serde::Deserialize;
use tenure_domain::visibility::Masking;
use tenure_http_base::{AppState, Fields, FromNetwork, MaybeSignedIn, Problem, Using, perform, shown_name};
use tenure_port_store::InvitationRow;
use tenure_usecases::{AcceptInvitation, RefuseInvitation};

use super::entrance::remember;
use crate::asked::Asked;
use crate::dead_link;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::Frame;
use crate::people::GrantLine;
use crate::respond::{at_a_secret_address, go, page, sent_back};
use crate::words::Moment;

/// Where whoever declined goes on.
const DECLINED: &str = "/declined";

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/invitation/{token}", get(invitation).post(answer)).route(DECLINED, get(declined))
}

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage {
    frame: Frame,
    notice: Notice,
    organization: String,
    email: String,
    invited_by: Option<String>,
    note: Option<String>,
    grants: Vec<GrantLine>,
    expires_at: Moment,
    /// Whether there is a login already, whose present password is asked for.
    has_login: bool,
    /// Whether that takes a code besides, as was just found out.
    wants_code: bool,
    /// Whether the invited person is signed in, so that nothing is asked for.
    is_signed_in: bool,
    /// Somebody else is: the address that they signed in with.
    other: Option<String>,
    first_name: String,
    last_name: String,
}

fn dead(asked: &Asked) -> Result<Response, Problem> {
    dead_link::dead(asked, "dead-link-more", None)
}

/// The invitation behind a link, or none for all dead links alike.
async fn behind(state: &AppState, token: &str) -> Result<Option<InvitationRow>, Problem> {
    dead_link::behind(match state.tenure().open_link(token) {
        Ok(link) => state.tenure().offer_behind(&link).await,
        Err(dead) => Err(dead),
    })
}

async fn invitation(
    State(state): State<AppState>,
    who: MaybeSignedIn,
    asked: Asked,
    Path(token): Path<String>,
) -> Result<Response, Problem> {
    let Some(row) = behind(&state, &token).await? else { return dead(&asked) };
    page(&offered(&state, &who, &asked, &row).await?).map(at_a_secret_address)
}

async fn offered(state: &AppState, who: &MaybeSignedIn, asked: &Asked, row: &InvitationRow) -> Result<InvitationPage, Problem> {
    let profile = &row.membership.profile;
    let asked = asked.for_reader(profile.language, profile.time_zone);
    let organization = state.queries().organization(row.invitation.organization).await?;
    let model = organization.map(|organization| organization.model);
    let grants = row
        .grants
        .iter()
        .filter_map(|(grant, name)| model.as_ref().map(|model| GrantLine::bare(asked.words, model, grant, name.clone())));
    let address = who.0.as_ref().map(|signed_in| &signed_in.principal.user.email);
    let is_signed_in = address == Some(&row.membership.email);
    Ok(InvitationPage {
        frame: Frame::outside(&asked, "invitation-title"),
        notice: Notice::none(),
        organization: row.organization_name.clone(),
        email: row.membership.email.to_string(),
        // As in the mail that brought them here: an address that stands in for a name isn't theirs to know.
        invited_by: shown_name(row.inviter_name.as_deref(), Masking::Partial),
        note: row.invitation.note.as_ref().map(ToString::to_string),
        grants: grants.collect(),
        expires_at: asked.words.moment(row.invitation.expires_at),
        // Whoever holds a living link reads the mailbox that it was sent to, so this tells them about nobody but themselves.
        has_login: state.tenure().has_login(&row.membership.email).await?,
        wants_code: false,
        is_signed_in,
        other: address.filter(|_| !is_signed_in).map(ToString::to_string),
        first_name: profile.first_name.as_ref().map(ToString::to_string).unwrap_or_default(),
        last_name: profile.last_name.as_ref().map(ToString::to_string).unwrap_or_default(),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerForm {
    #[serde(default)]
    first_name: String,
    #[serde(default)]
    last_name: String,
    password: Option<SecretString>,
    /// A code, where the login has a second factor.
    second_factor: Option<SecretString>,
    /// `refuse`; else it is accepted.
    #[serde(default)]
    intent: String,
}

/// The form goes to the link itself, so the page needs not say it: no token lies in it (c4).
async fn answer(
    State(state): State<AppState>,
    who: MaybeSignedIn,
    asked: Asked,
    using: Using,
    network: FromNetwork,
    Path(token): Path<String>,
    Form(form, _): Form<AnswerForm>,
) -> Result<Response, Problem> {
    if form.intent == "refuse" {
        return refuse(&state, &who, &asked, &token).await;
    }
    let Some(row) = behind(&state, &token).await? else { return dead(&asked) };
    match accepted(&state, &who, &token, (using, network), &form).await {
        Ok(signed_in) => {
            let mut response = go(&format!("/organizations/{}?done=accepted", row.invitation.organization));
            if let Some(signed_in) = signed_in {
                remember(&state, &mut response, &signed_in);
            }
            Ok(response)
        }
        Err(problem) if problem.body().status == 404 => dead(&asked),
        Err(problem) if problem.body().status == 401 || is_for_the_form(&problem) => {
            let mut shown = offered(&state, &who, &asked, &row).await?;
            shown.notice = Notice::of(&problem, shown.frame.w);
            shown.wants_code = problem.body().code == "second_factor_required";
            (shown.first_name, shown.last_name) = (form.first_name, form.last_name);
            sent_back(&problem, &shown).map(at_a_secret_address)
        }
        Err(problem) => Err(problem),
    }
}

async fn accepted(
    state: &AppState,
    who: &MaybeSignedIn,
    token: &str,
    (using, FromNetwork(network)): (Using, FromNetwork),
    form: &AnswerForm,
) -> Result<Option<tenure_usecases::SignedIn>, Problem> {
    let link = state.tenure().open_link(token)?;
    let mut fields = Fields::default();
    let first = fields.name_if("/first_name", said(&form.first_name));
    let last = fields.name_if("/last_name", said(&form.last_name));
    fields.all_right()?;
    let ask = AcceptInvitation::new(link, (first, last), form.password.clone());
    let ask = ask.with_code(form.second_factor.clone()).on(using.0).from(network);
    Ok(perform(state, who.caller(), ask).await?.signed_in)
}

#[derive(Template)]
#[template(path = "refused_invitation.html")]
struct RefusedInvitationPage {
    frame: Frame,
}

/// What is told after declining, at an address that holds no token.
async fn declined(asked: Asked) -> Result<Response, Problem> {
    page(&RefusedInvitationPage { frame: Frame::outside(&asked, "invitation-refused-title") })
}

async fn refuse(state: &AppState, who: &MaybeSignedIn, asked: &Asked, token: &str) -> Result<Response, Problem> {
    let refused = match state.tenure().open_link(token) {
        Ok(link) => perform(state, who.caller(), RefuseInvitation { link }).await,
        Err(dead) => Err(Problem::from(dead)),
    };
    match refused {
        Ok(()) => Ok(go(DECLINED)),
        Err(problem) if problem.body().status == 404 => dead(asked),
        Err(problem) => Err(problem),
    }
}
