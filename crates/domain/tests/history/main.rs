//! Random histories of a small organization, driven by nothing but the domain's decisions: after every step the rules hold.
//!
//! `PROPTEST_CASES=5000 cargo test -p tenure-domain --test history` looks harder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::similar_names,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "tests fail by panicking, and share what only some of them need"
)]

#[path = "../common/acts.rs"]
mod acts;
mod chains;
mod changes;
mod choosing;
mod house;
mod laws;
mod ledger;
#[path = "../common/moves.rs"]
mod moves;
#[path = "../common/plain.rs"]
mod plain;
#[path = "../common/small.rs"]
mod small;
mod standing_still;
mod steps;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use tenure_domain::strategies::Scene;

use house::House;
use steps::{Step, steps};

/// The histories: whatever anybody might try next, whether it is allowed or not.
struct Histories;

impl ReferenceStateMachine for Histories {
    type State = Scene;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Scene> {
        acts::open_scenes().boxed()
    }

    fn transitions(_: &Scene) -> BoxedStrategy<Step> {
        steps().boxed()
    }

    fn apply(state: Scene, _: &Step) -> Scene {
        state
    }
}

struct Organization;

impl StateMachineTest for Organization {
    type SystemUnderTest = House;
    type Reference = Histories;

    fn init_test(scene: &Scene) -> House {
        House::new(scene.clone())
    }

    fn apply(mut house: House, _: &Scene, step: Step) -> House {
        let before = house.scene.clone();
        if let Some(done) = house.take(step) {
            laws::of_a_step(&before, &house, &done);
        }
        house
    }

    fn check_invariants(house: &House, _: &Scene) {
        laws::at_all_times(house);
    }
}

prop_state_machine! {
    #[test]
    fn a4_a6_r8_r11_h3_every_history_keeps_the_rules(sequential 1..60 => Organization);
}

#[test]
fn random_histories_take_every_step() {
    let mut runner = TestRunner::deterministic();
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..200 {
        let mut house = House::new(acts::open_scenes().new_tree(&mut runner).unwrap().current());
        for _ in 0..60 {
            let step = steps().new_tree(&mut runner).unwrap().current();
            let word = step.word();
            if house.take(step).is_some_and(|done| !done.events.is_empty()) {
                *taken.entry(word).or_default() += 1;
            }
        }
        for what in house.met {
            *taken.entry(what).or_default() += 1;
        }
    }
    for (words, least) in [(&Step::WORDS[..], 10), (&House::MEETS[..], 2)] {
        for word in words {
            assert!(taken.get(word).is_some_and(|times| *times >= least), "{word} hardly ever happens: {taken:?}");
        }
    }
}
