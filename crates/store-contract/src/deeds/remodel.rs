//! Changing the access model that an organization lives by.

use tenure_domain::MemberId;
use tenure_domain::event::Event;
use tenure_domain::grant::Offer;
use tenure_domain::organization::{Organization, RemodelFacts, Remodelling, remodel};
use tenure_domain::revocation::leave_behind;
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place, placed};

#[derive(Clone, Debug)]
pub(crate) struct Remodel {
    pub(crate) actor: MemberId,
    pub(crate) ask: Remodelling,
}

impl Remodel {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let (id, ask) = (organization.id, &self.ask);
        let actor = Person::find(unit, organization, self.actor).await?;
        let root = place(unit, organization, organization.root).await?;
        let mut not_exactly_one = Vec::new();
        for (kind, levels, except) in ask.wanting_one(&organization.model) {
            let who = unit.holdings().not_exactly_one(id, &kind, &levels, &except, 20).await?;
            not_exactly_one.push((kind, who));
        }
        let governing = ask.governing(&organization.model);
        let facts = RemodelFacts {
            organization,
            root: &root,
            granter: actor.granter(),
            access: &actor.access,
            own: &unit.selections().of(id, self.actor).await?,
            ask,
            holdings: &unit.holdings().all(id).await?,
            kinds: &unit.holdings().kinds(id).await?,
            workspace_kinds: &unit.holdings().workspace_kinds(id).await?,
            not_exactly_one: &not_exactly_one,
            governed: unit.memberships().another_governor(id, organization.root, &governing, None).await?,
        };
        let decided = remodel(&facts).map_err(|refused| Refused::by(&refused))?;
        let value = decided.value;
        let contents: Vec<Offer> = value.changes.iter().filter(|one| one.loses_contacts).map(|one| one.before.clone()).collect();
        // The rows are written before anything is read that an assignment to one of them could still change.
        for change in &value.changes {
            unit.holding_changes().touch(&change.before).await?;
        }
        let losing = unit.holdings().holders_of_contacts(id, &contents, 10_000).await?;
        unit.organization_changes().update(&value.organization).await?;
        for (before, after) in value.rewritten() {
            unit.holding_changes().rewrite(before, after).await?;
        }
        let mut events = decided.events;
        for member in losing {
            let person = Person::find(unit, &value.organization, member).await?;
            let held = unit.portfolios().held_by(id, &[member]).await?;
            let left = leave_behind(member, &placed(unit, &value.organization, held).await?, &person.access);
            unit.holder_changes().hand_over(&left.value, None).await?;
            events.extend(left.events);
        }
        Ok(events)
    }
}
