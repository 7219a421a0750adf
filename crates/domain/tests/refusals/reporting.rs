//! Every way in which a report of a statistic isn't taken.

use tenure_domain::RefusalKind::{Conflict, Forbidden, Invalid};
use tenure_domain::StatisticKey;
use tenure_domain::access_model::{AccessModel, StatisticSpec};
use tenure_domain::statistic::{HIGHEST, ReportFacts, ReportRefused, report};
use tenure_domain::strategies::Scene;
use tenure_domain::workspace::Place;

use crate::acts::place;
use crate::small::{ADA, BOB, CEM, EVE, FINN, small, who};
use crate::{Line, check, no};

/// The small organization with calls that are always counted, and visits to the vault that are where there is one.
fn counted() -> Scene {
    let mut scene = small();
    let statistic = |key: &str, feature: Option<&str>| StatisticSpec {
        key: key.to_owned(),
        feature: feature.map(str::to_owned),
        ..StatisticSpec::default()
    };
    scene.spec.statistics = vec![statistic("calls", None), statistic("visits", Some("vault"))];
    scene.organization.model = AccessModel::compile(&scene.spec).unwrap().into();
    scene
}

fn reported(scene: &Scene, by: u64, whom: u64, numbers: &[(&str, u64)]) -> Result<(), ReportRefused> {
    let (actor, target) = (who(scene, by), who(scene, whom));
    let (own, access) = (actor.access(&scene.organization), target.access(&scene.organization));
    let places: Vec<Place> = target.grants.iter().map(|grant| place(scene, grant.workspace)).collect();
    let facts = ReportFacts {
        organization: &scene.organization,
        by: actor.id(),
        own: &own,
        membership: &target.membership,
        access: &access,
        places: &places,
    };
    let numbers = numbers.iter().map(|(key, number)| (StatisticKey::parse(key).unwrap(), *number)).collect();
    report(&facts, &numbers)
}

#[test]
fn whoever_may_not_report_is_told_why_and_what_makes_no_sense_is_named() {
    let mut scene = counted();
    let line = |when, refused, kind, rule, says, pointer| Line { when, refused, kind, rule, says, pointer };
    let no_of = |scene: &Scene, by, whom| no(reported(scene, by, whom, &[("calls", 1)]));
    let of = |numbers: &[(&str, u64)]| no(reported(&scene, ADA, CEM, numbers));
    check(vec![
        line("an agent about themselves", no_of(&scene, CEM, CEM), Forbidden, "missing_permission", "members.manage", None),
        line("an agent about another", no_of(&scene, CEM, BOB), Forbidden, "missing_permission", "members.manage", None),
        line("a manager about an owner", no_of(&scene, BOB, ADA), Forbidden, "missing_permission", "members.manage", None),
        line("somebody inactive", no_of(&scene, FINN, CEM), Forbidden, "missing_permission", "members.manage", None),
        line("about somebody invited", no_of(&scene, ADA, EVE), Conflict, "pending", "accepted", None),
        line("a made-up number", of(&[("calls", 1), ("spells", 1)]), Invalid, "unknown_statistic", "spells", Some("/spells")),
        line("one that is off", of(&[("visits", 1)]), Forbidden, "feature_off", "vault", None),
        line("more than is counted", of(&[("calls", HIGHEST + 1)]), Invalid, "statistic_too_high", "whole number", Some("/calls")),
    ]);
    assert_eq!(reported(&scene, ADA, CEM, &[("calls", HIGHEST)]), Ok(()));
    scene.organization.features = [(tenure_domain::FeatureKey::parse("vault").unwrap(), true)].into();
    assert_eq!(reported(&scene, ADA, CEM, &[("visits", 0), ("calls", 1)]), Ok(()));
}

#[test]
fn whoever_manages_somebody_reports_about_them_and_about_themselves() {
    let scene = counted();
    for (by, whom) in [(ADA, CEM), (ADA, BOB), (ADA, FINN), (ADA, ADA), (BOB, CEM), (BOB, BOB)] {
        assert_eq!(reported(&scene, by, whom, &[("calls", 7)]), Ok(()), "{by} about {whom}");
    }
}
