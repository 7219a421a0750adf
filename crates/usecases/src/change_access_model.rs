//! Changing the access model that an organization lives by: what it would do, and the deed.

use std::collections::BTreeMap;

use tenure_domain::access_model::engine;
use tenure_domain::event::Event;
use tenure_domain::grant::Offer;
use tenure_domain::organization::{
    Holding, KindUse, MOST_NAMED, MOST_RELEASED, Organization, RemodelFacts, RemodelRefused, Remodelled, Remodelling, remodel,
};
use tenure_domain::selection::Selected;
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, KindKey, MemberId, OrganizationId, Reason, WorkspaceKindKey};
use tenure_port_store::{OrganizationUnit, Unit};

use crate::release::release_lost;
use crate::{Acting, Context, Failure, InOrganization, Loaded, Reading, UseCase, load};

/// Asks what another access model would change. It changes nothing.
#[derive(Clone, Debug)]
pub struct PlannedAccessModel {
    /// The tenant.
    pub organization: OrganizationId,
    /// The other model.
    pub ask: Remodelling,
}

impl UseCase for PlannedAccessModel {
    type Lock = Reading;
    type Done = Remodelled;
    type Refusal = RemodelRefused;

    fn lock(&self) -> Reading {
        Reading(self.organization)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Remodelled>, Failure<RemodelRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let decided = decide(unit, &acting, &self.ask).await?;
        Ok(Decided { events: Vec::new(), ..decided })
    }
}

/// Asks for another access model.
#[derive(Clone, Debug)]
pub struct ChangeAccessModel {
    /// The tenant.
    pub organization: OrganizationId,
    /// The other model.
    pub ask: Remodelling,
    /// The version of the organization that the caller saw, if they said.
    pub seen: Option<u64>,
    /// Why.
    pub reason: Option<Reason>,
}

impl UseCase for ChangeAccessModel {
    type Lock = InOrganization;
    type Done = Remodelled;
    type Refusal = RemodelRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    fn reason(&self) -> Option<Reason> {
        self.reason.clone()
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Remodelled>, Failure<RemodelRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let mut decided = decide(unit, &acting, &self.ask).await?;
        if self.seen.is_some_and(|seen| seen != acting.organization.version) {
            return Err(Failure::Stale);
        }
        if decided.events.is_empty() {
            return Ok(decided);
        }
        // INVARIANT: the rows of all whose grants change are written before portfolios are so much as read, and an assignment reads the
        // model after it holds its assignee's row; see `HeldAssignee::hold`.
        for change in decided.value.changes.iter().filter(|one| one.loses_contacts || one.before != one.after) {
            unit.holding_changes().touch(&change.before).await?;
        }
        let losing = losing(unit, self.organization, &decided.value).await?;
        save(unit, &self.ask, &decided.value).await?;
        decided.events.extend(release(unit, &decided.value.organization, &losing).await?);
        decided.value.organization.version += 1;
        Ok(decided)
    }
}

async fn save(
    unit: &mut (dyn OrganizationUnit + 'static),
    ask: &Remodelling,
    remodelled: &Remodelled,
) -> Result<(), Failure<RemodelRefused>> {
    unit.organization_changes().update(&remodelled.organization).await?;
    for (before, after) in remodelled.rewritten() {
        unit.holding_changes().rewrite(before, after).await?;
    }
    for (before, after) in &remodelled.workspace_kinds {
        unit.holding_changes().rename_workspace_kind(before, after).await?;
    }
    for kind in &remodelled.kinds_gone {
        unit.holding_changes().forget_kind(kind).await?;
    }
    for (token, before) in unit.token_changes().limited().await? {
        let after = ask.carried(&before);
        if after != before {
            unit.token_changes().limit(token, &after).await?;
        }
    }
    Ok(())
}

/// Who holds contacts and may lose the handling of some.
async fn losing(
    unit: &mut (dyn OrganizationUnit + 'static),
    organization: OrganizationId,
    remodelled: &Remodelled,
) -> Result<Vec<MemberId>, Failure<RemodelRefused>> {
    let losing = remodelled.changes.iter().filter(|one| one.loses_contacts);
    let contents: Vec<Offer> = losing.map(|one| one.before.clone()).collect();
    let members = unit.holdings().holders_of_contacts(organization, &contents, MOST_RELEASED + 1).await?;
    let are_too_many = u32::try_from(members.len()).is_ok_and(|many| many > MOST_RELEASED);
    if are_too_many { Err(Failure::Refused(RemodelRefused::TooMany)) } else { Ok(members) }
}

/// Leaves unassigned what they may not keep.
async fn release(
    unit: &mut (dyn OrganizationUnit + 'static),
    organization: &Organization,
    losing: &[MemberId],
) -> Result<Vec<Event>, Failure<RemodelRefused>> {
    let mut events = Vec::new();
    for holder in losing {
        if let Some(loaded) = Loaded::find(unit, organization, *holder).await? {
            events.extend(release_lost(unit, organization, *holder, &loaded.access).await?);
        }
    }
    Ok(events)
}

/// All that plan and deed rest on.
struct InUseNow {
    root: Place,
    own: Vec<Selected>,
    holdings: Vec<Holding>,
    kinds: BTreeMap<KindKey, KindUse>,
    workspace_kinds: BTreeMap<WorkspaceKindKey, u64>,
    not_exactly_one: Vec<(KindKey, Vec<MemberId>)>,
    governed: bool,
}

impl InUseNow {
    async fn find(unit: &mut (dyn Unit + 'static), acting: &Acting, ask: &Remodelling) -> Result<Self, Failure<RemodelRefused>> {
        let organization = &acting.organization;
        let (id, old) = (organization.id, &organization.model);
        let root = load::place(unit, organization, organization.root).await?.ok_or(Failure::NotFound)?;
        // Whoever may not change it learns nothing of who holds what.
        acting.must(engine::ACCESS_MODEL_MANAGE, &root)?;
        let mut not_exactly_one = Vec::new();
        for (kind, levels, except) in ask.wanting_one(old) {
            let who = unit.holdings().not_exactly_one(id, &kind, &levels, &except, MOST_NAMED).await?;
            not_exactly_one.push((kind, who));
        }
        let governing = ask.governing(old);
        Ok(Self {
            root,
            own: unit.selections().of(id, acting.membership.id).await?,
            holdings: unit.holdings().all(id).await?,
            kinds: unit.holdings().kinds(id).await?,
            workspace_kinds: unit.holdings().workspace_kinds(id).await?,
            not_exactly_one,
            governed: unit.memberships().another_governor(id, organization.root, &governing, None).await?,
        })
    }
}

async fn decide(
    unit: &mut (dyn Unit + 'static),
    acting: &Acting,
    ask: &Remodelling,
) -> Result<Decided<Remodelled>, Failure<RemodelRefused>> {
    let loaded = InUseNow::find(unit, acting, ask).await?;
    let facts = RemodelFacts {
        organization: &acting.organization,
        root: &loaded.root,
        granter: acting.granter(),
        access: &acting.access,
        own: &loaded.own,
        ask,
        holdings: &loaded.holdings,
        kinds: &loaded.kinds,
        workspace_kinds: &loaded.workspace_kinds,
        not_exactly_one: &loaded.not_exactly_one,
        governed: loaded.governed,
    };
    match remodel(&facts) {
        Ok(decided) => Ok(decided),
        Err(refused) if acting.access.can(engine::MEMBERS_VIEW, &loaded.root) => {
            Err(Failure::Refused(named(unit, acting.organization.id, refused).await?))
        }
        Err(RemodelRefused::SelectionRequired { kind, .. }) => {
            Err(Failure::Refused(RemodelRefused::SelectionRequired { kind, members: Vec::new() }))
        }
        Err(refused) => Err(Failure::Refused(refused)),
    }
}

/// The same, with those who stand in the way.
async fn named(
    unit: &mut (dyn Unit + 'static),
    organization: OrganizationId,
    refused: RemodelRefused,
) -> Result<RemodelRefused, Failure<RemodelRefused>> {
    let RemodelRefused::InUse(mut words) = refused else { return Ok(refused) };
    for word in &mut words {
        word.members = unit.holdings().holders(organization, &word.offers, MOST_NAMED).await?;
    }
    Ok(RemodelRefused::InUse(words))
}
