//! From whom the letters are.

use lettre::{Address, message::Mailbox};

/// The address and name that stand in `From`, and whose domain ends every `Message-ID`.
///
/// ```
/// use tenure_mail_smtp::Sender;
///
/// assert!(Sender::new("tenure@example.test", "Tenure").is_ok());
/// assert!(Sender::new("tenure@example.test\r\nBcc: eve@example.test", "Tenure").is_err());
/// ```
#[derive(Clone, Debug)]
pub struct Sender(Mailbox);

/// The configured sender can't stand in a `From`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SenderRefused {
    /// Not an address, or one that only some servers could write.
    #[error("the sender isn't an e-mail address in ASCII characters; write the domain in its xn-- form")]
    Address,
    /// The name would break its line.
    #[error("the sender's name contains line breaks or other control characters")]
    Name,
}

impl Sender {
    /// Takes an address and a name, which may be empty.
    pub fn new(address: &str, name: &str) -> Result<Self, SenderRefused> {
        // This is a setting that somebody can correct, so nothing is folded here as it is for people's names.
        if name.chars().any(char::is_control) {
            return Err(SenderRefused::Name);
        }
        if !address.is_ascii() {
            return Err(SenderRefused::Address);
        }
        let address: Address = address.parse().map_err(|_| SenderRefused::Address)?;
        let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        Ok(Self(Mailbox::new(name, address)))
    }

    pub(crate) fn mailbox(&self) -> Mailbox {
        self.0.clone()
    }

    pub(crate) fn domain(&self) -> &str {
        self.0.email.domain()
    }
}

#[cfg(test)]
mod tests {
    use super::{Sender, SenderRefused};

    #[test]
    fn g3_a_sender_that_breaks_its_line_is_refused() {
        assert_eq!(Sender::new("a@b.test", "A\nBcc: c@d.test").unwrap_err(), SenderRefused::Name);
        assert_eq!(Sender::new("a@b.test\n", "A").unwrap_err(), SenderRefused::Address);
        assert_eq!(Sender::new("a@bücher.test", "A").unwrap_err(), SenderRefused::Address);
    }
}
