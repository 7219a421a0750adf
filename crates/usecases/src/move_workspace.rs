//! Moving a workspace with all below it: the plan, and the deed.

use std::collections::BTreeMap;

use tenure_domain::access::Access;
use tenure_domain::contact::Portfolio;
use tenure_domain::workspace::{
    Affected, Holder, MoveFacts, MoveFingerprint, MovePlan, MoveRefused, Place, Workspace, plan_move, relocate,
};
use tenure_domain::{Decided, MemberId, OrganizationId, Reason, WorkspaceId};
use tenure_port_store::{OrganizationUnit, Subtree, Unit};

use crate::revocation_plan::with_places;
use crate::{Acting, Context, Failure, InOrganization, Reading, UseCase, load};

/// How many people's reach one move may change: their rows are written, and the organization's lock is held meanwhile.
const MOST_AFFECTED: u32 = 10_000;

/// Asks what a move would do. It changes nothing.
#[derive(Clone, Copy, Debug)]
pub struct PlannedMove {
    /// The tenant.
    pub organization: OrganizationId,
    /// What would be moved.
    pub workspace: WorkspaceId,
    /// Below what.
    pub parent: WorkspaceId,
}

impl UseCase for PlannedMove {
    type Lock = Reading;
    /// The plan, and how much would be moved.
    type Done = (MovePlan, Subtree);
    type Refusal = MoveRefused;

    fn lock(&self) -> Reading {
        Reading(self.organization)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Self::Done>, Failure<MoveRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let mut loaded = LoadedMove::find(unit, &acting, self.workspace, self.parent).await?;
        loaded.find_holders(unit, &acting).await?;
        let plan = plan_move(&loaded.facts(&acting)).map_err(Failure::Refused)?;
        Ok(Decided { value: (plan, loaded.subtree), events: Vec::new() })
    }
}

/// Asks for a move.
#[derive(Clone, Debug)]
pub struct MoveWorkspace {
    /// The tenant.
    pub organization: OrganizationId,
    /// What.
    pub workspace: WorkspaceId,
    /// Below what.
    pub parent: WorkspaceId,
    /// The plan that the caller saw, if they looked.
    pub fingerprint: Option<MoveFingerprint>,
    /// Why.
    pub reason: Option<Reason>,
}

impl UseCase for MoveWorkspace {
    type Lock = InOrganization;
    type Done = Workspace;
    type Refusal = MoveRefused;

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
    ) -> Result<Decided<Workspace>, Failure<MoveRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let mut loaded = LoadedMove::find(unit, &acting, self.workspace, self.parent).await?;
        // INVARIANT: the rows of all whose reach changes are written before portfolios are so much as read; see `carry_out`.
        let affected: Vec<MemberId> = loaded.affected.iter().map(|one| one.membership.id).collect();
        unit.membership_changes().touch_all(&affected).await?;
        loaded.find_holders(unit, &acting).await?;
        let decided = relocate(&loaded.facts(&acting), self.fingerprint.as_ref()).map_err(Failure::Refused)?;
        if decided.events.is_empty() {
            return Ok(decided.map(|moved| moved.workspace));
        }
        if !decided.value.left.is_empty() {
            unit.holder_changes().hand_over(&decided.value.left, None).await?;
        }
        unit.workspace_changes().relocate(&decided.value.workspace).await?;
        Ok(decided.map(|moved| Workspace { version: moved.workspace.version + 1, ..moved.workspace }))
    }
}

/// All that plan and deed rest on.
struct LoadedMove {
    workspace: Workspace,
    place: Place,
    above: Option<Place>,
    parent: Place,
    subtree: Subtree,
    affected: Vec<Affected>,
    holders: Vec<Holder>,
}

impl LoadedMove {
    async fn find(
        unit: &mut (dyn Unit + 'static),
        acting: &Acting,
        workspace: WorkspaceId,
        parent: WorkspaceId,
    ) -> Result<Self, Failure<MoveRefused>> {
        let organization = &acting.organization;
        let found = unit.workspaces().find(organization.id, workspace).await?.ok_or(Failure::NotFound)?;
        let place = load::place(unit, organization, workspace).await?.ok_or(Failure::NotFound)?;
        let parent = load::place(unit, organization, parent).await?.ok_or(Failure::NotFound)?;
        // Whoever can't even see a workspace is told that there is none.
        if !acting.workspace_is_seen(&place) || !acting.workspace_is_seen(&parent) {
            return Err(Failure::NotFound);
        }
        let above = match found.parent {
            Some(above) => load::place(unit, organization, above).await?,
            None => None,
        };
        let subtree = unit.workspaces().subtree(organization.id, workspace).await?.ok_or(Failure::NotFound)?;
        let ids = |place: &Place| place.steps().iter().map(|step| step.workspace).collect::<Vec<_>>();
        let (before, after) = (above.as_ref().map(ids).unwrap_or_default(), ids(&parent));
        let either = before.iter().filter(|id| !after.contains(id)).chain(after.iter().filter(|id| !before.contains(id)));
        let at: Vec<WorkspaceId> = either.copied().collect();
        let rows = unit.grants().at(organization.id, &at, MOST_AFFECTED + 1).await?;
        if u32::try_from(rows.len()).is_ok_and(|many| many > MOST_AFFECTED) {
            return Err(Failure::Refused(MoveRefused::TooMany));
        }
        let affected = rows.into_iter().map(|(membership, grants)| {
            let access = Access::new(organization.setting(), membership.status, &grants);
            Affected { membership, grants, access }
        });
        let affected = affected.collect();
        Ok(Self { workspace: found, place, above, parent, subtree, affected, holders: Vec::new() })
    }

    /// What those whose reach changes hold of it. Others keep what they hold.
    async fn find_holders(&mut self, unit: &mut (dyn Unit + 'static), acting: &Acting) -> Result<(), Failure<MoveRefused>> {
        let organization = &acting.organization;
        let holders: Vec<MemberId> = self.affected.iter().map(|one| one.membership.id).collect();
        let portfolios = unit.portfolios().held_within(organization.id, self.workspace.id, &holders).await?;
        let mut of: BTreeMap<MemberId, Vec<(Portfolio, Place)>> = BTreeMap::new();
        for held in with_places(unit, organization, portfolios).await? {
            if let Some(holder) = held.portfolio.holder {
                of.entry(holder).or_default().push((held.portfolio, held.place));
            }
        }
        let holder = |(member, portfolios)| {
            let access = self.affected.iter().find(|one| one.membership.id == member)?.access.clone();
            Some(Holder { member, access, portfolios })
        };
        self.holders = of.into_iter().filter_map(holder).collect();
        Ok(())
    }

    fn facts<'a>(&'a self, acting: &'a Acting) -> MoveFacts<'a> {
        MoveFacts {
            granter: acting.granter(),
            access: &acting.access,
            workspace: &self.workspace,
            place: &self.place,
            above: self.above.as_ref(),
            parent: &self.parent,
            levels_below: self.subtree.levels_below,
            affected: &self.affected,
            holders: &self.holders,
        }
    }
}
