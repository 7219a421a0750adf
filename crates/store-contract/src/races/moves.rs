//! Subtrees are moved while others move, are given access and get contacts in them (h6, h2).

use std::sync::Arc;

use tenure_domain::WorkspaceId;
use tenure_port_store::Store;

use super::together::{ROUNDS, alone, successes, together};
use crate::contract::cases;
use crate::deeds::{Assign, Deed, Give, Refused, Relocate};
use crate::judge::{holders_have_access, nothing_is_violated};
use crate::samples::{Office, offer};

fn relocate(office: &Office, workspace: WorkspaceId, parent: WorkspaceId) -> Deed {
    Deed::Relocate(Relocate { actor: office.chief, workspace, parent })
}

async fn h6_of_two_moves_each_below_the_other_one_wins_and_no_circle_is_made(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    for round in 0..ROUNDS / 3 {
        let outcomes =
            together(&office, vec![relocate(&office, tree.north, tree.south), relocate(&office, tree.south, tree.north)]).await;
        assert_eq!(successes(&outcomes), 1, "round {round}: {outcomes:?}");
        assert!(outcomes.contains(&Err(Refused::Rule("circle"))), "round {round}: {outcomes:?}");
        let chains = store.queries().chains(office.id(), &[tree.north, tree.south, tree.north_east]).await.unwrap();
        assert!(chains.iter().all(|chain| chain[0].workspace == tree.root), "round {round}");
        // Both back below the root.
        for one in [tree.north, tree.south] {
            alone(&office, relocate(&office, one, tree.root)).await.unwrap();
        }
    }
    nothing_is_violated(&office).await;
}

async fn h6_h2_a_move_against_an_assignment_leaves_no_contact_with_who_may_not_handle_it(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let member = office.hire("Nils North", &[("agent", tree.north)]).await;
    for round in 0..ROUNDS {
        let contact = office.contact(tree.north_east, "Con Tact").await;
        let assign = Deed::Assign(Assign { actor: office.chief, contact: contact.id, to: Some(member) });
        let outcomes = together(&office, vec![relocate(&office, tree.north_east, tree.south), assign]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        holders_have_access(&office, &[member]).await;
        assert_eq!(office.holder_of(contact.id).await, None, "round {round}: {outcomes:?}");
        alone(&office, relocate(&office, tree.north_east, tree.north)).await.unwrap();
    }
    nothing_is_violated(&office).await;
}

async fn h6_a_move_against_a_grant_above_asks_about_it_or_comes_before_it(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let member = office.hire("Sara South", &[]).await;
    for round in 0..ROUNDS / 3 {
        let give =
            Deed::Give(Give { actor: office.chief, to: member, workspace: tree.south, offer: offer(&["agent"]), seen: None });
        let outcomes = together(&office, vec![relocate(&office, tree.north_east, tree.south), give]).await;
        assert_eq!(successes(&outcomes), 2, "round {round}: {outcomes:?}");
        let chain = store.queries().chains(office.id(), &[tree.north_east]).await.unwrap().remove(0);
        assert_eq!(chain[1].workspace, tree.south, "round {round}");
        assert_eq!(office.grants_of(member).await.len(), 1);
        alone(&office, relocate(&office, tree.north_east, tree.north)).await.unwrap();
    }
    nothing_is_violated(&office).await;
}

cases!($ moves_race:
    h6_of_two_moves_each_below_the_other_one_wins_and_no_circle_is_made,
    h6_h2_a_move_against_an_assignment_leaves_no_contact_with_who_may_not_handle_it,
    h6_a_move_against_a_grant_above_asks_about_it_or_comes_before_it,
);
