//! What a sheet shows of a member to whoever asks: exports write it, and imports hold their cells against it.

use std::collections::BTreeSet;

use super::Column;
use super::grants::{At, all_levels, levels_written, written};
use crate::grant::Grant;
use crate::id::WorkspaceId;
use crate::keys::LevelKey;
use crate::membership::Membership;
use crate::text::Name;

/// What is shown of a member, cell by cell; empty where there is nothing, or where it is hidden.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    email: String,
    first_name: String,
    last_name: String,
    phone: String,
    language: &'static str,
    time_zone: &'static str,
    grants: Vec<At>,
    hides: bool,
}

impl Shown {
    /// Of this member, with those of their grants that whoever asks may know of. `hides` says whether their address and phone
    /// number are hidden.
    pub fn of<'a>(membership: &Membership, grants: impl IntoIterator<Item = &'a Grant>, hides: bool) -> Self {
        let profile = &membership.profile;
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let open = |text: &str| if hides { String::new() } else { text.to_owned() };
        Self {
            email: open(membership.email.as_str()),
            first_name: text(profile.first_name.as_ref().map(Name::as_str)),
            last_name: text(profile.last_name.as_ref().map(Name::as_str)),
            phone: profile.phone.as_ref().map(|phone| open(phone.as_str())).unwrap_or_default(),
            language: profile.language.tag(),
            time_zone: profile.time_zone.name(),
            grants: grants.into_iter().map(|grant| (grant.workspace, grant.levels.clone())).collect(),
            hides,
        }
    }

    /// The text of a cell. Of what is told only, a sheet shows what its face writes there.
    pub fn cell(&self, column: Column) -> String {
        match column {
            Column::Email => self.email.clone(),
            Column::FirstName => self.first_name.clone(),
            Column::LastName => self.last_name.clone(),
            Column::Levels => levels_written(&self.grants),
            Column::Grants => written(&self.grants),
            Column::Phone => self.phone.clone(),
            Column::Language => self.language.to_owned(),
            Column::TimeZone => self.time_zone.to_owned(),
            Column::Member | Column::DisplayName | Column::Status | Column::LastActiveAt | Column::CreatedAt => String::new(),
        }
    }

    /// Whether their address and phone number are hidden.
    pub(super) const fn hides(&self) -> bool {
        self.hides
    }

    /// The levels that they have there, as far as it is shown; none for no access.
    pub fn levels_at(&self, workspace: WorkspaceId) -> Option<&BTreeSet<LevelKey>> {
        self.grants.iter().find(|(at, _)| *at == workspace).map(|(_, levels)| levels)
    }

    /// Whether they have exactly these levels there, as far as it is shown.
    pub(super) fn has(&self, (workspace, levels): &At) -> bool {
        self.levels_at(*workspace) == Some(levels)
    }

    /// Whether they have access, and none there.
    pub(super) fn is_elsewhere(&self, workspace: WorkspaceId) -> bool {
        !self.grants.is_empty() && self.grants.iter().all(|(at, _)| *at != workspace)
    }

    /// Whether these are the levels of all their grants.
    pub(super) fn has_in_all(&self, levels: &BTreeSet<LevelKey>) -> bool {
        all_levels(&self.grants) == *levels
    }
}
