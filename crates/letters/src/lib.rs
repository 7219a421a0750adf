//! The mails that Tenure writes: what each says, in HTML and in plain text, in English and in German.
//!
//! [`write()`] is pure: all that a letter says is in its [`Letter`], and every link begins with the configured public URL.
//! What people typed (names, notes) stays text in both formats, whatever it looks like.
//!
//! ```
//! use tenure_domain::membership::{Language, Profile};
//! use tenure_letters::{Letter, Matter, write};
//!
//! let letter = Letter {
//!     language: Language::English,
//!     time_zone: Profile::default().time_zone,
//!     first_name: Some("Ada".to_owned()),
//!     organization: "Analytical Engines".to_owned(),
//!     actor: None,
//!     matter: Matter::AccessRevoked { workspace: Some("North".to_owned()) },
//! };
//! let texts = write(&letter, "https://tenure.example")?;
//! assert_eq!(texts.subject, "Your access to North has ended");
//! # Ok::<(), tenure_letters::Unwritten>(())
//! ```

mod fold;
mod letter;
mod matters;
mod moment;
mod phrases;
mod sheet;
mod write;

pub use letter::{Access, Count, FactorNews, Letter, Matter};
pub use phrases::Unwritten;
pub use write::{Texts, write};
