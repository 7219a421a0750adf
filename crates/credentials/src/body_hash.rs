//! The fingerprint of a request's body, by which a replayed request is told from another one under the same idempotency key.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The SHA-256 of a body, as 64 lower-case hexadecimal digits.
///
/// ```
/// use tenure_credentials::body_hash;
///
/// assert_eq!(body_hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
/// ```
pub fn body_hash(body: &[u8]) -> String {
    Sha256::digest(body).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
