//! Inviting many at once, and how their mails leave.

use std::num::NonZeroU32;
use std::time::Duration;

use serde_json::{Value, json};
use tenure_domain::invitation::MailLimits;
use tokio::time::timeout;

use crate::support::{Client, House};

fn body(owner: &Client, emails: &[String]) -> Value {
    json!({ "emails": emails, "workspace": owner.root, "levels": ["agent"] })
}

fn outcomes(results: &Value) -> Vec<(String, String)> {
    let word = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    results["results"].as_array().unwrap().iter().map(|one| (word(one, "email"), word(one, "outcome"))).collect()
}

fn guests(numbers: std::ops::Range<u32>) -> Vec<String> {
    numbers.map(|number| format!("guest{number}@d{}.example.test", number % 7)).collect()
}

#[tokio::test]
async fn p2_however_many_are_invited_each_is_answered_on_their_own_and_in_their_order() {
    let (house, owner) = House::governed().await;
    owner.hire("ann@example.test", &owner.root, "agent").await;
    let mut emails = guests(0..250);
    emails.insert(30, "nonsense".to_owned());
    // The same as one in the first hundred, and as one of the second.
    emails.insert(150, "Guest3@d3.example.test".to_owned());
    emails.insert(220, "guest120@d1.example.test".to_owned());
    emails.insert(240, "ann@example.test".to_owned());
    let results = owner.post("invitations", body(&owner, &emails)).await.expect(200);
    let came = outcomes(&results);
    assert_eq!(came.iter().map(|(email, _)| email.clone()).collect::<Vec<_>>(), emails, "in their order");
    let others = [(30, "invalid"), (150, "duplicate"), (220, "duplicate"), (240, "already_member")];
    for (nth, (email, outcome)) in came.iter().enumerate() {
        let expected = others.iter().find(|(other, _)| *other == nth).map_or("invited", |(_, outcome)| outcome);
        assert_eq!(outcome, expected, "{nth}: {email}");
    }
    house.verify().await;
}

#[tokio::test]
async fn r9_seats_run_out_among_many_and_the_others_are_told_so() {
    let (house, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "seats": 131 })).await.expect(200);
    let came = outcomes(&owner.post("invitations", body(&owner, &guests(0..240))).await.expect(200));
    let words: Vec<&str> = came.iter().map(|(_, outcome)| outcome.as_str()).collect();
    assert!(
        words[..130].iter().all(|word| *word == "invited") && words[130..].iter().all(|word| *word == "seats_full"),
        "{words:?}"
    );
    house.verify().await;
}

#[tokio::test]
async fn h10_what_is_broken_off_goes_on_behind_those_who_are_invited_and_nobody_is_invited_twice() {
    let (house, owner) = House::governed().await;
    let emails = guests(0..450);
    let ask = || owner.post("invitations", body(&owner, &emails)).header("idempotency-key", "many");
    // Each time it is broken off somewhere: within a hundred, or between two.
    let (mut patience, mut halfway) = (3, 0);
    let first = loop {
        match timeout(Duration::from_millis(patience), ask().into_future()).await {
            Ok(answer) => break answer,
            Err(_) => patience += 9,
        }
        halfway += usize::from(!owner.get("invitations?limit=1").await.items().is_empty());
    };
    assert!(halfway > 0, "it was broken off when some were invited and others weren't");
    let came = outcomes(&first.expect(200));
    assert_eq!(came.len(), 450);
    assert!(came.iter().all(|(_, outcome)| outcome == "invited"));
    let after = house.everything().await;
    let again = ask().await;
    assert_eq!((again.header("idempotency-replayed"), &again.body), (Some("true"), &first.body));
    assert_eq!(house.everything().await, after);
    // One mail each: no link was ever made anew.
    let mut versions = Vec::new();
    let mut page = owner.get("invitations?limit=200").await;
    loop {
        versions.extend(page.items().iter().map(|one| one["version"].as_u64().unwrap()));
        match page.json()["next"].as_str() {
            Some(next) => page = owner.get(&format!("invitations?limit=200&cursor={next}")).await,
            None => break,
        }
    }
    assert_eq!((versions.len(), versions.iter().max()), (450, Some(&1)));
    house.verify().await;
}

#[tokio::test]
async fn g5_mails_of_invitations_leave_in_measure_and_beyond_what_may_wait_nobody_is_invited() {
    let some = |number| NonZeroU32::new(number).unwrap();
    let limits = MailLimits { an_hour: some(10), an_hour_to_a_domain: some(4), waiting: 6 };
    let (house, owner) = House::with_mail_limits(limits).await;
    let to = |domain: &str, numbers: std::ops::Range<u32>| -> Vec<String> {
        numbers.map(|number| format!("p{number}@{domain}.example.test")).collect()
    };
    let words = |results: &Value| outcomes(results).into_iter().map(|(_, outcome)| outcome).collect::<Vec<_>>();
    // Four leave to one domain now, and two wait.
    let first = owner.post("invitations", body(&owner, &to("one", 0..6))).await.expect(200);
    assert_eq!(words(&first), ["invited"; 6]);
    // Six more leave now, and four wait with the two: that is all that may.
    let mixed = [to("two", 0..4), to("three", 0..4), to("four", 0..4)].concat();
    let second = owner.post("invitations", body(&owner, &mixed)).await.expect(200);
    assert_eq!(words(&second), [["invited"; 10].as_slice(), ["rate_limited"; 2].as_slice()].concat());
    let noon = house.now();
    let hour = |number: u64| tenure_http_base::rfc3339(noon.plus(Duration::from_hours(number)));
    let due = |all: &[Value]| {
        let mut due: Vec<String> = all.iter().map(|one| one["delivery"]["due_at"].as_str().unwrap().to_owned()).collect();
        due.sort();
        due
    };
    let listed = owner.get("invitations").await;
    let (now, next) = (vec![hour(0); 10], vec![hour(1); 6]);
    assert_eq!(due(&listed.items()), [now, next].concat(), "it is noon sharp");
    // Sending again takes room of its own; none is left, of this hour or to wait.
    let one = second["results"][0]["invitation"].as_str().unwrap();
    owner.post(&format!("invitations/{one}/resend"), json!({})).await.refused("conflict", "rate_limited");
    owner
        .patch(&format!("invitations/{one}"), json!({ "email": "right@five.example.test" }))
        .await
        .refused("conflict", "rate_limited");
    // Who is a member already is told at once, and what waits doesn't stop anybody else's work.
    let child = owner.workspace(&owner.root, "North").await;
    let active = json!({ "emails": "olga@example.test", "workspace": child, "levels": ["agent"] });
    owner.post("invitations", active).await.expect(200);
    // The hours pass.
    house.pass(Duration::from_hours(1));
    let third = owner.post("invitations", body(&owner, &to("four", 2..4))).await.expect(200);
    assert_eq!(words(&third), ["invited"; 2]);
    owner.post(&format!("invitations/{one}/resend"), json!({})).await.expect(200);
    house.verify().await;
}

#[tokio::test]
async fn a3_whoever_loses_the_right_among_many_is_told_so_for_the_others_and_the_answer_stays() {
    let (house, owner) = House::governed().await;
    let child = owner.workspace(&owner.root, "North").await;
    let lead = owner.hire("lea@example.test", &owner.root, "manager").await;
    owner.regrant(&lead, &child, "agent", &[]).await;
    let ask = || lead.post("invitations", body(&owner, &guests(0..150))).header("idempotency-key", "many");
    assert!(outcomes(&ask().await.expect(200)).iter().all(|(_, outcome)| outcome == "invited"));
    // As if it had been broken off after the first hundred.
    house.forget_later_parts().await;
    owner.revoke(&lead, &owner.root).await;
    let before = owner.get("invitations?limit=200").await.column("version");
    assert_eq!(before.len(), 150);
    let first = ask().await;
    let came = outcomes(&first.expect(200));
    let words: Vec<&str> = came.iter().map(|(_, outcome)| outcome.as_str()).collect();
    assert_eq!(words, [["invited"; 100].as_slice(), ["not_allowed"; 50].as_slice()].concat());
    let results = first.json();
    assert_eq!(results["results"][149]["rule"], "missing_permission", "{results}");
    let again = ask().await;
    assert_eq!((again.header("idempotency-replayed"), &again.body), (Some("true"), &first.body));
    assert_eq!(owner.get("invitations?limit=200").await.column("version"), before, "nobody was invited by it");
    // Asked for anew, it is refused as a whole.
    lead.post("invitations", body(&owner, &guests(0..150))).await.expect(404);
    house.verify().await;
}

#[tokio::test]
async fn g5_a_link_lives_when_its_mail_leaves() {
    let some = |number| NonZeroU32::new(number).unwrap();
    let limits = MailLimits { an_hour: some(100), an_hour_to_a_domain: some(1), waiting: 100 };
    let (house, owner) = House::with_mail_limits(limits).await;
    let to = |numbers: std::ops::Range<u32>| numbers.map(|number| format!("p{number}@one.example.test")).collect::<Vec<_>>();
    let soon = tenure_http_base::rfc3339(house.now().plus(Duration::from_mins(90)));
    let mut asked = body(&owner, &to(0..4));
    asked["expires_at"] = json!(soon);
    let came = outcomes(&owner.post("invitations", asked).await.expect(200));
    let words: Vec<&str> = came.iter().map(|(_, outcome)| outcome.as_str()).collect();
    assert_eq!(words, ["invited", "invited", "rate_limited", "rate_limited"], "in two hours the links would be dead");
    // The usual time begins when the mail leaves.
    let came = owner.post("invitations", body(&owner, &to(4..5))).await.expect(200);
    let id = came["results"][0]["invitation"].as_str().unwrap();
    let listed = owner.get("invitations").await.items();
    let one = listed.iter().find(|one| one["id"] == id).unwrap();
    let leaves = tenure_http_base::rfc3339(house.now().plus(Duration::from_hours(2)));
    let ends = tenure_http_base::rfc3339(house.now().plus(Duration::from_hours(2 + 7 * 24)));
    assert_eq!((&one["delivery"]["due_at"], &one["expires_at"]), (&json!(leaves), &json!(ends)));
    house.verify().await;
}

#[tokio::test]
async fn g5_an_organization_waits_for_itself_alone() {
    let limits = MailLimits { an_hour: NonZeroU32::MIN, an_hour_to_a_domain: NonZeroU32::MIN, waiting: 0 };
    let (house, owner) = House::with_mail_limits(limits).await;
    let other = owner.found("Beta", "chief@example.test", &json!({ "model": "workspace" })).await;
    for who in [&owner, &other] {
        let came = outcomes(&who.post("invitations", body(who, &guests(0..2))).await.expect(200));
        assert_eq!((came[0].1.as_str(), came[1].1.as_str()), ("invited", "rate_limited"));
    }
    house.verify().await;
}

#[tokio::test]
async fn r3_what_nobody_or_nobody_new_can_be_offered_is_refused_before_anybody_is_invited() {
    let (house, operator) = House::governed().await;
    let admin = operator.found("Partner Network", "ada@network.test", &json!({ "model": "partner-network" })).await;
    let partner = admin.post("resources", json!({ "kind": "partner", "name": "Acme" })).await.expect(201)["id"].clone();
    let asked = |emails: &[String], changes: Value| {
        let mut asked = json!({ "emails": emails, "workspace": admin.root, "levels": ["partner"] });
        asked.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        asked
    };
    let known = guests(0..120);
    let one = json!({ "selections": { "partner": { "resources": [partner] } } });
    let came = outcomes(&admin.post("invitations", asked(&known, one)).await.expect(200));
    assert!(came.iter().all(|(_, outcome)| outcome == "invited"));
    let before = house.everything().await;
    // The newcomer is among the second hundred: there is no partner that they would have.
    let many = [known.clone(), guests(120..121)].concat();
    admin.post("invitations", asked(&many, json!({}))).await.wrong("/selections/partner", "selection_required");
    let past = json!({ "expires_at": tenure_http_base::rfc3339(house.now()) });
    admin.post("invitations", asked(&known, past)).await.wrong("/expires_at", "bad_expiry");
    // What makes no sense for anybody is wrong for who is a member already, too.
    let nothing = json!({ "selections": { "ship": { "resources": [partner] } } });
    let here = ["ada@network.test".to_owned()];
    let answer = admin.post("invitations", asked(&here, nothing)).await;
    assert_eq!(answer.status, 422, "{answer}");
    assert_eq!(house.everything().await, before);
    // Those who have one keep it.
    let came = outcomes(&admin.post("invitations", asked(&known, json!({}))).await.expect(200));
    assert!(came.iter().all(|(_, outcome)| outcome == "invited"), "{came:?}");
    house.verify().await;
}
