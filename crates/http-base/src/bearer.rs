//! What a request shows to be let in: the session's cookie, or a token in its `Authorization` header.
//!
//! A request that says that it bears a token is judged by that alone: a cookie beside it counts for nothing, so what a browser adds
//! by itself widens nothing, and what another site's page could send bears none.

use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use tenure_credentials::ApiToken;
use tenure_domain::OrganizationId;
use tenure_port_store::Principal;

use crate::{AppState, Problem, cookie};

const SCHEME: &str = "bearer";

/// The hash of what a request shows.
#[derive(Clone, Debug)]
pub(crate) enum Presented {
    Session([u8; 32]),
    Token([u8; 32]),
    /// Something that is no token, or several.
    Nonsense,
}

/// What is said under the scheme of bearers. Others are somebody else's, such as a proxy's in front.
fn borne(headers: &HeaderMap) -> impl Iterator<Item = Option<&str>> {
    headers.get_all(header::AUTHORIZATION).iter().filter_map(|value| {
        let bytes = value.as_bytes();
        let scheme = bytes.get(..SCHEME.len()).filter(|scheme| scheme.eq_ignore_ascii_case(SCHEME.as_bytes()))?;
        let rest = bytes.get(scheme.len()..).filter(|rest| rest.first().is_none_or(|next| *next == b' '))?;
        Some(std::str::from_utf8(rest).ok().map(|rest| rest.trim_start_matches(' ')))
    })
}

/// Whether a request says that it bears a token.
pub(crate) fn bears(headers: &HeaderMap) -> bool {
    borne(headers).next().is_some()
}

/// What a request shows, if anything.
pub(crate) fn presented(state: &AppState, parts: &Parts) -> Option<Presented> {
    let mut borne = borne(&parts.headers);
    match (borne.next(), borne.next()) {
        (None, _) => cookie::presented(state.settings(), &parts.headers).map(|secret| Presented::Session(secret.hash())),
        (Some(text), None) => {
            Some(text.and_then(ApiToken::parse).map_or(Presented::Nonsense, |token| Presented::Token(token.hash())))
        }
        (Some(_), Some(_)) => Some(Presented::Nonsense),
    }
}

impl Presented {
    /// Who that lets in, as the database knows them now, with their standing in this organization.
    pub(crate) async fn principal(
        &self,
        state: &AppState,
        organization: Option<OrganizationId>,
    ) -> Result<Option<Principal>, Problem> {
        let now = state.tenure().tools().clock.now();
        Ok(match self {
            Self::Session(hash) => state.queries().principal(hash, organization, now).await?,
            Self::Token(hash) => state.tenure().by_token(hash).await?,
            Self::Nonsense => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(values: &[&'static str]) -> Vec<Option<String>> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(header::AUTHORIZATION, value.parse().unwrap());
        }
        borne(&headers).map(|one| one.map(str::to_owned)).collect()
    }

    #[test]
    fn only_what_is_said_under_the_bearers_scheme_is_a_token() {
        for value in ["Bearer abc", "bearer abc", "BEARER   abc"] {
            assert_eq!(said(&[value]), [Some("abc".to_owned())], "{value}");
        }
        assert_eq!(said(&["Bearer"]), [Some(String::new())]);
        assert_eq!(said(&["Basic YTpi", "Bearers abc", ""]), []);
        assert_eq!(said(&["Basic YTpi", "Bearer a", "Bearer b"]).len(), 2);
    }
}
