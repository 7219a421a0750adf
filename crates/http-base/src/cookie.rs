//! The session's cookie: `__Host-` behind TLS, and never readable by scripts.

use axum::http::{HeaderMap, HeaderValue, header};
use secrecy::ExposeSecret;
use tenure_credentials::SessionSecret;
use tenure_domain::Instant;

use crate::HttpSettings;

fn name(settings: &HttpSettings) -> &'static str {
    if settings.is_secure() { "__Host-tenure" } else { "tenure" }
}

fn attributes(settings: &HttpSettings) -> &'static str {
    if settings.is_secure() { "Path=/; HttpOnly; SameSite=Lax; Secure" } else { "Path=/; HttpOnly; SameSite=Lax" }
}

/// The cookie that keeps somebody signed in until then.
pub fn session_cookie(settings: &HttpSettings, secret: &SessionSecret, now: Instant, until: Instant) -> Option<HeaderValue> {
    let seconds = (until.micros() - now.micros()) / 1_000_000;
    let text = secret.text();
    let cookie = format!("{}={}; {}; Max-Age={seconds}", name(settings), text.expose_secret(), attributes(settings));
    let mut value = HeaderValue::from_str(&cookie).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// The cookie that takes the session's away.
pub fn ended_cookie(settings: &HttpSettings) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{}=; {}; Max-Age=0", name(settings), attributes(settings))).ok()
}

/// The session secret that a request carries, if it carries exactly one: two cookies of the name are somebody's trick.
pub(crate) fn presented(settings: &HttpSettings, headers: &HeaderMap) -> Option<SessionSecret> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let mut ours = pairs.filter(|(key, _)| *key == name(settings)).map(|(_, value)| value);
    match (ours.next(), ours.next()) {
        (Some(value), None) => SessionSecret::parse(value),
        _ => None,
    }
}
