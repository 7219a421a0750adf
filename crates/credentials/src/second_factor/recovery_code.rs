//! Recovery codes: eighty random bits on paper, each good once, kept by the store as a hash only.

use std::fmt;

use rand::CryptoRng;
use secrecy::{ExposeSecret, SecretBox, SecretString};
use sha2::{Digest, Sha256};

use super::typed::significant;

const BYTES: usize = 10;
const LETTERS: usize = 16;
const GROUP: usize = 4;

/// Thirty-two letters that people can tell apart (RFC 4648).
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A code that lets its owner in once without their authenticator. `Debug` doesn't show it; dropping wipes it.
pub struct RecoveryCode(SecretBox<[u8; BYTES]>);

impl RecoveryCode {
    /// How many a login has at first.
    pub const MANY: usize = 10;

    /// A new one.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(SecretBox::init_with_mut(|bytes: &mut [u8; BYTES]| rng.fill_bytes(bytes)))
    }

    /// Reads what somebody typed: letters of either case, spaces and hyphens wherever they like, and digits that look like a letter.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; BYTES];
        let mut letters = 0;
        for (nth, letter) in significant(text).enumerate() {
            let alike = match letter.to_ascii_uppercase() {
                '0' => 'O',
                '1' => 'I',
                '8' => 'B',
                other => other,
            };
            let value = ALPHABET.iter().position(|known| char::from(*known) == alike)?;
            // Eight letters are five bytes.
            for bit in 0..5 {
                let at = nth * 5 + bit;
                let is_set = u8::try_from(value >> (4 - bit) & 1).ok()?;
                *bytes.get_mut(at / 8)? |= is_set << (7 - at % 8);
            }
            letters += 1;
        }
        (letters == LETTERS).then(|| Self(SecretBox::init_with_mut(|kept: &mut [u8; BYTES]| *kept = bytes)))
    }

    /// The text to write down: four groups of four letters.
    pub fn text(&self) -> SecretString {
        let letters = base32(self.0.expose_secret());
        let groups: Vec<String> =
            letters.as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        groups.join("-").into()
    }

    /// The SHA-256 of the ten bytes. Nobody can guess eighty random bits, so a plain one is enough.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.expose_secret()).into()
    }
}

/// Bytes as letters, without padding.
pub(super) fn base32(bytes: &[u8]) -> String {
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| usize::from(byte >> (7 - at % 8) & 1));
    let letters = (bytes.len() * 8).div_ceil(5);
    let value = |letter: usize| (0..5).fold(0, |value, at| value << 1 | bit(letter * 5 + at));
    (0..letters).filter_map(|letter| ALPHABET.get(value(letter))).map(|letter| char::from(*letter)).collect()
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoveryCode").finish_non_exhaustive()
    }
}
