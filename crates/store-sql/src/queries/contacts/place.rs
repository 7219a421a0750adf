//! Where to look for contacts: in one workspace, everywhere, or in some regions.

use tenure_domain::WorkspaceId;

use super::view::{Shown, View};
use crate::Sql;
use crate::queries::reach::{self, Region};

/// Where to look.
#[derive(Clone, Debug)]
pub(super) enum Place<'a> {
    /// In this workspace.
    Workspace(WorkspaceId),
    /// In the whole organization.
    Whole,
    /// In these regions.
    Regions(Vec<&'a Region<Shown>>),
}

impl<'a> Place<'a> {
    /// Where a viewer sees what `what` says, within the workspace (and its path) asked for; none if nowhere.
    pub(super) fn of(view: &'a View, at: Option<(WorkspaceId, &str)>, what: impl Fn(Shown) -> bool) -> Option<Self> {
        if let Some((workspace, path)) = at {
            return view.at(path).filter(|shown| what(*shown)).map(|_| Self::Workspace(workspace));
        }
        let regions: Vec<&Region<Shown>> = view.regions.iter().filter(|region| what(region.value)).collect();
        if regions.is_empty() {
            None
        } else if reach::are_whole(&regions) {
            Some(Self::Whole)
        } else {
            Some(Self::Regions(regions))
        }
    }

    /// Adds that a workspace is there, given the columns of its id and path.
    pub(super) fn push(&self, sql: &mut Sql, id: &'static str, path: &'static str) {
        match self {
            Self::Workspace(workspace) => drop(sql.push(id).push(" = ").push_bind(*workspace)),
            Self::Whole => drop(sql.push("true")),
            Self::Regions(regions) => reach::push_within(sql, path, regions.iter().copied()),
        }
    }
}
