//! Guessing what a mistyped word was meant to be.

/// Keys are no longer than this, and comparing is quadratic.
const MOST_LETTERS: usize = 64;

/// The word that differs least from what was written, if it is near enough to be meant.
pub fn nearest<'a>(given: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if given.len() > MOST_LETTERS {
        return None;
    }
    let words = words.into_iter().filter(|word| word.len() <= MOST_LETTERS);
    let (apart, word) = words.map(|word| (strsim::damerau_levenshtein(given, word), word)).min()?;
    (apart <= 2.max(given.len() / 3)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let words = ["members.view", "members.invite", "contacts.view"];
        assert_eq!(nearest("member.view", words), Some("members.view"));
        assert_eq!(nearest("memebrs.invite", words), Some("members.invite"));
        assert_eq!(nearest("billing.pay", words), None);
    }

    #[test]
    fn overlong_words_are_not_compared() {
        let long = "a".repeat(65);
        assert_eq!(nearest(&long, [long.as_str()]), None);
        assert_eq!(nearest("aa", [long.as_str()]), None);
    }
}
