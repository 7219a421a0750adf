//! Keys for one purpose each, so that what is signed for one can never pass for another.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretBox};
use sha2::Sha256;

/// A key for one purpose, derived from the [`ServerKey`](crate::ServerKey). `Debug` doesn't show it; dropping wipes it.
pub struct SubKey(SecretBox<[u8; 32]>);

impl SubKey {
    /// HMAC-SHA256 of the purpose's label under the root.
    pub(crate) fn derive(root: &[u8], purpose: &str) -> Self {
        let mut mac = hmac(root);
        mac.update(purpose.as_bytes());
        Self(SecretBox::new(Box::new(mac.finalize().into_bytes().into())))
    }

    /// The authentication tag of a message: HMAC-SHA256 under this key.
    pub fn tag(&self, message: &[u8]) -> [u8; 32] {
        self.mac(message).finalize().into_bytes().into()
    }

    /// Whether a tag is this message's, whole and in full length, compared in constant time.
    pub fn confirms(&self, message: &[u8], tag: &[u8]) -> bool {
        self.mac(message).verify_slice(tag).is_ok()
    }

    /// The bare key, for ciphers of this crate.
    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose_secret()
    }

    fn mac(&self, message: &[u8]) -> Hmac<Sha256> {
        let mut mac = hmac(self.expose());
        mac.update(message);
        mac
    }
}

impl fmt::Debug for SubKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SubKey").finish_non_exhaustive()
    }
}

#[expect(clippy::expect_used, reason = "the error is for ciphers with keys of one length; HMAC takes every length")]
fn hmac(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of every length")
}
