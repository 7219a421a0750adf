//! How the API shows people and what they hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tenure_domain::access_model::{AssignedFrom, ResourceKindSpec};
use tenure_domain::grant::Grant;
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::{Instant, MemberId, Name, ResourceGroupId, ResourceId};
use tenure_http_base::{display_name, masking_of, rfc3339};
use tenure_port_store::{MemberGrant, MemberRow};
use tenure_usecases::{Listed, ListedResources, ShownStatistics};
use utoipa::ToSchema;
use uuid::Uuid;

/// A grant in a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct ListedGrantView {
    workspace: Uuid,
    workspace_name: String,
    levels: Vec<String>,
    /// The extra permissions, besides what the levels give.
    permissions: Vec<String>,
    /// With a `workspace` in the query: whether it comes from above it.
    inherited: bool,
}

impl From<&MemberGrant> for ListedGrantView {
    fn from(of: &MemberGrant) -> Self {
        Self {
            workspace: of.grant.workspace.into(),
            workspace_name: of.workspace_name.clone(),
            levels: of.grant.levels.iter().map(ToString::to_string).collect(),
            permissions: of.grant.permissions.iter().map(ToString::to_string).collect(),
            inherited: of.inherited,
        }
    }
}

/// What was chosen of a resource kind for a member in a list, as far as the viewer may know of it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Serialize, ToSchema)]
pub(crate) struct ListedResourcesView {
    /// Whether all of it was.
    all: bool,
    /// Up to five that were chosen one by one, by name.
    first: Vec<ListedResourceView>,
    /// Whether there are more of those.
    more: bool,
    /// Up to five groups of them that were chosen, by name.
    groups: Vec<ListedResourceGroupView>,
    /// Whether there are more of those.
    more_groups: bool,
    /// Whether their level gives them all of it, whatever was chosen.
    implied: bool,
}

/// A group of resources in a list of members.
#[derive(Serialize, ToSchema)]
struct ListedResourceGroupView {
    group: Uuid,
    name: String,
}

/// A resource in a list of members.
#[derive(Serialize, ToSchema)]
struct ListedResourceView {
    resource: Uuid,
    name: String,
}

impl From<Listed> for ListedResourcesView {
    fn from(Listed { all, first, more, groups, more_groups, implied, whole: _ }: Listed) -> Self {
        let one = |(id, name): (ResourceId, Name)| ListedResourceView { resource: id.into(), name: name.to_string() };
        let group = |(id, name): (ResourceGroupId, Name)| ListedResourceGroupView { group: id.into(), name: name.to_string() };
        let (first, groups) = (first.into_iter().map(one).collect(), groups.into_iter().map(group).collect());
        Self { all, first, more, groups, more_groups, implied }
    }
}

/// A member, as far as the viewer may see them.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberView {
    /// The membership's id.
    pub(crate) member: Uuid,
    /// The login's id; null while pending.
    pub(crate) user: Option<Uuid>,
    /// Null where it is hidden from the viewer.
    pub(crate) email: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) display_name: String,
    /// `pending`, `active` or `inactive`.
    pub(crate) status: String,
    /// Whether they are online at this moment.
    pub(crate) online: bool,
    /// When they last did something in this organization; null for never.
    pub(crate) last_active_at: Option<String>,
    pub(crate) grants: Vec<ListedGrantView>,
    /// In a list: what was chosen for them of the resource kinds that the access model shows there; absent where it shows none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resources: Option<BTreeMap<String, ListedResourcesView>>,
    /// What hosts reported of them last, by the keys of the access model; absent where no statistic is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) statistics: Option<BTreeMap<String, u64>>,
}

impl MemberView {
    /// Masks by what is hidden from the viewer.
    pub(crate) fn of(row: &MemberRow, viewer: Option<MemberId>, masking: Masking, now: Instant) -> Self {
        let membership = &row.membership;
        let masking = masking_of(membership, viewer, masking);
        let profile = &membership.profile;
        Self {
            member: membership.id.into(),
            user: membership.user.map(Into::into),
            email: (!masking.hides_addresses()).then(|| membership.email.to_string()),
            first_name: profile.first_name.as_ref().map(ToString::to_string),
            last_name: profile.last_name.as_ref().map(ToString::to_string),
            display_name: display_name(membership, masking),
            status: membership.status.to_string(),
            online: row.is_online(now),
            last_active_at: membership.last_active_at.map(rfc3339),
            grants: row.grants.iter().map(ListedGrantView::from).collect(),
            resources: None,
            statistics: None,
        }
    }

    /// With what was chosen for them.
    pub(crate) fn listing(self, listed: &ListedResources) -> Self {
        let of = |(kind, of): (&ResourceKindSpec, Listed)| (kind.key.clone(), of.into());
        let resources = (!listed.kinds.is_empty()).then(|| listed.of(self.member.into()).map(of).collect());
        Self { resources, ..self }
    }

    /// With what was reported of them.
    pub(crate) fn with(self, statistics: &ShownStatistics) -> Self {
        Self { statistics: statistics.all_of(self.member.into()), ..self }
    }
}

/// A whole grant.
#[derive(Serialize, ToSchema)]
pub(crate) struct GrantView {
    pub(crate) workspace: Uuid,
    pub(crate) workspace_name: Option<String>,
    pub(crate) levels: Vec<String>,
    pub(crate) permissions: Vec<String>,
    pub(crate) restrictions: Vec<String>,
    pub(crate) given_at: String,
}

impl GrantView {
    pub(crate) fn of(grant: &Grant, workspace_name: Option<&str>) -> Self {
        Self {
            workspace: grant.workspace.into(),
            workspace_name: workspace_name.map(str::to_owned),
            levels: grant.levels.iter().map(ToString::to_string).collect(),
            permissions: grant.permissions.iter().map(ToString::to_string).collect(),
            restrictions: grant.restrictions.iter().map(ToString::to_string).collect(),
            given_at: rfc3339(grant.given_at),
        }
    }
}

/// A visibility in words.
pub(crate) fn visibility(of: &Visibility) -> String {
    match of {
        Visibility::Everything => "everything".to_owned(),
        Visibility::OwnAndUnassigned => "own_and_unassigned".to_owned(),
        Visibility::Own => "own".to_owned(),
        Visibility::Shared(kind) => format!("shared:{kind}"),
    }
}

/// From whose side a resource kind is chosen, in one word.
pub(crate) fn assigned_from(side: AssignedFrom) -> &'static str {
    match side {
        AssignedFrom::Member => "member",
        AssignedFrom::Resource => "resource",
        AssignedFrom::Both => "both",
    }
}

/// A body without fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NothingMore {}
