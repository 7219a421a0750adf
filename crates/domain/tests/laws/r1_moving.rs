//! R1, R6, R11: a subtree is moved; nobody gains by it what wasn't the mover's to give, and nobody holds what they may not handle.

use proptest::prelude::*;
use tenure_domain::access_model::engine;
use tenure_domain::strategies::picks;

use crate::acts::{self, open_scenes};
use crate::moves::Move;

proptest! {
    // Few scenes have somebody who may move something that others hold anything of.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases * 8, ..ProptestConfig::default() })]

    #[test]
    fn r6_nobody_gains_by_a_move_what_is_not_the_movers_to_give(
        scene in open_scenes(), mover in picks(), top in picks(), parent in picks()
    ) {
        let asked = Move::of(&scene, top, parent);
        let Some(mover) = asked.mover(&scene, mover) else { return Ok(()) };
        let Ok(moved) = asked.by(&scene, mover) else { return Ok(()) };
        if moved.events.is_empty() {
            return Ok(());
        }
        asked.gives_what_is_the_movers(&scene, mover, &asked.after(&scene));
    }

    #[test]
    fn h2_after_a_move_whoever_holds_contacts_may_handle_them(
        scene in open_scenes(), mover in picks(), top in picks(), parent in picks()
    ) {
        let asked = Move::of(&scene, top, parent);
        let Some(mover) = asked.mover(&scene, mover) else { return Ok(()) };
        let Ok(moved) = asked.by(&scene, mover) else { return Ok(()) };
        if moved.events.is_empty() {
            return Ok(());
        }
        let after = asked.after(&scene);
        for person in &scene.people {
            let access = person.access(&scene.organization);
            for held in acts::held_by(&scene, person) {
                let there = acts::place(&after, held.place.workspace());
                let could = access.would(engine::CONTACTS_HANDLE, &held.place);
                let can = access.would(engine::CONTACTS_HANDLE, &there);
                let is_left = moved.value.left.contains(&held.portfolio.id);
                prop_assert!(!could || can != is_left, "held by who may not, or left by who may");
            }
        }
    }
}
