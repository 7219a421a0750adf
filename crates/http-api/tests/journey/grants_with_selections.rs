//! Grants that bring along what their levels take of resource kinds: with them, or not at all (R3, R6).

use serde_json::{Value, json};

use crate::support::{Answer, Client, House};

/// A house whose guests must have exactly one room and exactly one key, with two of each in it.
struct Lodge {
    house: House,
    host: Client,
    /// Manages guests, has the first room and the first key, and may know of the others.
    porter: Client,
    /// May be made a guest.
    maid: Client,
    rooms: [String; 2],
    keys: [String; 2],
}

impl Lodge {
    async fn open() -> Self {
        let (house, operator) = House::governed().await;
        let model = json!({ "access_model": include_str!("../support/lodge.toml") });
        let host = operator.found("Lodge", "host@lodge.test", &model).await;
        let make = async |kind: &str, name: &str| {
            let made = host.post("resources", json!({ "kind": kind, "name": name })).await.expect(201);
            made["id"].as_str().unwrap().to_owned()
        };
        let rooms = [make("room", "Blue").await, make("room", "Green").await];
        let keys = [make("key", "One").await, make("key", "Two").await];
        let porter = host.hire("porter@lodge.test", &host.root, "porter").await;
        for (kind, id) in [("room", &rooms[0]), ("key", &keys[0])] {
            let path = format!("members/{}/selections/{kind}", porter.member);
            host.put(&path, json!({ "resources": [id] })).header("if-match", "\"v0\"").await.expect(200);
        }
        let maid = host.hire("maid@lodge.test", &host.root, "maid").await;
        Self { house, host, porter, maid, rooms, keys }
    }

    /// Changes the maid's level, against the tag that is read.
    async fn change(&self, by: &Client, level: &str, selections: &Value) -> Answer {
        let path = self.maid.grant(&self.host.root);
        let tag = self.host.get(&path).await.tag();
        by.put(&path, json!({ "levels": [level], "selections": selections })).header("if-match", &tag).await
    }

    fn chosen(&self, room: usize, key: usize) -> Value {
        json!({ "room": { "resources": [self.rooms[room]] }, "key": { "resources": [self.keys[key]] } })
    }

    /// All that a change of access and of selections could write.
    async fn written(&self) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        for table in ["grants", "memberships", "selections", "selection_resources", "errands"] {
            all.push(self.house.table(table).await);
        }
        all
    }
}

#[tokio::test]
async fn r3_each_kind_that_a_level_takes_one_of_is_asked_for_and_comes_with_the_level() {
    let lodge = Lodge::open().await;
    let before = lodge.house.everything().await;
    let [blue, one] = [&lodge.rooms[0], &lodge.keys[0]];
    let refused = lodge.change(&lodge.host, "guest", &json!({})).await;
    refused.wrong("/selections/room", "selection_required");
    assert_eq!(refused.json()["rule"], "selection_required");
    let half = json!({ "room": { "resources": [blue] } });
    lodge.change(&lodge.host, "guest", &half).await.wrong("/selections/key", "selection_required");
    assert_eq!(lodge.house.everything().await, before, "what is refused leaves nothing behind, not even the half that was right");
    lodge.change(&lodge.host, "guest", &lodge.chosen(0, 0)).await.expect(200);
    assert_eq!(lodge.maid.get("resources").await.column("id"), [blue.clone(), one.clone()]);
    let told = lodge.host.journal().await;
    assert_eq!(told[..3], ["selection_changed", "selection_changed", "access_changed"], "{told:?}");
    // Nor does a version that was read before both let another in.
    let body = json!({ "levels": ["guest"], "selections": lodge.chosen(1, 1) });
    lodge.host.put(&lodge.maid.grant(&lodge.host.root), body).header("if-match", "\"v1\"").await.refused("stale", "stale");
    assert_eq!(lodge.maid.get("resources").await.column("id"), [blue.clone(), one.clone()]);
    lodge.house.verify().await;
}

#[tokio::test]
async fn r3_what_does_not_go_with_the_level_is_refused_with_all_else() {
    let lodge = Lodge::open().await;
    let before = lodge.house.everything().await;
    let [blue, green] = &lodge.rooms;
    let key = json!({ "resources": [lodge.keys[0]] });
    let nowhere = "01955500-ffff-7000-8000-000000000000";
    for (room, pointer, code) in [
        (json!({ "resources": [blue, green] }), "/selections/room", "exactly_one"),
        (json!({ "all": true }), "/selections/room", "exactly_one"),
        (json!({}), "/selections/room", "exactly_one"),
        (json!({ "resources": [nowhere] }), "/selections/room/resources", "unknown_resource"),
        (json!({ "resources": [lodge.keys[1]] }), "/selections/room/resources", "unknown_resource"),
        (json!({ "all": true, "resources": [blue] }), "/selections/room/resources", "all_and_some"),
    ] {
        lodge.change(&lodge.host, "guest", &json!({ "room": room, "key": key })).await.wrong(pointer, code);
    }
    lodge.change(&lodge.host, "host", &lodge.chosen(0, 0)).await.wrong("/selections/room", "implied");
    let unknown = json!({ "desk": { "resources": [blue] } });
    lodge.change(&lodge.host, "maid", &unknown).await.wrong("/selections/desk", "unknown_kind");
    assert_eq!(lodge.house.everything().await, before);
    // A new grant is refused as a change of one is: it isn't there afterwards.
    let annex = lodge.host.workspace(&lodge.host.root, "Annex").await;
    let path = lodge.maid.grant(&annex);
    let body = json!({ "levels": ["host"], "selections": { "key": key } });
    lodge.host.put(&path, body).header("if-none-match", "*").await.wrong("/selections/key", "implied");
    lodge.host.get(&path).await.refused("not_found", "");
    let body = json!({ "levels": ["maid"], "selections": { "room": { "resources": [green] } } });
    lodge.host.put(&path, body).header("if-none-match", "*").await.expect(201);
    assert_eq!(lodge.maid.get("resources").await.column("name"), ["Green"]);
    lodge.house.verify().await;
}

#[tokio::test]
async fn r6_a_grant_brings_along_only_what_its_giver_may_give() {
    let lodge = Lodge::open().await;
    let before = lodge.written().await;
    for (room, key) in [(1, 0), (0, 1), (1, 1)] {
        lodge.change(&lodge.porter, "guest", &lodge.chosen(room, key)).await.refused("forbidden", "not_grantable");
    }
    let all = json!({ "room": { "all": true } });
    lodge.change(&lodge.porter, "maid", &all).await.refused("forbidden", "not_grantable");
    // Nor is it a way around who may be managed.
    lodge.change(&lodge.porter, "porter", &lodge.chosen(0, 0)).await.refused("forbidden", "not_manageable");
    lodge.change(&lodge.maid, "maid", &lodge.chosen(0, 0)).await.refused("forbidden", "not_oneself");
    assert_eq!(lodge.written().await, before, "neither the level nor what came with it");
    lodge.change(&lodge.porter, "guest", &lodge.chosen(0, 0)).await.expect(200);
    assert_eq!(lodge.maid.get("resources").await.column("name"), ["Blue", "One"]);
    // What somebody else gave stays theirs when their level is sent again by who couldn't give it.
    lodge.change(&lodge.host, "guest", &lodge.chosen(1, 1)).await.expect(200);
    lodge.change(&lodge.porter, "guest", &json!({})).await.expect(200);
    assert_eq!(lodge.maid.get("resources").await.column("name"), ["Green", "Two"]);
    lodge.house.verify().await;
}

#[tokio::test]
async fn a_grant_sent_back_as_it_was_read_changes_nothing() {
    let lodge = Lodge::open().await;
    lodge.change(&lodge.host, "guest", &lodge.chosen(0, 1)).await.expect(200);
    for who in [&lodge.porter, &lodge.maid] {
        let path = who.grant(&lodge.host.root);
        let (read, before) = (lodge.host.get(&path).await, lodge.house.everything().await);
        let (tag, read) = (read.tag(), read.expect(200));
        let mut body =
            json!({ "levels": read["levels"], "permissions": read["permissions"], "restrictions": read["restrictions"] });
        let same = lodge.host.put(&path, body.clone()).header("if-match", &tag).await;
        assert_eq!((same.status.as_u16(), same.tag()), (200, tag.clone()));
        // So does it with what they have of each kind, as its own route tells it.
        for kind in ["room", "key"] {
            let chosen = lodge.host.get(&format!("members/{}/selections/{kind}", who.member)).await.expect(200);
            let [all, resources, groups] = ["all", "resources", "groups"].map(|field| chosen[field].clone());
            body["selections"][kind] = json!({ "all": all, "resources": resources, "groups": groups });
        }
        let same = lodge.host.put(&path, body).header("if-match", &tag).await;
        assert_eq!((same.status.as_u16(), same.tag()), (200, tag));
        assert_eq!(lodge.house.everything().await, before);
    }
}
