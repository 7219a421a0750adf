//! Answers: pages under a strict policy, and the way to the next page after a form.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use tenure_http_base::Problem;

use crate::asked::REGIONS;

/// Nothing inline, nothing from elsewhere, in nobody's frame; scripts make elements of markup through one named policy alone.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// What another page may learn of where somebody came from: within this server all, elsewhere nothing. It can't be `no-referrer`:
/// browsers that don't send `Sec-Fetch-Site`, as over plain HTTP, would then send forms from `Origin: null`, as foreign ones.
const REFERRER: HeaderValue = HeaderValue::from_static("same-origin");

/// The same for pages whose own address is a secret: where they are isn't told, but which server they are of.
const REFERRER_OF_SECRETS: HeaderValue = HeaderValue::from_static("strict-origin");

/// A page.
pub(crate) fn page(template: &impl Template) -> Result<Response, Problem> {
    page_as(StatusCode::OK, template)
}

/// A page with another status.
pub(crate) fn page_as(status: StatusCode, template: &impl Template) -> Result<Response, Problem> {
    let html = template.render().map_err(|error| {
        tracing::error!(%error, "a page could not be rendered");
        Problem::internal("something failed here, and the log says what")
    })?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (header::REFERRER_POLICY, REFERRER),
        // A part of a page is none: no cache that kept one may show it as such.
        (header::VARY, HeaderValue::from_static(REGIONS)),
    ];
    Ok((status, headers, html).into_response())
}

/// A page whose address holds a token, which no other page's request says as where it came from (c4).
pub(crate) fn at_a_secret_address(mut response: Response) -> Response {
    response.headers_mut().insert(header::REFERRER_POLICY, REFERRER_OF_SECRETS);
    response
}

/// A form that is sent back, with the status of what stood in its way.
pub(crate) fn sent_back(problem: &Problem, template: &impl Template) -> Result<Response, Problem> {
    page_as(StatusCode::from_u16(problem.body().status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY), template)
}

/// On to another page, after a form.
pub(crate) fn go(to: &str) -> Response {
    Redirect::to(to).into_response()
}

/// An address of this server's own to go on to, or nothing: a link from elsewhere can't send anybody elsewhere (g1).
pub(crate) fn own_address(address: &str) -> Option<&str> {
    let own = address.starts_with('/') && !address.starts_with("//") && !address.contains(['\\', '\r', '\n', '\t']);
    own.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::own_address;

    #[test]
    fn g1_nobody_is_sent_elsewhere() {
        for address in
            ["https://evil.test", "//evil.test", "/\\evil.test", "\\\\evil.test", "javascript:alert(1)", "", "/\t/evil.test"]
        {
            assert_eq!(own_address(address), None, "{address}");
        }
        assert_eq!(own_address("/organizations/1/members?q=a"), Some("/organizations/1/members?q=a"));
    }
}
