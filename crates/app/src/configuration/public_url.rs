//! The address that people reach the server under.

use axum::http::Uri;

/// Reads `https://people.example.com`, with a port or a path if need be; gives it without a slash at the end.
pub(super) fn public_url(text: &str) -> Result<String, String> {
    let wrong = |what: &str| Err(format!("`{text}` {what}; write an address such as https://people.example.com"));
    let Ok(uri) = text.parse::<Uri>() else { return wrong("is no URL") };
    let Some(authority) = uri.authority().filter(|_| matches!(uri.scheme_str(), Some("http" | "https"))) else {
        return wrong("doesn't begin with http:// or https://");
    };
    if authority.as_str().contains('@') {
        return Err("an address that people see holds no password; leave out what stands before the `@`".to_owned());
    }
    if authority.host().is_empty() || uri.query().is_some() || text.contains('#') {
        return wrong("has more or less to it than a host, a port and a path");
    }
    Ok(text.trim_end_matches('/').to_owned())
}
