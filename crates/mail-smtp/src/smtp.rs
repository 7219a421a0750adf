//! Handing letters to a mail server.

mod conversation;
mod failure;
mod parked;
mod settings;

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use lettre::Message;
use tenure_port_mail::{Letter, PostError, PostOffice};
use tokio::time::timeout;

pub use self::settings::{SmtpCredentials, SmtpSettings, SmtpSettingsRefused, SmtpTls, SmtpTlsUnknown};
use self::{conversation::Dialer, failure::Failure, parked::Parked};
use crate::{Sender, compose::compose};

/// Posts by SMTP, keeping a few connections open between letters.
///
/// The timeout covers a letter from connecting to the server's last word: a server that dribbles one byte a
/// second can't hold a courier longer than one that is silent.
pub struct SmtpMail {
    sender: Sender,
    timeout: Duration,
    dialer: Dialer,
    parked: Parked,
}

impl SmtpMail {
    /// Prepares to post; no connection is made yet. Reads the root certificate, if one is configured.
    pub fn new(settings: SmtpSettings) -> Result<Self, SmtpSettingsRefused> {
        Ok(Self {
            sender: settings.sender.clone(),
            timeout: settings.timeout,
            dialer: Dialer::new(settings)?,
            parked: Parked::default(),
        })
    }

    /// Connects, greets, signs in if there are credentials, and says goodbye: what `tenured check` asks.
    pub async fn check(&self) -> Result<(), PostError> {
        self.within_timeout(async { self.dialer.dial().await?.goodbye().await }).await
    }

    async fn deliver(&self, message: &Message) -> Result<(), Failure> {
        let mut conversation = match self.parked.take_alive().await {
            Some(conversation) => conversation,
            None => self.dialer.dial().await?,
        };
        let outcome = conversation.deliver(message).await;
        // A refusal is an answer: both sides know where they are, and the next letter may use this connection.
        if outcome.as_ref().err().is_none_or(Failure::is_answer) {
            self.parked.park(conversation);
        }
        outcome
    }

    async fn within_timeout(&self, work: impl Future<Output = Result<(), Failure>> + Send) -> Result<(), PostError> {
        match timeout(self.timeout, work).await {
            Ok(outcome) => outcome.map_err(PostError::from),
            Err(_) => Err(PostError::later(format!("the mail server didn't finish within {} seconds", self.timeout.as_secs_f32()))),
        }
    }
}

#[async_trait]
impl PostOffice for SmtpMail {
    async fn post(&self, letter: &Letter) -> Result<(), PostError> {
        let message = compose(letter, &self.sender, SystemTime::now())?;
        self.within_timeout(self.deliver(&message)).await
    }
}

impl fmt::Debug for SmtpMail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpMail").field("timeout", &self.timeout).finish_non_exhaustive()
    }
}
