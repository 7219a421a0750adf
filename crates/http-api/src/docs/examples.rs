//! What requests look like, and which request an answer leads on to.

use serde_json::{Value, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::link::Link;
use utoipa::openapi::path::Operation;

use super::common::successes;

/// As short as a document can be.
const MODEL: &str = "name = \"example\"\n\n[[level]]\nkey = \"owner\"\nname = \"Owner\"\ngoverns = true\nmanages = [\"owner\"]\npermissions = [\"members.view\", \"members.invite\", \"members.manage\", \"access_model.manage\"]\n";

/// An example of an operation's body.
fn body(operation: &str) -> Option<Value> {
    let member = "01a0c7a2-5b1c-7c55-9d8e-3f0d5c1e7a90";
    let workspace = "01a0c7a2-5b1c-7c55-9d8e-3f0d5c1e7a11";
    let resource = "01a0c7a2-5b1c-7c55-9d8e-3f0d5c1e7a22";
    let password = "correct horse battery staple";
    Some(match operation {
        "set_up" => json!({
            "token": "the token that serve printed", "organization": "Example Ltd", "model": "workspace",
            "email": "ada@example.test", "password": password, "first_name": "Ada", "last_name": "Lovelace",
        }),
        "sign_in" => json!({ "email": "ada@example.test", "password": password }),
        "change_password" => json!({ "current_password": password, "password": "a few words that nobody puts together" }),
        "change_email" => json!({ "email": "countess@example.test", "current_password": password }),
        "send_email_change" => json!({ "email": "countess@example.test" }),
        "confirm_email" => json!({ "token": "what stands behind /email-confirmation/ in the link", "password": password }),
        "begin_second_factor" => json!({ "current_password": password }),
        "confirm_second_factor" => json!({ "code": "123456" }),
        "renew_recovery_codes" | "remove_second_factor" => {
            json!({ "current_password": password, "second_factor": "123456" })
        }
        "request_password_reset" => json!({ "email": "ada@example.test" }),
        "complete_password_reset" => json!({
            "token": "what stands behind /password-reset/ in the link", "password": "a few words that nobody puts together",
        }),
        "create_organization" => json!({ "name": "Example Ltd", "model": "workspace", "governor_email": "ada@example.test" }),
        "change_organization" => json!({ "plan": "growth", "features": { "masking": true }, "seats": 50 }),
        "change_settings" => json!({ "name": "Example Ltd", "undo_window_days": 30, "tokens_per_member": 2 }),
        "plan_access_model" => json!({ "access_model": MODEL, "migration": { "levels": { "agent": "owner" } } }),
        "change_access_model" => json!({ "access_model": MODEL, "migration": {}, "reason": "we are all owners" }),
        "create_workspace" => json!({ "parent": workspace, "name": "Support" }),
        "change_workspace" => json!({ "name": "Customer care" }),
        "move_workspace" => {
            json!({ "parent": workspace, "fingerprint": "0f3c5a7e9b1d2468", "reason": "the regions were drawn anew" })
        }
        "edit_profile" => json!({ "first_name": "Ada", "phone": "+49 30 1234567", "time_zone": "Europe/Berlin" }),
        "put_grant" => json!({ "levels": ["agent"], "restrictions": ["mask_phone_email"], "reason": "new in the team" }),
        "invite" => json!({
            "emails": ["grace@example.test", "joan@example.test"], "workspace": workspace, "levels": ["agent"],
            "note": "Welcome!", "language": "en",
        }),
        "correct_invitation" => json!({ "email": "grace.hopper@example.test" }),
        "read_invitation" | "refuse_invitation" => json!({ "token": "what stands behind /invitation/ in the link" }),
        "accept_invitation" => json!({
            "token": "what stands behind /invitation/ in the link", "first_name": "Grace", "last_name": "Hopper",
            "password": password,
        }),
        "revoke_access" | "deactivate_member" | "delete_member" => json!({
            "contacts": { "assign_to": member }, "fingerprint": "0f3c5a7e9b1d2468-13579bdf02468ace-0123456789abcdef-fedcba9876543210", "reason": "leaves us in May",
        }),
        "reactivate_member" => json!({
            "fingerprint": "0f3c5a7e9b1d2468-13579bdf02468ace-0123456789abcdef-fedcba9876543210", "reason": "is back from leave",
        }),
        "delete_members" => json!({
            "matching": { "level": ["agent"], "not_active_for_days": 365 }, "contacts": { "assign_to": member }, "reason": "long gone",
        }),
        "change_levels" => json!({ "members": [member], "workspace": workspace, "levels": ["manager"] }),
        "plan_import" => {
            json!(
                "email,first_name,last_name,levels\r\ngrace@example.test,Grace,Hopper,agent\r\njoan@example.test,Joan,Clarke,agent\r\n"
            )
        }
        "execute_import" => json!({ "reason": "the new season" }),
        "undo_job" => json!({ "reason": "that was the wrong list" }),
        "explain_batch" => json!({ "questions": [
            { "member": "me", "permission": "contacts.handle", "workspace": workspace },
            { "member": member, "permission": "members.view", "workspace": workspace, "resource": resource },
        ] }),
        "report_statistics" => json!({ "calls_handled": 128 }),
        "make_token" => json!({ "name": "nightly export", "permissions": ["members.view"] }),
        "replace_token" => json!({ "expires_at": "2030-01-31T12:00:00Z" }),
        "undo_receipt" => json!({ "reason": "stays after all" }),
        "create_contacts" => json!({
            "workspace": workspace, "assignee": member,
            "contacts": [{ "name": "Alan Turing", "email": "alan@client.test", "phone": "+44 20 7946 0000" }],
        }),
        "assign_contact" => json!({ "member": member }),
        "create_resource" => json!({ "kind": "team", "name": "Night shift" }),
        "create_resource_group" => json!({ "kind": "team", "name": "All of the north" }),
        "rename_resource_group" => json!({ "name": "All of the south" }),
        "change_resource" => json!({ "name": "Early shift" }),
        "put_selection" => json!({ "resources": [resource], "reason": "looks after this one now" }),
        _ => return None,
    })
}

/// The request that an answer leads to: its operation, why, and where its parameters come from.
type Next = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

fn next(operation: &str) -> &'static [Next] {
    const ORG: (&str, &str) = ("org", "$request.path.org");
    const MEMBER: (&str, &str) = ("member", "$request.path.member");
    const WS: (&str, &str) = ("ws", "$request.path.ws");
    match operation {
        "set_up" => &[("sign_in", "Sign in with what was set up.", &[])],
        "sign_in" => &[("who_am_i", "Who is signed in, and where they are a member.", &[])],
        "create_organization" => &[("change_organization", "Set its plan.", &[("org", "$response.body#/id")])],
        "read_organization" => &[("change_settings", "Change it against its tag.", &[ORG])],
        "create_workspace" => &[("change_workspace", "Rename it.", &[ORG, ("ws", "$response.body#/id")])],
        "read_member" => &[
            ("list_grants", "Their grants in full.", &[ORG, MEMBER]),
            ("plan_deactivation", "What deactivating them would mean.", &[ORG, MEMBER]),
            ("plan_deletion", "What deleting them would mean.", &[ORG, MEMBER]),
        ],
        "make_token" | "replace_token" => &[("delete_token", "End it.", &[ORG, MEMBER, ("id", "$response.body#/id")])],
        "read_grant" => &[
            ("put_grant", "Change it against its tag.", &[ORG, MEMBER, WS]),
            ("plan_revocation", "What revoking it would mean.", &[ORG, MEMBER, WS]),
        ],
        "read_access_model" => &[("change_access_model", "Change it against its tag.", &[ORG])],
        "plan_access_model" => &[("change_access_model", "Carry it out.", &[ORG])],
        "plan_move" => &[("move_workspace", "Carry the plan out, with its fingerprint.", &[ORG, WS])],
        "plan_revocation" => &[("revoke_access", "Carry the plan out, with its fingerprint.", &[ORG, MEMBER, WS])],
        "plan_deactivation" => &[("deactivate_member", "Carry the plan out, with its fingerprint.", &[ORG, MEMBER])],
        "deactivate_member" => &[
            ("read_receipt", "What was handed over.", &[ORG, ("id", "$response.body#/id")]),
            ("plan_reactivation", "What would come back.", &[ORG, MEMBER]),
        ],
        "plan_reactivation" => &[("reactivate_member", "Carry the plan out, with its fingerprint.", &[ORG, MEMBER])],
        "reactivate_member" => &[("read_member", "What they have again.", &[ORG, MEMBER])],
        "plan_deletion" => &[("delete_member", "Carry the plan out, with its fingerprint.", &[ORG, MEMBER])],
        "revoke_access" | "delete_member" => &[
            ("read_receipt", "What was taken and handed over.", &[ORG, ("id", "$response.body#/id")]),
            ("undo_receipt", "Undo it.", &[ORG, ("id", "$response.body#/id")]),
        ],
        "delete_members" | "change_levels" | "undo_job" => {
            &[("read_job", "How far it is, and what came of whom.", &[ORG, ("id", "$response.body#/id")])]
        }
        "plan_import" => &[
            ("execute_import", "Carry the plan out.", &[ORG, ("plan", "$response.body#/plan")]),
            ("read_import", "Its further rows.", &[ORG, ("plan", "$response.body#/plan")]),
        ],
        "read_import" => &[("execute_import", "Carry the plan out.", &[ORG, ("plan", "$request.path.plan")])],
        "execute_import" => &[("read_job", "How far it is, and what came of each row.", &[ORG, ("id", "$request.path.plan")])],
        "read_job" => &[("undo_job", "Undo what it did.", &[ORG, ("id", "$request.path.id")])],
        "read_receipt" => &[("undo_receipt", "Undo it.", &[ORG, ("id", "$request.path.id")])],
        "invite" => &[("resend_invitation", "Send one again.", &[ORG, ("id", "$response.body#/results/0/invitation")])],
        "read_contact" => &[("assign_contact", "Assign it to somebody.", &[ORG, ("id", "$request.path.id")])],
        "create_resource" => &[("list_resource_members", "Who reaches it.", &[ORG, ("id", "$response.body#/id")])],
        "read_selection" => &[("put_selection", "Change it against its tag.", &[ORG, MEMBER, ("kind", "$request.path.kind")])],
        "read_invitation" => &[("accept_invitation", "Accept what is offered.", &[])],
        _ => &[],
    }
}

pub(super) fn describe(operation: &mut Operation) {
    let Some(id) = operation.operation_id.clone() else { return };
    if let (Some(body), Some(RefOr::T(request))) = (body(&id), operation.request_body.as_mut()) {
        for content in request.content.values_mut() {
            if let RefOr::T(content) = content {
                content.example = Some(body.clone());
            }
        }
    }
    for response in successes(operation) {
        for (to, why, parameters) in next(&id) {
            let link = Link::builder().operation_id(*to).description(*why);
            let link = parameters.iter().fold(link, |link, (name, from)| link.parameter(*name, *from));
            response.links.insert((*to).to_owned(), RefOr::T(link.build()));
        }
    }
}
