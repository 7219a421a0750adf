//! The stream: what is heard, by whom, for how long, and that nothing is missed or heard twice.

use std::time::Duration;

use serde_json::json;
use tenure_domain::event::Event;
use tenure_domain::record::{Actor, Record};
use tenure_port_store::Store as _;
use uuid::Uuid;

use crate::support::{Client, House, Stream};

async fn listen(who: &Client) -> Stream {
    who.get("stream").header("accept", "text/event-stream").header("accept-encoding", "gzip").listen().await
}

async fn rename(house: &House, who: &Client, name: &str) {
    who.patch("members/me", json!({ "first_name": name })).await.expect(200);
    house.seal().await;
}

/// So much happens at once.
async fn append_and_seal(house: &House, owner: &Client, many: u128) {
    let organization = owner.organization.parse::<Uuid>().unwrap().into();
    let member = owner.member.parse::<Uuid>().unwrap().into();
    let record = |number: u128| Record {
        organization,
        id: Uuid::from_u128(0xffff_0000 + number).into(),
        at: house.now(),
        actor: Actor::System,
        event: Event::ProfileChanged { member, fields: vec![] },
        reason: None,
    };
    let records: Vec<Record> = (0..many).map(record).collect();
    let mut unit = house.store().open().await.unwrap();
    unit.journal().append(&records).await.unwrap();
    unit.commit().await.unwrap();
    // In one go, so that whoever looks meanwhile finds none of it or all.
    house.store().errands().seal(5_000).await.unwrap();
}

#[tokio::test]
async fn w1_who_comes_and_goes_is_heard() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let mut stream = listen(&owner).await;
    let first = stream.until(|event| event.kind == "presence").await;
    assert_eq!((&first.data["whole"], first.says_came(&agent.member)), (&json!(true), false));
    stream.until(|event| event.says_came(&owner.member)).await;
    agent.post("presence", json!({})).await.expect(204);
    let came = stream.until(|event| event.says_came(&agent.member)).await;
    assert_eq!(came.data["whole"], false);
    let mut second = listen(&owner).await;
    let all = second.until(|event| event.kind == "presence").await;
    assert!(all.says_came(&agent.member) && all.says_came(&owner.member), "who comes later is told who is there: {all:?}");
    house.pass(Duration::from_secs(31));
    stream.until(|event| event.says_went(&agent.member)).await;
    second.until(|event| event.says_went(&agent.member)).await;
}

#[tokio::test]
async fn what_happens_to_members_is_heard_without_values() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    house.seal().await;
    let mut stream = listen(&owner).await;
    stream.until(|event| event.kind == "journal").await;
    owner.regrant(&agent, &owner.root, "manager", &[]).await;
    let (_, _) = owner.pending("new.secret@example.test", &owner.root, "agent").await;
    house.seal().await;
    let heard = stream.until(|event| event.kind == "members").await;
    assert_eq!(heard.data, json!({ "member": agent.member, "kind": "access_changed" }));
    assert_eq!(stream.member().await.1, "member_invited");
    let journal = stream.until(|event| event.kind == "journal").await;
    assert_eq!(journal.data["position"], owner.get("journal?limit=1").await.items()[0]["position"]);
}

#[tokio::test]
async fn who_changes_teams_goes_and_comes_back_is_heard_of() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let team = owner.team("Night").await;
    house.seal().await;
    let mut stream = listen(&owner).await;
    stream.until(|event| event.kind == "journal").await;
    owner.put_into(&agent, &team).await;
    let deleted = owner.post(&format!("members/{}/deletion", agent.member), json!({})).await.expect(200);
    owner.post(&format!("receipts/{}/undo", deleted["id"].as_str().unwrap()), json!({})).await.expect(200);
    house.seal().await;
    for kind in ["selection_changed", "member_deleted", "selection_changed", "member_restored", "selection_changed"] {
        let (member, heard) = stream.member().await;
        assert_eq!((member.as_str(), heard.as_str()), (agent.member.as_str(), kind));
    }
}

#[tokio::test]
async fn whoever_comes_again_hears_what_they_missed_once() {
    let (house, owner) = House::governed().await;
    house.seal().await;
    let mut stream = listen(&owner).await;
    stream.until(|event| event.kind == "presence").await;
    rename(&house, &owner, "One").await;
    let one = stream.until(|event| event.kind == "members").await;
    let _journal = stream.until(|event| event.kind == "journal").await;
    drop(stream);
    rename(&house, &owner, "Two").await;
    rename(&house, &owner, "Three").await;
    let mut again = owner.get("stream").header("last-event-id", &one.id).listen().await;
    let mut heard = vec![again.next().await.unwrap(), again.next().await.unwrap()];
    assert!(heard.iter().all(|event| event.kind == "members"), "both, before anything else: {heard:?}");
    let rest = [again.next().await.unwrap(), again.next().await.unwrap()].map(|event| event.kind);
    assert_eq!(rest, ["journal", "presence"], "and none of them twice");
    rename(&house, &owner, "Four").await;
    assert_eq!(again.member().await.1, "profile_changed");
    let last = heard.pop().unwrap();
    let mut third = owner.get("stream").header("last-event-id", &last.id).listen().await;
    let kinds = [third.next().await.unwrap(), third.next().await.unwrap()].map(|event| event.kind);
    assert_eq!(kinds, ["members", "journal"], "the fourth alone");
    let mut page = owner.get(&format!("stream?last_event_id={}", last.id)).listen().await;
    assert_eq!(page.next().await.unwrap().kind, "members", "as from a page, which sends no header at first");
    let mut both = owner.get(&format!("stream?last_event_id={}", one.id)).header("last-event-id", &last.id).listen().await;
    let kinds = [both.next().await.unwrap(), both.next().await.unwrap()].map(|event| event.kind);
    assert_eq!(kinds, ["members", "journal"], "the header, which browsers send when they come again, is the later one");
}

#[tokio::test]
async fn whoever_missed_too_much_is_told_to_begin_anew() {
    let (house, owner) = House::governed().await;
    house.seal().await;
    let first = listen(&owner).await.until(|event| event.kind == "presence").await;
    append_and_seal(&house, &owner, 1_001).await;
    let mut stream = owner.get("stream").header("last-event-id", &first.id).listen().await;
    let kinds = [stream.next().await.unwrap(), stream.next().await.unwrap(), stream.next().await.unwrap()].map(|one| one.kind);
    assert_eq!(kinds, ["reset", "journal", "presence"]);
}

#[tokio::test]
async fn whoever_hears_too_much_at_once_is_told_to_begin_anew() {
    let (house, owner) = House::governed().await;
    house.seal().await;
    let mut stream = listen(&owner).await;
    let before = stream.until(|event| event.kind == "journal").await.data["position"].as_u64().unwrap();
    stream.until(|event| event.kind == "presence").await;
    append_and_seal(&house, &owner, 1_001).await;
    let first = stream.until(|event| event.kind != "presence").await;
    assert_eq!(first.kind, "reset", "and none of them is told");
    let journal = stream.until(|event| event.kind != "presence").await;
    assert_eq!((journal.kind.as_str(), &journal.data["position"]), ("journal", &json!(before + 1_001)));
    // What comes after that is told one by one again.
    rename(&house, &owner, "Once").await;
    assert_eq!(stream.member().await.1, "profile_changed");
}

#[tokio::test]
async fn whoever_goes_out_of_sight_is_heard_to_go_where_they_were_seen() {
    let (house, owner) = House::governed().await;
    let [north, south] = [owner.workspace(&owner.root, "North").await, owner.workspace(&owner.root, "South").await];
    let manager = owner.hire("max@example.test", &north, "manager").await;
    let (revoked, deleted) =
        (owner.hire("ray@example.test", &north, "agent").await, owner.hire("dee@example.test", &north, "agent").await);
    let far = owner.hire("sven@example.test", &south, "agent").await;
    let (pending, invitation) = owner.pending("pat@example.test", &north, "agent").await;
    house.seal().await;
    let mut stream = listen(&manager).await;
    stream.until(|event| event.kind == "presence").await;
    // What is elsewhere comes first: were it heard, it would be heard first.
    owner.post(&format!("members/{}/deletion", far.member), json!({})).await.expect(200);
    owner.revoke(&revoked, &north).await;
    let gone = owner.post(&format!("members/{}/deletion", deleted.member), json!({})).await.expect(200);
    owner.post(&format!("receipts/{}/undo", gone["id"].as_str().unwrap()), json!({})).await.expect(200);
    owner.delete(&format!("invitations/{invitation}")).await.expect(204);
    house.seal().await;
    let mut heard = Vec::new();
    while heard.len() < 4 {
        heard.push(stream.member().await);
    }
    let told = |who: &str, kind: &str| (who.to_owned(), kind.to_owned());
    let expected = [
        told(&revoked.member, "access_revoked"),
        told(&deleted.member, "member_deleted"),
        told(&deleted.member, "member_restored"),
        told(&pending, "invitation_withdrawn"),
    ];
    assert_eq!(heard, expected);
}

#[tokio::test]
async fn what_somebody_reaches_of_teams_is_heard() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let team = owner.team("Night").await;
    house.seal().await;
    let mut stream = listen(&owner).await;
    stream.until(|event| event.kind == "presence").await;
    owner.put_into(&agent, &team).await;
    house.seal().await;
    assert_eq!(stream.member().await, (agent.member.clone(), "selection_changed".to_owned()));
}

#[tokio::test]
async fn f3_an_id_of_somebody_elses_stream_is_refused() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    house.seal().await;
    let theirs = listen(&agent).await.until(|event| event.kind == "presence").await;
    for id in [theirs.id.as_str(), "nonsense", "12"] {
        owner.get("stream").header("last-event-id", id).await.refused("malformed", "bad_cursor");
        owner.get(&format!("stream?last_event_id={id}")).await.refused("malformed", "bad_cursor");
    }
    owner.get("stream").header("last-event-id", "").await.expect(200);
}

#[tokio::test]
async fn r5_a_stream_tells_no_more_than_a_list_would() {
    let (house, owner) = House::governed().await;
    let [north, south] = [owner.workspace(&owner.root, "North").await, owner.workspace(&owner.root, "South").await];
    let manager = owner.hire("max@example.test", &north, "manager").await;
    let far = owner.hire("sven@example.test", &south, "agent").await;
    let both = owner.hire("both@example.test", &north, "agent").await;
    owner.regrant(&both, &south, "agent", &[]).await;
    let agent = owner.hire("bo@example.test", &north, "agent").await;
    house.seal().await;
    let (mut theirs, mut own) = (listen(&manager).await, listen(&agent).await);
    for stream in [&mut theirs, &mut own] {
        stream.until(|event| event.kind == "presence").await;
    }
    far.post("presence", json!({})).await.expect(204);
    both.post("presence", json!({})).await.expect(204);
    // What is elsewhere comes first: were it heard, it would be heard first.
    owner.regrant(&far, &south, "agent", &["no_calls"]).await;
    owner.regrant(&both, &south, "agent", &["no_calls"]).await;
    owner.regrant(&both, &north, "agent", &["no_calls"]).await;
    owner.regrant(&agent, &north, "agent", &["no_calls"]).await;
    house.seal().await;
    let (mut heard, mut members, mut came) = (Vec::new(), Vec::new(), false);
    while members.len() < 2 || !came {
        let event = theirs.until(|_| true).await;
        came |= event.says_came(&both.member);
        members.extend((event.kind == "members").then(|| event.data["member"].clone()));
        heard.push(event);
    }
    let all = format!("{heard:?}");
    assert!(!all.contains(&far.member) && !all.contains("journal"), "{all}");
    assert_eq!(members, [json!(both.member), json!(agent.member)], "once for the north, not for the south");
    assert_eq!(own.member().await, (agent.member.clone(), "access_changed".to_owned()), "who sees nobody hears of themselves");
}

#[tokio::test]
async fn e1_a_stream_ends_when_what_one_may_know_ends_or_changes() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let hire = async |name: &str| {
        let manager = owner.hire(&format!("{name}@example.test"), &owner.root, "manager").await;
        let mut stream = listen(&manager).await;
        stream.until(|event| event.kind == "presence").await;
        (manager, stream)
    };
    let (manager, stream) = hire("out").await;
    manager.delete("/session").await.expect(204);
    stream.ends().await;
    let (manager, stream) = hire("revoked").await;
    owner.revoke(&manager, &owner.root).await;
    stream.ends().await;
    let (manager, stream) = hire("inactive").await;
    owner.deactivate(&manager).await;
    stream.ends().await;
    let (manager, stream) = hire("demoted").await;
    owner.regrant(&manager, &owner.root, "agent", &[]).await;
    stream.ends().await;
    let (manager, stream) = hire("widened").await;
    owner.regrant(&manager, &north, "agent", &[]).await;
    stream.ends().await;
    listen(&manager).await.until(|event| event.kind == "presence").await;
    let (_, stream) = hire("expired").await;
    house.pass(Duration::from_hours(30 * 24));
    stream.ends().await;
}

#[tokio::test]
async fn streams_end_when_the_server_stops() {
    let (house, owner) = House::governed().await;
    let mut stream = listen(&owner).await;
    stream.until(|event| event.kind == "presence").await;
    house.state().close();
    stream.ends().await;
}
