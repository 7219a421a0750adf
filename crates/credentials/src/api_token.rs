//! API tokens: what a program shows to act for a member, spelt so that scanners of secrets and we ourselves know one by its looks.

use std::fmt;

use rand::CryptoRng;
use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use sha2::{Digest, Sha256};

use crate::base64url;
use crate::bearer_secret::BearerSecret;

const BYTES: usize = 32;
/// What is put behind the secret, so that what was mistyped or cut off is told without asking the database.
const CHECK: usize = 4;

/// `tnr_` and 48 letters of base64url: a secret of 256 random bits, and 32 bits by which a spelling mistake shows.
///
/// ```
/// use secrecy::ExposeSecret;
/// use tenure_credentials::ApiToken;
///
/// let token = ApiToken::generate(&mut rand::rng()).text();
/// assert!(token.expose_secret().starts_with("tnr_"));
/// assert_eq!(token.expose_secret().len(), 52);
/// ```
pub struct ApiToken(BearerSecret);

impl ApiToken {
    /// What all of them begin with.
    pub const PREFIX: &'static str = "tnr_";

    /// A new one.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(BearerSecret::generate(rng))
    }

    /// Reads the text that [`text`](Self::text) gave, and no other spelling of it.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = base64url::decode(text.strip_prefix(Self::PREFIX)?)?;
        let (secret, check) = bytes.split_at_checked(BYTES)?;
        let secret = BearerSecret::of(secret.try_into().ok()?);
        (check == check_of(&secret)).then_some(Self(secret))
    }

    /// The text for the program that shall bear it, to be shown once.
    pub fn text(&self) -> SecretString {
        let mut bytes = Zeroizing::new(self.0.bytes().to_vec());
        bytes.extend(check_of(&self.0));
        format!("{}{}", Self::PREFIX, base64url::encode(&bytes)).into()
    }

    /// The SHA-256 of the secret's 32 bytes, which is what a store keeps and looks for.
    pub fn hash(&self) -> [u8; 32] {
        self.0.hash()
    }
}

/// It isn't the beginning of the hash that stores keep: whoever reads a check learns nothing of that.
fn check_of(secret: &BearerSecret) -> [u8; CHECK] {
    let digest: [u8; 32] = Sha256::new().chain_update(ApiToken::PREFIX).chain_update(secret.bytes()).finalize().into();
    let [a, b, c, d, ..] = digest;
    [a, b, c, d]
}

impl fmt::Debug for ApiToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiToken").finish_non_exhaustive()
    }
}
