//! The access model changes while contacts are assigned and access is given (R6, h2).

use std::sync::Arc;

use tenure_domain::organization::{Migration, Remodelling};
use tenure_port_store::Store;

use super::together::{ROUNDS, alone, together};
use crate::contract::cases;
use crate::deeds::{Assign, Deed, Give, Remodel};
use crate::judge::nothing_is_violated;
use crate::samples::{Office, document, level, offer};

/// What an agent may do, in the sample's document.
const MAY: &str = r#"permissions = ["members.view", "contacts.view", "contacts.handle"]"#;

fn remodel(office: &Office, document: &str, levels: &[(&str, &str)]) -> Deed {
    let model = Arc::new(tenure_access_models::compile(document).unwrap());
    let levels = levels.iter().map(|(old, new)| (level(old), level(new))).collect();
    let ask = Remodelling { model, document: document.into(), migration: Migration { levels, ..Migration::default() } };
    Deed::Remodel(Remodel { actor: office.chief, ask })
}

async fn h2_another_model_against_an_assignment_leaves_no_contact_with_who_may_not_handle_it(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Nils North", &[("agent", office.root())]).await;
    let less = document().replace(MAY, r#"permissions = ["members.view", "contacts.view"]"#);
    assert_ne!(less, document());
    for round in 0..ROUNDS {
        let contact = office.contact(office.root(), "Con Tact").await;
        let assign = Deed::Assign(Assign { actor: office.chief, contact: contact.id, to: Some(member) });
        let outcomes = together(&office, vec![remodel(&office, &less, &[]), assign]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        assert_eq!(office.holder_of(contact.id).await, None, "round {round}: {outcomes:?}");
        alone(&office, remodel(&office, document(), &[])).await.unwrap();
    }
    nothing_is_violated(&office).await;
}

async fn a_level_that_goes_against_one_that_is_given_leaves_nobody_with_a_word_that_is_gone(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let other = document().replace("\"agent\"", "\"helper\"");
    for round in 0..ROUNDS / 3 {
        let member = office.hire("Sara South", &[]).await;
        let give =
            Deed::Give(Give { actor: office.chief, to: member, workspace: tree.south, offer: offer(&["agent"]), seen: None });
        let outcomes = together(&office, vec![remodel(&office, &other, &[("agent", "helper")]), give]).await;
        assert!(outcomes[0].is_ok(), "round {round}: {outcomes:?}");
        // Whoever came second was told that there is no such level.
        let grants = office.grants_of(member).await;
        assert!(grants.iter().all(|grant| grant.as_offer() == offer(&["helper"])), "round {round}: {grants:?}");
        assert_eq!(outcomes[1].is_ok(), !grants.is_empty(), "round {round}: {outcomes:?}");
        alone(&office, remodel(&office, document(), &[("helper", "agent")])).await.unwrap();
    }
    nothing_is_violated(&office).await;
}

cases!($ models_race:
    h2_another_model_against_an_assignment_leaves_no_contact_with_who_may_not_handle_it,
    a_level_that_goes_against_one_that_is_given_leaves_nobody_with_a_word_that_is_gone,
);
