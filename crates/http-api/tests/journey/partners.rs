//! The partner network, line by line, as far as it is about resources and extra permissions (P2–P4, P7): what levels say of
//! partners binds invitations, changes of level and what is left of them (R3).

use serde_json::{Value, json};

use crate::support::{Answer, Client, House};

async fn network(operator: &Client) -> Client {
    operator.found("Partner Network", "ada@network.test", &json!({ "model": "partner-network" })).await
}

async fn resource(by: &Client, kind: &str, name: &str) -> String {
    by.post("resources", json!({ "kind": kind, "name": name })).await.expect(201)["id"].as_str().unwrap().to_owned()
}

async fn partner(by: &Client, name: &str) -> String {
    resource(by, "partner", name).await
}

/// A house whose guests must have exactly one seat, with two in it.
async fn seats(operator: &Client) -> (Client, [String; 2]) {
    let model = include_str!("../support/seats.toml");
    let chief = operator.found("Seats", "chief@seats.test", &json!({ "access_model": model })).await;
    let seats = [resource(&chief, "seat", "One").await, resource(&chief, "seat", "Two").await];
    (chief, seats)
}

/// Invites at a level, with these partners; nothing is said of partners without any.
async fn invites(by: &Client, emails: &str, level: &str, partners: Option<&Value>) -> Answer {
    let mut body = json!({ "emails": emails, "workspace": by.root, "levels": [level] });
    if let Some(partners) = partners {
        body["selections"] = json!({ "partner": partners });
    }
    by.post("invitations", body).await
}

async fn joins(by: &Client, email: &str, level: &str, partners: Option<&Value>) -> Client {
    let results = invites(by, email, level, partners).await.expect(200)["results"].clone();
    by.accepted(email, results[0]["invitation"].as_str().unwrap_or_else(|| panic!("{results}"))).await
}

async fn changes(by: &Client, who: &Client, body: Value) -> Answer {
    let path = who.grant(&by.root);
    let tag = by.get(&path).await.tag();
    by.put(&path, body).header("if-match", &tag).await
}

async fn partners_of(by: &Client, who: &Client) -> Value {
    by.get(&format!("members/{}/selections/partner", who.member)).await.expect(200)["resources"].clone()
}

async fn answered(by: &Client, who: &Client, permission: &str, partner: &str) -> Value {
    let path = format!("access?member={}&permission={permission}&workspace={}&resource={partner}", who.member, by.root);
    by.get(&path).await.expect(200)
}

#[tokio::test]
async fn p2_many_are_invited_from_any_paste_and_each_is_answered() {
    let (house, operator) = House::governed().await;
    let admin = network(&operator).await;
    joins(&admin, "here@network.test", "normal", None).await;
    let pasted = "a@x.test, Bea Berg <bea@y.test>; \"Cole, Cy\" <cy@z.test>\n nonsense\r\nA@x.test;here@network.test,";
    let results = invites(&admin, pasted, "normal", None).await.expect(200)["results"].clone();
    let told: Vec<(&str, &str)> =
        results.as_array().unwrap().iter().map(|one| (one["email"].as_str().unwrap(), one["outcome"].as_str().unwrap())).collect();
    let expected = [
        ("a@x.test", "invited"),
        ("bea@y.test", "invited"),
        ("cy@z.test", "invited"),
        ("nonsense", "invalid"),
        ("A@x.test", "duplicate"),
        ("here@network.test", "already_member"),
    ];
    assert_eq!(told, expected);
    let names = |email: &str| {
        let one = results.as_array().unwrap().iter().find(|one| one["email"] == email).unwrap()["member"].clone();
        let admin = admin.clone();
        async move {
            let member = admin.get(&format!("members/{}", one.as_str().unwrap())).await.expect(200);
            (member["first_name"].clone(), member["last_name"].clone())
        }
    };
    assert_eq!(names("bea@y.test").await, (json!("Bea"), json!("Berg")));
    assert_eq!(names("cy@z.test").await, (json!("Cy"), json!("Cole")));
    house.verify().await;
}

#[tokio::test]
async fn p3_a_partner_has_exactly_one_a_normal_any_number_and_an_admin_none_to_choose() {
    let (house, operator) = House::governed().await;
    let admin = network(&operator).await;
    let (acme, bolt) = (partner(&admin, "Acme").await, partner(&admin, "Bolt").await);
    let asked = |of: Value| json!({ "resources": of });
    let refused = invites(&admin, "pia@acme.test", "partner", None).await;
    refused.wrong("/selections/partner", "selection_required");
    assert_eq!(refused.json()["code"], "selection_required");
    invites(&admin, "pia@acme.test", "partner", Some(&asked(json!([])))).await.wrong("/selections/partner", "exactly_one");
    invites(&admin, "pia@acme.test", "partner", Some(&asked(json!([acme, bolt]))))
        .await
        .wrong("/selections/partner", "exactly_one");
    invites(&admin, "pia@acme.test", "partner", Some(&json!({ "all": true }))).await.wrong("/selections/partner", "exactly_one");
    let stranger = asked(json!(["01955500-ffff-7000-8000-000000000000"]));
    invites(&admin, "pia@acme.test", "partner", Some(&stranger)).await.wrong("/selections/partner/resources", "unknown_resource");
    invites(&admin, "x@acme.test", "admin", Some(&asked(json!([acme])))).await.wrong("/selections/partner", "implied");
    let nothing = json!({ "emails": "x@acme.test", "workspace": admin.root, "levels": ["normal"], "selections": { "queue": {} } });
    admin.post("invitations", nothing).await.wrong("/selections/queue", "unknown_kind");
    assert_eq!(admin.get("members?status=pending").await.items().len(), 0, "nobody was invited by what was refused");

    let pia = joins(&admin, "pia@acme.test", "partner", Some(&asked(json!([acme])))).await;
    let nora = joins(&admin, "nora@network.test", "normal", None).await;
    assert_eq!(pia.get("resources").await.column("name"), ["Acme"]);
    assert_eq!(nora.get("resources").await.items().len(), 0, "none at first");
    assert_eq!(admin.get("resources").await.column("name"), ["Acme", "Bolt"]);
    pia.get(&format!("resources/{bolt}")).await.refused("not_found", "");

    // P7: what they ask about partners is answered for theirs alone.
    for permission in ["partners.view", "activity.view", "dashboard.view", "messages.view"] {
        assert_eq!(answered(&admin, &pia, permission, &acme).await["allowed"], true, "{permission}");
        let other = answered(&admin, &pia, permission, &bolt).await;
        assert_eq!(other["allowed"], false, "{permission}");
        assert!(other["because"].as_array().unwrap().iter().any(|one| one["kind"] == "out_of_reach"), "{other}");
        assert_eq!(answered(&admin, &nora, permission, &acme).await["allowed"], false, "{permission}");
    }
    // From the partner's side too, and bound alike.
    let puts = |who: &Client, of: &str| admin.put(&format!("resources/{of}/members/{}", who.member), json!({}));
    assert_eq!(puts(&nora, &bolt).await.status, 204);
    assert_eq!(answered(&admin, &nora, "messages.view", &bolt).await["allowed"], true);
    puts(&pia, &bolt).await.refused("invalid", "exactly_one");
    admin.delete(&format!("resources/{acme}/members/{}", pia.member)).await.refused("invalid", "exactly_one");
    let in_use = admin.delete(&format!("resources/{acme}")).await.refused("conflict", "in_use");
    assert_eq!(in_use["members"], json!([pia.member]));

    // Every change of level keeps to it, with what it takes in the same request.
    changes(&admin, &nora, json!({ "levels": ["partner"] })).await.expect(200);
    assert_eq!(partners_of(&admin, &nora).await, json!([bolt]), "the one that she had");
    changes(&admin, &nora, json!({ "levels": ["normal"], "selections": { "partner": { "resources": [acme, bolt] } } }))
        .await
        .expect(200);
    changes(&admin, &nora, json!({ "levels": ["partner"] })).await.wrong("/selections/partner", "selection_required");
    changes(&admin, &nora, json!({ "levels": ["partner"], "selections": { "partner": { "resources": [acme] } } }))
        .await
        .expect(200);
    assert_eq!(nora.get("resources").await.column("name"), ["Acme"]);
    let kinds = admin.journal().await;
    assert_eq!(kinds[..2], ["selection_changed", "access_changed"], "both are told: {kinds:?}");
    changes(&admin, &pia, json!({ "levels": ["admin"], "selections": { "partner": { "resources": [acme] } } }))
        .await
        .wrong("/selections/partner", "implied");
    changes(&admin, &pia, json!({ "levels": ["admin"] })).await.expect(200);
    assert_eq!(pia.get("resources").await.column("name"), ["Acme", "Bolt"], "an admin reaches all");
    house.verify().await;
}

#[tokio::test]
async fn p3_what_is_left_of_somebodys_access_keeps_to_it() {
    let (house, operator) = House::governed().await;
    let admin = network(&operator).await;
    let (acme, bolt) = (partner(&admin, "Acme").await, partner(&admin, "Bolt").await);
    let below = admin.workspace(&admin.root, "Below").await;
    let pia = joins(&admin, "pia@acme.test", "partner", Some(&json!({ "resources": [acme] }))).await;
    // Normal below makes it any number; without that grant it would be one again.
    let body = json!({ "levels": ["normal"], "selections": { "partner": { "resources": [acme, bolt] } } });
    admin.put(&pia.grant(&below), body).header("if-none-match", "*").await.expect(201);
    let revocation = format!("{}/revocation", pia.grant(&below));
    let plan = admin.get(&revocation).await.expect(200);
    assert_eq!(plan["blockers"][0]["code"], "selection_required", "{plan}");
    admin.post(&revocation, json!({})).await.refused("selection_required", "selection_required");
    let selection = format!("members/{}/selections/partner", pia.member);
    let tag = admin.get(&selection).await.tag();
    admin.put(&selection, json!({ "resources": [bolt] })).header("if-match", &tag).await.expect(200);
    admin.post(&revocation, json!({})).await.expect(200);
    // Revoked everywhere, somebody keeps what was chosen, and it counts again when they come back; unless it is no longer one.
    let receipt = admin.revoke(&pia, &admin.root).await;
    let tag = admin.get(&selection).await.tag();
    admin.put(&selection, json!({ "resources": [] })).header("if-match", &tag).await.expect(200);
    let undo = format!("receipts/{receipt}/undo");
    admin.post(&undo, json!({})).await.refused("conflict", "selection_required");
    let again = invites(&admin, "pia@acme.test", "partner", Some(&json!({ "resources": [acme] }))).await.expect(200);
    assert_eq!(again["results"][0]["outcome"], "granted", "{again}");
    assert_eq!(pia.get("resources").await.column("name"), ["Acme"]);
    house.verify().await;
}

#[tokio::test]
async fn p4_extra_permissions_go_to_the_levels_that_may_have_them_and_are_the_admins_anyway() {
    let (house, operator) = House::governed().await;
    let admin = network(&operator).await;
    let acme = partner(&admin, "Acme").await;
    let one = json!({ "resources": [acme] });
    let nora = joins(&admin, "nora@network.test", "normal", None).await;
    let pia = joins(&admin, "pia@acme.test", "partner", Some(&one)).await;
    let extras = ["integrations.access", "issue_comments.access", "messages.reprocess"];
    let may = |who: &Client, permission: &str| {
        let path = format!("access?member={}&permission={permission}&workspace={}", who.member, admin.root);
        let admin = admin.clone();
        async move { admin.get(&path).await.expect(200)["allowed"] == true }
    };
    for extra in extras {
        assert!(may(&admin, extra).await && !may(&nora, extra).await && !may(&pia, extra).await, "{extra}");
    }
    changes(&admin, &nora, json!({ "levels": ["normal"], "permissions": extras })).await.expect(200);
    for extra in extras {
        assert!(may(&nora, extra).await, "{extra}");
        let answer = changes(&admin, &pia, json!({ "levels": ["partner"], "permissions": [extra] })).await;
        if extra == "issue_comments.access" {
            answer.expect(200);
            assert!(may(&pia, extra).await, "{extra}");
        } else {
            answer.wrong("/permissions", "not_for_levels");
        }
    }
    // P1: the list tells them beside the level.
    let listed = admin.get("members").await.items();
    let of = |who: &Client| listed.iter().find(|one| one["member"] == who.member).unwrap()["grants"][0]["permissions"].clone();
    assert_eq!((of(&nora), of(&pia), of(&admin)), (json!(extras), json!(["issue_comments.access"]), json!([])));
    // An admin has them by level, and there is nothing to take: the grant doesn't even carry them.
    let second = joins(&admin, "bo@network.test", "admin", None).await;
    let granted = changes(&admin, &second, json!({ "levels": ["admin"], "permissions": extras })).await.expect(200);
    assert_eq!(granted["permissions"], json!([]));
    assert!(may(&second, "messages.reprocess").await);
    // Nobody gives what they don't have: a normal doesn't manage people at all.
    let tag = admin.get(&pia.grant(&admin.root)).await.tag();
    let tried = nora.put(&pia.grant(&admin.root), json!({ "levels": ["partner"] })).header("if-match", &tag).await;
    tried.refused("forbidden", "missing_permission");
    house.verify().await;
}

#[tokio::test]
async fn r9_acceptance_takes_what_whoever_chose_it_may_give_by_then() {
    let (house, operator) = House::governed().await;
    let (chief, seats) = seats(&operator).await;
    let choose = |who: String, of: Value, tag: &'static str| {
        chief.put(&format!("members/{who}/selections/seat"), json!({ "resources": of })).header("if-match", tag)
    };
    let usher = chief.hire("usher@seats.test", &chief.root, "usher").await;
    choose(usher.member.clone(), json!([seats[0], seats[1]]), "\"v0\"").await.expect(200);
    let invited = |email: &'static str, level: &'static str, of: Value| {
        let (usher, root) = (usher.clone(), chief.root.clone());
        async move {
            let body =
                json!({ "emails": email, "workspace": root, "levels": [level], "selections": { "seat": { "resources": of } } });
            usher.post("invitations", body).await.expect(200)["results"][0].clone()
        }
    };
    let clerk = invited("clerk@seats.test", "clerk", json!([seats[0], seats[1]])).await;
    let guest = invited("guest@seats.test", "guest", json!([seats[1]])).await;
    let kept = invited("kept@seats.test", "guest", json!([seats[0]])).await;
    // What the usher loses, they have not given.
    choose(usher.member.clone(), json!([seats[0]]), "\"v1\"").await.expect(200);
    let joined = chief.accepted("clerk@seats.test", clerk["invitation"].as_str().unwrap()).await;
    assert_eq!(joined.get("resources").await.column("name"), ["One"]);
    let token = house.link(&chief.organization, guest["invitation"].as_str().unwrap()).await;
    let body = json!({ "token": token, "first_name": "G", "last_name": "T", "password": "a long enough password" });
    house.anyone().post("/invitation/accept", body).await.refused("not_found", "");
    let joined = chief.accepted("kept@seats.test", kept["invitation"].as_str().unwrap()).await;
    assert_eq!(joined.get("resources").await.column("name"), ["One"]);
    // Chosen anew by who has it, it is accepted.
    choose(guest["member"].as_str().unwrap().to_owned(), json!([seats[0]]), "\"v1\"").await.expect(200);
    chief.accepted("guest@seats.test", guest["invitation"].as_str().unwrap()).await;
    // An invited person who is here already keeps to what they hold, and is answered alone.
    let outcome = invited("chief@seats.test", "clerk", json!([seats[0]])).await;
    assert_eq!(outcome["outcome"], "already_member", "{outcome}");
    house.verify().await;
}

/// Two ushers, each at a workspace of their own, who have the first of two seats.
async fn ushers(operator: &Client) -> (Client, [String; 2], [String; 2], [Client; 2]) {
    let (chief, seats) = seats(operator).await;
    let places = [chief.workspace(&chief.root, "North").await, chief.workspace(&chief.root, "South").await];
    let una = chief.hire("una@seats.test", &places[0], "usher").await;
    let uli = chief.hire("uli@seats.test", &places[1], "usher").await;
    for usher in [&una, &uli] {
        let path = format!("members/{}/selections/seat", usher.member);
        chief.put(&path, json!({ "resources": [seats[0]] })).header("if-match", "\"v0\"").await.expect(200);
    }
    (chief, seats, places, [una, uli])
}

async fn offers(by: &Client, email: &str, workspace: &str, level: &str, seats: &[&String]) -> Value {
    let mut body = json!({ "emails": email, "workspace": workspace, "levels": [level] });
    if !seats.is_empty() {
        body["selections"] = json!({ "seat": { "resources": seats } });
    }
    by.post("invitations", body).await.expect(200)["results"][0].clone()
}

#[tokio::test]
async fn r6_an_offer_is_not_turned_to_another_address_or_added_to_by_who_could_not_choose_it() {
    let (house, operator) = House::governed().await;
    let (chief, [one, two], [north, _], [una, _]) = ushers(&operator).await;
    let offered = offers(&chief, "clerk@seats.test", &north, "clerk", &[&two]).await;
    let path = format!("invitations/{}", offered["invitation"].as_str().unwrap());
    una.patch(&path, json!({ "email": "una.too@seats.test" })).await.refused("forbidden", "not_grantable");
    // To add to what somebody else chose for who is pending is to choose all of it.
    let selection = format!("members/{}/selections/seat", offered["member"].as_str().unwrap());
    una.put(&selection, json!({ "resources": [one] })).header("if-match", "\"v1\"").await.refused("forbidden", "not_grantable");
    let clerk = chief.accepted("clerk@seats.test", offered["invitation"].as_str().unwrap()).await;
    assert_eq!(clerk.get("resources").await.column("name"), ["Two"]);
    // What is hers to choose she sends where it belongs.
    let offered = offers(&chief, "gest@seats.test", &north, "guest", &[&one]).await;
    let path = format!("invitations/{}", offered["invitation"].as_str().unwrap());
    una.patch(&path, json!({ "email": "guest@seats.test" })).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn r9_what_others_offer_besides_takes_nothing_away() {
    let (house, operator) = House::governed().await;
    let (chief, [one, two], [north, south], [una, uli]) = ushers(&operator).await;
    offers(&una, "guest@seats.test", &north, "guest", &[&one]).await;
    let again = offers(&uli, "guest@seats.test", &south, "clerk", &[]).await;
    assert_eq!(again["outcome"], "invited", "{again}");
    let invitation = chief.get("invitations").await.items();
    let id = invitation.iter().find(|of| of["email"] == "guest@seats.test").unwrap()["id"].as_str().unwrap().to_owned();
    // The newest link covers both offers, and both hold.
    let token = house.link(&chief.organization, &id).await;
    let body = json!({ "token": token, "first_name": "Gus", "last_name": "Guest", "password": "a long enough password" });
    house.anyone().post("/invitation/accept", body).await.expect(200);
    let member = chief.get("members?q=guest@seats.test").await.items().remove(0);
    assert_eq!(member["grants"].as_array().unwrap().len(), 2, "{member}");
    let path = format!("members/{}/selections/seat", member["member"].as_str().unwrap());
    assert_eq!(chief.get(&path).await.expect(200)["resources"], json!([one]));
    // Adding somebody elsewhere comes to what they have.
    let clerk = offers(&chief, "clerk@seats.test", &north, "clerk", &[&one]).await;
    let clerk = chief.accepted("clerk@seats.test", clerk["invitation"].as_str().unwrap()).await;
    assert_eq!(offers(&chief, "clerk@seats.test", &south, "clerk", &[&two]).await["outcome"], "granted");
    assert_eq!(clerk.get("resources").await.column("name"), ["One", "Two"]);
    house.verify().await;
}
