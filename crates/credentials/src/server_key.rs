//! The server's root secret: configured once, equal in every process, and never used bare.

use std::fmt;

use base64::Engine;
use base64::engine::GeneralPurpose;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use rand::CryptoRng;
use secrecy::{ExposeSecret, SecretSlice, SecretString};

use crate::base64url;
use crate::sub_key::SubKey;

/// The least length that can't be searched through.
const LEAST_BYTES: usize = 32;

/// 32 random bytes have about 30 different ones among them, and fewer than 16 never within the age of the universe; a pattern
/// that somebody typed has few.
const LEAST_DIFFERENT_BYTES: usize = 16;

/// The server's root secret, at least 32 bytes. Whoever holds it can forge links and read cursors; changing it makes those that
/// are out dead ones, and nothing else (sessions and passwords don't hang on it).
///
/// ```
/// use secrecy::ExposeSecret;
/// use tenure_credentials::ServerKey;
///
/// let key = ServerKey::generate(&mut rand::rng());
/// // What a key file holds: base64url on a line. Hexadecimal, plain base64 and raw bytes are read as well.
/// let line = format!("{}\n", key.text().expose_secret());
/// let read = ServerKey::parse(line.as_bytes())?;
/// assert_eq!(read.derive("example").tag(b"x"), key.derive("example").tag(b"x"));
/// assert!(ServerKey::parse(b"hunter2").is_err());
/// # Ok::<(), tenure_credentials::ServerKeyRefused>(())
/// ```
#[derive(Clone)]
pub struct ServerKey(SecretSlice<u8>);

impl ServerKey {
    /// A new key of 32 random bytes, for a first start.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut bytes = vec![0; LEAST_BYTES];
        rng.fill_bytes(&mut bytes);
        Self(bytes.into())
    }

    /// Reads a key from configuration or from the content of a key file.
    ///
    /// Text is hexadecimal or base64 (either alphabet, padded or not) with white space around it that doesn't count; what isn't
    /// printable text is the key itself, byte for byte. A sentence isn't a key: it has less chance in it than it has letters.
    pub fn parse(content: &[u8]) -> Result<Self, ServerKeyRefused> {
        let printable = |text: &&str| text.bytes().all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace());
        let bytes = match std::str::from_utf8(content).ok().filter(printable) {
            Some(text) => Self::from_text(text.trim_ascii()).ok_or(ServerKeyRefused::Unreadable)?,
            None => SecretSlice::from(content.to_vec()),
        };
        let mut seen = [false; 256];
        for byte in bytes.expose_secret() {
            if let Some(place) = seen.get_mut(usize::from(*byte)) {
                *place = true;
            }
        }
        if bytes.expose_secret().len() < LEAST_BYTES {
            Err(ServerKeyRefused::TooShort)
        } else if seen.iter().filter(|place| **place).count() < LEAST_DIFFERENT_BYTES {
            Err(ServerKeyRefused::Guessable)
        } else {
            Ok(Self(bytes))
        }
    }

    /// The key as base64url text, for the key file. [`ServerKey::parse`] reads it back.
    pub fn text(&self) -> SecretString {
        base64url::encode(self.0.expose_secret()).into()
    }

    /// The key for one purpose. The same purpose gives the same key in every process; from one purpose's key nobody learns another's.
    pub fn derive(&self, purpose: &str) -> SubKey {
        SubKey::derive(self.0.expose_secret(), purpose)
    }

    fn from_text(text: &str) -> Option<SecretSlice<u8>> {
        // Hexadecimal comes first: its digits are base64 letters too, but nobody's base64 of 32 bytes lacks all the others.
        if text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let pairs = text.as_bytes().chunks_exact(2);
            let bytes: Option<Vec<u8>> =
                pairs.map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok())).collect();
            return bytes.map(SecretSlice::from);
        }
        let letters = text.trim_end_matches('=');
        let read = |engine: &GeneralPurpose| engine.decode(letters).ok().map(SecretSlice::from);
        read(&URL_SAFE_NO_PAD).or_else(|| read(&STANDARD_NO_PAD))
    }
}

impl fmt::Debug for ServerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerKey").finish_non_exhaustive()
    }
}

/// Why something isn't a server key. None of the sentences repeats what was configured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ServerKeyRefused {
    /// Printable text that is neither hexadecimal nor base64.
    #[error("the secret key is neither hexadecimal nor base64; make one with `openssl rand -base64 32`")]
    Unreadable,
    /// Fewer than 32 bytes.
    #[error("the secret key is shorter than 32 bytes; make one with `openssl rand -base64 32`")]
    TooShort,
    /// A pattern rather than chance.
    #[error("the secret key repeats itself and could be guessed; make one with `openssl rand -base64 32`")]
    Guessable,
}
