//! What a request says besides its form: where it is, in which colours, language and view it likes to be answered.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::Response;
use tenure_domain::membership::{Language, TimeZone};
use tenure_http_base::HttpSettings;

use crate::words::Words;

/// The cookie that remembers the colours.
pub(crate) const THEME_COOKIE: &str = "tenure_theme";

/// The cookie that remembers whether lists of members are tables or cards.
pub(crate) const VIEW_COOKIE: &str = "tenure_view";
/// The header by which scripts say which regions of a page they put in place.
pub(crate) const REGIONS: &str = "x-fragment";

/// How long a browser remembers what somebody likes, in seconds: a year.
const REMEMBERED: u32 = 31_536_000;

/// What a request says besides its form.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Where.
    pub(crate) uri: Uri,
    /// `light`, `dark`, or `auto` for as the device has it.
    pub(crate) theme: &'static str,
    /// `table` or `cards`, as it was looked at last.
    pub(crate) view: &'static str,
    /// The regions that are asked for, by their ids; none for a whole page.
    pub(crate) regions: Option<String>,
    /// The browser's language, for whoever has no profile here.
    pub(crate) words: Words,
}

impl Asked {
    pub(crate) fn of(uri: Uri, headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let language = accepted(text(header::ACCEPT_LANGUAGE));
        let zone = tenure_domain::membership::Profile::default().time_zone;
        let cookies = text(header::COOKIE);
        let (theme, view) = (theme_named(cookie(cookies, THEME_COOKIE)), view_named(cookie(cookies, VIEW_COOKIE)));
        let regions = headers.get(REGIONS).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Self { uri, theme, view, regions, words: Words::new(language, zone) }
    }

    /// Whether one of these regions is asked for, as each is in a whole page. What no asked region has in it is left out, and
    /// not looked up.
    pub(crate) fn wants(&self, regions: &[&str]) -> bool {
        self.regions.as_ref().is_none_or(|asked| asked.split(' ').any(|id| regions.contains(&id)))
    }

    /// Path and query, to come back to.
    pub(crate) fn here(&self) -> String {
        self.uri.path_and_query().map_or_else(|| self.uri.path().to_owned(), ToString::to_string)
    }

    /// In somebody's own language, on their own clock.
    pub(crate) fn for_reader(&self, language: Language, zone: TimeZone) -> Self {
        Self { words: Words::new(language, zone), ..self.clone() }
    }
}

/// A word for the colours; anything else means as the device has it.
pub(crate) fn theme_named(word: &str) -> &'static str {
    match word {
        "light" => "light",
        "dark" => "dark",
        _ => "auto",
    }
}

/// A word for how members are listed; anything else means a table.
pub(crate) fn view_named(word: &str) -> &'static str {
    if word == "cards" { "cards" } else { "table" }
}

/// What a cookie says; nothing, if it isn't there.
fn cookie<'a>(cookies: &'a str, name: &str) -> &'a str {
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(own, _)| *own == name).map_or("", |(_, value)| value)
}

/// Has the browser remember what somebody likes, for no script to read and no other site to send.
pub(crate) fn keep_choice(response: &mut Response, settings: &HttpSettings, name: &str, value: &str) {
    let secure = if settings.is_secure() { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={REMEMBERED}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// The first language of ours that the browser names: browsers name what is liked best first.
fn accepted(languages: &str) -> Language {
    let mut tags = languages.split(',').map(|range| range.split([';', '-']).next().unwrap_or_default().trim());
    tags.find_map(|tag| Language::parse(tag).ok()).unwrap_or_default()
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let OriginalUri(uri) = OriginalUri::from_request_parts(parts, state).await?;
        Ok(Self::of(uri, &parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_we_have_is_taken() {
        for (named, tag) in [("", "en"), ("de-AT,en;q=0.8", "de"), ("fr, de;q=0.5", "de"), ("en-GB", "en"), ("fr", "en")] {
            assert_eq!(accepted(named).tag(), tag, "{named}");
        }
    }

    #[test]
    fn colours_come_from_their_own_cookie() {
        for (cookies, word) in [("", "auto"), ("a=1; tenure_theme=dark", "dark"), ("tenure_theme=\"><script>", "auto")] {
            assert_eq!(theme_named(cookie(cookies, THEME_COOKIE)), word, "{cookies}");
        }
    }

    #[test]
    fn so_does_the_view_and_it_is_a_table_first() {
        for (cookies, word) in [("", "table"), ("tenure_theme=dark; tenure_view=cards", "cards"), ("tenure_view=\"><b>", "table")] {
            assert_eq!(view_named(cookie(cookies, VIEW_COOKIE)), word, "{cookies}");
        }
    }
}
