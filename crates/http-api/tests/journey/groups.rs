//! Groups of resources: who makes them, who gives them, and what somebody reaches by one (R3, R6).

use serde_json::{Value, json};

use crate::support::{Client, House};

const KIND: &str = "point_of_contact";

async fn points(operator: &Client) -> Client {
    let model = include_str!("../support/points.toml");
    operator.found("Points", "chief@points.test", &json!({ "access_model": model })).await
}

fn id(of: &Value) -> String {
    of["id"].as_str().unwrap().to_owned()
}

async fn group(by: &Client, name: &str) -> String {
    id(&by.post("resource-groups", json!({ "kind": KIND, "name": name })).await.expect(201))
}

async fn point(by: &Client, name: &str, groups: &[&str]) -> String {
    id(&by.post("resources", json!({ "kind": KIND, "name": name, "groups": groups })).await.expect(201))
}

async fn joins(by: &Client, email: &str, level: &str, choice: Option<Value>) -> Client {
    let mut body = json!({ "emails": email, "workspace": by.root, "levels": [level] });
    if let Some(choice) = choice {
        body["selections"] = json!({ KIND: choice });
    }
    let results = by.post("invitations", body).await.expect(200)["results"].clone();
    by.accepted(email, results[0]["invitation"].as_str().unwrap_or_else(|| panic!("{results}"))).await
}

#[tokio::test]
async fn lists_show_groups_and_what_levels_give_and_nothing_that_the_reader_may_not_know_of() {
    let (_house, operator) = House::governed().await;
    let model = include_str!("../support/points.toml").replacen("grouped = true", "grouped = true\nlisted = true", 1);
    let chief = operator.found("Points", "chief@points.test", &json!({ "access_model": model })).await;
    let (north, south) = (group(&chief, "North").await, group(&chief, "South").await);
    let kiel = point(&chief, "Kiel", &[&north]).await;
    let usher = joins(&chief, "usher@points.test", "usher", Some(json!({ "groups": [north, south], "resources": [kiel] }))).await;
    let other = joins(&chief, "other@points.test", "usher", Some(json!({ "groups": [south] }))).await;
    let shown = async |by: &Client, who: &Client| {
        let rows = by.get("members").await.items();
        rows.into_iter().find(|row| row["member"] == who.member.as_str()).unwrap()["resources"][KIND].clone()
    };
    let of = |first: Value, groups: Value, implied: bool| {
        let mut row = json!({ "all": false, "first": first, "more": false, "groups": groups });
        row["more_groups"] = json!(false);
        row["implied"] = json!(implied);
        row
    };
    let (in_north, in_south) = (json!({ "group": north, "name": "North" }), json!({ "group": south, "name": "South" }));
    let in_kiel = json!([{ "resource": kiel, "name": "Kiel" }]);
    assert_eq!(shown(&chief, &usher).await, of(in_kiel, json!([in_north, in_south]), false));
    assert_eq!(shown(&chief, &chief).await, of(json!([]), json!([]), true));
    assert_eq!(shown(&other, &usher).await, of(json!([]), json!([in_south]), false));
}

#[tokio::test]
async fn r3_whoever_has_a_group_reaches_what_is_in_it_at_once() {
    let (_house, operator) = House::governed().await;
    let chief = points(&operator).await;
    let (north, south) = (group(&chief, "North").await, group(&chief, "South").await);
    let (kiel, ulm) = (point(&chief, "Kiel", &[&north]).await, point(&chief, "Ulm", &[]).await);
    let usher = joins(&chief, "usher@points.test", "usher", Some(json!({ "groups": [north] }))).await;
    assert_eq!(usher.get("resources").await.column("name"), ["Kiel"]);
    assert_eq!(usher.get("resource-groups").await.column("name"), ["North"]);
    chief.patch(&format!("resources/{ulm}"), json!({ "groups": [north, south] })).await.expect(200);
    assert_eq!(usher.get("resources").await.column("name"), ["Kiel", "Ulm"]);
    let seen = usher.get(&format!("resources/{ulm}")).await.expect(200);
    assert_eq!(seen["groups"], json!([north]), "other groups are none of theirs to know of");
    let question = format!("access?member={}&permission=contacts.view&workspace={}&resource={ulm}", usher.member, chief.root);
    let told = chief.get(&question).await.expect(200);
    let because = told["because"].as_array().unwrap();
    assert!(because.iter().any(|one| one["kind"] == "group" && one["key"] == json!(north)), "{told}");
    // Who reaches it and doesn't know of the group learns that it is by one, and not by which.
    let other = joins(&chief, "other@points.test", "usher", Some(json!({ "resources": [ulm] }))).await;
    let chosen = format!("members/{}/selections/{KIND}", usher.member);
    chief.put(&chosen, json!({ "groups": [north, south] })).header("if-match", "\"v1\"").await.expect(200);
    let asked = json!({ "questions": [{ "member": usher.member, "permission": "contacts.view", "workspace": chief.root, "resource": ulm }] });
    let batch = other.post("access/batch", asked).await.expect(200);
    let who = other.get(&format!("access/who?permission=contacts.view&workspace={}&resource={ulm}", chief.root)).await.expect(200);
    let theirs = who["items"].as_array().unwrap().iter().find(|one| one["member"] == json!(usher.member)).unwrap();
    for because in [&other.get(&question).await.expect(200)["because"], &batch["results"][0]["because"], &theirs["because"]] {
        let groups: Vec<&Value> = because.as_array().unwrap().iter().filter(|one| one["kind"] == "group").collect();
        assert_eq!(groups.len(), 1, "{because}");
        assert!(groups[0].get("key").is_none(), "nor by how many: {because}");
    }
    chief.put(&chosen, json!({ "groups": [north] })).header("if-match", "\"v2\"").await.expect(200);
    let reaching = async |by: &Client, who: &Client| {
        let items = by.get(&format!("resources/{ulm}/members")).await.items();
        items.into_iter().find(|one| one["member"] == json!(who.member)).unwrap()["because"].clone()
    };
    let by = |kind: &str| json!([{ "kind": kind, "gives": true, "inherited": false }]);
    let by_north = json!([{ "kind": "group", "gives": true, "inherited": false, "key": north }]);
    assert_eq!(reaching(&chief, &usher).await, by_north);
    assert_eq!(reaching(&other, &usher).await, by("group"), "which is none of theirs to know of");
    assert_eq!(reaching(&chief, &other).await, by("selection"));
    assert_eq!(reaching(&chief, &chief).await, by("implied"));
    assert_eq!(chief.get(&format!("resources?group={north}")).await.column("name"), ["Kiel", "Ulm"]);
    let path = format!("resource-groups/{north}");
    let tag = chief.get(&path).await.tag();
    let renamed = chief.patch(&path, json!({ "name": "Far north" })).header("if-match", &tag).await.expect(200);
    assert_eq!((renamed["name"].as_str(), renamed["version"].as_u64()), (Some("Far north"), Some(2)));
    chief.delete(&path).header("if-match", &tag).await.expect(412);
    chief.delete(&path).await.expect(204);
    assert!(usher.get("resources").await.column("name").is_empty());
    assert_eq!(chief.get(&format!("resources/{kiel}")).await.expect(200)["groups"], json!([]));
}

#[tokio::test]
async fn r6_nobody_gives_by_a_group_what_is_not_theirs_to_give() {
    let (_house, operator) = House::governed().await;
    let chief = points(&operator).await;
    let (north, south) = (group(&chief, "North").await, group(&chief, "South").await);
    let kiel = point(&chief, "Kiel", &[&north]).await;
    let usher = joins(&chief, "usher@points.test", "usher", Some(json!({ "resources": [kiel], "groups": [south] }))).await;
    let other = joins(&chief, "other@points.test", "usher", None).await;
    let keeper = joins(&chief, "keeper@points.test", "keeper", Some(json!({ "groups": [south] }))).await;
    let path = format!("members/{}/selections/{KIND}", other.member);
    let gives = |by: &Client, groups: Value| by.put(&path, json!({ "groups": groups })).header("if-none-match", "*");
    // They reach all that is in it, and don't so much as know of the group.
    gives(&usher, json!([north])).await.wrong("/groups", "unknown_group");
    let selection = gives(&usher, json!([south])).await.expect(200);
    assert_eq!(selection["groups"], json!([south]));
    // Who keeps resources puts into groups what they could share, and not what they don't reach.
    keeper.patch(&format!("resources/{kiel}"), json!({ "groups": [north, south] })).await.refused("forbidden", "not_grantable");
    usher.patch(&format!("resources/{kiel}"), json!({ "groups": [south] })).await.refused("forbidden", "missing_permission");
    usher.post("resource-groups", json!({ "kind": KIND, "name": "Own" })).await.refused("forbidden", "missing_permission");
    keeper.patch(&format!("resources/{kiel}"), json!({ "groups": [] })).await.expect(200);
    chief.patch(&format!("resources/{kiel}"), json!({ "groups": [south] })).await.expect(200);
    assert_eq!(other.get("resources").await.column("name"), ["Kiel"]);
}
