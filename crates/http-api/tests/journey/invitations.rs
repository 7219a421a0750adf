//! Inviting, from inside: every outcome, resend, correct, withdraw.

use std::time::Duration;

use serde_json::json;

use crate::support::House;

#[tokio::test]
async fn an_invitation_is_made_listed_resent_corrected_and_withdrawn() {
    let (house, owner) = House::governed().await;
    house.tape().start();
    let body = json!({
        "emails": "bo@example.test", "workspace": owner.root, "levels": ["agent"], "restrictions": ["no_calls"],
        "note": "Welcome\nto us", "first_name": "Bo", "language": "de", "expires_at": "2026-03-20T12:00:00Z",
    });
    let outcome = owner.post("invitations", body).await.expect(200)["results"][0].clone();
    let invitation = outcome["invitation"].as_str().unwrap();
    owner.get("invitations").await.expect(200);
    house.pass(Duration::from_mins(1));
    owner.post(&format!("invitations/{invitation}/resend"), json!({})).await.expect(200);
    owner.patch(&format!("invitations/{invitation}"), json!({ "email": "Beau@example.test" })).await.expect(200);
    owner.delete(&format!("invitations/{invitation}")).await.expect(204);
    owner.get("invitations").await.expect(200);
    golden!("invitations", house.tape().take());
    house.verify().await;
}

#[tokio::test]
async fn each_address_is_answered_on_its_own() {
    let (house, owner) = House::governed().await;
    let child = owner.workspace(&owner.root, "North").await;
    owner.hire("ann@example.test", &owner.root, "agent").await;
    owner.hire("cleo@example.test", &child, "agent").await;
    let idle = owner.hire("ida@example.test", &owner.root, "agent").await;
    owner.deactivate(&idle).await;
    owner.pending("pat@example.test", &owner.root, "agent").await;
    house.tape().start();
    let body = json!({
        "emails": "new@example.test, NEW@example.test; ann@example.test\ncleo@example.test,,pat@example.test\r\nida@example.test, nonsense",
        "workspace": owner.root, "levels": ["agent"],
    });
    let results = owner.post("invitations", body).await.expect(200)["results"].clone();
    golden!("invitation_outcomes", house.tape().take());
    let words: Vec<&str> = results.as_array().unwrap().iter().map(|one| one["outcome"].as_str().unwrap()).collect();
    assert_eq!(words, ["invited", "duplicate", "already_member", "granted", "invited", "inactive", "invalid"]);
    house.verify().await;
}

#[tokio::test]
async fn a_list_of_addresses_is_as_good_as_a_text() {
    let (_, owner) = House::governed().await;
    let body = json!({ "emails": ["a@example.test", " b@example.test "], "workspace": owner.root, "levels": ["manager"] });
    let results = owner.post("invitations", body).await.expect(200);
    assert_eq!(results["results"].as_array().unwrap().len(), 2);
    assert_eq!(owner.get("invitations").await.column("email"), ["b@example.test", "a@example.test"]);
}

#[tokio::test]
async fn r9_pending_and_active_members_take_seats_and_ended_invitations_free_them() {
    let (_, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "seats": 3 })).await.expect(200);
    let body = |emails: &str| json!({ "emails": emails, "workspace": owner.root, "levels": ["agent"] });
    let results = owner.post("invitations", body("a@example.test,b@example.test,c@example.test")).await.expect(200);
    let words = |results: &serde_json::Value| {
        let each = results["results"].as_array().unwrap().iter();
        each.map(|one| one["outcome"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(words(&results), ["invited", "invited", "seats_full"]);
    // Somebody who has a seat already takes no other.
    assert_eq!(words(&owner.post("invitations", body("a@example.test")).await.expect(200)), ["invited"]);
    let invitation = results["results"][0]["invitation"].as_str().unwrap();
    owner.delete(&format!("invitations/{invitation}")).await.expect(204);
    assert_eq!(
        words(&owner.post("invitations", body("c@example.test,d@example.test")).await.expect(200)),
        ["invited", "seats_full"]
    );
    // An inactive member has none.
    let idle = owner.accepted("b@example.test", results["results"][1]["invitation"].as_str().unwrap()).await;
    owner.deactivate(&idle).await;
    assert_eq!(words(&owner.post("invitations", body("d@example.test")).await.expect(200)), ["invited"]);
}

#[tokio::test]
async fn an_offer_to_one_person_whom_one_does_not_manage_is_told_alone() {
    let (_, owner) = House::governed().await;
    let child = owner.workspace(&owner.root, "North").await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.hire("max@example.test", &owner.root, "manager").await;
    let body = json!({ "emails": "max@example.test, new@example.test", "workspace": child, "levels": ["agent"] });
    let results = manager.post("invitations", body).await.expect(200)["results"].clone();
    assert_eq!((&results[0]["outcome"], &results[0]["rule"]), (&json!("not_allowed"), &json!("not_manageable")));
    assert!(results[0].get("member").is_none(), "who isn't theirs is not told of: {results}");
    assert_eq!(results[1]["outcome"], "invited");
}

#[tokio::test]
async fn pending_people_are_seen_where_their_offers_are() {
    let (_, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    owner.pending("nora@example.test", &north, "agent").await;
    let (_, elsewhere) = owner.pending("sven@example.test", &south, "agent").await;
    assert_eq!(manager.get("invitations").await.column("email"), ["nora@example.test"]);
    manager.post(&format!("invitations/{elsewhere}/resend"), json!({})).await.refused("not_found", "");
    manager.patch(&format!("invitations/{elsewhere}"), json!({ "email": "x@example.test" })).await.refused("not_found", "");
    manager.delete(&format!("invitations/{elsewhere}")).await.refused("not_found", "");
}

#[tokio::test]
async fn an_ended_invitation_never_blocks_a_new_one() {
    let (house, owner) = House::governed().await;
    let (member, invitation) = owner.pending("bo@example.test", &owner.root, "agent").await;
    owner.delete(&format!("invitations/{invitation}")).await.expect(204);
    let (second, renewed) = owner.pending("bo@example.test", &owner.root, "agent").await;
    assert_ne!((member, &invitation), (second, &renewed));
    house
        .anyone()
        .post("/invitation/refuse", json!({ "token": house.link(&owner.organization, &renewed).await }))
        .await
        .expect(204);
    owner.hire("bo@example.test", &owner.root, "agent").await;
}
