//! Calls handled (C6): what hosts report of members, by a program and by hand, and who is shown it.

use serde_json::{Value, json};

use crate::support::{Client, House};

/// A contact centre on this plan, with an Administrator.
async fn centre(plan: &str) -> (House, Client, Client) {
    let (house, operator) = House::governed().await;
    let ada = operator.found("Call Centre", "ada@centre.test", &json!({ "model": "contact-center" })).await;
    switch(&operator, &ada, json!({ "plan": plan })).await;
    (house, operator, ada)
}

async fn switch(operator: &Client, of: &Client, to: Value) {
    operator.patch(&format!("/operator/organizations/{}", of.organization), to).await.expect(200);
}

fn about(who: &Client) -> String {
    format!("members/{}/statistics", who.member)
}

/// What the list and the details of a member show, which is the same.
async fn shown(by: &Client, who: &str) -> Option<Value> {
    let listed = by.get("members").await.items().into_iter().find(|row| row["member"] == who).unwrap();
    let one = by.get(&format!("members/{who}")).await.expect(200);
    assert_eq!(listed.get("statistics"), one.get("statistics"));
    one.get("statistics").cloned()
}

#[tokio::test]
async fn c6_a_host_reports_calls_handled_and_the_last_report_holds() {
    let (house, _, ada) = centre("professional").await;
    let host = ada.program().await;
    let bo = ada.hire("bo@centre.test", &ada.root, "agent").await;
    let (waiting, _) = ada.pending("waiting@centre.test", &ada.root, "agent").await;
    assert_eq!(shown(&ada, &bo.member).await, Some(json!({})), "nothing was reported yet");
    let told = ada.journal().await;
    for (by, number) in [(&host, 12), (&host, 12), (&ada, 40), (&host, 7), (&host, 0), (&host, 9_007_199_254_740_991_u64)] {
        by.post(&about(&bo), json!({ "calls_handled": number })).await.expect(204);
        assert_eq!(shown(&ada, &bo.member).await, Some(json!({ "calls_handled": number })));
    }
    host.post(&about(&bo), json!({})).await.expect(204);
    assert_eq!(
        shown(&host, &bo.member).await,
        Some(json!({ "calls_handled": 9_007_199_254_740_991_u64 })),
        "what isn't named stays"
    );
    // The program is Ada's, and reports about everybody whom she manages and about herself.
    host.post(&about(&ada), json!({ "calls_handled": 3 })).await.expect(204);
    assert_eq!(shown(&ada, &ada.member).await, Some(json!({ "calls_handled": 3 })));
    host.post(&format!("members/{waiting}/statistics"), json!({ "calls_handled": 1 })).await.refused("conflict", "pending");
    assert_eq!(shown(&ada, &waiting).await, Some(json!({})));
    assert_eq!(ada.journal().await, told, "what was measured is nobody's deed");
    house.verify().await;
}

#[tokio::test]
async fn c6_what_makes_no_sense_is_refused_where_it_stands_and_nothing_of_it_is_kept() {
    let (_, _, ada) = centre("professional").await;
    let bo = ada.hire("bo@centre.test", &ada.root, "agent").await;
    let report = |body: Value| ada.post(&about(&bo), body);
    report(json!({ "calls_handled": 5, "calls_missed": 1 })).await.wrong("/calls_missed", "unknown_statistic");
    report(json!({ "calls_handled": 5, "Calls": 1 })).await.wrong("/Calls", "key");
    report(json!({ "calls_handled": 9_007_199_254_740_992_u64 })).await.wrong("/calls_handled", "statistic_too_high");
    report(json!({ "a/b~c": 1 })).await.wrong("/a~1b~0c", "key");
    let many = |many: u32| Value::Object((0..many).map(|nth| (format!("number_{nth}"), json!(1))).collect());
    report(many(256)).await.wrong("/number_0", "unknown_statistic");
    report(many(257)).await.wrong("", "wrong_type");
    let twice = ada.ask(axum::http::Method::POST, ada.path(&about(&bo))).raw(r#"{"calls_handled":5,"calls_handled":6}"#);
    twice.header("content-type", "application/json").await.wrong("", "duplicate_field");
    for number in [json!(-1), json!(1.5), json!("5"), json!(null), json!(1e300), json!({})] {
        report(json!({ "calls_handled": number })).await.wrong("/calls_handled", "wrong_type");
    }
    assert_eq!(shown(&ada, &bo.member).await, Some(json!({})));
}

#[tokio::test]
async fn c6_the_plan_shows_it_or_not_and_what_was_reported_comes_back_with_it() {
    let (_, operator, ada) = centre("pro_plus").await;
    let bo = ada.hire("bo@centre.test", &ada.root, "agent").await;
    ada.post(&about(&bo), json!({ "calls_handled": 12 })).await.expect(204);
    assert!(!ada.get("members.csv").await.text().contains("calls_handled"), "a sheet is what an import reads");
    switch(&operator, &ada, json!({ "plan": "starter" })).await;
    assert_eq!(shown(&ada, &bo.member).await, None);
    ada.post(&about(&bo), json!({ "calls_handled": 13 })).await.refused("forbidden", "feature_off");
    switch(&operator, &ada, json!({ "features": { "call_statistics": true } })).await;
    assert_eq!(shown(&ada, &bo.member).await, Some(json!({ "calls_handled": 12 })));
    switch(&operator, &ada, json!({ "plan": "professional", "features": { "call_statistics": false } })).await;
    assert_eq!(shown(&ada, &bo.member).await, None);
}

#[tokio::test]
async fn c6_only_who_manages_all_that_somebody_has_reports_about_them() {
    let (_, operator, ada) = centre("professional").await;
    let north = ada.workspace(&ada.root, "North").await;
    let bo = ada.hire("bo@centre.test", &ada.root, "agent").await;
    let mia = ada.hire("mia@centre.test", &ada.root, "manager").await;
    let nora = ada.hire("nora@centre.test", &north, "administrator").await;
    let agent = ada.hire("nick@centre.test", &north, "agent").await;
    let calls = || json!({ "calls_handled": 4 });
    for who in [&bo, &mia] {
        who.post("members/me/statistics", calls()).await.refused("forbidden", "missing_permission");
        who.post(&about(&agent), calls()).await.refused("forbidden", "missing_permission");
    }
    nora.post(&about(&agent), calls()).await.expect(204);
    nora.post("members/me/statistics", calls()).await.expect(204);
    nora.post(&about(&bo), calls()).await.refused("not_found", "");
    // A token that was made for less doesn't report.
    let reads = ada.program_for(json!({ "name": "reads", "permissions": ["members.view"] })).await;
    reads.post(&about(&agent), calls()).await.refused("forbidden", "missing_permission");
    let stranger = operator.found("Other", "eve@other.test", &json!({ "model": "contact-center" })).await;
    stranger.looking_at(&ada).post(&about(&bo), calls()).await.refused("not_found", "");
    // Whoever sees members sees their numbers; agents see nobody's but their own.
    assert_eq!(shown(&mia, &agent.member).await, Some(calls()));
    assert_eq!(agent.get("members/me").await.expect(200)["statistics"], calls());
    bo.get(&format!("members/{}", agent.member)).await.refused("not_found", "");
}

#[tokio::test]
async fn c6_inactive_people_keep_their_numbers_and_deleted_ones_get_them_back() {
    let (house, _, ada) = centre("professional").await;
    let bo = ada.hire("bo@centre.test", &ada.root, "agent").await;
    ada.post(&about(&bo), json!({ "calls_handled": 12 })).await.expect(204);
    ada.deactivate(&bo).await;
    ada.post(&about(&bo), json!({ "calls_handled": 14 })).await.expect(204);
    assert_eq!(shown(&ada, &bo.member).await, Some(json!({ "calls_handled": 14 })), "the last call of the day counts");
    let receipt = ada.post(&format!("members/{}/deletion", bo.member), json!({})).await.expect(200)["id"].clone();
    ada.post(&about(&bo), json!({ "calls_handled": 15 })).await.refused("not_found", "");
    ada.post(&format!("receipts/{}/undo", receipt.as_str().unwrap()), json!({})).await.expect(200);
    assert_eq!(shown(&ada, &bo.member).await, Some(json!({ "calls_handled": 14 })));
    house.verify().await;
}
