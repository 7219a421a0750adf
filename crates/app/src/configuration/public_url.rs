//! The address that people reach the server under.

use axum::http::Uri;

/// Reads `https://people.example.com`, with a port if need be; gives it as browsers write an origin. The console's links, cookies
/// and assets lie at the top of a host, so an address below it would lead nowhere.
pub(super) fn public_url(text: &str) -> Result<String, String> {
    let wrong = |what: &str| Err(format!("`{text}` {what}; write an address such as https://people.example.com"));
    let Ok(uri) = text.parse::<Uri>() else { return wrong("is no URL") };
    let Some((authority, scheme)) = uri.authority().zip(uri.scheme_str()).filter(|(_, scheme)| matches!(*scheme, "http" | "https"))
    else {
        return wrong("doesn't begin with http:// or https://");
    };
    if authority.as_str().contains('@') {
        return Err("an address that people see holds no password; leave out what stands before the `@`".to_owned());
    }
    if authority.host().is_empty() || uri.query().is_some() || text.contains('#') || !matches!(uri.path(), "" | "/") {
        return wrong("has more or less to it than a host and a port");
    }
    let host = authority.host().to_ascii_lowercase();
    let usual = if scheme == "https" { 443 } else { 80 };
    Ok(match authority.port_u16().filter(|port| *port != usual) {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    })
}
