//! Whom a letter goes to.

use std::fmt;

use crate::{LetterRefused, fold};

/// One person's address and, if known, the name beside it.
#[derive(Clone, PartialEq, Eq)]
pub struct Addressee {
    address: String,
    name: Option<String>,
}

impl Addressee {
    /// Takes the canonical address as it is stored, and a name, which may be empty.
    ///
    /// Control characters in the name are folded to a space, and beyond 200 characters it ends in `…`. An address that could end its line or its angle
    /// brackets is refused; whether it is otherwise well formed is the domain's and the transport's question.
    pub fn new(address: &str, name: &str) -> Result<Self, LetterRefused> {
        let breaks_out = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | ',');
        match address.rsplit_once('@') {
            Some((local, domain)) if !local.is_empty() && !domain.is_empty() && !address.contains(breaks_out) => {}
            _ => return Err(LetterRefused::Address),
        }
        let name = Some(fold::header_line(name)).filter(|name| !name.is_empty());
        Ok(Self { address: address.to_owned(), name })
    }

    /// The address that the letter goes to.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The name beside it: one line, never empty.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
}

impl fmt::Debug for Addressee {
    // Whoever prints an addressee prints it into a log, where no address belongs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Addressee(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Addressee;
    use crate::LetterRefused;

    #[test]
    fn g3_an_address_that_names_a_second_recipient_is_refused() {
        for address in [
            "",
            "ada",
            "@example.test",
            "ada@",
            "ada@example.test, eve@example.test",
            "ada@example.test>\r\nRCPT TO:<eve@example.test",
            "ada@example.test\0",
        ] {
            assert_eq!(Addressee::new(address, "Ada"), Err(LetterRefused::Address), "{address:?}");
        }
    }

    #[test]
    fn an_empty_name_is_no_name() {
        assert_eq!(Addressee::new("ada@example.test", " \n ").unwrap().name(), None);
    }

    #[test]
    fn c4_printing_an_addressee_for_a_log_shows_no_address() {
        assert_eq!(format!("{:?}", Addressee::new("ada@example.test", "Ada").unwrap()), "Addressee(…)");
    }
}
