//! Whoever stands still: the receipt that says what was emptied, and what somebody alone has.

use std::sync::Arc;

use tenure_domain::membership::Status;
use tenure_domain::resource::{Known, Resource};
use tenure_domain::revocation::{Act, Receipt, ReceiptState};
use tenure_domain::selection::{Selected, Selection};
use tenure_domain::{KindKey, MemberId};
use tenure_port_store::{ResourceSights, Store};

use super::receipts::{keep, receipt};
use crate::contract::cases;
use crate::samples::{Office, new};

async fn the_deactivation_that_stands_is_the_last_one(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (still, other) = (office.hire("Sti Ll", &[]).await, office.hire("O Ther", &[]).await);
    let of = |member, when| Receipt {
        act: Act::Deactivation,
        undo_until: None,
        selections: vec![Selected {
            selection: Selection::only([new::<tenure_domain::ResourceId>()]),
            version: 3,
            ..Selected::nothing(member, KindKey::parse("team").unwrap())
        }],
        ..receipt(&office, member, office.root(), when)
    };
    let (first, last) = (of(still, 1), of(still, 2));
    for one in [&first, &last, &receipt(&office, still, office.root(), 3), &of(other, 4)] {
        keep(&office, one, &[]).await;
    }
    let found = async |member| office.open().await.receipts().find_deactivation(office.id(), member).await.unwrap();
    assert_eq!(found(still).await, Some(last.clone()));
    for (ended, stands) in [(last.id, Some(first.clone())), (first.id, None)] {
        let mut unit = office.lock().await;
        unit.receipt_changes().set_state(ended, ReceiptState::Undone).await.unwrap();
        unit.commit().await.unwrap();
        assert_eq!(found(still).await, stands);
    }
}

async fn what_somebody_alone_has_is_what_nobody_else_who_is_active_chose(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let me = office.hire("Me Myself", &[("agent", root)]).await;
    let mate = office.hire("Ma Te", &[("agent", root)]).await;
    let idle = office.add("In Active", Status::Inactive, &[("agent", root)], |_| {}).await.id;
    let without = office.hire("With Out", &[]).await;
    let mut desks = Vec::new();
    for called in ["Attic", "Door", "Hall", "Yard"] {
        desks.push(office.resource("desk", called).await);
    }
    let group = office.group("desk", "Upstairs").await;
    let mut unit = office.lock().await;
    unit.resource_changes().update(&Resource { for_everyone: true, ..desks[3].clone() }).await.unwrap();
    unit.resource_changes().update(&Resource { groups: [group.id].into(), ..desks[0].clone() }).await.unwrap();
    unit.commit().await.unwrap();
    let kind = KindKey::parse("desk").unwrap();
    let levels = office.organization.model.level_reach(&kind);
    let whole = ResourceSights { viewer: office.chief, known: Known { whole: [kind.clone()].into(), ..Known::default() } };
    let blind = ResourceSights { viewer: without, known: Known { chosen: [kind.clone()].into(), ..Known::default() } };
    let alone = async |sights: &ResourceSights, member: MemberId, up_to| {
        let found = office.store.queries().had_alone(office.id(), sights, member, &levels, up_to).await.unwrap();
        assert!(found.all_looked_at, "there are few");
        found.resources.iter().map(|one| one.name.to_string()).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    assert_eq!(alone(&whole, me, 9).await, none);
    office.select(me, "desk", Selection::only([desks[1].id, desks[2].id, desks[3].id])).await;
    for whoever_covers_nothing in [idle, without] {
        office.select(whoever_covers_nothing, "desk", Selection::All).await;
    }
    assert_eq!(alone(&whole, me, 9).await, ["Door", "Hall"], "what is for everyone is nobody's alone");
    assert_eq!(alone(&whole, me, 1).await, ["Door"]);
    office.select(mate, "desk", Selection::only([desks[2].id])).await;
    assert_eq!(alone(&whole, me, 9).await, ["Door"]);
    assert_eq!(alone(&whole, mate, 9).await, none);
    // By a group, and by all of it.
    office.select(me, "desk", Selection::only([group.id])).await;
    assert_eq!(alone(&whole, me, 9).await, ["Attic"]);
    office.select(mate, "desk", Selection::only([group.id])).await;
    assert_eq!(alone(&whole, me, 9).await, none);
    office.select(me, "desk", Selection::All).await;
    assert_eq!(alone(&whole, me, 9).await, ["Door", "Hall"]);
    office.select(without, "desk", Selection::only([desks[2].id])).await;
    assert_eq!(alone(&blind, me, 9).await, ["Hall"], "whoever may not know of it isn't told");
    let another = async |desk: usize| office.store.queries().has_another(office.id(), desks[desk].id, me, &levels).await.unwrap();
    assert_eq!([another(0).await, another(1).await], [true, false], "by a group");
    office.select(mate, "desk", Selection::All).await;
    assert_eq!(alone(&whole, me, 9).await, none);
    assert!(another(1).await);
}

cases!($ standing_still:
    the_deactivation_that_stands_is_the_last_one,
    what_somebody_alone_has_is_what_nobody_else_who_is_active_chose,
);
