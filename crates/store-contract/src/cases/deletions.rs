//! Deleted members: kept aside for an undo and for letters, without address, login or seat, until they are erased (R14).

use std::slice;
use std::sync::Arc;
use std::time::Duration;

use tenure_domain::grant::Grant;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::record::{Actor, Matter};
use tenure_domain::revocation::{Act, Receipt, ReceiptState};
use tenure_domain::{EmailAddress, Instant, MemberId, UserId};
use tenure_port_store::{MemberFilter, MemberSort, PageAsk, Replay, ReplayKey, Settlement, Store};

use super::receipts::{keep, receipt};
use crate::contract::cases;
use crate::judge::nothing_is_violated;
use crate::samples::{Office, at, errand, grant, is_stale, is_taken, membership, new, session};

/// Takes somebody out, with the receipt that decisions would leave.
pub(crate) async fn delete(office: &Office, member: MemberId, kept_until: Instant) -> Receipt {
    let grants = office.grants_of(member).await;
    let selections = office.open().await.selections().of(office.id(), member).await.unwrap();
    let left = Receipt { act: Act::Deletion, grants, selections, ..receipt(office, member, office.root(), 1) };
    keep(office, &left, &[]).await;
    let mut unit = office.lock().await;
    unit.membership_changes().delete(member, kept_until).await.unwrap();
    unit.commit().await.unwrap();
    left
}

async fn deleted(office: &Office, member: MemberId) -> Option<Membership> {
    office.open().await.memberships().find_deleted(office.id(), member).await.unwrap()
}

async fn found(office: &Office, text: &str) -> usize {
    let (everyone, filter) = (office.everyone().await, MemberFilter { q: Some(text.to_owned()), ..MemberFilter::default() });
    let ask = PageAsk::first(10);
    office.store.queries().members(office.id(), &everyone, &filter, MemberSort::Name, &ask).await.unwrap().items.len()
}

async fn login_is_there(office: &Office, user: Option<UserId>) -> bool {
    office.open().await.users().find(user.unwrap()).await.unwrap().is_some()
}

async fn many_are_deleted_at_once_as_one_by_one(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let mut crowd = Vec::new();
    for nth in 0..5 {
        crowd.push(office.add(&format!("Crowd {nth}"), Status::Active, &[("agent", tree.north)], |_| {}).await);
    }
    let (stays, go) = crowd.split_first().unwrap();
    let ids: Vec<MemberId> = go.iter().map(|one| one.id).collect();
    let stranger = [ids[0], new()];
    assert!(is_stale(&office.lock().await.membership_changes().delete_all(&stranger, at(100)).await), "all of them or none");
    let left: Vec<Receipt> = ids.iter().map(|id| Receipt { act: Act::Deletion, ..receipt(&office, *id, tree.north, 1) }).collect();
    let mut unit = office.lock().await;
    let kept: Vec<_> = left.iter().map(|receipt| (receipt, [].as_slice())).collect();
    unit.receipt_changes().insert_all(&kept).await.unwrap();
    unit.receipt_changes().insert_all(&[]).await.unwrap();
    unit.membership_changes().delete_all(&ids, at(100)).await.unwrap();
    unit.membership_changes().delete_all(&[], at(100)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(found(&office, "crowd").await, 1, "who stays is still found, and nobody else");
    let mut unit = office.open().await;
    let all: Vec<MemberId> = crowd.iter().map(|one| one.id).collect();
    assert_eq!(unit.memberships().find_all(office.id(), &all).await.unwrap(), slice::from_ref(stays));
    for (was, left) in go.iter().zip(&left) {
        assert_eq!(unit.memberships().find_deleted(office.id(), was.id).await.unwrap().as_ref(), Some(was));
        assert_eq!(unit.memberships().find_by_email(office.id(), &was.email).await.unwrap(), None);
        assert_eq!(unit.receipts().find(office.id(), left.id).await.unwrap().as_ref(), Some(left));
    }
    drop(unit);
    nothing_is_violated(&office).await;
}

async fn somebody_deleted_is_nowhere_and_comes_back_as_they_were(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let seen = |member: &mut Membership| member.last_active_at = Some(at(9));
    let was = office.add("Zelda Gone", Status::Inactive, &[("agent", tree.north), ("clerk", tree.south)], seen).await;
    let grants = office.grants_of(was.id).await;
    assert_eq!(found(&office, "zelda").await, 1);
    let left = delete(&office, was.id, at(100)).await;
    assert_eq!(deleted(&office, was.id).await.as_ref(), Some(&was));
    let mut unit = office.lock().await;
    assert_eq!(unit.memberships().find(office.id(), was.id).await.unwrap(), None);
    assert_eq!(unit.memberships().hold(office.id(), was.id).await.unwrap(), None);
    assert_eq!(unit.memberships().find_by_email(office.id(), &was.email).await.unwrap(), None);
    assert_eq!(unit.memberships().find_by_user(office.id(), was.user.unwrap()).await.unwrap(), None);
    assert!(unit.grants().of(office.id(), was.id).await.unwrap().is_empty());
    assert_eq!(unit.memberships().seats_taken(office.id(), 10).await.unwrap(), 1);
    assert!(is_stale(&unit.membership_changes().delete(was.id, at(100)).await));
    drop(unit);
    assert_eq!(found(&office, "zelda").await, 0);
    nothing_is_violated(&office).await;

    let mut unit = office.lock().await;
    unit.membership_changes().restore(&was).await.unwrap();
    for back in &grants {
        unit.grant_changes().insert(&Grant { version: back.version + 1, ..back.clone() }).await.unwrap();
    }
    unit.receipt_changes().set_state(left.id, ReceiptState::Undone).await.unwrap();
    assert!(is_stale(&unit.membership_changes().restore(&was).await), "once is enough");
    unit.commit().await.unwrap();
    assert_eq!(office.member(was.id).await, was);
    assert_eq!(office.grants_of(was.id).await.len(), 2);
    assert_eq!(deleted(&office, was.id).await, None);
    assert_eq!(found(&office, "zelda").await, 1);
    nothing_is_violated(&office).await;
}

async fn somebody_pending_is_withdrawn_and_not_deleted(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (pending, _) = office.invite("Pen Ding", &[("clerk", office.root())]).await;
    let mut unit = office.lock().await;
    assert!(is_stale(&unit.membership_changes().delete(pending.id, at(100)).await));
    assert!(is_stale(&unit.membership_changes().delete(new(), at(100)).await));
}

async fn r12_an_address_or_login_that_is_here_again_lets_nobody_come_back(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let was = office.add("Lea Ver", Status::Active, &[], |_| {}).await;
    let left = delete(&office, was.id, at(100)).await;
    let mut unit = office.lock().await;
    let again = membership(office.id(), None, was.email.as_str(), "Lea Again");
    unit.receipt_changes().supersede_deleted(&[EmailAddress::parse("other@example.test").unwrap()]).await.unwrap();
    assert_eq!(unit.receipts().find(office.id(), left.id).await.unwrap().unwrap().state, ReceiptState::Standing);
    unit.receipt_changes().supersede_deleted(slice::from_ref(&again.email)).await.unwrap();
    assert_eq!(unit.receipts().find(office.id(), left.id).await.unwrap().unwrap().state, ReceiptState::Superseded);
    unit.membership_changes().insert(&again).await.unwrap();
    assert!(is_taken(&unit.membership_changes().restore(&was).await));
    drop(unit);
    let mut unit = office.lock().await;
    let elsewhere = membership(office.id(), None, "elsewhere@example.test", "Lea Again");
    let attached = Membership { user: was.user, status: Status::Active, ..elsewhere };
    unit.membership_changes().insert(&attached).await.unwrap();
    assert!(is_taken(&unit.membership_changes().restore(&was).await));
}

async fn revocations_of_somebody_deleted_stay_as_they_are_when_they_are_invited_again(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let was = office.add("Lea Ver", Status::Active, &[], |_| {}).await;
    let revoked = receipt(&office, was.id, office.root(), 1);
    keep(&office, &revoked, &[]).await;
    delete(&office, was.id, at(100)).await;
    let mut unit = office.lock().await;
    unit.receipt_changes().supersede_deleted(slice::from_ref(&was.email)).await.unwrap();
    assert_eq!(unit.receipts().find(office.id(), revoked.id).await.unwrap().unwrap().state, ReceiptState::Standing);
}

async fn what_is_kept_is_erased_in_time_with_a_login_that_belongs_nowhere(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let was = office.add("Lea Ver", Status::Active, &[], |_| {}).await;
    let user = was.user.unwrap();
    let key = ReplayKey { user, route: "POST /x".to_owned(), key: "k".to_owned() };
    let kept = Replay { body_hash: "0".repeat(64), status: 200, body: "{}".to_owned(), kept_until: at(9_000_000) };
    let lasting = tenure_domain::user::Session { expires_at: at(2_650_000), ..session(user, 7) };
    let mut unit = office.open().await;
    unit.sessions().insert(&lasting).await.unwrap();
    unit.replays().insert(&key, &kept, at(1)).await.unwrap();
    unit.commit().await.unwrap();
    let left = delete(&office, was.id, at(100)).await;
    let name = async || store.queries().receipt(office.id(), left.id).await.unwrap().unwrap().member_name;
    assert_eq!(store.errands().sweep(at(99), 10).await.unwrap(), 0, "its time isn't over");
    assert_eq!(name().await.as_deref(), Some("Lea Ver"));
    assert_eq!(store.errands().sweep(at(100), 10).await.unwrap(), 1);
    assert_eq!((deleted(&office, was.id).await, name().await), (None, None));
    let mut unit = office.open().await;
    assert!(unit.users().find(user).await.unwrap().is_none());
    assert!(unit.users().find_by_email(&was.email).await.unwrap().is_none(), "the address is anybody's again");
    assert!(unit.sessions().standing(lasting.id, None, at(101)).await.unwrap().is_none());
    assert!(unit.replays().find(&key, at(101)).await.unwrap().is_none());
    drop(unit);
    assert!(is_stale(&office.lock().await.membership_changes().restore(&was).await));
    assert_eq!(store.errands().sweep(at(100), 10).await.unwrap(), 0);
    nothing_is_violated(&office).await;
}

async fn a_login_that_belongs_elsewhere_or_runs_the_installation_stays(store: Arc<dyn Store>) {
    let (office, other) = (Office::found(&store).await, Office::found_called(&store, "Other").await);
    let here = office.add("Bo Th", Status::Active, &[], |_| {}).await;
    let there = Membership { organization: other.id(), id: new(), ..here.clone() };
    let operator = office.add("Op Erator", Status::Active, &[], |_| {}).await;
    let mut unit = other.lock().await;
    unit.membership_changes().insert(&there).await.unwrap();
    let login = unit.users().find(operator.user.unwrap()).await.unwrap().unwrap();
    unit.users().update(&tenure_domain::user::User { operator: true, ..login }).await.unwrap();
    unit.commit().await.unwrap();
    delete(&office, here.id, at(100)).await;
    delete(&office, operator.id, at(100)).await;
    assert_eq!(store.errands().sweep(at(200), 10).await.unwrap(), 2);
    assert!(login_is_there(&office, operator.user).await, "an operator");
    assert!(login_is_there(&office, here.user).await, "a member of another organization");
    // Deleted there too, and within that organization's window still.
    delete(&other, there.id, at(300)).await;
    assert_eq!(store.errands().sweep(at(299), 10).await.unwrap(), 0);
    assert!(login_is_there(&office, here.user).await, "they may come back there");
    assert_eq!(store.errands().sweep(at(300), 10).await.unwrap(), 1);
    assert!(!login_is_there(&office, here.user).await);
}

async fn nobody_is_erased_whom_a_letter_waits_for(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let was = office.add("Lea Ver", Status::Active, &[("agent", office.root())], |_| {}).await;
    delete(&office, was.id, at(10)).await;
    let by_chief =
        |matter| tenure_domain::record::Errand { actor: Actor::Member(office.chief), ..errand(office.id(), at(1), was.id, matter) };
    let letter = by_chief(Matter::MemberDeleted);
    let mut unit = office.open().await;
    unit.outbox().append(std::slice::from_ref(&letter)).await.unwrap();
    unit.commit().await.unwrap();
    let told = store.queries().letter_facts(&letter).await.unwrap().unwrap();
    assert_eq!((&told.to, told.actor_name.as_deref()), (&was, Some("Chief Zero")));
    let other = by_chief(Matter::AccessGranted { workspace: office.root() });
    assert!(store.queries().letter_facts(&other).await.unwrap().is_none(), "of anything else there is nothing to tell them");
    assert_eq!(store.errands().sweep(at(20), 10).await.unwrap(), 0);
    let claimed = store.errands().claim(at(20), Duration::from_mins(1), 1).await.unwrap().remove(0);
    assert_eq!(store.errands().settle(&[claimed.settled(Settlement::Done)], at(21)).await.unwrap(), [true]);
    assert_eq!(store.errands().sweep(at(22), 10).await.unwrap(), 1);
    assert!(store.queries().letter_facts(&letter).await.unwrap().is_none());
}

async fn letters_know_the_names_of_who_was_deleted(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let (leaver, heir) = (office.hire("Lea Ver", &[("agent", root)]).await, office.hire("Heir", &[("agent", root)]).await);
    office.contact_of(leaver, root, "Con Tact").await;
    let portfolio = office.portfolio(leaver, root).await;
    let left = Receipt { act: Act::Deletion, ..receipt(&office, leaver, root, 1) };
    keep(&office, &left, &[&portfolio]).await;
    office.hand_over(&[portfolio], Some(heir)).await;
    let mut unit = office.lock().await;
    unit.membership_changes().delete(leaver, at(100)).await.unwrap();
    unit.commit().await.unwrap();
    let letter = errand(office.id(), at(1), heir, Matter::ContactsHandedOver { from: leaver, receipt: left.id });
    let told = store.queries().letter_facts(&letter).await.unwrap().unwrap();
    assert_eq!((told.from_name.as_deref(), told.contacts.unwrap().value), (Some("Lea Ver"), 1));
    let restored = errand(office.id(), at(1), heir, Matter::MemberRestored);
    let told = store.queries().letter_facts(&restored).await.unwrap().unwrap();
    assert_eq!(told.offered.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Office"]);
    nothing_is_violated(&office).await;
}

async fn who_holds_something_is_not_deleted(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let holder = office.hire("Hol Der", &[("agent", office.root())]).await;
    office.contact_of(holder, office.root(), "Con Tact").await;
    let mut unit = office.lock().await;
    let refused = unit.membership_changes().delete(holder, at(100)).await;
    let kept = match refused {
        Ok(()) => unit.commit().await,
        Err(error) => Err(error),
    };
    assert!(kept.is_err(), "a portfolio points at nobody");
}

async fn a_deletion_that_does_not_add_up_is_found(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let gone = office.hire("Planted Gone", &[]).await;
    let mut unit = office.lock().await;
    unit.membership_changes().delete(gone, at(100)).await.unwrap();
    unit.commit().await.unwrap();
    let here = office.hire("Planted Here", &[]).await;
    keep(&office, &Receipt { act: Act::Deletion, ..receipt(&office, here, office.root(), 1) }, &[]).await;
    let violations = store.queries().violations(10).await.unwrap();
    let invariants: Vec<_> = violations.iter().map(|violation| violation.invariant).collect();
    assert_eq!(invariants, ["deleted_by_a_receipt", "deleted_members_are_gone"]);
    assert!(violations.iter().all(|violation| !violation.detail.contains("Planted")), "no names: {violations:?}");
}

async fn f1_nobody_deletes_or_restores_across_organizations(store: Arc<dyn Store>) {
    let (office, other) = (Office::found(&store).await, Office::found_called(&store, "Other").await);
    let was = office.add("Lea Ver", Status::Active, &[], |_| {}).await;
    let mut unit = other.lock().await;
    assert!(is_stale(&unit.membership_changes().delete(was.id, at(100)).await));
    drop(unit);
    let left = delete(&office, was.id, at(100)).await;
    let mut unit = other.lock().await;
    assert_eq!(unit.memberships().find_deleted(other.id(), was.id).await.unwrap(), None);
    assert!(is_stale(&unit.membership_changes().restore(&was).await));
    unit.receipt_changes().supersede_deleted(slice::from_ref(&was.email)).await.unwrap();
    unit.commit().await.unwrap();
    let kept = office.open().await.receipts().find(office.id(), left.id).await.unwrap().unwrap();
    assert_eq!(kept.state, ReceiptState::Standing);
    let mut unit = other.lock().await;
    let grant = grant(was.id, other.root(), "agent", other.chief);
    assert!(unit.grant_changes().insert(&grant).await.is_err(), "there is nobody to give to");
}

cases!($ deletions:
    many_are_deleted_at_once_as_one_by_one,
    somebody_deleted_is_nowhere_and_comes_back_as_they_were,
    somebody_pending_is_withdrawn_and_not_deleted,
    r12_an_address_or_login_that_is_here_again_lets_nobody_come_back,
    revocations_of_somebody_deleted_stay_as_they_are_when_they_are_invited_again,
    what_is_kept_is_erased_in_time_with_a_login_that_belongs_nowhere,
    a_login_that_belongs_elsewhere_or_runs_the_installation_stays,
    nobody_is_erased_whom_a_letter_waits_for,
    letters_know_the_names_of_who_was_deleted,
    who_holds_something_is_not_deleted,
    a_deletion_that_does_not_add_up_is_found,
    f1_nobody_deletes_or_restores_across_organizations,
);
