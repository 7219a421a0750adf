//! What insights are read from.

use std::collections::BTreeSet;

use tenure_domain::{InvitationId, KindKey, LevelKey, WorkspaceId};

use super::MemberRow;

/// Somebody with a wider level than most around them.
#[derive(Clone, PartialEq, Debug)]
pub struct Outlier {
    /// Who.
    pub row: MemberRow,
    /// Where.
    pub workspace: WorkspaceId,
    /// The narrower level that most have there.
    pub instead: LevelKey,
}

/// Somebody who came lately.
#[derive(Clone, PartialEq, Debug)]
pub struct NewMember {
    /// Who.
    pub row: MemberRow,
    /// The kinds of which something was chosen for them.
    pub chosen: BTreeSet<KindKey>,
    /// Whether their login has a second factor.
    pub has_factor: bool,
    /// What they haven't accepted yet.
    pub invitation: Option<InvitationId>,
}
