//! Why an access model stays as it is.

use super::migration::{MigrationFault, Word};
use crate::grant::Offer;
use crate::id::MemberId;
use crate::keys::KindKey;
use crate::may_grant::GrantRefused;
use crate::refusal::{Refusal, RefusalKind};

/// How many of those who hold a word are told.
pub const MOST_NAMED: u32 = 20;
/// How many people's contacts one change of the model may release: their rows are written, and the organization's lock is held
/// meanwhile.
pub const MOST_RELEASED: u32 = 10_000;

/// A word that would go, or couldn't be held any more where it is held, and what stands in its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InUse {
    /// Which.
    pub word: Word,
    /// How often it is held, or how many there are of it: grants, resources or workspaces.
    pub times: u64,
    /// The grants that hold it, as far as grants do.
    pub offers: Vec<Offer>,
    /// The first of those whose grants these are, as far as whoever asks may know.
    pub members: Vec<MemberId>,
}

/// Why an access model stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RemodelRefused {
    /// It isn't the actor's to change so.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// An entry of the migration makes no sense.
    #[error(transparent)]
    Migration(#[from] MigrationFault),
    /// Words that are held would go.
    #[error("the new access model drops what is in use: {}", list(.0))]
    InUse(Vec<InUse>),
    /// Members would need exactly one resource of a kind, and have none or several.
    #[error("members would need exactly one of `{kind}`, and have none or several; choose one for each of them first")]
    SelectionRequired {
        /// The kind.
        kind: KindKey,
        /// The first of them.
        members: Vec<MemberId>,
    },
    /// What an operator decides about.
    #[error("plans and features, and what needs them, are the operator's; leave the {0} as it is")]
    OperatorsOwn(Word),
    /// Nobody would be in charge.
    #[error("nobody in charge would hold a level that governs and may change the access model")]
    Headless,
    /// Too many people would lose the handling of contacts.
    #[error("more than {MOST_RELEASED} people would lose the handling of contacts at once; change their levels first")]
    TooMany,
}

fn list(words: &[InUse]) -> String {
    words.iter().map(|one| format!("{} ({} times)", one.word, one.times)).collect::<Vec<_>>().join(", ")
}

impl Refusal for RemodelRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::Migration(_) | Self::TooMany => RefusalKind::Invalid,
            Self::InUse(_) | Self::Headless => RefusalKind::Conflict,
            Self::SelectionRequired { .. } => RefusalKind::SelectionRequired,
            Self::OperatorsOwn(_) => RefusalKind::Forbidden,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::Migration(_) => "migration",
            Self::InUse(_) => "in_use",
            Self::SelectionRequired { .. } => "selection_required",
            Self::OperatorsOwn(_) => "operators_own",
            Self::Headless => "headless",
            Self::TooMany => "too_many",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Migration(fault) => Some(format!("/migration/{}/{}", fault.word().sort.plural(), fault.word().key)),
            Self::SelectionRequired { .. } | Self::TooMany => Some("/access_model".to_owned()),
            _ => None,
        }
    }
}
