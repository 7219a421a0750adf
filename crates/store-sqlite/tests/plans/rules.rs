//! What a plan of SQLite must not do.

use super::recording::Step;

/// The tables whose rows grow with people, contacts and acts, by the names that statements give them.
const LARGE: [(&str, &[&str]); 22] = [
    ("jobs", &["j"]),
    ("job_items", &["i"]),
    ("memberships", &["m", "s", "b"]),
    ("deleted_memberships", &["d", "m"]),
    ("users", &["u"]),
    ("tokens", &["t"]),
    ("presences", &["p"]),
    ("grants", &["g"]),
    ("grant_levels", &["l", "g"]),
    ("resources", &["r", "s"]),
    ("selections", &["s", "sa"]),
    ("selection_resources", &["sr", "c", "vr"]),
    ("selection_groups", &["sg", "c", "vs"]),
    ("grouped_resources", &["gr", "fg", "vg"]),
    ("contacts", &["c", "s", "hit"]),
    ("portfolios", &["p"]),
    ("invitations", &["i"]),
    ("errands", &["e"]),
    ("journal", &["j"]),
    ("receipts", &["r", "hit"]),
    ("receipt_workspaces", &["k", "o"]),
    ("member_documents", &["d"]),
];

/// Parts of a plan's line that say that a lookup finds one row or a few, whatever the table's size.
const FEW: [&str; 8] = [
    " AND id=?)",
    " AND member_id=?)",
    "member_id=? AND workspace_id=?)",
    " AND user_id=?)",
    " AND invitation_id=?)",
    " AND receipt_id=?)",
    "(id=?)",
    "(user_id=?)",
];

/// What is wrong with a plan, if anything is.
pub(crate) fn fault(text: &str, plan: &[Step]) -> Option<String> {
    let whole = plan.iter().find(|(_, _, detail)| scans_a_large_table(text, detail));
    if let Some((_, _, detail)) = whole {
        return Some(format!("it reads a whole table: {detail}"));
    }
    if let Some((_, _, detail)) = plan.iter().find(|(_, _, detail)| begins_anew(text, detail)) {
        return Some(format!("a page deep inside begins at the beginning: {detail}"));
    }
    plan.iter().find(|step| sorts_too_much(text, plan, step)).map(|(_, _, detail)| format!("it sorts more than a few: {detail}"))
}

fn scans_a_large_table(text: &str, detail: &str) -> bool {
    let Some(name) = detail.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { return false };
    if detail.contains("VIRTUAL TABLE") {
        return false;
    }
    let is = |table: &str, alias: &str| text.contains(&format!(" {table} {alias} ")) && alias == name;
    LARGE.iter().any(|(table, aliases)| *table == name || aliases.iter().any(|alias| is(table, alias)))
        && !text.contains(&format!(") {name}"))
}

/// Whether a walk of members or of the journal goes through all that comes before its page.
fn begins_anew(text: &str, detail: &str) -> bool {
    let is_deep = [", m.id) > (", ", m.id) < (", ", j.id) < ("].iter().any(|part| text.contains(part));
    let is_walk = detail.starts_with("SEARCH m ") || detail.starts_with("SEARCH j ");
    is_deep && is_walk && !detail.contains(">(?,?)") && !detail.contains("<(?,?)") && !detail.contains(" AND id=?)")
}

/// A sort is fine where the outermost loop that feeds it is over a few rows: a probed set, one window, or rows by their ids.
fn sorts_too_much(text: &str, plan: &[Step], (_, parent, detail): &Step) -> bool {
    if !detail.starts_with("USE TEMP B-TREE FOR ORDER BY") {
        return false;
    }
    let feeds = |(_, of, detail): &&Step| of == parent && (detail.starts_with("SCAN") || detail.starts_with("SEARCH"));
    let Some((_, _, outermost)) = plan.iter().find(feeds) else { return true };
    let name = outermost.split(' ').nth(1).unwrap_or_default();
    let is_bounded_part = outermost.starts_with("SCAN") && text.contains(&format!(") {name}"));
    let is_probed = name == "few" || name == "keys" || outermost.starts_with("SEARCH w ") || outermost.starts_with("SEARCH p ");
    !(is_bounded_part || is_probed || FEW.iter().any(|part| outermost.contains(part)))
}

/// A plan as lines.
pub(crate) fn shown(plan: &[Step]) -> String {
    plan.iter().map(|(id, parent, detail)| format!("    {parent:>4} > {id:<4} {detail}\n")).collect()
}
