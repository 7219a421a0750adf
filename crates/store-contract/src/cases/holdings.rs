//! What of an access model is in use, and what words become others.

use std::collections::BTreeMap;
use std::sync::Arc;

use tenure_domain::grant::{Grant, Offer};
use tenure_domain::organization::{Holding, KindUse};
use tenure_domain::selection::{Selected, Selection};
use tenure_domain::workspace::Workspace;
use tenure_domain::{KindKey, MemberId, PermissionKey, RestrictionKey, WorkspaceKindKey};
use tenure_port_store::Store;

use crate::contract::cases;
use crate::samples::{Office, grant, level, levels, new, offer};

fn kind(key: &str) -> KindKey {
    KindKey::parse(key).unwrap()
}

fn sorted(mut ids: Vec<MemberId>) -> Vec<MemberId> {
    ids.sort_unstable();
    ids
}

async fn grants_are_counted_by_what_they_hold(store: Arc<dyn Store>) {
    let other = Office::found_called(&store, "Other").await;
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    other.hire("Not Mine", &[("agent", other.root())]).await;
    let both = office.hire("Two Agents", &[("agent", tree.north), ("agent", tree.south)]).await;
    let one = office.hire("One Agent", &[("agent", tree.north)]).await;
    let full = Grant {
        levels: levels(&["agent", "clerk"]),
        permissions: [PermissionKey::parse("calls.use").unwrap()].into(),
        restrictions: [RestrictionKey::parse("masked").unwrap()].into(),
        ..grant(one, tree.south, "agent", office.chief)
    };
    let mut unit = office.lock().await;
    unit.grant_changes().insert(&full).await.unwrap();
    let mut all = unit.holdings().all(office.id()).await.unwrap();
    all.sort_by_key(|holding| holding.offer.levels.clone());
    let holding = |offer: Offer, grants: u64| Holding { offer, grants };
    assert_eq!(all, [holding(offer(&["agent"]), 3), holding(full.as_offer(), 1), holding(offer(&["chief"]), 1)]);
    assert_eq!(unit.holdings().holders(office.id(), &[offer(&["agent"])], 10).await.unwrap(), sorted(vec![both, one]));
    assert_eq!(unit.holdings().holders(office.id(), &[offer(&["agent"])], 1).await.unwrap().len(), 1);
    let several = [full.as_offer(), offer(&["chief"]), offer(&["clerk"])];
    assert_eq!(unit.holdings().holders(office.id(), &several, 10).await.unwrap(), sorted(vec![one, office.chief]));
    assert!(unit.holdings().holders(office.id(), &[], 10).await.unwrap().is_empty());
    let many: Vec<Offer> = (0..250).map(|number| offer(&[&format!("level{number}"), "agent"])).chain([offer(&["agent"])]).collect();
    assert_eq!(
        unit.holdings().holders(office.id(), &many, 10).await.unwrap(),
        sorted(vec![both, one]),
        "however many are asked for"
    );
    unit.portfolios().open(office.id(), tree.north, both, new()).await.unwrap();
    assert_eq!(unit.holdings().holders_of_contacts(office.id(), &[offer(&["agent"])], 10).await.unwrap(), [both]);
    let mut before = Vec::new();
    for id in [office.chief, both, one] {
        before.push(unit.memberships().find(office.id(), id).await.unwrap().unwrap());
    }
    unit.holding_changes().touch(&offer(&["agent"])).await.unwrap();
    for then in before {
        let now = unit.memberships().find(office.id(), then.id).await.unwrap().unwrap().version;
        assert_eq!(now > then.version, then.id != office.chief, "whose grant it is counts as changed");
    }
}

async fn what_grants_hold_becomes_something_else_and_lists_find_it(store: Arc<dyn Store>) {
    let other = Office::found_called(&store, "Other").await;
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let elsewhere = other.hire("Not Mine", &[("agent", other.root())]).await;
    let agent = office.hire("Some Agent", &[("agent", tree.north), ("clerk", tree.south)]).await;
    let both = Grant { levels: levels(&["agent", "clerk"]), ..grant(agent, tree.north_east, "agent", office.chief) };
    let mut unit = office.lock().await;
    unit.grant_changes().insert(&both).await.unwrap();
    // One grant had the other level already: it has it once.
    unit.holding_changes().rewrite(&offer(&["agent"]), &offer(&["clerk"])).await.unwrap();
    unit.holding_changes().rewrite(&offer(&["agent", "clerk"]), &offer(&["clerk"])).await.unwrap();
    let after = unit.grants().of(office.id(), agent).await.unwrap();
    assert!(after.iter().all(|grant| grant.levels == levels(&["clerk"])), "{after:?}");
    let version = |at| after.iter().find(|grant| grant.workspace == at).unwrap().version;
    assert_eq!((version(tree.north), version(tree.north_east), version(tree.south)), (2, 2, 1), "what changed is another version");
    unit.commit().await.unwrap();
    assert_eq!(other.grants_of(elsewhere).await[0].levels, levels(&["agent"]), "of another organization nothing");
    assert_eq!(store.queries().violations(10).await.unwrap(), [], "what lists are filtered by goes with it");
}

async fn kinds_are_counted_and_become_others(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let desks = office.resources("desk", 3).await;
    let group = office.group("desk", "Desks").await;
    let chosen = office.hire("Has One", &[("guest", tree.north)]).await;
    let none = office.hire("Has None", &[("guest", tree.north)]).await;
    let wider = office.hire("Has More", &[("guest", tree.north), ("agent", tree.south)]).await;
    office.select(chosen, "desk", Selection::only([desks[0]])).await;
    let mut unit = office.lock().await;
    let all = KindUse { resources: 3, for_everyone: 0, groups: 1 };
    assert_eq!(unit.holdings().kinds(office.id()).await.unwrap(), BTreeMap::from([(kind("desk"), all)]));
    let (ones, more) = ([level("guest")].into(), [level("agent")].into());
    let ask = unit.holdings().not_exactly_one(office.id(), &kind("desk"), &ones, &more, 10).await;
    assert_eq!(ask.unwrap(), [none]);
    let ask = unit.holdings().not_exactly_one(office.id(), &kind("desk"), &ones, &[].into(), 10).await;
    assert_eq!(ask.unwrap(), sorted(vec![none, wider]));
    let has = unit.selections().find(office.id(), chosen, &kind("desk")).await.unwrap();
    let more_of_it = has.selection.with(group.id);
    unit.selection_changes().replace(&Selected { selection: more_of_it, ..has }).await.unwrap();
    let ask = unit.holdings().not_exactly_one(office.id(), &kind("desk"), &ones, &more, 10).await;
    assert_eq!(ask.unwrap(), sorted(vec![chosen, none]), "one and a group aren't one");
    let (area, region) = (WorkspaceKindKey::parse("area").unwrap(), WorkspaceKindKey::parse("region").unwrap());
    assert!(unit.holdings().workspace_kinds(office.id()).await.unwrap().is_empty(), "what has no kind is of none");
    for one in [tree.north, tree.south] {
        let workspace = unit.workspaces().find(office.id(), one).await.unwrap().unwrap();
        unit.workspace_changes().update(&Workspace { kind: Some(area.clone()), ..workspace }).await.unwrap();
    }
    assert_eq!(unit.holdings().workspace_kinds(office.id()).await.unwrap(), BTreeMap::from([(area.clone(), 2)]));
    unit.holding_changes().rename_workspace_kind(&area, &region).await.unwrap();
    let after = unit.holdings().workspace_kinds(office.id()).await.unwrap();
    assert_eq!(after, BTreeMap::from([(region, 2)]));
    unit.holding_changes().forget_kind(&kind("desk")).await.unwrap();
    assert!(unit.selections().of(office.id(), chosen).await.unwrap().is_empty());
}

cases!($ holdings:
    grants_are_counted_by_what_they_hold,
    what_grants_hold_becomes_something_else_and_lists_find_it,
    kinds_are_counted_and_become_others,
);
