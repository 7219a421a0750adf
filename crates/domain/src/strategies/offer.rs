//! Random offers that a model could make.

use proptest::prelude::*;

use super::pick::{Pick, few, picks};
use crate::access_model::AccessModel;
use crate::bits::Set;
use crate::grant::Offer;

/// An offer before its model is known.
#[derive(Clone, Copy, Debug)]
pub struct RawOffer {
    levels: Pick,
    permissions: Pick,
    restrictions: Pick,
}

impl RawOffer {
    /// The offer that this is in a model: of levels that exist, with permissions and restrictions that they may carry.
    pub fn shape(self, model: &AccessModel) -> Offer {
        let levels = self.levels.at_least_one(&model.levels().collect::<Vec<_>>());
        let of_levels = levels.iter().copied().collect::<Set<_>>();
        let grantable = levels.iter().fold(Set::EMPTY, |sum, level| sum.union(model.grantable(*level)));
        let permissions = self.permissions.some(&grantable.iter().collect::<Vec<_>>());
        let eligible = model.restrictions().filter(|one| !model.eligible(*one).intersection(of_levels).is_empty());
        let bare = Offer {
            levels: levels.iter().filter_map(|level| model.level_key(*level).cloned()).collect(),
            permissions: permissions.iter().filter_map(|one| model.permission_key(*one).cloned()).collect(),
            restrictions: [].into(),
        };
        let bare = bare.clone().shaped(model).unwrap_or(bare);
        self.restrictions.some(&eligible.collect::<Vec<_>>()).into_iter().fold(bare, |offer, restriction| {
            let mut more = offer.clone();
            more.restrictions.extend(model.restriction_key(restriction).cloned());
            more.shaped(model).unwrap_or(offer)
        })
    }
}

/// Offers before their model is known.
pub fn raw_offers() -> impl Strategy<Value = RawOffer> + Clone {
    (few(), picks(), few()).prop_map(|(levels, permissions, restrictions)| RawOffer { levels, permissions, restrictions })
}

/// Offers in this model's words, in shape.
pub fn offers(model: &AccessModel) -> impl Strategy<Value = Offer> + use<> {
    let model = model.clone();
    raw_offers().prop_map(move |raw| raw.shape(&model))
}
