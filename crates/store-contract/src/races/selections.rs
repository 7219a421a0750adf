//! What somebody has of a kind, chosen by two at once, and while what is chosen is being deleted (r3, r12).

use std::sync::Arc;

use tenure_domain::revocation::Handover;
use tenure_domain::selection::Selection;
use tenure_domain::{KindKey, MemberId, ResourceId};
use tenure_port_store::Store;

use super::together::{ROUNDS, alone, together};
use crate::contract::cases;
use crate::deeds::{Deed, DeleteResource, Refused, Revoke, Select, Undo, What};
use crate::judge::nothing_is_violated;
use crate::samples::Office;

fn desk() -> KindKey {
    KindKey::parse("desk").unwrap()
}

fn give(office: &Office, member: MemberId, resource: ResourceId, seen: Option<u64>) -> Deed {
    let selection = Selection::only([resource]);
    Deed::Select(Select { actor: office.chief, member, kind: desk(), selection, seen })
}

fn delete(office: &Office, resource: ResourceId) -> Deed {
    Deed::DeleteResource(DeleteResource { actor: office.chief, resource })
}

async fn chosen(office: &Office, member: MemberId) -> (Selection, u64) {
    let found = office.open().await.selections().find(office.id(), member, &desk()).await.unwrap();
    (found.selection, found.version)
}

async fn d1_of_two_selections_with_one_version_one_wins_and_the_other_is_stale(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Sel Ector", &[("agent", office.root())]).await;
    let mut desks = Vec::new();
    for called in ["Door", "Hall", "Attic"] {
        desks.push(office.resource("desk", called).await.id);
    }
    for round in 0..ROUNDS {
        let (before, version) = chosen(&office, member).await;
        let others: Vec<ResourceId> = desks.iter().copied().filter(|desk| !before.has(*desk)).take(2).collect();
        let deeds = others.iter().map(|desk| give(&office, member, *desk, Some(version))).collect();
        let outcomes = together(&office, deeds).await;
        let won = outcomes.iter().position(Result::is_ok).unwrap_or_else(|| panic!("round {round}: {outcomes:?}"));
        assert_eq!(outcomes[1 - won], Err(Refused::Stale), "round {round}");
        assert_eq!(chosen(&office, member).await, (Selection::only([others[won]]), version + 1), "round {round}");
    }
    nothing_is_violated(&office).await;
}

async fn r3_what_is_deleted_while_it_is_given_is_nobodys(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Sel Ector", &[("agent", office.root())]).await;
    for round in 0..ROUNDS {
        let one = office.resource("desk", "Door").await.id;
        let outcomes = together(&office, vec![delete(&office, one), give(&office, member, one, None)]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        if let Err(refused) = &outcomes[1] {
            assert_eq!(*refused, Refused::Rule("unknown_resource"), "round {round}: it is gone");
        }
        assert_eq!(chosen(&office, member).await.0, Selection::None, "round {round}: {outcomes:?}");
    }
    nothing_is_violated(&office).await;
}

async fn r12_what_is_deleted_while_its_choice_comes_back_is_left_out(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let leaver = office.hire("Lea Ver", &[("agent", office.root())]).await;
    let kept = office.resource("desk", "Hall").await.id;
    for round in 0..ROUNDS / 2 {
        let one = office.resource("desk", "Door").await.id;
        office.select(leaver, "desk", Selection::only([one, kept])).await;
        let from = Revoke { actor: office.chief, from: leaver, what: What::All, handover: Handover::Unassign };
        let receipt = alone(&office, Deed::Revoke(from)).await.unwrap().unwrap();
        let undo = Deed::Undo(Undo { actor: office.chief, receipt });
        let outcomes = together(&office, vec![undo, delete(&office, one)]).await;
        assert!(outcomes.iter().all(Result::is_ok), "round {round}: {outcomes:?}");
        assert_eq!(chosen(&office, leaver).await.0, Selection::only([kept]), "round {round}");
    }
    nothing_is_violated(&office).await;
}

cases!($ selections_race:
    d1_of_two_selections_with_one_version_one_wins_and_the_other_is_stale,
    r3_what_is_deleted_while_it_is_given_is_nobodys,
    r12_what_is_deleted_while_its_choice_comes_back_is_left_out,
);
