//! a5, R19: the authorization matrix: every route, who may, and what it leaves in the journal.

use std::time::Duration;

use super::deeds::Stage;
use crate::support::{Client, Route, routes};

/// What a route answers to whom. 403 is told by a rule, which is journalled; 404 tells nothing.
struct Row {
    route: &'static str,
    /// Owner; manager at the root; agent at the root; manager of a child only, at the root; the same, at the child; somebody of
    /// another organization; nobody.
    statuses: [u16; 7],
    /// What a success leaves in the organization's journal.
    leaves: Option<&'static str>,
}

const fn row(route: &'static str, statuses: [u16; 7], leaves: &'static str) -> Row {
    Row { route, statuses, leaves: Some(leaves) }
}

const fn silent(route: &'static str, statuses: [u16; 7]) -> Row {
    Row { route, statuses, leaves: None }
}

#[rustfmt::skip]
const MATRIX: &[Row] = &[
    //                                                                    owner mgr  agent below there other nobody
    // The first start is over; that it is journalled is in the golden files.
    silent("POST /setup",                                                [404, 404, 404, 404, 404, 404, 404]),
    // The owner is operator here. What it leaves is in the new organization's journal.
    silent("POST /operator/organizations",                               [201, 404, 404, 404, 404, 404, 401]),
    row("PATCH /operator/organizations/{org}",                           [200, 404, 404, 404, 404, 404, 401], "organization_changed"),
    // Sessions are nobody's membership; no organization's journal tells of them.
    silent("POST /session",                                              [200, 200, 200, 200, 200, 200, 200]),
    // What is asked for has no effect here, or the owner's would be gone for the rest.
    silent("DELETE /sessions",                                           [422, 422, 422, 422, 422, 422, 401]),
    silent("DELETE /sessions/{id}",                                      [404, 404, 404, 404, 404, 404, 401]),
    silent("POST /me/password",                                          [422, 422, 422, 422, 422, 422, 401]),
    silent("POST /me/email",                                             [422, 422, 422, 422, 422, 422, 401]),
    silent("POST /me/second-factor",                                     [422, 422, 422, 422, 422, 422, 401]),
    silent("POST /me/second-factor/confirmation",                        [409, 409, 409, 409, 409, 409, 401]),
    silent("POST /me/second-factor/recovery-codes",                      [422, 422, 422, 422, 422, 422, 401]),
    silent("POST /me/second-factor/removal",                             [422, 422, 422, 422, 422, 422, 401]),
    // Whose link it is, the link says; the owner's would be gone for the rest.
    silent("POST /password-reset",                                       [202, 202, 202, 202, 202, 202, 202]),
    silent("POST /password-reset/complete",                              [404, 404, 404, 404, 404, 404, 404]),
    silent("POST /email-confirmation",                                   [404, 404, 404, 404, 404, 404, 404]),
    silent("DELETE /session",                                            [204, 204, 204, 204, 204, 204, 401]),
    // Reading is a POST for the token's sake; accepting and refusing are the link's, whoever holds it.
    silent("POST /invitation/read",                                      [200, 200, 200, 200, 200, 200, 200]),
    row("POST /invitation/accept",                                       [403, 403, 403, 403, 403, 403, 200], "invitation_accepted"),
    row("POST /invitation/refuse",                                       [204, 204, 204, 204, 204, 204, 204], "invitation_refused"),
    row("PATCH /organizations/{org}",                                    [200, 200, 403, 403, 403, 404, 401], "organization_changed"),
    row("POST /organizations/{org}/workspaces",                          [201, 201, 403, 404, 201, 404, 401], "workspace_created"),
    row("PATCH /organizations/{org}/workspaces/{ws}",                    [200, 200, 403, 404, 200, 404, 401], "workspace_changed"),
    // A model is about every level, and an owner's is not a manager's to manage.
    row("PUT /organizations/{org}/access-model",                         [200, 403, 403, 403, 403, 404, 401], "access_model_changed"),
    row("POST /organizations/{org}/workspaces/{ws}/move",                [200, 200, 403, 404, 200, 404, 401], "workspace_moved"),
    row("DELETE /organizations/{org}/workspaces/{ws}",                   [204, 204, 403, 404, 204, 404, 401], "workspace_deleted"),
    row("PATCH /organizations/{org}/members/{member}",                   [200, 200, 403, 404, 200, 404, 401], "profile_changed"),
    row("POST /organizations/{org}/members/{member}/password-reset",      [202, 202, 403, 404, 202, 404, 401], "password_reset_requested"),
    row("POST /organizations/{org}/members/{member}/email",               [202, 202, 403, 404, 202, 404, 401], "email_change_requested"),
    row("PUT /organizations/{org}/members/{member}/grants/{ws}",         [200, 200, 403, 404, 200, 404, 401], "access_changed"),
    row("POST /organizations/{org}/members/{member}/grants/{ws}/revocation", [200, 200, 403, 404, 200, 404, 401], "access_revoked"),
    row("POST /organizations/{org}/members/{member}/deletion",            [200, 200, 403, 404, 200, 404, 401], "member_deleted"),
    row("POST /organizations/{org}/members/{member}/unlock",              [204, 204, 403, 404, 204, 404, 401], "member_unlocked"),
    // What was measured is no change, and not journalled. This model measures nothing, so an empty report stands for any.
    silent("POST /organizations/{org}/members/{member}/statistics",       [204, 204, 403, 404, 204, 404, 401]),
    row("POST /organizations/{org}/members/{member}/tokens",              [201, 201, 403, 404, 201, 404, 401], "token_made"),
    row("POST /organizations/{org}/members/{member}/tokens/{id}/replacement", [201, 201, 403, 404, 201, 404, 401], "token_replaced"),
    row("DELETE /organizations/{org}/members/{member}/tokens/{id}",       [204, 204, 403, 404, 204, 404, 401], "token_deleted"),
    row("POST /organizations/{org}/members/{member}/deactivation",        [200, 200, 403, 404, 200, 404, 401], "member_deactivated"),
    row("POST /organizations/{org}/members/{member}/reactivation",        [200, 200, 403, 404, 200, 404, 401], "member_reactivated"),
    // Whom somebody may not know of is answered as nobody, one by one.
    row("POST /organizations/{org}/members/deletion",                     [200, 200, 403, 200, 200, 404, 401], "member_deleted"),
    row("POST /organizations/{org}/members/levels",                       [200, 403, 403, 404, 403, 404, 401], "access_changed"),
    silent("POST /organizations/{org}/members/import",                    [201, 201, 403, 404, 201, 404, 401]),
    row("POST /organizations/{org}/members/import/{plan}/execution",      [200, 404, 404, 404, 404, 404, 401], "member_invited"),
    // What a job did is in the journal person by person; that no more comes is not.
    silent("POST /organizations/{org}/jobs/{id}/stop",                    [200, 404, 404, 404, 404, 404, 401]),
    row("POST /organizations/{org}/jobs/{id}/undo",                       [200, 404, 404, 404, 404, 404, 401], "member_restored"),
    row("POST /organizations/{org}/receipts/{id}/undo",                  [200, 200, 403, 404, 200, 404, 401], "access_restored"),
    row("POST /organizations/{org}/invitations",                         [200, 200, 403, 404, 200, 404, 401], "member_invited"),
    row("PATCH /organizations/{org}/invitations/{id}",                   [200, 200, 403, 404, 200, 404, 401], "invitation_corrected"),
    row("DELETE /organizations/{org}/invitations/{id}",                  [204, 204, 403, 404, 204, 404, 401], "invitation_withdrawn"),
    row("POST /organizations/{org}/invitations/{id}/resend",             [200, 200, 403, 404, 200, 404, 401], "invitation_resent"),
    row("POST /organizations/{org}/contacts",                            [201, 201, 201, 404, 201, 404, 401], "contacts_created"),
    // An agent answers contacts and deletes none.
    row("DELETE /organizations/{org}/contacts/{id}",                     [204, 204, 403, 404, 204, 404, 401], "contact_deleted"),
    row("PUT /organizations/{org}/contacts/{id}/assignee",               [200, 200, 200, 404, 200, 404, 401], "contact_assigned"),
    // What leaves the house is told.
    row("GET /organizations/{org}/members.csv",                          [200, 200, 403, 404, 200, 404, 401], "members_exported"),
    row("GET /organizations/{org}/journal.csv",                          [200, 200, 403, 404, 404, 404, 401], "journal_exported"),
    // Resources are the whole organization's, so managing them takes the right at the root; a manager may delete none.
    row("POST /organizations/{org}/resources",                           [201, 201, 403, 403, 403, 404, 401], "resource_created"),
    row("PATCH /organizations/{org}/resources/{id}",                     [200, 200, 404, 403, 403, 404, 401], "resource_changed"),
    row("DELETE /organizations/{org}/resources/{id}",                    [204, 403, 404, 403, 403, 404, 401], "resource_deleted"),
    row("PUT /organizations/{org}/resources/{id}/members/{member}",      [204, 204, 404, 404, 204, 404, 401], "selection_changed"),
    row("DELETE /organizations/{org}/resources/{id}/members/{member}",   [204, 204, 404, 404, 204, 404, 401], "selection_changed"),
    // Teams are chosen on each team's page, so nobody chooses them here; a model of one's own does in the journeys.
    silent("PUT /organizations/{org}/members/{member}/selections/{kind}",    [422, 422, 403, 404, 422, 404, 401]),
    // Reading leaves nothing but what was refused. Who has access from above is seen below; what is above is not theirs to ask for.
    silent("GET /dev/mail",                                                   [200, 200, 200, 200, 200, 200, 200]),
    silent("GET /me",                                                         [200, 200, 200, 200, 200, 200, 401]),
    silent("GET /sessions",                                                   [200, 200, 200, 200, 200, 200, 401]),
    silent("GET /me/second-factor",                                      [200, 200, 200, 200, 200, 200, 401]),
    silent("GET /session",                                                    [200, 200, 200, 200, 200, 200, 401]),
    silent("GET /organizations",                                              [200, 200, 200, 200, 200, 200, 401]),
    silent("GET /operator/organizations",                                     [200, 404, 404, 404, 404, 404, 401]),
    silent("GET /organizations/{org}",                                        [200, 200, 200, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/access-model",                           [200, 200, 200, 200, 200, 404, 401]),
    silent("POST /organizations/{org}/access-model/plan",                     [200, 403, 403, 403, 403, 404, 401]),
    silent("GET /organizations/{org}/access",                                 [200, 200, 404, 404, 200, 404, 401]),
    // Each question of a batch is answered on its own, with "not found" where it would be that alone.
    silent("POST /organizations/{org}/access/batch",                          [200, 200, 200, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/access/who",                             [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/workspaces",                             [200, 200, 200, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/workspaces/{ws}/move",                   [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/members",                                [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/contacts",                               [200, 200, 200, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/contacts/{id}",                          [200, 200, 200, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}",                       [200, 200, 404, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/tokens",                [200, 200, 404, 403, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/grants",                [200, 200, 404, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/grants/{ws}",           [200, 200, 404, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/grants/{ws}/preview",   [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/grants/{ws}/revocation", [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/deletion",              [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/deactivation",          [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/reactivation",          [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/receipts/{id}",                          [200, 200, 403, 404, 200, 404, 401]),
    silent("GET /organizations/{org}/invitations",                            [200, 200, 403, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/insights",                               [200, 200, 403, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/journal",                                [200, 200, 403, 404, 404, 404, 401]),
    // No kind of this model has groups; whoever may make some is told so, and there is none to read.
    silent("POST /organizations/{org}/resource-groups",                       [422, 422, 403, 403, 403, 404, 401]),
    silent("GET /organizations/{org}/resource-groups",                        [200, 200, 200, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/resource-groups/{id}",                   [404, 404, 404, 404, 404, 404, 401]),
    silent("PATCH /organizations/{org}/resource-groups/{id}",                 [404, 404, 404, 404, 404, 404, 401]),
    silent("DELETE /organizations/{org}/resource-groups/{id}",                [404, 404, 404, 404, 404, 404, 401]),
    silent("GET /organizations/{org}/resources",                              [200, 200, 200, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/resources/{id}",                         [200, 200, 404, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/resources/{id}/members",                 [200, 200, 404, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/members/{member}/selections/{kind}",     [200, 200, 404, 200, 200, 404, 401]),
    // Whoever is here may listen, and hears what they may know.
    silent("POST /organizations/{org}/presence",                              [204, 204, 204, 204, 204, 404, 401]),
    silent("GET /organizations/{org}/stream",                                 [200, 200, 200, 200, 200, 404, 401]),
    // A job is its maker's.
    silent("GET /organizations/{org}/jobs",                                   [200, 200, 200, 200, 200, 404, 401]),
    silent("GET /organizations/{org}/members/import/{plan}",                  [200, 404, 404, 404, 404, 404, 401]),
    silent("GET /organizations/{org}/jobs/{id}",                              [200, 404, 404, 404, 404, 404, 401]),
    silent("GET /organizations/{org}/receipts",                               [200, 200, 403, 200, 200, 404, 401]),
];

fn row_of(route: &Route) -> &'static Row {
    MATRIX.iter().find(|row| row.route == route.name()).unwrap_or_else(|| panic!("a5: {} has no row in the matrix", route.name()))
}

/// The journal's rows, whoever may read it.
async fn journal(stage: &Stage) -> Vec<String> {
    stage.house.table("journal").await
}

#[test]
fn a5_every_route_has_a_row_and_every_row_a_route() {
    let routes = routes();
    for row in MATRIX {
        assert!(routes.iter().any(|route| route.name() == row.route), "{} is no route", row.route);
    }
    assert_eq!(MATRIX.len(), routes.len());
    for route in &routes {
        row_of(route);
    }
}

#[tokio::test]
async fn a5_every_route_asks_for_its_right_and_leaves_what_happened_in_the_journal() {
    let stage = Stage::set().await;
    let owner = &stage.owner;
    let other = owner.found("Other", "gus@other.test", &serde_json::json!({ "model": "workspace" })).await;
    let mut wrong = Vec::new();
    for route in routes() {
        let row = row_of(&route);
        // Everybody anew for each route, because some routes end what their callers have.
        let manager = owner.hire(&stage.fresh(), &owner.root, "manager").await;
        let agent = owner.hire(&stage.fresh(), &owner.root, "agent").await;
        let below = owner.hire(&stage.fresh(), &stage.child, "manager").await;
        let boss = stage.house.sign_in(&owner.email).await;
        let stranger = stage.house.sign_in(&other.email).await;
        let nobody = stage.house.anyone();
        let tries: [(&str, &Client, &str); 7] = [
            ("owner", &boss, &owner.root),
            ("manager", &manager, &owner.root),
            ("agent", &agent, &owner.root),
            ("manager of the child", &below, &owner.root),
            ("manager of the child, there", &below, &stage.child),
            ("somebody of another organization", &stranger, &owner.root),
            ("nobody", &nobody, &owner.root),
        ];
        for ((name, who, at), expected) in tries.into_iter().zip(row.statuses) {
            // The one session that a sign-out ends is no session afterwards.
            let who = if route.name() == "DELETE /session" && who.cookie.is_some() {
                stage.house.sign_in(&who.email).await
            } else {
                who.clone()
            };
            // Every refusal is written anew.
            stage.house.pass(Duration::from_secs(61));
            let deed = stage.deed(&route, at).await;
            let before = journal(&stage).await;
            let answer = deed.by(&who, owner, &route).await;
            if answer.status.as_u16() != expected {
                wrong.push(format!("{name}, not {expected}: {answer}"));
                continue;
            }
            let after = journal(&stage).await;
            let added: Vec<&String> = after.iter().filter(|entry| !before.contains(entry)).collect();
            let has = |kind: &str| added.iter().any(|entry| entry.contains(&format!("'{kind}'")));
            let left = match (expected, row.leaves) {
                (200, Some(_)) if route.path.ends_with("/members/deletion") && name == "manager of the child" => added.is_empty(),
                (200..300, Some(kind)) => has(kind),
                (200..300, None) if route.name() == "POST /operator/organizations" => has("organization_founded"),
                // R19: whoever is here and is refused leaves that behind.
                (403, _) if who.organization == owner.organization => added.len() == 1 && has("access_refused"),
                _ => added.is_empty(),
            };
            if !left {
                wrong.push(format!("{name} leaves {added:?} in the journal: {answer}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    stage.house.verify().await;
}

#[tokio::test]
async fn r19_refusals_are_coalesced_and_say_how_often() {
    let stage = Stage::set().await;
    let owner = &stage.owner;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let refuse = || agent.post("workspaces", serde_json::json!({ "parent": owner.root, "name": "West" }));
    for _ in 0..5 {
        refuse().await.refused("forbidden", "missing_permission");
    }
    let entries = async || owner.get("journal?kind=access_refused").await.items();
    assert_eq!(entries().await.len(), 1);
    stage.house.pass(Duration::from_mins(1));
    refuse().await.refused("forbidden", "missing_permission");
    let entries = entries().await;
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0]["after"], serde_json::json!({ "rule": "missing_permission", "times": 5 }));
    assert_eq!(entries[1]["after"], serde_json::json!({ "rule": "missing_permission", "times": 1 }));
    assert_eq!(
        (&entries[0]["actor"]["id"], &entries[0]["target"]["id"]),
        (&agent.member.clone().into(), &agent.member.clone().into())
    );
}

#[tokio::test]
async fn r19_refusals_to_read_are_journalled_too() {
    let stage = Stage::set().await;
    let owner = &stage.owner;
    owner
        .patch(&format!("/operator/organizations/{}", owner.organization), serde_json::json!({ "plan": "growth" }))
        .await
        .expect(200);
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let masked = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&masked, &stage.child, "agent", &["mask_phone_email"]).await;
    let revocation = format!("{}/revocation", owner.grant(&owner.root));
    for (who, path, rule) in [
        (&agent, "members", "missing_permission"),
        (&agent, "invitations", "missing_permission"),
        (&agent, "journal", "missing_permission"),
        (&agent, "receipts", "missing_permission"),
        (&agent, &revocation, "missing_permission"),
        (&masked, "members?sort=email", "masked"),
    ] {
        stage.house.pass(Duration::from_secs(61));
        let before = owner.get("journal?kind=access_refused").await.items().len();
        who.get(path).await.refused("forbidden", rule);
        let entries = owner.get("journal?kind=access_refused").await.items();
        assert_eq!(entries.len(), before + 1, "{path}");
        assert_eq!((&entries[0]["after"]["rule"], &entries[0]["actor"]["id"]), (&rule.into(), &who.member.clone().into()));
    }
}
