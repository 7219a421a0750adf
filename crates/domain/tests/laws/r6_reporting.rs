//! R6 of reports: who manages all that a member has reports about them, oneself not excepted, and nobody else does; and nothing is
//! taken that isn't shown.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use tenure_domain::StatisticKey;
use tenure_domain::access_model::{AccessModel, StatisticSpec, engine};
use tenure_domain::may_grant::{Granter, may_manage_all};
use tenure_domain::membership::Status;
use tenure_domain::statistic::{HIGHEST, ReportFacts, report};
use tenure_domain::strategies::{Pick, Scene, picks, scenes};
use tenure_domain::workspace::Place;

use crate::acts::place;

/// Most numbers are fine, so that it is seldom the number that a report fails by.
fn numbers() -> impl Strategy<Value = u64> {
    prop_oneof![8 => 0..=HIGHEST, 1 => Just(HIGHEST), 1 => Just(HIGHEST + 1), 1 => HIGHEST + 1..]
}

/// Who reports, about whom, behind which feature and what.
type Asked = (Scene, Pick, Pick, bool, Pick, bool, u64);

fn asked() -> impl Strategy<Value = Asked> {
    (scenes(), picks(), picks(), any::<bool>(), picks(), any::<bool>(), numbers())
}

/// Whether a report is taken, and whether it should be.
fn taken((mut scene, who, whom, oneself, gate, gated, number): Asked) -> (bool, bool) {
    let feature = gate.one(&scene.spec.features).filter(|_| gated).map(|feature| feature.key.clone());
    scene.spec.statistics = vec![StatisticSpec { key: "calls".to_owned(), feature, ..StatisticSpec::default() }];
    scene.organization.model = AccessModel::compile(&scene.spec).unwrap().into();
    let actor = who.one(&scene.people).unwrap();
    let target = if oneself { actor } else { whom.one(&scene.people).unwrap() };
    let (own, access) = (actor.access(&scene.organization), target.access(&scene.organization));
    let mut places: Vec<Place> = target.grants.iter().map(|grant| place(&scene, grant.workspace)).collect();
    if places.is_empty() {
        places.push(place(&scene, scene.organization.root));
    }
    let facts = ReportFacts {
        organization: &scene.organization,
        by: actor.id(),
        own: &own,
        membership: &target.membership,
        access: &access,
        places: &places,
    };
    let numbers = [(StatisticKey::parse("calls").unwrap(), number)].into();
    let manages = if target.id() == actor.id() {
        places.iter().all(|place| own.can(engine::MEMBERS_MANAGE, place))
    } else {
        may_manage_all(Granter::Member { id: actor.id(), access: &own }, target.id(), &access, &places).is_ok()
    };
    let shown = scene.organization.statistics_on().any(|one| one.key == "calls");
    let expected = manages && shown && number <= HIGHEST && target.membership.status != Status::Pending;
    (report(&facts, &numbers).is_ok(), expected)
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r6_only_and_all_who_manage_report_and_nothing_is_taken_that_is_not_shown(asked in asked()) {
        let (taken, expected) = taken(asked);
        prop_assert_eq!(taken, expected);
    }
}

#[test]
fn the_law_meets_reports_that_are_taken_and_such_that_are_not() {
    let mut runner = TestRunner::deterministic();
    let all = 500;
    let ok = (0..all).filter(|_| taken(asked().new_tree(&mut runner).unwrap().current()).0).count();
    assert!((10..all - 10).contains(&ok), "{ok} of {all}");
}
