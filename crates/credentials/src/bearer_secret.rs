//! Bearer secrets: 256 random bits that let in whoever bears them, kept by the store as a hash only.

use std::fmt;

use rand::CryptoRng;
use secrecy::{ExposeSecret, SecretBox, SecretString};
use sha2::{Digest, Sha256};

use crate::base64url;

const BYTES: usize = 32;

/// The secret in a session's cookie.
pub type SessionSecret = BearerSecret;

/// A secret that is shown once and used once, as in the link that the first start prints.
pub type OneTimeSecret = BearerSecret;

/// 256 random bits. Since nobody can guess one, a plain SHA-256 is enough to keep it by, and the store finds it by that hash
/// without comparing secrets. `Debug` doesn't show it; dropping wipes it.
///
/// ```
/// use secrecy::ExposeSecret;
/// use tenure_credentials::BearerSecret;
///
/// let secret = BearerSecret::generate(&mut rand::rng());
/// assert_eq!(secret.text().expose_secret().len(), 43);
/// assert_eq!(format!("{secret:?}"), "BearerSecret { .. }");
/// ```
pub struct BearerSecret(SecretBox<[u8; BYTES]>);

impl BearerSecret {
    /// A new secret.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(SecretBox::init_with_mut(|bytes: &mut [u8; BYTES]| rng.fill_bytes(bytes)))
    }

    /// Reads the text that [`text`](Self::text) gave, 43 letters of base64url, and no other spelling of it.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = base64url::decode(text)?;
        let bytes: &[u8; BYTES] = bytes.as_slice().try_into().ok()?;
        Some(Self::of(bytes))
    }

    /// One whose bytes somebody read.
    pub(crate) fn of(bytes: &[u8; BYTES]) -> Self {
        Self(SecretBox::init_with_mut(|kept: &mut [u8; BYTES]| kept.copy_from_slice(bytes)))
    }

    /// The bare bytes, to be spelt in another way.
    pub(crate) fn bytes(&self) -> &[u8; BYTES] {
        self.0.expose_secret()
    }

    /// The text for whoever shall bear it: a cookie's value, a line that is printed once.
    pub fn text(&self) -> SecretString {
        base64url::encode(self.0.expose_secret()).into()
    }

    /// The SHA-256 of the 32 bytes, which is what a store keeps and looks for.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.expose_secret()).into()
    }
}

impl fmt::Debug for BearerSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BearerSecret").finish_non_exhaustive()
    }
}
