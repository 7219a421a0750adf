//! Why there is no token.

use crate::keys::PermissionKey;
use crate::may_grant::GrantRefused;
use crate::refusal::{Refusal, RefusalKind};

/// Why a token isn't made, replaced or deleted.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TokenRefused {
    /// Its member isn't the caller's to manage.
    #[error(transparent)]
    Managing(#[from] GrantRefused),
    /// The member never accepted.
    #[error("this person hasn't accepted their invitation yet, and has no use for a token before")]
    Pending,
    /// The member is deactivated.
    #[error("this member is inactive; reactivate them first")]
    Inactive,
    /// The access model asks for a permission that the member doesn't have anywhere.
    #[error("this member may not use the API; somebody who manages them can give them the right to")]
    NoApiAccess,
    /// The access model has no such permission.
    #[error("this organization's access model has no permission `{0}`")]
    UnknownPermission(PermissionKey),
    /// Somebody else's token would do what its maker can't.
    #[error("you can't make a token that does more, or sees more, than you do yourself; they can make it on their own")]
    BeyondOwn,
    /// The end is over, or too far ahead.
    #[error("a token ends after now, and within ten years")]
    Expiry,
    /// They have as many as they may.
    #[error("{0} at once is all; replace or delete one first")]
    Full(u32),
}

impl Refusal for TokenRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Managing(refused) => refused.kind(),
            Self::NoApiAccess | Self::BeyondOwn => RefusalKind::Forbidden,
            Self::Pending | Self::Inactive | Self::Full(_) => RefusalKind::Conflict,
            Self::UnknownPermission(_) | Self::Expiry => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Managing(refused) => refused.rule(),
            Self::Pending => "pending",
            Self::Inactive => "inactive",
            Self::NoApiAccess => "no_api_access",
            Self::UnknownPermission(_) => "unknown_permission",
            Self::BeyondOwn => "beyond_own",
            Self::Expiry => "token_expiry",
            Self::Full(_) => "tokens_full",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::UnknownPermission(_) => Some("/permissions".to_owned()),
            Self::Expiry => Some("/expires_at".to_owned()),
            _ => None,
        }
    }
}
