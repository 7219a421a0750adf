//! What a plan of Postgres must not do.

use serde_json::Value as Json;

/// The tables whose rows grow with people, contacts and acts.
const LARGE: [&str; 24] = [
    "attempts",
    "jobs",
    "job_items",
    "memberships",
    "deleted_memberships",
    "users",
    "presences",
    "grants",
    "grant_levels",
    "resources",
    "selections",
    "selection_resources",
    "selection_groups",
    "grouped_resources",
    "contacts",
    "portfolios",
    "invitations",
    "errands",
    "journal",
    "receipts",
    "receipt_workspaces",
    "sessions",
    "tokens",
    "membership_emails",
];

/// How many rows a sort may get, and a step may touch, of tables with 100,000.
const MANY: f64 = 25_000.0;

/// What is wrong with a plan, if anything is.
pub(crate) fn fault(node: &Json) -> Option<String> {
    let kind = node["Node Type"].as_str().unwrap_or_default();
    let relation = node["Relation Name"].as_str().unwrap_or_default();
    let number = |name: &str| node[name].as_f64().unwrap_or_default();
    if kind == "Seq Scan" && LARGE.contains(&relation) {
        return Some(format!("it reads the whole table {relation}"));
    }
    let steps = node["Plans"].as_array().map(Vec::as_slice).unwrap_or_default();
    let got = |step: &Json| step["Actual Rows"].as_f64().unwrap_or_default() * step["Actual Loops"].as_f64().unwrap_or_default();
    let sorted: f64 = steps.iter().map(got).sum();
    if kind.ends_with("Sort") && sorted > MANY {
        return Some(format!("it sorts {sorted} rows"));
    }
    let touched = (number("Actual Rows") + number("Rows Removed by Filter") + number("Rows Removed by Index Recheck"))
        * number("Actual Loops");
    if touched > MANY && (relation.is_empty() || LARGE.contains(&relation)) {
        return Some(format!("{kind} of {relation} touches {touched} rows"));
    }
    steps.iter().find_map(fault)
}

/// A plan as lines.
pub(crate) fn shown(node: &Json, depth: usize) -> String {
    let text = |name: &str| node[name].as_str().unwrap_or_default();
    let mut lines = format!(
        "{:depth$}{} {} {} (expects {}, got {} × {}, removed {}) {}{}{}\n",
        "",
        text("Node Type"),
        text("Relation Name"),
        text("Index Name"),
        node["Plan Rows"],
        node["Actual Rows"],
        node["Actual Loops"],
        node["Rows Removed by Filter"],
        text("Index Cond"),
        text("Filter"),
        text("Recheck Cond"),
    );
    for step in node["Plans"].as_array().map(Vec::as_slice).unwrap_or_default() {
        lines += &shown(step, depth + 2);
    }
    lines
}
