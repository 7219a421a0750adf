//! R9: what an invitation makes, and how its one link lives and dies.

use std::time::Duration;

use proptest::prelude::*;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::invitation::{
    Invite, InviteFacts, InviteRefused, Invited, LONGEST, RenewFacts, Renewing, correct, invite, resend, seats_left, withdraw,
};
use tenure_domain::may_grant::{Granter, Right};
use tenure_domain::membership::Status;
use tenure_domain::record::{Actor, Record, errands};
use tenure_domain::selection::Choosing;
use tenure_domain::strategies::{Scene, id, picks, raw_offers};
use tenure_domain::workspace::Place;
use tenure_domain::{DAY, Decided, EmailAddress, Instant, Refusal};

use crate::acts::{invite_of, inviting, open_scenes, place};
use crate::plain::{Giving, Plain};

fn founder_invites(scene: &Scene, ask: Invite, left: Option<u32>) -> Result<Invited, InviteRefused> {
    founder_decides(scene, ask, left, Some(scene.now)).map(|decided| decided.value)
}

fn founder_decides(
    scene: &Scene,
    ask: Invite,
    left: Option<u32>,
    mail_at: Option<Instant>,
) -> Result<Decided<Invited>, InviteRefused> {
    let founder = &scene.people[0];
    let access = founder.access(&scene.organization);
    let facts = InviteFacts {
        organization: &scene.organization,
        place: &scene.places()[0],
        granter: Granter::Member { id: founder.id(), access: &access },
        giver: Giver::Member(founder.id()),
        known: None,
        choosing: Choosing::NOTHING,
        seats_left: left,
        mail_at,
        now: scene.now,
    };
    invite(facts, ask)
}

fn operator_invites(scene: &Scene, at: &Place, offer: Offer, governed: bool) -> Result<Invited, InviteRefused> {
    invites_as(Granter::Operator { governed }, Giver::Operator(id(1)), scene, at, offer)
}

fn invites_as(granter: Granter<'_>, giver: Giver, scene: &Scene, at: &Place, offer: Offer) -> Result<Invited, InviteRefused> {
    let facts = InviteFacts {
        organization: &scene.organization,
        place: at,
        granter,
        giver,
        known: None,
        choosing: Choosing::NOTHING,
        seats_left: None,
        mail_at: Some(scene.now),
        now: scene.now,
    };
    invite(facts, invite_of("new@example.test", offer)).map(|decided| decided.value)
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r9_an_invitation_makes_somebody_pending_with_one_link_and_what_was_offered(
        scene in open_scenes(),
        who in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        let actor = who.one(&scene.people).unwrap();
        let place = &crate::acts::somewhere(&scene, at);
        let offer = raw.shape(scene.model());
        let Ok(decided) = inviting(&scene, actor, None, place, offer.clone()) else { return Ok(()) };
        let Invited::New { membership, grant, invitation, .. } = decided.value else { panic!("somebody new") };
        prop_assert_eq!((membership.status, membership.user), (Status::Pending, None));
        prop_assert_eq!((grant.as_offer(), grant.workspace, grant.member), (offer, place.workspace(), membership.id));
        prop_assert_eq!((invitation.member, invitation.generation), (membership.id, 1));
        prop_assert!(invitation.lives(1, scene.now) && !invitation.lives(0, scene.now) && !invitation.lives(2, scene.now));
    }

    #[test]
    fn r9_a9_a_link_dies_to_the_microsecond(micros in 1..=LONGEST.as_micros(), scene in open_scenes()) {
        let until = scene.now.plus(Duration::from_micros(u64::try_from(micros).unwrap()));
        prop_assume!(scene.organization.active);
        let offer = Offer { levels: scene.people[0].grants[0].levels.clone(), ..Offer::default() };
        let ask = Invite { expires_at: Some(until), ..invite_of("new@example.test", offer) };
        let Ok(Invited::New { invitation, .. }) = founder_invites(&scene, ask, None) else { panic!("somebody new") };
        prop_assert!(invitation.lives(1, until.minus(Duration::from_micros(1))));
        // h12: what a clock made that was a year ahead isn't alive for a year.
        prop_assert!(!invitation.lives(1, until.minus(DAY * 365)));
        prop_assert!(!invitation.lives(1, until) && !invitation.lives(1, Instant::from_micros(i64::MAX)));
    }

    #[test]
    fn r9_h7_a_newcomer_takes_a_seat_and_there_has_to_be_one(
        scene in open_scenes(),
        seats in prop::option::of(0..5_u32),
        taken in 0..8_u32,
    ) {
        prop_assume!(scene.organization.active);
        let left = seats_left(seats, taken);
        prop_assert_eq!(left == Some(0), seats.is_some_and(|seats| taken >= seats));
        let offer = Offer { levels: scene.people[0].grants[0].levels.clone(), ..Offer::default() };
        let answer = founder_invites(&scene, invite_of("new@example.test", offer), left);
        prop_assert_eq!(answer.err().map(|refused| refused.rule()), (left == Some(0)).then_some("seats_full"));
    }

    #[test]
    fn r9_who_is_here_already_is_granted_at_once_or_nothing_changes(
        scene in open_scenes(),
        who in picks(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        let (actor, target) = (who.one(&scene.people).unwrap(), whom.one(&scene.people).unwrap());
        let place = &crate::acts::somewhere(&scene, at);
        let Ok(decided) = inviting(&scene, actor, Some(target), place, raw.shape(scene.model())) else { return Ok(()) };
        let standing = target.grant_at(place.workspace());
        match (target.membership.status, decided.value) {
            (Status::Active, Invited::Granted { grant, .. }) => prop_assert!(standing.is_none() && grant.member == target.id()),
            (Status::Active, Invited::AlreadyMember) => prop_assert!(standing.is_some() && decided.events.is_empty()),
            (Status::Inactive, Invited::Inactive) => prop_assert!(decided.events.is_empty()),
            (Status::Pending, Invited::Again { grant, is_new, invitation, .. }) => {
                let older = scene.invitations.iter().find(|one| one.member == target.id()).unwrap();
                prop_assert!(older.lives(older.generation, scene.now) && !invitation.lives(older.generation, scene.now));
                prop_assert_eq!((invitation.id, invitation.generation), (older.id, older.generation + 1));
                prop_assert_eq!((is_new, grant.member), (standing.is_none(), target.id()));
            }
            (status, value) => prop_assert!(false, "{status}: {value:?}"),
        }
    }

    #[test]
    fn r9_whoever_manages_all_of_an_offer_may_resend_and_withdraw_it_and_to_redirect_it_it_must_be_theirs(
        scene in open_scenes(),
        who in picks(),
    ) {
        let plain = Plain::of(&scene);
        let actor = who.one(&scene.people).unwrap();
        let own = actor.access(&scene.organization);
        for invitation in &scene.invitations {
            let person = scene.people.iter().find(|person| person.id() == invitation.member).unwrap();
            let access = person.access(&scene.organization);
            let places: Vec<Place> = person.grants.iter().map(|grant| place(&scene, grant.workspace)).collect();
            let granter = Granter::Member { id: actor.id(), access: &own };
            let facts = RenewFacts { membership: &person.membership, access: &access, places: &places, invitation, granter };
            let by = Renewing { giver: Giver::Member(actor.id()), mail_at: Some(scene.now), now: scene.now };
            let may = person.grants.iter().all(|grant| plain.may_manage(actor, Some(person), grant.workspace, Right::Invite));
            let resent = resend(facts, by);
            prop_assert_eq!((resent.is_ok(), withdraw(facts).is_ok()), (may, may));
            if let Ok(resent) = resent {
                prop_assert_eq!(resent.value.generation, invitation.generation + 1);
                prop_assert!(!resent.value.lives(invitation.generation, scene.now));
            }
            let could = person.grants.iter().all(|grant| {
                let standing = Offer { restrictions: grant.restrictions.clone(), ..Offer::default() };
                let (offer, at) = (grant.as_offer(), grant.workspace);
                plain.may_give(&Giving {
                    actor,
                    target: Some(person),
                    standing: &standing,
                    offer: &offer,
                    at,
                    right: Right::Invite,
                })
            });
            let email = EmailAddress::parse("right@example.test").unwrap();
            let corrected = correct(facts, &Choosing::NOTHING, email.clone(), false, by);
            prop_assert_eq!(corrected.is_ok(), could);
            if let Ok(corrected) = corrected {
                let (membership, renewed) = corrected.value;
                prop_assert_eq!((membership.email, membership.id), (email, person.id()));
                prop_assert!(!renewed.lives(invitation.generation, scene.now));
            }
            let nowhere = RenewFacts { places: &[], ..facts };
            prop_assert!(resend(nowhere, by).is_err() && withdraw(nowhere).is_err());
        }
    }

    #[test]
    fn g5_the_mail_leaves_when_there_is_room_and_where_none_is_left_nobody_is_invited(scene in open_scenes(), later in 0_u64..9) {
        prop_assume!(scene.organization.active);
        let levels = &scene.people[0].grants[0].levels;
        let ask = || invite_of("new@example.test", Offer { levels: levels.clone(), ..Offer::default() });
        let room = scene.now.plus(Duration::from_hours(later));
        let decided = founder_decides(&scene, ask(), None, Some(room)).unwrap();
        let actor = Actor::Member(scene.people[0].id());
        let told: Vec<_> = decided
            .events
            .into_iter()
            .flat_map(|event| {
                let record = Record { organization: scene.organization.id, id: id(1), at: scene.now, actor, event, reason: None };
                errands(&record, || id(2))
            })
            .collect();
        prop_assert_eq!(told.iter().map(|errand| (errand.at, errand.due_at)).collect::<Vec<_>>(), [(scene.now, room)]);
        prop_assert_eq!(founder_decides(&scene, ask(), None, None).map(|_| ()), Err(InviteRefused::RateLimited));
    }

    #[test]
    fn r9_an_operator_only_fills_an_empty_chair(scene in open_scenes(), at in picks(), raw in raw_offers(), governed: bool) {
        let place = &crate::acts::somewhere(&scene, at);
        let offer = raw.shape(scene.model());
        let governing =
            |level: &tenure_domain::LevelKey| scene.spec.levels.iter().any(|one| one.governs && one.key == level.as_str());
        let plain = offer.permissions.is_empty() && offer.restrictions.is_empty();
        let expected = !governed && plain && place.is_root() && offer.levels.iter().all(governing);
        prop_assert_eq!(operator_invites(&scene, place, offer, governed).is_ok(), expected);
        let chair = Offer { levels: scene.people[0].grants[0].levels.clone(), ..Offer::default() };
        prop_assert_eq!(operator_invites(&scene, &scene.places()[0], chair, governed).is_ok(), !governed);
    }

    #[test]
    fn r9_whoever_runs_the_server_only_names_who_governs(scene in open_scenes(), whom in picks(), at in picks(), raw in raw_offers()) {
        let place = &crate::acts::somewhere(&scene, at);
        let offer = raw.shape(scene.model());
        let governing =
            |level: &tenure_domain::LevelKey| scene.spec.levels.iter().any(|one| one.governs && one.key == level.as_str());
        let plain = offer.permissions.is_empty() && offer.restrictions.is_empty();
        let expected = plain && place.is_root() && offer.levels.iter().all(governing);
        let newcomer = invites_as(Granter::Server, Giver::SERVER, &scene, place, offer.clone());
        prop_assert_eq!(newcomer.is_ok(), expected);

        // Of somebody who is here what they have at the root may stay, and may go beside a level that governs; nothing is added.
        let target = whom.one(&scene.people).unwrap();
        let Ok(given) = crate::acts::server_gives(&scene, target, place, offer) else { return Ok(()) };
        prop_assert!(place.is_root() && given.levels.iter().any(governing));
        let stood = target.grant_at(place.workspace()).map(Grant::as_offer).unwrap_or_default();
        prop_assert!(given.levels.iter().all(|level| governing(level) || stood.levels.contains(level)));
        prop_assert!(given.permissions.is_subset(&stood.permissions) && given.restrictions.is_subset(&stood.restrictions));
    }
}
