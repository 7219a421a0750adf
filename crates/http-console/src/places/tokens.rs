//! A member's API tokens: made, replaced and deleted. A secret is on the page that answers the form, and on no other.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use secrecy::ExposeSecret;
use serde::Deserialize;
use tenure_domain::may_grant::GrantRefused;
use tenure_domain::token::Token;
use tenure_domain::{DAY, MemberId, PermissionKey, Refusal as _, TokenId};
use tenure_http_base::{AppState, Fields, Problem, problem_of};
use tenure_port_store::MemberRow;
use tenure_usecases::{DeleteToken, MadeToken, MakeToken, Reader, ReplaceToken};
use uuid::Uuid;

use super::leaving::name_of;
use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::people::{Choice, Face};
use crate::respond::{go, page, sent_back};
use crate::rights::right;
use crate::words::{Moment, Words};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/members/{member}/tokens", get(tokens).post(make))
        .route("/organizations/{org}/members/{member}/tokens/{token}/replacement", post(replace))
        .route("/organizations/{org}/members/{member}/tokens/{token}/deletion", post(delete))
}

/// A token in a list.
pub(crate) struct TokenLine {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// The names of the rights that it is for, where it is for some alone.
    pub(crate) only: Option<String>,
    /// Whether somebody else made it, who may know its secret.
    pub(crate) lent: bool,
    pub(crate) used: Option<Moment>,
    pub(crate) ends: Option<Moment>,
}

impl TokenLine {
    pub(crate) fn of(words: Words, reader: &Reader<'_>, token: &Token) -> Self {
        let model = &reader.organization.model;
        let called = |key: &PermissionKey| {
            model.permission(key.as_str()).map_or_else(|| key.to_string(), |permission| right(words, model, permission))
        };
        let only = token.permissions.as_ref();
        Self {
            id: token.id.into(),
            name: token.name.to_string(),
            only: only.map(|keys| keys.iter().map(called).collect::<Vec<_>>().join(", ")),
            lent: token.made_by != token.member,
            used: token.last_used_at.map(|at| words.moment(at)),
            ends: token.expires_at.map(|at| words.moment(at)),
        }
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenForm {
    name: String,
    /// After how many days it ends; empty for never.
    #[serde(default)]
    days: String,
    /// For these rights alone; for all of its member's where none is chosen.
    #[serde(default)]
    permission: Vec<String>,
}

#[derive(Template)]
#[template(path = "tokens.html")]
struct TokensPage {
    frame: Frame,
    notice: Notice,
    face: Face,
    tokens: Vec<TokenLine>,
    /// The secret of the one that was made just now.
    secret: Option<String>,
    /// Whether they may have any at all.
    takes: bool,
    /// Whether they have as many as they may.
    full: bool,
    form: TokenForm,
    permissions: Vec<Choice>,
}

async fn tokens(desk: Desk) -> Result<Response, Problem> {
    page(&shown(&desk, Notice::none(), TokenForm::default()).await?)
}

/// Somebody whose tokens are the reader's own, or theirs to manage.
async fn found(desk: &Desk, reader: &Reader<'_>) -> Result<(MemberRow, Vec<Token>), Problem> {
    let row = reader.member(desk.ids.member(&desk.inside)?).await?;
    if let Some(tokens) = reader.tokens_of(&row).await? {
        return Ok((row, tokens));
    }
    let refused = GrantRefused::MissingPermission("members.manage");
    reader.refused(refused.rule()).await;
    Err(problem_of(&refused))
}

async fn shown(desk: &Desk, notice: Notice, form: TokenForm) -> Result<TokensPage, Problem> {
    let reader = desk.reader()?;
    let (row, tokens) = found(desk, &reader).await?;
    let (words, model) = (desk.words(), &reader.organization.model);
    let choice = |one| {
        let key = model.permission_key(one)?.to_string();
        let is_chosen = form.permission.contains(&key);
        Some(Choice::new(key, right(words, model, one), is_chosen))
    };
    Ok(TokensPage {
        frame: desk.frame(&reader, Place::Members, "tokens-title"),
        notice,
        face: Face::new(row.membership.id.into(), name_of(&reader, &row)),
        secret: None,
        takes: reader.takes_tokens(&row).await?,
        full: usize::try_from(reader.organization.tokens_per_member).is_ok_and(|most| tokens.len() >= most),
        tokens: tokens.iter().map(|token| TokenLine::of(words, &reader, token)).collect(),
        permissions: model.permissions().filter_map(choice).collect(),
        form,
    })
}

/// What a form came to. The secret is told now or never: what is kept of it for a form that comes twice has none.
async fn told(
    desk: Desk,
    member: MemberId,
    made: Result<Option<MadeToken>, Problem>,
    form: TokenForm,
) -> Result<Response, Problem> {
    let desk = desk.at(&format!("/members/{member}/tokens"));
    match made {
        Ok(Some(made)) => {
            let secret = Some(made.secret.text().expose_secret().to_owned());
            page(&TokensPage { secret, ..shown(&desk, Notice::none(), TokenForm::default()).await? })
        }
        Ok(None) => Ok(go(&desk.address(&format!("/members/{member}/tokens?done=token-made-before")))),
        Err(problem) if is_for_the_form(&problem) => {
            let notice = desk.notice(&problem);
            sent_back(&problem, &shown(&desk, notice, form).await?)
        }
        Err(problem) => Err(problem),
    }
}

fn asked(desk: &Desk, member: MemberId, form: &TokenForm) -> Result<MakeToken, Problem> {
    let mut fields = Fields::default();
    let name = fields.name("/name", &form.name);
    let days = said(&form.days).and_then(|days| fields.take("/expires_at", "number", days.trim().parse::<u32>()));
    let keys = form.permission.iter().filter_map(|key| fields.take("/permissions", "key", PermissionKey::parse(key)));
    let keys: BTreeSet<PermissionKey> = keys.collect();
    fields.all_right()?;
    let now = desk.state.tenure().tools().clock.now();
    Ok(MakeToken {
        organization: desk.inside.organization,
        member,
        name: name.ok_or_else(|| fields.problem())?,
        permissions: (!keys.is_empty()).then_some(keys),
        expires_at: days.map(|days| now.plus(DAY.saturating_mul(days))),
    })
}

async fn make(desk: Desk, Form(form, once): Form<TokenForm>) -> Result<Response, Problem> {
    let member = desk.ids.member(&desk.inside)?;
    let made = match asked(&desk, member, &form) {
        Ok(ask) => desk.fresh(&once, ask).await,
        Err(problem) => Err(problem),
    };
    told(desk, member, made, form).await
}

/// A form without fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingMore {}

async fn replace(desk: Desk, Form(NothingMore {}, once): Form<NothingMore>) -> Result<Response, Problem> {
    let (organization, member) = (desk.inside.organization, desk.ids.member(&desk.inside)?);
    let token: TokenId = desk.ids.get("token")?;
    let made = desk.fresh(&once, ReplaceToken { organization, member, token, expires_at: None }).await;
    told(desk, member, made, TokenForm::default()).await
}

async fn delete(desk: Desk, Form(NothingMore {}, once): Form<NothingMore>) -> Result<Response, Problem> {
    let (organization, member) = (desk.inside.organization, desk.ids.member(&desk.inside)?);
    let ask = DeleteToken { organization, member, token: desk.ids.get("token")? };
    let list = desk.address(&format!("/members/{member}/tokens?done=token-deleted"));
    match desk.once(&once, ask, |()| list.clone()).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) => told(desk, member, Err(problem), TokenForm::default()).await,
    }
}
