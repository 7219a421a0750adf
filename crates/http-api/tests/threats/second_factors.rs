//! a10, c2, c4, d1, d2, e1, h1: second factors.

use std::collections::BTreeSet;
use std::future::IntoFuture as _;
use std::time::Duration;

use serde_json::{Value, json};
use tenure_domain::EmailAddress;
use tenure_port_store::Store as _;
use tenure_usecases::{Caller, TakeSecondFactor};

use crate::support::{Answer, Ask, Authenticator, Client, House, PASSWORD, routes};

fn signing_in(house: &House, email: &str, password: &str, code: Option<&str>) -> Ask {
    house.anyone().post("/session", json!({ "email": email, "password": password, "second_factor": code }))
}

/// Olga, who governs and has a second factor.
async fn armed() -> (House, Client, Authenticator) {
    let (house, mut owner) = House::governed().await;
    let authenticator = owner.add_factor().await;
    (house, owner, authenticator)
}

fn proof(code: Option<&str>) -> Value {
    json!({ "current_password": PASSWORD, "second_factor": code })
}

/// How many mails of this sort were written.
async fn mails(house: &House, matter: &str) -> usize {
    house.table("errands").await.iter().filter(|row| row.contains(matter)).count()
}

fn seen(answer: &Answer) -> String {
    let headers = answer.headers.iter().filter(|(name, _)| *name != "x-request-id");
    let mut headers: Vec<String> = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
    headers.sort();
    format!("{} {headers:?} {}", answer.status, answer.text())
}

/// Requires second factors, or requires them no more.
async fn require(owner: &Client, required: bool) {
    owner.patch("", json!({ "second_factor_required": required })).await.expect(200);
}

#[tokio::test]
async fn a_second_factor_is_added_asked_for_and_removed() {
    let (house, mut owner) = House::governed().await;
    let elsewhere = house.sign_in("olga@example.test").await;
    let none = json!({ "enabled": false, "since": null, "recovery_codes_left": 0, "required": false });
    assert_eq!(owner.get("/me/second-factor").await.expect(200), none);
    owner.post("/me/second-factor", json!({ "current_password": "a guess" })).await.wrong("/current_password", "wrong_password");
    owner.post("/me/second-factor/confirmation", json!({ "code": "123456" })).await.refused("conflict", "not_begun");
    let begun = owner.begin_factor().await;
    let wrong = json!({ "code": begun.wrong() });
    owner.post("/me/second-factor/confirmation", wrong).await.wrong("/code", "wrong_code");
    assert_eq!(owner.get("/me/second-factor").await.expect(200), none, "what is begun counts for nothing");
    signing_in(&house, "olga@example.test", PASSWORD, None).await.expect(200);

    let before = owner.clone();
    let phone = owner.add_factor().await;
    for out in [&elsewhere, &before] {
        out.get("/session").await.refused("unauthenticated", "");
    }
    assert_eq!(phone.recovery_codes.len(), 10);
    let own = owner.get("/me/second-factor").await.expect(200);
    assert_eq!((&own["enabled"], &own["recovery_codes_left"]), (&json!(true), &json!(10)));
    assert_eq!(mails(&house, "second_factor_added").await, 1);

    signing_in(&house, "olga@example.test", PASSWORD, None).await.refused("second_factor_required", "missing_code");
    signing_in(&house, "olga@example.test", PASSWORD, Some(" ")).await.refused("second_factor_required", "missing_code");
    let wrong = signing_in(&house, "olga@example.test", PASSWORD, Some(&phone.wrong())).await;
    wrong.expect(401);
    wrong.refused("second_factor_required", "wrong_code");
    assert_eq!(wrong.header("set-cookie"), None);
    let code = phone.next();
    signing_in(&house, "olga@example.test", PASSWORD, Some(&code)).await.expect(200);
    signing_in(&house, "olga@example.test", PASSWORD, Some(&code)).await.refused("second_factor_required", "wrong_code");

    let paper = phone.recovery_codes[3].to_lowercase().replace('-', " ");
    signing_in(&house, "olga@example.test", PASSWORD, Some(&paper)).await.expect(200);
    signing_in(&house, "olga@example.test", PASSWORD, Some(&paper)).await.refused("second_factor_required", "wrong_code");
    assert_eq!(mails(&house, "recovery_code_used").await, 1);
    assert_eq!(owner.get("/me/second-factor").await.expect(200)["recovery_codes_left"], 9);

    owner.post("/me/second-factor/removal", proof(None)).await.wrong("/second_factor", "missing_code");
    owner.post("/me/second-factor/removal", proof(Some(&phone.wrong()))).await.wrong("/second_factor", "wrong_code");
    owner.post("/me/second-factor/removal", proof(Some(&phone.next()))).await.expect(204);
    owner.post("/me/second-factor/removal", proof(None)).await.refused("conflict", "no_second_factor");
    owner.post("/me/second-factor/recovery-codes", proof(None)).await.refused("conflict", "no_second_factor");
    signing_in(&house, "olga@example.test", PASSWORD, None).await.expect(200);
    assert_eq!((mails(&house, "second_factor_removed").await, owner.get("/me/second-factor").await.expect(200)), (1, none));
    assert!(!owner.journal().await.iter().any(|kind| kind.contains("factor")), "it is the login's, and no organization's");
    house.verify().await;
}

#[tokio::test]
async fn another_authenticator_takes_a_code_of_the_present_one_and_counts_once_it_is_confirmed() {
    let (house, mut owner, older) = armed().await;
    owner.post("/me/second-factor", proof(None)).await.wrong("/second_factor", "missing_code");
    let begun = owner.post("/me/second-factor", proof(Some(&older.next()))).await.expect(200);
    let newer = Authenticator::with(&house, begun["secret"].as_str().unwrap());
    signing_in(&house, "olga@example.test", PASSWORD, Some(&older.next())).await.expect(200);
    let confirmed = owner.post("/me/second-factor/confirmation", json!({ "code": newer.code() })).await;
    confirmed.expect(200);
    owner.cookie = confirmed.header("set-cookie").and_then(|cookie| cookie.split(';').next()).map(str::to_owned);
    signing_in(&house, "olga@example.test", PASSWORD, Some(&older.next())).await.refused("second_factor_required", "wrong_code");
    let paper = &older.recovery_codes[0];
    signing_in(&house, "olga@example.test", PASSWORD, Some(paper)).await.refused("second_factor_required", "wrong_code");
    signing_in(&house, "olga@example.test", PASSWORD, Some(&newer.next())).await.expect(200);
    // What was begun is dead after an hour.
    let begun = owner.post("/me/second-factor", proof(Some(&newer.next()))).await.expect(200);
    let late = Authenticator::with(&house, begun["secret"].as_str().unwrap());
    house.pass(Duration::from_hours(1));
    owner.post("/me/second-factor/confirmation", json!({ "code": late.code() })).await.refused("conflict", "not_begun");
}

#[tokio::test]
async fn newer_recovery_codes_kill_the_older() {
    let (house, owner, phone) = armed().await;
    let renewed = owner.post("/me/second-factor/recovery-codes", proof(Some(&phone.recovery_codes[0]))).await.expect(200);
    let newer: BTreeSet<&str> = renewed["recovery_codes"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(newer.len(), 10);
    for older in &phone.recovery_codes {
        assert!(!newer.contains(older.as_str()));
    }
    signing_in(&house, "olga@example.test", PASSWORD, Some(&phone.recovery_codes[1]))
        .await
        .refused("second_factor_required", "wrong_code");
    for code in newer {
        signing_in(&house, "olga@example.test", PASSWORD, Some(code)).await.expect(200);
    }
    assert_eq!(owner.get("/me/second-factor").await.expect(200)["recovery_codes_left"], 0);
    assert_eq!(mails(&house, "recovery_code_used").await, 11);
}

#[tokio::test]
async fn d1_who_knows_no_password_learns_of_no_second_factor() {
    let (house, owner, phone) = armed().await;
    owner.hire("ida@example.test", &owner.root, "agent").await;
    let plain = seen(&signing_in(&house, "ida@example.test", "a guess", None).await);
    for (email, code) in [
        ("olga@example.test", None),
        ("olga@example.test", Some(phone.wrong())),
        ("olga@example.test", Some(phone.next())),
        ("nobody@example.test", Some("123456".to_owned())),
        ("ida@example.test", Some("123456".to_owned())),
    ] {
        let answer = signing_in(&house, email, "a guess", code.as_deref()).await;
        assert_eq!(seen(&answer), plain, "{email} {code:?}");
    }
    // And the code that came with a wrong password is none that was used.
    signing_in(&house, "olga@example.test", PASSWORD, Some(&phone.code())).await.expect(200);
    // A login without one takes no notice of a code.
    signing_in(&house, "ida@example.test", PASSWORD, Some("whatever")).await.expect(200);
}

#[tokio::test]
async fn r17_wrong_codes_lock_as_wrong_passwords_do_and_where_they_were_tried() {
    let (house, _owner, phone) = armed().await;
    let from = |network: &'static str, code: Option<&str>| signing_in(&house, "olga@example.test", PASSWORD, code).from(network);
    // That none is given guesses nothing.
    for _ in 0..20 {
        from("192.0.2.7", None).await.refused("second_factor_required", "missing_code");
    }
    for _ in 0..10 {
        from("192.0.2.7", Some(&phone.wrong())).await.refused("second_factor_required", "wrong_code");
    }
    for code in [Some(phone.next()), Some(phone.recovery_codes[0].clone()), None] {
        from("192.0.2.7", code.as_deref()).await.refused("unauthenticated", "wrong_credentials");
    }
    from("198.51.100.7", Some(&phone.code())).await.expect(200);
    house.pass(Duration::from_mins(15));
    from("192.0.2.7", Some(&phone.code())).await.expect(200);
}

#[tokio::test]
async fn r17_a_code_is_no_more_to_be_guessed_by_who_is_signed_in() {
    let (_house, owner, phone) = armed().await;
    for _ in 0..10 {
        owner.post("/me/second-factor/removal", proof(Some(&phone.wrong()))).await.wrong("/second_factor", "wrong_code");
    }
    for path in ["/me/second-factor", "/me/second-factor/removal", "/me/second-factor/recovery-codes"] {
        owner.post(path, proof(Some(&phone.next()))).await.refused("locked", "locked");
    }
}

#[tokio::test]
async fn c2_of_32_parallel_uses_of_a_code_one_succeeds() {
    let (house, _owner, phone) = armed().await;
    for code in [phone.next(), phone.recovery_codes[0].clone()] {
        let uses = (0..32).map(|n| {
            let ask = signing_in(&house, "olga@example.test", PASSWORD, Some(&code)).from(&format!("10.1.{n}.1"));
            tokio::spawn(ask.into_future())
        });
        let mut done = 0;
        for one in uses.collect::<Vec<_>>() {
            done += usize::from(one.await.unwrap().status == 200);
        }
        assert_eq!(done, 1, "{code}");
    }
}

#[tokio::test]
async fn c2_of_many_parallel_confirmations_one_succeeds() {
    let (_house, owner) = House::governed().await;
    let begun = owner.begin_factor().await;
    let confirm = || owner.post("/me/second-factor/confirmation", json!({ "code": begun.code() }));
    let all = (0..8).map(|_| tokio::spawn(confirm().into_future())).collect::<Vec<_>>();
    let mut done = 0;
    for one in all {
        done += usize::from(one.await.unwrap().status == 200);
    }
    assert_eq!(done, 1);
}

#[tokio::test]
async fn c4_neither_secret_nor_code_lies_in_any_table() {
    let (house, owner) = House::governed().await;
    let key = json!({ "current_password": PASSWORD });
    let begun = owner.post("/me/second-factor", key).header("idempotency-key", "once").await.expect(200);
    let phone = Authenticator::with(&house, begun["secret"].as_str().unwrap());
    let code = json!({ "code": phone.code() });
    let confirmed = owner.post("/me/second-factor/confirmation", code).header("idempotency-key", "twice").await.expect(200);
    let letters = begun["secret"].as_str().unwrap();
    let mut secrets = vec![letters.to_owned(), phone.hex.clone()];
    for code in confirmed["recovery_codes"].as_array().unwrap() {
        let code = code.as_str().unwrap().to_owned();
        secrets.push(code.replace('-', ""));
        secrets.push(code);
    }
    let kept = house.everything().await;
    assert!(!kept["second_factors"].is_empty() && kept["recovery_codes"].len() == 10);
    for (table, rows) in kept {
        for (row, secret) in rows.iter().flat_map(|row| secrets.iter().map(move |secret| (row, secret))) {
            assert!(!row.contains(secret), "{table}: {row}");
        }
    }
}

#[tokio::test]
async fn a_forgotten_password_leaves_the_second_factor() {
    let (house, owner, phone) = armed().await;
    house.anyone().post("/password-reset", json!({ "email": "olga@example.test" })).await.expect(202);
    let token = house.reset_link(&owner.organization, "olga@example.test").await;
    let body = json!({ "token": token, "password": "a whole new password" });
    house.anyone().post("/password-reset/complete", body).await.expect(204);
    let ask = |code: Option<String>| signing_in(&house, "olga@example.test", "a whole new password", code.as_deref());
    ask(None).await.refused("second_factor_required", "missing_code");
    ask(Some(phone.next())).await.expect(200);
}

#[tokio::test]
async fn a8_who_accepts_with_their_password_shows_their_second_factor_too() {
    let (house, owner, phone) = armed().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let (_, invitation) = other.pending("olga@example.test", &other.root, "agent").await;
    let token = house.link(&other.organization, &invitation).await;
    let accept = |code: Option<&str>| {
        house.anyone().post("/invitation/accept", json!({ "token": token, "password": PASSWORD, "second_factor": code }))
    };
    accept(None).await.refused("second_factor_required", "missing_code");
    accept(Some(&phone.wrong())).await.refused("second_factor_required", "wrong_code");
    let code = phone.next();
    accept(Some(&code)).await.expect(200);
    signing_in(&house, "olga@example.test", PASSWORD, Some(&code)).await.refused("second_factor_required", "wrong_code");
    house.verify().await;
}

#[tokio::test]
async fn e1_where_one_is_required_who_has_none_does_nothing_until_they_have() {
    let (house, owner, _phone) = armed().await;
    let mut ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    ida.get("").await.expect(200);
    require(&owner, true).await;
    assert_eq!(owner.get("").await.expect(200)["second_factor_required"], true);
    let before = house.everything_but_tries().await;
    for route in routes().into_iter().filter(|route| route.path.contains("{org}") && !route.path.starts_with("/operator")) {
        let path = route.filled(|_| ida.organization.clone());
        let mut ask = ida.ask(route.method.clone(), format!("/api/v1{path}")).header("sec-fetch-site", "same-origin");
        if let Some(body) = route.sample() {
            ask = ask.json(&body);
        }
        let answer = ask.await;
        assert_eq!(answer.status, 403, "{}: {answer}", route.name());
        answer.refused("forbidden", "second_factor_required");
    }
    assert_eq!(house.everything_but_tries().await, before);
    // Who they are, and what they need, they may know.
    ida.get("/session").await.expect(200);
    ida.get("/organizations").await.expect(200);
    assert_eq!(ida.get("/me/second-factor").await.expect(200)["required"], true);
    ida.add_factor().await;
    ida.get("").await.expect(200);
    require(&owner, false).await;
    house.verify().await;
}

#[tokio::test]
async fn e1_where_one_is_required_whoever_sheds_theirs_is_out_at_the_next_request() {
    let (_house, owner, _phone) = armed().await;
    let mut ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let theirs = ida.add_factor().await;
    require(&owner, true).await;
    ida.get("").await.expect(200);
    // Somebody who doesn't govern may be without.
    ida.post("/me/second-factor/removal", proof(Some(&theirs.next()))).await.expect(204);
    ida.get("").await.refused("forbidden", "second_factor_required");
}

#[tokio::test]
async fn e1_a_job_of_who_has_none_stops_where_one_is_required() {
    let (house, owner, _phone) = armed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let emails: Vec<String> = (0..150).map(|number| format!("p{number}@example.test")).collect();
    let body = json!({ "emails": emails, "workspace": owner.root, "levels": ["agent"] });
    owner.post("invitations", body).await.expect(200);
    manager.post("members/deletion", json!({ "matching": { "status": ["pending"] } })).await.expect(202);
    let claimed = house.store().job_queue().claim(house.now(), Duration::from_secs(15)).await.unwrap().expect("it waits");
    let stepped = house.tenure().step(&claimed).await.unwrap();
    assert_eq!((stepped.state.word(), stepped.done), ("running", 100));
    require(&owner, true).await;
    let ended = house.tenure().step(&stepped).await.unwrap();
    assert_eq!((ended.state.word(), ended.done), ("stopped", 100));
    house.verify().await;
}

#[tokio::test]
async fn h1_where_one_is_required_somebody_who_governs_always_has_one() {
    let (house, mut owner) = House::governed().await;
    let mut ann = owner.hire("ann@example.test", &owner.root, "owner").await;
    owner.patch("", json!({ "second_factor_required": true })).await.refused("conflict", "headless");
    let mut ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    ida.add_factor().await;
    owner.begin_factor().await;
    owner.patch("", json!({ "second_factor_required": true })).await.refused("conflict", "headless");
    let phone = owner.add_factor().await;
    require(&owner, true).await;
    house.verify().await;
    // Ann governs and has none, so she doesn't count.
    owner.post("/me/second-factor/removal", proof(Some(&phone.next()))).await.refused("conflict", "headless");
    let hers = ann.add_factor().await;
    owner.post("/me/second-factor/removal", proof(Some(&phone.next()))).await.expect(204);
    ann.post("/me/second-factor/removal", proof(Some(&hers.next()))).await.refused("conflict", "headless");
    house.verify().await;
}

#[tokio::test]
async fn a10_a_governor_without_a_second_factor_does_not_count_where_one_is_required() {
    let (house, owner, _phone) = armed().await;
    let chief = owner.found("Own", "chief@example.test", &json!({ "access_model": crate::support::OWN_MODEL })).await;
    let (mut deputy, mut first) = (chief.hire("dora@example.test", &chief.root, "deputy").await, chief.clone());
    let mut second = chief.hire("cleo@example.test", &chief.root, "chief").await;
    first.add_factor().await;
    deputy.add_factor().await;
    require(&first, true).await;
    let path = format!("{}/revocation", first.grant(&first.root));
    assert_eq!(deputy.get(&path).await.expect(200)["blockers"][0]["code"], "headless");
    deputy.post(&path, json!({})).await.refused("conflict", "headless");
    deputy.post(&format!("members/{}/deletion", first.member), json!({})).await.refused("conflict", "headless");
    deputy.post(&format!("members/{}/deactivation", first.member), json!({})).await.refused("conflict", "headless");
    second.add_factor().await;
    deputy.post(&path, json!({})).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn h1_two_governors_who_remove_their_second_factors_at_once_leave_one() {
    for _ in 0..10 {
        let (house, owner, phone) = armed().await;
        let mut other = owner.hire("ann@example.test", &owner.root, "owner").await;
        let hers = other.add_factor().await;
        require(&owner, true).await;
        house.pass(Duration::from_secs(30));
        let remove = |who: &Client, with: &Authenticator| who.post("/me/second-factor/removal", proof(Some(&with.code())));
        let (one, two) = tokio::join!(remove(&owner, &phone).into_future(), remove(&other, &hers).into_future());
        assert_eq!([&one, &two].iter().filter(|answer| answer.status == 204).count(), 1, "{one} / {two}");
        house.verify().await;
    }
}

#[tokio::test]
async fn who_runs_the_server_helps_whoever_lost_everything() {
    let (house, owner, _phone) = armed().await;
    require(&owner, true).await;
    let email = EmailAddress::parse("olga@example.test").unwrap();
    let take = || house.tenure().perform(Caller::Anonymous, TakeSecondFactor { email: email.clone() });
    assert!(take().await.unwrap());
    assert!(!take().await.unwrap());
    assert_eq!(mails(&house, "second_factor_removed").await, 1);
    owner.get("/session").await.refused("unauthenticated", "");
    // They sign in with their password, and are in charge again once they have another.
    let answer = signing_in(&house, "olga@example.test", PASSWORD, None).await;
    let mut back = owner.clone();
    back.cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next()).map(str::to_owned);
    back.get("").await.refused("forbidden", "second_factor_required");
    back.add_factor().await;
    back.get("").await.expect(200);
    house.verify().await;
}
