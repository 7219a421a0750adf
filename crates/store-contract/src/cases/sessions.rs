//! Sessions, and who acts by them: expiry to the microsecond, and the standing of this very moment (R16).

use std::sync::Arc;
use std::time::Duration;

use tenure_domain::membership::{Membership, Status};
use tenure_domain::user::{Device, Session, User};
use tenure_domain::{DAY, FeatureKey, Instant};
use tenure_port_store::Store;

use crate::contract::cases;
use crate::samples::{Office, at, grant, membership, new, session, user, workspace};

const MICRO: Duration = Duration::from_micros(1);

/// Somebody with a login, a session and a membership.
async fn signed_in(office: &Office, secret: u8) -> (User, Session, Membership) {
    let login = user(&format!("s{secret}.{}@example.test", office.id()));
    let session = session(login.id, secret);
    let here = membership(office.id(), Some(&login), login.email.as_str(), "Sessa Ssion");
    let mut unit = office.lock().await;
    unit.users().insert(&login).await.unwrap();
    unit.sessions().insert(&session).await.unwrap();
    unit.membership_changes().insert(&here).await.unwrap();
    unit.grant_changes().insert(&grant(here.id, office.root(), "agent", office.chief)).await.unwrap();
    unit.commit().await.unwrap();
    (login, session, here)
}

async fn a_session_names_its_user_and_standing(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (login, session, here) = signed_in(&office, 1).await;
    let grants = office.grants_of(here.id).await;
    let principal = store.queries().principal(&session.secret_hash, Some(office.id()), at(10)).await.unwrap().unwrap();
    let own = principal.session().unwrap();
    assert_eq!((own.id, own.expires_at), (session.id, session.expires_at));
    assert_eq!(principal.user, login);
    assert_eq!(principal.organization.as_ref(), Some(&office.organization));
    assert_eq!(principal.membership, Some((here.clone(), grants.clone())));
    let standing = office.open().await.sessions().standing(session.id, Some(office.id()), at(10)).await.unwrap().unwrap();
    assert_eq!((standing.user, standing.membership), (login, Some((here, grants))));
}

async fn a_principal_comes_with_where_their_grants_lie(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (_, session, here) = signed_in(&office, 1).await;
    let mut above = workspace(office.id(), new(), Some(office.root()), "Above");
    (above.active, above.features_off) = (false, [FeatureKey::parse("masking").unwrap()].into());
    let below = workspace(office.id(), new(), Some(above.id), "Below");
    let mut unit = office.lock().await;
    for place in [&above, &below] {
        unit.workspace_changes().insert(place).await.unwrap();
    }
    unit.grant_changes().insert(&grant(here.id, below.id, "clerk", office.chief)).await.unwrap();
    unit.commit().await.unwrap();
    let principal = store.queries().principal(&session.secret_hash, Some(office.id()), at(10)).await.unwrap().unwrap();
    let (_, grants) = principal.membership.unwrap();
    let of: Vec<_> = grants.iter().map(|grant| grant.workspace).collect();
    assert_eq!(principal.chains, store.queries().chains(office.id(), &of).await.unwrap());
    let chain = principal.chains.iter().find(|chain| chain.len() == 3).expect("the one below");
    let steps: Vec<_> = chain.iter().map(|step| (step.workspace, step.active, step.features_off.len())).collect();
    assert_eq!(steps, [(office.root(), true, 0), (above.id, false, 1), (below.id, true, 0)]);
    let nowhere = store.queries().principal(&session.secret_hash, None, at(10)).await.unwrap().unwrap();
    assert!(nowhere.chains.is_empty());
}

async fn without_an_organization_a_session_is_a_login_alone(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let elsewhere = Office::found_called(&store, "Elsewhere").await;
    let (login, session, _) = signed_in(&office, 1).await;
    let principal = store.queries().principal(&session.secret_hash, None, at(10)).await.unwrap().unwrap();
    assert_eq!((principal.user, principal.organization, principal.membership), (login.clone(), None, None));
    let principal = store.queries().principal(&session.secret_hash, Some(elsewhere.id()), at(10)).await.unwrap().unwrap();
    assert_eq!((principal.organization, principal.membership), (Some(elsewhere.organization.clone()), None));
    let principal = store.queries().principal(&session.secret_hash, Some(new()), at(10)).await.unwrap().unwrap();
    assert_eq!((principal.organization, principal.membership), (None, None));
    let mut unit = office.open().await;
    for asked in [None, Some(elsewhere.id()), Some(new())] {
        let standing = unit.sessions().standing(session.id, asked, at(10)).await.unwrap().unwrap();
        assert_eq!((&standing.user, standing.membership), (&login, None));
    }
}

async fn a9_a_session_dies_to_the_microsecond(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (_, session, _) = signed_in(&office, 1).await;
    let queries = store.queries();
    let mut unit = office.open().await;
    for organization in [None, Some(office.id())] {
        let last = session.expires_at.minus(MICRO);
        assert!(queries.principal(&session.secret_hash, organization, last).await.unwrap().is_some());
        assert!(unit.sessions().standing(session.id, organization, last).await.unwrap().is_some());
        for dead in [session.expires_at, session.expires_at.plus(MICRO)] {
            assert!(queries.principal(&session.secret_hash, organization, dead).await.unwrap().is_none());
            assert!(unit.sessions().standing(session.id, organization, dead).await.unwrap().is_none());
        }
    }
}

async fn a_session_that_idled_too_long_is_dead_and_what_is_done_in_it_keeps_it_alive(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (login, mut session, _) = signed_in(&office, 1).await;
    let mut unit = office.open().await;
    unit.sessions().remove(session.id).await.unwrap();
    session.expires_at = session.created_at.plus(Session::LASTS);
    session.device = Device::parse("Browser/1.0");
    unit.sessions().insert(&session).await.unwrap();
    unit.commit().await.unwrap();
    let lives = async |at: Instant| {
        let found = store.queries().principal(&session.secret_hash, Some(office.id()), at).await.unwrap();
        let standing = office.open().await.sessions().standing(session.id, None, at).await.unwrap();
        let listed = store.queries().sessions_of(login.id, at, 10).await.unwrap();
        assert_eq!((found.is_some(), standing.is_some()), (!listed.is_empty(), !listed.is_empty()), "all say the same");
        !listed.is_empty()
    };
    let idle = session.seen_at.plus(Session::IDLES);
    assert!(lives(idle.minus(MICRO)).await && !lives(idle).await);
    let mut unit = office.open().await;
    unit.sessions().seen(session.id, idle.minus(MICRO)).await.unwrap();
    // A slow request's note is no step back (h12).
    unit.sessions().seen(session.id, session.seen_at).await.unwrap();
    unit.commit().await.unwrap();
    assert!(lives(idle).await);
    let listed = store.queries().sessions_of(login.id, idle, 10).await.unwrap().remove(0);
    assert_eq!((listed.id, listed.seen_at, listed.device), (session.id, idle.minus(MICRO), session.device.clone()));
    assert_eq!((listed.created_at, listed.expires_at), (session.created_at, session.expires_at));
    // Whatever is done in it, it ends.
    for days in [6, 12, 18, 24, 29] {
        let mut unit = office.open().await;
        unit.sessions().seen(session.id, session.created_at.plus(DAY * days)).await.unwrap();
        unit.commit().await.unwrap();
    }
    assert!(lives(session.expires_at.minus(MICRO)).await && !lives(session.expires_at).await);
}

async fn a_user_ends_their_own_sessions_and_nobody_elses(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (login, first, _) = signed_in(&office, 1).await;
    let (other, theirs, _) = signed_in(&office, 2).await;
    let (second, third) = (session(login.id, 3), session(login.id, 4));
    let mut unit = office.open().await;
    unit.sessions().insert(&second).await.unwrap();
    unit.sessions().insert(&third).await.unwrap();
    unit.sessions().seen(second.id, at(9)).await.unwrap();
    assert!(!unit.sessions().end(login.id, theirs.id).await.unwrap());
    unit.commit().await.unwrap();
    let of = async |user| store.queries().sessions_of(user, at(10), 10).await.unwrap().iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(of(login.id).await.len(), 3);
    assert_eq!(of(login.id).await[0], second.id, "the one that was used last comes first");
    assert_eq!(store.queries().sessions_of(login.id, at(10), 1).await.unwrap().len(), 1);
    let mut unit = office.open().await;
    assert!(unit.sessions().end(login.id, third.id).await.unwrap());
    assert!(!unit.sessions().end(login.id, third.id).await.unwrap());
    unit.sessions().end_others(login.id, first.id).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!((of(login.id).await, of(other.id).await), (vec![first.id], vec![theirs.id]));
}

async fn a_login_keeps_the_sessions_that_it_used_last(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (login, first, _) = signed_in(&office, 1).await;
    let (_, theirs, _) = signed_in(&office, 2).await;
    let (second, third, dead) = (session(login.id, 3), session(login.id, 4), Session { expires_at: at(9), ..session(login.id, 5) });
    let mut unit = office.open().await;
    for one in [&second, &third, &dead] {
        unit.sessions().insert(one).await.unwrap();
    }
    unit.sessions().seen(first.id, at(8)).await.unwrap();
    unit.sessions().seen(third.id, at(7)).await.unwrap();
    unit.sessions().seen(dead.id, at(8)).await.unwrap();
    unit.sessions().trim(login.id, at(10), 3).await.unwrap();
    unit.commit().await.unwrap();
    let left = store.queries().sessions_of(login.id, at(10), 10).await.unwrap();
    assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [first.id, third.id]);
    assert!(store.queries().principal(&theirs.secret_hash, None, at(10)).await.unwrap().is_some());
}

async fn a_session_that_ended_is_nobodys(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (_, ended, _) = signed_in(&office, 1).await;
    let (_, other, _) = signed_in(&office, 2).await;
    let mut unit = office.open().await;
    unit.sessions().remove(ended.id).await.unwrap();
    assert!(unit.sessions().standing(ended.id, None, at(10)).await.unwrap().is_none());
    unit.commit().await.unwrap();
    assert!(store.queries().principal(&ended.secret_hash, None, at(10)).await.unwrap().is_none());
    assert!(store.queries().principal(&other.secret_hash, None, at(10)).await.unwrap().is_some());
    assert!(store.queries().principal(&[9; 32], None, at(10)).await.unwrap().is_none());
}

async fn h12_a_session_of_a_clock_that_was_ahead_is_dead(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (login, mut session, _) = signed_in(&office, 1).await;
    let mut unit = office.open().await;
    unit.sessions().remove(session.id).await.unwrap();
    session.expires_at = session.created_at.plus(Session::LASTS);
    unit.sessions().insert(&session).await.unwrap();
    unit.commit().await.unwrap();
    let lives = async |now: Instant| {
        let found = store.queries().principal(&session.secret_hash, None, now).await.unwrap().is_some();
        let standing = office.open().await.sessions().standing(session.id, None, now).await.unwrap().is_some();
        let listed = !store.queries().sessions_of(login.id, now, 10).await.unwrap().is_empty();
        assert_eq!((standing, listed), (found, found), "all say the same");
        found
    };
    // A clock that goes back by a day signs nobody out; one that was further ahead let nobody in for longer.
    let day_before = session.created_at.minus(DAY);
    assert!(lives(session.created_at).await && lives(day_before).await && !lives(day_before.minus(MICRO)).await);
    let mut unit = office.open().await;
    unit.sessions().trim(login.id, day_before.minus(MICRO), 10).await.unwrap();
    unit.commit().await.unwrap();
    assert!(!lives(session.created_at).await, "nor is it there when the clock is ahead again");
}

async fn after_a_restore_everybody_signs_in_anew(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (_, one, _) = signed_in(&office, 1).await;
    let (_, other, _) = signed_in(&office, 2).await;
    let mut unit = office.open().await;
    assert_eq!(unit.sessions().end_all().await.unwrap(), 2);
    unit.commit().await.unwrap();
    for session in [one, other] {
        assert_eq!(store.queries().principal(&session.secret_hash, None, at(10)).await.unwrap(), None);
    }
    assert_eq!(office.open().await.sessions().end_all().await.unwrap(), 0);
}

async fn e1_a_change_of_standing_holds_from_the_commit_on(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (_, session, here) = signed_in(&office, 1).await;
    let grants = office.grants_of(here.id).await;
    let mut unit = office.lock().await;
    unit.membership_changes().update(&Membership { status: Status::Inactive, ..here.clone() }).await.unwrap();
    unit.grant_changes().remove(&grants[0]).await.unwrap();
    let before = store.queries().principal(&session.secret_hash, Some(office.id()), at(10)).await.unwrap().unwrap();
    assert_eq!(before.membership, Some((here.clone(), grants)), "nothing is seen before the commit");
    unit.commit().await.unwrap();
    let after = store.queries().principal(&session.secret_hash, Some(office.id()), at(10)).await.unwrap().unwrap();
    let (membership, grants) = after.membership.expect("somebody inactive is still a member");
    assert_eq!((membership.status, grants.len()), (Status::Inactive, 0));
}

cases!($ sessions:
    a_login_keeps_the_sessions_that_it_used_last,
    a_session_that_idled_too_long_is_dead_and_what_is_done_in_it_keeps_it_alive,
    a_user_ends_their_own_sessions_and_nobody_elses,
    a_session_names_its_user_and_standing,
    a_principal_comes_with_where_their_grants_lie,
    without_an_organization_a_session_is_a_login_alone,
    a9_a_session_dies_to_the_microsecond,
    a_session_that_ended_is_nobodys,
    h12_a_session_of_a_clock_that_was_ahead_is_dead,
    after_a_restore_everybody_signs_in_anew,
    e1_a_change_of_standing_holds_from_the_commit_on,
);
