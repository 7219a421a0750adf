//! Relative links in Markdown, to files and to headings.

use std::path::{Component, Path, PathBuf};

use crate::{files::File, findings::Findings};

pub(crate) fn check(root: &Path, files: &[File], findings: &mut Findings) {
    for file in files.iter().filter(|file| file.has_ending("md")) {
        for link in links(&file.text) {
            if let Some(wrong) = wrong_with(&link, file, files, |path| root.join(path).exists()) {
                findings.add(format!("{}: the link to `{link}` {wrong}", file.path));
            }
        }
    }
}

fn wrong_with(link: &str, file: &File, files: &[File], exists: impl Fn(&Path) -> bool) -> Option<&'static str> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, heading) = link.split_once('#').map_or((link, None), |(path, heading)| (path, Some(heading)));
    let target = if path.is_empty() { Some(PathBuf::from(&file.path)) } else { resolved(&file.path, path) };
    let Some(target) = target else { return Some("leads out of the workspace") };
    if !exists(&target) {
        return Some("leads to no file");
    }
    let heading = heading?;
    let text = files.iter().find(|each| Path::new(&each.path) == target && each.has_ending("md"))?;
    let known = prose(&text.text).iter().any(|line| line.starts_with('#') && anchor(line) == heading);
    (!known).then_some("leads to no heading")
}

/// The path from the root of what a file links to. A link out of the workspace has none.
fn resolved(from: &str, link: &str) -> Option<PathBuf> {
    let mut path = PathBuf::from(from);
    path.pop();
    for part in Path::new(link).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::ParentDir => path.pop().then_some(())?,
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(path)
}

/// The targets of `[text](target)` and `[name]: target`.
fn links(text: &str) -> Vec<String> {
    let mut links = Vec::new();
    for line in prose(text) {
        let inline = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
        links.extend(inline.map(str::to_owned));
        if let Some((name, target)) = line.split_once("]: ")
            && name.starts_with('[')
        {
            links.extend(target.split_whitespace().next().map(str::to_owned));
        }
    }
    links
}

/// The lines outside fenced code, without their `code`.
fn prose(text: &str) -> Vec<String> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            // In headings, code is part of the anchor.
            let kept = if line.starts_with('#') { line.to_owned() } else { line.split('`').step_by(2).collect() };
            lines.push(kept);
        }
    }
    lines
}

/// The anchor that is made of a heading: small letters, digits and hyphens.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = text.chars().filter(|each| each.is_alphanumeric() || matches!(each, ' ' | '-' | '_'));
    kept.map(|each| if each == ' ' { '-' } else { each }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_outside_code() {
        let text = "See [a](b.md#c) and [d](../e), `[x](y)`.\n```\n[z](z)\n```\n[f]: g.md \"title\"\n";
        assert_eq!(links(text), ["b.md#c", "../e", "g.md"]);
    }

    #[test]
    fn links_are_followed_from_the_files_folder() {
        assert_eq!(resolved("docs/a.md", "../README.md"), Some(PathBuf::from("README.md")));
        assert_eq!(resolved("docs/a.md", "./adr/"), Some(PathBuf::from("docs/adr")));
        assert_eq!(resolved("a.md", "../b"), None);
    }

    #[test]
    fn anchors_are_made_as_forges_make_them() {
        assert_eq!(anchor("## The `outbox`, and couriers"), "the-outbox-and-couriers");
    }

    #[test]
    fn a_link_that_leads_nowhere_is_found() {
        let files = [
            File { path: "a.md".to_owned(), text: "# One\n```\n# Two\n```\n".to_owned() },
            File { path: "docs/b.md".to_owned(), text: String::new() },
        ];
        let exists = |path: &Path| files.iter().any(|file| Path::new(&file.path) == path);
        let wrong = |link: &str| wrong_with(link, &files[1], &files, exists);
        assert_eq!(wrong("https://example.test/x"), None);
        assert_eq!(wrong("../a.md#one"), None);
        assert_eq!(wrong("../a.md#two"), Some("leads to no heading"));
        assert_eq!(wrong("a.md"), Some("leads to no file"));
        assert_eq!(wrong("../../a.md"), Some("leads out of the workspace"));
    }
}
