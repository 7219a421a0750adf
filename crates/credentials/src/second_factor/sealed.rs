//! How an authenticator's secret lies in the store: encrypted under the server's key, and bound to whose it is.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::Rng;
use secrecy::zeroize::Zeroizing;
use tenure_domain::UserId;

use super::TotpSecret;
use super::totp::BYTES;
use crate::server_key::ServerKey;

const NONCE_BYTES: usize = 24;

impl TotpSecret {
    /// Seals it for this login: a random nonce and the ciphertext. In another login's row it opens to nothing.
    pub fn seal(&self, key: &ServerKey, user: UserId) -> Vec<u8> {
        let mut nonce = [0; NONCE_BYTES];
        rand::rng().fill_bytes(&mut nonce);
        let user = user.uuid();
        let payload = Payload { msg: self.expose(), aad: user.as_bytes() };
        [&nonce[..], &encrypt(key, &nonce.into(), payload)].concat()
    }

    /// The secret of what was sealed under this key for this login.
    pub fn open(key: &ServerKey, user: UserId, sealed: &[u8]) -> Option<Self> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
        let user = user.uuid();
        let payload = Payload { msg: sealed, aad: user.as_bytes() };
        let bytes = Zeroizing::new(cipher(key).decrypt(&XNonce::from(*nonce), payload).ok()?);
        let bytes: &[u8; BYTES] = bytes.as_slice().try_into().ok()?;
        Some(Self::from_bytes(bytes))
    }
}

fn cipher(key: &ServerKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.derive("second_factor").expose().into())
}

#[expect(clippy::expect_used, reason = "encryption fails beyond 256 GiB, and a secret is twenty bytes")]
fn encrypt(key: &ServerKey, nonce: &XNonce, payload: Payload<'_, '_>) -> Vec<u8> {
    cipher(key).encrypt(nonce, payload).expect("a secret fits in memory")
}
