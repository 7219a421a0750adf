//! Sessions, and who acts by them: expiry to the microsecond, and the standing of this very moment (R16).

use std::sync::Arc;
use std::time::Duration;

use tenure_domain::FeatureKey;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::user::{Session, User};
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
    assert_eq!((principal.session, principal.session_expires_at), (session.id, session.expires_at));
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
    a_session_names_its_user_and_standing,
    a_principal_comes_with_where_their_grants_lie,
    without_an_organization_a_session_is_a_login_alone,
    a9_a_session_dies_to_the_microsecond,
    a_session_that_ended_is_nobodys,
    e1_a_change_of_standing_holds_from_the_commit_on,
);
