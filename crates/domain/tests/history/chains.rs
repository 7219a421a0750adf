//! h3: contacts handed on in a chain, or crosswise, and the revocations undone in every order.

use tenure_domain::revocation::{Handover, ReceiptState};
use tenure_domain::strategies::id;

use crate::house::House;
use crate::laws;
use crate::small::{ADA, BERLIN, BOB, CEM, DORA, change, grant, offer, small, who};

/// Three agents in Berlin; the first holds a portfolio.
fn house() -> House {
    let mut scene = small();
    change(&mut scene, BOB, |bob| bob.grants = vec![grant(BOB, BERLIN, offer(&["agent"], &[], &[]))]);
    House::new(scene)
}

/// Ends the first grant of one and hands what they hold to the other, if it is allowed.
fn hand_over(house: &mut House, from: u64, to: u64) -> bool {
    let before = house.scene.clone();
    let (ada, from) = (who(&before, ADA), who(&before, from));
    let Some(grant) = from.grants.first() else { return false };
    let done = house.revoke_grant(ada, from, grant, Handover::AssignTo(id(to)), true);
    settle(house, &before, done)
}

fn undo(house: &mut House, receipt: usize) -> bool {
    let before = house.scene.clone();
    let done = house.undo_receipt(who(&before, ADA), receipt);
    settle(house, &before, done)
}

fn settle(house: &mut House, before: &tenure_domain::strategies::Scene, done: Option<crate::house::Done>) -> bool {
    let Some(done) = done else { return false };
    house.ledger.write(&house.scene, &done.events);
    laws::of_a_step(before, house, &done);
    laws::at_all_times(house);
    true
}

fn holder(house: &House) -> Option<tenure_domain::MemberId> {
    house.scene.portfolios[0].holder
}

#[test]
fn h3_a_chain_undone_in_any_order_ends_where_it_began() {
    for order in [[0, 1], [1, 0]] {
        let mut house = house();
        assert!(hand_over(&mut house, CEM, DORA) && hand_over(&mut house, DORA, BOB));
        assert_eq!(holder(&house), Some(id(BOB)));
        assert!(undo(&mut house, order[0]));
        // Undone from the end, Dora has it for a while; from the beginning, Cem has it back from Bob.
        assert_eq!(holder(&house), Some(id(if order[0] == 0 { CEM } else { DORA })));
        assert!(undo(&mut house, order[1]));
        assert_eq!(holder(&house), Some(id(CEM)), "{order:?}");
        assert!(house.receipts.iter().all(|kept| kept.receipt.state == ReceiptState::Undone));
    }
}

#[test]
fn h3_a_longer_chain_undone_in_any_order_ends_where_it_began() {
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for order in orders {
        let mut house = house();
        assert!(hand_over(&mut house, CEM, DORA) && hand_over(&mut house, DORA, BOB) && hand_over(&mut house, BOB, ADA));
        for receipt in order {
            assert!(undo(&mut house, receipt), "{order:?}");
        }
        assert_eq!(holder(&house), Some(id(CEM)), "{order:?}");
    }
}

#[test]
fn h3_of_two_crossing_handovers_the_second_finds_no_successor() {
    let mut house = house();
    assert!(hand_over(&mut house, CEM, DORA));
    assert!(!hand_over(&mut house, DORA, CEM), "Cem is gone and can take nothing");
    assert_eq!(holder(&house), Some(id(DORA)));
}

#[test]
fn r12_giving_the_leaver_access_anew_supersedes_the_receipt() {
    let mut house = house();
    assert!(hand_over(&mut house, CEM, DORA));
    let before = house.scene.clone();
    let (ada, cem) = (who(&before, ADA), who(&before, CEM));
    let berlin = crate::acts::place(&before, id(BERLIN));
    let done = house.give_offer(ada, cem, &berlin, offer(&["agent"], &[], &[]));
    assert!(settle(&mut house, &before, done));
    assert_eq!(house.receipts[0].receipt.state, ReceiptState::Superseded);
    assert!(!undo(&mut house, 0));
    assert_eq!(holder(&house), Some(id(DORA)));
}

#[test]
fn r11_a_limit_that_takes_handling_away_takes_the_contacts_too() {
    let mut house = house();
    let before = house.scene.clone();
    let (ada, cem) = (who(&before, ADA), who(&before, CEM));
    let root = crate::acts::place(&before, before.organization.root);
    // A second grant above, whose limit cuts below it, whichever grant gave the right.
    let done = house.give_offer(ada, cem, &root, offer(&["agent"], &[], &["no_contacts"]));
    assert!(settle(&mut house, &before, done));
    assert_eq!(holder(&house), None);
}
