//! Where a request comes from, no closer than guessers are told apart by: the network around an address.

use std::net::IpAddr;

/// A network: the first 24 bits of an IPv4 address, or the first 48 of an IPv6 address, which is what one customer of a provider has.
///
/// ```
/// use tenure_domain::Network;
///
/// let of = |address: &str| Network::of(address.parse().unwrap());
/// assert_eq!(of("192.0.2.7"), of("192.0.2.200"));
/// assert_eq!(of("2001:db8:1::1"), of("2001:db8:1:ffff::2"));
/// assert_ne!(of("2001:db8:1::1"), of("2001:db8:2::1"));
/// // An IPv4 address in the clothes of an IPv6 address is what it is.
/// assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Network([u8; 7]);

impl Network {
    /// That of whoever comes from nowhere that is known, such as a program that embeds Tenure.
    pub const UNKNOWN: Self = Self([0; 7]);

    /// The network around an address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self::beginning(4, &address.octets(), 3),
            IpAddr::V6(address) => Self::beginning(6, &address.octets(), 6),
        }
    }

    fn beginning(version: u8, octets: &[u8], known: usize) -> Self {
        let mut bytes = [0; 7];
        let all = std::iter::once(version).chain(octets.iter().copied().take(known));
        for (byte, octet) in bytes.iter_mut().zip(all) {
            *byte = octet;
        }
        Self(bytes)
    }

    /// What tells it from all others.
    pub const fn bytes(&self) -> &[u8; 7] {
        &self.0
    }
}
