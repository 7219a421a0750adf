//! R3 with R6: what levels say of a kind binds what is chosen of it, at every change of levels, and nobody comes to reach by such a
//! change what whoever made it could not give.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenure_domain::access::Access;
use tenure_domain::access_model::{AccessModel, AssignedFrom, Reach, ResourceKindSpec};
use tenure_domain::grant::Giver;
use tenure_domain::granting::{GivingFacts, give};
use tenure_domain::invitation::{AcceptFacts, InviteFacts, Invited, PendingChoice, PendingGrant, accept, invite};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Status;
use tenure_domain::resource::Resource;
use tenure_domain::revocation::Handover;
use tenure_domain::selection::{Choices, Choosing, Part, Selected, Selection};
use tenure_domain::strategies::{Person, Pick, Scene, id, picks, raw_offers, scenes};
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, Refusal as _, ResourceGroupId, ResourceId, UserId};

use crate::acts::{Revoking, chair, invite_of, places_of, somewhere};
use crate::plain::Plain;
use crate::r3_resources::{is_narrowed, reach, selections};

/// What is asked for of a kind.
#[derive(Clone, Debug)]
enum Ask {
    Nothing,
    /// These, by their place among the resources of the kind.
    These(Selection),
    /// What whoever gives has themselves.
    Own,
    /// What stands.
    Standing,
}

fn asks() -> impl Strategy<Value = Ask> {
    prop_oneof![2 => Just(Ask::Nothing), 2 => selections().prop_map(Ask::These), 2 => Just(Ask::Own), 1 => Just(Ask::Standing)]
}

/// What is asked for of one of the model's kinds, and nothing else.
fn asked(scene: &Scene, which: Pick, ask: &Ask, actor: &Person, standing: &[Selected]) -> Choices {
    let kinds: Vec<KindKey> = scene.model().resource_kinds().iter().filter_map(ResourceKindSpec::kind_key).collect();
    let Some(kind) = which.one(&kinds) else { return Choices::new() };
    // Numbers of what is of any kind become those of this one.
    let there: Vec<ResourceId> = scene.named.resources.iter().filter(|one| one.kind == *kind).map(|one| one.id).collect();
    let groups: Vec<ResourceGroupId> = scene.named.groups.iter().filter(|one| one.kind == *kind).map(|one| one.id).collect();
    let of_kind = |part: Part| match part {
        Part::Resource(one) => there.get(usize::try_from(one.uuid().as_u128()).unwrap() - 1).copied().map(Part::Resource),
        Part::Group(one) => groups.get(usize::try_from(one.uuid().as_u128()).unwrap() - 1).copied().map(Part::Group),
    };
    let of = match ask {
        Ask::Nothing => return Choices::new(),
        Ask::These(some @ Selection::Only { .. }) => Selection::only(some.parts().filter_map(of_kind)),
        Ask::These(other) => other.clone(),
        Ask::Own => chosen(&actor.selections, kind),
        Ask::Standing => chosen(standing, kind),
    };
    [(kind.clone(), of)].into()
}

fn chosen(of: &[Selected], kind: &KindKey) -> Selection {
    of.iter().find(|one| one.kind == *kind).map(|one| one.selection.clone()).unwrap_or_default()
}

/// What stands, with what was decided in its place.
fn after(standing: &[Selected], decided: &[Selected]) -> Vec<Selected> {
    let kept = standing.iter().filter(|one| !decided.iter().any(|new| new.kind == one.kind));
    kept.chain(decided).cloned().collect()
}

/// The resources of a kind that somebody reaches by what is chosen for them, not by a level alone, and not as everybody does.
fn reached_by_choice(scene: &Scene, person: &Person, choices: &[Selected], kind: &KindKey) -> BTreeSet<ResourceId> {
    let counts = !person.grants.is_empty() && matches!(reach(scene, person, kind.as_str()), Reach::Choose | Reach::ExactlyOne);
    let of_kind = scene.named.resources.iter().filter(|one| one.kind == *kind && !one.for_everyone);
    let chosen = chosen(choices, kind);
    of_kind.filter(|one| counts && chosen.covers(one)).map(|one| one.id).collect()
}

fn reached(scene: &Scene, person: &Person, choices: &[Selected], kind: &KindKey) -> BTreeSet<ResourceId> {
    if !person.grants.is_empty() && reach(scene, person, kind.as_str()) == Reach::All {
        let of_kind = scene.named.resources.iter().filter(|one| one.kind == *kind && !one.for_everyone);
        return of_kind.map(|one| one.id).collect();
    }
    reached_by_choice(scene, person, choices, kind)
}

/// Whether a resource is somebody's to give to who has access at these places: they reach it, or they assign its kind there, unless
/// contacts are narrowed for them.
fn is_theirs(scene: &Scene, actor: &Person, kind: &ResourceKindSpec, one: ResourceId, places: &[Place]) -> bool {
    let key = kind.kind_key().unwrap();
    let plain = Plain::of(scene);
    let assign = kind.assign_permission();
    let assigns = kind.assigned_from != AssignedFrom::Member
        && !is_narrowed(scene, actor)
        && places.iter().all(|place| plain.of_person(actor, place.workspace()).contains(&assign));
    assigns || reached(scene, actor, &actor.selections, &key).contains(&one)
}

/// After a change nothing is unfit, and nothing was gained that wasn't the giver's.
fn holds(scene: &Scene, actor: &Person, was: (&Person, &[Selected]), is: (&Person, &[Selected])) -> Result<(), TestCaseError> {
    let places = places_of(scene, &is.0.grants);
    for kind in scene.model().resource_kinds() {
        let key = kind.kind_key().unwrap();
        if !is.0.grants.is_empty() && reach(scene, is.0, &kind.key) == Reach::ExactlyOne {
            let fits =
                matches!(chosen(is.1, &key), Selection::Only { resources, groups } if resources.len() == 1 && groups.is_empty());
            prop_assert!(fits, "exactly one {key}: {:?}", is.1);
        }
        let before = reached(scene, was.0, was.1, &key);
        for one in reached_by_choice(scene, is.0, is.1, &key).difference(&before) {
            prop_assert!(is_theirs(scene, actor, kind, *one, &places), "{one} of {key}");
        }
    }
    Ok(())
}

fn choosing<'a>(
    scene: &'a Scene,
    standing: &'a [Selected],
    actor: &'a Person,
    asked: &'a Choices,
    places: &'a [Place],
) -> Choosing<'a> {
    Choosing { standing, asked, own: &actor.selections, named: &scene.named, places, ..Choosing::NOTHING }
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r3_a_change_of_levels_leaves_what_is_chosen_fit_and_gives_nothing_that_was_not_the_givers(
        scene in scenes(),
        (who, whom, at, which) in (picks(), picks(), picks(), picks()),
        raw in raw_offers(),
        ask in asks(),
        // Somebody may have lost their grants, and kept what was chosen.
        bare in prop::bool::weighted(0.2),
    ) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let mut target = target.clone();
        if bare {
            target.grants.clear();
        }
        let (own, theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
        let (place, offer, asked) = (somewhere(&scene, at), raw.shape(scene.model()), asked(&scene, which, &ask, actor, &target.selections));
        let places: Vec<Place> = target.grants.iter().map(|grant| crate::acts::place(&scene, grant.workspace)).collect();
        let facts = GivingFacts {
            chair: chair(&scene, &target),
            access: &theirs,
            grants: &target.grants,
            place: &place,
            granter: Granter::Member { id: actor.id(), access: &own },
            giver: Giver::Member(actor.id()),
            choosing: choosing(&scene, &target.selections, actor, &asked, &places),
            now: scene.now,
        };
        if let Ok(decided) = give(facts, offer) {
            let given = decided.value;
            for one in &given.selections {
                let had = chosen(&target.selections, &one.kind);
                let added = match &one.selection {
                    Selection::All => had != Selection::All,
                    other => other.parts().any(|it| !had.has(it)),
                };
                let by = Some(Giver::Member(actor.id()));
                let stood = target.selections.iter().find(|it| it.kind == one.kind).and_then(|it| it.chosen_by);
                prop_assert_eq!(one.chosen_by, if added { by } else { stood.or(by) }, "it is theirs who added to it");
            }
            let mut now = target.clone();
            now.grants.retain(|grant| grant.workspace != place.workspace());
            now.grants.push(given.grant);
            let choices = after(&target.selections, &given.selections);
            holds(&scene, actor, (&target, &target.selections), (&now, &choices))?;
            for (kind, asked) in &asked {
                prop_assert_eq!(&chosen(&choices, kind), asked, "what was asked for is so");
            }
        }
    }

    #[test]
    fn r3_r9_an_invitation_and_its_acceptance_choose_what_is_fit_and_the_inviters_alone(
        scene in scenes(),
        (who, at, which) in (picks(), picks(), picks()),
        (raw, later) in (raw_offers(), raw_offers()),
        ask in asks(),
        (forgets, moves) in (any::<bool>(), prop::bool::weighted(0.3)),
    ) {
        let actor = who.one(&scene.people).unwrap();
        let own = actor.access(&scene.organization);
        let (place, asked) = (somewhere(&scene, at), asked(&scene, which, &ask, actor, &[]));
        let facts = InviteFacts {
            organization: &scene.organization,
            place: &place,
            granter: Granter::Member { id: actor.id(), access: &own },
            giver: Giver::Member(actor.id()),
            known: None,
            choosing: choosing(&scene, &[], actor, &asked, &[]),
            seats_left: None,
            mail_at: Some(scene.now),
            now: scene.now,
        };
        let Ok(decided) = invite(facts, invite_of("new@example.test", raw.shape(scene.model()))) else { return Ok(()) };
        let Invited::New { membership, grant, invitation, selections } = decided.value else { panic!("somebody new") };
        let grants = vec![grant];
        let newcomer = Person { membership, grants, selections, has_password: false };
        let nobody = Person { grants: Vec::new(), ..newcomer.clone() };
        holds(&scene, actor, (&nobody, &[]), (&newcomer, &newcomer.selections))?;
        // By the time of acceptance whoever invited may be somebody else.
        let mut inviter = actor.clone();
        if moves {
            let offer = later.shape(scene.model());
            (inviter.grants[0].levels, inviter.grants[0].restrictions) = (offer.levels, offer.restrictions);
        }
        if forgets {
            inviter.selections.clear();
        }
        let now = inviter.access(&scene.organization);
        let granter = Granter::Member { id: inviter.id(), access: &now };
        let had: Vec<Selection> = newcomer.selections.iter().map(|one| chosen(&inviter.selections, &one.kind)).collect();
        let choices = newcomer.selections.iter().zip(&had).map(|(selected, own)| PendingChoice {
            selected,
            named: &scene.named,
            granter,
            own,
        });
        let facts = AcceptFacts {
            organization: &scene.organization,
            membership: &newcomer.membership,
            invitation: &invitation,
            generation: 1,
            grants: vec![PendingGrant { grant: &newcomer.grants[0], granter, place: &place }],
            choices: choices.collect(),
            now: scene.now,
        };
        let accepted = accept(&facts, UserId::new(newcomer.id().uuid()), (None, None));
        if let Ok(decided) = accepted {
            let accepted = decided.value;
            let member = Person { membership: accepted.membership, ..newcomer.clone() };
            let choices = after(&newcomer.selections, &accepted.selections);
            holds(&scene, &inviter, (&nobody, &[]), (&member, &choices))?;
            prop_assert!(moves || forgets || accepted.selections.is_empty(), "nothing goes while nothing moved");
        } else {
            prop_assert!(moves || forgets, "what was offered a moment ago is accepted");
        }
    }

    #[test]
    fn r3_a_revocation_leaves_nothing_unfit_that_was_fit(scene in scenes(), (who, whom, which) in (picks(), picks(), picks())) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let grant = which.one(&target.grants).unwrap();
        let revoking = Revoking { scene: &scene, actor, target, grant, handover: Handover::Unassign };
        if revoking.revoke(None).is_ok() {
            let mut left = target.clone();
            left.grants.retain(|one| one.workspace != grant.workspace);
            holds(&scene, actor, (target, &target.selections), (&left, &left.selections))?;
        }
    }
}

/// A model in which a guest wants exactly one seat; the chief reaches all.
const HOUSE: fn() -> Scene = || {
    let mut scene = crate::acts::first(scenes());
    let level = |key: &str, permissions: &[&str], manages: &[&str], reach: Reach| tenure_domain::access_model::LevelSpec {
        key: key.to_owned(),
        permissions: permissions.iter().map(|one| (*one).to_owned()).collect(),
        manages: manages.iter().map(|one| (*one).to_owned()).collect(),
        governs: key == "chief",
        reach: vec![("seat".to_owned(), reach)],
        ..Default::default()
    };
    let means = ["members.view", "members.invite", "members.manage"];
    scene.spec = tenure_domain::access_model::ModelSpec {
        name: "seats".to_owned(),
        resource_kinds: vec![ResourceKindSpec { key: "seat".to_owned(), ..ResourceKindSpec::default() }],
        levels: vec![
            level("chief", &means, &["chief", "guest", "usher"], Reach::All),
            level("usher", &means, &["guest"], Reach::Choose),
            level("guest", &[], &[], Reach::ExactlyOne),
        ],
        ..Default::default()
    };
    scene.organization.model = AccessModel::compile(&scene.spec).unwrap().into();
    scene.organization.active = true;
    scene.people.truncate(1);
    let founder = &mut scene.people[0];
    founder.grants.truncate(1);
    founder.grants[0].workspace = scene.organization.root;
    founder.grants[0].levels = [tenure_domain::LevelKey::parse("chief").unwrap()].into();
    founder.grants[0].permissions.clear();
    founder.grants[0].restrictions.clear();
    founder.selections.clear();
    let seat = |number: u64| Resource {
        organization: scene.organization.id,
        id: id(number),
        kind: KindKey::parse("seat").unwrap(),
        name: tenure_domain::Name::parse("Seat").unwrap(),
        for_everyone: false,
        groups: BTreeSet::new(),
        created_at: scene.now,
        version: 1,
    };
    scene.named.resources = (1..=3).map(seat).collect();
    scene
};

#[test]
fn r3_a_level_that_wants_exactly_one_is_not_given_without_it() {
    let scene = HOUSE();
    let chief = &scene.people[0];
    let access = chief.access(&scene.organization);
    let root = scene.places().remove(0);
    let invites = |level: &str, of: Option<Selection>| {
        let asked: Choices = of.into_iter().map(|of| (KindKey::parse("seat").unwrap(), of)).collect();
        let offer =
            tenure_domain::grant::Offer { levels: [tenure_domain::LevelKey::parse(level).unwrap()].into(), ..Default::default() };
        let facts = InviteFacts {
            organization: &scene.organization,
            place: &root,
            granter: Granter::Member { id: chief.id(), access: &access },
            giver: Giver::Member(chief.id()),
            known: None,
            choosing: choosing(&scene, &[], chief, &asked, &[]),
            seats_left: None,
            mail_at: Some(scene.now),
            now: scene.now,
        };
        let said = invite(facts, invite_of("new@example.test", offer));
        said.map(|decided| decided.events.len()).map_err(|refused| (refused.rule(), refused.pointer()))
    };
    let at = |rule: &'static str, pointer: &str| Err((rule, Some(pointer.to_owned())));
    let only = |of: &[u64]| Some(Selection::only(of.iter().map(|one| id::<ResourceId>(*one))));
    assert_eq!(invites("guest", None), at("selection_required", "/selections/seat"));
    assert_eq!(invites("guest", only(&[])), at("exactly_one", "/selections/seat"));
    assert_eq!(invites("guest", only(&[1, 2])), at("exactly_one", "/selections/seat"));
    assert_eq!(invites("guest", Some(Selection::All)), at("exactly_one", "/selections/seat"));
    assert_eq!(invites("guest", only(&[9])), at("unknown_resource", "/selections/seat/resources"));
    assert_eq!(invites("guest", only(&[2])), Ok(2), "invited, and chosen");
    assert_eq!(invites("usher", None), Ok(1), "none at first");
    assert_eq!(invites("usher", only(&[1, 2])), Ok(2));
    assert_eq!(invites("chief", only(&[1])), at("implied", "/selections/seat"));
    assert_eq!(invites("chief", None), Ok(1));
}

#[test]
fn r3_what_stands_and_did_not_count_wakes_only_by_who_may_give_it() {
    let mut scene = HOUSE();
    let chief = scene.people[0].clone();
    let mut usher = chief.clone();
    usher.membership.id = id(2);
    usher.grants[0].member = id(2);
    usher.grants[0].levels = [tenure_domain::LevelKey::parse("usher").unwrap()].into();
    let kind = KindKey::parse("seat").unwrap();
    let seats = |of: &[u64], member| Selected {
        selection: Selection::only(of.iter().map(|one| id::<ResourceId>(*one))),
        ..Selected::nothing(member, kind.clone())
    };
    usher.selections = vec![seats(&[1], id(2))];
    let mut left = chief.clone();
    (left.membership.id, left.membership.status, left.grants) = (id(3), Status::Active, Vec::new());
    left.selections = vec![seats(&[1, 2], id(3))];
    scene.people.extend([usher.clone(), left.clone()]);
    let root = scene.places().remove(0);
    let given_by = |giver: &Person, of: Option<u64>| {
        let asked: Choices = of.into_iter().map(|of| (kind.clone(), Selection::only([id::<ResourceId>(of)]))).collect();
        let (own, theirs) = (giver.access(&scene.organization), left.access(&scene.organization));
        let offer =
            tenure_domain::grant::Offer { levels: [tenure_domain::LevelKey::parse("guest").unwrap()].into(), ..Default::default() };
        let facts = GivingFacts {
            chair: chair(&scene, &left),
            access: &theirs,
            grants: &[],
            place: &root,
            granter: Granter::Member { id: giver.id(), access: &own },
            giver: Giver::Member(giver.id()),
            choosing: choosing(&scene, &left.selections, giver, &asked, &[]),
            now: scene.now,
        };
        give(facts, offer).map(|decided| decided.value.selections).map_err(|refused| refused.rule())
    };
    // An usher reaches one of the two, so one is left; a chief reaches both, and a guest wants one.
    let woken = given_by(&usher, None).unwrap();
    assert_eq!(woken, [Selected { chosen_by: Some(Giver::Member(id(2))), ..seats(&[1], id(3)) }]);
    assert_eq!(given_by(&chief, None).unwrap_err(), "selection_required");
    // What stood and didn't count isn't had: it is given anew.
    assert_eq!(given_by(&usher, Some(2)).unwrap_err(), "not_grantable");
    assert_eq!(given_by(&usher, Some(1)).unwrap(), woken);
    assert_eq!(given_by(&chief, Some(2)).unwrap()[0].selection, Selection::only([id::<ResourceId>(2)]));
    let access: Access = left.access(&scene.organization);
    assert_eq!(access.reach_into("seat"), Reach::Choose, "nobody without a level is bound");
}
