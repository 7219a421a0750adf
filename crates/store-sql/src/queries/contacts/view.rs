//! What a viewer sees of contacts, region by region of the tree.

use std::collections::HashMap;

use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::Sights;

use crate::queries::reach::{self, Region};

/// Which contacts of a region are seen. Each shows what the ones before it do, and more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Shows {
    /// The viewer's own.
    Own,
    /// And those that nobody holds.
    Unassigned,
    /// All.
    All,
}

impl From<&Visibility> for Shows {
    fn from(visibility: &Visibility) -> Self {
        match visibility {
            Visibility::Everything => Self::All,
            Visibility::OwnAndUnassigned => Self::Unassigned,
            // Stores keep no resources yet, so no two members have one in common; one's own are in every reading.
            Visibility::Own | Visibility::Shared(_) => Self::Own,
        }
    }
}

/// What is seen in a region.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Shown {
    pub(super) shows: Shows,
    pub(super) masking: Masking,
}

/// What a viewer sees.
#[derive(Debug)]
pub(super) struct View {
    pub(super) viewer: MemberId,
    /// Where they see anything.
    pub(super) regions: Vec<Region<Shown>>,
}

/// The workspaces that sights name.
pub(super) fn workspaces(sights: &Sights) -> Vec<WorkspaceId> {
    sights.entries.iter().map(|entry| entry.workspace).collect()
}

impl View {
    pub(super) fn new(sights: &Sights, paths: &HashMap<WorkspaceId, String>) -> Self {
        let entries = sights.entries.iter().filter_map(|entry| {
            let shown = Shown { shows: Shows::from(&entry.visibility), masking: entry.masking };
            Some((paths.get(&entry.workspace)?.clone(), entry.holds.then_some(shown)))
        });
        let regions = reach::regions(entries.collect()).into_iter().filter_map(Region::transpose).collect();
        Self { viewer: sights.viewer, regions }
    }

    /// What is seen at a workspace.
    pub(super) fn at(&self, path: &str) -> Option<Shown> {
        reach::at(&self.regions, path).copied()
    }

    /// Whether a contact of this workspace that this member holds is seen, and how masked.
    pub(super) fn masking(&self, path: &str, holder: Option<MemberId>) -> Option<Masking> {
        let shown = self.at(path)?;
        let seen = match shown.shows {
            Shows::All => true,
            Shows::Unassigned => holder.is_none_or(|holder| holder == self.viewer),
            Shows::Own => holder == Some(self.viewer),
        };
        seen.then_some(shown.masking)
    }
}
