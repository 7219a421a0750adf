//! How Tenure's letters leave: by SMTP, into a folder, into the log, or into memory for demos and tests.
//!
//! [`SmtpMail`] is the one for production. [`FileMail`] writes one `.eml` a letter, [`LogMail`] says that one left
//! and nothing more, and [`CaptureMail`] keeps the newest for whoever asks. All four compose the same message, so
//! what looks right in a capture looks right in a mailbox.

mod capture;
mod compose;
mod file;
mod log;
#[cfg(test)]
mod sample;
mod sender;
mod smtp;

pub use capture::{CaptureMail, CapturedLetter};
pub use file::FileMail;
pub use log::LogMail;
pub use sender::{Sender, SenderRefused};
pub use smtp::{SmtpCredentials, SmtpMail, SmtpSettings, SmtpSettingsRefused, SmtpTls, SmtpTlsUnknown};
