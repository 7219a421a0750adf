//! A workspace is deleted while something is put into it: one of them wins, and nothing is left without a place (h1, R1).

use std::sync::Arc;

use tenure_domain::revocation::Handover;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::Store;

use super::together::{ROUNDS, alone, together};
use crate::contract::cases;
use crate::deeds::{Deed, Give, Meet, Refused, Revoke, TearDown, Undo, What};
use crate::judge::nothing_is_violated;
use crate::samples::{Office, offer};

fn tear_down(office: &Office, workspace: WorkspaceId) -> Deed {
    Deed::TearDown(TearDown { actor: office.chief, workspace })
}

fn give(office: &Office, to: MemberId, workspace: WorkspaceId) -> Deed {
    Deed::Give(Give { actor: office.chief, to, workspace, offer: offer(&["agent"]), seen: None })
}

async fn is_there(office: &Office, workspace: WorkspaceId) -> bool {
    office.open().await.workspaces().find(office.id(), workspace).await.unwrap().is_some()
}

async fn r1_a_workspace_goes_or_gets_a_contact_and_never_both(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    for round in 0..ROUNDS {
        let workspace = office.workspace(office.root(), "Brief").await;
        let meet = Deed::Meet(Meet { actor: office.chief, workspace });
        let outcomes = together(&office, vec![tear_down(&office, workspace), meet]).await;
        let expected = match &outcomes[0] {
            Ok(_) => [Ok(None), Err(Refused::Missing)],
            Err(_) => [Err(Refused::Rule("in_use")), Ok(None)],
        };
        assert_eq!(outcomes, expected, "round {round}");
        assert_eq!(is_there(&office, workspace).await, outcomes[0].is_err(), "round {round}");
    }
    nothing_is_violated(&office).await;
}

async fn r1_a_workspace_goes_or_somebody_gets_access_to_it_and_never_both(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Nils North", &[]).await;
    for round in 0..ROUNDS / 3 {
        let workspace = office.workspace(office.root(), "Brief").await;
        let outcomes = together(&office, vec![tear_down(&office, workspace), give(&office, member, workspace)]).await;
        let expected = match &outcomes[0] {
            Ok(_) => [Ok(None), Err(Refused::Missing)],
            Err(_) => [Err(Refused::Rule("in_use")), Ok(None)],
        };
        assert_eq!(outcomes, expected, "round {round}");
    }
    nothing_is_violated(&office).await;
}

async fn r12_a_workspace_goes_or_access_to_it_comes_back_and_never_both(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Nils North", &[("agent", office.root())]).await;
    for round in 0..ROUNDS / 3 {
        let workspace = office.workspace(office.root(), "Brief").await;
        alone(&office, give(&office, member, workspace)).await.unwrap();
        let revoke = Revoke { actor: office.chief, from: member, what: What::At(workspace), handover: Handover::Unassign };
        let receipt = alone(&office, Deed::Revoke(revoke)).await.unwrap().unwrap();
        let undo = Deed::Undo(Undo { actor: office.chief, receipt });
        let outcomes = together(&office, vec![tear_down(&office, workspace), undo]).await;
        let expected = match &outcomes[0] {
            Ok(_) => [Ok(None), Err(Refused::Rule("too_late"))],
            Err(_) => [Err(Refused::Rule("in_use")), Ok(None)],
        };
        assert_eq!(outcomes, expected, "round {round}");
    }
    nothing_is_violated(&office).await;
}

cases!($ workspaces_race:
    r1_a_workspace_goes_or_gets_a_contact_and_never_both,
    r1_a_workspace_goes_or_somebody_gets_access_to_it_and_never_both,
    r12_a_workspace_goes_or_access_to_it_comes_back_and_never_both,
);
