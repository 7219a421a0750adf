//! Lists of members.

use tenure_domain::access::Reaches;
use tenure_domain::grant::Grant;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::visibility::Masking;
use tenure_domain::{Instant, LevelKey, MemberId, WorkspaceId};

use super::ResourceReached;
use crate::is_online;

/// Who looks: what they may see, and how much of it is hidden.
#[derive(Clone, PartialEq, Debug)]
pub struct Viewer {
    /// Their own membership: oneself is always seen, and never masked. None for an operator.
    pub member: Option<MemberId>,
    /// Where they hold `members.view`: members with a grant at, above or below a workspace where it holds are seen.
    pub reach: Reaches,
    /// What is hidden: rows come unmasked, for a face to mask; search and sort here leave hidden fields out.
    pub masking: Masking,
}

/// Which members. Values of one field mean *or*, fields mean *and*.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MemberFilter {
    /// With access to this workspace.
    pub workspace: Option<WorkspaceId>,
    /// With a workspace: also those whose access comes from above it.
    pub inherited: bool,
    /// With this text in their name or address. Anything; the store folds it.
    pub q: Option<String>,
    /// With one of these statuses.
    pub statuses: Vec<Status>,
    /// With one of these levels, at the workspace (or inherited there, with `inherited`), or anywhere without one.
    pub levels: Vec<LevelKey>,
    /// Who reach this resource.
    pub resource: Option<ResourceReached>,
    /// Not active since then, people who never were among them.
    pub not_active_since: Option<Instant>,
}

/// How members are ordered; ties by id.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum MemberSort {
    /// By display name.
    #[default]
    Name,
    /// By display name, backwards.
    NameDescending,
    /// By address. A masked viewer gets [`MemberSort::Name`] instead.
    Email,
    /// By address, backwards. Likewise.
    EmailDescending,
    /// Longest inactive first, people who never were active before all.
    LastActive,
    /// Last active first, people who never were active after all.
    LastActiveDescending,
}

impl MemberSort {
    /// All orders there are.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::NameDescending, Self::Email, Self::EmailDescending, Self::LastActive, Self::LastActiveDescending];
}

/// A grant as a list shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct MemberGrant {
    /// The grant.
    pub grant: Grant,
    /// The workspace's name.
    pub workspace_name: String,
    /// With a workspace in the filter: whether the grant comes from above it.
    pub inherited: bool,
}

/// A member in a list, unmasked.
#[derive(Clone, PartialEq, Debug)]
pub struct MemberRow {
    /// The membership.
    pub membership: Membership,
    /// Their grants: those effective at the filter's workspace, or all.
    pub grants: Vec<MemberGrant>,
    /// Until when they are online, or were; none for people who weren't lately.
    pub online_until: Option<Instant>,
}

impl MemberRow {
    /// Whether they are online.
    pub fn is_online(&self, now: Instant) -> bool {
        self.membership.status == Status::Active && self.online_until.is_some_and(|until| is_online(until, now))
    }
}
