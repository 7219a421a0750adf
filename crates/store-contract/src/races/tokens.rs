//! Somebody's token is made while they are deactivated, or while another is (e2).

use std::sync::Arc;

use tenure_domain::revocation::Handover;
use tenure_port_store::Store;
use uuid::Uuid;

use super::together::{ROUNDS, alone, successes, together};
use crate::contract::cases;
use crate::deeds::{Deed, MakeToken, Reactivate, Refused, Revoke, What};
use crate::judge::nothing_is_violated;
use crate::samples::{Office, at};

fn secret() -> [u8; 32] {
    let mut hash = [0; 32];
    hash[..16].copy_from_slice(Uuid::now_v7().as_bytes());
    hash
}

async fn e2_nobody_who_was_deactivated_meanwhile_has_a_token(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("To Ken", &[("agent", office.root())]).await;
    for round in 0..ROUNDS / 3 {
        let secret_hash = secret();
        let ends = What::Acting { keeps_contacts: true };
        let outcomes = together(
            &office,
            vec![
                Deed::MakeToken(MakeToken { actor: member, member, secret_hash }),
                Deed::Revoke(Revoke { actor: office.chief, from: member, what: ends, handover: Handover::Unassign }),
            ],
        )
        .await;
        assert!(outcomes[1].is_ok(), "round {round}: {outcomes:?}");
        assert!(matches!(outcomes[0], Ok(_) | Err(Refused::Rule("inactive"))), "round {round}: {outcomes:?}");
        assert!(store.queries().token_principal(&secret_hash, at(60)).await.unwrap().is_none(), "round {round}");
        alone(&office, Deed::Reactivate(Reactivate { actor: office.chief, member })).await.unwrap();
        assert!(store.queries().token_principal(&secret_hash, at(60)).await.unwrap().is_none(), "a token never comes back");
    }
    nothing_is_violated(&office).await;
}

async fn of_many_tokens_made_at_once_there_are_as_many_as_may_be(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("To Ken", &[("agent", office.root())]).await;
    let make = |_| Deed::MakeToken(MakeToken { actor: member, member, secret_hash: secret() });
    let outcomes = together(&office, (0..16).map(make).collect()).await;
    assert_eq!(successes(&outcomes), 1, "{outcomes:?}");
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(Refused::Rule("tokens_full")))), "{outcomes:?}");
    assert_eq!(store.queries().tokens_of(office.id(), member, at(60)).await.unwrap().len(), 1);
}

cases!($ tokens_race:
    e2_nobody_who_was_deactivated_meanwhile_has_a_token,
    of_many_tokens_made_at_once_there_are_as_many_as_may_be,
);
