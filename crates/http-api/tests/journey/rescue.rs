//! Whoever runs the server makes somebody govern an organization: one for each standing that somebody may have there.

use std::time::Duration;

use serde_json::{Value, json};
use tenure_domain::revocation::ReactivateRefused;
use tenure_domain::{EmailAddress, MemberId};
use tenure_port_store::Store as _;
use tenure_usecases::{Caller, Failure, RescueOrganization, RescueRefused, Rescued};

use crate::support::{Client, House};

async fn rescue(house: &House, of: &Client, email: &str) -> Result<Rescued, Failure<RescueRefused>> {
    let ask = RescueOrganization { organization: of.organization.parse().unwrap(), email: EmailAddress::parse(email).unwrap() };
    house.tenure().perform(Caller::Server, ask).await
}

/// An organization with one in charge, and its operator.
async fn beta() -> (House, Client, Client) {
    let (house, operator) = House::governed().await;
    let chief = operator.found("Beta", "chief@example.test", &json!({ "model": "workspace" })).await;
    (house, operator, chief)
}

fn governs(of: &Client, changed: bool, was_inactive: bool, proves: bool) -> Rescued {
    Rescued::Governs { member: of.member.parse::<MemberId>().unwrap(), changed, was_inactive, proves }
}

async fn levels(of: &Client) -> Value {
    of.get("members/me").await.expect(200)["access"][0]["levels"].clone()
}

/// Whom mails wait for, with what each is about.
async fn letters(house: &House) -> Vec<(String, &'static str)> {
    let claimed = house.store().errands().claim(house.now(), Duration::from_hours(1), 100).await.unwrap();
    let mut told: Vec<_> =
        claimed.into_iter().map(|claimed| (claimed.errand.member.to_string(), claimed.errand.matter.word())).collect();
    told.sort();
    told
}

#[tokio::test]
async fn a_member_governs_beside_what_they_had_and_all_who_govern_are_told() {
    let (house, _, chief) = beta().await;
    let bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    let second = chief.hire("second@example.test", &chief.root, "owner").await;
    letters(&house).await;
    assert_eq!(rescue(&house, &chief, "bo@example.test").await.unwrap(), governs(&bo, true, false, true));
    assert_eq!(levels(&bo).await, json!(["agent", "owner"]), "from the next request on, beside what they held");
    let mut told = vec![
        (bo.member.clone(), "access_changed"),
        (chief.member.clone(), "governor_named"),
        (second.member.clone(), "governor_named"),
    ];
    told.sort();
    assert_eq!(letters(&house).await, told);
    house.seal().await;
    let entries = chief.get("journal?kind=governor_named").await.expect(200)["items"].clone();
    let entry = &entries.as_array().unwrap()[0];
    assert_eq!((&entry["actor"]["kind"], &entry["target"]["id"]), (&json!("operator"), &json!(bo.member)));
    assert_eq!((&entry["before"]["status"], &entry["after"]["told"]), (&json!("active"), &json!(2)));
    // A second time there is nothing to do, and nobody to tell.
    assert_eq!(rescue(&house, &chief, "BO@example.test").await.unwrap(), governs(&bo, false, false, true));
    assert_eq!(letters(&house).await, []);
    // It is access as any other: who governed before ends it.
    chief.revoke(&bo, &chief.root).await;
    house.verify().await;
}

#[tokio::test]
async fn a_member_of_a_workspace_below_gets_the_root_and_keeps_the_workspace() {
    let (house, _, chief) = beta().await;
    let north = chief.workspace(&chief.root, "North").await;
    let bo = chief.hire_with("bo@example.test", &north, "agent", &[]).await;
    assert_eq!(rescue(&house, &chief, &bo.email).await.unwrap(), governs(&bo, true, false, true));
    assert_eq!(bo.get("members/me").await.expect(200)["access"].as_array().unwrap().len(), 2);
    bo.invite("new@example.test", &chief.root, "agent", &[]).await;
    house.verify().await;
}

#[tokio::test]
async fn somebody_deactivated_is_active_again_with_what_they_had() {
    let (house, operator, chief) = beta().await;
    let second = chief.hire("second@example.test", &chief.root, "owner").await;
    let bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    chief.deactivate(&bo).await;
    chief.deactivate(&second).await;
    letters(&house).await;
    assert_eq!(rescue(&house, &chief, &second.email).await.unwrap(), governs(&second, true, true, true));
    assert!(letters(&house).await.contains(&(second.member.clone(), "member_reactivated")));
    assert_eq!(rescue(&house, &chief, &bo.email).await.unwrap(), governs(&bo, true, true, true));
    let bo = house.sign_in(&bo.email).await;
    assert_eq!(levels(&bo).await, json!(["agent", "owner"]));
    // Where no seat is left nobody comes back, and nothing is changed.
    chief.deactivate(&second).await;
    let path = format!("/operator/organizations/{}", chief.organization);
    operator.patch(&path, json!({ "seats": 2 })).await.expect(200);
    let full = rescue(&house, &chief, &second.email).await;
    assert!(matches!(full, Err(Failure::Refused(RescueRefused::Reactivate(ReactivateRefused::SeatsFull)))), "{full:?}");
    house.verify().await;
}

#[tokio::test]
async fn anybody_else_is_sent_a_link_that_works_while_others_govern() {
    let (house, _, chief) = beta().await;
    let Rescued::Invited { .. } = rescue(&house, &chief, "wrogn@example.test").await.unwrap() else {
        panic!("they are nobody here")
    };
    let wrong = house.only_invitation(&chief.organization).await;
    // The address was mistyped: the link that went astray is dead.
    let Rescued::Invited { member } = rescue(&house, &chief, "new@example.test").await.unwrap() else { panic!("nor are they") };
    let token = house.link_of(&chief.organization, &wrong, 1);
    house.anyone().post("/invitation/read", json!({ "token": token })).await.refused("not_found", "");
    assert!(letters(&house).await.contains(&(member.to_string(), "invitation")));
    let invitation = house.only_invitation(&chief.organization).await;
    let new = chief.accepted("new@example.test", &invitation).await;
    assert_eq!(levels(&new).await, json!(["owner"]));
    house.verify().await;
}

#[tokio::test]
async fn somebody_pending_is_offered_to_govern_beside_what_waits_for_them() {
    let (house, _, chief) = beta().await;
    let north = chief.workspace(&chief.root, "North").await;
    let (member, invitation) = chief.pending("bo@example.test", &north, "agent").await;
    let named = rescue(&house, &chief, "bo@example.test").await.unwrap();
    assert_eq!(named, Rescued::Invited { member: member.parse().unwrap() });
    // Naming somebody else leaves them what a member offered, and nothing but that: one chair, one offer. It doesn't matter that a
    // member sent the link last.
    chief.post(&format!("invitations/{invitation}/resend"), json!({})).await.expect(200);
    rescue(&house, &chief, "other@example.test").await.unwrap();
    let bo = chief.accepted("bo@example.test", &invitation).await;
    let access = bo.get("members/me").await.expect(200)["access"].clone();
    assert_eq!(access.as_array().unwrap().len(), 1, "{access}");
    assert_eq!(access[0]["levels"], json!(["agent"]));
    house.seal().await;
    let entries = chief.get("journal?kind=offer_lapsed").await.expect(200)["items"].clone();
    assert_eq!(entries[0]["actor"]["kind"], "operator", "{entries}");
    house.verify().await;
}

#[tokio::test]
async fn seating_a_member_ends_the_offer_that_went_astray() {
    let (house, _, chief) = beta().await;
    let bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    rescue(&house, &chief, "typo@example.test").await.unwrap();
    let astray = house.only_invitation(&chief.organization).await;
    assert_eq!(rescue(&house, &chief, &bo.email).await.unwrap(), governs(&bo, true, false, true));
    let token = house.link_of(&chief.organization, &astray, 1);
    house.anyone().post("/invitation/read", json!({ "token": token })).await.refused("not_found", "");
    house.verify().await;
}

#[tokio::test]
async fn somebody_pending_at_the_root_is_offered_to_govern_beside_what_members_offered_there() {
    let (house, _, chief) = beta().await;
    let (_, invitation) = chief.pending("bo@example.test", &chief.root, "agent").await;
    rescue(&house, &chief, "bo@example.test").await.unwrap();
    let bo = chief.accepted("bo@example.test", &invitation).await;
    assert_eq!(levels(&bo).await, json!(["agent", "owner"]));
    house.verify().await;
}

#[tokio::test]
async fn whoever_lacks_the_second_factor_that_is_required_is_told_to_add_one() {
    let (house, _, mut chief) = beta().await;
    let mut bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    chief.add_factor().await;
    chief.patch("", json!({ "second_factor_required": true })).await.expect(200);
    assert_eq!(rescue(&house, &chief, &bo.email).await.unwrap(), governs(&bo, true, false, false));
    bo.get("members/me").await.refused("forbidden", "second_factor_required");
    bo.add_factor().await;
    assert_eq!(levels(&bo).await, json!(["agent", "owner"]));
    assert_eq!(rescue(&house, &chief, &bo.email).await.unwrap(), governs(&bo, false, false, true));
    house.verify().await;
}

#[tokio::test]
async fn a_lock_is_no_bar_and_an_organization_that_is_off_is() {
    let (house, operator, chief) = beta().await;
    let bo = chief.hire("bo@example.test", &chief.root, "agent").await;
    house.lock_out(&bo.email).await;
    assert_eq!(rescue(&house, &chief, &bo.email).await.unwrap(), governs(&bo, true, false, true));
    let path = format!("/operator/organizations/{}", chief.organization);
    operator.patch(&path, json!({ "active": false })).await.expect(200);
    let off = rescue(&house, &chief, "new@example.test").await;
    assert!(matches!(off, Err(Failure::Refused(RescueRefused::SwitchedOff))), "{off:?}");
    let ask = RescueOrganization { organization: "0".repeat(32).parse().unwrap(), email: EmailAddress::parse("a@b.test").unwrap() };
    let nowhere = house.tenure().perform(Caller::Server, ask.clone()).await;
    assert!(matches!(nowhere, Err(Failure::NotFound)), "{nowhere:?}");
    house.verify().await;
}

#[tokio::test]
async fn a5_nobody_but_whoever_runs_the_server_may() {
    let (house, _, chief) = beta().await;
    let ask = RescueOrganization {
        organization: chief.organization.parse().unwrap(),
        email: EmailAddress::parse("eve@example.test").unwrap(),
    };
    let member = Caller::Member { member: chief.member.parse().unwrap() };
    for caller in [Caller::Anonymous, member] {
        let refused = house.tenure().perform(caller, ask.clone()).await;
        assert!(matches!(refused, Err(Failure::NotFound)), "{refused:?}");
    }
    assert!(!chief.journal().await.contains(&"governor_named".to_owned()));
}
