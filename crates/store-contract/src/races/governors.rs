//! Two governors who end each other by every pair of ways that exist yet (h1).

use std::sync::Arc;

use tenure_domain::membership::Status;
use tenure_domain::revocation::Handover;
use tenure_domain::{MemberId, ReceiptId};
use tenure_port_store::Store;

use super::together::{ROUNDS, alone, successes, together};
use crate::contract::cases;
use crate::deeds::{Deed, Give, Reactivate, Revoke, Undo, What};
use crate::judge::{nothing_is_violated, somebody_governs};
use crate::samples::{Office, grant, levels, offer};

/// A way in which one governor ends another's governing.
#[derive(Clone, Copy)]
enum Way {
    Demote,
    Revoke,
    Deactivate,
    Delete,
}

impl Way {
    fn deed(self, office: &Office, actor: MemberId, other: MemberId) -> Deed {
        let workspace = office.root();
        match self {
            Self::Demote => Deed::Give(Give { actor, to: other, workspace, offer: offer(&["agent"]), seen: None }),
            Self::Revoke => Deed::Revoke(Revoke { actor, from: other, what: What::At(workspace), handover: Handover::Unassign }),
            Self::Deactivate => {
                let what = What::Acting { keeps_contacts: true };
                Deed::Revoke(Revoke { actor, from: other, what, handover: Handover::Unassign })
            }
            Self::Delete => Deed::Revoke(Revoke { actor, from: other, what: What::All, handover: Handover::Unassign }),
        }
    }
}

/// Makes somebody govern again, whatever they have become; who was deleted or deactivated is brought back by whoever did it.
async fn crown(office: &Office, member: MemberId, by: MemberId, receipt: Option<ReceiptId>) {
    let mut unit = office.lock().await;
    let membership = unit.memberships().find(office.id(), member).await.unwrap();
    if membership.is_some_and(|found| found.status == Status::Inactive) {
        drop(unit);
        alone(office, Deed::Reactivate(Reactivate { actor: by, member })).await.unwrap();
        return;
    }
    if unit.memberships().find(office.id(), member).await.unwrap().is_none() {
        drop(unit);
        let receipt = receipt.expect("a deletion leaves a receipt");
        alone(office, Deed::Undo(Undo { actor: by, receipt })).await.unwrap();
        return;
    }
    let standing = unit.grants().of(office.id(), member).await.unwrap();
    match standing.first() {
        Some(held) => {
            let crowned = tenure_domain::grant::Grant { levels: levels(&["chief"]), ..held.clone() };
            unit.grant_changes().update(&crowned).await.unwrap();
        }
        None => unit.grant_changes().insert(&grant(member, office.root(), "chief", office.chief)).await.unwrap(),
    }
    unit.commit().await.unwrap();
}

async fn end_each_other(store: Arc<dyn Store>, one_way: Way, other_way: Way) {
    let office = Office::found(&store).await;
    let one = office.chief;
    let other = office.hire("Second Chief", &[("chief", office.root())]).await;
    for round in 0..ROUNDS {
        let deeds = vec![one_way.deed(&office, one, other), other_way.deed(&office, other, one)];
        let outcomes = together(&office, deeds).await;
        somebody_governs(&office).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: the second had lost its rights already: {outcomes:?}");
        let (lost, won, receipt) = match &outcomes[0] {
            Ok(receipt) => (other, one, *receipt),
            Err(_) => (one, other, outcomes[1].clone().unwrap()),
        };
        crown(&office, lost, won, receipt).await;
    }
    nothing_is_violated(&office).await;
}

async fn h1_two_governors_who_demote_each_other_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Demote, Way::Demote).await;
}

async fn h1_two_governors_who_revoke_each_other_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Revoke, Way::Revoke).await;
}

async fn h1_a_governor_who_demotes_and_one_who_revokes_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Demote, Way::Revoke).await;
}

async fn h1_two_governors_who_delete_each_other_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Delete, Way::Delete).await;
}

async fn h1_a_governor_who_deletes_and_one_who_demotes_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Delete, Way::Demote).await;
}

async fn h1_a_governor_who_deletes_and_one_who_revokes_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Delete, Way::Revoke).await;
}

async fn h1_two_governors_who_deactivate_each_other_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Deactivate, Way::Deactivate).await;
}

async fn h1_a_governor_who_deactivates_and_one_who_demotes_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Deactivate, Way::Demote).await;
}

async fn h1_a_governor_who_deactivates_and_one_who_revokes_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Deactivate, Way::Revoke).await;
}

async fn h1_a_governor_who_deactivates_and_one_who_deletes_leave_one(store: Arc<dyn Store>) {
    end_each_other(store, Way::Deactivate, Way::Delete).await;
}

/// Four chiefs in a ring, each ending the next: whoever is left at the end was ended by nobody.
async fn h1_a_ring_of_governors_who_end_the_next_leaves_one(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let mut circle = vec![office.chief];
    for number in 0..3 {
        circle.push(office.hire(&format!("Chief {number}"), &[("chief", root)]).await);
    }
    for round in 0..ROUNDS / 2 {
        let deeds = (0..circle.len())
            .map(|at| {
                let way = if (round + at) % 2 == 0 { Way::Demote } else { Way::Revoke };
                way.deed(&office, circle[at], circle[(at + 1) % circle.len()])
            })
            .collect();
        let outcomes = together(&office, deeds).await;
        somebody_governs(&office).await;
        assert!(successes(&outcomes) < circle.len(), "round {round}: not all can have ended each other");
        for (at, outcome) in outcomes.iter().enumerate() {
            if let Ok(receipt) = outcome {
                crown(&office, circle[(at + 1) % circle.len()], circle[at], *receipt).await;
            }
        }
    }
    nothing_is_violated(&office).await;
}

cases!($ governors_race:
    h1_two_governors_who_demote_each_other_leave_one,
    h1_two_governors_who_revoke_each_other_leave_one,
    h1_a_governor_who_demotes_and_one_who_revokes_leave_one,
    h1_two_governors_who_delete_each_other_leave_one,
    h1_a_governor_who_deletes_and_one_who_demotes_leave_one,
    h1_a_governor_who_deletes_and_one_who_revokes_leave_one,
    h1_two_governors_who_deactivate_each_other_leave_one,
    h1_a_governor_who_deactivates_and_one_who_demotes_leave_one,
    h1_a_governor_who_deactivates_and_one_who_revokes_leave_one,
    h1_a_governor_who_deactivates_and_one_who_deletes_leave_one,
    h1_a_ring_of_governors_who_end_the_next_leaves_one,
);
