//! The cells that tell of grants: `workspace:level+level`, a blank between two of them, and levels alone.

use std::collections::BTreeSet;

use super::RowRefused;
use crate::id::WorkspaceId;
use crate::keys::LevelKey;

/// Levels at a workspace.
pub(super) type At = (WorkspaceId, BTreeSet<LevelKey>);

/// How many grants one row may give or change: a step of a job takes its rows by number, and must not take long.
pub(super) const MOST_GRANTS: usize = 20;

/// All grants as a cell.
pub(super) fn written(grants: &[At]) -> String {
    let one = |(workspace, levels): &At| format!("{workspace}:{}", joined(levels, "+"));
    grants.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The levels of all grants as a cell, each once.
pub(super) fn levels_written(grants: &[At]) -> String {
    joined(&all_levels(grants), " ")
}

pub(super) fn all_levels(grants: &[At]) -> BTreeSet<LevelKey> {
    grants.iter().flat_map(|(_, levels)| levels).cloned().collect()
}

fn joined(levels: &BTreeSet<LevelKey>, by: &str) -> String {
    levels.iter().map(LevelKey::as_str).collect::<Vec<_>>().join(by)
}

/// The grants of a cell, in its order; each workspace once.
pub(super) fn read(cell: &str) -> Result<Vec<At>, RowRefused> {
    let (mut grants, mut named): (Vec<At>, _) = (Vec::new(), BTreeSet::new());
    for one in cell.split_whitespace() {
        let (workspace, levels) = one.split_once(':').ok_or(RowRefused::Grants)?;
        let workspace = workspace.parse().map_err(|_| RowRefused::Grants)?;
        let levels = keys(levels.split('+').filter(|word| !word.is_empty())).ok_or(RowRefused::Grants)?;
        if !named.insert(workspace) {
            return Err(RowRefused::Grants);
        }
        grants.push((workspace, levels));
    }
    Ok(grants)
}

/// The levels of a cell.
pub(super) fn read_levels(cell: &str) -> Result<BTreeSet<LevelKey>, RowRefused> {
    keys(cell.split_whitespace()).ok_or(RowRefused::Levels)
}

fn keys<'a>(words: impl Iterator<Item = &'a str>) -> Option<BTreeSet<LevelKey>> {
    words.map(|word| LevelKey::parse(word).ok()).collect()
}
