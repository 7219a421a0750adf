//! Why a row comes to nothing before anybody's rights are asked about.

use super::Column;
use super::grants::MOST_GRANTS;
use crate::email::EmailRefused;
use crate::grant::OfferRefused;
use crate::membership::ProfileRefused;
use crate::refusal::{Refusal, RefusalKind};
use crate::text::TextRefused;

/// Why a row is refused by what stands in it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RowRefused {
    /// It names nobody.
    #[error("name somebody by `email` or by `member`")]
    Nobody,
    /// There is no such member, or the caller may not know of them.
    #[error("there is no such member here")]
    NotFound,
    /// The same person as in a row before.
    #[error("a row before this one is about the same person")]
    Duplicate,
    /// No address.
    #[error(transparent)]
    Email(#[from] EmailRefused),
    /// Another address than the member's.
    #[error("the address of a member isn't changed by an import")]
    EmailNotChanged,
    /// Addresses are hidden from whoever asks: whether this one is the member's is not for them to find out.
    #[error("e-mail addresses are hidden from you; leave this cell empty")]
    Masked,
    /// No name.
    #[error("{1}")]
    Name(Column, TextRefused),
    /// No value of a profile's field.
    #[error("{1}")]
    Profile(Column, ProfileRefused),
    /// No grants.
    #[error("write grants as `workspace:level+level` with the workspace's id, a blank between two of them, each workspace once")]
    Grants,
    /// No levels.
    #[error("write the keys of access levels, a blank between two of them")]
    Levels,
    /// Two cells that say different things.
    #[error("`levels` says something else than `grants`; change `grants`, or empty it")]
    Disagree,
    /// Levels alone, of somebody who has access at other places.
    #[error("they have access at other workspaces; say in `grants` where these levels are to be")]
    Elsewhere,
    /// More grants than one row may ask for.
    #[error("a row gives or changes at most {MOST_GRANTS} grants; leave some for another sheet")]
    TooManyGrants,
    /// An invitation to nothing.
    #[error(transparent)]
    Offer(#[from] OfferRefused),
}

impl RowRefused {
    /// The cell that is to blame.
    pub const fn column(&self) -> Column {
        match self {
            Self::Nobody | Self::Duplicate | Self::Email(_) | Self::EmailNotChanged | Self::Masked => Column::Email,
            Self::NotFound => Column::Member,
            Self::Name(column, _) | Self::Profile(column, _) => *column,
            Self::Grants | Self::TooManyGrants | Self::Offer(_) => Column::Grants,
            Self::Levels | Self::Disagree | Self::Elsewhere => Column::Levels,
        }
    }
}

impl Refusal for RowRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::NotFound => RefusalKind::NotFound,
            Self::Masked => RefusalKind::Forbidden,
            Self::Duplicate | Self::EmailNotChanged => RefusalKind::Conflict,
            Self::Nobody
            | Self::Email(_)
            | Self::Name(..)
            | Self::Profile(..)
            | Self::Grants
            | Self::Levels
            | Self::Disagree
            | Self::Elsewhere
            | Self::TooManyGrants
            | Self::Offer(_) => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::NotFound => "not_found",
            Self::Duplicate => "duplicate",
            Self::Email(_) => "email",
            Self::EmailNotChanged => "email_not_changed",
            Self::Masked => "masked",
            Self::Name(_, refused) => refused.code(),
            Self::Profile(column, _) => column.word(),
            Self::Grants => "bad_grants",
            Self::Levels => "bad_levels",
            Self::Disagree => "levels_disagree",
            Self::Elsewhere => "levels_elsewhere",
            Self::TooManyGrants => "too_many_grants",
            Self::Offer(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        Some(format!("/{}", self.column().word()))
    }
}
