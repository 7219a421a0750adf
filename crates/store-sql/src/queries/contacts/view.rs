//! What a viewer sees of contacts, region by region of the tree.

use std::collections::HashSet;

use tenure_domain::selection::Sharing;
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::{Sight, Sights, StoreError};

use crate::in_common::InCommon;
use crate::queries::reach::{self, Region};
use crate::{Reads, tree};

/// Which contacts of a region are seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shows {
    /// The viewer's own.
    Own,
    /// And those that nobody holds.
    Unassigned,
    /// The viewer's own, and those of whoever has something in common with them, by its place in [`View::commons`].
    Shared(usize),
    /// All.
    All,
}

impl Shows {
    /// Whether those that nobody holds are seen.
    pub(super) const fn unassigned(self) -> bool {
        matches!(self, Self::Unassigned | Self::All)
    }

    /// Whether one's own are all that is seen of what somebody holds.
    pub(super) const fn only_own(self) -> bool {
        matches!(self, Self::Own | Self::Unassigned)
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
    /// Through what they see contacts of others.
    pub(super) commons: Vec<InCommon>,
}

impl View {
    /// Looks up what the viewer has in common with others, where anything of what they see hangs on it.
    pub(super) async fn load<R: Reads + ?Sized>(
        reads: &mut R,
        organization: OrganizationId,
        sights: &Sights,
    ) -> Result<Self, StoreError> {
        let named = |sharing: &&Sharing| {
            let through = |entry: &Sight| matches!(&entry.visibility, Visibility::Shared(kind) if *kind == sharing.levels.kind);
            sights.entries.iter().any(|entry| entry.holds && through(entry))
        };
        let (mut kinds, mut commons) = (Vec::new(), Vec::new());
        for sharing in sights.sharing.iter().filter(named) {
            commons.push(InCommon::load(reads, organization, sights.viewer, sharing).await?);
            kinds.push(&sharing.levels.kind);
        }
        let which = |visibility: &Visibility| match visibility {
            Visibility::Everything => Shows::All,
            Visibility::OwnAndUnassigned => Shows::Unassigned,
            Visibility::Own => Shows::Own,
            Visibility::Shared(kind) => kinds.iter().position(|known| *known == kind).map_or(Shows::Own, Shows::Shared),
        };
        // Of another organization's contacts nothing is seen, and from another's workspaces down nothing.
        let ours = |entry: &&Sight| sights.organization == organization && entry.at.top() == sights.root;
        let entries = sights.entries.iter().filter(ours).map(|entry| {
            let shown = Shown { shows: which(&entry.visibility), masking: entry.masking };
            (tree::path(&entry.at), entry.holds.then_some(shown))
        });
        let regions = reach::regions(entries.collect()).into_iter().filter_map(Region::transpose).collect();
        Ok(Self { viewer: sights.viewer, regions, commons })
    }

    /// What is seen at a workspace.
    pub(super) fn at(&self, path: &str) -> Option<Shown> {
        reach::at(&self.regions, path).copied()
    }

    /// Which of these members have something in common with the viewer, for each of [`commons`](Self::commons).
    pub(super) async fn colleagues<R: Reads + ?Sized>(
        &self,
        reads: &mut R,
        organization: OrganizationId,
        members: &[MemberId],
    ) -> Result<Vec<HashSet<MemberId>>, StoreError> {
        let mut of = Vec::with_capacity(self.commons.len());
        for common in &self.commons {
            of.push(common.among(reads, organization, members).await?);
        }
        Ok(of)
    }

    /// Whether a contact of this workspace that this member holds is seen, and how masked.
    pub(super) fn masking(&self, path: &str, holder: Option<MemberId>, colleagues: &[HashSet<MemberId>]) -> Option<Masking> {
        let shown = self.at(path)?;
        let own = holder == Some(self.viewer);
        let seen = match shown.shows {
            Shows::All => true,
            Shows::Unassigned => own || holder.is_none(),
            Shows::Own => own,
            Shows::Shared(nth) => own || holder.is_some_and(|holder| colleagues.get(nth).is_some_and(|of| of.contains(&holder))),
        };
        seen.then_some(shown.masking)
    }
}
