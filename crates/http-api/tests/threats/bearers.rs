//! c3, c4, e1, e2: tokens are refused when misspelt, lie nowhere, are for their member's rights of the moment, and die with them.

use std::collections::BTreeSet;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::deeds::Stage;
use crate::support::{Client, House, PASSWORD, routes};

const MINUTE: Duration = Duration::from_mins(1);

async fn permitted(owner: &Client, of: &Client, permissions: &[&str]) {
    let body = json!({ "levels": ["member"], "permissions": permissions });
    let tag = owner.get(&of.grant(&owner.root)).await.tag();
    owner.put(&of.grant(&owner.root), body).header("if-match", &tag).await.expect(200);
}

/// An organization that asks for `api.use`, with everything switched on, by whom it operates.
async fn feedback(operator: &Client) -> Client {
    let owner = operator.found("Beta", "gus@example.test", &json!({ "model": "feedback" })).await;
    let path = format!("/operator/organizations/{}", owner.organization);
    operator.patch(&path, json!({ "plan": "complete" })).await.expect(200);
    owner
}

#[tokio::test]
async fn c3_what_is_no_living_token_is_answered_in_one_way() {
    let (house, owner) = House::governed().await;
    let program = owner.program().await;
    let token = program.bearer.clone().unwrap();
    program.get("members").await.expect(200);
    let deleted = owner.get("members/me/tokens").await.items()[0]["id"].as_str().unwrap().to_owned();
    let flipped = |at: usize| {
        let mut letters = token.clone().into_bytes();
        letters[at] = if letters[at] == b'A' { b'B' } else { b'A' };
        String::from_utf8(letters).unwrap()
    };
    let mut odd = vec![
        String::new(),
        "x".to_owned(),
        token[..token.len() - 1].to_owned(),
        token[4..].to_owned(),
        format!("{token}A"),
        format!("{token}="),
        format!("{token} {token}"),
        token.to_lowercase(),
        token.to_uppercase(),
        token.replace("tnr_", "tnr-"),
        owner.cookie.clone().unwrap().split_once('=').unwrap().1.to_owned(),
    ];
    odd.extend([4, 20, 40, token.len() - 1].map(flipped));
    let before = house.everything().await;
    let mut answers = BTreeSet::new();
    for text in odd.iter().filter(|text| **text != token) {
        // The cookie beside it helps nobody.
        for who in [owner.bearing(text), Client { cookie: owner.cookie.clone(), ..owner.bearing(text) }] {
            for path in ["members", "/me", "/invitation/accept"] {
                let answer = if path.starts_with("/inv") {
                    who.post(path, json!({ "token": "x", "password": PASSWORD })).await
                } else {
                    who.get(path).await
                };
                answer.refused("unauthenticated", "");
                assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
                answers.insert(answer.text());
            }
        }
    }
    assert_eq!(house.everything().await, before);
    owner.delete(&format!("members/me/tokens/{deleted}")).await;
    let gone = program.get("members").await;
    gone.refused("unauthenticated", "");
    answers.insert(gone.text());
    answers.insert(house.anyone().looking_at(&owner).get("members").await.text());
    assert_eq!(answers.len(), 1, "all alike: {answers:?}");
}

#[tokio::test]
async fn g1_a_cookie_beside_a_token_counts_for_nothing_and_no_page_sends_a_token_by_itself() {
    let (_, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let both = Client { cookie: owner.cookie.clone(), ..agent.program().await };
    both.get("members").await.refused("forbidden", "missing_permission");
    assert_eq!(both.get("members/me").await.expect(200)["member"], agent.member.as_str());
    // Whatever a browser says of where it comes from, it doesn't put a token into a request by itself.
    let made = json!({ "workspace": owner.root, "name": "Ada" });
    both.post("contacts", made.clone()).header("sec-fetch-site", "cross-site").await.expect(201);
    owner.post("contacts", made).header("sec-fetch-site", "cross-site").await.refused("forbidden", "foreign_origin");
    // What is somebody else's scheme is no token.
    owner.get("members").header("authorization", "Basic YTpi").await.expect(200);
    owner
        .get("members")
        .header("authorization", "Bearer x")
        .header("authorization", "Basic YTpi")
        .await
        .refused("unauthenticated", "");
}

#[tokio::test]
async fn a5_every_route_takes_a_token_as_it_takes_its_members_session_or_asks_for_a_session() {
    let stage = Stage::set().await;
    let owner = &stage.owner;
    let program = owner.program().await;
    let (mut wrong, mut taken, mut refused) = (Vec::new(), 0, 0);
    for route in routes().into_iter().filter(|route| !route.is_public) {
        let deed = stage.deed(&route, &stage.child).await;
        if !route.takes_tokens {
            let answer = deed.by(&program, owner, &route).await;
            let (rule, code) = (answer.json()["rule"].clone(), answer.status.as_u16());
            if (rule.as_str(), code) != (Some("session_required"), 403) {
                wrong.push(format!("{} without a session: {answer}", route.name()));
            }
            refused += 1;
            continue;
        }
        let as_owner = deed.by(owner, owner, &route).await;
        let again = stage.deed(&route, &stage.child).await;
        let answer = again.by(&program, owner, &route).await;
        if answer.status != as_owner.status {
            wrong.push(format!("{} by a token: {answer}, and by its member: {as_owner}", route.name()));
        }
        taken += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(taken > 60 && refused > 10, "{taken} {refused}");
    // Those that nobody need be known for are answered to anybody, but what begins or ends a login's standing is no program's.
    program.post("/session", json!({ "email": owner.email, "password": PASSWORD })).await.refused("forbidden", "session_required");
    let (_, invitation) = owner.pending("new@example.test", &owner.root, "agent").await;
    let link = stage.house.link(&owner.organization, &invitation).await;
    let accept = json!({ "token": link, "password": PASSWORD });
    program.post("/invitation/accept", accept).await.refused("forbidden", "session_required");
    stage.house.verify().await;
}

/// What becomes of a program after a change, asked by the API and by the library.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Becomes {
    /// It is nobody's any more.
    Dead,
    /// It is known, and may no more look at members.
    Narrowed,
    /// Nothing changes for it.
    Alive,
}

async fn found(house: &House, program: &Client) -> Becomes {
    let answer = program.get("members").await;
    let by_api = match answer.status.as_u16() {
        200 => Becomes::Alive,
        401 => Becomes::Dead,
        403 => Becomes::Narrowed,
        _ => panic!("{answer}"),
    };
    let writes = program.post("workspaces", json!({ "parent": program.root, "name": "W" })).await.status.as_u16();
    assert_eq!(writes == 401, by_api == Becomes::Dead, "reading and writing know the same: {writes}");
    let token = tenure_credentials::ApiToken::parse(program.bearer.as_deref().unwrap()).unwrap();
    let by_library = house.tenure().by_token(&token.hash()).await.unwrap();
    assert_eq!(by_library.is_none(), by_api == Becomes::Dead);
    by_api
}

/// Every change of state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Change {
    Deactivated,
    Deleted,
    DeletedWithOthers,
    Revoked,
    Demoted,
    Password,
    WorkspaceOff,
    OrganizationOff,
    TokenDeleted,
    TokenReplaced,
    Expired,
    SignedOut,
    FewerMayHaveSome,
}

impl Change {
    const ALL: [Self; 13] = [
        Self::Deactivated,
        Self::Deleted,
        Self::DeletedWithOthers,
        Self::Revoked,
        Self::Demoted,
        Self::Password,
        Self::WorkspaceOff,
        Self::OrganizationOff,
        Self::TokenDeleted,
        Self::TokenReplaced,
        Self::Expired,
        Self::SignedOut,
        Self::FewerMayHaveSome,
    ];

    fn becomes(self) -> Becomes {
        match self {
            Self::Deactivated
            | Self::Deleted
            | Self::DeletedWithOthers
            | Self::OrganizationOff
            | Self::TokenDeleted
            | Self::TokenReplaced
            | Self::Expired => Becomes::Dead,
            Self::Revoked | Self::Demoted => Becomes::Narrowed,
            // What manages people acts where a workspace is off.
            Self::Password | Self::WorkspaceOff | Self::SignedOut | Self::FewerMayHaveSome => Becomes::Alive,
        }
    }

    async fn happens(self, (house, operator, owner): (&House, &Client, &Client), who: &Client, token: &str, child: &str) {
        let member = format!("members/{}", who.member);
        match self {
            Self::Deactivated => owner.deactivate(who).await,
            Self::Deleted => drop(owner.post(&format!("{member}/deletion"), json!({})).await.expect(200)),
            Self::DeletedWithOthers => drop(owner.job(&[&who.member]).await),
            Self::Revoked => drop(owner.revoke(who, child).await),
            Self::Demoted => owner.regrant(who, child, "agent", &[]).await,
            Self::Password => {
                let change = json!({ "current_password": PASSWORD, "password": "another of some length" });
                who.post("/me/password", change).await.expect(200);
            }
            Self::WorkspaceOff => drop(owner.patch(&format!("workspaces/{child}"), json!({ "active": false })).await.expect(200)),
            Self::OrganizationOff => {
                let path = format!("/operator/organizations/{}", owner.organization);
                operator.patch(&path, json!({ "active": false })).await.expect(200);
            }
            Self::TokenDeleted => assert_eq!(who.delete(&format!("members/me/tokens/{token}")).await.status, 204),
            Self::TokenReplaced => {
                who.post(&format!("members/me/tokens/{token}/replacement"), json!({})).await.expect(201);
            }
            Self::Expired => house.pass(MINUTE * 60),
            Self::SignedOut => assert_eq!(who.delete("/session").await.status, 204),
            Self::FewerMayHaveSome => drop(owner.patch("", json!({ "tokens_per_member": 1 })).await.expect(200)),
        }
    }
}

#[tokio::test]
async fn e1_every_change_of_state_holds_for_tokens_from_the_next_request_on() {
    for change in Change::ALL {
        let (house, operator) = House::governed().await;
        let owner = operator.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
        let child = owner.workspace(&owner.root, "Child").await;
        let who = owner.hire("mia@example.test", &child, "manager").await;
        let made =
            who.post("members/me/tokens", json!({ "name": "program", "expires_at": "2026-03-02T13:00:00Z" })).await.expect(201);
        let program = Client { root: child.clone(), ..who.bearing(made["secret"].as_str().unwrap()) };
        assert_eq!(found(&house, &program).await, Becomes::Alive);
        change.happens((&house, &operator, &owner), &who, made["id"].as_str().unwrap(), &child).await;
        assert_eq!(found(&house, &program).await, change.becomes(), "{change:?}");
        house.verify().await;
    }
}

#[tokio::test]
async fn e1_what_the_model_asks_of_tokens_is_asked_at_every_use() {
    let (house, operator) = House::governed().await;
    let owner = feedback(&operator).await;
    let who = owner.hire("mia@example.test", &owner.root, "member").await;
    let make = || who.post("members/me/tokens", json!({ "name": "program" }));
    make().await.refused("forbidden", "no_api_access");
    permitted(&owner, &who, &["api.use", "user_management.use"]).await;
    let program = who.bearing(make().await.expect(201)["secret"].as_str().unwrap());
    let lives = async || found(&house, &program).await;
    assert_eq!(lives().await, Becomes::Alive);
    permitted(&owner, &who, &["user_management.use"]).await;
    assert_eq!(lives().await, Becomes::Dead, "the right to use tokens is gone");
    permitted(&owner, &who, &["api.use"]).await;
    assert_eq!(lives().await, Becomes::Narrowed);
    permitted(&owner, &who, &["api.use", "user_management.use"]).await;
    assert_eq!(lives().await, Becomes::Alive);
    // The organization takes a smaller plan, and the larger one again.
    for (plan, becomes) in [("basic", Becomes::Dead), ("complete", Becomes::Alive)] {
        operator.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": plan })).await.expect(200);
        assert_eq!(lives().await, becomes);
    }
    house.verify().await;
}

#[tokio::test]
async fn a_token_that_died_with_its_member_never_lives_again() {
    let (house, owner) = House::governed().await;
    let who = owner.hire("mia@example.test", &owner.root, "manager").await;
    let program = who.program().await;
    owner.deactivate(&who).await;
    owner.post(&format!("members/{}/reactivation", who.member), json!({})).await.expect(200);
    assert_eq!(found(&house, &program).await, Becomes::Dead);
    let who = house.sign_in("mia@example.test").await;
    let program = who.program().await;
    let receipt = owner.post(&format!("members/{}/deletion", who.member), json!({})).await.expect(200)["id"].clone();
    owner.post(&format!("receipts/{}/undo", receipt.as_str().unwrap()), json!({})).await.expect(200);
    assert_eq!(found(&house, &program).await, Becomes::Dead);
    house.verify().await;
}

#[tokio::test]
async fn e2_nobody_makes_a_token_for_who_does_not_act() {
    let (_, owner) = House::governed().await;
    let idle = owner.hire("ida@example.test", &owner.root, "agent").await;
    owner.deactivate(&idle).await;
    let (pending, _) = owner.pending("pat@example.test", &owner.root, "agent").await;
    for (member, rule) in [(&idle.member, "inactive"), (&pending, "pending")] {
        owner.post(&format!("members/{member}/tokens"), json!({ "name": "program" })).await.refused("conflict", rule);
    }
}

#[tokio::test]
async fn r6_who_makes_a_token_for_somebody_can_do_and_see_no_more_by_it() {
    let (house, operator) = House::governed().await;
    let owner = operator.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    operator.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "advanced" })).await.expect(200);
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let free = owner.hire("mia@example.test", &owner.root, "manager").await;
    let bound = owner.hire_with("max@example.test", &owner.root, "manager", &["no_data_export"]).await;
    let narrow = owner.hire("nora@example.test", &owner.root, "manager").await;
    owner.regrant(&narrow, &owner.workspace(&owner.root, "Child").await, "agent", &["contacts_own"]).await;
    let tokens = format!("members/{}/tokens", agent.member);
    let body = || json!({ "name": "program" });
    bound.post(&tokens, body()).await.refused("forbidden", "beyond_own");
    narrow.post(&tokens, body()).await.refused("forbidden", "beyond_own");
    let made = free.post(&tokens, body()).await.expect(201);
    assert_eq!((&made["made_by"], &made["member"]), (&json!(free.member), &json!(agent.member)));
    let program = agent.bearing(made["secret"].as_str().unwrap());
    assert_eq!(program.get("members/me").await.expect(200)["member"], agent.member.as_str());
    program.get("members").await.refused("forbidden", "missing_permission");
    // What they are given later, and what their manager loses, is nothing that comes to the manager by it.
    program.get("contacts").await.expect(200);
    owner.regrant(&agent, &owner.root, "owner", &[]).await;
    program.get("contacts").await.refused("unauthenticated", "");
    program.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).await.refused("unauthenticated", "");
    owner.regrant(&agent, &owner.root, "agent", &[]).await;
    program.get("contacts").await.expect(200);
    owner.regrant(&free, &owner.root, "manager", &["no_contact_deletion"]).await;
    program.get("contacts").await.refused("unauthenticated", "");
    owner.regrant(&free, &owner.root, "manager", &[]).await;
    program.get("contacts").await.expect(200);
    let replaced = format!("{tokens}/{}/replacement", made["id"].as_str().unwrap());
    bound.post(&replaced, json!({})).await.refused("forbidden", "beyond_own");
    // Ending one takes the right to manage them alone.
    assert_eq!(bound.delete(&format!("{tokens}/{}", made["id"].as_str().unwrap())).await.status, 204);
    // A manager is an owner's to manage, and not the other way round.
    free.post(&format!("members/{}/tokens", owner.member), body()).await.refused("forbidden", "not_manageable");
    house.verify().await;
}

#[tokio::test]
async fn a_limited_token_does_what_it_is_for_and_begins_nothing_that_goes_on_without_it() {
    let (house, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let program = owner.program_for(json!({ "name": "reader", "permissions": ["members.view"] })).await;
    program.get("members").await.expect(200);
    program.get("members.csv").await.refused("forbidden", "missing_permission");
    program.get("contacts").await.refused("forbidden", "missing_permission");
    program.get("journal").await.refused("forbidden", "missing_permission");
    program.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).await.refused("forbidden", "missing_permission");
    let invite = json!({ "emails": "new@example.test", "workspace": owner.root, "levels": ["agent"] });
    program.post("invitations", invite.clone()).await.refused("forbidden", "missing_permission");
    // It is told of its member what it can do itself, and so is nobody else.
    let ask = |permission: &str| format!("access?member=me&permission={permission}&workspace={}", owner.root);
    for (who, permission, allowed) in
        [(&program, "members.view", true), (&program, "members.manage", false), (&owner, "members.manage", true)]
    {
        assert_eq!(who.get(&ask(permission)).await.expect(200)["allowed"], allowed, "{permission}");
    }
    let program = bo_manages(&owner).await;
    // Whom it invited would have more than it has itself.
    program.post("invitations", invite.clone()).await.refused("forbidden", "not_manageable");
    program
        .post("invitations", json!({ "emails": "eve@example.test", "workspace": owner.root, "levels": ["owner"] }))
        .await
        .refused("forbidden", "not_manageable");
    owner.post("invitations", invite).await.expect(200);
    program.get("jobs").await.refused("forbidden", "session_required");
    // What is its member's without any permission is nothing that it is for.
    program.patch("members/me", json!({ "phone": "+49301234567" })).await.refused("forbidden", "session_required");
    let job = json!({ "members": [bo.member] });
    program.post("members/deletion", job.clone()).await.refused("forbidden", "limited_token");
    let whole = house.sign_in(&owner.email).await.program_again().await;
    whole.post("members/deletion", job).await.expect(200);
}

#[tokio::test]
async fn r6_a_limited_token_is_for_what_its_permissions_become_and_for_none_of_another_meaning() {
    let (house, operator) = House::governed().await;
    let owner = feedback(&operator).await;
    let body = json!({ "name": "reports", "permissions": ["reports.export", "surveys.view"] });
    let made = owner.post("members/me/tokens", body).await.expect(201);
    let remodel = async |from: &str, to: &str, migration: Value| {
        let model = owner.get("access-model").await;
        let document = model.expect(200)["document"].as_str().unwrap().replace(from, to);
        let body = json!({ "access_model": document, "migration": migration });
        owner.put("access-model", body).header("if-match", &model.tag()).await.expect(200);
        owner.get("members/me/tokens").await.items()[0]["permissions"].clone()
    };
    let renamed = json!({ "permissions": { "reports.export": "reports.send" } });
    assert_eq!(remodel("reports.export", "reports.send", renamed).await, json!(["reports.send", "surveys.view"]));
    assert_eq!(remodel("reports.send", "reports.share", json!({})).await, json!(["surveys.view"]));
    assert_eq!(
        remodel("reports.share", "reports.send", json!({})).await,
        json!(["surveys.view"]),
        "the word is back, and means something else"
    );
    let replaced = format!("members/me/tokens/{}/replacement", made["id"].as_str().unwrap());
    owner.post(&replaced, json!({})).await.expect(201);
    house.verify().await;
}

#[tokio::test]
async fn r6_a_limited_token_gives_no_more_than_it_has() {
    let (_, operator) = House::governed().await;
    let owner = feedback(&operator).await;
    let program = owner.program_for(json!({ "name": "hiring", "permissions": ["user_management.use", "surveys.view", "dashboards.view", "reports.export"] })).await;
    let invite = |email: &str, permission: &str| json!({ "emails": email, "workspace": owner.root, "levels": ["member"], "permissions": [permission] });
    program.post("invitations", invite("a@example.test", "message_center.use")).await.refused("forbidden", "not_grantable");
    owner.post("invitations", invite("a@example.test", "message_center.use")).await.expect(200);
    program.post("invitations", invite("b@example.test", "user_management.use")).await.expect(200);
}

/// A program that manages members and does nothing else.
async fn bo_manages(owner: &Client) -> Client {
    owner.patch("", json!({ "tokens_per_member": 5 })).await.expect(200);
    owner.program_for(json!({ "name": "manager", "permissions": ["members.manage", "members.invite", "members.view"] })).await
}

impl Client {
    async fn program_again(&self) -> Self {
        self.program_for(json!({ "name": "another" })).await
    }
}

#[tokio::test]
async fn an_answer_that_was_kept_for_one_token_is_no_other_ones() {
    let (_, owner) = House::governed().await;
    owner.patch("", json!({ "tokens_per_member": 2 })).await.expect(200);
    let (one, other) = (owner.program().await, owner.program().await);
    let make = |who: &Client| {
        who.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).header("idempotency-key", "the same")
    };
    let first = make(&one).await.expect(201);
    assert_eq!(make(&one).await.expect(201), first);
    assert_ne!(make(&other).await.expect(201), first);
    assert_ne!(make(&owner).await.expect(201), first);
}

#[tokio::test]
async fn f1_a_token_knows_of_no_other_organization() {
    let (house, owner) = House::governed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    other.welcome(&owner).await;
    let program = owner.program().await;
    owner.looking_at(&other).get("").await.expect(200);
    for path in ["", "members", "contacts", "stream"] {
        program.looking_at(&other).get(path).await.refused("not_found", "");
    }
    program.looking_at(&other).post("contacts", json!({ "workspace": other.root, "name": "Ada" })).await.refused("not_found", "");
    let made = other.post("members/me/tokens", json!({ "name": "theirs" })).await.expect(201);
    let theirs = made["id"].as_str().unwrap();
    owner.delete(&format!("members/me/tokens/{theirs}")).await.refused("not_found", "");
    owner.post(&format!("members/me/tokens/{theirs}/replacement"), json!({})).await.refused("not_found", "");
    house.verify().await;
}

/// The secret's bits, as a table that kept them would tell them.
fn bits(secret: &str) -> String {
    let bytes = URL_SAFE_NO_PAD.decode(&secret[4..]).unwrap();
    let half = |at: usize| u128::from_be_bytes(bytes[at..at + 16].try_into().unwrap());
    format!("{:032X}{:032X}", half(0), half(16))
}

#[tokio::test]
async fn c4_no_secret_of_a_token_lies_in_any_table() {
    let (house, owner) = House::governed().await;
    let made = owner.post("members/me/tokens", json!({ "name": "program" })).header("idempotency-key", "once").await.expect(201);
    let first = made["secret"].as_str().unwrap().to_owned();
    let again = owner.post("members/me/tokens", json!({ "name": "program" })).header("idempotency-key", "once").await;
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    let again = again.expect(201);
    assert_eq!((again.get("secret"), &again["id"]), (None, &made["id"]));
    let program = owner.bearing(&first);
    program.post("contacts", json!({ "workspace": owner.root, "name": "Ada" })).header("idempotency-key", "k").await.expect(201);
    let id = made["id"].as_str().unwrap();
    let replaced = owner.post(&format!("members/me/tokens/{id}/replacement"), json!({})).await.expect(201);
    let second = replaced["secret"].as_str().unwrap();
    let everything = house.everything().await;
    let secrets: Vec<String> = [first.as_str(), second]
        .iter()
        .flat_map(|secret| {
            [(*secret).to_owned(), secret.trim_start_matches("tnr_").to_owned(), secret[4..40].to_owned(), bits(secret)]
        })
        .collect();
    assert!(everything["tokens"].iter().all(|row| row.contains("X'")), "bytes are told as hexadecimal digits, as the bits are");
    for (table, rows) in &everything {
        for row in rows {
            assert!(!secrets.iter().any(|secret| row.contains(secret.as_str())), "{table}");
        }
    }
    assert!(everything["tokens"].len() == 1 && everything["journal"].iter().any(|row| row.contains("token_replaced")));
    let told: Vec<Value> = owner.get("members/me/tokens").await.items();
    assert!(!format!("{told:?} {}", owner.get("members/me").await.text()).contains("secret"));
}
