//! R5: narrowings add up, and what is not shown is as if it did not exist.

use proptest::prelude::*;
use tenure_domain::strategies::id;
use tenure_domain::visibility::Visibility;
use tenure_domain::{KindKey, MemberId};

fn visibilities() -> impl Strategy<Value = Visibility> {
    let shared = |kind: &str| Visibility::Shared(KindKey::parse(kind).unwrap());
    prop_oneof![
        Just(Visibility::Everything),
        Just(Visibility::OwnAndUnassigned),
        Just(shared("team")),
        Just(shared("queue")),
        Just(Visibility::Own),
    ]
}

/// The rule word by word.
fn expected(of: &Visibility, viewer: MemberId, holder: Option<MemberId>, common: &[KindKey]) -> bool {
    let own = holder == Some(viewer);
    match of {
        Visibility::Everything => true,
        Visibility::Own => own,
        Visibility::OwnAndUnassigned => own || holder.is_none(),
        Visibility::Shared(kind) => own || (holder.is_some() && common.contains(kind)),
    }
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn r5_a_contact_is_shown_as_the_rule_says(
        of in visibilities(),
        holder in prop::option::of(0..3_u64),
        common in prop::collection::vec(prop_oneof![Just("team"), Just("queue")], 0..3),
    ) {
        let common: Vec<KindKey> = common.into_iter().map(|kind| KindKey::parse(kind).unwrap()).collect();
        let (viewer, holder) = (id(0), holder.map(id));
        let shows = of.shows(viewer, holder, |kind, _| common.contains(kind));
        prop_assert_eq!(shows, expected(&of, viewer, holder, &common));
    }

    #[test]
    fn r5_two_narrowings_show_nothing_that_either_hides(
        one in visibilities(),
        other in visibilities(),
        holder in prop::option::of(0..3_u64),
        team: bool,
        queue: bool,
    ) {
        let (viewer, holder) = (id(0), holder.map(id));
        let common = |kind: &KindKey, _: MemberId| if kind.as_str() == "team" { team } else { queue };
        let both = one.clone().and(other.clone());
        if both.shows(viewer, holder, common) {
            prop_assert!(one.shows(viewer, holder, common) && other.shows(viewer, holder, common));
        }
        // One's own are in every reading of "own".
        prop_assert!(both.shows(viewer, Some(viewer), common));
    }

    #[test]
    fn r5_the_order_of_narrowings_does_not_matter(one in visibilities(), two in visibilities(), three in visibilities()) {
        prop_assert_eq!(one.clone().and(two.clone()), two.clone().and(one.clone()));
        prop_assert_eq!(one.clone().and(two.clone()).and(three.clone()), one.clone().and(two.clone().and(three)));
        prop_assert_eq!(one.clone().and(one.clone()), one.clone());
        prop_assert_eq!(one.clone().and(Visibility::Everything), one);
    }
}
