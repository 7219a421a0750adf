//! Editing a profile: one's own, or that of somebody whom one manages altogether.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::membership::{Language, Phone, TimeZone};
use tenure_http_base::{AppState, Fields, Problem};
use tenure_port_store::MemberRow;
use tenure_usecases::{EditProfile, ProfileChange, Reader};

use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::people::{Choice, Face};
use crate::respond::{go, page, sent_back};

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members/{member}/profile", get(form).post(edit))
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileForm {
    first_name: String,
    last_name: String,
    #[serde(default)]
    phone: String,
    language: String,
    time_zone: String,
    /// The version that was shown.
    version: u64,
}

#[derive(Template)]
#[template(path = "profile.html")]
struct ProfilePage {
    frame: Frame,
    notice: Notice,
    face: Face,
    me: bool,
    masked: bool,
    email: Option<String>,
    form: ProfileForm,
    languages: Vec<Choice>,
    zones: Vec<Choice>,
}

async fn form(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let row = reader.member(desk.ids.member(&desk.inside)?).await?;
    let form = standing(&row);
    page(&shown(&desk, &reader, &row, Notice::none(), form))
}

fn standing(row: &MemberRow) -> ProfileForm {
    let profile = &row.membership.profile;
    ProfileForm {
        first_name: profile.first_name.as_ref().map(ToString::to_string).unwrap_or_default(),
        last_name: profile.last_name.as_ref().map(ToString::to_string).unwrap_or_default(),
        phone: profile.phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
        language: profile.language.tag().to_owned(),
        time_zone: profile.time_zone.name().to_owned(),
        version: row.membership.version,
    }
}

fn shown(desk: &Desk, reader: &Reader<'_>, row: &MemberRow, notice: Notice, mut form: ProfileForm) -> ProfilePage {
    let words = desk.words();
    let viewer = reader.own_viewer();
    let masking = tenure_http_base::masking_of(&row.membership, viewer.member, viewer.masking);
    if masking.hides_addresses() {
        form.phone.clear();
    }
    let me = viewer.member == Some(row.membership.id);
    let languages = [Language::English, Language::German];
    let languages = languages.map(|one| Choice::new(one.tag(), words.word("language", one.tag()), one.tag() == form.language));
    let zone = |zone: &chrono_tz::Tz| Choice::new(zone.name(), zone.name().replace('_', " "), zone.name() == form.time_zone);
    ProfilePage {
        frame: desk.frame(reader, Place::Elsewhere, if me { "profile-title" } else { "profile-edit-title" }),
        notice,
        face: Face::new(row.membership.id.into(), tenure_http_base::display_name(&row.membership, masking)),
        masked: masking.hides_addresses(),
        me,
        email: (!masking.hides_addresses()).then(|| row.membership.email.to_string()),
        languages: languages.into(),
        zones: chrono_tz::TZ_VARIANTS.iter().map(zone).collect(),
        form,
    }
}

async fn edit(desk: Desk, Form(form, once): Form<ProfileForm>) -> Result<Response, Problem> {
    let member = desk.ids.member(&desk.inside)?;
    match carried_out(&desk, &form, &once).await {
        Ok(to) => Ok(go(&to)),
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader()?;
            let row = reader.member(member).await?;
            // Somebody else's change stands now; sending the form again takes it as seen.
            let form = ProfileForm { version: row.membership.version, ..form };
            sent_back(&problem, &shown(&desk, &reader, &row, desk.notice(&problem), form))
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, form: &ProfileForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let first_name = fields.name_if("/first_name", said(&form.first_name));
    let last_name = fields.name_if("/last_name", said(&form.last_name));
    let phone = said(&form.phone).and_then(|text| fields.take("/phone", "phone", Phone::parse(text)));
    let language = fields.take("/language", "language", Language::parse(&form.language));
    let time_zone = fields.take("/time_zone", "time_zone", TimeZone::parse(&form.time_zone));
    fields.all_right()?;
    let member = desk.ids.member(&desk.inside)?;
    let viewer = desk.reader()?.own_viewer();
    // Whoever sees others masked sees themselves in full, by whichever address they came.
    let hidden = viewer.member != Some(member) && viewer.masking.hides_addresses();
    let change = ProfileChange {
        first_name: Some(first_name),
        last_name: Some(last_name),
        // What isn't shown isn't changed.
        phone: (!hidden).then_some(phone),
        language,
        time_zone,
        digest: None,
    };
    let ask = EditProfile { organization: desk.inside.organization, member, change, seen: Some(form.version) };
    desk.once(once, ask, |_| desk.address(&format!("/members/{member}?done=saved"))).await
}
