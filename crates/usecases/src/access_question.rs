//! May this member do that there, and why?

use tenure_domain::access::Explanation;
use tenure_domain::bits::Permission;
use tenure_domain::{MemberId, ResourceId, WorkspaceId};

/// A question about access.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AccessQuestion {
    /// Who.
    pub member: MemberId,
    /// What.
    pub permission: Permission,
    /// Where.
    pub workspace: WorkspaceId,
    /// About which resource, if about any: who doesn't reach it may nothing about it.
    pub resource: Option<ResourceId>,
}

/// Its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccessAnswer {
    /// The question.
    pub question: AccessQuestion,
    /// Yes or no, with the whole chain.
    pub explanation: Explanation,
}
