//! Why a resource stays as it is.

use crate::id::MemberId;
use crate::keys::KindKey;
use crate::may_grant::GrantRefused;
use crate::refusal::{Refusal, RefusalKind};

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
            Self::UnknownKind(_) | Self::NotForEveryone(_) => RefusalKind::Invalid,
            Self::InUse(_) => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::UnknownKind(_) => "unknown_kind",
            Self::NotForEveryone(_) => "not_for_everyone",
            Self::InUse(_) => "in_use",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::UnknownKind(_) => Some("/kind".to_owned()),
            Self::NotForEveryone(_) => Some("/for_everyone".to_owned()),
            Self::Grant(_) | Self::InUse(_) => None,
        }
    }
}
