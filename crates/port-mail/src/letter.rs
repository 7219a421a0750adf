//! A finished letter, safe to hand to any transport.

use crate::{Addressee, LetterHeader, fold};

/// One mail to one person. Its id is the errand's, so the same errand posted twice is the same mail twice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    id: String,
    to: Addressee,
    wording: Wording,
    headers: Vec<LetterHeader>,
}

/// What a letter says.
#[derive(Clone, PartialEq, Eq)]
pub struct Wording {
    /// The subject. Control characters are folded to a space; beyond 200 characters it ends in `…`.
    pub subject: String,
    /// The plain text. Line ends become LF; other control characters than tab become U+FFFD.
    pub text: String,
    /// The same in HTML, treated alike.
    pub html: String,
}

/// Why something can't be a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LetterRefused {
    /// The id can't stand in a `Message-ID`.
    #[error("a letter's id is 1 to 64 ASCII letters, digits, dots, hyphens or underscores")]
    Id,
    /// The address could reach into other headers or recipients, or is none at all.
    #[error("this is not an address that a letter can go to")]
    Address,
    /// The unsubscribe link isn't an `http` or `https` URL of printable ASCII.
    #[error("a link to unsubscribe is an http or https URL of printable ASCII characters")]
    UnsubscribeLink,
}

impl Letter {
    /// Puts a letter together. The id is 1 to 64 ASCII letters, digits, dots, hyphens or underscores.
    pub fn new(id: impl Into<String>, to: Addressee, wording: Wording) -> Result<Self, LetterRefused> {
        let id = id.into();
        let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
        if id.is_empty() || id.len() > 64 || id.starts_with('.') || !plain {
            return Err(LetterRefused::Id);
        }
        let Wording { subject, text, html } = wording;
        let wording = Wording { subject: fold::header_line(&subject), text: fold::body(&text), html: fold::body(&html) };
        Ok(Self { id, to, wording, headers: vec![LetterHeader::AUTO_GENERATED] })
    }

    /// The same letter with one more header; a second one of the same name takes the place of the first.
    #[must_use]
    pub fn with_header(mut self, header: LetterHeader) -> Self {
        self.headers.retain(|other| other.name() != header.name());
        self.headers.push(header);
        self
    }

    /// The errand's id, and the left part of the `Message-ID`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whom it goes to.
    pub fn to(&self) -> &Addressee {
        &self.to
    }

    /// One line, without control characters.
    pub fn subject(&self) -> &str {
        &self.wording.subject
    }

    /// The plain text; lines end in LF.
    pub fn text(&self) -> &str {
        &self.wording.text
    }

    /// The HTML; lines end in LF.
    pub fn html(&self) -> &str {
        &self.wording.html
    }

    /// The headers beyond what every mail has; `Auto-Submitted` is always among them.
    pub fn headers(&self) -> &[LetterHeader] {
        &self.headers
    }
}

impl std::fmt::Debug for Wording {
    // A letter's text holds its link, which is a secret; the text must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wording(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Letter, LetterRefused, Wording};
    use crate::{Addressee, LetterHeader};

    fn letter(id: &str) -> Result<Letter, LetterRefused> {
        let wording = Wording { subject: "a\nb".into(), text: "secret\r\n".into(), html: "<p>secret".into() };
        Letter::new(id, Addressee::new("ada@example.test", "Ada")?, wording)
    }

    #[test]
    fn g3_an_id_that_could_leave_its_header_is_refused() {
        for id in ["", "a b", "a\r\nBcc: x", "a@b", "a>", "ä", ".hidden", "../up", &"a".repeat(65)] {
            assert_eq!(letter(id), Err(LetterRefused::Id), "{id:?}");
        }
    }

    #[test]
    fn a_letter_is_marked_as_written_by_a_machine() {
        let headers: Vec<_> = letter("1").unwrap().headers().iter().map(|h| (h.name(), h.value())).collect();
        assert_eq!(headers, [("Auto-Submitted", "auto-generated".to_owned())]);
    }

    #[test]
    fn a_header_given_twice_is_there_once() {
        let at = |url| LetterHeader::unsubscribe_at(url).unwrap();
        let letter = letter("1").unwrap().with_header(at("https://a.test/1")).with_header(at("https://a.test/2"));
        assert_eq!(letter.headers().len(), 2);
        assert_eq!(letter.headers()[1].value(), "<https://a.test/2>");
    }

    #[test]
    fn c4_printing_a_letter_for_a_log_shows_neither_text_nor_address() {
        let printed = format!("{:?}", letter("errand-1").unwrap());
        assert!(printed.contains("errand-1") && !printed.contains("secret") && !printed.contains("ada"), "{printed}");
    }
}
