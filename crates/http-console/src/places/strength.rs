//! How easily a password is guessed, while somebody chooses one. It is a help and no rule: what is too short is refused elsewhere.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::post;
use secrecy::SecretString;
use serde::Deserialize;
use tenure_credentials::strength;
use tenure_http_base::{AppState, Problem};

use crate::asked::Asked;
use crate::form::Form;
use crate::frame::Frame;
use crate::respond::page;
use crate::words::Words;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/password-strength", post(tell))
}

#[derive(Template)]
#[template(path = "password_strength.html")]
struct StrengthPage {
    frame: Frame,
    score: u8,
    sentence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrengthForm {
    password: SecretString,
    /// What it is for, such as an address: whoever guesses knows that.
    #[serde(default)]
    about: String,
}

async fn tell(asked: Asked, Form(form, _): Form<StrengthForm>) -> Result<Response, Problem> {
    let found = strength(&form.password, &["tenure", &form.about]);
    let sentence = sentence(asked.words, found.score, found.weakness.map(tenure_credentials::Weakness::word));
    page(&StrengthPage { frame: Frame::outside(&asked, "password"), score: found.score, sentence })
}

fn sentence(words: Words, score: u8, weakness: Option<&str>) -> String {
    let grade = words.word("strength", &score.to_string());
    match weakness {
        Some(weakness) => format!("{grade} {}", words.word("weakness", weakness)),
        None => grade,
    }
}
