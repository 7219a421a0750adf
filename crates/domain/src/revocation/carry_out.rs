//! Carrying a revocation out: one grant goes, and what hangs on it changes hands in the same write.

use std::collections::BTreeSet;

use super::handover::{Handover, Held, lost};
use super::plan::{Blocker, Fingerprint, Fingerprinted, Plan, RevocationFacts, plan};
use super::receipt::{Act, Receipt, ReceiptState};
use crate::access::Access;
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::Giver;
use crate::id::{MemberId, PortfolioId, ReceiptId, WorkspaceId};
use crate::instant::{DAY, Instant};
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, may_end, may_manage};
use crate::membership::Status;
use crate::organization::Organization;
use crate::refusal::{Refusal, RefusalKind};

/// What somebody asks for besides the facts.
#[derive(Clone, Debug)]
pub struct RevokeAsk<'a> {
    /// The tenant.
    pub organization: &'a Organization,
    /// Who revokes, to be kept with the receipt.
    pub by: Giver,
    /// The plan that they saw, if they looked.
    pub fingerprint: Option<Fingerprint>,
    /// The receipt's id.
    pub receipt: ReceiptId,
    /// Now.
    pub now: Instant,
}

/// Why nothing was revoked.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum RevokeRefused {
    /// It isn't the actor's to revoke.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// Something stands in the way.
    #[error(transparent)]
    Blocked(#[from] Blocker),
    /// The facts have moved since the plan.
    #[error("the facts have moved since you looked at the plan; look again")]
    Moved {
        /// Which.
        parts: Vec<Fingerprinted>,
        /// The plan as it is now.
        now: Box<Plan>,
    },
}

impl Refusal for RevokeRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            Self::Blocked(blocker) => blocker.kind(),
            Self::Moved { .. } => RefusalKind::PlanMoved,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::Blocked(blocker) => blocker.rule(),
            Self::Moved { .. } => "plan_moved",
        }
    }

    fn pointer(&self) -> Option<String> {
        if let Self::Blocked(blocker) = self { blocker.pointer() } else { None }
    }
}

/// What a revocation makes.
#[derive(Clone, PartialEq, Debug)]
pub struct Revoked {
    /// The receipt.
    pub receipt: Receipt,
    /// The portfolios that change hands.
    pub portfolios: Vec<PortfolioId>,
    /// To whom; none for nobody.
    pub to: Option<MemberId>,
    /// Whether the person was pending with nothing else on offer: then the membership goes too.
    pub withdraws: bool,
}

/// Decides a revocation. Nobody revokes themselves (R7), nobody leaves an organization headless (R8).
#[expect(clippy::needless_pass_by_value, reason = "an ask is spent on one act")]
pub fn revoke(facts: &RevocationFacts<'_>, ask: RevokeAsk<'_>) -> Result<Decided<Revoked>, RevokeRefused> {
    let membership = facts.chair.membership;
    let grantee = Grantee { id: Some(membership.id), access: Some(facts.access), standing: Some(facts.grant) };
    may_manage(facts.granter, grantee, facts.place, Right::Manage)?;
    if let Granter::Member { access, .. } = facts.granter {
        may_end(access, facts.grant, &facts.access_after(), facts.place)?;
    }
    let plan = plan(facts);
    if let Some(seen) = &ask.fingerprint {
        let parts = seen.moved(&plan.fingerprint);
        if !parts.is_empty() {
            return Err(RevokeRefused::Moved { parts, now: Box::new(plan) });
        }
    }
    if let Some(blocker) = plan.blockers.first() {
        return Err(blocker.clone().into());
    }
    let pending = membership.status == Status::Pending;
    let withdraws = pending && plan.keeps.is_empty();
    let to = match facts.handover {
        Handover::Unassign => None,
        Handover::AssignTo(member) => Some(member),
    };
    let days = ask.organization.undo_days();
    let receipt = Receipt {
        organization: ask.organization.id,
        id: ask.receipt,
        act: Act::Revocation,
        member: membership.id,
        workspace: facts.grant.workspace,
        grant: facts.grant.clone(),
        successor: to,
        by: ask.by,
        at: ask.now,
        undo_until: (days > 0 && !pending).then(|| ask.now.plus(DAY * days)),
        state: ReceiptState::Standing,
    };
    let events = events(facts, &receipt, to, withdraws);
    Ok(Decided { value: Revoked { receipt, portfolios: plan.portfolios, to, withdraws }, events })
}

fn events(facts: &RevocationFacts<'_>, receipt: &Receipt, to: Option<MemberId>, withdraws: bool) -> Vec<Event> {
    let membership = facts.chair.membership;
    let member = membership.id;
    if withdraws {
        return vec![Event::InvitationWithdrawn { member, email: membership.email.clone() }];
    }
    let offer = facts.grant.as_offer();
    let workspace = facts.grant.workspace;
    if membership.status == Status::Pending {
        return vec![Event::OfferChanged { member, workspace, before: offer, after: crate::grant::Offer::default() }];
    }
    let mut events = vec![Event::AccessRevoked { member, workspace, offer, receipt: receipt.id }];
    events.extend(handed_over(member, &lost(facts.held, &facts.access_after()), to, Some(receipt.id)));
    events
}

fn handed_over(from: MemberId, moving: &[&Held], to: Option<MemberId>, receipt: Option<ReceiptId>) -> Option<Event> {
    let workspaces: BTreeSet<WorkspaceId> = moving.iter().map(|held| held.place.workspace()).collect();
    let workspaces: Vec<WorkspaceId> = workspaces.into_iter().collect();
    let portfolios = moving.len();
    (portfolios > 0).then_some(Event::ContactsHandedOver { from, to, workspaces, portfolios, receipt })
}

/// Decides what becomes of the contacts of somebody whose access changed without being revoked: a level without
/// `contacts.handle`, or a restriction that takes it away here or below. What they can't keep is left without a holder.
///
/// Every change of a grant asks this with all that the member holds; it answers with nothing to do for most.
pub fn leave_behind(member: MemberId, held: &[Held], after: &Access) -> Decided<Vec<PortfolioId>> {
    let moving = lost(held, after);
    let ids = moving.iter().map(|held| held.portfolio.id).collect();
    Decided { value: ids, events: handed_over(member, &moving, None, None).into_iter().collect() }
}
