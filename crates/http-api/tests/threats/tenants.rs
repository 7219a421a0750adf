//! f1: two organizations, and every id of one tried in the other.

use serde_json::json;

use super::products::{PRODUCTS, Product};
use crate::support::{Answer, Client, House, Route, routes};

/// An id of nothing.
pub(super) const NOTHING: &str = "01955500-ffff-7000-8000-000000000000";

/// What an organization has of everything that an id can name.
struct Estate {
    product: &'static Product,
    owner: Client,
    member: String,
    workspace: String,
    invitation: String,
    receipt: String,
    job: String,
    plan: String,
    contact: String,
    /// The member's.
    token: String,
    /// What the member has of the product's kind, where it has one.
    resource: String,
    /// A group, where there are any.
    group: String,
    /// Kinds are the model's and not the organization's: that of the others is one that isn't here.
    kind: &'static str,
}

impl Estate {
    async fn furnish(product: &'static Product, owner: Client, domain: &str) -> Self {
        let workspace = owner.workspace(&owner.root, "North").await;
        let agent = owner.hire(&format!("agent@{domain}"), &owner.root, product.target).await;
        owner.regrant(&agent, &workspace, product.target, &[]).await;
        if let Some(permission) = product.tokens {
            let path = agent.grant(&owner.root);
            let tag = owner.get(&path).await.tag();
            let body = json!({ "levels": [product.target], "permissions": [permission] });
            owner.put(&path, body).header("if-match", &tag).await.expect(200);
        }
        let token = agent.post("members/me/tokens", json!({ "name": "program" })).await.expect(201)["id"].clone();
        let gone = owner.hire(&format!("gone@{domain}"), &workspace, product.target).await;
        // Whoever holds a contact has to be able to take care of it.
        let able = product.target != "user" && product.target != "member";
        let contact = owner.contact(&workspace, "Ada", Some(if able { &agent.member } else { &owner.member })).await;
        let receipt = owner.revoke(&gone, &workspace).await;
        let (_, invitation) = owner.pending(&format!("pat@{domain}"), &workspace, product.target).await;
        let resource = match product.kind {
            Some(kind) => {
                let made = owner.post("resources", json!({ "kind": kind, "name": "Night shift" })).await.expect(201);
                made["id"].as_str().unwrap().to_owned()
            }
            None => NOTHING.to_owned(),
        };
        if product.from_resource {
            owner.put_into(&agent, &resource).await;
        } else if let Some(kind) = product.kind {
            let path = format!("members/{}/selections/{kind}", agent.member);
            owner.put(&path, json!({ "resources": [resource] })).header("if-match", "\"v0\"").await.expect(200);
        }
        let group = match product.grouped {
            Some(kind) => {
                let made = owner.post("resource-groups", json!({ "kind": kind, "name": "Night shifts" })).await.expect(201);
                made["id"].as_str().unwrap().to_owned()
            }
            None => NOTHING.to_owned(),
        };
        let kind = if domain == "mine.test" { product.kind.unwrap_or("none") } else { "no_such_kind" };
        let job = owner.job(&[&gone.member]).await;
        let planned = owner.plan(&format!("email,levels\nnew@{domain},{}\n", product.target)).await;
        let plan = planned["plan"].as_str().unwrap().to_owned();
        Self {
            product,
            member: agent.member.clone(),
            owner,
            workspace,
            invitation,
            receipt,
            job,
            plan,
            contact,
            token: token.as_str().unwrap().to_owned(),
            resource,
            group,
            kind,
        }
    }

    fn id(&self, route: &Route, name: &str) -> String {
        match name {
            "org" => self.owner.organization.clone(),
            "member" => self.member.clone(),
            "ws" => self.workspace.clone(),
            "plan" => self.plan.clone(),
            "id" if route.path.contains("/invitations/") => self.invitation.clone(),
            "id" if route.path.contains("/receipts/") => self.receipt.clone(),
            "id" if route.path.contains("/jobs/") => self.job.clone(),
            "id" if route.path.contains("/contacts/") => self.contact.clone(),
            "id" if route.path.contains("/resource-groups/") => self.group.clone(),
            "id" if route.path.contains("/tokens/") => self.token.clone(),
            "id" if route.path.contains("/resources/") => self.resource.clone(),
            "kind" => self.kind.to_owned(),
            other => panic!("say what `{other}` of {} is", route.name()),
        }
    }
}

async fn two(product: &'static Product) -> (House, Estate, Estate) {
    let (house, operator) = House::governed().await;
    let mut estates = Vec::new();
    for (name, domain) in [("Mine", "mine.test"), ("Theirs", "theirs.test")] {
        let owner = operator.found(name, &format!("owner@{domain}"), &json!({ "model": product.model })).await;
        if let (Some(plan), Some(_)) = (product.plan, product.tokens) {
            let path = format!("/operator/organizations/{}", owner.organization);
            operator.patch(&path, json!({ "plan": plan })).await.expect(200);
        }
        estates.push(Estate::furnish(product, owner, domain).await);
    }
    let theirs = estates.pop().unwrap();
    (house, estates.pop().unwrap(), theirs)
}

fn ask(mine: &Estate, route: &Route, path: &str) -> crate::support::Ask {
    let query = if route.path.ends_with("/access") {
        format!("?member={}&permission=contacts.view&workspace={}", mine.member, mine.workspace)
    } else if route.path.ends_with("/access/who") {
        format!("?permission=contacts.view&workspace={}", mine.workspace)
    } else if route.path.ends_with("/move") && !route.is_write() {
        format!("?parent={}", mine.owner.root)
    } else if route.path.ends_with("/preview") {
        format!("?levels={}", mine.product.target)
    } else {
        String::new()
    };
    let ask = mine.owner.ask(route.method.clone(), format!("/api/v1{path}{query}")).header("if-match", "\"v1\"");
    match route.sample() {
        Some(mut body) => {
            if body["levels"].is_array() {
                body["levels"] = json!([mine.product.target]);
            }
            ask.json(&body)
        }
        None => ask,
    }
}

#[tokio::test]
async fn f1_every_id_of_another_organization_in_every_path_is_not_found_and_changes_nothing() {
    for product in PRODUCTS {
        let (house, mine, theirs) = two(product).await;
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
        assert!(wrong.is_empty(), "{}: {wrong:#?}", product.model);
        assert!(tried > 60, "{tried}");
        assert_eq!(house.everything().await, before, "{}", product.model);
        house.verify().await;
    }
}

#[tokio::test]
async fn f1_with_ones_own_ids_the_same_requests_get_through() {
    // Without this, the test above might be told "not found" for some other reason.
    for product in PRODUCTS {
        let (_, mine, _) = two(product).await;
        let reading = |route: &Route| route.path.starts_with("/organizations/{org}") && !route.is_write();
        for route in routes().into_iter().filter(reading) {
            let of_a_kind = route.path.contains("/resources/{") || route.path.contains("/selections/");
            let of_groups = route.path.contains("/resource-groups/{");
            let is_there = (product.kind.is_some() || !of_a_kind) && (product.grouped.is_some() || !of_groups);
            let answer = ask(&mine, &route, &route.filled(|name| mine.id(&route, name))).await;
            // Whoever is active isn't reactivated, which is told as such to who may know of them.
            let there = if route.path.ends_with("/reactivation") { 409 } else { 200 };
            answer.expect(if is_there { there } else { 404 });
        }
    }
}

/// Nothing was to be had by naming what is another organization's, and nothing of it is told.
fn refused(product: &Product, answer: &Answer) {
    let model = product.model;
    assert!(matches!(answer.status.as_u16(), 404 | 422), "{model}: {answer}");
    assert!(!answer.text().contains("theirs") && !answer.text().contains("Night shift"), "{model}: {answer}");
}

#[tokio::test]
async fn f1_ids_of_another_organization_in_bodies_are_unknown_and_change_nothing() {
    for product in PRODUCTS {
        let (house, mine, theirs) = two(product).await;
        let before = house.everything().await;
        let (owner, level) = (&mine.owner, product.target);
        owner.post("workspaces", json!({ "parent": theirs.workspace, "name": "West" })).await.refused("not_found", "");
        let path = format!("workspaces/{}/move", mine.workspace);
        owner.post(&path, json!({ "parent": theirs.workspace })).await.refused("not_found", "");
        let body = json!({ "emails": "x@mine.test", "workspace": theirs.workspace, "levels": [level] });
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
        let question = |member: &str, workspace: &str, resource: Option<&str>| json!({ "member": member, "permission": "contacts.view", "workspace": workspace, "resource": resource });
        let questions = json!([
            question(&theirs.member, &mine.workspace, None),
            question(&mine.member, &theirs.workspace, None),
            question(&mine.member, &mine.workspace, Some(&theirs.resource)),
        ]);
        let answers = owner.post("access/batch", json!({ "questions": questions })).await.expect(200);
        assert!(answers["results"].as_array().unwrap().iter().all(|one| one["code"] == "not_found"), "{answers}");
        let planned = json!({ "members": [theirs.member], "plan": true });
        let planned = owner.post("members/deletion", planned).await.expect(200);
        assert_eq!(planned["results"][0]["code"], "not_found", "{planned}");
        let levels = json!({ "members": [mine.member], "workspace": theirs.workspace, "levels": [level], "plan": true });
        owner.post("members/levels", levels).await.refused("not_found", "");
        for matching in [json!({ "workspace": theirs.workspace }), json!({ "resource": theirs.resource })] {
            owner.post("members/deletion", json!({ "matching": matching })).await.refused("not_found", "");
        }
        // What is chosen of resources is one's own organization's, on whatever way it is chosen.
        let kind = product.kind.unwrap_or("none");
        let chosen = json!({ kind: { "resources": [theirs.resource] } });
        let grant = format!("members/{}/grants/{}", mine.member, mine.workspace);
        let body = json!({ "levels": [level], "selections": chosen });
        refused(product, &owner.put(&grant, body).header("if-match", "\"v1\"").await);
        let body = json!({ "emails": "x@mine.test", "workspace": mine.workspace, "levels": [level], "selections": chosen });
        refused(product, &owner.post("invitations", body).await);
        for version in ["\"v0\"", "\"v1\""] {
            let path = format!("members/{}/selections/{kind}", mine.member);
            let body = json!({ "resources": [mine.resource, theirs.resource] });
            refused(product, &owner.put(&path, body).header("if-match", version).await);
        }
        // So are groups of them, and what is put into those.
        let kind = product.grouped.unwrap_or("none");
        let groups = json!({ "groups": [theirs.group] });
        let body = json!({ "levels": [level], "selections": { kind: groups } });
        refused(product, &owner.put(&grant, body).header("if-match", "\"v1\"").await);
        let body =
            json!({ "emails": "x@mine.test", "workspace": mine.workspace, "levels": [level], "selections": { kind: groups } });
        refused(product, &owner.post("invitations", body).await);
        for version in ["\"v0\"", "\"v1\""] {
            let path = format!("members/{}/selections/{kind}", mine.member);
            refused(product, &owner.put(&path, json!({ "groups": [theirs.group] })).header("if-match", version).await);
        }
        assert_eq!(house.everything().await, before, "{}", product.model);
        if product.grouped.is_some() {
            let made = owner.post("resources", json!({ "kind": kind, "name": "Kiel" })).await.expect(201);
            let before = house.everything().await;
            let new = json!({ "kind": kind, "name": "Ulm", "groups": [theirs.group] });
            owner.post("resources", new).await.wrong("/groups", "unknown_group");
            let path = format!("resources/{}", made["id"].as_str().unwrap());
            owner.patch(&path, json!({ "groups": [mine.group, theirs.group] })).await.wrong("/groups", "unknown_group");
            assert_eq!(house.everything().await, before, "{}", product.model);
        }
    }
}

#[tokio::test]
async fn f1_ids_of_another_organization_in_queries_find_nothing() {
    for product in PRODUCTS {
        let (_, mine, theirs) = two(product).await;
        let owner = &mine.owner;
        let asked = "permission=contacts.view";
        for path in [
            format!("members?workspace={}", theirs.workspace),
            format!("members?resource={}", theirs.resource),
            format!("members.csv?workspace={}", theirs.workspace),
            format!("members.csv?resource={}", theirs.resource),
            format!("resources?group={}", theirs.group),
            format!("contacts?workspace={}", theirs.workspace),
            format!("workspaces?under={}", theirs.workspace),
            format!("workspaces/{}/move?parent={}", mine.workspace, theirs.workspace),
            format!("access?member={}&{asked}&workspace={}", theirs.member, mine.workspace),
            format!("access?member={}&{asked}&workspace={}", mine.member, theirs.workspace),
            format!("access?member={}&{asked}&workspace={}&resource={}", mine.member, mine.workspace, theirs.resource),
            format!("access/who?{asked}&workspace={}", theirs.workspace),
            format!("access/who?{asked}&workspace={}&resource={}", mine.workspace, theirs.resource),
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
}

#[tokio::test]
async fn f1_one_person_in_two_organizations_is_two_members() {
    let (house, mine, theirs) = two(PRODUCTS[0]).await;
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
