//! Settings: the organization's name and undo window, its plan and features, its access model.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access_model::engine;
use tenure_domain::organization::{Organization, Settings};
use tenure_http_base::{AppState, Fields, Problem};
use tenure_usecases::{ChangeSettings, Reader};

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::respond::{go, page, sent_back};
use crate::rights::right;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/settings", get(form).post(change))
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsForm {
    name: String,
    /// In days; empty for what the access model says.
    #[serde(default)]
    undo_window_days: String,
    /// Ticked or not.
    #[serde(default)]
    second_factor_required: bool,
    /// Empty for as many as before.
    #[serde(default)]
    tokens_per_member: String,
    version: u64,
}

/// A feature, and why it is on or off.
struct FeatureLine {
    key: String,
    on: bool,
    /// The plans that have it.
    plans: String,
    /// Whether the operator switched it for this organization alone.
    by_operator: bool,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    frame: Frame,
    notice: Notice,
    form: SettingsForm,
    /// Whether the form is the reader's to send.
    may_change: bool,
    usual_days: u32,
    plan: Option<String>,
    seats: Option<u32>,
    features: Vec<FeatureLine>,
    model: String,
    /// The levels' names, as columns of what they may do.
    levels: Vec<String>,
    rights: Vec<RightLine>,
    document: String,
    /// Whether the model is the reader's to change.
    may_remodel: bool,
}

/// A right, and which levels have it.
struct RightLine {
    name: String,
    levels: Vec<bool>,
}

async fn form(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    may_look(&reader).await?;
    let form = standing(&reader.organization);
    page(&shown(&desk, &reader, Notice::none(), form).await?)
}

/// Settings are for those who may change them, or the access model.
async fn may_look(reader: &Reader<'_>) -> Result<(), Problem> {
    let root = reader.organization.root;
    let at_root = |permission| reader.reach(permission).is_everywhere(root);
    if !at_root(engine::ORGANIZATION_MANAGE) && !at_root(engine::ACCESS_MODEL_MANAGE) {
        let place = reader.place(root).await?;
        reader.must(engine::ORGANIZATION_MANAGE, &place).await?;
    }
    Ok(())
}

fn standing(organization: &Organization) -> SettingsForm {
    SettingsForm {
        name: organization.name.to_string(),
        undo_window_days: organization.undo_window_days.map(|days| days.to_string()).unwrap_or_default(),
        second_factor_required: organization.second_factor_required,
        tokens_per_member: organization.tokens_per_member.to_string(),
        version: organization.version,
    }
}

async fn shown(desk: &Desk, reader: &Reader<'_>, notice: Notice, form: SettingsForm) -> Result<SettingsPage, Problem> {
    let may_remodel = reader.may_remodel().await?;
    let organization = &reader.organization;
    let model = &organization.model;
    let on = organization.features_on();
    let feature = |one| {
        let key = model.feature_key(one)?;
        let plans: Vec<String> = model.feature_plans(one).map(ToString::to_string).collect();
        let by_plan = organization.plan.as_ref().is_some_and(|plan| model.features_of_plan(plan.as_str()).has(one));
        let by_operator = by_plan != on.has(one);
        Some(FeatureLine { key: key.to_string(), on: on.has(one), plans: plans.join(", "), by_operator })
    };
    let line = |one| RightLine {
        name: right(desk.words(), model, one),
        levels: model.levels().map(|level| model.level_permissions(level).has(one)).collect(),
    };
    Ok(SettingsPage {
        frame: desk.frame(reader, Place::Settings, "settings-title"),
        notice,
        form,
        may_change: reader.reach(engine::ORGANIZATION_MANAGE).is_everywhere(organization.root),
        usual_days: model.undo_window_days(),
        plan: organization.plan.as_ref().map(ToString::to_string),
        seats: organization.seats,
        features: model.features().filter_map(feature).collect(),
        model: model.name().to_owned(),
        levels: model.levels().map(|level| model.level_name(level).to_owned()).collect(),
        rights: model.permissions().map(line).collect(),
        document: organization.document.to_string(),
        may_remodel,
    })
}

async fn change(desk: Desk, Form(form, once): Form<SettingsForm>) -> Result<Response, Problem> {
    match changed(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader()?;
            may_look(&reader).await?;
            let form = SettingsForm { version: reader.organization.version, ..form };
            sent_back(&problem, &shown(&desk, &reader, desk.notice(&problem), form).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn changed(desk: &Desk, form: &SettingsForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let name = fields.name("/name", &form.name);
    let days = said(&form.undo_window_days).and_then(|days| fields.take("/undo_window_days", "number", days.trim().parse::<u32>()));
    let tokens_per_member =
        said(&form.tokens_per_member).and_then(|tokens| fields.take("/tokens_per_member", "number", tokens.trim().parse::<u32>()));
    fields.all_right()?;
    let second_factor_required = Some(form.second_factor_required);
    let settings = Settings { name, undo_window_days: Some(days), second_factor_required, tokens_per_member };
    let ask = ChangeSettings { organization: desk.inside.organization, settings, seen: Some(form.version) };
    desk.once(once, ask, |_| desk.address("/settings?done=saved")).await
}
