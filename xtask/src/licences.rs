//! Licences, banned crates and sources of everything in the lock file, as `deny.toml` says.

use std::fs;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};
use toml::Table;

use crate::{
    cargo::{cargo, has, run as run_command},
    findings::Findings,
    workspace::{Workspace, list, metadata, text},
};

pub(crate) fn run() -> Result<()> {
    let workspace = Workspace::load()?;
    let policy = Policy::read(&fs::read_to_string(workspace.root.join("deny.toml")).context("cannot read deny.toml")?)?;
    let graph = metadata(&["--all-features", "--locked"])?;
    let packages = list(&graph, "packages")?;
    let mut findings = Findings::default();
    for package in packages {
        policy.judge(package, &mut findings)?;
    }
    findings.settle(&format!("{} packages are as deny.toml says", packages.len()))?;
    if has("deny") {
        // The same file, read by those who defined it. Advisories are left out: they need the network, and turn a
        // commit red that nobody touched.
        return run_command(&mut cargo(["deny", "--offline", "--all-features", "check", "bans", "licenses", "sources"]));
    }
    Ok(())
}

/// What `deny.toml` allows and bans.
#[derive(Debug)]
struct Policy {
    licences: Vec<Licensee>,
    /// Crates that may be under others besides.
    exceptions: Vec<(String, Vec<Licensee>)>,
    banned: Vec<(String, String)>,
    registries: Vec<String>,
}

impl Policy {
    fn read(toml: &str) -> Result<Self> {
        let table: Table = toml.parse().context("deny.toml is not TOML")?;
        let licensee = |name: &String| Licensee::parse(name).map_err(|reason| anyhow!("deny.toml: {reason}"));
        let licences = texts(&table, "licenses", "allow")?;
        let exceptions = array(&table, "licenses", "exceptions")?.iter().map(|entry| {
            let name = entry.get("crate").and_then(toml::Value::as_str).context("deny.toml excepts something without `crate`")?;
            let allowed = entry.get("allow").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
            let allowed = allowed.iter().filter_map(toml::Value::as_str).map(str::to_owned);
            Ok((name.to_owned(), allowed.map(|name| licensee(&name)).collect::<Result<_>>()?))
        });
        let banned = array(&table, "bans", "deny")?.iter().map(|entry| {
            let part = |key: &str| entry.get(key).and_then(toml::Value::as_str).map(str::to_owned);
            Ok((part("crate").context("deny.toml bans something without `crate`")?, part("reason").unwrap_or_default()))
        });
        Ok(Self {
            licences: licences.iter().map(licensee).collect::<Result<_>>()?,
            exceptions: exceptions.collect::<Result<_>>()?,
            banned: banned.collect::<Result<_>>()?,
            registries: texts(&table, "sources", "allow-registry")?,
        })
    }

    fn judge(&self, package: &Value, findings: &mut Findings) -> Result<()> {
        let name = text(package, "name")?;
        if let Some((_, reason)) = self.banned.iter().find(|(banned, _)| banned == name) {
            findings.add(format!("{name} is banned: {reason} (`cargo tree -i {name}` tells who wants it)"));
        }
        if let Some(source) = package.get("source").and_then(Value::as_str)
            && !self.registries.iter().any(|known| source.strip_prefix("registry+") == Some(known))
        {
            findings.add(format!("{name} comes from {source}, which deny.toml doesn't allow"));
        }
        let licence = package.get("license").and_then(Value::as_str);
        if let Some(wrong) = self.wrong_with(name, licence) {
            findings.add(format!("{name} {wrong}"));
        }
        Ok(())
    }

    fn wrong_with(&self, name: &str, licence: Option<&str>) -> Option<String> {
        let Some(licence) = licence else { return Some("names no licence".to_owned()) };
        match Expression::parse_mode(licence, ParseMode::LAX) {
            Err(reason) => Some(format!("has a licence that can't be read: {reason}")),
            Ok(expression) => {
                let besides = self.exceptions.iter().find(|(excepted, _)| excepted == name).map(|(_, allowed)| allowed.as_slice());
                let known = || self.licences.iter().chain(besides.unwrap_or_default());
                let allowed = expression.evaluate(|wanted| known().any(|each| each.satisfies(wanted)));
                (!allowed).then(|| format!("is under `{licence}`, which deny.toml doesn't allow"))
            }
        }
    }
}

fn array<'a>(table: &'a Table, section: &str, key: &str) -> Result<&'a Vec<toml::Value>> {
    let found = table.get(section).and_then(|section| section.get(key)).and_then(toml::Value::as_array);
    found.with_context(|| format!("deny.toml has no list `{key}` in [{section}]"))
}

fn texts(table: &Table, section: &str, key: &str) -> Result<Vec<String>> {
    Ok(array(table, section, key)?.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const POLICY: &str = r#"
        [licenses]
        allow = ["MIT", "Apache-2.0"]
        exceptions = [{ crate = "odd", allow = ["MPL-2.0"] }]
        [bans]
        deny = [{ crate = "bad", reason = "for a test" }]
        [sources]
        allow-registry = ["https://registry.example"]
    "#;

    fn found(name: &str, licence: Option<&str>, source: Option<&str>) -> Vec<String> {
        let mut findings = Findings::default();
        let package = json!({ "name": name, "license": licence, "source": source });
        Policy::read(POLICY).unwrap().judge(&package, &mut findings).unwrap();
        findings.lines().to_vec()
    }

    #[test]
    fn one_allowed_side_of_a_choice_is_enough_and_both_sides_of_a_sum_are_needed() {
        let source = Some("registry+https://registry.example");
        assert!(found("a", Some("MIT OR GPL-3.0-only"), source).is_empty());
        assert!(found("a", Some("GPL-3.0-only/MIT"), source).is_empty());
        assert!(found("a", Some("MIT AND Apache-2.0"), None).is_empty());
        assert_eq!(found("a", Some("MIT AND GPL-3.0-only"), source).len(), 1);
        assert_eq!(found("a", Some("Apache-2.0 WITH LLVM-exception"), source).len(), 1);
        assert_eq!(found("a", None, source).len(), 1);
        assert_eq!(found("a", Some("whatever"), source).len(), 1);
    }

    #[test]
    fn an_exception_is_for_its_crate_alone() {
        assert!(found("odd", Some("MPL-2.0+"), None).is_empty());
        assert!(found("odd", Some("MIT"), None).is_empty());
        assert_eq!(found("odd", Some("GPL-3.0-only"), None).len(), 1);
        assert_eq!(found("a", Some("MPL-2.0+"), None).len(), 1);
    }

    #[test]
    fn banned_crates_and_foreign_sources_are_found() {
        assert_eq!(found("bad", Some("MIT"), None).len(), 1);
        assert_eq!(found("a", Some("MIT"), Some("registry+https://elsewhere.example")).len(), 1);
        assert_eq!(found("a", Some("MIT"), Some("git+https://registry.example")).len(), 1);
    }
}
