//! The hours in which mails of invitations leave, and what becomes of room that isn't needed any more.

use std::num::NonZeroU32;
use std::time::Duration;

use serde_json::{Value, json};
use tenure_domain::Instant;
use tenure_domain::invitation::MailLimits;
use tenure_http_base::rfc3339;

use crate::support::{Client, House};

/// One mail an hour to a domain, and three that may wait.
async fn narrow() -> (House, Client) {
    let some = |number| NonZeroU32::new(number).unwrap();
    House::with_mail_limits(MailLimits { an_hour: some(3), an_hour_to_a_domain: NonZeroU32::MIN, waiting: 3 }).await
}

/// What came of inviting this address: the outcome, the member and the invitation.
async fn invite(owner: &Client, email: &str) -> (String, String, String) {
    let body = json!({ "emails": email, "workspace": owner.root, "levels": ["agent"] });
    let results = owner.post("invitations", body).await.expect(200);
    let word = |key: &str| results["results"][0][key].as_str().unwrap_or_default().to_owned();
    (word("outcome"), word("member"), word("invitation"))
}

/// When this invitation's mail leaves, in hours from now on.
async fn due(house: &House, owner: &Client, invitation: &str) -> u64 {
    let listed = owner.get("invitations").await.items();
    let one = listed.iter().find(|one| one["id"] == invitation).unwrap();
    let at = one["delivery"]["due_at"].as_str().unwrap();
    let leaves = |hour: &u64| rfc3339(beginning(house.now(), *hour)) == at;
    (0..9).find(leaves).unwrap_or_else(|| panic!("{at}"))
}

fn beginning(now: Instant, hours: u64) -> Instant {
    if hours == 0 { now } else { now.plus(Duration::from_hours(hours)) }
}

/// Fills the hours of one domain: one mail leaves now, and three wait. Gives the last three, in the order in which they leave.
async fn fill(owner: &Client, domain: &str) -> Vec<(String, String)> {
    let mut waiting = Vec::new();
    for nth in 0..4 {
        let (outcome, member, invitation) = invite(owner, &format!("p{nth}@{domain}.example.test")).await;
        assert_eq!(outcome, "invited");
        waiting.push((member, invitation));
    }
    assert_eq!(invite(owner, &format!("late@{domain}.example.test")).await.0, "rate_limited");
    waiting.split_off(1)
}

#[tokio::test]
async fn g5_whoever_ends_an_invitation_that_waits_gives_its_room_to_others() {
    for way in ["withdrawn", "declined", "accepted", "deleted", "revoked", "in a job"] {
        let (house, owner) = narrow().await;
        let waiting = fill(&owner, "one").await;
        let (member, invitation) = &waiting[1];
        match way {
            "withdrawn" => {
                owner.delete(&format!("invitations/{invitation}")).await.expect(204);
            }
            "declined" => {
                let token = house.link(&owner.organization, invitation).await;
                house.anyone().post("/invitation/refuse", json!({ "token": token })).await.expect(204);
            }
            "accepted" => {
                owner.accepted("p2@one.example.test", invitation).await;
            }
            "deleted" => {
                owner.post(&format!("members/{member}/deletion"), json!({})).await.expect(200);
            }
            "revoked" => {
                let path = format!("members/{member}/grants/{}/revocation", owner.root);
                owner.post(&path, json!({})).await.expect(200);
            }
            _ => {
                owner.job(&[member]).await;
            }
        }
        let (outcome, _, next) = invite(&owner, "next@one.example.test").await;
        assert_eq!((outcome.as_str(), due(&house, &owner, &next).await), ("invited", 2), "{way}");
        assert_eq!(invite(&owner, "late@one.example.test").await.0, "rate_limited", "{way}: and no more than that");
        house.verify().await;
    }
}

#[tokio::test]
async fn g5_what_has_left_was_sent_and_gives_nothing_back() {
    let (house, owner) = narrow().await;
    let waiting = fill(&owner, "one").await;
    house.pass(Duration::from_hours(1));
    owner.delete(&format!("invitations/{}", waiting[0].1)).await.expect(204);
    let (_, _, next) = invite(&owner, "next@one.example.test").await;
    assert_eq!(due(&house, &owner, &next).await, 3, "the mail of this hour is out");
    house.verify().await;
}

#[tokio::test]
async fn g5_sent_again_a_mail_that_waits_keeps_its_place_and_takes_no_more_room() {
    let (house, owner) = narrow().await;
    let waiting = fill(&owner, "one").await;
    let hours = house.table("invitation_mails").await;
    for (nth, (_, invitation)) in waiting.iter().enumerate() {
        owner.post(&format!("invitations/{invitation}/resend"), json!({})).await.expect(200);
        let (outcome, _, again) = invite(&owner, &format!("p{}@one.example.test", nth + 1)).await;
        assert_eq!((outcome.as_str(), &again), ("invited", invitation));
        assert_eq!(due(&house, &owner, invitation).await, nth as u64 + 1);
    }
    assert_eq!(house.table("invitation_mails").await, hours);
    // The usual life of the new link still begins when its mail leaves.
    let listed = owner.get("invitations").await.items();
    let last = listed.iter().find(|one| one["id"] == waiting[2].1.as_str()).unwrap();
    assert_eq!(last["expires_at"], json!(rfc3339(house.now().plus(Duration::from_hours(3 + 7 * 24)))));
    house.verify().await;
}

#[tokio::test]
async fn g5_corrected_a_mail_that_waits_gives_its_room_back_and_takes_other_room() {
    let (house, owner) = narrow().await;
    let waiting = fill(&owner, "one").await;
    let correct = async |invitation: &str, email: &str| {
        owner.patch(&format!("invitations/{invitation}"), json!({ "email": email })).await.expect(200)
    };
    let corrected: Value = correct(&waiting[0].1, "right@two.example.test").await;
    assert_eq!((corrected["email"].as_str(), due(&house, &owner, &waiting[0].1).await), (Some("right@two.example.test"), 0));
    // Within its domain it leaves no later than it would have.
    correct(&waiting[2].1, "other@one.example.test").await;
    assert_eq!(due(&house, &owner, &waiting[2].1).await, 1, "the first is free");
    let (_, _, next) = invite(&owner, "next@one.example.test").await;
    assert_eq!(due(&house, &owner, &next).await, 3);
    house.verify().await;
}

#[tokio::test]
async fn g5_sending_again_and_again_fills_no_outbox() {
    let (house, owner) = narrow().await;
    let waiting = fill(&owner, "one").await;
    let (_, invitation) = &waiting[2];
    let mails = async || {
        let errands = house.everything().await["errands"].clone();
        errands.iter().filter(|row| row.contains("waiting")).count()
    };
    let before = mails().await;
    for _ in 0..3 {
        owner.post(&format!("invitations/{invitation}/resend"), json!({})).await.expect(200);
        assert_eq!(invite(&owner, "p3@one.example.test").await.0, "invited");
    }
    assert_eq!(mails().await, before, "the newest alone waits");
    assert_eq!(due(&house, &owner, invitation).await, 3, "where the first did");
    owner.delete(&format!("invitations/{invitation}")).await.expect(204);
    assert_eq!(mails().await, before - 1);
}
