//! Strategies for property tests: random access models, trees, people and their contacts, all of them valid.
//!
//! They are for this crate's own tests and, behind the feature `proptest`, for those of whoever embeds it. Every value is built
//! from a handful of plain numbers, so a failing case shrinks to a small model, a small tree and few people.
//!
//! ```
//! use proptest::prelude::*;
//! use tenure_domain::strategies::scenes;
//!
//! proptest!(|(scene in scenes())| {
//!     let founder = &scene.people[0];
//!     prop_assert!(founder.access(&scene.organization).governs(scene.organization.root));
//! });
//! ```

mod choices;
mod model;
mod offer;
mod person;
mod pick;
mod scene;
mod tree;

pub use model::{Modelled, model_specs, models};
pub use offer::{RawOffer, offers, raw_offers};
pub use person::{Person, emails, statuses};
pub use pick::{Pick, picks};
pub use scene::{Scene, scenes};
pub use tree::{Node, Tree, trees};

use uuid::Uuid;

/// The id with this number, of whatever sort is asked for.
pub fn id<T: From<Uuid>>(number: u64) -> T {
    T::from(Uuid::from_u128(u128::from(number)))
}
