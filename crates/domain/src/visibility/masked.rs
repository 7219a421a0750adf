//! What a masked viewer gets to see of a contact.

use super::Masking;
use crate::id::ContactId;

/// The fields of a contact as one viewer may see them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MaskedContact {
    /// The name, or a pseudonym.
    pub name: String,
    /// The e-mail address, unless it is hidden.
    pub email: Option<String>,
    /// The phone number, unless it is hidden.
    pub phone: Option<String>,
    /// Whether the name stands in for a hidden one.
    pub name_hidden: bool,
}

/// Whether a name gives an e-mail address or a phone number away: it has an `@` with something on both sides, or five or more
/// digits.
pub fn looks_like_address_or_number(name: &str) -> bool {
    let digits = name.chars().filter(|c| c.is_numeric()).count();
    let at = name.chars().position(|c| matches!(c, '@' | '＠' | '﹫'));
    digits >= 5 || at.is_some_and(|at| at > 0 && at + 1 < name.chars().count())
}

/// What a contact whose name is hidden is called: the same for every viewer and at every time, and telling nothing.
pub fn pseudonym(contact: ContactId) -> String {
    let id = contact.uuid().as_u128();
    // The low bits of a version 7 id are random; the high ones are a time, which would tell when somebody came.
    format!("Contact {:08X}", id & 0xffff_ffff)
}

/// Hides of a contact what this masking hides.
pub fn mask_contact(contact: ContactId, name: &str, email: Option<&str>, phone: Option<&str>, masking: Masking) -> MaskedContact {
    let name_hidden = match masking {
        Masking::None => false,
        Masking::Partial => looks_like_address_or_number(name),
        Masking::Full => true,
    };
    let shown = |field: Option<&str>| if masking.hides_addresses() { None } else { field.map(str::to_owned) };
    MaskedContact {
        name: if name_hidden { pseudonym(contact) } else { name.to_owned() },
        email: shown(email),
        phone: shown(phone),
        name_hidden,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_that_are_numbers_or_addresses_are_recognised() {
        for name in ["+49 30 1234567", "ada@example.test", "Ada (0170-12345)", "٠١٢٣٤٥"] {
            assert!(looks_like_address_or_number(name), "{name}");
        }
        for name in ["Ada Lovelace", "R2 D2", "Agent 007", "Ada @ home"] {
            assert_eq!(looks_like_address_or_number(name), name.contains('@'), "{name}");
        }
    }

    proptest! {
        #[test]
        fn r4_a_masked_contact_never_shows_what_is_hidden(
            id: u128,
            name in "[a-zA-Z ]{1,20}",
            number in "\\+[0-9]{8,14}",
            local in "[a-z]{3,8}",
        ) {
            let contact = ContactId::new(uuid::Uuid::from_u128(id));
            let email = format!("{local}@example.test");
            for masking in [Masking::Partial, Masking::Full] {
                for name in [&name, &number, &email] {
                    let seen = mask_contact(contact, name, Some(&email), Some(&number), masking);
                    let all = format!("{} {:?} {:?}", seen.name, seen.email, seen.phone);
                    prop_assert!(!all.contains(&email) && !all.contains(&number));
                    prop_assert_eq!(seen.email.or(seen.phone), None);
                    if masking == Masking::Full { prop_assert!(seen.name_hidden); }
                }
            }
        }
    }
}
