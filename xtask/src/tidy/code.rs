//! A Rust file without its comments and literals, so that a rule about code doesn't fire on prose.

/// The text with every comment and every string and character literal blanked; lines stay where they were.
pub(crate) fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    let mut in_word = false;
    while let Some(next) = rest.chars().next() {
        let prose = prose_at_start(rest, in_word);
        let (taken, left) = rest.split_at_checked(prose.unwrap_or(next.len_utf8())).unwrap_or((rest, ""));
        if prose.is_some() {
            code.extend(taken.chars().map(|each| if each == '\n' { '\n' } else { ' ' }));
        } else {
            code.push_str(taken);
        }
        in_word = prose.is_none() && (next.is_alphanumeric() || next == '_');
        rest = left;
    }
    code
}

/// The code's words with the lines they stand on (from 1) and what follows them.
pub(crate) fn words(code: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    code.lines().enumerate().flat_map(|(index, line)| {
        line.split(|each: char| !(each.is_alphanumeric() || each == '_')).filter(|word| !word.is_empty()).map(move |word| {
            // A word is a slice of its line, so the distance of their addresses is its place.
            let end = word.as_ptr().addr() - line.as_ptr().addr() + word.len();
            (index + 1, word, line.get(end..).unwrap_or_default())
        })
    })
}

/// The length in bytes of the comment or literal that the text begins with.
fn prose_at_start(text: &str, in_word: bool) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return Some(block_comment(text));
    }
    if text.starts_with('"') {
        return Some(string(text));
    }
    if text.starts_with('\'') {
        return character(text);
    }
    if in_word { None } else { raw_string(text) }
}

/// Block comments nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let step = if rest.starts_with("/*") {
            depth += 1;
            2
        } else if rest.starts_with("*/") {
            depth = depth.saturating_sub(1);
            2
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        at += step;
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, each) in text.char_indices().skip(1) {
        match each {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// `'a'` and `'\n'` are literals; `'a` alone is a lifetime.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        let escape = inside.chars().take(2).map(char::len_utf8).sum::<usize>();
        let closing = inside.get(escape..)?.find('\'')?;
        return Some(1 + escape + closing + 1);
    }
    let first = inside.chars().next()?;
    inside.get(first.len_utf8()..)?.starts_with('\'').then_some(first.len_utf8() + 2)
}

/// `r"…"`, `r#"…"#`, and the same of bytes and C strings.
fn raw_string(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("br").or_else(|| text.strip_prefix("cr")).or_else(|| text.strip_prefix('r'))?;
    let hashes = inside.len() - inside.trim_start_matches('#').len();
    let inside = inside.get(hashes..)?.strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    let end = inside.find(&closing).map_or(inside.len(), |at| at + closing.len());
    Some(text.len() - inside.len() + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squeezed(text: &str) -> String {
        code_of(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_and_literals_are_blanked() {
        assert_eq!(squeezed("a // b\nc"), "a c");
        assert_eq!(squeezed("a /* b /* c */ d */ e"), "a e");
        assert_eq!(squeezed(r#"let a = "b \" // c"; d"#), "let a = ; d");
        assert_eq!(squeezed("r#\"a \" b\"# c br\"d\" e"), "c e");
        assert_eq!(squeezed(r"x('a', '\'', '\u{61}', '\\') y"), "x( , , , ) y");
    }

    #[test]
    fn lifetimes_and_raw_names_are_code() {
        assert_eq!(squeezed("fn f<'a>(r#type: &'a str) {}"), "fn f<'a>(r#type: &'a str) {}");
        assert_eq!(squeezed("bar(\"x\")"), "bar( )");
    }

    #[test]
    fn lines_stay_where_they_were() {
        let code = code_of("/* a\nb */\nsleep(\"x\")");
        assert_eq!(words(&code).collect::<Vec<_>>(), [(3, "sleep", "(   )")]);
    }
}
