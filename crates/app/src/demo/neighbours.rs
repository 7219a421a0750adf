//! More organizations of the example, each of another access model, governed by the same person.

mod cast;

use std::collections::BTreeMap;

use tenure_domain::grant::Offer;
use tenure_domain::membership::Profile;
use tenure_domain::organization::Change;
use tenure_domain::selection::{Choices, Selection};
use tenure_domain::{
    InvitationId, KindKey, LevelKey, MemberId, Name, OrganizationId, PermissionKey, PlanKey, ResourceId, StatisticKey, WorkspaceId,
    WorkspaceKindKey,
};
use tenure_usecases::{
    AssignResource, Caller, ChangeOrganization, CreateOrganization, CreateResource, CreateWorkspace, DeactivateMember,
    InvitePeople, Outcome, ReportStatistics, ResendInvitation, Tenure,
};

pub(super) use self::cast::{CALL_CENTRE, NEIGHBOURS};
use super::arriving::accept;
use super::people::address;
use crate::example::{failed, model, wrong, your_address};
use crate::failure::Failure;

/// What everybody is invited with.
const NOTE: &str = "Good to have you with us.";

/// An organization beside the first.
#[derive(Debug)]
pub(super) struct Neighbour {
    pub(super) name: &'static str,
    /// The built-in access model that it lives by.
    pub(super) model: &'static str,
    pub(super) plan: Option<&'static str>,
    /// Below the root, parents first.
    workspaces: &'static [Node],
    /// The kind of its resources, and their names.
    resources: (&'static str, &'static [&'static str]),
    guests: &'static [Guest],
}

/// A workspace; the one above is another of them, or the root where it has no name.
#[derive(Debug)]
struct Node {
    name: &'static str,
    above: &'static str,
    kind: &'static str,
    active: bool,
}

/// What somebody reaches of the resources.
#[derive(Debug)]
enum Reached {
    /// What their level says.
    ByLevel,
    All,
    These(&'static [&'static str]),
    /// They were put into these from the resources' side, once they had come.
    PutInto(&'static [&'static str]),
}

/// Somebody who was invited.
#[derive(Debug)]
struct Guest {
    name: (&'static str, &'static str),
    /// Where, and with which levels and extra permissions.
    at: &'static str,
    levels: &'static [&'static str],
    extras: &'static [&'static str],
    reached: Reached,
    /// How many minutes ago they were last seen; none for somebody who hasn't answered.
    seen: Option<u32>,
    /// How many calls they have handled, where that is counted.
    calls: Option<u64>,
    /// Whether they were deactivated since.
    left: bool,
}

impl Guest {
    fn names(&self) -> Result<(Name, Name), Failure> {
        Ok((named(self.name.0)?, named(self.name.1)?))
    }
}

/// What is known of one that was made, for what comes later.
#[derive(Debug)]
pub(super) struct Met {
    organization: OrganizationId,
    /// Who was seen in it, and how many minutes ago.
    pub(super) seen: Vec<(MemberId, u32)>,
    calls: Vec<(MemberId, u64)>,
    left: Vec<MemberId>,
    /// The invitations that nobody has answered.
    waiting: Vec<InvitationId>,
}

impl Met {
    pub(super) const fn organization(&self) -> OrganizationId {
        self.organization
    }

    /// Deactivates whoever stands still by now.
    pub(super) async fn let_go(&self, tenure: &Tenure, you: Caller) -> Result<(), Failure> {
        for member in &self.left {
            let (organization, member) = (self.organization, *member);
            let ask = DeactivateMember { organization, member, handover: None, fingerprint: None, reason: None };
            tenure.perform(you, ask).await.map_err(failed("a deactivation"))?;
        }
        Ok(())
    }

    /// Sends who hasn't answered their invitation again.
    pub(super) async fn send_again(&self, tenure: &Tenure, you: Caller) -> Result<(), Failure> {
        for invitation in &self.waiting {
            let ask = ResendInvitation { organization: self.organization, invitation: *invitation };
            tenure.perform(you, ask).await.map_err(failed("an invitation"))?;
        }
        Ok(())
    }

    /// Reports what everybody has handled, as a host does.
    pub(super) async fn report(&self, tenure: &Tenure, you: Caller) -> Result<(), Failure> {
        let calls = StatisticKey::parse("calls_handled").map_err(wrong("calls_handled"))?;
        for (member, number) in &self.calls {
            let numbers = [(calls.clone(), *number)].into();
            let ask = ReportStatistics { organization: self.organization, member: *member, numbers };
            tenure.perform(you, ask).await.map_err(failed("a report"))?;
        }
        Ok(())
    }
}

/// One of them, while it is made.
struct Building<'a> {
    tenure: &'a Tenure,
    you: Caller,
    organization: OrganizationId,
    workspaces: BTreeMap<&'static str, WorkspaceId>,
    resources: BTreeMap<&'static str, ResourceId>,
}

fn named(text: &str) -> Result<Name, Failure> {
    Name::parse(text).map_err(wrong(text))
}

/// Makes one of them.
pub(super) async fn build(tenure: &Tenure, you: Caller, neighbour: &Neighbour) -> Result<Met, Failure> {
    let organization: OrganizationId = tenure.tools().ids.next().into();
    let ask = CreateOrganization {
        organization,
        name: named(neighbour.name)?,
        model: model(neighbour.model)?,
        governor: your_address()?,
    };
    tenure.perform(you, ask).await.map_err(failed("an organization"))?;
    if let Some(plan) = neighbour.plan {
        let plan = Some(Some(PlanKey::parse(plan).map_err(wrong(plan))?));
        let change = ChangeOrganization { organization, change: Change { plan, ..Change::default() }, governor: None, seen: None };
        tenure.perform(you, change).await.map_err(failed("the plan"))?;
    }
    let found = tenure.tools().store.queries().organization(organization).await?;
    let root = found.ok_or_else(|| Failure::Failed("an organization of the example is gone".to_owned()))?.root;
    let workspaces = [("", root)].into();
    let mut building = Building { tenure, you, organization, workspaces, resources: BTreeMap::new() };
    building.plant(neighbour.workspaces).await?;
    building.furnish(neighbour.resources).await?;
    let mut met = Met { organization, seen: Vec::new(), calls: Vec::new(), left: Vec::new(), waiting: Vec::new() };
    for guest in neighbour.guests {
        let (member, invitation) = building.invite(guest, neighbour.resources.0).await?;
        if let Some(minutes) = guest.seen {
            accept(tenure, organization, invitation, guest.names()?).await?;
            building.put(member, guest).await?;
            met.seen.push((member, minutes));
            met.calls.extend(guest.calls.map(|number| (member, number)));
            met.left.extend(guest.left.then_some(member));
        } else {
            met.waiting.extend(invitation);
        }
    }
    Ok(met)
}

impl Building<'_> {
    fn workspace(&self, name: &str) -> Result<WorkspaceId, Failure> {
        self.workspaces.get(name).copied().ok_or_else(|| Failure::Failed(format!("the example has no workspace {name}")))
    }

    async fn plant(&mut self, nodes: &[Node]) -> Result<(), Failure> {
        for node in nodes {
            let ask = CreateWorkspace {
                organization: self.organization,
                parent: self.workspace(node.above)?,
                name: named(node.name)?,
                kind: Some(WorkspaceKindKey::parse(node.kind).map_err(wrong(node.kind))?),
                active: Some(node.active),
            };
            let made = self.tenure.perform(self.you, ask).await.map_err(failed("a workspace"))?;
            self.workspaces.insert(node.name, made.id);
        }
        Ok(())
    }

    async fn furnish(&mut self, (kind, names): (&str, &'static [&'static str])) -> Result<(), Failure> {
        for name in names {
            let kind = KindKey::parse(kind).map_err(wrong(kind))?;
            let ask = CreateResource {
                organization: self.organization,
                kind,
                name: named(name)?,
                for_everyone: false,
                groups: [].into(),
            };
            let made = self.tenure.perform(self.you, ask).await.map_err(failed("a resource"))?;
            self.resources.insert(name, made.id);
        }
        Ok(())
    }

    fn selections(&self, guest: &Guest, kind: &str) -> Result<Choices, Failure> {
        let selection = match guest.reached {
            Reached::ByLevel | Reached::PutInto(_) => return Ok(Choices::new()),
            Reached::All => Selection::All,
            Reached::These(names) => Selection::only(names.iter().filter_map(|name| self.resources.get(name).copied())),
        };
        Ok([(KindKey::parse(kind).map_err(wrong(kind))?, selection)].into())
    }

    async fn put(&self, member: MemberId, guest: &Guest) -> Result<(), Failure> {
        let Reached::PutInto(names) = guest.reached else { return Ok(()) };
        for resource in names.iter().filter_map(|name| self.resources.get(name).copied()) {
            let ask = AssignResource { organization: self.organization, resource, member, has: true };
            self.tenure.perform(self.you, ask).await.map_err(failed("a place in a queue"))?;
        }
        Ok(())
    }

    async fn invite(&self, guest: &Guest, kind: &str) -> Result<(MemberId, Option<InvitationId>), Failure> {
        let levels = guest.levels.iter().map(|key| LevelKey::parse(key).map_err(wrong(key)));
        let extras = guest.extras.iter().map(|key| PermissionKey::parse(key).map_err(wrong(key)));
        let offer = Offer {
            levels: levels.collect::<Result<_, _>>()?,
            permissions: extras.collect::<Result<_, _>>()?,
            restrictions: [].into(),
        };
        let (first, last) = guest.names()?;
        let ask = InvitePeople {
            organization: self.organization,
            workspace: self.workspace(guest.at)?,
            emails: vec![address(guest.name).into()],
            offer,
            selections: self.selections(guest, kind)?,
            profile: Profile { first_name: Some(first), last_name: Some(last), ..Profile::default() },
            note: Some(tenure_domain::Note::parse(NOTE).map_err(wrong(NOTE))?),
            expires_at: None,
        };
        let outcomes = self.tenure.perform(self.you, ask).await.map_err(failed("an invitation"))?;
        let nobody =
            |why: &str| Failure::of("the example can't be made (an invitation)", format!("{}: {why}", address(guest.name)));
        let outcome = outcomes.into_iter().next().ok_or_else(|| nobody("no outcome"))?;
        match (outcome.outcome, outcome.member) {
            (Outcome::Invited, Some(member)) => Ok((member, outcome.invitation)),
            (other, _) => Err(nobody(other.word())),
        }
    }
}

/// The address of somebody in them.
#[cfg(test)]
pub(super) fn addresses() -> impl Iterator<Item = tenure_domain::EmailAddress> {
    let guests = NEIGHBOURS.iter().chain([CALL_CENTRE]).flat_map(|neighbour| neighbour.guests);
    guests.filter_map(|guest| tenure_domain::EmailAddress::parse(&address(guest.name)).ok())
}
