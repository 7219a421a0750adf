//! Captured mail, as the HTTP layer shows it.

use std::sync::Arc;

use tenure_http_base::{Captured, Mailbox};
use tenure_mail_smtp::CaptureMail;

/// What was captured since the start of this process.
pub(crate) struct CapturedMail(pub(crate) Arc<CaptureMail>);

impl Mailbox for CapturedMail {
    fn list(&self) -> Vec<Captured> {
        let letters = self.0.list().into_iter();
        let captured = letters.map(|letter| Captured {
            to: letter.to,
            subject: letter.subject,
            text: letter.text,
            html: letter.html,
            headers: letter.headers,
            links: letter.links,
        });
        captured.collect()
    }
}
