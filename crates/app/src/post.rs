//! The postal service that is configured.

use std::sync::Arc;

use tenure_http_base::Mailbox;
use tenure_mail_smtp::{CaptureMail, FileMail, LogMail, SmtpMail};
use tenure_port_mail::PostOffice;

use crate::capture::CapturedMail;
use crate::configuration::Transport;
use crate::failure::Failure;

/// Who takes letters, and what shows them, where anything does.
pub(crate) struct Post {
    pub(crate) service: Arc<dyn PostOffice>,
    pub(crate) mailbox: Option<Arc<dyn Mailbox>>,
}

impl Post {
    /// Makes the transport ready; nobody is connected to yet.
    pub(crate) fn new(transport: &Transport) -> Result<Self, Failure> {
        let service: Arc<dyn PostOffice> = match transport {
            Transport::Smtp(settings) => {
                Arc::new(SmtpMail::new((**settings).clone()).map_err(|error| Failure::of("mail can't be sent", error))?)
            }
            Transport::File(folder, sender) => {
                crate::data_folder::make(folder)?;
                let file = FileMail::new(folder.clone(), sender.clone());
                Arc::new(file.map_err(|error| Failure::of(format_args!("mail can't be written to {}", folder.display()), error))?)
            }
            Transport::Log(sender) => Arc::new(LogMail::new(sender.clone())),
            Transport::Capture(sender) => {
                let capture = Arc::new(CaptureMail::new(sender.clone()));
                let mailbox: Arc<dyn Mailbox> = Arc::new(CapturedMail(Arc::clone(&capture)));
                return Ok(Self { service: capture, mailbox: Some(mailbox) });
            }
        };
        Ok(Self { service, mailbox: None })
    }
}
