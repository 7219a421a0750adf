//! Rules about single lines.

use std::path::Path;

use super::{Breach, code::words};
use crate::files::File;

/// What the folders of people are called, on one system or another.
const PERSONAL: [&str; 3] = ["home", "root", "Users"];

/// Paths that only one machine has: people's folders, and the folder that this workspace lies in.
pub(crate) fn machine_paths(file: &File, root: &str) -> Vec<Breach> {
    // A root like `/app` is too short to tell a machine by.
    let root = (Path::new(root).components().count() > 2).then_some(root);
    let personal = PERSONAL.into_iter().flat_map(|name| ["/", "\\"].map(|slash| format!("{slash}{name}{slash}")));
    let folders: Vec<String> = personal.chain(root.map(str::to_owned)).collect();
    let lines = file.text.lines().enumerate();
    let found = lines.filter_map(|(index, line)| {
        let path = folders.iter().find(|path| line.contains(path.as_str()))?;
        Some(Breach { line: Some(index + 1), what: format!("`{path}` is a folder of one machine") })
    });
    found.collect()
}

/// The module's sentence, and the name of its file.
pub(crate) fn opening(file: &File) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if !file.text.starts_with("//! ") {
        let what = "a module opens with one `//!` sentence".to_owned();
        breaches.push(Breach { line: Some(1), what });
    }
    if file.path.ends_with("/mod.rs") {
        let what = "a module `foo` lies in `foo.rs`, not in `foo/mod.rs`".to_owned();
        breaches.push(Breach { line: None, what });
    }
    breaches
}

/// `todo!`, `unimplemented!` and ignored tests.
pub(crate) fn unfinished(code: &str) -> Vec<Breach> {
    let breach = |line, what: &str| Breach { line: Some(line), what: format!("`{what}` leaves something for later") };
    let macros = words(code).filter(|(_, word, after)| matches!(*word, "todo" | "unimplemented") && after.starts_with('!'));
    let macros = macros.map(|(line, word, _)| breach(line, &format!("{word}!")));
    let ignored = code.lines().enumerate().filter(|(_, line)| line.contains("#[ignore"));
    macros.chain(ignored.map(|(index, _)| breach(index + 1, "#[ignore]"))).collect()
}

/// Sleeping in tests: in a file of tests, or after the `#[cfg(test)]` of another.
pub(crate) fn sleeps(file: &File, code: &str) -> Vec<Breach> {
    let tests = code.lines().position(|line| line.contains("#[cfg(test)]")).map(|index| index + 1);
    let Some(from) = (if file.is_test() { Some(0) } else { tests }) else {
        return Vec::new();
    };
    let sleeps = words(code).filter(|(line, word, _)| *line >= from && matches!(*word, "sleep" | "sleep_until" | "sleep_ms"));
    let what = |word| format!("`{word}` in a test: wait for what happens, not for time to pass");
    sleeps.map(|(line, word, _)| Breach { line: Some(line), what: what(word) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::code::code_of;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    fn lines(breaches: &[Breach]) -> Vec<usize> {
        breaches.iter().filter_map(|breach| breach.line).collect()
    }

    #[test]
    fn folders_of_one_machine_are_found() {
        let text = &format!("a\n/{}/me/x\n/srv/tree/of/mine/x\n/srv/other\n", PERSONAL[0]);
        assert_eq!(lines(&machine_paths(&file("a.md", text), "/srv/tree")), [2, 3]);
        assert_eq!(lines(&machine_paths(&file("a.md", text), "/srv")), [2]);
    }

    #[test]
    fn a_module_opens_with_its_sentence() {
        assert!(opening(&file("a.rs", "//! A thing.\n")).is_empty());
        assert_eq!(opening(&file("a.rs", "use b;\n")).len(), 1);
        assert_eq!(opening(&file("a/mod.rs", "//! A thing.\n")).len(), 1);
    }

    #[test]
    fn what_is_left_for_later_is_found_in_code_alone() {
        let code = code_of("// todo!()\ntodo!();\nlet todo = 1;\n#[ignore = \"x\"]\nunimplemented!(\"y\")");
        assert_eq!(lines(&unfinished(&code)), [2, 5, 4]);
    }

    #[test]
    fn sleeping_is_for_code_that_is_no_test() {
        let text = "fn a() { thread::sleep(x) }\n#[cfg(test)]\nmod tests { use std::thread::sleep; }\n";
        assert_eq!(lines(&sleeps(&file("crates/a/src/b.rs", text), &code_of(text))), [3]);
        assert_eq!(lines(&sleeps(&file("crates/a/tests/b.rs", text), &code_of(text))), [1, 3]);
        let text = "fn a() { thread::sleep(x) }";
        assert!(sleeps(&file("crates/a/src/b.rs", text), &code_of(text)).is_empty());
    }
}
