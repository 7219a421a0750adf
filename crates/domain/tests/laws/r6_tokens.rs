//! R6 of API tokens: whoever makes one for somebody else can do, see and give by it nothing that they can't themselves; and a limit
//! takes away everywhere, whatever anybody asks.

use proptest::prelude::*;
use tenure_domain::PermissionKey;
use tenure_domain::access::Access;
use tenure_domain::access_model::{Effect, Reach};
use tenure_domain::bits::Permission;
use tenure_domain::may_grant::{Grantee, Granter, Right, Widened, may_grant};
use tenure_domain::membership::Status;
use tenure_domain::selection::Selection;
use tenure_domain::strategies::{Person, Scene, id, picks, raw_offers, scenes};
use tenure_domain::token::{NewToken, Reached, TokenFacts, covers, make};
use tenure_domain::visibility::{Masking, Visibility};
use tenure_domain::workspace::Place;
use tenure_domain::{Name, Refusal};

use crate::acts::place;

fn chosen<'a>(person: &'a Person, kind: &str) -> &'a Selection {
    let found = person.selections.iter().find(|one| one.kind.as_str() == kind);
    found.map_or(&Selection::None, |one| &one.selection)
}

fn reached<'a>(scene: &'a Scene, actor: &'a Person, target: &'a Person) -> Vec<Reached<'a>> {
    let (own, theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
    let of = |key: &str| {
        let theirs = match theirs.reach_into(key) {
            Reach::None => return None,
            Reach::All => Widened::ALL,
            Reach::Choose | Reach::ExactlyOne => Widened::by(chosen(target, key), &scene.named),
        };
        Some(Reached { reach: own.reach_into(key), own: chosen(actor, key), theirs })
    };
    scene.model().resource_kinds().iter().filter_map(|kind| of(&kind.key)).collect()
}

fn grounds(scene: &Scene, of: &[&Person]) -> Vec<Place> {
    of.iter().flat_map(|person| &person.grants).map(|grant| place(scene, grant.workspace)).collect()
}

fn permissions(scene: &Scene) -> Vec<PermissionKey> {
    scene.model().permissions().filter_map(|one| scene.model().permission_key(one).cloned()).collect()
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r6_who_covers_somebody_does_sees_and_gives_all_that_they_do(
        scene in scenes(),
        who in picks(),
        whom in picks(),
        kept in prop::option::of(picks()),
        raw in raw_offers(),
    ) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let (own, mut theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
        if let Some(kept) = kept {
            theirs = theirs.limited_to(&kept.some(&permissions(&scene)));
        }
        let grounds = grounds(&scene, &[actor, target]);
        let kinds = reached(&scene, actor, target);
        if !covers(&own, &theirs, &grounds, &kinds) {
            return Ok(());
        }
        // Nothing of somebody is hidden from their own program.
        prop_assert_eq!(own.masking_of_members(), Masking::None);
        for place in &scene.places() {
            prop_assert!(theirs.permissions_at(place).within(own.permissions_at(place)), "does it all");
            if theirs.workspaces().any(|at| place.is_within(at)) {
                prop_assert!(own.masking_at(place) <= theirs.masking_at(place), "sees it all");
                prop_assert_eq!(own.visibility_at(place), Visibility::Everything);
            }
            // Whatever they may give to somebody new, the other may give too.
            let offer = raw.shape(scene.model());
            let granter = |access| Granter::Member { id: id(900), access };
            if may_grant(granter(&theirs), Grantee::NEWCOMER, &offer, place, Right::Invite).is_ok() {
                let gives = may_grant(granter(&own), Grantee::NEWCOMER, &offer, place, Right::Invite);
                prop_assert!(gives.is_ok(), "{gives:?}");
            }
        }
        for resource in scene.named.resources.iter().filter(|one| scene.model().resource_kind(one.kind.as_str()).is_some()) {
            let key = resource.kind.as_str();
            let has = |access: &Access, person| resource.is_reached(access.reach_into(key), chosen(person, key));
            prop_assert!(!has(&theirs, target) || has(&own, actor), "reaches it all");
        }
    }

    #[test]
    fn r6_whoever_is_bound_by_nothing_covers_themselves(scene in scenes(), who in picks()) {
        let person = who.one(&scene.people).unwrap();
        let access = person.access(&scene.organization);
        let narrows = |grant: &tenure_domain::grant::Grant| {
            let of = grant.restrictions.iter().filter_map(|key| scene.model().restriction(key.as_str()));
            of.into_iter().any(|one| matches!(scene.model().effect(one), Some(Effect::Narrows(_))))
        };
        let is_masked = access.masking_of_members() != Masking::None;
        prop_assume!(access.acts() && !is_masked && !person.grants.iter().any(narrows));
        let all = covers(&access, &access, &grounds(&scene, &[person]), &reached(&scene, person, person));
        prop_assert!(all);
    }

    #[test]
    fn r2_a_limit_leaves_what_is_in_it_and_adds_nothing(scene in scenes(), who in picks(), kept in picks()) {
        let whole = who.one(&scene.people).unwrap().access(&scene.organization);
        let kept = kept.some(&permissions(&scene));
        let limited = whole.clone().limited_to(&kept);
        let model = scene.model();
        let left = |one: Permission| kept.iter().any(|key| model.permission(key.as_str()).is_some_and(|it| model.meaning(it).has(one)));
        for place in &scene.places() {
            for permission in model.permissions() {
                let expected = whole.can(permission, place) && left(permission);
                prop_assert_eq!(limited.can(permission, place), expected);
                prop_assert_eq!(limited.permissions_at(place).has(permission), expected);
                let told = limited.explain(permission, place);
                prop_assert_eq!((told.allowed, told.recomputed()), (expected, expected), "R20");
            }
            // What binds goes on binding.
            prop_assert_eq!(limited.restrictions_at(place), whole.restrictions_at(place));
        }
    }

    #[test]
    fn e2_only_who_acts_gets_a_token(scene in scenes(), who in picks(), whom in picks()) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let (own, theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
        let places = grounds(&scene, &[target]);
        let all = grounds(&scene, &[actor, target]);
        let facts = TokenFacts {
            by: actor.id(),
            own: &own,
            membership: &target.membership,
            access: &theirs,
            places: &places,
            grounds: &all,
            reached: &reached(&scene, actor, target),
            standing: 0,
            most: 1,
            now: scene.now,
        };
        let ask = NewToken { id: id(700), name: Name::parse("program").unwrap(), permissions: None, expires_at: None };
        match make(&facts, ask) {
            Ok(made) => {
                prop_assert!(target.membership.status == Status::Active && scene.organization.active);
                prop_assert_eq!((made.value.made_by, made.value.member), (actor.id(), target.id()));
            }
            Err(refused) if actor.id() == target.id() => {
                let is_idle = target.membership.status != Status::Active || !scene.organization.active;
                prop_assert!(is_idle, "everybody who acts makes their own: {}", refused.rule());
            }
            Err(_) => {}
        }
    }
}
