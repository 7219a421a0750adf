//! What couriers need from a postal service: a [`Letter`], somebody who posts it, and what may go wrong.
//!
//! A courier hands a finished letter to a [`PostOffice`] and settles the errand by the answer: it left,
//! try again [later](PostError::Later), or [never](PostError::Never). Who the sender is, is the transport's
//! own business.
//!
//! ```
//! use tenure_port_mail::{Addressee, Letter, Wording};
//!
//! let letter = Letter::new(
//!     "0198c1de-7d0a-7c3e-9f43-0a3f1f0e5d11",
//!     Addressee::new("ada@example.test", "Ada\r\nBcc: eve@example.test")?,
//!     Wording {
//!         subject: "Grace invites you".to_owned(),
//!         text: "Hello Ada\r\n".to_owned(),
//!         html: "<p>Hello Ada</p>".to_owned(),
//!     },
//! )?;
//! assert_eq!(letter.to().name(), Some("Ada Bcc: eve@example.test"));
//! assert_eq!(letter.text(), "Hello Ada\n");
//! # Ok::<(), tenure_port_mail::LetterRefused>(())
//! ```

mod addressee;
mod fold;
mod header;
mod letter;
mod post;
mod reason;

pub use addressee::Addressee;
pub use header::LetterHeader;
pub use letter::{Letter, LetterRefused, Wording};
pub use post::{PostError, PostOffice};
pub use reason::Reason;
