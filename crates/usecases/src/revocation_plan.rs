//! What a revocation, a deactivation or a deletion would do: the facts, loaded in one way for the plan and for the deed.

use std::collections::HashMap;

use tenure_domain::contact::Portfolio;
use tenure_domain::grant::Grant;
use tenure_domain::may_grant::Granter;
use tenure_domain::organization::Organization;
use tenure_domain::revocation::{Ends, Handover, Held, Plan, RevocationFacts, RevokeRefused, Successor, may_revoke, plan};
use tenure_domain::selection::Selected;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{StoreError, Unit};

use crate::{Acting, Context, Failure, Loaded, Reading, UseCase, load};

/// How many waiting invitations of a leaver are counted.
const INVITATIONS_COUNTED: u32 = 1_000;

/// What of somebody's access is to end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// Their access to this workspace: a revocation.
    Grant(WorkspaceId),
    /// All of it, with the membership: a deletion.
    Membership,
    /// None of it but their acting: a deactivation.
    Acting {
        /// Whether they keep their contacts meanwhile; else all of them are handed over.
        keeps_contacts: bool,
    },
}

impl Ending {
    /// A deactivation; without a handover they keep their contacts.
    pub const fn acting(handover: Option<Handover>) -> Self {
        Self::Acting { keeps_contacts: handover.is_none() }
    }
}

/// The same, loaded.
#[derive(Debug)]
enum LoadedEnding {
    Grant(Box<(Grant, Place)>),
    Membership(Vec<Place>),
    Acting { places: Vec<Place>, keeps_contacts: bool },
}

/// All that plan and deed rest on.
#[derive(Debug)]
pub struct LoadedRevocation {
    member: Loaded,
    ending: LoadedEnding,
    selections: Vec<Selected>,
    held: Vec<Held>,
    handover: Handover,
    successor: Option<Loaded>,
    proves: bool,
    another: bool,
    root: WorkspaceId,
}

/// The portfolios that a member holds, with where they are.
pub(crate) async fn held(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    member: MemberId,
) -> Result<Vec<Held>, StoreError> {
    held_by_all(unit, organization, &[member]).await
}

/// The portfolios that any of these members holds, with where they are.
pub(crate) async fn held_by_all(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    members: &[MemberId],
) -> Result<Vec<Held>, StoreError> {
    let portfolios = unit.portfolios().held_by(organization.id, members).await?;
    with_places(unit, organization, portfolios).await
}

/// Portfolios with where they are.
pub(crate) async fn with_places(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    portfolios: Vec<Portfolio>,
) -> Result<Vec<Held>, StoreError> {
    let mut workspaces: Vec<WorkspaceId> = portfolios.iter().map(|portfolio| portfolio.workspace).collect();
    workspaces.sort();
    workspaces.dedup();
    let places = load::places(unit, organization, &workspaces).await?;
    let places: HashMap<WorkspaceId, Place> = places.into_iter().map(|place| (place.workspace(), place)).collect();
    let held = |portfolio: Portfolio| Some(Held { place: places.get(&portfolio.workspace)?.clone(), portfolio });
    Ok(portfolios.into_iter().filter_map(held).collect())
}

/// Portfolios by whoever holds them.
pub(crate) fn by_holder(held: Vec<Held>) -> HashMap<MemberId, Vec<Held>> {
    let mut of: HashMap<MemberId, Vec<Held>> = HashMap::new();
    for one in held {
        if let Some(holder) = one.portfolio.holder {
            of.entry(holder).or_default().push(one);
        }
    }
    of
}

async fn successor(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    handover: Handover,
) -> Result<Option<Loaded>, StoreError> {
    match handover {
        Handover::AssignTo(to) => Loaded::find(unit, organization, to).await,
        Handover::Unassign => Ok(None),
    }
}

impl LoadedEnding {
    async fn find(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        member: &Loaded,
        ending: Ending,
    ) -> Result<Option<Self>, StoreError> {
        match ending {
            Ending::Grant(workspace) => {
                let Some(grant) = member.grant_at(workspace).cloned() else { return Ok(None) };
                let place = member.places.iter().find(|place| place.workspace() == workspace).cloned();
                Ok(place.map(|place| Self::Grant(Box::new((grant, place)))))
            }
            Ending::Membership => member.places_of_all(unit, organization).await.map(|places| Some(Self::Membership(places))),
            Ending::Acting { keeps_contacts } => {
                let places = member.places_of_all(unit, organization).await?;
                Ok(Some(Self::Acting { places, keeps_contacts }))
            }
        }
    }

    fn as_ends(&self) -> Ends<'_> {
        match self {
            Self::Grant(ending) => Ends::Grant { grant: &ending.0, place: &ending.1 },
            Self::Membership(places) => Ends::Membership { places },
            Self::Acting { places, keeps_contacts } => Ends::Acting { places, keeps_contacts: *keeps_contacts },
        }
    }
}

impl LoadedRevocation {
    /// Loads; none if there is no such member or grant.
    pub async fn find(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        member: MemberId,
        ending: Ending,
        handover: Handover,
    ) -> Result<Option<Self>, StoreError> {
        let Some(member) = Loaded::find(unit, organization, member).await? else { return Ok(None) };
        let selections = unit.selections().of(organization.id, member.membership.id).await?;
        let held = held(unit, organization, member.membership.id).await?;
        let successor = successor(unit, organization, handover).await?;
        Self::of(unit, organization, (member, selections, held), ending, (handover, successor)).await
    }

    /// The deletions of many at once, by whom they are about, as far as there are such.
    pub(crate) async fn deletions(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        members: &[MemberId],
        handover: Handover,
    ) -> Result<HashMap<MemberId, Self>, StoreError> {
        let memberships = unit.memberships().find_all(organization.id, members).await?;
        let mut selections: HashMap<MemberId, Vec<Selected>> = HashMap::new();
        for selected in unit.selections().of_all(organization.id, members).await? {
            selections.entry(selected.member).or_default().push(selected);
        }
        let mut held = by_holder(held_by_all(unit, organization, members).await?);
        let successor = successor(unit, organization, handover).await?;
        let mut all = HashMap::new();
        for member in Loaded::of_all(unit, organization, memberships).await? {
            let id = member.membership.id;
            let of = (member, selections.remove(&id).unwrap_or_default(), held.remove(&id).unwrap_or_default());
            let loaded = Self::of(unit, organization, of, Ending::Membership, (handover, successor.clone())).await?;
            all.extend(loaded.map(|loaded| (id, loaded)));
        }
        Ok(all)
    }

    async fn of(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        (member, selections, held): (Loaded, Vec<Selected>, Vec<Held>),
        ending: Ending,
        (handover, successor): (Handover, Option<Loaded>),
    ) -> Result<Option<Self>, StoreError> {
        let Some(ending) = LoadedEnding::find(unit, organization, &member, ending).await? else { return Ok(None) };
        let chair = member.chair(unit, organization).await?;
        let (proves, another) = (chair.proves, chair.another);
        Ok(Some(Self { member, ending, selections, held, handover, successor, proves, another, root: organization.root }))
    }

    /// Whether R8 asks anything of them.
    pub(crate) fn governs(&self) -> bool {
        self.member.access.governs(self.root)
    }

    /// With what they hold by now, where it was read before their row was written.
    pub(crate) fn holds(&mut self, held: Vec<Held>) {
        self.held = held;
    }

    /// With who else governs by now.
    pub(crate) async fn seated(mut self, unit: &mut (dyn Unit + 'static), organization: &Organization) -> Result<Self, StoreError> {
        let chair = self.member.chair(unit, organization).await?;
        (self.proves, self.another) = (chair.proves, chair.another);
        Ok(self)
    }

    /// The facts, as the domain takes them.
    pub fn facts<'a>(&'a self, granter: Granter<'a>) -> RevocationFacts<'a> {
        let member = &self.member;
        RevocationFacts {
            chair: tenure_domain::governance::Chair {
                membership: &member.membership,
                proves: self.proves,
                root: self.root,
                another: self.another,
            },
            access: &member.access,
            grants: &member.grants,
            selections: &self.selections,
            ends: self.ending.as_ends(),
            granter,
            held: &self.held,
            handover: self.handover,
            successor: self.successor.as_ref().map(|to| Successor { membership: &to.membership, access: &to.access }),
        }
    }

    /// Whether somebody may know of any workspace that it is about; to others there is nothing to end.
    pub fn is_seen_by(&self, acting: &Acting) -> bool {
        self.ending.as_ends().places().iter().any(|place| acting.workspace_is_seen(place))
    }
}

/// A plan, with what else hangs on the leaver, counted.
#[derive(Clone, PartialEq, Debug)]
pub struct PlannedEnding {
    /// The plan.
    pub plan: Plan,
    /// How many invitations that they sent still wait.
    pub invitations_sent: u32,
    /// How many API tokens they have. They end with the membership or its acting; a revocation narrows what they can do.
    pub tokens: usize,
}

/// Asks for the plan. It changes nothing.
#[derive(Clone, Copy, Debug)]
pub struct PlannedRevocation {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose access.
    pub member: MemberId,
    /// How much of it.
    pub ending: Ending,
    /// What would become of the contacts.
    pub handover: Handover,
}

impl UseCase for PlannedRevocation {
    type Lock = Reading;
    type Done = PlannedEnding;
    type Refusal = RevokeRefused;

    fn lock(&self) -> Reading {
        Reading(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
    ) -> Result<Decided<PlannedEnding>, Failure<RevokeRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let loaded = LoadedRevocation::find(unit, &acting.organization, self.member, self.ending, self.handover).await?;
        let loaded = loaded.filter(|loaded| loaded.is_seen_by(&acting)).ok_or(Failure::NotFound)?;
        let facts = loaded.facts(acting.granter());
        may_revoke(&facts).map_err(Failure::Refused)?;
        let sent = unit.invitations().sent_by(self.organization, self.member, INVITATIONS_COUNTED).await?;
        let tokens = unit.tokens().of(self.organization, self.member, cx.now).await?.len();
        let planned = PlannedEnding { plan: plan(&facts), invitations_sent: sent, tokens };
        Ok(Decided { value: planned, events: Vec::new() })
    }
}
