//! What a wave says of an entry of the journal: no values, and no more than is needed to know who may hear of it.

use serde_json::Value;
use tenure_domain::event::InLists;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::JournalRow;
use uuid::Uuid;

/// An entry of the journal, as whoever watches hears of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its position.
    pub position: u64,
    /// What happened.
    pub kind: String,
    /// The member whom it happened to, where it shows in lists of members.
    pub member: Option<MemberId>,
    /// Whether they may be in those lists no more.
    pub is_leaving: bool,
    /// The workspaces that it happened at; none for what happened to the whole membership.
    pub workspaces: Vec<WorkspaceId>,
}

fn ids(side: &Value) -> impl Iterator<Item = WorkspaceId> + '_ {
    let several = side["workspaces"].as_array().into_iter().flatten();
    let of_grants = side["grants"].as_array().into_iter().flatten().map(|grant| &grant["workspace"]);
    let all = std::iter::once(&side["workspace"]).chain(several).chain(of_grants);
    all.filter_map(|id| id.as_str()?.parse::<Uuid>().ok()).map(WorkspaceId::new)
}

impl Entry {
    /// Of a sealed row; none of one that isn't.
    pub(crate) fn of(row: JournalRow) -> Option<Self> {
        let in_lists = InLists::of(&row.kind);
        let workspaces = ids(&row.before).chain(ids(&row.after)).collect();
        let member = (in_lists != InLists::Nothing).then(|| row.target.into());
        Some(Self { position: row.position?, kind: row.kind, member, is_leaving: in_lists == InLists::Leaving, workspaces })
    }
}
