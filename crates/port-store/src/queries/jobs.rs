//! Lists of jobs and of their people.

use tenure_domain::MemberId;
use tenure_domain::job::JobItem;

/// Which of a job's people.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ItemFilter {
    /// All.
    #[default]
    All,
    /// Those for whom it was done.
    Done,
    /// Those for whom it was refused.
    Refused,
    /// Those who wait for their turn.
    Open,
}

/// One person of a job, as a list shows them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JobItemRow {
    /// The person.
    pub item: JobItem,
    /// What they are called, deleted people among them; none for who is gone for good.
    pub name: Option<String>,
}

impl JobItemRow {
    /// Who.
    pub const fn member(&self) -> MemberId {
        self.item.member
    }
}
