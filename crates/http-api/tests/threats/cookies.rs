//! The session's cookie: its attributes, and what is no cookie of ours.

use serde_json::json;

use crate::support::{House, PASSWORD};

async fn cookie_at(url: &str) -> (House, String) {
    let house = House::at(url).await;
    house.set_up().await;
    let answer = house.anyone().post("/session", json!({ "email": "olga@example.test", "password": PASSWORD })).await;
    let cookie = answer.header("set-cookie").unwrap().to_owned();
    assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 1);
    (house, cookie)
}

#[tokio::test]
async fn behind_tls_the_cookie_is_bound_to_the_host_and_secure() {
    let (house, cookie) = cookie_at("https://tenure.example").await;
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    assert!(pair.starts_with("__Host-tenure=") && pair.len() == "__Host-tenure=".len() + 43, "{cookie}");
    assert_eq!(attributes, "Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000");
    // The name without the prefix, which others could set, is nobody.
    let plain = pair.replace("__Host-", "");
    house.anyone().get("/session").header("cookie", &plain).await.refused("unauthenticated", "");
    house.anyone().get("/session").header("cookie", pair).await.expect(200);
    let out = house.anyone().ask(axum::http::Method::DELETE, "/api/v1/session".to_owned()).header("cookie", pair).await;
    assert_eq!(out.header("set-cookie"), Some("__Host-tenure=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0"));
}

#[tokio::test]
async fn without_tls_the_cookie_is_still_out_of_reach_of_scripts_and_other_sites() {
    let (_, cookie) = cookie_at("http://127.0.0.1:8080").await;
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    assert!(pair.starts_with("tenure="), "{cookie}");
    assert_eq!(attributes, "Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000");
}

#[tokio::test]
async fn two_cookies_of_the_name_are_somebodys_trick() {
    let (house, owner) = House::governed().await;
    let cookie = owner.cookie.clone().unwrap();
    let other = house.sign_in("olga@example.test").await.cookie.unwrap();
    for both in
        [format!("{cookie}; {other}"), format!("{cookie}; {cookie}"), format!("tenure=; {cookie}"), format!("{cookie};tenure=x")]
    {
        house.anyone().get("/session").header("cookie", &both).await.refused("unauthenticated", "");
    }
    house.anyone().get("/session").header("cookie", &cookie).header("cookie", &other).await.refused("unauthenticated", "");
    house.anyone().get("/session").header("cookie", &format!("theme=dark; {cookie}; x=y")).await.expect(200);
}

#[tokio::test]
async fn c3_a_respelled_session_is_none() {
    let (house, owner) = House::governed().await;
    let cookie = owner.cookie.clone().unwrap();
    let value = cookie.strip_prefix("tenure=").unwrap();
    for odd in [&value[1..], &value[..42], &format!("{value}="), &format!("\"{value}\""), &value.to_lowercase(), "x", ""] {
        house.anyone().get("/session").header("cookie", &format!("tenure={odd}")).await.refused("unauthenticated", "");
    }
    house.anyone().get("/session").header("cookie", &cookie.to_uppercase()).await.refused("unauthenticated", "");
    house.anyone().get("/session").header("authorization", &format!("Bearer {value}")).await.refused("unauthenticated", "");
}
