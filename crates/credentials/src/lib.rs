//! What proves who somebody is, and what can't be forged: password hashes, second factors, session secrets, link tokens and sealed
//! cursors.
//!
//! This is the one crate where randomness may be made (`rand::rng()`); everywhere else ids and secrets are arguments. It knows
//! nothing of databases, HTTP or mail, and nothing here logs or shows a secret: `Debug` hides them, memory is wiped after use.
//!
//! | thing | lives | is checked by |
//! | --- | --- | --- |
//! | password | as an Argon2id PHC string in the store | [`Passwords::verify`], on threads of its own, in a bounded queue |
//! | authenticator's secret | sealed under the [`ServerKey`] in the store, bound to its login | [`TotpSecret::step_of`], and a step is used once |
//! | recovery code | 80 random bits on paper; their SHA-256 in the store | looking up [`RecoveryCode::hash`] |
//! | session secret, one-time secret | 256 random bits with whoever bears it; its SHA-256 in the store | looking up [`BearerSecret::hash`] |
//! | API token | 256 random bits and a check with a program; its SHA-256 in the store | [`ApiToken::parse`], then looking up its hash |
//! | link token | in a mail, stored nowhere | [`LinkToken::open`]: an HMAC under the [`ServerKey`], then the generation that the store holds |
//! | cursor | with the client | [`Sealer::open`]: encrypted, and bound to the list and the person it was made for |
//!
//! ```
//! use rand::rng;
//! use secrecy::{ExposeSecret, SecretString};
//! use tenure_credentials::{LinkToken, Passwords, Purpose, ServerKey, SessionSecret, Verdict};
//! use tenure_domain::OrganizationId;
//! use uuid::Uuid;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Somebody chooses a password, and signs in with it later.
//! let passwords = Passwords::new();
//! let chosen = SecretString::from("correct horse battery staple");
//! let stored = passwords.hash(&chosen).await?;
//! assert_eq!(passwords.verify(&chosen, Some(&stored)).await?, Verdict::Right { rehash: false });
//! // An unknown person costs the same work, and gets the same answer as a wrong password.
//! assert_eq!(passwords.verify(&chosen, None).await?, Verdict::Wrong);
//!
//! // The browser keeps the text, the store only the hash.
//! let session = SessionSecret::generate(&mut rng());
//! let cookie = session.text();
//! let presented = SessionSecret::parse(cookie.expose_secret()).ok_or("not a session secret")?;
//! assert_eq!(presented.hash(), session.hash());
//!
//! // A link in a mail; sending it again with a higher generation makes this one a dead one.
//! let key = ServerKey::generate(&mut rng());
//! let (organization, invitation) = (OrganizationId::new(Uuid::from_u128(1)), Uuid::from_u128(2));
//! let token = LinkToken::issue(&key, Purpose::Invitation, organization, invitation, 1);
//! let opened = LinkToken::open(&key, Purpose::Invitation, &token).ok_or("a dead link")?;
//! assert_eq!((opened.id, opened.generation), (invitation, 1));
//! assert_eq!(LinkToken::open(&key, Purpose::PasswordReset, &token), None);
//! # Ok(())
//! # }
//! ```

mod api_token;
mod base64url;
mod bearer_secret;
mod body_hash;
mod cursor;
mod link_token;
mod passwords;
mod second_factor;
mod server_key;
mod strength;
mod sub_key;

pub use api_token::ApiToken;
pub use bearer_secret::{BearerSecret, OneTimeSecret, SessionSecret};
pub use body_hash::body_hash;
pub use cursor::{CursorContext, Sealer};
pub use link_token::{LinkToken, Purpose};
pub use passwords::{CostRefused, PasswordError, PasswordRefused, Passwords, Verdict, password_allowed};
pub use second_factor::{RecoveryCode, Shown, TotpSecret, TypedCode};
pub use server_key::{ServerKey, ServerKeyRefused};
pub use strength::{Strength, Weakness, strength};
pub use sub_key::SubKey;
