//! R2: what a preview says is the difference of effective access before and after the change, everywhere in the tree.

use proptest::prelude::*;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::granting::{Difference, preview};
use tenure_domain::membership::Status;
use tenure_domain::strategies::{Person, picks, raw_offers, scenes};

use crate::acts::place;
use crate::plain::{Plain, Words};

fn words<K: ToString>(keys: &[K]) -> Words {
    keys.iter().map(ToString::to_string).collect()
}

fn minus(one: &Words, other: &Words) -> Words {
    one.difference(other).cloned().collect()
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r2_a_preview_is_the_difference_that_the_change_makes(
        scene in scenes(),
        whom in picks(),
        at in picks(),
        raw in raw_offers(),
    ) {
        let plain = Plain::of(&scene);
        let target = whom.one(&scene.people).unwrap();
        let here = crate::acts::somewhere(&scene, at);
        let offer = raw.shape(scene.model());
        let offered = Grant {
            member: target.id(),
            workspace: here.workspace(),
            levels: offer.levels,
            permissions: offer.permissions,
            restrictions: offer.restrictions,
            given_by: Giver::Member(scene.people[0].id()),
            given_at: scene.now,
            version: 1,
        };
        let places: Vec<_> = target.grants.iter().map(|grant| place(&scene, grant.workspace)).collect();
        let access = target.access(&scene.organization);
        let preview = preview(&access, &target.grants, &places, &here, &offered);
        // Whatever they are today, the question is what they could once they are active.
        let mut before: Person = target.clone();
        before.membership.status = Status::Active;
        let mut after = before.clone();
        after.grants.retain(|grant| grant.workspace != here.workspace());
        after.grants.push(offered);
        prop_assert_eq!(preview.here.workspace, here.workspace());
        let said = |workspace| {
            let mut all = std::iter::once(&preview.here).chain(&preview.below);
            all.find(|difference: &&Difference| difference.workspace == workspace)
        };
        for at in scene.places() {
            let workspace = at.workspace();
            let (had, has) = (plain.of_person(&before, workspace), plain.of_person(&after, workspace));
            let (bound, binds) = (plain.restrictions(&before.grants, workspace), plain.restrictions(&after.grants, workspace));
            let nearest = at.steps().iter().rev().find_map(|step| said(step.workspace));
            let Some(nearest) = nearest else {
                prop_assert_eq!((had, bound), (has, binds), "nothing changes above or beside");
                continue;
            };
            prop_assert_eq!(words(&nearest.begins), minus(&binds, &bound));
            prop_assert_eq!(words(&nearest.lifts), minus(&bound, &binds));
            let (gains, loses) = (minus(&has, &had), minus(&had, &has));
            if nearest.workspace == workspace {
                prop_assert_eq!((words(&nearest.gains), words(&nearest.loses)), (gains, loses));
            } else {
                // Further down a feature, or the workspace itself, may be off: less changes there, and nothing else.
                prop_assert!(gains.is_subset(&words(&nearest.gains)) && loses.is_subset(&words(&nearest.loses)));
                let on = |key: &String| {
                    let permission = scene.model().permission(key).unwrap();
                    let gated = scene.model().permission_feature(permission);
                    gated.is_none_or(|feature| access.features_at(&at).has(feature))
                        && (!plain.is_off(workspace) || key.starts_with("members.") || key.starts_with("workspaces."))
                };
                prop_assert_eq!(gains, words(&nearest.gains).into_iter().filter(on).collect::<Words>());
                prop_assert_eq!(loses, words(&nearest.loses).into_iter().filter(on).collect::<Words>());
            }
        }
    }
}
