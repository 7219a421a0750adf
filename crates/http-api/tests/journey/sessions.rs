//! Setting up, signing in, who am I, signing out.

use serde_json::json;

use crate::support::{House, PASSWORD, SETUP_TOKEN};

#[tokio::test]
async fn an_installation_is_set_up_and_its_first_person_signs_in_and_out() {
    let house = House::new().await;
    house.tape().start();
    let owner = house.set_up().await;
    owner.get("/session").await.expect(200);
    owner.get("/me").await.expect(200);
    owner.get("/organizations").await.expect(200);
    owner.patch("", json!({ "name": "Acme Widgets", "undo_window_days": 14 })).await.expect(200);
    owner.delete("/session").await.expect(204);
    owner.get("/session").await.expect(401);
    golden!("set_up_and_sign_in", house.tape().take());
    house.verify().await;
}

#[tokio::test]
async fn an_access_model_is_read_as_its_document_and_as_what_it_means() {
    let (house, owner) = House::governed().await;
    house.tape().start();
    let model = owner.get("access-model").await.expect(200);
    golden!("access_model", house.tape().take());
    assert_eq!(model["document"], tenure_access_models::built_in("workspace").unwrap());
}

#[tokio::test]
async fn setting_up_works_once_with_the_printed_token_alone() {
    let house = House::new().await;
    let body = |token: &str| {
        json!({
            "token": token, "organization": "Acme", "model": "workspace", "email": "olga@example.test",
            "password": PASSWORD, "first_name": "Olga", "last_name": "Owner",
        })
    };
    let before = house.everything().await;
    for token in ["", "hunter2", &SETUP_TOKEN[1..], &format!("{SETUP_TOKEN}="), &SETUP_TOKEN.replace('A', "B")] {
        house.anyone().post("/setup", body(token)).await.refused("not_found", "");
    }
    assert_eq!(house.everything().await, before);
    house.anyone().post("/setup", body(SETUP_TOKEN)).await.expect(201);
    let after = house.everything().await;
    house.anyone().post("/setup", body(SETUP_TOKEN)).await.refused("not_found", "");
    assert_eq!(house.everything().await, after);
}

#[tokio::test]
async fn an_own_access_model_can_be_brought_to_the_set_up() {
    let house = House::new().await;
    let document = tenure_access_models::built_in("workspace").unwrap().replacen("name = \"workspace\"", "name = \"mine\"", 1);
    let body = json!({
        "token": SETUP_TOKEN, "organization": "Acme", "access_model": document, "email": "olga@example.test",
        "password": PASSWORD, "first_name": "Olga", "last_name": "Owner",
    });
    house.anyone().post("/setup", body).await.expect(201);
    let owner = house.sign_in("olga@example.test").await;
    assert_eq!(owner.get("").await.expect(200)["model"], "mine");
}

#[tokio::test]
async fn a_second_session_leaves_the_first_alone() {
    let (house, owner) = House::governed().await;
    let second = house.sign_in("OLGA@example.test ").await;
    assert_ne!(owner.cookie, second.cookie);
    second.delete("/session").await.expect(204);
    second.get("/session").await.refused("unauthenticated", "");
    owner.get("/session").await.expect(200);
}
