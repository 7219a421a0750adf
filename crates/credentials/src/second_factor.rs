//! The second factor: what an authenticator shows, and codes on paper for when that is lost.

mod recovery_code;
mod sealed;
mod shown;
mod totp;
mod typed;

pub use recovery_code::RecoveryCode;
pub use shown::Shown;
pub use totp::TotpSecret;
pub use typed::TypedCode;
