//! One ordinary letter for this crate's unit tests.

#![allow(clippy::unwrap_used, reason = "only tests use this module")]

use tenure_port_mail::{Addressee, Letter, LetterHeader, Wording};

use crate::Sender;

pub(crate) fn sender() -> Sender {
    Sender::new("tenure@mail.example.test", "Tenure").unwrap()
}

pub(crate) fn letter() -> Letter {
    letter_with_id("0198c1de-7d0a-7c3e-9f43-0a3f1f0e5d11")
}

pub(crate) fn letter_with_id(id: &str) -> Letter {
    let wording = Wording {
        subject: "Grace invites you".to_owned(),
        text: "Accept: https://tenure.example.test/invitation/abc.\n(Help: http://help.example.test/)\n".to_owned(),
        html: "<p>Accept: <a href=\"https://tenure.example.test/invitation/abc\">here</a>".to_owned(),
    };
    Letter::new(id, Addressee::new("ada@example.test", "Ada L.").unwrap(), wording)
        .unwrap()
        .with_header(LetterHeader::unsubscribe_at("https://tenure.example.test/digest").unwrap())
}
