//! R6 of reports: only who manages members wherever somebody has access reports about them, oneself not excepted; and nothing is
//! taken that isn't shown.

use proptest::prelude::*;
use tenure_domain::StatisticKey;
use tenure_domain::access_model::{AccessModel, StatisticSpec, engine};
use tenure_domain::membership::Status;
use tenure_domain::statistic::{ReportFacts, report};
use tenure_domain::strategies::{picks, scenes};
use tenure_domain::workspace::Place;

use crate::acts::place;

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r6_nobody_reports_without_managing_and_nothing_is_taken_that_is_not_shown(
        mut scene in scenes(),
        who in picks(),
        whom in picks(),
        oneself in any::<bool>(),
        gate in picks(),
        number in any::<u64>(),
    ) {
        let feature = gate.one(&scene.spec.features).map(|feature| feature.key.clone());
        scene.spec.statistics = vec![StatisticSpec { key: "calls".to_owned(), feature, ..StatisticSpec::default() }];
        scene.organization.model = AccessModel::compile(&scene.spec).unwrap().into();
        let actor = who.one(&scene.people).unwrap();
        let target = if oneself { actor } else { whom.one(&scene.people).unwrap() };
        let (own, access) = (actor.access(&scene.organization), target.access(&scene.organization));
        let places: Vec<Place> = target.grants.iter().map(|grant| place(&scene, grant.workspace)).collect();
        let facts = ReportFacts {
            organization: &scene.organization,
            by: actor.id(),
            own: &own,
            membership: &target.membership,
            access: &access,
            places: &places,
        };
        let numbers = [(StatisticKey::parse("calls").unwrap(), number)].into();
        if report(&facts, &numbers).is_ok() {
            prop_assert!(!places.is_empty() && places.iter().all(|place| own.can(engine::MEMBERS_MANAGE, place)));
            prop_assert_eq!(actor.membership.status, Status::Active);
            prop_assert!(target.membership.status != Status::Pending);
            prop_assert!(scene.organization.statistics_on().any(|one| one.key == "calls"));
            prop_assert!(i64::try_from(number).is_ok_and(|number| number < 1 << 53));
        }
    }
}
