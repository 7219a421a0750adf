//! P6: the same for many people, each answered on their own; a hundred at once, more as a job.

use std::time::Duration;

use serde_json::{Value, json};
use tenure_port_store::Store as _;

use crate::support::{Answer, Client, House};

/// Invites so many people, who stay pending: their memberships.
async fn pending(owner: &Client, range: std::ops::Range<usize>) -> Vec<String> {
    let emails: Vec<String> = range.map(|nth| format!("person{nth}@example.test")).collect();
    let mut members = Vec::new();
    for emails in emails.chunks(100) {
        let body = json!({ "emails": emails, "workspace": owner.root, "levels": ["agent"] });
        let results = owner.post("invitations", body).await.expect(200)["results"].clone();
        members.extend(results.as_array().unwrap().iter().map(|one| one["member"].as_str().unwrap().to_owned()));
    }
    members
}

fn outcomes(job: &Value) -> Vec<(String, Value, Value)> {
    let one = |one: &Value| (one["member"].as_str().unwrap().to_owned(), one["outcome"].clone(), one["code"].clone());
    job["results"].as_array().unwrap().iter().map(one).collect()
}

/// Carries on with what waits, as a server does, until there is nothing left.
pub(super) async fn work(house: &House) {
    while let Some(claimed) = house.store().job_queue().claim(house.now(), Duration::from_secs(15)).await.unwrap() {
        let mut job = claimed;
        while job.ended_at.is_none() {
            job = house.tenure().step(&job).await.unwrap();
        }
    }
}

#[tokio::test]
async fn p6_several_people_are_deleted_each_answered_on_their_own_and_all_brought_back() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let (bo, cy) = (owner.hire("bo@example.test", &north, "agent").await, owner.hire("cy@example.test", &north, "agent").await);
    let successor = owner.hire("sue@example.test", &owner.root, "agent").await;
    owner.contact(&north, "Ada", Some(&bo.member)).await;
    owner.contact(&north, "Grace", Some(&cy.member)).await;
    let nobody = "00000000-0000-7000-8000-00000000dead";
    house.tape().start();
    let body = json!({
        "members": [bo.member, owner.member, nobody, cy.member, bo.member], "contacts": { "assign_to": successor.member },
        "reason": "The branch closed",
    });
    let job = owner.post("members/deletion", body).await.expect(200);
    owner.get(&format!("jobs/{}?outcome=refused", job["id"].as_str().unwrap())).await.expect(200);
    owner.get("jobs").await.expect(200);
    golden!("bulk", house.tape().take());
    let done = |member: &str| (member.to_owned(), json!("done"), Value::Null);
    let refused = |member: &str, code: &str| (member.to_owned(), json!("refused"), json!(code));
    let expected = [done(&bo.member), refused(&owner.member, "not_oneself"), refused(nobody, "not_found"), done(&cy.member)];
    assert_eq!(outcomes(&job), expected, "whoever is named twice is answered once");
    assert_eq!((&job["state"], &job["total"], &job["done"], &job["refused"]), (&json!("done"), &json!(4), &json!(2), &json!(2)));
    assert_eq!(owner.get(&format!("contacts?assignee={}", successor.member)).await.items().len(), 2);
    bo.get("members/me").await.refused("unauthenticated", "");
    let reasons = owner.get("journal?kind=member_deleted").await.column("reason");
    assert_eq!(reasons, ["The branch closed"; 2]);
    let undone = owner.post(&format!("jobs/{}/undo", job["id"].as_str().unwrap()), json!({})).await.expect(200);
    assert_eq!(outcomes(&undone), [done(&bo.member), done(&cy.member)]);
    assert_eq!((&undone["task"], &undone["undoes"]), (&json!("undo"), &job["id"]));
    bo.get("members/me").await.refused("unauthenticated", "");
    house.sign_in(&bo.email).await.get("members/me").await.expect(200);
    assert_eq!(owner.get(&format!("contacts?assignee={}", bo.member)).await.items().len(), 1);
    // Twice is refused for each, and what brought people back leaves nothing to undo.
    let again = owner.post(&format!("jobs/{}/undo", job["id"].as_str().unwrap()), json!({})).await.expect(200);
    assert_eq!(outcomes(&again), [refused(&bo.member, "already_undone"), refused(&cy.member, "already_undone")]);
    owner.post(&format!("jobs/{}/undo", undone["id"].as_str().unwrap()), json!({})).await.refused("conflict", "nothing_to_undo");
    house.verify().await;
}

#[tokio::test]
async fn p6_all_who_match_a_filter_are_those_who_match_when_it_is_asked_for() {
    let (house, owner) = House::governed().await;
    let first = pending(&owner, 0..230).await;
    let body = json!({ "matching": { "status": ["pending"] } });
    let answer = owner.post("members/deletion", body).await;
    let location = answer.header("location").unwrap().to_owned();
    let begun = answer.expect(202);
    assert_eq!((&begun["state"], &begun["total"], &begun["done"]), (&json!("running"), &json!(230), &json!(0)));
    // Who comes later matches too, and isn't meant.
    let later = pending(&owner, 230..235).await;
    work(&house).await;
    let ended = owner.get(location.trim_start_matches("/api/v1")).await.expect(200);
    assert_eq!((&ended["state"], &ended["done"], &ended["refused"]), (&json!("done"), &json!(230), &json!(0)));
    let left: Vec<String> = owner.get("members?status=pending&limit=200").await.column("member");
    assert_eq!(left.len(), later.len());
    assert!(later.iter().all(|member| left.contains(member)));
    assert_eq!(owner.get("journal?kind=invitation_withdrawn&limit=200").await.items().len(), 200, "each left its entry");
    // All pages of it, in order, each person once.
    let (mut people, mut next) = (Vec::new(), Some(String::new()));
    while let Some(cursor) = next {
        let at = if cursor.is_empty() { String::new() } else { format!("&cursor={cursor}") };
        let page = owner.get(&format!("jobs/{}?limit=100{at}", ended["id"].as_str().unwrap())).await.expect(200);
        people.extend(outcomes(&page).into_iter().map(|(member, ..)| member));
        next = page["next"].as_str().map(str::to_owned);
    }
    people.sort_unstable();
    let mut all = first;
    all.sort_unstable();
    assert_eq!(people, all);
    house.verify().await;
}

#[tokio::test]
async fn r16_a_job_goes_on_with_the_rights_of_each_moment_and_stops_with_its_makers_membership() {
    let (house, owner) = House::governed().await;
    pending(&owner, 0..250).await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let job = manager.post("members/deletion", json!({ "matching": { "status": ["pending"] } })).await.expect(202);
    // It was begun by somebody who signs out: that ends nothing.
    manager.delete("/session").await.expect(204);
    let claim = || async { house.store().job_queue().claim(house.now(), Duration::from_secs(15)).await.unwrap() };
    let claimed = claim().await.expect("it waits for somebody");
    assert!(claim().await.is_none(), "it is somebody's now");
    let stepped = house.tenure().step(&claimed).await.unwrap();
    assert_eq!((stepped.done, stepped.refused), (100, 0));
    // From here on they may not do it any more.
    owner.regrant(&manager, &owner.root, "agent", &[]).await;
    let stepped = house.tenure().step(&stepped).await.unwrap();
    assert_eq!((stepped.done, stepped.refused), (100, 100));
    owner.deactivate(&manager).await;
    let ended = house.tenure().step(&stepped).await.unwrap();
    assert_eq!((ended.state.word(), ended.done, ended.refused), ("stopped", 100, 100));
    assert_eq!(owner.get("members?status=pending&limit=200").await.items().len(), 150);
    // It is their maker's alone to see.
    owner.get(&format!("jobs/{}", job["id"].as_str().unwrap())).await.refused("not_found", "");
    owner.post(&format!("jobs/{}/undo", job["id"].as_str().unwrap()), json!({})).await.refused("not_found", "");
    assert!(owner.get("jobs").await.items().is_empty());
    house.verify().await;
}

#[tokio::test]
async fn h10_whoever_carries_on_with_a_job_at_the_same_time_nobodys_turn_comes_twice() {
    let (house, owner) = House::governed().await;
    pending(&owner, 0..150).await;
    owner.post("members/deletion", json!({ "matching": { "status": ["pending"] } })).await.expect(202);
    let claimed = house.store().job_queue().claim(house.now(), Duration::from_secs(15)).await.unwrap().unwrap();
    // A lease that ran out while its holder was slow: both carry on.
    house.pass(Duration::from_secs(16));
    let again = house.store().job_queue().claim(house.now(), Duration::from_secs(15)).await.unwrap().unwrap();
    assert_eq!(again.id, claimed.id);
    let (one, other) = tokio::join!(house.tenure().step(&claimed), house.tenure().step(&again));
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one.done.max(other.done), 150);
    assert_eq!(house.table("journal").await.iter().filter(|entry| entry.contains("'invitation_withdrawn'")).count(), 150);
    let after = house.tenure().step(&one).await.unwrap();
    assert_eq!((after.done, after.refused, after.state.word()), (150, 0, "done"));
    house.verify().await;
}

#[tokio::test]
async fn many_grants_get_other_levels_and_keep_what_goes_with_them() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let agent = owner.hire_with("bo@example.test", &north, "agent", &["no_calls"]).await;
    let above = owner.hire("ann@example.test", &owner.root, "agent").await;
    let manager = owner.hire("mia@example.test", &north, "manager").await;
    let body =
        |levels: Value| json!({ "members": [agent.member, above.member, manager.member], "workspace": north, "levels": levels });
    let job = owner.post("members/levels", body(json!(["manager"]))).await.expect(200);
    let codes: Vec<Value> = outcomes(&job).into_iter().map(|(_, outcome, code)| json!([outcome, code])).collect();
    assert_eq!(codes, [json!(["done", null]), json!(["refused", "not_found"]), json!(["done", null])]);
    let grant = owner.get(&agent.grant(&north)).await.expect(200);
    assert_eq!(
        (&grant["levels"], &grant["restrictions"]),
        (&json!(["manager"]), &json!([])),
        "no manager carries that restriction"
    );
    // What its maker may do to nobody is refused as a whole.
    manager.post("members/levels", body(json!(["owner"]))).await.refused("forbidden", "not_manageable");
    agent
        .post("members/levels", json!({ "members": [above.member], "workspace": owner.root, "levels": ["agent"] }))
        .await
        .refused("not_found", "");
    owner.post("members/levels", body(json!(["chief"]))).await.refused("invalid", "unknown_level");
    owner.post("members/levels", body(json!([]))).await.refused("invalid", "no_level");
    above.post("members/deletion", json!({ "members": [agent.member] })).await.refused("forbidden", "missing_permission");
    house.verify().await;
}

#[tokio::test]
async fn a_request_that_comes_twice_begins_one_job() {
    let (house, owner) = House::governed().await;
    let members = pending(&owner, 0..3).await;
    let once = || owner.post("members/deletion", json!({ "members": members })).header("idempotency-key", "once");
    let first = once().await;
    let second: Answer = once().await;
    assert_eq!(second.header("idempotency-replayed"), Some("true"));
    assert_eq!(first.expect(200), second.expect(200));
    assert_eq!(owner.get("jobs").await.items().len(), 1);
    house.verify().await;
}

#[tokio::test]
async fn h12_a_job_that_ended_is_swept_after_a_month_with_its_people() {
    let (house, owner) = House::governed().await;
    let members = pending(&owner, 0..3).await;
    owner.post("members/deletion", json!({ "members": members })).await.expect(200);
    house.pass(Duration::from_hours(29 * 24));
    house.store().errands().sweep(house.now(), 100).await.unwrap();
    assert_eq!((house.table("jobs").await.len(), house.table("job_items").await.len()), (1, 3));
    house.pass(Duration::from_hours(2 * 24));
    house.store().errands().sweep(house.now(), 100).await.unwrap();
    assert_eq!((house.table("jobs").await.len(), house.table("job_items").await.len()), (0, 0));
}

#[tokio::test]
async fn somebody_whose_row_is_broken_is_answered_as_failed_and_is_in_nobody_elses_way() {
    let (house, owner) = House::governed().await;
    pending(&owner, 0..130).await;
    let broken = owner.hire("bo@example.test", &owner.root, "agent").await;
    house.break_profile(&owner.organization, &broken.member).await;
    let everybody = owner.get("members?status=pending&limit=200").await.column("member");
    let members: Vec<&String> = everybody[..65].iter().chain([&broken.member]).chain(&everybody[65..]).collect();
    let job = owner.post("members/deletion", json!({ "members": members })).await.expect(202)["id"].as_str().unwrap().to_owned();
    let (done, end) = tokio::sync::oneshot::channel::<()>();
    let works = tokio::spawn({
        let tenure = house.tenure().clone();
        async move { tenure.work(async move { drop(end.await) }).await }
    });
    let deadline = std::time::Instant::now() + Duration::from_secs(30);
    let ended = loop {
        let now = owner.get(&format!("jobs/{job}")).await.expect(200);
        if now["state"] == "done" {
            break now;
        }
        assert!(std::time::Instant::now() < deadline, "it doesn't get on: {now}");
        tokio::task::yield_now().await;
    };
    drop(done);
    works.await.unwrap();
    assert_eq!((&ended["done"], &ended["refused"]), (&json!(130), &json!(1)));
    let refused = owner.get(&format!("jobs/{job}?outcome=refused")).await.expect(200)["results"][0].clone();
    assert_eq!((&refused["member"], &refused["code"]), (&json!(broken.member), &json!("failed")));
}

#[tokio::test]
async fn r8_of_all_who_govern_one_stays_though_all_are_deleted_together() {
    let (house, owner) = House::governed().await;
    let others =
        [owner.hire("bo@example.test", &owner.root, "owner").await, owner.hire("cy@example.test", &owner.root, "owner").await];
    let pat = owner.pending("pat@example.test", &owner.root, "agent").await.0;
    let agent = owner.hire("ada@example.test", &owner.root, "agent").await;
    let members = [&others[0].member, &pat, &owner.member, &agent.member, &others[1].member];
    let body = json!({ "members": members, "contacts": { "assign_to": owner.member } });
    let done = owner.post("members/deletion", body).await.expect(200);
    let of = |member: &str| {
        let results = done["results"].as_array().unwrap();
        results.iter().find(|one| one["member"] == member).map(|one| (one["outcome"].clone(), one["code"].clone())).unwrap()
    };
    assert_eq!(of(&owner.member), (json!("refused"), json!("not_oneself")));
    for gone in [&others[0].member, &pat, &agent.member, &others[1].member] {
        assert_eq!(of(gone).0, "done", "{done}");
    }
    assert_eq!(owner.get("members").await.items().len(), 1);
    house.verify().await;
}
