//! Names of types that say nothing about the thing they name.

use super::{Breach, code::words};

/// Words that fit any type, and so tell none from another.
const SAYS_NOTHING: [&str; 9] = ["Manager", "Service", "Helper", "Util", "Impl", "Data", "Info", "Dto", "Stuff"];

/// Types of ours with a part that says nothing.
pub(crate) fn forbidden(code: &str) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut after_keyword = false;
    for (line, word, _) in words(code) {
        if after_keyword && let Some(part) = parts(word).into_iter().find(|part| says_nothing(part)) {
            breaches.push(Breach { line: Some(line), what: format!("`{part}` in `{word}` says nothing") });
        }
        after_keyword = matches!(word, "struct" | "enum" | "trait" | "type" | "union");
    }
    breaches
}

fn says_nothing(part: &str) -> bool {
    SAYS_NOTHING.contains(&part) || part.strip_suffix('s').is_some_and(|one| SAYS_NOTHING.contains(&one))
}

/// `HandoverPlan` is made of `Handover` and `Plan`.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let end = rest.char_indices().skip(1).find(|(_, each)| each.is_uppercase()).map_or(rest.len(), |(at, _)| at);
        let (part, left) = rest.split_at_checked(end).unwrap_or((rest, ""));
        parts.push(part);
        rest = left;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str) -> usize {
        forbidden(code).len()
    }

    #[test]
    fn a_part_that_says_nothing_is_found_in_definitions() {
        assert_eq!(found("pub struct MemberData { }"), 1);
        assert_eq!(found("enum InfoKind {}"), 1);
        assert_eq!(found("trait MailService {}"), 1);
        assert_eq!(found("type StringUtils = ();"), 1);
    }

    #[test]
    fn other_words_and_uses_of_foreign_types_pass() {
        assert_eq!(found("struct Database; struct Implied; struct Servicing;"), 0);
        assert_eq!(found("impl Service for Router { type Response = (); }"), 0);
        assert_eq!(found("use PhantomData;"), 0);
    }
}
