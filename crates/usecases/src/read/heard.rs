//! What of a wave somebody may hear: no more than a list would show them (R4, R5).

use std::collections::BTreeSet;

use tenure_domain::MemberId;
use tenure_domain::access_model::engine;
use tenure_domain::job::Job;
use tenure_port_store::{StoreError, Viewer};

use super::Reader;
use crate::{Entry, Failure, Never, Wave};

/// What somebody may hear, as long as it stays the same.
#[derive(Clone, PartialEq, Debug)]
pub struct Hearing {
    viewer: Viewer,
    hears_journal: bool,
}

impl Hearing {
    /// Whether the journal is theirs to read.
    pub const fn hears_journal(&self) -> bool {
        self.hears_journal
    }
}

/// What somebody hears of a wave.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Heard {
    /// Who came online.
    pub came: Vec<MemberId>,
    /// Who went offline.
    pub went: Vec<MemberId>,
    /// Jobs of their own that got on.
    pub jobs: Vec<Job>,
    /// What happened to whom: position, member, kind.
    pub members: Vec<(u64, MemberId, String)>,
    /// The journal's last position, if it moved and they may read the journal.
    pub journal: Option<u64>,
    /// Whether more happened than is told.
    pub is_too_much: bool,
}

impl Reader<'_> {
    /// What they may hear: their sight of members, and whether the journal is theirs to read.
    pub fn hearing(&self) -> Hearing {
        // Who has no grant at the root doesn't know of it.
        let root = self.places.iter().find(|place| place.workspace() == self.organization.root);
        let hears_journal = root.is_some_and(|root| self.access.can(engine::JOURNAL_VIEW, root));
        Hearing { viewer: self.own_viewer(), hears_journal }
    }

    /// What of a wave they hear.
    pub async fn heard(&self, hearing: &Hearing, wave: &Wave) -> Result<Heard, Failure<Never>> {
        let entries: Vec<&Entry> = wave.entries.iter().filter(|entry| entry.member.is_some()).collect();
        let named = wave.came.iter().chain(&wave.went).copied().chain(entries.iter().filter_map(|entry| entry.member));
        let seen = self.seen_members(&hearing.viewer, named.collect()).await?;
        // Whoever sees a member from one workspace needn't know of another that they have access to as well.
        let places = self.seen(entries.iter().flat_map(|entry| entry.workspaces.iter().copied())).await?;
        let is_heard = |entry: &Entry, member: MemberId| {
            let there = entry.workspaces.iter().any(|place| places.contains(place));
            let somewhere = there || entry.workspaces.is_empty() || member == self.membership.id;
            // Whoever had access at a place was seen from there, and may be seen no more: that they went is told by the place.
            (somewhere && seen.contains(&member)) || (entry.is_leaving && there)
        };
        let members = entries.into_iter().filter_map(|entry| Some((entry, entry.member?)));
        let members = members.filter(|(entry, member)| is_heard(entry, *member));
        let among = |members: &[MemberId]| members.iter().copied().filter(|member| seen.contains(member)).collect();
        Ok(Heard {
            came: among(&wave.came),
            went: among(&wave.went),
            jobs: self.own_jobs(&wave.jobs),
            members: members.map(|(entry, member)| (entry.position, member, entry.kind.clone())).collect(),
            journal: (hearing.hears_journal && wave.has_entries()).then_some(wave.position),
            is_too_much: wave.is_too_much,
        })
    }

    /// Those of these jobs that they began.
    pub fn own_jobs(&self, of: &[Job]) -> Vec<Job> {
        of.iter().filter(|job| job.by == self.membership.id).cloned().collect()
    }

    /// Those of these members whom they see.
    async fn seen_members(&self, viewer: &Viewer, of: BTreeSet<MemberId>) -> Result<BTreeSet<MemberId>, StoreError> {
        // Whoever sees everybody sees who has just gone, too.
        if of.is_empty() || viewer.reach.is_everywhere(self.organization.root) {
            return Ok(of);
        }
        let of: Vec<MemberId> = of.into_iter().collect();
        Ok(self.queries.seen_members(self.id(), viewer, &of).await?.into_iter().collect())
    }
}
