//! Moving a workspace with all below it.

use std::collections::BTreeMap;

use tenure_domain::event::Event;
use tenure_domain::organization::Organization;
use tenure_domain::workspace::{Affected, Holder, MoveFacts, Place, relocate};
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place, placed};

#[derive(Clone, Debug)]
pub(crate) struct Relocate {
    pub(crate) actor: MemberId,
    pub(crate) workspace: WorkspaceId,
    pub(crate) parent: WorkspaceId,
}

impl Relocate {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let actor = Person::find(unit, organization, self.actor).await?;
        let workspace = unit.workspaces().find(organization.id, self.workspace).await?.ok_or(Refused::Missing)?;
        let at = place(unit, organization, self.workspace).await?;
        let parent = place(unit, organization, self.parent).await?;
        let above = match workspace.parent {
            Some(above) => Some(place(unit, organization, above).await?),
            None => None,
        };
        let size = unit.workspaces().subtree(organization.id, self.workspace).await?.ok_or(Refused::Missing)?;
        let ids = |place: &Place| place.steps().iter().map(|step| step.workspace).collect::<Vec<_>>();
        let (before, after) = (above.as_ref().map(ids).unwrap_or_default(), ids(&parent));
        let either = before.iter().filter(|id| !after.contains(id)).chain(after.iter().filter(|id| !before.contains(id)));
        let either: Vec<WorkspaceId> = either.copied().collect();
        let rows = unit.grants().at(organization.id, &either, 1_000).await?;
        let people: Vec<MemberId> = rows.iter().map(|(membership, _)| membership.id).collect();
        // The rows are written before anything is read that an assignment to one of them could still change.
        unit.membership_changes().touch_all(&people).await?;
        let held = unit.portfolios().held_within(organization.id, self.workspace, &people).await?;
        let mut of: BTreeMap<MemberId, Vec<_>> = BTreeMap::new();
        for held in placed(unit, organization, held).await? {
            let holder = held.portfolio.holder.expect("it is held");
            of.entry(holder).or_default().push((held.portfolio, held.place));
        }
        let mut affected = Vec::new();
        let mut holders = Vec::new();
        for (membership, grants) in rows {
            let person = Person::find(unit, organization, membership.id).await?;
            if let Some(portfolios) = of.remove(&membership.id) {
                holders.push(Holder { member: membership.id, access: person.access.clone(), portfolios });
            }
            affected.push(Affected { membership, grants, access: person.access });
        }
        let facts = MoveFacts {
            granter: actor.granter(),
            access: &actor.access,
            workspace: &workspace,
            place: &at,
            above: above.as_ref(),
            parent: &parent,
            levels_below: size.levels_below,
            affected: &affected,
            holders: &holders,
        };
        let decided = relocate(&facts, None).map_err(|refused| Refused::by(&refused))?;
        if !decided.events.is_empty() {
            unit.holder_changes().hand_over(&decided.value.left, None).await?;
            unit.workspace_changes().relocate(&decided.value.workspace).await?;
        }
        Ok(decided.events)
    }
}
