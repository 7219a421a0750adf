//! One code that many come with, and governors who shed what their organization requires of them (c2, h1).

use std::sync::Arc;

use tenure_domain::organization::Organization;
use tenure_domain::revocation::Handover;
use tenure_domain::{MemberId, OrganizationId, UserId};
use tenure_port_store::{Store, StoreError};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::together::ROUNDS;
use crate::cases::second_factors::{arm, confirmed, login_of};
use crate::contract::cases;
use crate::deeds::{Deed, Person, Refused, Revoke, What, perform};
use crate::judge::{nothing_is_violated, somebody_governs};
use crate::samples::{Office, grant, organization};

/// How many come with the same code.
const MANY: usize = 32;

#[derive(Clone, Copy)]
enum Code {
    Step(u64),
    Recovery([u8; 32]),
}

/// Uses a code in a unit of its own.
async fn uses(store: &Arc<dyn Store>, user: UserId, code: Code) -> Result<bool, StoreError> {
    let mut unit = store.open().await?;
    let is_let = match code {
        Code::Step(step) => unit.second_factors().use_step(user, step).await?,
        Code::Recovery(hash) => unit.second_factors().use_recovery_code(user, &hash).await?,
    };
    unit.commit().await?;
    Ok(is_let)
}

async fn c2_of_32_who_come_with_one_code_one_is_let(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let user = login_of(&office, office.chief).await;
    let hashes: Vec<[u8; 32]> = (0..10).map(|number| [number; 32]).collect();
    arm(&store, user, &confirmed(1, &hashes)).await;
    let codes = (2..12).map(Code::Step).chain(hashes.iter().copied().map(Code::Recovery));
    for code in codes {
        let barrier = Arc::new(Barrier::new(MANY));
        let mut tries = JoinSet::new();
        for _ in 0..MANY {
            let (store, barrier) = (Arc::clone(&store), Arc::clone(&barrier));
            tries.spawn(async move {
                barrier.wait().await;
                uses(&store, user, code).await.unwrap()
            });
        }
        assert_eq!(tries.join_all().await.into_iter().filter(|is_let| *is_let).count(), 1);
    }
}

/// Sheds a second factor as its owner does.
async fn shed(store: &Arc<dyn Store>, organization: OrganizationId, member: MemberId, user: UserId) -> Result<(), Refused> {
    loop {
        match try_to_shed(store, organization, member, user).await {
            Err(Refused::Again) => tokio::task::yield_now().await,
            other => return other,
        }
    }
}

async fn try_to_shed(store: &Arc<dyn Store>, organization: OrganizationId, member: MemberId, user: UserId) -> Result<(), Refused> {
    let mut unit = store.open().await?;
    let organizations = unit.second_factors().organizations_of(user).await?;
    unit.second_factors().hold_organizations(&organizations).await?;
    unit.users().hold(user).await?;
    let organization = unit.organizations().find(organization).await?.ok_or(Refused::Missing)?;
    let person = Person::find(unit.unit(), &organization, member).await?;
    let chair = person.chair(unit.unit(), &organization).await?;
    if chair.rests_on_a_factor(&person.access) {
        return Err(Refused::Rule("headless"));
    }
    unit.second_factors().remove(user).await?;
    Ok(unit.commit().await?)
}

/// An organization that requires second factors, and two who govern it with one.
async fn strict(store: &Arc<dyn Store>) -> (Office, [(MemberId, UserId); 2]) {
    let office = Office::found_as(store, Organization { second_factor_required: true, ..organization("Strict") }).await;
    let other = office.hire("Second Chief", &[("chief", office.root())]).await;
    let both = [(office.chief, login_of(&office, office.chief).await), (other, login_of(&office, other).await)];
    for (_, user) in both {
        arm(store, user, &confirmed(1, &[])).await;
    }
    (office, both)
}

async fn h1_two_governors_who_remove_their_factors_at_once_leave_one(store: Arc<dyn Store>) {
    let (office, both) = strict(&store).await;
    for round in 0..ROUNDS / 3 {
        let barrier = Arc::new(Barrier::new(2));
        let mut removals = JoinSet::new();
        for (member, user) in both {
            let (store, barrier, id) = (Arc::clone(&store), Arc::clone(&barrier), office.id());
            removals.spawn(async move {
                barrier.wait().await;
                shed(&store, id, member, user).await
            });
        }
        let done = removals.join_all().await;
        somebody_governs(&office).await;
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1, "round {round}: {done:?}");
        for (_, user) in both {
            arm(&store, user, &confirmed(1, &[])).await;
        }
    }
    nothing_is_violated(&office).await;
}

async fn h1_a_governor_who_removes_their_factor_and_another_who_is_revoked_leave_one(store: Arc<dyn Store>) {
    let (office, [(one, user), (other, _)]) = strict(&store).await;
    for round in 0..ROUNDS / 3 {
        let barrier = Arc::new(Barrier::new(2));
        let (here, id, together) = (Arc::clone(&store), office.id(), Arc::clone(&barrier));
        let removal = tokio::spawn(async move {
            together.wait().await;
            shed(&here, id, one, user).await
        });
        barrier.wait().await;
        let deed = Revoke { actor: one, from: other, what: What::At(office.root()), handover: Handover::Unassign };
        let revoked = perform(&store, id, &Deed::Revoke(deed)).await;
        let removed = removal.await.unwrap();
        somebody_governs(&office).await;
        assert_eq!(
            [removed.is_ok(), revoked.is_ok()].iter().filter(|ok| **ok).count(),
            1,
            "round {round}: {removed:?} {revoked:?}"
        );
        if revoked.is_ok() {
            let mut unit = office.lock().await;
            unit.grant_changes().insert(&grant(other, office.root(), "chief", one)).await.unwrap();
            unit.commit().await.unwrap();
        }
        arm(&store, user, &confirmed(1, &[])).await;
    }
    nothing_is_violated(&office).await;
}

cases!($ second_factors_race:
    c2_of_32_who_come_with_one_code_one_is_let,
    h1_two_governors_who_remove_their_factors_at_once_leave_one,
    h1_a_governor_who_removes_their_factor_and_another_who_is_revoked_leave_one,
);
