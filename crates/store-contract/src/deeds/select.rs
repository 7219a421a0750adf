//! Choosing what a member has of a resource kind, and deleting a resource that somebody may have.

use tenure_domain::event::Event;
use tenure_domain::may_grant::Side;
use tenure_domain::organization::Organization;
use tenure_domain::resource::{Keeper, delete};
use tenure_domain::selection::{SelectFacts, Selected, Selection, select};
use tenure_domain::{KindKey, MemberId, ResourceId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, named, place};

#[derive(Clone, Debug)]
pub(crate) struct Select {
    pub(crate) actor: MemberId,
    pub(crate) member: MemberId,
    pub(crate) kind: KindKey,
    pub(crate) selection: Selection,
    /// The version that the actor saw, if they looked.
    pub(crate) seen: Option<u64>,
}

impl Select {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let actor = Person::find(unit, organization, self.actor).await?;
        let member = Person::find(unit, organization, self.member).await?;
        let mut places = Vec::new();
        for grant in &member.grants {
            places.push(place(unit, organization, grant.workspace).await?);
        }
        let standing = unit.selections().find(organization.id, self.member, &self.kind).await?;
        let own = unit.selections().find(organization.id, self.actor, &self.kind).await?;
        let named = named(unit, organization, [&standing.selection, &self.selection]).await?;
        let facts = SelectFacts {
            membership: &member.membership,
            access: &member.access,
            places: &places,
            key: &self.kind,
            kind: organization.model.resource_kind(self.kind.as_str()).ok_or(Refused::Missing)?,
            side: Side::Member,
            granter: actor.granter(),
            own: &own.selection,
            before: &standing.selection,
            named: &named,
            unknown: &[].into(),
        };
        let decided = select(&facts, &self.selection).map_err(|refused| Refused::by(&refused))?;
        let version = self.seen.unwrap_or(standing.version);
        unit.membership_changes().touch(self.member).await?;
        unit.selection_changes().replace(&Selected { version, ..standing.chosen(decided.value, actor.giver()) }).await?;
        Ok(decided.events)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct DeleteResource {
    pub(crate) actor: MemberId,
    pub(crate) resource: ResourceId,
}

impl DeleteResource {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let actor = Person::find(unit, organization, self.actor).await?;
        let resource = unit.resources().find(organization.id, self.resource).await?.ok_or(Refused::Missing)?;
        let root = place(unit, organization, organization.root).await?;
        let own = unit.selections().find(organization.id, self.actor, &resource.kind).await?;
        let by = Keeper { granter: actor.granter(), root: &root, own: &own.selection };
        let decided = delete(organization, by, &resource, &[], &[]).map_err(|refused| Refused::by(&refused))?;
        unit.resource_changes().remove(&resource).await?;
        Ok(decided.events)
    }
}
