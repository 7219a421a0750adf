//! Invitations: one for each pending member, and what lists and links show of them.

use std::sync::Arc;
use std::time::Duration;

use tenure_domain::grant::Giver;
use tenure_domain::invitation::{Invitation, MailHour, MailRoom};
use tenure_domain::membership::Status;
use tenure_domain::record::{Errand, Matter};
use tenure_domain::visibility::Masking;
use tenure_domain::{Instant, Note};
use tenure_port_store::{Delivery, DeliveryState, PageAsk, Settlement, Store};

use crate::contract::cases;
use crate::samples::{Office, at, errand, instant, invitation, is_stale, is_taken, new};

async fn an_invitation_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let pending = office.add("Pen Ding", Status::Pending, &[], |_| {}).await;
    let other = office.add("O Ther", Status::Pending, &[], |_| {}).await;
    let full = Invitation {
        generation: 9,
        note: Some(Note::parse("Willkommen,\nliebe Zoë! 🎉\n\t– das “Team”").unwrap()),
        expires_at: instant(999_999),
        invited_by: Giver::Operator(new()),
        mail: Some(MailRoom { at: instant(77), domain: "bücher.example.test".to_owned() }),
        created_at: instant(1),
        version: 3,
        ..invitation(office.id(), pending.id, office.chief)
    };
    let bare = invitation(office.id(), other.id, office.chief);
    let mut unit = office.lock().await;
    for kept in [&full, &bare] {
        unit.invitation_changes().insert(kept).await.unwrap();
        assert_eq!(unit.invitations().find(office.id(), kept.id).await.unwrap().as_ref(), Some(kept));
        assert_eq!(unit.invitations().of_member(office.id(), kept.member).await.unwrap().as_ref(), Some(kept));
    }
    assert_eq!(unit.invitations().find(office.id(), new()).await.unwrap(), None);
    assert_eq!(unit.invitations().of_member(office.id(), office.chief).await.unwrap(), None);
    let mut of_both = unit.invitations().of_members(office.id(), &[full.member, office.chief, bare.member]).await.unwrap();
    of_both.sort_by_key(|one| one.id != full.id);
    assert_eq!(of_both, [full, bare]);
    assert_eq!(unit.invitations().of_members(office.id(), &[]).await.unwrap(), []);
    unit.commit().await.unwrap();
}

async fn a_renewed_invitation_raises_the_version_and_an_older_one_is_stale(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (_, first) = office.invite("Pen Ding", &[]).await;
    let renewed = Invitation {
        generation: 2,
        note: Some(Note::parse("Again").unwrap()),
        expires_at: at(90_000),
        invited_by: Giver::Operator(new()),
        ..first.clone()
    };
    let mut unit = office.lock().await;
    unit.invitation_changes().update(&renewed, at(50)).await.unwrap();
    let again = unit.invitation_changes().update(&renewed, at(50)).await;
    assert!(is_stale(&again), "{again:?}");
    assert_eq!(unit.invitations().find(office.id(), first.id).await.unwrap(), Some(Invitation { version: 2, ..renewed.clone() }));
    unit.invitation_changes().remove(first.id, at(50)).await.unwrap();
    assert!(is_stale(&unit.invitation_changes().update(&Invitation { version: 2, ..renewed }, at(50)).await), "it is gone");
    unit.commit().await.unwrap();
    assert_eq!(store.queries().invitation(office.id(), first.id).await.unwrap(), None);
    assert_eq!(store.queries().invitation_of(office.id(), first.member).await.unwrap(), None);
}

async fn the_waiting_invitations_of_an_inviter_are_counted_up_to_a_bound(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let inviter = office.hire("In Viter", &[]).await;
    let mut sent = Vec::new();
    for number in 0..4 {
        let pending = office.add(&format!("Pending {number}"), Status::Pending, &[], |_| {}).await;
        let one = invitation(office.id(), pending.id, if number == 3 { office.chief } else { inviter });
        let mut unit = office.lock().await;
        unit.invitation_changes().insert(&one).await.unwrap();
        unit.commit().await.unwrap();
        sent.push(one);
    }
    let mut unit = office.lock().await;
    for (up_to, counted) in [(10, 3), (3, 3), (2, 2)] {
        assert_eq!(unit.invitations().sent_by(office.id(), inviter, up_to).await.unwrap(), counted);
    }
    unit.invitation_changes().remove(sent[0].id, at(50)).await.unwrap();
    let resent = Invitation { invited_by: Giver::Member(office.chief), ..sent[1].clone() };
    unit.invitation_changes().update(&resent, at(50)).await.unwrap();
    assert_eq!(unit.invitations().sent_by(office.id(), inviter, 10).await.unwrap(), 1, "who invited last counts");
    assert_eq!(unit.invitations().sent_by(office.id(), office.chief, 10).await.unwrap(), 2);
}

async fn a_link_shows_all_that_it_offers(store: Arc<dyn Store>) {
    let office = Office::found_called(&store, "Bücher & Söhne").await;
    let tree = office.plant().await;
    let (membership, invitation) = office.invite("New Comer", &[("agent", tree.north), ("clerk", tree.south)]).await;
    let row = store.queries().invitation(office.id(), invitation.id).await.unwrap().unwrap();
    assert_eq!(store.queries().invitation_of(office.id(), invitation.member).await.unwrap().as_ref(), Some(&row));
    assert_eq!(store.queries().invitation_of(office.id(), office.chief).await.unwrap(), None);
    assert_eq!((&row.invitation, &row.membership), (&invitation, &membership));
    assert_eq!(row.organization_name, "Bücher & Söhne");
    assert_eq!(row.inviter_name.as_deref(), Some("Chief Zero"));
    assert_eq!(row.delivery, None);
    let mut offered: Vec<(String, String)> =
        row.grants.iter().map(|(grant, name)| (name.clone(), grant.levels.first().unwrap().to_string())).collect();
    offered.sort();
    assert_eq!(offered, [("North".to_owned(), "agent".to_owned()), ("South".to_owned(), "clerk".to_owned())]);
    let mut unit = office.lock().await;
    unit.invitation_changes()
        .update(&Invitation { invited_by: Giver::Operator(new()), ..invitation.clone() }, at(50))
        .await
        .unwrap();
    unit.commit().await.unwrap();
    let row = store.queries().invitation(office.id(), invitation.id).await.unwrap().unwrap();
    assert_eq!(row.inviter_name, None, "an operator has no name here");
}

async fn invitations_are_listed_newest_first_to_whoever_sees_the_member(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let mut sent = Vec::new();
    for place in [tree.north, tree.south, tree.north_east, tree.root, tree.south] {
        let (membership, mut one) = {
            let membership = office.add("Pen Ding", Status::Pending, &[("clerk", place)], |_| {}).await;
            let one = invitation(office.id(), membership.id, office.chief);
            (membership, one)
        };
        one.created_at = at(100 + sent.len() as u64);
        let mut unit = office.lock().await;
        unit.invitation_changes().insert(&one).await.unwrap();
        unit.commit().await.unwrap();
        sent.push((membership, one));
    }
    let listed = async |entries: &[_], limit: u32| {
        let viewer = office.viewer(entries, Masking::Full).await;
        let mut ask = PageAsk::first(limit);
        let mut ids = Vec::new();
        loop {
            let page = store.queries().invitations(office.id(), &viewer, &ask).await.unwrap();
            ids.extend(page.items.iter().map(|row| row.invitation.id));
            let Some(after) = page.next else { return ids };
            ask.after = Some(after);
        }
    };
    let of = |numbers: &[usize]| numbers.iter().map(|number| sent[*number].1.id).collect::<Vec<_>>();
    assert_eq!(listed(&[(tree.root, true)], 2).await, of(&[4, 3, 2, 1, 0]));
    assert_eq!(listed(&[(tree.root, true)], 5).await, of(&[4, 3, 2, 1, 0]));
    assert_eq!(listed(&[(tree.south, true)], 1).await, of(&[4, 3, 1]), "those of the root reach south too");
    assert_eq!(listed(&[(tree.root, true), (tree.north, false)], 50).await, of(&[4, 3, 1]));
    assert_eq!(listed(&[], 50).await, of(&[]));
}

async fn the_delivery_follows_the_newest_links_mail(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (membership, first) = office.invite("Mailed Twice", &[]).await;
    let lease = Duration::from_mins(1);
    let mail = async |generation: u32, when: u64| {
        let letter = errand(office.id(), at(when), membership.id, Matter::Invitation { invitation: first.id, generation });
        // So many others leave first.
        let letter = Errand { due_at: at(when + 2), ..letter };
        let mut unit = office.open().await;
        unit.outbox().append(&[letter]).await.unwrap();
        unit.commit().await.unwrap();
    };
    let settle = async |how: Settlement, when: u64| {
        let claimed = store.errands().claim(at(when), lease, 1).await.unwrap().remove(0);
        assert_eq!(store.errands().settle(&[claimed.settled(how)], at(when)).await.unwrap(), [true]);
    };
    let delivery = async || store.queries().invitation(office.id(), first.id).await.unwrap().unwrap().delivery.unwrap();
    mail(1, 10).await;
    assert_eq!(
        delivery().await,
        Delivery { state: DeliveryState::Queued, reason: None, attempts: 0, at: at(10), due_at: Some(at(12)) }
    );
    settle(Settlement::Again { at: at(20), reason: "greylisted".to_owned() }, 12).await;
    let tried = delivery().await;
    assert_eq!((tried.state, tried.reason.as_deref(), tried.attempts), (DeliveryState::Queued, Some("greylisted"), 1));
    assert_eq!(tried.due_at, Some(at(20)));
    settle(Settlement::Done, 21).await;
    let sent = delivery().await;
    assert_eq!((sent.state, sent.attempts, sent.at, sent.due_at), (DeliveryState::Sent, 2, at(21), None));
    let mut unit = office.lock().await;
    unit.invitation_changes().update(&Invitation { generation: 2, ..first.clone() }, at(50)).await.unwrap();
    unit.commit().await.unwrap();
    mail(2, 30).await;
    assert_eq!(
        delivery().await,
        Delivery { state: DeliveryState::Queued, reason: None, attempts: 0, at: at(30), due_at: Some(at(32)) }
    );
    settle(Settlement::GivenUp { reason: "no such mailbox".to_owned() }, 33).await;
    let failed = delivery().await;
    assert_eq!((failed.state, failed.reason.as_deref(), failed.attempts), (DeliveryState::Failed, Some("no such mailbox"), 1));
    let everyone = office.everyone().await;
    let listed = store.queries().invitations(office.id(), &everyone, &PageAsk::first(5)).await.unwrap();
    assert_eq!(listed.items[0].delivery, Some(failed), "lists say the same");
}

async fn many_invitations_are_made_at_once_and_none_of_somebody_who_has_one(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut many = Vec::new();
    for number in 0..620 {
        let pending = office.add(&format!("P {number}"), Status::Pending, &[], |_| {}).await;
        many.push(invitation(office.id(), pending.id, office.chief));
    }
    let mut unit = office.lock().await;
    unit.invitation_changes().insert_all(&[]).await.unwrap();
    unit.invitation_changes().insert_all(&many).await.unwrap();
    for kept in &many {
        assert_eq!(unit.invitations().of_member(office.id(), kept.member).await.unwrap().as_ref(), Some(kept));
    }
    let again = [invitation(office.id(), many[5].member, office.chief)];
    assert!(is_taken(&unit.invitation_changes().insert_all(&again).await));
    drop(unit);
}

/// How many mails leave in the hours from this one on: of all together and to two domains, in their order.
async fn mail_hours(office: &Office, from: i64) -> Vec<(i64, String, u32)> {
    let hours = office.open().await.invitations().mail_hours(office.id(), from, &["", "a.test", "b.test"]).await.unwrap();
    let mut hours: Vec<_> = hours.into_iter().map(|MailHour { hour, domain, mails }| (hour, domain, mails)).collect();
    hours.sort();
    hours
}

fn hours(all: &[(i64, &str, u32)]) -> Vec<(i64, String, u32)> {
    all.iter().map(|(hour, domain, mails)| (*hour, (*domain).to_owned(), *mails)).collect()
}

fn room(hour: i64, domain: &str) -> MailRoom {
    MailRoom { at: Instant::from_micros(hour * 3_600_000_000), domain: domain.to_owned() }
}

async fn how_many_mails_leave_in_which_hour_is_kept_with_the_invitations(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let other = Office::found(&store).await;
    let (now, mut sent) = (Instant::from_micros(3 * 3_600_000_000 + 5), Vec::new());
    assert_eq!(mail_hours(&office, 0).await, []);
    let rooms = [room(3, "a.test"), room(4, "a.test"), room(4, "b.test"), room(4, "b.test"), room(5, "a.test")];
    for mail in rooms.map(Some).into_iter().chain([None]) {
        let pending = office.add("Pen Ding", Status::Pending, &[], |_| {}).await;
        sent.push(Invitation { mail, ..invitation(office.id(), pending.id, office.chief) });
    }
    let mut unit = office.lock().await;
    unit.invitation_changes().insert_all(&sent).await.unwrap();
    for one in &sent {
        assert_eq!(unit.invitations().find(office.id(), one.id).await.unwrap().as_ref(), Some(one));
    }
    unit.commit().await.unwrap();
    let all = [(3, "", 1), (3, "a.test", 1), (4, "", 3), (4, "a.test", 1), (4, "b.test", 2), (5, "", 1), (5, "a.test", 1)];
    assert_eq!(mail_hours(&office, 3).await, hours(&all));
    assert_eq!(mail_hours(&office, 5).await, hours(&all[5..]));
    assert_eq!(mail_hours(&other, 0).await, [], "another organization has hours of its own");
    // One is withdrawn, one accepted, one sent elsewhere and later, and one again, which keeps its place.
    let mut unit = office.lock().await;
    unit.membership_changes().remove(sent[1].member, now).await.unwrap();
    unit.invitation_changes().remove(sent[2].id, now).await.unwrap();
    let moved = Invitation { generation: 2, mail: Some(room(6, "b.test")), ..sent[4].clone() };
    unit.invitation_changes().update(&moved, now).await.unwrap();
    unit.invitation_changes().update(&Invitation { generation: 2, ..sent[3].clone() }, now).await.unwrap();
    // What has left was sent, whatever becomes of it, and what is sent after it is another mail.
    unit.membership_changes().remove(sent[0].member, now).await.unwrap();
    let first = Invitation { generation: 2, mail: Some(room(3, "b.test")), ..sent[5].clone() };
    unit.invitation_changes().update(&first, now).await.unwrap();
    unit.commit().await.unwrap();
    let left = [(3, "", 2), (3, "a.test", 1), (3, "b.test", 1), (4, "", 1), (4, "b.test", 1), (6, "", 1), (6, "b.test", 1)];
    assert_eq!(mail_hours(&office, 0).await, hours(&left));
    let mut unit = office.lock().await;
    unit.invitation_changes().forget_mail_hours(4).await.unwrap();
    for gone in [&sent[3], &sent[4]] {
        unit.membership_changes().remove(gone.member, now).await.unwrap();
    }
    assert!(is_stale(&unit.membership_changes().remove(sent[3].member, now).await));
    unit.commit().await.unwrap();
    assert_eq!(mail_hours(&office, 0).await, []);
}

cases!($ invitations:
    an_invitation_is_kept_as_it_is,
    many_invitations_are_made_at_once_and_none_of_somebody_who_has_one,
    how_many_mails_leave_in_which_hour_is_kept_with_the_invitations,
    a_renewed_invitation_raises_the_version_and_an_older_one_is_stale,
    the_waiting_invitations_of_an_inviter_are_counted_up_to_a_bound,
    a_link_shows_all_that_it_offers,
    invitations_are_listed_newest_first_to_whoever_sees_the_member,
    the_delivery_follows_the_newest_links_mail,
);
