//! R4: masking is the strictest of what stands, and what is hidden is nowhere in the answer.

use proptest::prelude::*;
use tenure_domain::ContactId;
use tenure_domain::access::Access;
use tenure_domain::strategies::{picks, raw_offers, scenes};
use tenure_domain::visibility::{Masking, mask_contact, pseudonym};

use crate::plain::Plain;

fn masking_of(plain: &Plain, restrictions: &crate::plain::Words) -> Masking {
    let word = |key: &String| plain.restriction(key).masks.clone();
    restrictions
        .iter()
        .filter_map(word)
        .map(|word| if word == "full" { Masking::Full } else { Masking::Partial })
        .max()
        .unwrap_or_default()
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r4_contacts_are_masked_by_their_own_workspace_and_members_by_the_strictest_grant(scene in scenes()) {
        let plain = Plain::of(&scene);
        for person in &scene.people {
            let access = person.access(&scene.organization);
            for place in scene.places() {
                let expected = masking_of(&plain, &plain.restrictions(&person.grants, place.workspace()));
                prop_assert_eq!(access.masking_at(&place), expected);
                prop_assert!(access.masking_of_members() >= expected);
            }
            let all = person.grants.iter().flat_map(|grant| &grant.restrictions).map(ToString::to_string).collect();
            prop_assert_eq!(access.masking_of_members(), masking_of(&plain, &all));
        }
    }

    #[test]
    fn r4_one_more_grant_never_unmasks(scene in scenes(), who in picks(), at in picks(), raw in raw_offers()) {
        let person = who.one(&scene.people).unwrap();
        let before = person.access(&scene.organization);
        let offer = raw.shape(scene.model());
        let workspace = at.one(&scene.places()).unwrap().workspace();
        let mut grants = person.grants.clone();
        let mut grant = grants[0].clone();
        (grant.workspace, grant.levels, grant.restrictions) = (workspace, offer.levels, offer.restrictions);
        grants.push(grant);
        let after = Access::new(scene.organization.setting(), person.membership.status, &grants);
        prop_assert!(after.masking_of_members() >= before.masking_of_members());
        for place in scene.places() {
            prop_assert!(after.masking_at(&place) >= before.masking_at(&place));
        }
    }

    #[test]
    fn r4_the_stricter_masking_shows_no_field_that_the_milder_hides(
        number: u128,
        name in "\\PC{1,20}",
        email in "[a-z]{1,8}@x\\.test",
        phone in "\\+[0-9]{7,15}",
    ) {
        let id = ContactId::new(uuid::Uuid::from_u128(number));
        let seen = [Masking::None, Masking::Partial, Masking::Full]
            .map(|masking| mask_contact(id, &name, Some(&email), Some(&phone), masking));
        prop_assert_eq!((&seen[0].name, &seen[0].email, &seen[0].phone), (&name, &Some(email), &Some(phone)));
        for pair in seen.windows(2) {
            prop_assert!(pair[1].name_hidden || !pair[0].name_hidden);
            prop_assert!(pair[1].email.is_none() && pair[1].phone.is_none());
        }
        prop_assert_eq!(&seen[2].name, &pseudonym(id));
        prop_assert_eq!(&seen[2], &mask_contact(id, "Somebody Else", None, None, Masking::Full));
    }
}
