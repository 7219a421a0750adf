//! E-mail addresses and their one normal form (R15), computed here and nowhere else.

use std::fmt;

use email_address::{EmailAddress as Syntax, Options};
use unicode_normalization::UnicodeNormalization;

/// An e-mail address in its normal form: trimmed, Unicode NFC, lower case, domain in ASCII form.
///
/// It is what is compared, kept and written to; two addresses are the same person's when they are equal.
///
/// ```
/// use tenure_domain::EmailAddress;
///
/// let one = EmailAddress::parse("  Ada@BÜCHER.example ").unwrap();
/// assert_eq!(one.as_str(), "ada@xn--bcher-kva.example");
/// assert!(EmailAddress::parse("ada@").is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct EmailAddress(String);

/// What was typed is no e-mail address that mail could be sent to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this is not an e-mail address that mail can be sent to")]
pub struct EmailRefused;

impl EmailAddress {
    /// Reads and normalises what somebody typed. At most 254 bytes.
    pub fn parse(text: &str) -> Result<Self, EmailRefused> {
        if is_plain(text) { Ok(Self(text.to_owned())) } else { Self::normalised(text) }
    }

    fn normalised(text: &str) -> Result<Self, EmailRefused> {
        let composed: String = text.trim().nfc().collect();
        if composed.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(EmailRefused);
        }
        let (local, domain) = composed.rsplit_once('@').ok_or(EmailRefused)?;
        // A quoted local part can hold anything, another '@' included; nobody has one, and mailers disagree on them.
        if local.contains(['"', '@', '\\', '(', ')', '<', '>', ',', ';', ':']) {
            return Err(EmailRefused);
        }
        let local: String = local.to_lowercase().nfc().collect();
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| EmailRefused)?;
        if !domain.contains('.') || domain.len() > 253 {
            return Err(EmailRefused);
        }
        let address = format!("{local}@{domain}");
        let options = Options::default().without_display_text().without_domain_literal();
        if address.len() > 254 || Syntax::parse_with_options(&address, options).is_err() {
            return Err(EmailRefused);
        }
        Ok(Self(address))
    }

    /// The normal form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the `@`, in ASCII form.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

/// Whether this is surely in normal form, as nearly all addresses are, and all that stores kept: letters of the alphabet, digits
/// and a few marks. It says no where it isn't sure.
fn is_plain(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let of = |part: &str, marks: &[u8]| {
        (1..=63).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || marks.contains(&byte))
    };
    let label = |label: &str| of(label, b"-") && !label.starts_with('-') && !label.ends_with('-') && !label.contains("--");
    local.len() <= 63
        && text.len() <= 254
        && local.split('.').all(|part| of(part, b"_+-"))
        && domain.contains('.')
        && domain.split('.').all(label)
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::EmailAddress;

    fn normal(text: &str) -> Option<String> {
        EmailAddress::parse(text).ok().map(|email| email.as_str().to_owned())
    }

    #[test]
    fn b1_look_alikes_have_one_canonical_form() {
        for (typed, kept) in [
            ("ADA@Example.TEST", "ada@example.test"),
            (" ada@example.test\u{a0}", "ada@example.test"),
            ("K@example.test", "k@example.test"),
            ("ada@ExAmPlE。test", "ada@example.test"),
            ("ada@faß.test", "ada@xn--fa-hia.test"),
            ("ada@ﬁ.test", "ada@fi.test"),
            ("ada@XN--BCHER-KVA.test", "ada@xn--bcher-kva.test"),
        ] {
            assert_eq!(normal(typed).as_deref(), Some(kept), "{typed:?}");
        }
        // Letters that only look alike in some fonts or foldings stay different people.
        for (one, other) in [("ı@x.test", "i@x.test"), ("ſ@x.test", "s@x.test"), ("ß@x.test", "ss@x.test")] {
            assert_ne!(normal(one), normal(other));
        }
    }

    #[test]
    fn r15_usual_addresses_are_plain() {
        assert!(["ada@example.test", "ada.b+c_d-e@mail.x-1.example"].iter().all(|text| super::is_plain(text)));
        assert!(["Ada@example.test", "ada@xn--fa-hia.test", "a@@x.test", "ä@x.test", ""].iter().all(|text| !super::is_plain(text)));
    }

    #[test]
    fn what_is_no_single_address_is_refused() {
        for typed in [
            "",
            "ada",
            "@x.test",
            "ada@",
            "ada@x",
            "a b@x.test",
            "ada@x.test,bob@x.test",
            "\"a@b\"@x.test",
            "ada@x.test\r\nBcc: bob@x.test",
            "ada@[127.0.0.1]",
            "ada@-x.test",
            "a\0@x.test",
            "Ada <ada@x.test>",
            "ada@x..test",
        ] {
            assert_eq!(normal(typed), None, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn r15_what_is_plain_is_its_normal_form(text in "[a-z0-9_+.-]{1,70}@[a-z0-9.-]{1,70}", likely in "[a-z0-9_+.-]{1,9}@[a-z0-9-]{1,5}\\.[a-z0-9-]{1,4}") {
            for text in [text, likely] {
                if super::is_plain(&text) {
                    prop_assert_eq!(EmailAddress::normalised(&text), Ok(EmailAddress(text)));
                }
            }
        }

        #[test]
        fn r15_the_normal_form_is_its_own_normal_form(text in "[\\PC]{1,12}@[a-zA-Zäöüß0-9.]{1,12}\\.[a-z]{2,4}") {
            if let Ok(email) = EmailAddress::parse(&text) {
                prop_assert_eq!(EmailAddress::parse(email.as_str()), Ok(email));
            }
        }
    }
}
