//! f1: two organizations, and every id of one tried in the other.

use serde_json::json;

use crate::support::{Client, House, Route, routes};

/// What an organization has of everything that an id can name.
struct Estate {
    owner: Client,
    member: String,
    workspace: String,
    invitation: String,
    receipt: String,
    job: String,
    contact: String,
    team: String,
    /// Kinds are the model's and not the organization's: that of the others is one that isn't here.
    kind: &'static str,
}

impl Estate {
    async fn furnish(owner: Client, domain: &str) -> Self {
        let workspace = owner.workspace(&owner.root, "North").await;
        let agent = owner.hire(&format!("agent@{domain}"), &owner.root, "agent").await;
        owner.regrant(&agent, &workspace, "agent", &[]).await;
        let gone = owner.hire(&format!("gone@{domain}"), &workspace, "agent").await;
        let contact = owner.contact(&workspace, "Ada", Some(&agent.member)).await;
        let receipt = owner.revoke(&gone, &workspace).await;
        let (_, invitation) = owner.pending(&format!("pat@{domain}"), &workspace, "agent").await;
        let team = owner.team("Night shift").await;
        owner.put_into(&agent, &team).await;
        let kind = if domain == "mine.test" { "team" } else { "queue" };
        let job = owner.job(&[&gone.member]).await;
        Self { member: agent.member.clone(), owner, workspace, invitation, receipt, job, contact, team, kind }
    }

    fn id(&self, route: &Route, name: &str) -> String {
        match name {
            "org" => self.owner.organization.clone(),
            "member" => self.member.clone(),
            "ws" => self.workspace.clone(),
            "id" if route.path.contains("/invitations/") => self.invitation.clone(),
            "id" if route.path.contains("/receipts/") => self.receipt.clone(),
            "id" if route.path.contains("/jobs/") => self.job.clone(),
            "id" if route.path.contains("/contacts/") => self.contact.clone(),
            "id" if route.path.contains("/resources/") => self.team.clone(),
            "kind" => self.kind.to_owned(),
            other => panic!("say what `{other}` of {} is", route.name()),
        }
    }
}

async fn two() -> (House, Estate, Estate) {
    let (house, operator) = House::governed().await;
    let mut estates = Vec::new();
    for (name, domain) in [("Mine", "mine.test"), ("Theirs", "theirs.test")] {
        let owner = operator.found(name, &format!("owner@{domain}"), &json!({ "model": "workspace" })).await;
        estates.push(Estate::furnish(owner, domain).await);
    }
    let theirs = estates.pop().unwrap();
    (house, estates.pop().unwrap(), theirs)
}

fn ask(mine: &Estate, route: &Route, path: &str) -> crate::support::Ask {
    let query = if route.path.ends_with("/access") {
        format!("?member={}&permission=calls.use&workspace={}", mine.member, mine.workspace)
    } else if route.path.ends_with("/access/who") {
        format!("?permission=calls.use&workspace={}", mine.workspace)
    } else if route.path.ends_with("/move") && !route.is_write() {
        format!("?parent={}", mine.owner.root)
    } else if route.path.ends_with("/preview") {
        "?levels=agent".to_owned()
    } else {
        String::new()
    };
    let ask = mine.owner.ask(route.method.clone(), format!("/api/v1{path}{query}")).header("if-match", "\"v1\"");
    match route.sample() {
        Some(body) => ask.json(&body),
        None => ask,
    }
}

#[tokio::test]
async fn f1_every_id_of_another_organization_in_every_path_is_not_found_and_changes_nothing() {
    let (house, mine, theirs) = two().await;
    let before = house.everything().await;
    let (mut tried, mut wrong) = (0, Vec::new());
    for route in routes().into_iter().filter(|route| route.path.starts_with("/organizations/{org}")) {
        let names = route.ids();
        // Every choice of mine and theirs but the one that is all mine; all theirs is somebody else's address altogether.
        for choice in 1..(1_u32 << names.len()) {
            let path = route.filled(|name| {
                let at = names.iter().position(|one| one == name).unwrap();
                let whose = if choice & (1 << at) == 0 { &mine } else { &theirs };
                whose.id(&route, name)
            });
            let answer = ask(&mine, &route, &path).await;
            if answer.status != 404 || answer.text().contains("theirs") {
                wrong.push(answer.to_string());
            }
            tried += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(tried > 60, "{tried}");
    assert_eq!(house.everything().await, before);
    house.verify().await;
}

#[tokio::test]
async fn f1_with_ones_own_ids_the_same_requests_get_through() {
    // Without this, the test above might be told "not found" for some other reason.
    let (_, mine, _) = two().await;
    for route in routes().into_iter().filter(|route| route.path.starts_with("/organizations/{org}") && !route.is_write()) {
        let answer = ask(&mine, &route, &route.filled(|name| mine.id(&route, name))).await;
        answer.expect(200);
    }
}

#[tokio::test]
async fn f1_ids_of_another_organization_in_bodies_are_unknown_and_change_nothing() {
    let (house, mine, theirs) = two().await;
    let before = house.everything().await;
    let owner = &mine.owner;
    owner.post("workspaces", json!({ "parent": theirs.workspace, "name": "West" })).await.refused("not_found", "");
    let body = json!({ "emails": "x@mine.test", "workspace": theirs.workspace, "levels": ["agent"] });
    owner.post("invitations", body).await.refused("not_found", "");
    owner.post("contacts", json!({ "workspace": theirs.workspace, "name": "Eve" })).await.refused("not_found", "");
    let body = json!({ "workspace": mine.workspace, "name": "Eve", "assignee": theirs.member });
    owner.post("contacts", body).await.wrong("/assignee", "assignee_unknown");
    let path = format!("contacts/{}/assignee", mine.contact);
    owner.put(&path, json!({ "member": theirs.member })).await.wrong("/member", "assignee_unknown");
    let path = format!("members/{}/grants/{}/revocation", mine.member, mine.workspace);
    let body = json!({ "contacts": { "assign_to": theirs.member } });
    owner.post(&path, body.clone()).await.wrong("/contacts/assign_to", "successor_unknown");
    let path = format!("members/{}/deletion", mine.member);
    owner.post(&path, body).await.wrong("/contacts/assign_to", "successor_unknown");
    let question = |member: &str, workspace: &str| json!({ "member": member, "permission": "calls.use", "workspace": workspace });
    let questions = json!([question(&theirs.member, &mine.workspace), question(&mine.member, &theirs.workspace)]);
    let answers = owner.post("access/batch", json!({ "questions": questions })).await.expect(200);
    assert!(answers["results"].as_array().unwrap().iter().all(|one| one["code"] == "not_found"), "{answers}");
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn f1_ids_of_another_organization_in_queries_find_nothing() {
    let (_, mine, theirs) = two().await;
    let owner = &mine.owner;
    for path in [
        format!("members?workspace={}", theirs.workspace),
        format!("members?resource={}", theirs.team),
        format!("contacts?workspace={}", theirs.workspace),
        format!("workspaces?under={}", theirs.workspace),
        format!("access?member={}&permission=calls.use&workspace={}", theirs.member, mine.workspace),
        format!("access?member={}&permission=calls.use&workspace={}", mine.member, theirs.workspace),
        format!("access/who?permission=calls.use&workspace={}", theirs.workspace),
    ] {
        owner.get(&path).await.refused("not_found", "");
    }
    for path in [
        format!("contacts?assignee={}", theirs.member),
        format!("journal?actor={}", theirs.member),
        format!("journal?target={}", theirs.member),
        "members?q=theirs.test".to_owned(),
    ] {
        assert_eq!(owner.get(&path).await.items().len(), 0, "{path}");
    }
    let plan = format!("members/{}/grants/{}/revocation?assign_to={}", mine.member, mine.workspace, theirs.member);
    assert_eq!(owner.get(&plan).await.expect(200)["blockers"][0]["code"], "successor_unknown");
}

#[tokio::test]
async fn f1_one_person_in_two_organizations_is_two_members() {
    let (house, mine, theirs) = two().await;
    let outcome = mine.owner.invite("agent@theirs.test", &mine.owner.root, "manager", &[]).await;
    let token = house.link(&mine.owner.organization, outcome["invitation"].as_str().unwrap()).await;
    let both = house.sign_in("agent@theirs.test").await;
    both.post("/invitation/accept", json!({ "token": token })).await.expect(200);
    // A manager here is an agent there still, and a profile here is no profile there.
    let here = both.looking_at(&mine.owner);
    here.get("members").await.expect(200);
    here.patch("members/me", json!({ "phone": "+49301234567" })).await.expect(200);
    let there = both.looking_at(&theirs.owner);
    there.get("members").await.refused("forbidden", "missing_permission");
    assert_eq!(there.get("members/me").await.expect(200)["phone"], json!(null));
}
