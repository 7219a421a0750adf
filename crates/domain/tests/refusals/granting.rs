//! Refusals of giving and changing access.

use tenure_domain::RefusalKind::{Conflict, Forbidden, Invalid};
use tenure_domain::grant::{Giver, Offer};
use tenure_domain::granting::{GivingFacts, give};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Status;
use tenure_domain::selection::Choosing;
use tenure_domain::strategies::{Scene, id};
use tenure_domain::workspace::Place;
use tenure_domain::{LevelKey, PermissionKey, RestrictionKey};

use crate::acts::{chair, giving, place};
use crate::small::{ADA, BERLIN, BOB, CEM, EVE, FINN, PARIS, ROOT, change, offer, small, switch_on, who, workspace};
use crate::{Line, check, no};

fn at(scene: &Scene, number: u64) -> Place {
    place(scene, workspace(number))
}

fn gives(scene: &Scene, actor: u64, target: u64, workspace: u64, offer: Offer) -> Option<Box<dyn tenure_domain::Refusal>> {
    no(giving(scene, who(scene, actor), who(scene, target), &at(scene, workspace), offer))
}

fn granter_gives(scene: &Scene, granter: Granter<'_>, offer: Offer) -> Option<Box<dyn tenure_domain::Refusal>> {
    let target = who(scene, CEM);
    let access = target.access(&scene.organization);
    let place = at(scene, ROOT);
    let (giver, now) = (Giver::Operator(id(1)), scene.now);
    no(give(
        GivingFacts {
            chair: chair(scene, target),
            access: &access,
            grants: &target.grants,
            place: &place,
            granter,
            giver,
            choosing: Choosing::NOTHING,
            now,
        },
        offer,
    ))
}

#[test]
fn what_no_offer_of_this_model_says_is_refused() {
    let scene = small();
    let line = |when, offer, rule, says, pointer| Line {
        when,
        refused: gives(&scene, ADA, CEM, BERLIN, offer),
        kind: Invalid,
        rule,
        says,
        pointer: Some(pointer),
    };
    let plain = || offer(&["agent"], &[], &["no_export"]);
    let mut strange = [plain(), plain(), plain()];
    strange[0].levels.insert(LevelKey::parse("wizard").unwrap());
    strange[1].permissions.insert(PermissionKey::parse("spells.cast").unwrap());
    strange[2].restrictions.insert(RestrictionKey::parse("no_spells").unwrap());
    let [level, permission, restriction] = strange;
    check(vec![
        line("no level at all", offer(&[], &[], &[]), "no_level", "choose", "/levels"),
        line("a level of another model", level, "unknown_level", "wizard", "/levels"),
        line("a permission of another model", permission, "unknown_permission", "spells.cast", "/permissions"),
        line("a restriction of another model", restriction, "unknown_restriction", "no_spells", "/restrictions"),
        line(
            "a right that agents may not be given",
            offer(&["agent"], &["members.view"], &[]),
            "not_for_levels",
            "members.view",
            "/permissions",
        ),
        line(
            "a limit that readers may not carry",
            offer(&["reader"], &[], &["no_export"]),
            "not_eligible",
            "no_export",
            "/restrictions",
        ),
        line(
            "a limit that would disarm an owner",
            offer(&["owner", "agent"], &[], &["no_people"]),
            "not_eligible",
            "no_people",
            "/restrictions",
        ),
    ]);
}

#[test]
fn what_is_not_theirs_to_give_is_refused() {
    let mut scene = small();
    let free = || offer(&["agent"], &[], &["no_export"]);
    let line = |scene: &Scene, when, by, whom, at, offer, rule, says| Line {
        when,
        refused: gives(scene, by, whom, at, offer),
        kind: Forbidden,
        rule,
        says,
        pointer: None,
    };
    let table = vec![
        line(&scene, "one's own grant", ADA, ADA, ROOT, offer(&["owner"], &[], &[]), "not_oneself", "somebody else"),
        line(&scene, "one's own grant, and nonsense at that", ADA, ADA, ROOT, offer(&[], &[], &[]), "not_oneself", "their own"),
        line(&scene, "an agent", CEM, BOB, BERLIN, free(), "missing_permission", "members.manage"),
        line(&scene, "a manager, in a sibling branch", BOB, CEM, PARIS, free(), "missing_permission", "members.manage"),
        line(
            &scene,
            "a manager of agents makes a manager",
            BOB,
            CEM,
            BERLIN,
            offer(&["manager"], &[], &["no_export"]),
            "not_manageable",
            "manager",
        ),
        line(
            &scene,
            "a right that the giver lacks",
            BOB,
            CEM,
            BERLIN,
            offer(&["agent"], &["calls.use"], &["no_export"]),
            "not_grantable",
            "calls.use",
        ),
        line(
            &scene,
            "a limit of the giver's own, lifted",
            BOB,
            CEM,
            BERLIN,
            offer(&["agent"], &[], &[]),
            "not_liftable",
            "no_export",
        ),
        line(&scene, "and left behind with the level", BOB, CEM, BERLIN, offer(&["reader"], &[], &[]), "not_liftable", "no_export"),
        line(
            &scene,
            "a right whose feature is off",
            ADA,
            CEM,
            BERLIN,
            offer(&["agent"], &["vault.open"], &[]),
            "feature_off",
            "vault",
        ),
        line(
            &scene,
            "a limit whose feature is off",
            ADA,
            CEM,
            BERLIN,
            offer(&["agent"], &[], &["no_calls"]),
            "feature_off",
            "plan",
        ),
    ];
    let ada = scene.people[0].access(&scene.organization);
    check(table);
    switch_on(&mut scene, "vault");
    assert!(gives(&scene, ADA, CEM, BERLIN, offer(&["agent"], &["vault.open"], &["no_calls"])).is_none());
    assert!(ada.governs(scene.organization.root));
}

#[test]
fn what_is_beyond_naming_who_governs_is_refused_to_who_is_no_member() {
    let scene = small();
    let (operator, chair) = (|governed| Granter::Operator { governed }, "operator_only_fills_the_chair");
    let (owner, agent) = (|| offer(&["owner"], &[], &[]), || offer(&["agent"], &[], &[]));
    let more = || offer(&["owner", "agent"], &["calls.use"], &[]);
    let table = [
        ("an operator, where somebody governs", operator(true), owner(), chair),
        ("an operator, of somebody who doesn't govern", operator(false), agent(), chair),
        ("an operator, with more than the level", operator(false), more(), chair),
        ("whoever runs the server, of somebody who doesn't govern", Granter::Server, agent(), chair),
        ("whoever runs the server, with more than the level", Granter::Server, more(), chair),
        ("somebody who is gone", Granter::Nobody, owner(), "missing_permission"),
    ];
    let line = |(when, granter, offer, rule)| Line {
        when,
        refused: granter_gives(&scene, granter, offer),
        kind: Forbidden,
        rule,
        says: "",
        pointer: None,
    };
    check(table.into_iter().map(line).collect());
}

#[test]
fn a_change_that_would_leave_nobody_in_charge_and_one_of_somebody_inactive_is_refused() {
    let mut scene = small();
    change(&mut scene, BOB, |bob| bob.grants = vec![crate::small::grant(BOB, ROOT, offer(&["owner"], &[], &[]))]);
    let free = || offer(&["agent"], &[], &["no_export"]);
    assert!(gives(&scene, BOB, ADA, ROOT, free()).is_none(), "Bob governs too");
    let mut lonely = scene.clone();
    change(&mut lonely, BOB, |bob| bob.has_password = false);
    check(vec![
        Line {
            when: "the only one with a password loses the level that governs",
            refused: gives(&lonely, BOB, ADA, ROOT, free()),
            kind: Conflict,
            rule: "headless",
            says: "name somebody else",
            pointer: None,
        },
        Line {
            when: "somebody deactivated is given more",
            refused: gives(&scene, ADA, FINN, PARIS, free()),
            kind: Conflict,
            rule: "inactive",
            says: "reactivate",
            pointer: None,
        },
    ]);
    assert_eq!(who(&scene, EVE).membership.status, Status::Pending);
}

#[test]
fn r6_a_limit_is_not_lifted_by_way_of_another_grant_that_carries_it() {
    // Cem carries the limit at the root. Bob, bound by it in Berlin, could give Cem a free grant there and have the other ended.
    let mut scene = small();
    change(&mut scene, CEM, |cem| cem.grants = vec![crate::small::grant(CEM, ROOT, offer(&["agent"], &[], &["no_export"]))]);
    let refused = gives(&scene, BOB, CEM, BERLIN, offer(&["agent"], &[], &[])).unwrap();
    assert_eq!(refused.rule(), "not_liftable");
}
