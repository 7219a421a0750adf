//! Portfolios: opened once for each workspace and holder, handed over whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use tenure_domain::contact::Portfolio;
use tenure_domain::{MemberId, PortfolioId};
use tenure_port_store::Store;

use crate::contract::cases;
use crate::samples::{Office, new};

async fn held_by(office: &Office, member: MemberId) -> BTreeSet<PortfolioId> {
    office.open().await.portfolios().held_by(office.id(), &[member]).await.unwrap().iter().map(|portfolio| portfolio.id).collect()
}

async fn a_member_has_one_open_portfolio_for_each_workspace(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let (one, other) = (office.hire("One", &[]).await, office.hire("Other", &[]).await);
    let id = new();
    let mut unit = office.open().await;
    let opened = unit.portfolios().open(office.id(), tree.north, one, id).await.unwrap();
    let expected =
        Portfolio { organization: office.id(), id, workspace: tree.north, first_holder: one, holder: Some(one), open: true };
    assert_eq!(opened, expected);
    assert_eq!(unit.portfolios().open(office.id(), tree.north, one, new()).await.unwrap(), expected);
    unit.commit().await.unwrap();
    assert_eq!(office.portfolio(one, tree.north).await, expected);
    let elsewhere = office.portfolio(one, tree.south).await;
    let others = office.portfolio(other, tree.north).await;
    assert_eq!(BTreeSet::from([id, elsewhere.id, others.id]).len(), 3);
    assert_eq!(held_by(&office, one).await, [id, elsewhere.id].into());
    assert_eq!(held_by(&office, other).await, [others.id].into());
    assert!(held_by(&office, new()).await.is_empty());
    assert!(office.open().await.portfolios().held_by(office.id(), &[one]).await.unwrap().contains(&expected));
}

async fn a_portfolio_that_was_handed_over_takes_no_new_contacts(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (one, other) = (office.hire("One", &[]).await, office.hire("Other", &[]).await);
    let first = office.portfolio(one, office.root()).await;
    office.hand_over(std::slice::from_ref(&first), Some(other)).await;
    let handed = Portfolio { holder: Some(other), open: false, ..first.clone() };
    assert_eq!(office.open().await.portfolios().held_by(office.id(), &[other]).await.unwrap(), [handed]);
    assert!(held_by(&office, one).await.is_empty());
    let own = office.portfolio(other, office.root()).await;
    assert_ne!(own.id, first.id, "an inherited portfolio is not one's own");
    let second = office.portfolio(one, office.root()).await;
    assert_ne!(second.id, first.id);
    office.hand_over(std::slice::from_ref(&first), Some(one)).await;
    assert_eq!(held_by(&office, one).await, [first.id, second.id].into(), "what returns is closed, and stands beside the open one");
    assert_eq!(office.portfolio(one, office.root()).await, second);
}

async fn a_handover_moves_what_it_names_and_nothing_else(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let (one, other) = (office.hire("One", &[]).await, office.hire("Other", &[]).await);
    let named = [office.portfolio(one, tree.north).await, office.portfolio(one, tree.north_east).await];
    let stays = office.portfolio(one, tree.south).await;
    office.hand_over(&named, None).await;
    office.hand_over(&[], Some(other)).await;
    assert_eq!(held_by(&office, one).await, [stays.id].into());
    assert!(held_by(&office, other).await.is_empty());
    office.hand_over(&named[..1], Some(other)).await;
    assert_eq!(held_by(&office, other).await, [named[0].id].into());
    let mut unit = office.lock().await;
    unit.holder_changes().hand_over(&[new(), named[1].id], Some(other)).await.unwrap();
    drop(unit);
    assert_eq!(held_by(&office, other).await, [named[0].id].into(), "and nothing at all when it is rolled back");
}

async fn many_portfolios_change_hands_at_once(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let heir = office.hire("Heir", &[]).await;
    let mut many = Vec::new();
    for number in 0..150 {
        let place = office.workspace(office.root(), &format!("W{number}")).await;
        many.push(office.portfolio(office.chief, place).await);
    }
    office.hand_over(&many, Some(heir)).await;
    assert_eq!(held_by(&office, heir).await, many.iter().map(|portfolio| portfolio.id).collect());
    assert!(held_by(&office, office.chief).await.is_empty());
}

cases!($ portfolios:
    a_member_has_one_open_portfolio_for_each_workspace,
    a_portfolio_that_was_handed_over_takes_no_new_contacts,
    a_handover_moves_what_it_names_and_nothing_else,
    many_portfolios_change_hands_at_once,
);
