//! Whether people can reach what links say.

use axum::http::Uri;

use super::Finding;
use crate::configuration::Configuration;

const PUBLIC_URL: &str = "public URL";

pub(super) fn look(configuration: &Configuration) -> Finding {
    let is_open = !configuration.listen.ip().is_loopback();
    let Some(url) = &configuration.public_url else {
        return Finding::ok(PUBLIC_URL, format_args!("follows {}, so links work on this machine alone", configuration.listen));
    };
    if url.starts_with("https://") && configuration.trusted_proxies.is_empty() {
        // It speaks no TLS itself, so there is a proxy.
        let said =
            format!("{url}, and no proxy is trusted: everybody seems to come from it, and one's wrong passwords count for all");
        Finding::warn(PUBLIC_URL, said, "set trusted_proxies to the address that the proxy connects from")
    } else if url.starts_with("https://") {
        Finding::ok(PUBLIC_URL, url)
    } else if is_open {
        let said = format!("{url} has no TLS, and {} can be reached from other machines", configuration.listen);
        Finding::warn(PUBLIC_URL, said, "put a proxy with TLS in front, and set public_url to its https:// address")
    } else if is_local(url) {
        Finding::ok(PUBLIC_URL, format_args!("{url}, so links work on this machine alone"))
    } else {
        let said = format!("{url} has no TLS: passwords and sessions cross the network readably");
        Finding::warn(PUBLIC_URL, said, "set public_url to the https:// address of the proxy in front")
    }
}

fn is_local(url: &str) -> bool {
    let host = url.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_default();
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}
