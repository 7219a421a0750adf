//! C8: what there is to know and to do something about, each with the one request that mends it.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Client, House};

const DAY: Duration = Duration::from_hours(24);

async fn center() -> (House, Client, Client) {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Center", "chief@example.test", &json!({ "model": "contact-center" })).await;
    (house, operator, chief)
}

async fn queue(chief: &Client, name: &str) -> String {
    let made = chief.post("resources", json!({ "kind": "queue", "name": name })).await.expect(201);
    made["id"].as_str().unwrap().to_owned()
}

async fn told(by: &Client, kind: &str) -> Vec<Value> {
    by.get(&format!("insights?kind={kind}")).await.items()
}

/// Does what mends it, with what is to be chosen filled in.
async fn mend(by: &Client, insight: &Value, chosen: &str) {
    let remedy = &insight["remedy"];
    let path = remedy["path"].as_str().unwrap().replace("{member}", chosen).replace("{resource}", chosen);
    let path = path.strip_prefix("/api/v1").unwrap().to_owned();
    let mut body = remedy["body"].clone();
    if remedy["act"] == "invite" {
        body["emails"] = json!([chosen]);
    }
    let answer = match remedy["method"].as_str().unwrap() {
        "PUT" => by.put(&path, json!({})).await,
        _ => by.post(&path, body).await,
    };
    assert!(answer.status.is_success(), "{remedy}: {}", answer.text());
}

#[tokio::test]
async fn c8_each_is_told_until_its_remedy_is_carried_out() {
    let (house, _, chief) = center().await;
    let (billing, sales) = (queue(&chief, "Billing").await, queue(&chief, "Sales").await);
    let bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    let alone = told(&chief, "too_few_govern").await;
    assert_eq!(alone[0]["governors"], 1);
    mend(&chief, &alone[0], "second@example.test").await;
    let invitation = house.only_invitation(&chief.organization).await;
    chief.accepted("second@example.test", &invitation).await;
    assert!(told(&chief, "too_few_govern").await.is_empty());

    let empty = told(&chief, "nobody_in").await;
    assert_eq!(empty.iter().map(|one| one["resource"]["name"].as_str().unwrap()).collect::<Vec<_>>(), ["Billing", "Sales"]);
    let idle = told(&chief, "in_none").await;
    assert_eq!((idle.len(), &idle[0]["member"]["member"]), (1, &json!(bo.member)), "who assigns queues needn't be in one");
    mend(&chief, &empty[0], &bo.member).await;
    assert!(told(&chief, "in_none").await.is_empty());
    mend(&chief, &told(&chief, "nobody_in").await[0], &bo.member).await;
    assert!(told(&chief, "nobody_in").await.is_empty());
    for queue in [&billing, &sales] {
        chief.delete(&format!("resources/{queue}/members/{}", bo.member)).await.expect(204);
    }
    mend(&chief, &told(&chief, "in_none").await[0], &sales).await;
    assert_eq!(told(&chief, "nobody_in").await.len(), 1);

    chief.invite("late@example.test", &chief.root, "agent", &[]).await;
    assert!(told(&chief, "unanswered").await.is_empty());
    house.pass(8 * DAY);
    let chief = house.sign_in(&chief.email).await;
    let late = told(&chief, "unanswered").await;
    assert_eq!(late[0]["member"]["email"], "late@example.test");
    mend(&chief, &late[0], "").await;
    assert!(told(&chief, "unanswered").await.is_empty());

    assert!(told(&chief, "not_active").await.is_empty());
    house.pass(31 * DAY);
    let chief = house.sign_in(&chief.email).await;
    let gone: Vec<String> =
        told(&chief, "not_active").await.iter().map(|one| one["member"]["email"].as_str().unwrap().to_owned()).collect();
    assert!(gone.contains(&bo.email) && !gone.contains(&chief.email), "{gone:?}");
    let of_bo = async || told(&chief, "not_active").await.into_iter().find(|one| one["member"]["member"] == json!(bo.member));
    mend(&chief, &of_bo().await.unwrap(), "").await;
    assert!(of_bo().await.is_none());
    house.verify().await;
}

#[tokio::test]
async fn c8_onboarding_is_computed_from_what_there_is() {
    let (_, _, chief) = center().await;
    let sales = queue(&chief, "Sales").await;
    chief.invite("new@example.test", &chief.root, "agent", &[]).await;
    let of = async |email: &str| told(&chief, "onboarding").await.into_iter().find(|one| one["member"]["email"] == email);
    let steps = |one: &Value| -> Vec<(String, bool)> {
        let steps = one["steps"].as_array().unwrap().iter();
        steps.map(|step| (step["step"].as_str().unwrap().to_owned(), step["done"].as_bool().unwrap())).collect()
    };
    let waits = of("new@example.test").await.unwrap();
    let open = |names: &[(&str, bool)]| names.iter().map(|(name, done)| ((*name).to_owned(), *done)).collect::<Vec<_>>();
    assert_eq!(steps(&waits), open(&[("accepted", false), ("named", false), ("assigned", false), ("active", false)]));
    mend(&chief, &waits, "").await;
    let invitation = waits["invitation"].as_str().unwrap();
    let new = chief.accepted("new@example.test", invitation).await;
    new.get("").await.expect(200);
    let come = of("new@example.test").await.unwrap();
    assert_eq!(steps(&come)[..3], open(&[("accepted", true), ("named", true), ("assigned", false)]));
    mend(&chief, &come, &sales).await;
    new.post("presence", json!({})).await.expect(204);
    assert!(of("new@example.test").await.is_none_or(|one| steps(&one).iter().all(|(step, done)| *done || step == "active")));
}

#[tokio::test]
async fn c8_whoever_has_more_than_most_and_does_nothing_with_it_is_told_of() {
    let (house, _, chief) = center().await;
    let lead = chief.hire("lead@example.test", &chief.root, "manager").await;
    for nth in 0..9 {
        chief.hire(&format!("agent{nth}@example.test"), &chief.root, "agent").await;
    }
    assert!(told(&chief, "wider_level").await.is_empty(), "nobody has had time yet");
    house.pass(31 * DAY);
    let chief = house.sign_in(&chief.email).await;
    let wider = told(&chief, "wider_level").await;
    assert_eq!(wider.len(), 1, "and nobody is to take the chair from one of two: {wider:?}");
    assert_eq!((&wider[0]["member"]["email"], &wider[0]["instead"]), (&json!(lead.email), &json!("agent")));
    mend(&chief, &wider[0], "").await;
    assert!(told(&chief, "wider_level").await.is_empty());
    house.verify().await;
}

#[tokio::test]
async fn c8_pages_go_through_all_of_them_and_what_is_asked_for_has_to_be_one() {
    let (house, _, chief) = center().await;
    for name in ["Billing", "Sales", "Support"] {
        queue(&chief, name).await;
    }
    let bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    chief.hire("cy@example.test", &chief.root, "agent").await;
    let whole: Vec<Value> = chief.get("insights").await.items();
    let kinds: Vec<&str> = whole.iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert!(kinds.starts_with(&["too_few_govern", "nobody_in", "nobody_in", "nobody_in", "in_none", "in_none"]), "{kinds:?}");
    let (mut page, mut walked) = ("insights?limit=1".to_owned(), Vec::new());
    loop {
        let answer = chief.get(&page).await.expect(200);
        walked.extend(answer["items"].as_array().unwrap().clone());
        let Some(next) = answer["next"].as_str() else { break };
        page = format!("insights?limit=1&cursor={next}");
    }
    assert_eq!(walked, whole);
    bo.get("insights").await.refused("forbidden", "missing_permission");
    chief.get("insights?kind=everything").await.wrong("kind", "unknown_kind");
    chief.get("insights?not_active_for_days=0").await.wrong("not_active_for_days", "days");
    let program = chief.program().await;
    assert_eq!(program.get("insights").await.items().len(), whole.len());
    // Whoever may look and not act is told without being offered what to do.
    let manager = chief.hire("mia@example.test", &chief.root, "manager").await;
    assert!(told(&manager, "too_few_govern").await[0]["remedy"].is_null());
    assert!(told(&manager, "nobody_in").await.iter().all(|one| one["remedy"]["act"] == "assign"));
    house.verify().await;
}
