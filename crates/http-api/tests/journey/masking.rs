//! Masked and narrowed people: what is hidden from them is in no byte of any answer that they get (R4, R5).

use std::collections::BTreeSet;

use serde_json::json;

use crate::support::{Client, House, OWN_MODEL, routes};

/// What must never be seen: it is in every address and every number that is seeded.
const SECRETS: [&str; 2] = ["hidden.test", "17055500"];

/// What a route is asked that answers nothing without a question.
const QUESTIONS: [(&str, &str); 4] = [
    ("/organizations/{org}/access", "?member={member}&permission=contacts.view&workspace={ws}"),
    ("/organizations/{org}/access/who", "?permission=contacts.view&workspace={ws}"),
    ("/organizations/{org}/members/{member}/grants/{ws}/preview", "?levels=agent"),
    ("/organizations/{org}/workspaces/{ws}/move", "?parent={parent}"),
];

/// All ids that anybody may try.
async fn ids_of(owner: &Client) -> Vec<(&'static str, String)> {
    let mut ids = vec![("org", owner.organization.clone()), ("member", "me".to_owned()), ("kind", "team".to_owned())];
    // What lies below the root may be moved to where it is.
    owner.workspace(&owner.root, "Further").await;
    ids.push(("parent", owner.root.clone()));
    let planned = owner.plan("email,levels\nnew@example.test,agent\n").await;
    ids.push(("plan", planned["plan"].as_str().unwrap().to_owned()));
    for (list, field, name) in [
        ("members?limit=200", "member", "member"),
        ("workspaces", "id", "ws"),
        ("contacts?limit=200", "id", "id"),
        ("invitations", "id", "id"),
        ("receipts", "id", "id"),
        ("jobs", "id", "id"),
        ("resources", "id", "id"),
        ("resource-groups", "id", "id"),
    ] {
        ids.extend(owner.get(list).await.column(field).into_iter().map(|id| (name, id)));
    }
    ids
}

/// Every GET route but that of captured mail, with all its paths: every combination of ids.
fn paths(ids: &[(&'static str, String)]) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for route in routes().into_iter().filter(|route| !route.is_write() && route.path != "/dev/mail") {
        let question = QUESTIONS.iter().find(|(path, _)| *path == route.path).map_or("", |pair| pair.1);
        let asked = format!("{}{question}", route.path);
        let mut filled = vec![asked.clone()];
        for name in ["org", "member", "ws", "id", "kind", "parent", "plan"] {
            let hole = format!("{{{name}}}");
            if asked.contains(&hole) {
                let of_name = ids.iter().filter(|(known, _)| *known == name);
                let each = of_name.flat_map(|(_, id)| filled.iter().map(|path| path.replace(&hole, id)).collect::<Vec<_>>());
                filled = each.collect();
            }
        }
        assert!(!filled.is_empty() && !filled[0].contains('{'), "something to fill {} with: {filled:?}", route.path);
        all.push((route.path, filled));
    }
    all
}

/// Asks for everything, and looks for secrets in every byte. Says which routes answered.
async fn sees_no_secret(viewer: &Client, ids: &[(&'static str, String)]) -> BTreeSet<String> {
    let mut all = paths(ids);
    let below = format!("/organizations/{}", viewer.organization);
    let mut further = Vec::new();
    for list in ["members", "contacts", "resources", "members.csv"] {
        for q in ["hidden", "hidden.test", "1705550", "e", "a", "secret"] {
            further.push(format!("{below}/{list}?q={q}"));
        }
    }
    for sort in ["name", "-name", "email", "-email", "last_active", "-last_active"] {
        further.push(format!("{below}/members?sort={sort}&count=true&limit=1"));
        further.push(format!("{below}/members.csv?sort={sort}"));
    }
    all.push(("lists in other ways".to_owned(), further));
    let mut answering = BTreeSet::new();
    for (route, paths) in all {
        for path in paths {
            let answer = viewer.get(&path).await;
            if answer.status == 200 {
                answering.insert(route.clone());
            }
            let bytes = format!("{:?} {}", answer.headers, answer.text().to_lowercase());
            for secret in SECRETS {
                assert!(!bytes.contains(secret), "{secret} in {answer}");
            }
        }
    }
    answering
}

/// The routes that answer whoever may read everything, and not this viewer; each answers somebody.
async fn closed_to(answering_them: &BTreeSet<String>, owner: &Client, ids: &[(&'static str, String)]) -> Vec<String> {
    let mut closed = Vec::new();
    for (route, paths) in paths(ids).into_iter().filter(|(route, _)| !answering_them.contains(route)) {
        let mut answers = false;
        for path in paths {
            answers |= owner.get(&path).await.status == 200;
        }
        assert!(answers, "{route} is asked in a way that it answers");
        closed.push(route);
    }
    closed
}

async fn seed(owner: &Client, workspace: &str) {
    for body in [
        json!({ "name": "Ada", "email": "ada.secret@hidden.test", "phone": "+4917055500001" }),
        json!({ "name": "+49 170 555 00002" }),
        json!({ "name": "grace.secret@hidden.test" }),
    ] {
        let mut body = body;
        body["workspace"] = json!(workspace);
        owner.post("contacts", body).await.expect(201);
    }
}

#[tokio::test]
async fn r4_a_masked_agent_sees_no_phone_and_no_address_in_any_byte_of_any_answer() {
    let (_, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    seed(&owner, &owner.root).await;
    owner.pending("pat.secret@hidden.test", &owner.root, "agent").await;
    let masked = owner.hire_with("mo@example.test", &owner.root, "agent", &["mask_phone_email"]).await;
    let boss = owner.hire("boss.secret@hidden.test", &owner.root, "owner").await;
    boss.patch("members/me", json!({ "first_name": null, "last_name": null, "phone": "+4917055500009" })).await.expect(200);
    let gone = owner.hire("gone.secret@hidden.test", &owner.root, "agent").await;
    let still = owner.hire("still.secret@hidden.test", &owner.root, "agent").await;
    owner.deactivate(&still).await;
    let team = owner.team("Night").await;
    owner.group("Nights").await;
    for mate in [&masked, &boss] {
        owner.put_into(mate, &team).await;
    }
    owner.revoke(&gone, &owner.root).await;
    owner.job(&[&boss.member, &owner.member]).await;
    let boss = owner.hire("next.secret@hidden.test", &owner.root, "owner").await;
    boss.patch("members/me", json!({ "first_name": null, "last_name": null })).await.expect(200);
    let names = masked.get("contacts").await.column("name");
    assert!(
        names.contains(&"Ada".to_owned()) && names.iter().filter(|name| name.starts_with("Contact ")).count() == 2,
        "{names:?}"
    );
    assert_eq!(masked.get("contacts?q=ada").await.items().len(), 1, "what is shown is searched");
    for q in ["hidden", "secret", "1705", "555"] {
        assert_eq!(masked.get(&format!("contacts?q={q}")).await.items().len(), 0, "what is hidden isn't: {q}");
    }
    let ids = ids_of(&owner).await;
    let answering = sees_no_secret(&masked, &ids).await;
    let closed = [
        "/operator/organizations",
        "/organizations/{org}/access/who",
        "/organizations/{org}/insights",
        "/organizations/{org}/invitations",
        "/organizations/{org}/jobs/{id}",
        "/organizations/{org}/journal",
        "/organizations/{org}/journal.csv",
        "/organizations/{org}/members",
        "/organizations/{org}/members.csv",
        "/organizations/{org}/members/import/{plan}",
        "/organizations/{org}/members/{member}/deactivation",
        "/organizations/{org}/members/{member}/deletion",
        "/organizations/{org}/members/{member}/grants/{ws}/revocation",
        "/organizations/{org}/members/{member}/reactivation",
        "/organizations/{org}/receipts",
        "/organizations/{org}/receipts/{id}",
        "/organizations/{org}/resource-groups/{id}",
        "/organizations/{org}/resources/{id}/members",
        "/organizations/{org}/workspaces/{ws}/move",
    ];
    assert_eq!(closed_to(&answering, &owner, &ids).await, closed);
    // The plan's end unmasks nobody.
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "starter" })).await.expect(200);
    assert_eq!(sees_no_secret(&masked, &ids).await, answering);
}

#[tokio::test]
async fn r4_a_masked_manager_sees_no_fellow_members_phone_or_address_in_any_byte_of_any_answer() {
    let (_, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    let south = owner.workspace(&owner.root, "South").await;
    seed(&owner, &south).await;
    let masked = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&masked, &south, "agent", &["mask_phone_email"]).await;
    // Somebody without names is shown by their address to others; so is who invites, and whose receipt it is.
    let boss = owner.hire("boss.secret@hidden.test", &owner.root, "owner").await;
    boss.patch("members/me", json!({ "first_name": null, "last_name": null, "phone": "+4917055500009" })).await.expect(200);
    let gone = boss.hire("gone.secret@hidden.test", &owner.root, "agent").await;
    gone.patch("members/me", json!({ "first_name": null, "last_name": null })).await.expect(200);
    owner.hire("abe@example.test", &owner.root, "agent").await;
    let still = owner.hire("still.secret@hidden.test", &owner.root, "agent").await;
    owner.deactivate(&still).await;
    let team = owner.team("Night").await;
    owner.group("Nights").await;
    for mate in [&masked, &boss, &gone] {
        owner.put_into(mate, &team).await;
    }
    boss.revoke(&gone, &owner.root).await;
    let (_, pending) = boss.pending("pat.secret@hidden.test", &owner.root, "agent").await;
    boss.patch(&format!("invitations/{pending}"), json!({ "email": "paul.secret@hidden.test" })).await.expect(200);

    let row = masked.get(&format!("members/{}", boss.member)).await.expect(200);
    assert_eq!((&row["email"], &row["phone"], &row["masked"]), (&json!(null), &json!(null), &json!(true)));
    assert_eq!(masked.get("members/me").await.expect(200)["email"], "mia@example.test", "oneself never");
    masked.get("members?sort=email").await.refused("forbidden", "masked");
    masked.get("members?sort=-email").await.refused("forbidden", "masked");
    assert_eq!(masked.get("members?q=hidden&count=true").await.expect(200)["count"]["value"], 0);
    assert!(masked.get("journal").await.items().len() > 5, "the journal is theirs to read");
    // Of their own job they see who was refused, and whom it took out, but no address that stands in for a name.
    let (nameless, _) = boss.pending("nora.secret@hidden.test", &owner.root, "agent").await;
    let job = masked.job(&[&boss.member, &nameless]).await;
    owner.job(&[&owner.member]).await;
    let mut ids = ids_of(&owner).await;
    ids.push(("id", job));
    // What a plan tells of people is what a list does.
    let planned = masked.plan(&format!("member,phone,levels\n{},,agent\n{},+4930123456,\n", boss.member, masked.member)).await;
    assert_eq!((&planned["items"][0]["code"], &planned["changed"]), (&json!("not_manageable"), &json!(1)), "{planned:#}");
    ids.push(("plan", planned["plan"].as_str().unwrap().to_owned()));
    let answering = sees_no_secret(&masked, &ids).await;
    assert_eq!(closed_to(&answering, &owner, &ids).await, ["/operator/organizations"]);
    // What they do is answered without it, too.
    let resent = masked.post(&format!("invitations/{pending}/resend"), json!({})).await;
    assert_eq!(resent.expect(200)["email"], json!(null));
    assert!(!resent.text().contains("hidden.test"), "{resent}");
    // That somebody has an address is told to whom types it; who has it isn't.
    let typed = "boss.secret@hidden.test,paul.secret@hidden.test,new.secret@hidden.test";
    let body = json!({ "emails": typed, "workspace": owner.root, "levels": ["agent"] });
    let results = masked.post("invitations", body).await.expect(200)["results"].as_array().unwrap().clone();
    let told = |of: &serde_json::Value| {
        (of["outcome"].as_str().unwrap().to_owned(), of.get("member").is_some(), of.get("invitation").is_some())
    };
    let told: Vec<_> = results.iter().map(told).collect();
    let [known, pending, new] = ["already_member", "invited", "invited"].map(str::to_owned);
    assert_eq!(told, [(known, false, false), (pending, false, false), (new, true, true)]);
}

#[tokio::test]
async fn r4_full_masking_hides_names_behind_a_pseudonym_that_stays() {
    let (_, operator) = House::governed().await;
    let chief = operator.found("Own", "chief@example.test", &json!({ "access_model": OWN_MODEL })).await;
    seed(&chief, &chief.root).await;
    let blind = chief.hire_with("kim@example.test", &chief.root, "clerk", &["blind"]).await;
    let first = blind.get("contacts").await.items();
    assert!(first.iter().all(|row| row["name_hidden"] == true && row["name"].as_str().unwrap().starts_with("Contact ")));
    assert_eq!(blind.get("contacts").await.items(), first);
    assert_eq!(blind.get("contacts?q=ada").await.items().len(), 0);
    let text = blind.get("contacts").await.text();
    assert!(!text.contains("Ada") && SECRETS.iter().all(|secret| !text.contains(secret)));
    sees_no_secret(&blind, &ids_of(&chief).await).await;
}

#[tokio::test]
async fn r5_what_is_narrowed_away_answers_as_if_it_did_not_exist() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let narrow = |email: &'static str, restriction: &'static str| {
        let (owner, root) = (&owner, owner.root.clone());
        async move { owner.hire_with(email, &root, "agent", &[restriction]).await }
    };
    let own = narrow("own@example.test", "contacts_own").await;
    let free = narrow("free@example.test", "contacts_own_and_unassigned").await;
    let team = narrow("team@example.test", "contacts_of_team").await;
    let make = async |name: &str, of: Option<&str>| owner.contact(&north, name, of).await;
    let (of_own, of_free) = (make("Of own", Some(&own.member)).await, make("Of free", Some(&free.member)).await);
    let (of_team, of_nobody) = (make("Of team", Some(&team.member)).await, make("Of nobody", None).await);
    let of_owner = make("Of the owner", Some(&owner.member)).await;
    let all = [&of_own, &of_free, &of_team, &of_nobody, &of_owner];
    for (who, seen) in [(&own, vec![&of_own]), (&free, vec![&of_free, &of_nobody]), (&team, vec![&of_team])] {
        let mut listed = who.get("contacts").await.column("id");
        listed.sort();
        let mut expected: Vec<String> = seen.iter().map(|id| (*id).clone()).collect();
        expected.sort();
        assert_eq!(listed, expected, "{}", who.email);
        assert_eq!(who.get("contacts?q=of").await.items().len(), seen.len());
        for id in all {
            let answer = who.get(&format!("contacts/{id}")).await;
            let assigned = who.put(&format!("contacts/{id}/assignee"), json!({ "member": who.member })).await;
            if seen.contains(&id) {
                answer.expect(200);
                assigned.expect(200);
            } else {
                let unknown = who.get("contacts/01955500-ffff-7000-8000-000000000000").await;
                assert_eq!(answer.body, unknown.body, "as if it did not exist");
                assigned.refused("not_found", "");
            }
        }
    }
}
