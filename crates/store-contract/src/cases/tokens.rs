//! API tokens, and for whom they act: one look-up by their hash, dead to the microsecond, and gone with their member.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tenure_domain::membership::{Membership, Status};
use tenure_domain::token::Token;
use tenure_domain::{MemberId, PermissionKey};
use tenure_port_store::{Credential, LiveToken, Store, StoreError};

use crate::contract::cases;
use crate::samples::{Office, at, name, new};

const MICRO: Duration = Duration::from_micros(1);

fn token(office: &Office, member: MemberId, called: &str) -> Token {
    Token {
        organization: office.id(),
        id: new(),
        member,
        name: name(called),
        permissions: None,
        made_by: office.chief,
        created_at: at(1),
        expires_at: None,
        last_used_at: None,
    }
}

async fn keep(office: &Office, token: &Token, secret: u8) {
    let mut unit = office.lock().await;
    unit.token_changes().insert(token, &hash(office, secret)).await.unwrap();
    unit.commit().await.unwrap();
}

/// Another one in each office: they share a database.
fn hash(office: &Office, secret: u8) -> [u8; 32] {
    let mut hash = [secret; 32];
    hash[..16].copy_from_slice(office.id().uuid().as_bytes());
    hash
}

async fn a_token_names_its_member_with_their_standing(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("To Ken", &[("agent", office.root())]).await;
    let view: BTreeSet<_> = [PermissionKey::parse("members.view").unwrap()].into();
    let kept = Token { permissions: Some(view.clone()), expires_at: Some(at(20)), ..token(&office, member, "nightly export") };
    keep(&office, &kept, 1).await;
    let grants = office.grants_of(member).await;
    let principal = store.queries().token_principal(&hash(&office, 1), at(10)).await.unwrap().unwrap();
    let live = LiveToken { id: kept.id, permissions: Some(view), made_by: office.chief, last_used_at: None };
    assert_eq!(principal.credential, Credential::Token(live.clone()));
    assert_eq!(principal.organization.as_ref(), Some(&office.organization));
    let (membership, theirs) = principal.membership.unwrap();
    assert_eq!((membership.id, &theirs), (member, &grants));
    let of: Vec<_> = grants.iter().map(|grant| grant.workspace).collect();
    assert_eq!(principal.chains, store.queries().chains(office.id(), &of).await.unwrap());
    let standing = office.open().await.tokens().standing(office.id(), kept.id, at(10)).await.unwrap().unwrap();
    assert_eq!((standing.user, standing.membership, standing.token), (principal.user, Some((membership, grants)), Some(live)));
    assert_eq!(store.queries().tokens_of(office.id(), member, at(10)).await.unwrap(), [kept]);
}

async fn f1_a_token_is_its_organizations_alone(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let elsewhere = Office::found_called(&store, "Elsewhere").await;
    let kept = token(&office, office.chief, "ours");
    keep(&office, &kept, 1).await;
    let mut unit = elsewhere.lock().await;
    assert!(unit.tokens().standing(elsewhere.id(), kept.id, at(10)).await.unwrap().is_none());
    assert!(unit.tokens().of(elsewhere.id(), office.chief, at(10)).await.unwrap().is_empty());
    unit.tokens().used(elsewhere.id(), kept.id, at(9)).await.unwrap();
    unit.token_changes().remove(kept.id).await.unwrap();
    unit.token_changes().remove_of(&[office.chief]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.queries().tokens_of(office.id(), office.chief, at(10)).await.unwrap(), [kept]);
}

async fn what_a_token_is_for_becomes_other_permissions(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let elsewhere = Office::found_called(&store, "Elsewhere").await;
    let keys = |keys: &[&str]| keys.iter().map(|key| PermissionKey::parse(key).unwrap()).collect::<BTreeSet<_>>();
    let limited = Token { permissions: Some(keys(&["a.one", "b.two"])), ..token(&office, office.chief, "limited") };
    for (secret, one) in [(1, &limited), (2, &token(&office, office.chief, "whole"))] {
        keep(&office, one, secret).await;
    }
    let mut unit = elsewhere.lock().await;
    assert!(unit.token_changes().limited().await.unwrap().is_empty());
    unit.token_changes().limit(limited.id, &keys(&["c.three"])).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = office.lock().await;
    assert_eq!(unit.token_changes().limited().await.unwrap(), [(limited.id, keys(&["a.one", "b.two"]))]);
    unit.token_changes().limit(limited.id, &keys(&["b.two"])).await.unwrap();
    unit.commit().await.unwrap();
    let now: Vec<_> = store.queries().tokens_of(office.id(), office.chief, at(10)).await.unwrap();
    assert_eq!(now.iter().map(|one| one.permissions.clone()).collect::<Vec<_>>(), [Some(keys(&["b.two"])), None]);
}

async fn a9_a_token_dies_to_the_microsecond(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let end = at(20);
    let kept = Token { expires_at: Some(end), ..token(&office, office.chief, "for a while") };
    keep(&office, &kept, 1).await;
    for (now, lives) in [(end.minus(MICRO), true), (end, false), (end.plus(MICRO), false)] {
        let found = store.queries().token_principal(&hash(&office, 1), now).await.unwrap();
        let standing = office.open().await.tokens().standing(office.id(), kept.id, now).await.unwrap();
        let listed = office.open().await.tokens().of(office.id(), office.chief, now).await.unwrap();
        assert_eq!((found.is_some(), standing.is_some(), listed.len() == 1), (lives, lives, lives));
    }
}

async fn when_a_token_was_used_never_goes_back(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let kept = token(&office, office.chief, "busy");
    keep(&office, &kept, 1).await;
    for now in [at(5), at(9), at(7)] {
        let mut unit = office.open().await;
        unit.tokens().used(office.id(), kept.id, now).await.unwrap();
        unit.commit().await.unwrap();
    }
    let listed = store.queries().tokens_of(office.id(), office.chief, at(10)).await.unwrap();
    assert_eq!(listed[0].last_used_at, Some(at(9)));
}

async fn a_token_that_was_deleted_is_nobodys(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("To Ken", &[("agent", office.root())]).await;
    let (first, second, other) =
        (token(&office, member, "first"), token(&office, member, "second"), token(&office, office.chief, "other"));
    for (secret, one) in [(1, &first), (2, &second), (3, &other)] {
        keep(&office, one, secret).await;
    }
    let lives = async |secret| store.queries().token_principal(&hash(&office, secret), at(10)).await.unwrap().is_some();
    let mut unit = office.lock().await;
    unit.token_changes().remove(first.id).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!([lives(1).await, lives(2).await, lives(3).await], [false, true, true]);
    let mut unit = office.lock().await;
    unit.token_changes().remove_of(&[member]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!([lives(1).await, lives(2).await, lives(3).await], [false, false, true]);
}

async fn a_token_goes_with_its_membership_and_comes_back_with_none(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("To Ken", &[("agent", office.root())]).await;
    keep(&office, &token(&office, member, "theirs"), 1).await;
    let mut unit = office.lock().await;
    let standing = unit.memberships().find(office.id(), member).await.unwrap().unwrap();
    unit.membership_changes().delete(member, at(1_000)).await.unwrap();
    unit.commit().await.unwrap();
    assert!(store.queries().token_principal(&hash(&office, 1), at(10)).await.unwrap().is_none());
    let mut unit = office.lock().await;
    unit.membership_changes().restore(&standing).await.unwrap();
    unit.commit().await.unwrap();
    assert!(store.queries().tokens_of(office.id(), member, at(10)).await.unwrap().is_empty());
}

async fn one_secret_opens_one_door(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    keep(&office, &token(&office, office.chief, "first"), 1).await;
    let mut unit = office.lock().await;
    let again = unit.token_changes().insert(&token(&office, office.chief, "again"), &hash(&office, 1)).await;
    assert!(again.is_err_and(|error| !matches!(error, StoreError::OutOfSpace)));
}

async fn tokens_that_ended_are_swept_out(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (dead, alive) =
        (Token { expires_at: Some(at(5)), ..token(&office, office.chief, "dead") }, token(&office, office.chief, "alive"));
    keep(&office, &dead, 1).await;
    keep(&office, &alive, 2).await;
    while store.errands().sweep(at(10), 100).await.unwrap() > 0 {}
    let left = store.queries().tokens_of(office.id(), office.chief, at(4)).await.unwrap();
    assert_eq!(left, [alive]);
}

async fn a_token_of_somebody_who_does_not_act_is_a_violation(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("To Ken", &[("agent", office.root())]).await;
    keep(&office, &token(&office, member, "theirs"), 1).await;
    assert_eq!(store.queries().violations(20).await.unwrap(), []);
    let mut unit = office.lock().await;
    let standing = unit.memberships().find(office.id(), member).await.unwrap().unwrap();
    unit.membership_changes().update(&Membership { status: Status::Inactive, ..standing }).await.unwrap();
    unit.commit().await.unwrap();
    let found: Vec<_> = store.queries().violations(20).await.unwrap().iter().map(|one| one.invariant).collect();
    assert_eq!(found, ["tokens_act"]);
}

cases!($ tokens:
    a_token_names_its_member_with_their_standing,
    f1_a_token_is_its_organizations_alone,
    what_a_token_is_for_becomes_other_permissions,
    a9_a_token_dies_to_the_microsecond,
    when_a_token_was_used_never_goes_back,
    a_token_that_was_deleted_is_nobodys,
    a_token_goes_with_its_membership_and_comes_back_with_none,
    one_secret_opens_one_door,
    tokens_that_ended_are_swept_out,
    a_token_of_somebody_who_does_not_act_is_a_violation,
);
