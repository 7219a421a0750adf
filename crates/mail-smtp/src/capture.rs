//! Letters kept in memory, for demos and tests.

mod links;

use std::{
    collections::VecDeque,
    num::NonZeroUsize,
    sync::{Mutex, PoisonError},
    time::SystemTime,
};

use async_trait::async_trait;
use lettre::message::header::Headers;
use tenure_port_mail::{Letter, PostError, PostOffice};

use crate::{Sender, compose::compose};

/// How many letters are kept unless told otherwise.
const KEPT: usize = 500;
/// The headers worth showing; the rest says how the bodies are encoded.
const SHOWN: [&str; 7] = ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "List-Unsubscribe"];

/// Keeps the newest letters and forgets the oldest.
///
/// The letters hold live links, so whoever shows them lets everybody in: never for production.
#[derive(Debug)]
pub struct CaptureMail {
    sender: Sender,
    capacity: usize,
    kept: Mutex<VecDeque<CapturedLetter>>,
}

/// One letter as its reader would see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CapturedLetter {
    /// The address that it went to.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// Names and unencoded values of the headers that a reader or a mail program goes by.
    pub headers: Vec<(String, String)>,
    /// The `http` and `https` URLs in the plain text, in their order.
    pub links: Vec<String>,
}

impl CaptureMail {
    /// Keeps the newest 500 letters.
    pub fn new(sender: Sender) -> Self {
        Self { sender, capacity: KEPT, kept: Mutex::default() }
    }

    /// The same, keeping as many as told.
    #[must_use]
    pub fn keeping(self, capacity: NonZeroUsize) -> Self {
        Self { capacity: capacity.get(), ..self }
    }

    /// The letters kept, newest first.
    pub fn list(&self) -> Vec<CapturedLetter> {
        // A letter is added in one call that can't be interrupted half way, so a poisoned lock guards a whole list.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

#[async_trait]
impl PostOffice for CaptureMail {
    async fn post(&self, letter: &Letter) -> Result<(), PostError> {
        let message = compose(letter, &self.sender, SystemTime::now())?;
        let captured = CapturedLetter {
            to: letter.to().address().to_owned(),
            subject: letter.subject().to_owned(),
            text: letter.text().to_owned(),
            html: letter.html().to_owned(),
            headers: shown(message.headers()),
            links: links::in_text(letter.text()),
        };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front(captured);
        kept.truncate(self.capacity);
        Ok(())
    }
}

fn shown(headers: &Headers) -> Vec<(String, String)> {
    SHOWN.iter().filter_map(|name| Some(((*name).to_owned(), headers.get_raw(name)?.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use tenure_port_mail::PostOffice;

    use super::CaptureMail;
    use crate::sample;

    #[tokio::test]
    async fn a_captured_letter_shows_what_its_reader_sees() {
        let mail = CaptureMail::new(sample::sender());
        mail.post(&sample::letter_with_id("errand-1")).await.unwrap();

        let letter = mail.list().remove(0);
        assert_eq!(letter.to, "ada@example.test");
        assert_eq!(letter.subject, "Grace invites you");
        assert_eq!(letter.links, ["https://tenure.example.test/invitation/abc", "http://help.example.test/"]);
        let value = |name: &str| letter.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
        assert_eq!(value("Message-ID"), Some("<errand-1@mail.example.test>"));
        assert_eq!(value("Auto-Submitted"), Some("auto-generated"));
        assert_eq!(value("From"), Some("Tenure <tenure@mail.example.test>"));
        assert!(value("Date").is_some());
    }

    #[tokio::test]
    async fn the_newest_letters_are_kept_and_come_first() {
        let mail = CaptureMail::new(sample::sender()).keeping(NonZeroUsize::new(2).unwrap());
        for id in ["1", "2", "3"] {
            mail.post(&sample::letter_with_id(id)).await.unwrap();
        }
        let ids: Vec<_> = mail.list().into_iter().map(|letter| letter.headers[4].1.clone()).collect();
        assert_eq!(ids, ["<3@mail.example.test>", "<2@mail.example.test>"]);
    }
}
