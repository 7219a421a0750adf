//! Founding and changing an organization, and making workspaces: what comes of it, and what is refused.

use std::sync::Arc;

use tenure_domain::RefusalKind::{Conflict, Invalid};
use tenure_domain::access::Access;
use tenure_domain::event::Event;
use tenure_domain::governance::Chair;
use tenure_domain::membership::Profile;
use tenure_domain::organization::{Change, Founding, Governor, Settings, change, found, seat, seat_oneself, settle};
use tenure_domain::strategies::id;
use tenure_domain::workspace::{NewWorkspace, Place, Step, make};
use tenure_domain::{EmailAddress, FeatureKey, Instant, Name, PlanKey, WorkspaceKindKey};

use crate::acts::place;
use crate::small::{BERLIN, ROOT, small, workspace};
use crate::{Line, check, no};

const NOW: Instant = Instant::from_micros(7);

fn governor() -> Governor {
    let email = EmailAddress::parse("ada@example.test").unwrap();
    Governor { member: id(1), user: id(2), email, profile: Profile::default() }
}

#[test]
fn r8_a_founded_organization_has_somebody_in_charge_from_the_first_moment() {
    let model = Arc::clone(&small().organization.model);
    let founding = Founding { id: id(1), root: id(2), name: Name::parse("New").unwrap(), model, document: "".into(), now: NOW };
    let founded = found(founding);
    let (organization, root) = &founded.value;
    assert!(matches!(founded.events[..], [Event::OrganizationFounded { .. }]));
    assert_eq!((organization.root, root.parent, organization.plan.as_ref()), (root.id, None, organization.model.plans().first()));
    for seated in [seat(organization, governor(), id(9), NOW), seat_oneself(organization, governor(), NOW)] {
        let (membership, grant) = seated.value;
        let access = Access::new(organization.setting(), membership.status, std::slice::from_ref(&grant));
        let chair = Chair { membership: &membership, proves: true, root: organization.root, another: false };
        assert!(chair.is_held_with(&access), "whoever is seated governs");
        assert_eq!(seated.events.len(), 1);
    }
}

#[test]
fn an_operator_sets_what_the_model_knows_and_takes_nobodys_seat() {
    let organization = small().organization;
    let plan = |key: &str| Change { plan: Some(Some(PlanKey::parse(key).unwrap())), ..Change::default() };
    let feature = |key: &str| Change { features: [(FeatureKey::parse(key).unwrap(), Some(true))].into(), ..Change::default() };
    let seats = |number| Change { seats: Some(Some(number)), ..Change::default() };
    let refused = |ask: &Change| no(change(&organization, ask, 6));
    check(vec![
        Line {
            when: "a plan that the model lacks",
            refused: refused(&plan("gold")),
            kind: Invalid,
            rule: "unknown_plan",
            says: "`gold`",
            pointer: Some("/plan"),
        },
        Line {
            when: "a feature that the model lacks",
            refused: refused(&feature("flying")),
            kind: Invalid,
            rule: "unknown_feature",
            says: "`flying`",
            pointer: Some("/features/flying"),
        },
        Line {
            when: "fewer seats than people",
            refused: refused(&seats(5)),
            kind: Conflict,
            rule: "seats_taken",
            says: "members already",
            pointer: Some("/seats"),
        },
        Line {
            when: "an undo window of eleven years",
            refused: no(settle(&organization, &Settings { undo_window_days: Some(Some(4_000)), ..Settings::default() }, true)),
            kind: Invalid,
            rule: "undo_window",
            says: "3650",
            pointer: Some("/undo_window_days"),
        },
        Line {
            when: "a second factor that nobody in charge has",
            refused: no(settle(&organization, &Settings { second_factor_required: Some(true), ..Settings::default() }, false)),
            kind: Conflict,
            rule: "headless",
            says: "add a second factor first",
            pointer: None,
        },
    ]);
    let required = settle(&organization, &Settings { second_factor_required: Some(true), ..Settings::default() }, true).unwrap();
    assert!(required.value.second_factor_required && required.events.len() == 1);
    let off = settle(&required.value, &Settings { second_factor_required: Some(false), ..Settings::default() }, false).unwrap();
    assert!(!off.value.second_factor_required, "whoever may, switches it off again");
    let six = change(&organization, &seats(6), 6).unwrap();
    assert_eq!((six.value.seats, six.events.len()), (Some(6), 1));
    let off = change(&organization, &Change { active: Some(!organization.active), ..Change::default() }, 0).unwrap();
    let [Event::OrganizationChanged { before, after, .. }] = &off.events[..] else { panic!("{:?}", off.events) };
    assert_eq!((before.len(), after.len()), (1, 1), "what changed and nothing else");
    let nothing = settle(&organization, &Settings { name: Some(organization.name.clone()), ..Settings::default() }, true).unwrap();
    assert!(nothing.events.is_empty(), "what was so before is no change");
}

#[test]
fn a_workspace_is_made_where_its_tree_ends_and_of_a_kind_that_there_is() {
    let scene = small();
    let organization = &scene.organization;
    let new = |kind: Option<&str>| NewWorkspace {
        id: id(99),
        name: Name::parse("New").unwrap(),
        kind: kind.map(|kind| WorkspaceKindKey::parse(kind).unwrap()),
        active: None,
    };
    let step = |number| Step { workspace: id(number), active: true, features_off: [].into() };
    let deep = Place::new(&organization.model, (1..=32).map(step).collect()).unwrap();
    check(vec![
        Line {
            when: "a label that the model lacks",
            refused: no(make(organization, &place(&scene, workspace(BERLIN)), new(Some("galaxy")), NOW)),
            kind: Invalid,
            rule: "unknown_kind",
            says: "`galaxy`",
            pointer: Some("/kind"),
        },
        Line {
            when: "below 32 others",
            refused: no(make(organization, &deep, new(None), NOW)),
            kind: Invalid,
            rule: "too_deep",
            says: "32",
            pointer: Some("/parent"),
        },
    ]);
    let made = make(organization, &place(&scene, workspace(ROOT)), new(None), NOW).unwrap();
    assert_eq!((made.value.parent, made.value.organization, made.value.active), (Some(workspace(ROOT)), organization.id, true));
}
