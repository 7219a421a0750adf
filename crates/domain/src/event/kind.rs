//! The stable words for what happened, each with what it is to lists of members: one table, so that none is forgotten.

use super::Event;

/// What something that happened is to whoever looks at lists of members, or at the details of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InLists {
    /// Nothing: it shows in none.
    Nothing,
    /// A member shows otherwise than before, or shows at all.
    Change,
    /// The same, or they show no more: it is told by where it happened, because who looks there now doesn't see them.
    Leaving,
}

macro_rules! kinds {
    ($($event:ident $word:literal $in_lists:ident,)*) => {
        impl Event {
            /// The stable words for all that can happen.
            pub const KINDS: &'static [&'static str] = &[$($word),*];

            /// The stable word for what happened.
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$event { .. } => $word,)*
                }
            }
        }

        impl InLists {
            /// What an event with this word is to them.
            pub fn of(kind: &str) -> Self {
                match kind {
                    $($word => Self::$in_lists,)*
                    _ => Self::Nothing,
                }
            }
        }
    };
}

kinds! {
    OrganizationFounded "organization_founded" Nothing,
    OrganizationChanged "organization_changed" Nothing,
    AccessModelChanged "access_model_changed" Nothing,
    WorkspaceCreated "workspace_created" Nothing,
    WorkspaceChanged "workspace_changed" Nothing,
    WorkspaceMoved "workspace_moved" Nothing,
    WorkspaceDeleted "workspace_deleted" Nothing,
    MemberInvited "member_invited" Change,
    OfferChanged "offer_changed" Leaving,
    InvitationResent "invitation_resent" Change,
    InvitationCorrected "invitation_corrected" Change,
    InvitationWithdrawn "invitation_withdrawn" Leaving,
    InvitationRefused "invitation_refused" Leaving,
    InvitationAccepted "invitation_accepted" Change,
    OfferLapsed "offer_lapsed" Leaving,
    AccessGranted "access_granted" Change,
    AccessChanged "access_changed" Change,
    AccessRevoked "access_revoked" Leaving,
    MemberDeleted "member_deleted" Leaving,
    MemberDeactivated "member_deactivated" Change,
    MemberReactivated "member_reactivated" Change,
    GovernorNamed "governor_named" Nothing,
    MemberRestored "member_restored" Change,
    AccessRestored "access_restored" Change,
    ContactsHandedOver "contacts_handed_over" Nothing,
    ContactsReturned "contacts_returned" Nothing,
    ContactsCreated "contacts_created" Nothing,
    ContactAssigned "contact_assigned" Nothing,
    ContactDeleted "contact_deleted" Nothing,
    ProfileChanged "profile_changed" Change,
    MemberUnlocked "member_unlocked" Change,
    PasswordResetRequested "password_reset_requested" Nothing,
    EmailChangeRequested "email_change_requested" Nothing,
    EmailChanged "email_changed" Change,
    TokenMade "token_made" Change,
    TokenReplaced "token_replaced" Change,
    TokenDeleted "token_deleted" Change,
    MembersExported "members_exported" Nothing,
    JournalExported "journal_exported" Nothing,
    ResourceCreated "resource_created" Nothing,
    ResourceChanged "resource_changed" Nothing,
    ResourceDeleted "resource_deleted" Nothing,
    ResourceGroupCreated "resource_group_created" Nothing,
    ResourceGroupChanged "resource_group_changed" Nothing,
    ResourceGroupDeleted "resource_group_deleted" Nothing,
    SelectionChanged "selection_changed" Change,
    AccessRefused "access_refused" Nothing,
}
