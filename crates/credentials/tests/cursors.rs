//! Sealed cursors: they open where they were made, and show nothing to whoever carries them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::prelude::*;
use proptest::sample::Index;
use tenure_credentials::{CursorContext, Sealer, ServerKey};
use tenure_domain::{OrganizationId, UserId};
use uuid::Uuid;

#[derive(Clone, PartialEq, Debug)]
struct Context {
    route: String,
    organization: Option<u128>,
    filter: Vec<u8>,
    sort: String,
    actor: u128,
}

impl Context {
    fn as_asked(&self) -> CursorContext<'_> {
        CursorContext {
            route: &self.route,
            organization: self.organization.map(|id| OrganizationId::new(Uuid::from_u128(id))),
            filter: &self.filter,
            sort: &self.sort,
            actor: UserId::new(Uuid::from_u128(self.actor)),
        }
    }
}

/// Small alphabets, so that contexts often differ in one part only, or have the same letters in other parts.
fn contexts() -> impl Strategy<Value = Context> {
    ("[ab]{0,3}", prop::option::of(0..3_u128), prop::collection::vec(b'a'..=b'b', 0..3), "[ab]{0,3}", 0..3_u128)
        .prop_map(|(route, organization, filter, sort, actor)| Context { route, organization, filter, sort, actor })
}

fn sealer() -> Sealer {
    let bytes: Vec<u8> = (0..32).collect();
    Sealer::new(&ServerKey::parse(&bytes).unwrap())
}

#[test]
fn f3_a_cursor_shows_nothing_of_the_name_it_stands_at() {
    let context = Context { route: "members".into(), organization: Some(1), filter: vec![], sort: "name".into(), actor: 1 };
    let name = b"Grace Hopper, grace@example.test";
    let cursor = sealer().seal(&context.as_asked(), name);
    let bytes = URL_SAFE_NO_PAD.decode(&cursor).unwrap();
    assert!(name.windows(4).all(|piece| bytes.windows(4).all(|window| window != piece)));
    assert_ne!(sealer().seal(&context.as_asked(), name), cursor, "nobody can tell that two pages end at the same name");
}

#[test]
fn a_cursor_of_another_process_with_the_same_key_opens_and_of_another_key_does_not() {
    let context = Context { route: "members".into(), organization: None, filter: vec![], sort: String::new(), actor: 1 };
    let cursor = sealer().seal(&context.as_asked(), b"here");
    assert_eq!(sealer().open(&context.as_asked(), &cursor).as_deref(), Some(&b"here"[..]));
    let other = Sealer::new(&ServerKey::generate(&mut rand::rng()));
    assert_eq!(other.open(&context.as_asked(), &cursor), None);
}

proptest! {
    #[test]
    fn what_was_sealed_opens(context in contexts(), payload in prop::collection::vec(any::<u8>(), 0..200)) {
        let cursor = sealer().seal(&context.as_asked(), &payload);
        prop_assert_eq!(sealer().open(&context.as_asked(), &cursor), Some(payload));
    }

    #[test]
    fn f3_borrowed_cursors_are_refused(mine in contexts(), theirs in contexts(), payload in prop::collection::vec(any::<u8>(), 0..40)) {
        prop_assume!(mine != theirs);
        let cursor = sealer().seal(&theirs.as_asked(), &payload);
        prop_assert_eq!(sealer().open(&mine.as_asked(), &cursor), None);
    }

    #[test]
    fn f3_letters_do_not_wander_between_the_parts_of_a_context(text in "[ab]{1,6}", one in any::<Index>(), other in any::<Index>()) {
        let split = |at: usize| Context {
            route: text[..at].into(), organization: None, filter: text.as_bytes()[at..].to_vec(), sort: String::new(), actor: 0,
        };
        let (one, other) = (one.index(text.len() + 1), other.index(text.len() + 1));
        prop_assume!(one != other);
        let cursor = sealer().seal(&split(one).as_asked(), b"");
        prop_assert_eq!(sealer().open(&split(other).as_asked(), &cursor), None);
    }

    #[test]
    fn f3_a_cursor_with_any_bit_flipped_is_refused(
        context in contexts(), payload in prop::collection::vec(any::<u8>(), 0..40), at in any::<Index>(), bit in 0..8_u8,
    ) {
        let mut bytes = URL_SAFE_NO_PAD.decode(sealer().seal(&context.as_asked(), &payload)).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert_eq!(sealer().open(&context.as_asked(), &URL_SAFE_NO_PAD.encode(bytes)), None);
    }

    #[test]
    fn f3_truncated_extended_and_respelt_cursors_are_refused(
        context in contexts(), payload in prop::collection::vec(any::<u8>(), 0..40), kept in any::<Index>(), more in "[A-Za-z0-9_= -]{1,4}",
    ) {
        let cursor = sealer().seal(&context.as_asked(), &payload);
        let open = |text: &str| sealer().open(&context.as_asked(), text);
        prop_assert_eq!(open(&cursor[..kept.index(cursor.len())]), None);
        prop_assert_eq!(open(&format!("{cursor}{more}")), None);
        prop_assert_eq!(open(&format!("{cursor}=")), None);
    }

    #[test]
    fn f3_made_up_cursors_are_refused(context in contexts(), text in ".*", letters in "[A-Za-z0-9_-]{0,120}") {
        prop_assert_eq!(sealer().open(&context.as_asked(), &text), None);
        prop_assert_eq!(sealer().open(&context.as_asked(), &letters), None);
    }
}
