//! R9 and h4: accepted once, by a living link alone, and each grant as far as it still passes.

use proptest::prelude::*;
use tenure_domain::grant::{Grant, Offer};
use tenure_domain::invitation::{AcceptFacts, Invitation, PendingGrant, accept, refuse};
use tenure_domain::may_grant::{Granter, Right};
use tenure_domain::membership::Status;
use tenure_domain::strategies::{Scene, picks};
use tenure_domain::{DAY, UserId};

use crate::acts::{accepting, open_scenes};
use crate::plain::{Giving, Plain};

/// Whether a pending grant would still be its giver's to give.
fn passes(scene: &Scene, grant: &Grant) -> bool {
    let Some(actor) = scene.people.iter().find(|person| tenure_domain::grant::Giver::Member(person.id()) == grant.given_by) else {
        return false;
    };
    let standing = Offer { restrictions: grant.restrictions.clone(), ..Offer::default() };
    let (offer, at) = (grant.as_offer(), grant.workspace);
    Plain::of(scene).may_give(&Giving { actor, target: None, standing: &standing, offer: &offer, at, right: Right::Invite })
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r9_acceptance_takes_each_grant_that_still_passes_and_nothing_if_none_does(
        scene in open_scenes(),
        givers in prop::collection::vec(picks(), 3),
    ) {
        for invitation in &scene.invitations {
            let person = scene.people.iter().find(|person| person.id() == invitation.member).unwrap();
            let mut grants = person.grants.clone();
            for (grant, giver) in grants.iter_mut().zip(&givers) {
                let giver = giver.one(&scene.people).unwrap();
                if giver.id() != person.id() {
                    grant.given_by = tenure_domain::grant::Giver::Member(giver.id());
                }
            }
            let (kept, lapsed): (Vec<Grant>, Vec<Grant>) = grants.iter().cloned().partition(|grant| passes(&scene, grant));
            match accepting(&scene, &person.membership, &grants, invitation) {
                Err(_) => prop_assert!(kept.is_empty()),
                Ok(decided) => {
                    let accepted = decided.value;
                    prop_assert!(!kept.is_empty());
                    prop_assert_eq!((&accepted.kept, &accepted.lapsed), (&kept, &lapsed));
                    prop_assert_eq!(decided.events.len(), 1 + lapsed.len());
                    prop_assert_eq!((accepted.membership.status, accepted.membership.user.is_some()), (Status::Active, true));
                    // h4: the same link a second time finds nobody pending.
                    prop_assert!(accepting(&scene, &accepted.membership, &grants, invitation).is_err());
                }
            }
        }
    }

    #[test]
    fn r9_a_dead_link_neither_accepts_nor_refuses(
        scene in open_scenes(),
        older in 0..5_u32,
        later in 0..30_u32,
        status in tenure_domain::strategies::statuses(),
    ) {
        for invitation in &scene.invitations {
            let mut person = scene.people.iter().find(|person| person.id() == invitation.member).unwrap().clone();
            person.membership.status = status;
            let renewed = Invitation { generation: 5, ..invitation.clone() };
            let now = scene.now.plus(DAY * later);
            let lives = status == Status::Pending && older == 5 && now < invitation.expires_at;
            let generation = older.min(5);
            prop_assert_eq!(refuse(&person.membership, &person.grants, &renewed, generation, now).is_ok(), lives);
            let places: Vec<_> = person.grants.iter().map(|grant| crate::acts::place(&scene, grant.workspace)).collect();
            let founder = scene.people[0].access(&scene.organization);
            let granter = Granter::Member { id: scene.people[0].id(), access: &founder };
            let pending = person.grants.iter().zip(&places).map(|(grant, place)| PendingGrant {
                grant,
                granter,
                place,
            });
            let facts = AcceptFacts {
                organization: &scene.organization,
                membership: &person.membership,
                invitation: &renewed,
                generation,
                grants: pending.collect(),
                choices: Vec::new(),
                now,
            };
            let user: UserId = tenure_domain::strategies::id(900);
            prop_assert!(lives || accept(&facts, user, (None, None)).is_err());
        }
    }

    #[test]
    fn r9_an_operators_offer_passes_acceptance_while_nobody_governs_and_lapses_after(scene in open_scenes(), governed: bool) {
        let founder = &scene.people[0];
        let (root, now) = (&scene.places()[0], scene.now);
        let mut membership = founder.membership.clone();
        membership.status = Status::Pending;
        let invitation = Invitation {
            organization: scene.organization.id,
            id: tenure_domain::strategies::id(1),
            member: founder.id(),
            generation: 1,
            note: None,
            expires_at: now.plus(DAY),
            invited_by: founder.grants[0].given_by,
            mail: None,
            created_at: now,
            version: 1,
        };
        let granter = Granter::Operator { governed };
        let grants = vec![PendingGrant { grant: &founder.grants[0], granter, place: root }];
        let organization = &scene.organization;
        let (membership, invitation, choices) = (&membership, &invitation, Vec::new());
        let facts = AcceptFacts { organization, membership, invitation, generation: 1, grants, choices, now };
        let user: UserId = tenure_domain::strategies::id(900);
        prop_assert_eq!(accept(&facts, user, (None, None)).is_ok(), !governed);
    }
}
