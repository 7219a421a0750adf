//! May this member do that there, and why?

use tenure_domain::access::Explanation;
use tenure_domain::bits::Permission;
use tenure_domain::{MemberId, WorkspaceId};

/// A question about access.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AccessQuestion {
    /// Who.
    pub member: MemberId,
    /// What.
    pub permission: Permission,
    /// Where.
    pub workspace: WorkspaceId,
}

/// Its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccessAnswer {
    /// The question.
    pub question: AccessQuestion,
    /// Yes or no, with the whole chain.
    pub explanation: Explanation,
}
