//! Rows of `errands`, in columns named as if they were `errands e`.

use serde_json::{Value as Json, json};
use tenure_domain::record::{Errand, Matter};
use tenure_domain::{InvitationId, MemberId, ReceiptId, WorkspaceId};
use tenure_port_store::StoreError;

use super::actor;
use crate::{Row, Value};

/// The columns of an errand, bare: they are read by `returning`, which knows no alias in SQLite.
macro_rules! errand_columns {
    () => {
        "organization_id as e_organization_id, id as e_id, at as e_at, due_at as e_due_at, actor_kind as e_actor_kind, actor as e_actor, \
         member_id as e_member_id, matter as e_matter, details as e_details"
    };
}
pub(crate) use errand_columns;

/// What a matter is about, as JSON.
pub(crate) fn details(matter: Matter) -> Json {
    match matter {
        Matter::Invitation { invitation, generation } => json!({ "invitation": invitation, "generation": generation }),
        Matter::AccessGranted { workspace } | Matter::AccessChanged { workspace } | Matter::AccessRevoked { workspace } => {
            json!({ "workspace": workspace })
        }
        Matter::MemberDeleted
        | Matter::MemberDeactivated
        | Matter::MemberReactivated
        | Matter::MemberRestored
        | Matter::PasswordChanged
        | Matter::SecondFactorAdded
        | Matter::SecondFactorRemoved
        | Matter::RecoveryCodeUsed
        | Matter::RecoveryCodesRenewed => json!({}),
        Matter::PasswordReset { generation } | Matter::EmailConfirmation { generation } | Matter::EmailChanged { generation } => {
            json!({ "generation": generation })
        }
        Matter::GovernorNamed { governor } => json!({ "governor": governor }),
        Matter::ContactsHandedOver { from, receipt } => json!({ "from": from, "receipt": receipt }),
    }
}

/// The invitation and generation of a matter, in columns of their own: an invitation's mail is found by them.
pub(crate) fn invitation(matter: Matter) -> (Value, Value) {
    match matter {
        Matter::Invitation { invitation, generation } => (invitation.into(), generation.into()),
        _ => (Value::Uuid(None), Value::Int(None)),
    }
}

#[derive(serde::Deserialize)]
struct Invitation {
    invitation: InvitationId,
    generation: u32,
}

#[derive(serde::Deserialize)]
struct Access {
    workspace: WorkspaceId,
}

#[derive(serde::Deserialize)]
struct Login {
    generation: u32,
}

#[derive(serde::Deserialize)]
struct Named {
    governor: MemberId,
}

#[derive(serde::Deserialize)]
struct HandedOver {
    from: MemberId,
    receipt: ReceiptId,
}

fn matter(row: &Row) -> Result<Matter, StoreError> {
    Ok(match row.text("e_matter")? {
        "invitation" => {
            let Invitation { invitation, generation } = row.json("e_details")?;
            Matter::Invitation { invitation, generation }
        }
        "access_granted" => Matter::AccessGranted { workspace: row.json::<Access>("e_details")?.workspace },
        "access_changed" => Matter::AccessChanged { workspace: row.json::<Access>("e_details")?.workspace },
        "access_revoked" => Matter::AccessRevoked { workspace: row.json::<Access>("e_details")?.workspace },
        "member_deleted" => Matter::MemberDeleted,
        "member_deactivated" => Matter::MemberDeactivated,
        "member_reactivated" => Matter::MemberReactivated,
        "member_restored" => Matter::MemberRestored,
        "password_reset" => Matter::PasswordReset { generation: row.json::<Login>("e_details")?.generation },
        "password_changed" => Matter::PasswordChanged,
        "email_confirmation" => Matter::EmailConfirmation { generation: row.json::<Login>("e_details")?.generation },
        "email_changed" => Matter::EmailChanged { generation: row.json::<Login>("e_details")?.generation },
        "second_factor_added" => Matter::SecondFactorAdded,
        "second_factor_removed" => Matter::SecondFactorRemoved,
        "recovery_code_used" => Matter::RecoveryCodeUsed,
        "recovery_codes_renewed" => Matter::RecoveryCodesRenewed,
        "governor_named" => Matter::GovernorNamed { governor: row.json::<Named>("e_details")?.governor },
        "contacts_handed_over" => {
            let HandedOver { from, receipt } = row.json("e_details")?;
            Matter::ContactsHandedOver { from, receipt }
        }
        _ => return Err(StoreError::Corrupt("column e_matter has an unknown word".to_owned())),
    })
}

/// The errand in a row.
pub(crate) fn read(row: &Row) -> Result<Errand, StoreError> {
    Ok(Errand {
        organization: row.id("e_organization_id")?,
        id: row.id("e_id")?,
        at: row.instant("e_at")?,
        due_at: row.instant("e_due_at")?,
        actor: actor(row, "e_actor_kind", "e_actor")?,
        member: row.id("e_member_id")?,
        matter: matter(row)?,
    })
}
