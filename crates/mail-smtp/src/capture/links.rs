//! Finding the links in a plain text, as a mail program does.

/// The `http` and `https` URLs in a text, in their order, without the punctuation of the sentence around them.
pub(super) fn in_text(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
        .filter_map(|word| {
            let start = [word.find("https://"), word.find("http://")].into_iter().flatten().min()?;
            Some(word.get(start..)?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::in_text;

    #[test]
    fn links_are_found_without_the_punctuation_around_them() {
        for (text, links) in [
            ("Accept: https://t.test/invitation/a-b_c?x=1#y.", vec!["https://t.test/invitation/a-b_c?x=1#y"]),
            ("(see http://t.test/), <https://u.test/>!", vec!["http://t.test/", "https://u.test/"]),
            ("ftp://t.test, http:/t.test, no link", vec![]),
            ("https://t.test/größe\nhttps://t.test/2", vec!["https://t.test/größe", "https://t.test/2"]),
        ] {
            assert_eq!(in_text(text), links, "{text}");
        }
    }
}
