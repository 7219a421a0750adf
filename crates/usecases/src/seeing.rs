//! Which contacts somebody who acts sees (R5): inside a unit, and as lists show them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use tenure_domain::access_model::engine;
use tenure_domain::visibility::Visibility;
use tenure_domain::workspace::Place;
use tenure_domain::{KindKey, MemberId};
use tenure_port_store::{StoreError, Unit};

use crate::Acting;

/// Who acts, and with which of some holders of contacts they have something in common.
pub(crate) struct Seeing<'a> {
    acting: &'a Acting,
    in_common: HashSet<(KindKey, MemberId)>,
}

impl<'a> Seeing<'a> {
    /// `of` says where the contacts are that will be asked about, and who holds them.
    pub(crate) async fn load(
        unit: &mut (dyn Unit + 'static),
        acting: &'a Acting,
        of: &[(&Place, Option<MemberId>)],
    ) -> Result<Self, StoreError> {
        let mut asked: BTreeMap<KindKey, BTreeSet<MemberId>> = BTreeMap::new();
        for (place, holder) in of {
            if let (Visibility::Shared(kind), Some(holder)) = (acting.access.visibility_at(place), holder) {
                asked.entry(kind).or_default().insert(*holder);
            }
        }
        let mut in_common = HashSet::new();
        for (kind, holders) in asked {
            let (viewer, sharing) = (acting.membership.id, acting.access.sharing(&kind));
            let holders: Vec<MemberId> = holders.into_iter().collect();
            let those = unit.selections().in_common(acting.organization.id, &sharing, viewer, &holders).await?;
            in_common.extend(those.into_iter().map(|one| (kind.clone(), one)));
        }
        Ok(Self { acting, in_common })
    }

    /// Whether they see a contact there that this member holds.
    pub(crate) fn shows(&self, place: &Place, holder: Option<MemberId>) -> bool {
        let access = &self.acting.access;
        let shared = |kind: &KindKey, holder| self.in_common.contains(&(kind.clone(), holder));
        access.can(engine::CONTACTS_VIEW, place) && access.visibility_at(place).shows(self.acting.membership.id, holder, shared)
    }
}
