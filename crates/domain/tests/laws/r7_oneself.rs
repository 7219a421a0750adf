//! R7: nobody changes their own access, by any decision.

use proptest::prelude::*;
use tenure_domain::invitation::{Invited, RenewFacts, Renewing, correct, resend, withdraw};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Status;
use tenure_domain::revocation::Handover;
use tenure_domain::selection::Choosing;
use tenure_domain::strategies::{picks, raw_offers};
use tenure_domain::workspace::Place;
use tenure_domain::{EmailAddress, Refusal};

use crate::acts::{Deleting, Revoking, giving, inviting, open_scenes, place, undoing};

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r7_nobody_gives_changes_revokes_or_deletes_their_own_access(
        scene in open_scenes(),
        who in picks(),
        at in picks(),
        raw in raw_offers(),
        which in picks(),
    ) {
        let person = who.one(&scene.people).unwrap();
        let place = &crate::acts::somewhere(&scene, at);
        let offer = raw.shape(scene.model());
        prop_assert_eq!(giving(&scene, person, person, place, offer.clone()).unwrap_err().rule(), "not_oneself");
        match inviting(&scene, person, Some(person), place, offer) {
            Ok(decided) => {
                prop_assert!(matches!(decided.value, Invited::AlreadyMember) && decided.events.is_empty());
            }
            Err(refused) => prop_assert!(["not_oneself", "missing_permission"].contains(&refused.rule())),
        }
        let grant = which.one(&person.grants).unwrap();
        let refused = Revoking { scene: &scene, actor: person, target: person, grant, handover: Handover::Unassign }.revoke(None);
        prop_assert_eq!(refused.unwrap_err().rule(), "not_oneself");
        let refused = Deleting { scene: &scene, actor: person, target: person, handover: Handover::Unassign }.delete(None);
        prop_assert_eq!(refused.unwrap_err().rule(), "not_oneself");
    }

    #[test]
    fn r7_nobody_undoes_their_own_revocation(scene in open_scenes(), whom in picks(), which in picks()) {
        let target = whom.one(&scene.people).unwrap();
        let grant = which.one(&target.grants).unwrap();
        let revoking = Revoking { scene: &scene, actor: &scene.people[0], target, grant, handover: Handover::Unassign };
        let Ok(revoked) = revoking.revoke(None) else { return Ok(()) };
        prop_assume!(target.membership.status == Status::Active && revoked.value.receipt.undo_until.is_some());
        let mut after = scene.clone();
        let leaver = after.people.iter_mut().find(|person| person.id() == target.id()).unwrap();
        leaver.grants.retain(|one| one.workspace != grant.workspace);
        let leaver = leaver.clone();
        prop_assert_eq!(undoing(&after, &leaver, &revoked.value.receipt, &[]).unwrap_err().rule(), "not_oneself");
    }

    #[test]
    fn r7_nobody_touches_their_own_invitation(scene in open_scenes()) {
        for invitation in &scene.invitations {
            let person = scene.people.iter().find(|person| person.id() == invitation.member).unwrap();
            let access = person.access(&scene.organization);
            let places: Vec<Place> = person.grants.iter().map(|grant| place(&scene, grant.workspace)).collect();
            let granter = Granter::Member { id: person.id(), access: &access };
            let facts = RenewFacts { membership: &person.membership, access: &access, places: &places, invitation, granter };
            let by = Renewing { giver: invitation.invited_by, mail_at: Some(scene.now), now: scene.now };
            let email = EmailAddress::parse("elsewhere@example.test").unwrap();
            prop_assert_eq!(resend(facts, by).unwrap_err().rule(), "not_oneself");
            prop_assert_eq!(correct(facts, &Choosing::NOTHING, email, false, by).unwrap_err().rule(), "not_oneself");
            prop_assert_eq!(withdraw(facts).unwrap_err().rule(), "not_oneself");
        }
    }
}
