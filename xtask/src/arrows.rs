//! Compares the crates' dependencies on each other with the arrows that the architecture allows.

mod rooms;

use anyhow::Result;

use crate::{
    cargo::{cargo, output},
    findings::Findings,
    workspace::{Package, Workspace},
};
use rooms::{ROOMS, Room};

/// What must stay out of the domain: it decides, and leaves waiting, storing and serving to others.
const NOT_IN_THE_DOMAIN: [&str; 4] = ["tokio", "sqlx", "axum", "serde"];

pub(crate) fn run() -> Result<()> {
    let workspace = Workspace::load()?;
    let mut findings = Findings::default();
    for package in &workspace.packages {
        match ROOMS.iter().find(|room| room.package == package.name) {
            Some(room) => compare(package, room, &mut findings),
            None => findings.add(format!("{} has no line in xtask/src/arrows/rooms.rs", package.name)),
        }
    }
    for note in ROOMS.iter().flat_map(|room| unused(room, &workspace.packages)) {
        println!("note: {note}");
    }
    domain_is_pure(&mut findings)?;
    findings.settle(&format!("every arrow between {} crates is allowed", workspace.packages.len()))
}

fn compare(package: &Package, room: &Room, findings: &mut Findings) {
    for arrow in &package.knows {
        let to = arrow.to.as_str();
        // A crate may know itself in tests, with other features.
        let allowed = room.knows.contains(&to) || (arrow.in_tests && (room.in_tests.contains(&to) || to == package.name));
        if !allowed {
            let when = if arrow.in_tests { " in tests" } else { "" };
            findings.add(format!("{} must not know {to}{when}", package.name));
        }
    }
}

/// Allowed arrows that nobody uses: the list should shrink when the code does.
fn unused(room: &Room, packages: &[Package]) -> Vec<String> {
    let Some(package) = packages.iter().find(|package| package.name == room.package) else {
        return vec![format!("there is no crate {} yet", room.package)];
    };
    let used = |to: &str, in_tests: bool| package.knows.iter().any(|arrow| arrow.to == to && (in_tests || !arrow.in_tests));
    let always =
        room.knows.iter().filter(|to| !used(to, false)).map(|to| format!("{} does not use its arrow to {to}", room.package));
    let tests = room
        .in_tests
        .iter()
        .filter(|to| !used(to, true))
        .map(|to| format!("{} does not use its arrow to {to} in tests", room.package));
    always.chain(tests).collect()
}

fn domain_is_pure(findings: &mut Findings) -> Result<()> {
    let tree = output(&mut cargo(["tree", "--package", "tenure-domain", "--edges", "normal", "--prefix", "none"]))?;
    for line in tree.lines() {
        let name = line.split_whitespace().next().unwrap_or_default();
        if NOT_IN_THE_DOMAIN.contains(&name) {
            findings.add(format!("tenure-domain stands on {name}: see `cargo tree -p tenure-domain -e normal -i {name}`"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Arrow;

    const ROOM: Room = Room { package: "a", knows: &["b"], in_tests: &["c"] };

    fn package(arrows: &[(&str, bool)]) -> Package {
        let knows = arrows.iter().map(|(to, in_tests)| Arrow { to: (*to).to_owned(), in_tests: *in_tests }).collect();
        Package { name: "a".to_owned(), folder: "crates/a".into(), knows, features: Vec::new() }
    }

    fn found(arrows: &[(&str, bool)]) -> Vec<String> {
        let mut findings = Findings::default();
        compare(&package(arrows), &ROOM, &mut findings);
        findings.lines().to_vec()
    }

    #[test]
    fn allowed_arrows_pass() {
        assert!(found(&[("b", false), ("b", true), ("c", true), ("a", true)]).is_empty());
    }

    #[test]
    fn an_arrow_for_tests_is_none_for_the_crate() {
        assert_eq!(found(&[("c", false)]), ["a must not know c"]);
        assert_eq!(found(&[("d", true)]), ["a must not know d in tests"]);
    }

    #[test]
    fn unused_arrows_are_named() {
        assert_eq!(
            unused(&ROOM, &[package(&[("b", true)])]),
            ["a does not use its arrow to b", "a does not use its arrow to c in tests"]
        );
        assert_eq!(unused(&ROOM, &[]), ["there is no crate a yet"]);
    }

    #[test]
    fn no_arrow_leads_to_the_application_or_between_adapters() {
        let adapters = ["tenure-store-sqlite", "tenure-store-postgres", "tenure-mail-smtp", "tenure-http-api"];
        for room in ROOMS {
            assert!(!room.knows.contains(&"tenured"), "{}", room.package);
            if adapters.contains(&room.package) {
                assert!(!room.knows.iter().any(|to| adapters.contains(to)), "{}", room.package);
            }
        }
    }
}
