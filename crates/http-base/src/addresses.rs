//! Addresses as people type and paste them: with names or without, set apart by whatever stands between them.

use tenure_domain::Name;
use tenure_usecases::TypedAddress;

/// An address, and the name that stood before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed {
    /// The address, as it was typed.
    pub email: String,
    /// The name; empty for none.
    pub name: String,
}

impl Typed {
    /// As it can be typed again.
    pub fn text(&self) -> String {
        if self.name.is_empty() { self.email.clone() } else { format!("\"{}\" <{}>", self.name, self.email) }
    }

    /// With the names apart, as far as they can be told apart: a comma puts the last one first.
    pub fn as_address(&self) -> TypedAddress {
        let words = |text: &str| Name::parse(text.trim()).ok();
        let (first, last) = match (self.name.split_once(','), self.name.rsplit_once(char::is_whitespace)) {
            (Some((last, first)), _) | (None, Some((first, last))) => (words(first), words(last)),
            (None, None) => (words(&self.name), None),
        };
        TypedAddress { email: self.email.clone(), first_name: first, last_name: last }
    }
}

/// All addresses in a text, in order: those in angle brackets with what stands before them as a name, and every other word that
/// could be meant as one.
pub fn addresses(text: &str) -> Vec<Typed> {
    let mut found = Vec::new();
    for part in parts(text) {
        let mut rest = part;
        while let Some((before, (inner, after))) =
            rest.split_once('<').and_then(|(before, after)| Some((before, after.split_once('>')?)))
        {
            let name = bare_before(before, &mut found);
            found.push(Typed { email: inner.trim().to_owned(), name });
            rest = after;
        }
        found.extend(rest.split_whitespace().map(bare));
    }
    found.retain(|typed| !typed.email.is_empty());
    found
}

fn bare(word: &str) -> Typed {
    Typed { email: word.to_owned(), name: String::new() }
}

/// Takes the addresses out of what stands before a bracket; what is left is a name.
fn bare_before(before: &str, found: &mut Vec<Typed>) -> String {
    let (addresses, words): (Vec<&str>, Vec<&str>) = before.split_whitespace().partition(|word| word.contains('@'));
    found.extend(addresses.into_iter().map(bare));
    words.join(" ").trim_matches(['"', '\'', ' ']).to_owned()
}

/// By commas, semicolons, tabs and line breaks, but for commas within quotes: they belong to a name, as in `"Berg, Bo" <bo@…>`.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |letter| {
        // A quotation that nobody closed ends with its line.
        quoted = (quoted ^ (letter == '"')) && !matches!(letter, '\n' | '\r');
        matches!(letter, '\n' | '\r') || (!quoted && matches!(letter, ',' | ';' | '\t'))
    })
}

#[cfg(test)]
mod tests {
    use super::{Typed, addresses};

    fn emails(text: &str) -> Vec<String> {
        addresses(text).into_iter().map(|typed| typed.email).collect()
    }

    #[test]
    fn addresses_are_found_in_what_people_paste() {
        let typed =
            "ada@example.test, Bo Berg <bo@example.test>;\"Cy, D.\" <cy@example.test>\n di@example.test  ed@example.test\r\n,";
        let found = ["ada@example.test", "bo@example.test", "cy@example.test", "di@example.test", "ed@example.test"];
        assert_eq!(emails(typed), found);
        assert!(emails(" ,;\n").is_empty());
    }

    #[test]
    fn no_address_is_lost_for_standing_beside_another() {
        assert_eq!(emails("Bo Berg <bo@x.test> cy@x.test"), ["bo@x.test", "cy@x.test"]);
        assert_eq!(emails("Bo <bo@x.test> Cy <cy@x.test>"), ["bo@x.test", "cy@x.test"]);
        assert_eq!(emails("ada@x.test Bo <bo@x.test>"), ["ada@x.test", "bo@x.test"]);
        assert_eq!(emails("bo@x.test> <cy@x.test"), ["bo@x.test>", "<cy@x.test"], "what is broken is shown as it is");
    }

    #[test]
    fn names_are_kept_and_told_apart() {
        let names = |text: &str| {
            let address = addresses(text).pop().unwrap().as_address();
            [address.first_name, address.last_name].map(|name| name.map(|name| name.to_string()).unwrap_or_default())
        };
        assert_eq!(names("Bo Berg <bo@x.test>"), ["Bo", "Berg"]);
        assert_eq!(names("Bo Anders Berg <bo@x.test>"), ["Bo Anders", "Berg"]);
        assert_eq!(names("\"Berg, Bo\" <bo@x.test>"), ["Bo", "Berg"]);
        assert_eq!(names("Bo <bo@x.test>"), ["Bo", ""]);
        assert_eq!(names("bo@x.test"), ["", ""]);
        let typed = Typed { email: "bo@x.test".to_owned(), name: "Berg, Bo".to_owned() };
        assert_eq!(addresses(&typed.text()), [typed], "it can be typed again");
    }
}
