//! Where a request comes from: the address of whoever sent it, or what proxies that are trusted say of it.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use tenure_domain::Network;

use crate::AppState;

/// Each proxy writes behind what it got from whom it got it.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The network that a request comes from; unknown where the server isn't served with the addresses of its clients.
#[derive(Clone, Copy, Debug)]
pub struct FromNetwork(pub Network);

impl FromRequestParts<AppState> for FromNetwork {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let client = peer.map(|peer| client(peer, &parts.headers, &state.settings().trusted_proxies));
        Ok(Self(client.map_or(Network::UNKNOWN, Network::of)))
    }
}

/// The client's address: from the right, as far as those who say so are trusted. What stands further left anybody may have written.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    // By bytes: what the proxy wrote stands in one line with what the client did, who may write what is no text.
    let lines = headers.get_all(FORWARDED_FOR).iter();
    let said: Vec<&[u8]> = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b',')).collect();
    let mut client = peer.to_canonical();
    for hop in said.into_iter().rev() {
        let is_trusted = trusted.iter().any(|proxy| proxy.to_canonical() == client);
        // Where a trusted proxy says nothing that can be read, what is known ends with it.
        let Some(before) = str::from_utf8(hop).ok().and_then(|hop| address(hop.trim())).filter(|_| is_trusted) else { break };
        client = before;
    }
    client
}

/// An address as proxies write it, with a port or without.
fn address(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    text.parse().ok().or_else(with_port).or_else(bracketed).map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    const PROXY: &str = "10.0.0.1";
    const INNER: &str = "fd00::1";

    fn seen(peer: &str, said: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in said {
            headers.append(FORWARDED_FOR, HeaderValue::from_bytes(line.as_bytes()).unwrap());
        }
        client(peer.parse().unwrap(), &headers, &[PROXY.parse().unwrap(), INNER.parse().unwrap()]).to_string()
    }

    #[test]
    fn d2_trusted_proxies_are_believed_from_the_right_and_no_further() {
        for (peer, said, expected) in [
            ("192.0.2.7", &[][..], "192.0.2.7"),
            ("192.0.2.7", &["198.51.100.1"], "192.0.2.7"),
            (PROXY, &[], PROXY),
            (PROXY, &["198.51.100.1"], "198.51.100.1"),
            (PROXY, &["203.0.113.9, 198.51.100.1"], "198.51.100.1"),
            (PROXY, &["203.0.113.9", "198.51.100.1"], "198.51.100.1"),
            (PROXY, &["203.0.113.9, 198.51.100.1, fd00::1"], "198.51.100.1"),
            (PROXY, &["198.51.100.1,fd00::1", "10.0.0.1"], "198.51.100.1"),
            (PROXY, &["10.0.0.1"], PROXY),
            (PROXY, &["198.51.100.1:4711"], "198.51.100.1"),
            (PROXY, &["[2001:db8::7]:443"], "2001:db8::7"),
            (PROXY, &["[2001:db8::7]"], "2001:db8::7"),
            (PROXY, &["::ffff:198.51.100.1"], "198.51.100.1"),
            ("::ffff:10.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            (PROXY, &["198.51.100.1, unknown"], PROXY),
            (PROXY, &["198.51.100.1, _hidden, fd00::1"], INNER),
            (PROXY, &["198.51.100.1,"], PROXY),
            (PROXY, &["\u{ff}, 198.51.100.1"], "198.51.100.1"),
        ] {
            assert_eq!(seen(peer, said), expected, "{peer} {said:?}");
        }
    }

    proptest! {
        #[test]
        fn d2_what_a_client_writes_moves_it_nowhere(lies in prop::collection::vec("[0-9a-f.:, ]{0,40}", 0..4), peer in any::<u32>()) {
            let peer = IpAddr::V4(peer.into()).to_string();
            let lies: Vec<&str> = lies.iter().map(String::as_str).collect();
            prop_assume!(peer != PROXY);
            prop_assert_eq!(seen(&peer, &lies), peer.clone());
            prop_assert_eq!(seen(PROXY, &[&lies[..], &[&peer]].concat()), peer);
        }

        #[test]
        fn d2_nor_does_what_it_writes_in_the_line_that_the_proxy_adds_to(
            lie in prop::collection::vec(prop_oneof![32..127_u8, 128..=255_u8], 0..40),
            peer in any::<u32>(),
        ) {
            let peer = IpAddr::V4(peer.into());
            let proxies: [IpAddr; 2] = [PROXY.parse().unwrap(), INNER.parse().unwrap()];
            prop_assume!(!proxies.contains(&peer));
            let line = HeaderValue::from_bytes(&[&lie[..], format!(", {peer}").as_bytes()].concat()).unwrap();
            prop_assert_eq!(client(proxies[0], &HeaderMap::from_iter([(FORWARDED_FOR, line)]), &proxies), peer);
        }
    }
}
