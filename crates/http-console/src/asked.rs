//! What a request says besides its form: where it is, in which colours and language it likes to be answered.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use tenure_domain::membership::{Language, TimeZone};

use crate::words::Words;

/// The cookie that remembers the colours.
pub(crate) const THEME_COOKIE: &str = "tenure_theme";

/// What a request says besides its form.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Where.
    pub(crate) uri: Uri,
    /// `light`, `dark`, or `auto` for as the device has it.
    pub(crate) theme: &'static str,
    /// The browser's language, for whoever has no profile here.
    pub(crate) words: Words,
}

impl Asked {
    pub(crate) fn of(uri: Uri, headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let language = accepted(text(header::ACCEPT_LANGUAGE));
        let zone = tenure_domain::membership::Profile::default().time_zone;
        Self { uri, theme: theme(text(header::COOKIE)), words: Words::new(language, zone) }
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

fn theme(cookies: &str) -> &'static str {
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == THEME_COOKIE).map_or("auto", |(_, value)| theme_named(value))
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
            assert_eq!(theme(cookies), word, "{cookies}");
        }
    }
}
