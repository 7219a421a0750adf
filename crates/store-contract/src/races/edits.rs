//! Parallel edits of one grant: one wins per version, and none is lost (h8).

use std::sync::Arc;

use tenure_domain::PermissionKey;
use tenure_domain::grant::Offer;
use tenure_port_store::Store;

use super::together::{ROUNDS, successes, together};
use crate::contract::cases;
use crate::deeds::{Deed, Give, Refused};
use crate::judge::nothing_is_violated;
use crate::samples::{Office, offer};

/// A different set of permissions for each of the eight numbers.
fn variant(number: usize) -> Offer {
    let all = ["calls.use", "reports.export", "reports.view"];
    let chosen = all.iter().enumerate().filter(|(bit, _)| number & (1 << bit) != 0);
    Offer { permissions: chosen.map(|(_, key)| PermissionKey::parse(key).unwrap()).collect(), ..offer(&["agent"]) }
}

/// Somebody whose grant at the root is edited, in an organization whose plan has calls.
async fn edited(store: &Arc<dyn Store>) -> (Office, tenure_domain::MemberId) {
    let mut organization = crate::samples::organization("Office");
    organization.plan = Some(tenure_domain::PlanKey::parse("large").unwrap());
    let office = Office::found_as(store, organization).await;
    let member = office.hire("Ed Ited", &[("agent", office.root())]).await;
    (office, member)
}

async fn h8_of_parallel_edits_of_one_version_one_wins(store: Arc<dyn Store>) {
    let (office, member) = edited(&store).await;
    for round in 0..ROUNDS {
        let before = office.grants_of(member).await.remove(0);
        // None of them offers what stands, so each would be a change.
        let offers: Vec<Offer> = (0..8).map(variant).filter(|offer| *offer != before.as_offer()).take(4).collect();
        let give = |offer: &Offer| {
            let seen = Some(before.version);
            Deed::Give(Give { actor: office.chief, to: member, workspace: office.root(), offer: offer.clone(), seen })
        };
        let outcomes = together(&office, offers.iter().map(give).collect()).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(Refused::Stale))), "{outcomes:?}");
        let winner = outcomes.iter().position(Result::is_ok).unwrap();
        let after = office.grants_of(member).await.remove(0);
        assert_eq!((after.as_offer(), after.version), (offers[winner].clone(), before.version + 1), "round {round}");
    }
    nothing_is_violated(&office).await;
}

async fn h8_edits_that_look_again_are_all_kept(store: Arc<dyn Store>) {
    let (office, member) = edited(&store).await;
    let first = office.grants_of(member).await[0].version;
    let mut wins = 0;
    for round in 0..ROUNDS / 3 {
        let give = |number: usize| {
            let offer = variant((round + number) % 8);
            Deed::Give(Give { actor: office.chief, to: member, workspace: office.root(), offer, seen: None })
        };
        let outcomes = together(&office, (0..4).map(give).collect()).await;
        assert_eq!(successes(&outcomes), 4, "under the lock each sees the one before: {outcomes:?}");
        wins += 4;
    }
    assert_eq!(office.grants_of(member).await[0].version, first + wins);
    nothing_is_violated(&office).await;
}

cases!($ edits_race:
    h8_of_parallel_edits_of_one_version_one_wins,
    h8_edits_that_look_again_are_all_kept,
);
