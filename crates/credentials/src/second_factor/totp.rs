//! Codes that change with the time (RFC 6238): SHA-1, six digits, thirty seconds, which is what every authenticator can.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use rand::CryptoRng;
use secrecy::{ExposeSecret, SecretBox};
use sha1::Sha1;
use subtle::ConstantTimeEq;
use tenure_domain::Instant;

/// As many as the hash has, which the RFC recommends.
pub(super) const BYTES: usize = 20;
const STEP_SECONDS: i64 = 30;
const DIGITS: usize = 6;
const MODULUS: u32 = 1_000_000;

/// What a server and an authenticator share. `Debug` doesn't show it; dropping wipes it.
pub struct TotpSecret(SecretBox<[u8; BYTES]>);

impl TotpSecret {
    /// A new one.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(SecretBox::init_with_mut(|bytes: &mut [u8; BYTES]| rng.fill_bytes(bytes)))
    }

    /// One that is known already.
    pub fn from_bytes(bytes: &[u8; BYTES]) -> Self {
        Self(SecretBox::init_with_mut(|kept: &mut [u8; BYTES]| kept.copy_from_slice(bytes)))
    }

    pub(super) fn expose(&self) -> &[u8; BYTES] {
        self.0.expose_secret()
    }

    /// What an authenticator shows at a time: for tests, and for programs that sign in.
    pub fn code(&self, at: Instant) -> String {
        // Before 1970 there is no step; whoever asks gets the first.
        let code = self.at_step(u64::try_from(step(at)).unwrap_or_default());
        code.iter().map(|digit| char::from(*digit)).collect()
    }

    /// Which step a code is of: the present one, the one before or the one after, so that clocks may differ and people take their time.
    /// The latest, should it be the code of two of them. Each is compared, in constant time.
    pub fn step_of(&self, digits: &[u8; DIGITS], now: Instant) -> Option<u64> {
        let now = u64::try_from(step(now)).ok()?;
        let window = now.saturating_sub(1)..=now.saturating_add(1);
        window.fold(None, |found, step| if self.at_step(step).ct_eq(digits).into() { Some(step) } else { found })
    }

    /// The code of a step (RFC 4226).
    fn at_step(&self, step: u64) -> [u8; DIGITS] {
        let mut mac = hmac(self.expose());
        mac.update(&step.to_be_bytes());
        let tag: [u8; BYTES] = mac.finalize().into_bytes().into();
        let offset = usize::from(tag.last().copied().unwrap_or_default() & 0xf);
        let four = tag.iter().skip(offset).take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        let mut rest = (four & 0x7fff_ffff) % MODULUS;
        let mut digits = [b'0'; DIGITS];
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
        }
        digits
    }
}

fn step(at: Instant) -> i64 {
    at.micros().div_euclid(STEP_SECONDS * 1_000_000)
}

#[expect(clippy::expect_used, reason = "the error is for ciphers with keys of one length; HMAC takes every length")]
fn hmac(key: &[u8]) -> Hmac<Sha1> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of every length")
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TotpSecret").finish_non_exhaustive()
    }
}
