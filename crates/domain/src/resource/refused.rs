//! Why a resource stays as it is.

use super::{MOST_GROUPS, MOST_IN_A_GROUP, MOST_OF_A_KIND};
use crate::id::MemberId;
use crate::keys::KindKey;
use crate::may_grant::GrantRefused;
use crate::refusal::{Refusal, RefusalKind};
use crate::text::Name;

/// Why a resource was not made, changed or deleted.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ResourceRefused {
    /// It isn't the actor's to do.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// A kind that the model doesn't have.
    #[error("there is no resource kind `{0}` in this organization")]
    UnknownKind(KindKey),
    /// The kind has none that are for everyone.
    #[error("a resource of the kind `{0}` can't be for everyone")]
    NotForEveryone(KindKey),
    /// The kind has no groups.
    #[error("resources of the kind `{kind}` can't be in groups")]
    NotGrouped {
        /// Which.
        kind: KindKey,
        /// The field to blame.
        at: &'static str,
    },
    /// There is no such group, of this kind at least.
    #[error("there is no such group of the kind `{0}` here")]
    UnknownGroup(KindKey),
    /// In too many groups.
    #[error("a resource can be in at most {MOST_GROUPS} groups")]
    TooManyGroups,
    /// Into a group with as much in it as there may be.
    #[error("{MOST_IN_A_GROUP} resources are in the group `{0}`, and no more can be")]
    GroupFull(Name),
    /// Too many groups of one kind.
    #[error("there can be at most {MOST_OF_A_KIND} groups of one kind")]
    TooManyOfAKind,
    /// It is the one thing that somebody must have.
    #[error("this is the only one that some members have, and they must have one; give them another first")]
    InUse(Vec<MemberId>),
}

impl ResourceRefused {
    /// Who stands in the way, the first of them.
    pub fn who(&self) -> &[MemberId] {
        if let Self::InUse(who) = self { who } else { &[] }
    }
}

impl Refusal for ResourceRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::UnknownKind(_)
            | Self::NotForEveryone(_)
            | Self::NotGrouped { .. }
            | Self::UnknownGroup(_)
            | Self::TooManyGroups => RefusalKind::Invalid,
            Self::GroupFull(_) | Self::TooManyOfAKind | Self::InUse(_) => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::UnknownKind(_) => "unknown_kind",
            Self::NotForEveryone(_) => "not_for_everyone",
            Self::NotGrouped { .. } => "not_grouped",
            Self::UnknownGroup(_) => "unknown_group",
            Self::TooManyGroups => "too_many",
            Self::GroupFull(_) => "group_full",
            Self::TooManyOfAKind => "too_many_groups",
            Self::InUse(_) => "in_use",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::UnknownKind(_) => Some("/kind".to_owned()),
            Self::NotForEveryone(_) => Some("/for_everyone".to_owned()),
            Self::UnknownGroup(_) | Self::TooManyGroups | Self::GroupFull(_) => Some("/groups".to_owned()),
            Self::NotGrouped { at, .. } => Some((*at).to_owned()),
            Self::Grant(_) | Self::TooManyOfAKind | Self::InUse(_) => None,
        }
    }
}
