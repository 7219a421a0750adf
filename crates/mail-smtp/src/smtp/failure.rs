//! What went wrong in a conversation, and whether trying again can help.

use std::error::Error as StdError;

use lettre::transport::smtp::Error;
use tenure_port_mail::PostError;

/// Why a letter didn't get through.
pub(super) enum Failure {
    /// The server said no, or nothing, or not what anybody understands.
    Broken(At, Error),
    /// The address has characters that this server can't write.
    NeedsInternationalMail,
}

/// How far a conversation had come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum At {
    Greeting,
    Upgrade,
    SignIn,
    Sender,
    Recipient,
    Content,
    Goodbye,
}

impl At {
    pub(super) fn failed(self) -> impl FnOnce(Error) -> Failure {
        move |error| Failure::Broken(self, error)
    }

    /// A sentence's beginning, before the server's own words.
    fn refused(self) -> &'static str {
        match self {
            Self::Greeting => "the mail server doesn't take our greeting",
            Self::Upgrade => "the mail server doesn't upgrade to TLS",
            Self::SignIn => "the mail server doesn't let us sign in",
            Self::Sender => "the mail server refuses the sender",
            Self::Recipient => "the mail server refuses the recipient",
            Self::Content => "the mail server refuses the letter",
            Self::Goodbye => "the mail server doesn't say goodbye",
        }
    }
}

impl Failure {
    /// True if the server's answer was understood, so that the connection can go on.
    pub(super) fn is_answer(&self) -> bool {
        match self {
            Self::Broken(_, error) => error.status().is_some(),
            Self::NeedsInternationalMail => true,
        }
    }
}

impl From<Failure> for PostError {
    /// Only a lasting refusal of this recipient or this letter is for good. A refused greeting, password or sender
    /// would be refused for every letter: that is a setting which somebody can mend, and no mail is lost meanwhile.
    fn from(failure: Failure) -> Self {
        let (at, error) = match failure {
            Failure::Broken(at, error) => (at, error),
            Failure::NeedsInternationalMail => {
                return Self::never("the mail server can't write addresses beyond ASCII characters (SMTPUTF8)");
            }
        };
        let Some(code) = error.status().map(u16::from) else {
            return Self::later(format!("the mail server can't be talked to: {}", innermost(&error)));
        };
        let words = error.source().map(ToString::to_string).unwrap_or_default();
        let reason = format!("{}: {code} {words}", at.refused());
        let about_this_letter = matches!(at, At::Recipient | At::Content) && !asks_to_sign_in(code);
        if error.is_permanent() && about_this_letter { Self::never(reason) } else { Self::later(reason) }
    }
}

/// 530, 534, 535 and 538 speak of missing or wrong credentials at whatever command they come.
fn asks_to_sign_in(code: u16) -> bool {
    (530..540).contains(&code)
}

/// The cause itself, without the layers that only say that there is one.
fn innermost(error: &Error) -> String {
    let mut cause: Option<&dyn StdError> = error.source();
    let mut words = error.to_string();
    while let Some(inner) = cause {
        words = inner.to_string();
        cause = inner.source();
    }
    words
}
