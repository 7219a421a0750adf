//! Where to listen.

use std::net::{Ipv4Addr, SocketAddr};

/// An address and port such as `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080`.
pub(super) fn socket_address(text: &str) -> Result<SocketAddr, String> {
    if let Some(port) = text.strip_prefix("localhost:").and_then(|port| port.parse().ok()) {
        return Ok((Ipv4Addr::LOCALHOST, port).into());
    }
    text.parse().map_err(|_| format!("`{text}` is no address and port, such as 127.0.0.1:8080"))
}
