//! Users: one login each, whatever number of organizations they belong to.

use crate::email::EmailAddress;
use crate::id::{SessionId, UserId};
use crate::instant::Instant;

/// One login.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// Unique among users.
    pub email: EmailAddress,
    /// Whether the owner of the mailbox confirmed it.
    pub email_confirmed: bool,
    /// The password's hash, as a PHC string; none for somebody without a password.
    pub password_hash: Option<String>,
    /// Whether they run the installation.
    pub operator: bool,
    /// When it was made.
    pub created_at: Instant,
    /// Counts its changes.
    pub version: u64,
}

/// A signed-in browser. The secret is kept by the browser alone; here is its SHA-256.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub user: UserId,
    /// SHA-256 of the cookie's value.
    pub secret_hash: [u8; 32],
    /// When somebody signed in.
    pub created_at: Instant,
    /// From then on it is dead.
    pub expires_at: Instant,
}
