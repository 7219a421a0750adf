//! Second factors: what counts and what doesn't yet, steps and codes that are used once, and who governs where one is required (R8).

use std::sync::Arc;

use tenure_domain::UserId;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::user::{ActiveFactor, BegunFactor, SecondFactor};
use tenure_port_store::{Confirmed, Store};

use crate::contract::cases;
use crate::samples::{Office, at, levels, membership, organization, session, user};

/// A second factor that was shown by the code of this step.
pub(crate) fn confirmed(step: u64, recovery_codes: &[[u8; 32]]) -> Confirmed {
    Confirmed { sealed: vec![7; 60], step, since: at(5), recovery_codes: recovery_codes.to_vec() }
}

/// Gives a login a second factor.
pub(crate) async fn arm(store: &Arc<dyn Store>, user: UserId, with: &Confirmed) {
    let mut unit = store.open().await.unwrap();
    unit.second_factors().confirm(user, with).await.unwrap();
    unit.commit().await.unwrap();
}

/// The login of a member.
pub(crate) async fn login_of(office: &Office, member: tenure_domain::MemberId) -> UserId {
    let membership = office.open().await.memberships().find(office.id(), member).await.unwrap();
    membership.and_then(|membership| membership.user).expect("a member with a login")
}

async fn what_is_begun_counts_for_nothing_until_it_is_confirmed(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = login_of(&office, office.chief).await;
    let mut unit = office.open().await;
    assert_eq!(unit.second_factors().find(login).await.unwrap(), SecondFactor::default());
    unit.second_factors().begin(login, &[1; 60], at(1)).await.unwrap();
    unit.second_factors().begin(login, &[2; 60], at(2)).await.unwrap();
    let begun = Some(BegunFactor { sealed: vec![2; 60], at: at(2) });
    assert_eq!(unit.second_factors().find(login).await.unwrap(), SecondFactor { active: None, begun: begun.clone() });
    unit.sessions().insert(&session(login, 1)).await.unwrap();
    let standing = unit.sessions().standing(session(login, 1).id, None, at(10)).await.unwrap();
    assert!(standing.is_none_or(|standing| !standing.has_factor));
    assert!(!unit.second_factors().use_step(login, 0).await.unwrap(), "there is none to use");
    unit.second_factors().confirm(login, &confirmed(40, &[[1; 32], [2; 32]])).await.unwrap();
    let active = ActiveFactor { sealed: vec![7; 60], since: at(5), last_step: 40, recovery_codes_left: 2 };
    assert_eq!(unit.second_factors().find(login).await.unwrap(), SecondFactor { active: Some(active.clone()), begun: None });
    unit.second_factors().begin(login, &[2; 60], at(2)).await.unwrap();
    assert_eq!(unit.second_factors().find(login).await.unwrap(), SecondFactor { active: Some(active), begun }, "the one goes on");
    unit.commit().await.unwrap();
}

async fn who_asks_is_known_to_have_one_in_the_same_reading(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = login_of(&office, office.chief).await;
    let session = session(login, 1);
    let mut unit = office.open().await;
    unit.sessions().insert(&session).await.unwrap();
    unit.commit().await.unwrap();
    for has_one in [false, true] {
        if has_one {
            arm(&store, login, &confirmed(1, &[])).await;
        }
        let principal = store.queries().principal(&session.secret_hash, Some(office.id()), at(10)).await.unwrap().unwrap();
        assert_eq!(principal.has_factor, has_one);
        let standing = office.open().await.sessions().standing(session.id, Some(office.id()), at(10)).await.unwrap().unwrap();
        assert_eq!(standing.has_factor, has_one);
    }
}

async fn c2_a_step_is_used_once_and_no_earlier_one_after_it(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (login, other) = (login_of(&office, office.chief).await, office.hire("Other One", &[]).await);
    let other = login_of(&office, other).await;
    arm(&store, login, &confirmed(100, &[])).await;
    arm(&store, other, &confirmed(1, &[])).await;
    let mut unit = office.open().await;
    for (step, is_let) in
        [(100, false), (99, false), (101, true), (101, false), (103, true), (102, false), (u64::from(u32::MAX), true)]
    {
        assert_eq!(unit.second_factors().use_step(login, step).await.unwrap(), is_let, "step {step}");
    }
    assert!(unit.second_factors().use_step(other, 2).await.unwrap(), "another login's steps are its own");
}

async fn a_recovery_code_is_used_once_and_dies_with_newer_ones(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (login, other) = (login_of(&office, office.chief).await, office.hire("Other One", &[]).await);
    let other = login_of(&office, other).await;
    arm(&store, login, &confirmed(1, &[[1; 32], [2; 32], [3; 32]])).await;
    arm(&store, other, &confirmed(1, &[])).await;
    let mut unit = office.open().await;
    assert!(!unit.second_factors().use_recovery_code(other, &[1; 32]).await.unwrap(), "it is nobody else's");
    assert!(unit.second_factors().has_recovery_code(login, &[1; 32]).await.unwrap());
    assert!(unit.second_factors().use_recovery_code(login, &[1; 32]).await.unwrap());
    assert!(!unit.second_factors().has_recovery_code(login, &[1; 32]).await.unwrap());
    assert!(!unit.second_factors().use_recovery_code(login, &[1; 32]).await.unwrap());
    assert_eq!(unit.second_factors().find(login).await.unwrap().active.unwrap().recovery_codes_left, 2);
    unit.second_factors().replace_recovery_codes(login, &[[4; 32]]).await.unwrap();
    assert!(!unit.second_factors().use_recovery_code(login, &[2; 32]).await.unwrap());
    assert!(unit.second_factors().use_recovery_code(login, &[4; 32]).await.unwrap());
    assert!(unit.second_factors().remove(login).await.unwrap());
    assert_eq!(unit.second_factors().find(login).await.unwrap(), SecondFactor::default());
    unit.second_factors().begin(login, &[1; 60], at(1)).await.unwrap();
    assert!(!unit.second_factors().remove(login).await.unwrap(), "what was begun isn't one");
    assert_eq!(unit.second_factors().find(login).await.unwrap(), SecondFactor::default(), "and goes all the same");
}

async fn a10_where_one_is_required_who_has_none_governs_not(store: Arc<dyn Store>) {
    let office = Office::found_as(&store, Organization { second_factor_required: true, ..organization("Office") }).await;
    let lax = Office::found_called(&store, "Lax").await;
    let governing = levels(&["chief"]);
    let governs = async |office: &Office| {
        let mut unit = office.open().await;
        let any = unit.memberships().another_governor(office.id(), office.root(), &governing, None).await.unwrap();
        (any, unit.memberships().governor_with_factor(office.id(), office.root(), &governing).await.unwrap())
    };
    assert_eq!((governs(&office).await, governs(&lax).await), ((false, false), (true, false)));
    let mut unit = office.open().await;
    let in_charge = unit.memberships().in_charge(office.id(), office.root(), &governing, 10).await.unwrap();
    assert_eq!(in_charge, [office.chief].into(), "the chair is theirs all the same");
    drop(unit);
    let found = store.queries().violations(10).await.unwrap();
    assert!(found.iter().all(|found| found.invariant == "never_headless" && found.organization == Some(office.id())), "{found:?}");
    assert_eq!(found.len(), 1);
    let (login, other) = (login_of(&office, office.chief).await, login_of(&lax, lax.chief).await);
    let mut unit = office.open().await;
    unit.second_factors().begin(login, &[1; 60], at(1)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(governs(&office).await, (false, false), "what was begun is none yet");
    arm(&store, login, &confirmed(1, &[])).await;
    arm(&store, other, &confirmed(1, &[])).await;
    assert_eq!((governs(&office).await, governs(&lax).await), ((true, true), (true, true)));
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
    let mut unit = office.open().await;
    assert!(unit.second_factors().is_required(login).await.unwrap());
    assert!(!unit.second_factors().is_required(other).await.unwrap());
}

async fn a_login_knows_all_organizations_that_could_rest_on_it(store: Arc<dyn Store>) {
    let [one, two, other] =
        [Office::found_called(&store, "One").await, Office::found_called(&store, "Two").await, Office::found(&store).await];
    let login = user(&format!("both.{}@example.test", one.id()));
    let mut unit = one.open().await;
    unit.users().insert(&login).await.unwrap();
    unit.commit().await.unwrap();
    let mut expected = vec![one.id(), two.id()];
    for (office, status) in [(&one, Status::Inactive), (&two, Status::Active)] {
        let mut unit = office.lock().await;
        let here = Membership { status, ..membership(office.id(), Some(&login), login.email.as_str(), "Both Here") };
        unit.membership_changes().insert(&here).await.unwrap();
        if status == Status::Active {
            unit.membership_changes().delete(here.id, at(1_000)).await.unwrap();
        }
        unit.commit().await.unwrap();
    }
    expected.sort_unstable();
    let mut unit = other.open().await;
    assert_eq!(unit.second_factors().organizations_of(login.id).await.unwrap(), expected);
    unit.second_factors().hold_organizations(&expected).await.unwrap();
    unit.second_factors().hold_organizations(&[]).await.unwrap();
}

cases!($ second_factors:
    what_is_begun_counts_for_nothing_until_it_is_confirmed,
    who_asks_is_known_to_have_one_in_the_same_reading,
    c2_a_step_is_used_once_and_no_earlier_one_after_it,
    a_recovery_code_is_used_once_and_dies_with_newer_ones,
    a10_where_one_is_required_who_has_none_governs_not,
    a_login_knows_all_organizations_that_could_rest_on_it,
);
