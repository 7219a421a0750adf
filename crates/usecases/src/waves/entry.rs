//! What a wave says of an entry of the journal: no values, and no more than is needed to know who may hear of it.

use serde_json::Value;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::JournalRow;
use uuid::Uuid;

/// What happened to members that their list or their details show.
const OF_MEMBERS: [&str; 16] = [
    "member_invited",
    "offer_changed",
    "invitation_resent",
    "invitation_corrected",
    "invitation_withdrawn",
    "invitation_refused",
    "invitation_accepted",
    "offer_lapsed",
    "access_granted",
    "access_changed",
    "access_revoked",
    "access_restored",
    "profile_changed",
    "member_deleted",
    "member_restored",
    "selection_changed",
];

/// An entry of the journal, as whoever watches hears of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its position.
    pub position: u64,
    /// What happened.
    pub kind: String,
    /// The member whom it happened to, where it shows in lists of members.
    pub member: Option<MemberId>,
    /// The workspaces that it happened at; none for what happened to the whole membership.
    pub workspaces: Vec<WorkspaceId>,
}

fn ids(side: &Value) -> impl Iterator<Item = WorkspaceId> + '_ {
    let several = side["workspaces"].as_array().into_iter().flatten();
    let all = std::iter::once(&side["workspace"]).chain(several);
    all.filter_map(|id| id.as_str()?.parse::<Uuid>().ok()).map(WorkspaceId::new)
}

impl Entry {
    /// Of a sealed row; none of one that isn't.
    pub(crate) fn of(row: JournalRow) -> Option<Self> {
        let is_of_member = row.target_kind == "member" && OF_MEMBERS.contains(&row.kind.as_str());
        let workspaces = ids(&row.before).chain(ids(&row.after)).collect();
        let member = is_of_member.then(|| row.target.into());
        Some(Self { position: row.position?, kind: row.kind, member, workspaces })
    }
}
