//! A letter as an Internet message: headers, both bodies, envelope.

use std::time::SystemTime;

use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};
use tenure_port_mail::{Letter, PostError};

use crate::Sender;

/// Writes the message; fails only for an address that no envelope can carry.
pub(crate) fn compose(letter: &Letter, sender: &Sender, at: SystemTime) -> Result<Message, PostError> {
    let address: Address = letter.to().address().parse().map_err(|_| PostError::never("the address can't stand on an envelope"))?;
    let mut message = Message::builder()
        .from(sender.mailbox())
        .to(Mailbox::new(letter.to().name().map(str::to_owned), address))
        .subject(letter.subject())
        .date(at)
        .message_id(Some(message_id(letter, sender)));
    for header in letter.headers() {
        let name = HeaderName::new_from_ascii_str(header.name());
        message = message.raw_header(HeaderValue::new(name, header.value()));
    }
    message
        .multipart(
            MultiPart::alternative()
                .singlepart(SinglePart::plain(letter.text().to_owned()))
                .singlepart(SinglePart::html(letter.html().to_owned())),
        )
        .map_err(|_| PostError::never("the letter can't be written as a message"))
}

fn message_id(letter: &Letter, sender: &Sender) -> String {
    format!("<{}@{}>", letter.id(), sender.domain())
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::compose;
    use crate::sample;

    #[test]
    fn a_message_names_its_errand_its_date_and_its_machine() {
        let at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let message = compose(&sample::letter(), &sample::sender(), at).unwrap();
        let text = String::from_utf8(message.formatted()).unwrap();
        for line in [
            "From: Tenure <tenure@mail.example.test>",
            "To: \"Ada L.\" <ada@example.test>",
            "Date: Tue, 14 Nov 2023 22:13:20 +0000",
            "Message-ID: <0198c1de-7d0a-7c3e-9f43-0a3f1f0e5d11@mail.example.test>",
            "Auto-Submitted: auto-generated",
            "List-Unsubscribe: <https://tenure.example.test/digest>",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type: text/html; charset=utf-8",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is missing in:\n{text}");
        }
    }

    #[test]
    fn the_letter_says_who_may_get_it_and_nobody_else_does() {
        let message = compose(&sample::letter(), &sample::sender(), SystemTime::UNIX_EPOCH).unwrap();
        let to: Vec<_> = message.envelope().to().iter().map(ToString::to_string).collect();
        assert_eq!(to, ["ada@example.test"]);
    }
}
