//! Jobs, as those who began them read of them.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::job::{ItemOutcome, Job, MOST_AT_ONCE};
use tenure_domain::{JobId, MemberId};
use tenure_port_store::{ItemFilter, JobItemRow, MemberFilter, MemberSort, Page, PageAsk};

use super::{ListRefused, Reader};
use crate::member_listing::TO_READ;
use crate::{Failure, Never};

/// How many people are read at a time.
const AT_A_TIME: u32 = 1_000;

impl Reader<'_> {
    /// A page of the jobs that they began, newest first.
    pub async fn jobs(&self, page: &PageAsk) -> Result<Page<Job>, Failure<Never>> {
        self.must_be_whole()?;
        Ok(self.queries.jobs(self.id(), self.membership.id, page).await?)
    }

    /// A job that they began.
    pub async fn job(&self, id: JobId) -> Result<Job, Failure<Never>> {
        self.must_be_whole()?;
        let job = self.queries.job(self.id(), id).await?;
        let now = self.tenure.tools().clock.now();
        job.filter(|job| job.by == self.membership.id && !job.is_forgotten(now)).ok_or(Failure::NotFound)
    }

    /// What is theirs who began it, without any permission, is nothing that a limited token is for.
    fn must_be_whole(&self) -> Result<(), Failure<Never>> {
        if self.access.is_limited() { Err(Failure::SessionRequired) } else { Ok(()) }
    }

    /// A page of a job's people, in their order. Whom they can't see has no name, but for those whom this job deleted.
    pub async fn job_items(&self, id: JobId, filter: ItemFilter, page: &PageAsk) -> Result<Page<JobItemRow>, Failure<Never>> {
        let deletes = self.job(id).await?.leaves_receipts();
        let mut page = self.queries.job_items(self.id(), id, filter, page).await?;
        let named: BTreeSet<MemberId> = page.items.iter().map(JobItemRow::member).collect();
        let seen = self.queries.seen_members(self.id(), &self.own_viewer(), &named.into_iter().collect::<Vec<_>>()).await?;
        for row in &mut page.items {
            let is_out = deletes && row.item.outcome == Some(ItemOutcome::Done);
            if !is_out && !seen.contains(&row.member()) {
                row.name = None;
            }
        }
        Ok(page)
    }

    /// What these members are called, of those whom they see. Names come unmasked.
    pub async fn member_names(&self, of: &[MemberId]) -> Result<BTreeMap<MemberId, String>, Failure<Never>> {
        let rows = self.queries.these_members(self.id(), &self.own_viewer(), of).await?;
        Ok(rows.into_iter().map(|row| (row.membership.id, row.membership.profile.display_name(&row.membership.email))).collect())
    }

    /// All members that a list would show them, as of one moment: one more than a job may be about, if there are so many.
    pub async fn matching(&self, filter: &MemberFilter) -> Result<Vec<MemberId>, Failure<ListRefused>> {
        let viewer = self.listing(&TO_READ, filter, MemberSort::Name).await?;
        let moment = self.tenure.tools().store.moment().await?;
        let (mut members, mut after) = (Vec::new(), None);
        loop {
            let ask = PageAsk { limit: AT_A_TIME, after };
            let page = moment.members(self.id(), &viewer, filter, MemberSort::Name, &ask).await?;
            members.extend(page.items.iter().map(|row| row.membership.id));
            after = page.next;
            if after.is_none() || members.len() > MOST_AT_ONCE {
                return Ok(members);
            }
        }
    }
}
