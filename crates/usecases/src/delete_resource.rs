//! Deleting a resource, and with it every choice of it.

use std::collections::BTreeSet;

use tenure_domain::access_model::{AccessModel, Reach};
use tenure_domain::resource::{MOST_TOLD, ResourceRefused, delete};
use tenure_domain::selection::Part;
use tenure_domain::{Decided, KindKey, LevelKey, OrganizationId, ResourceId};
use tenure_port_store::OrganizationUnit;

use crate::selecting::Managing;
use crate::{Acting, Context, Failure, InOrganization, UseCase};

/// How many of those are told who must have exactly one, and have this.
const TOLD: u32 = 20;

/// Asks for a resource to be deleted.
#[derive(Clone, Copy, Debug)]
pub struct DeleteResource {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub resource: ResourceId,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

/// The levels that reach so far into a kind.
fn levels(model: &AccessModel, kind: &KindKey, is: impl Fn(Reach) -> bool) -> BTreeSet<LevelKey> {
    let those = model.levels().filter(|level| is(model.reach(*level, kind.as_str())));
    those.filter_map(|level| model.level_key(level).cloned()).collect()
}

impl UseCase for DeleteResource {
    type Lock = InOrganization;
    type Done = ();
    type Refusal = ResourceRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<()>, Failure<ResourceRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let resource = unit.resources().find(self.organization, self.resource).await?.ok_or(Failure::NotFound)?;
        let managing = Managing::load(unit, &acting, &resource.kind).await?;
        if !managing.knows(&acting, &resource) {
            return Err(Failure::NotFound);
        }
        // Before anything else is read while the organization is locked.
        managing.by(&acting).may_manage().map_err(Failure::Refused)?;
        let model = &acting.organization.model;
        let bound = levels(model, &resource.kind, |reach| reach == Reach::ExactlyOne);
        let only_of = if bound.is_empty() {
            Vec::new()
        } else {
            // Of several levels the widest wins: whoever has a wider one needn't have exactly one.
            let wider = levels(model, &resource.kind, |reach| reach > Reach::ExactlyOne);
            unit.selections().holders(self.organization, resource.id, &bound, &wider, TOLD).await?
        };
        let enough = u32::try_from(MOST_TOLD + 1).unwrap_or(u32::MAX);
        // Whoever had it by a group loses it as well.
        let parts: Vec<Part> =
            [Part::from(resource.id)].into_iter().chain(resource.groups.iter().copied().map(Part::from)).collect();
        let had = unit.selections().choosers(self.organization, &parts, enough).await?;
        let by = managing.by(&acting);
        let decided = delete(&acting.organization, by, &resource, &only_of, &had).map_err(Failure::Refused)?;
        if self.seen.is_some_and(|seen| seen != resource.version) {
            return Err(Failure::Stale);
        }
        unit.resource_changes().remove(&resource).await?;
        Ok(decided)
    }
}
