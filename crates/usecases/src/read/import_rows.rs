//! The rows of a plan, with what stands now where each of them asks for something else.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::import::{Column, Deed, Shown};
use tenure_domain::job::{Job, JobState};
use tenure_domain::{LevelKey, MemberId, WorkspaceId};
use tenure_port_store::{ItemFilter, JobItemRow, Page, PageAsk};

use super::Reader;
use crate::{Failure, Never};

/// A row of a plan, and what it would do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportRow {
    /// The row.
    pub item: JobItemRow,
    /// The cells of a profile that would be others.
    pub cells: Vec<CellChange>,
    /// The access that would be another.
    pub levels: Vec<LevelsChange>,
}

/// A cell that would be another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellChange {
    /// Which.
    pub column: Column,
    /// What is shown there now; none for nothing, for what is hidden, and once the plan is carried out.
    pub from: Option<String>,
    /// What would stand there; none for nothing.
    pub to: Option<String>,
}

/// Levels at a workspace that would be others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LevelsChange {
    /// Where.
    pub workspace: WorkspaceId,
    /// What it is called; none if they may not know of it.
    pub name: Option<String>,
    /// The levels that are shown there now; none for no access, and once the plan is carried out.
    pub from: Option<BTreeSet<LevelKey>>,
    /// The levels there would be.
    pub to: BTreeSet<LevelKey>,
}

impl Reader<'_> {
    /// A page of the rows of an import that they planned. What stands now is what an export would show them, as long as nothing was
    /// carried out: nothing of it is kept with a plan.
    pub async fn import_rows(&self, job: &Job, filter: ItemFilter, page: &PageAsk) -> Result<Page<ImportRow>, Failure<Never>> {
        let Page { items, next } = self.job_items(job.id, filter, page).await?;
        let is_changed = |item: &&JobItemRow| job.state == JobState::Planned && matches!(deed(item), Some(Deed::Change(_)));
        let shown = self.shown(items.iter().filter(is_changed).map(JobItemRow::member).collect()).await?;
        let at: BTreeSet<WorkspaceId> =
            items.iter().filter_map(deed).flat_map(Deed::grants).map(|(workspace, _)| *workspace).collect();
        let names = self.workspace_names(&at.into_iter().collect::<Vec<_>>()).await?;
        Ok(Page { items: items.into_iter().map(|item| whole(item, &shown, &names)).collect(), next })
    }
}

fn deed(item: &JobItemRow) -> Option<&Deed> {
    item.item.row.as_ref()?.deed.as_ref()
}

fn whole(item: JobItemRow, shown: &BTreeMap<MemberId, Shown>, names: &BTreeMap<WorkspaceId, String>) -> ImportRow {
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    let (shown, deed) = (shown.get(&item.member()), deed(&item));
    let cell = |(column, to)| CellChange { column, from: shown.and_then(|shown| filled(shown.cell(column))), to: filled(to) };
    let levels = |(workspace, to): &(WorkspaceId, BTreeSet<LevelKey>)| LevelsChange {
        workspace: *workspace,
        name: names.get(workspace).cloned(),
        from: shown.and_then(|shown| shown.levels_at(*workspace)).cloned(),
        to: to.clone(),
    };
    let cells = deed.map(Deed::cells).unwrap_or_default().into_iter().map(cell).collect();
    let levels = deed.map(Deed::grants).unwrap_or_default().iter().map(levels).collect();
    ImportRow { item, cells, levels }
}
