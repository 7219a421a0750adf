//! Carrying a revocation, a deactivation or a deletion out: what ends, ends, and what hangs on it changes hands in the same write.

use std::collections::BTreeSet;

use super::handover::{Handover, Held, lost};
use super::plan::{Blocker, Ends, Fingerprint, Fingerprinted, Plan, RevocationFacts, plan};
use super::receipt::{Receipt, ReceiptState};
use crate::access::Access;
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::{Giver, Grant, Offer};
use crate::id::{MemberId, PortfolioId, ReceiptId, UserId, WorkspaceId};
use crate::instant::{DAY, Instant};
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, may_end, may_manage, may_manage_all};
use crate::membership::Status;
use crate::organization::Organization;
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::Selection;
use crate::workspace::Place;

/// What somebody asks for besides the facts.
#[derive(Clone, Debug)]
pub struct RevokeAsk<'a> {
    /// The tenant.
    pub organization: &'a Organization,
    /// Who does it, to be kept with the receipt.
    pub by: Giver,
    /// The plan that they saw, if they looked.
    pub fingerprint: Option<Fingerprint>,
    /// The receipt's id.
    pub receipt: ReceiptId,
    /// Now.
    pub now: Instant,
}

/// Why everything stays as it is.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum RevokeRefused {
    /// It isn't the actor's to end.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
    /// Something stands in the way.
    #[error(transparent)]
    Blocked(#[from] Blocker),
    /// A deactivation of somebody who never accepted.
    #[error("this person hasn't accepted their invitation yet; withdraw it instead")]
    Pending,
    /// A deactivation of somebody deactivated.
    #[error("this member is inactive; reactivate them first")]
    Inactive,
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
            Self::Pending | Self::Inactive => RefusalKind::Conflict,
            Self::Moved { .. } => RefusalKind::PlanMoved,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Grant(refused) => refused.rule(),
            Self::Blocked(blocker) => blocker.rule(),
            Self::Pending => "pending",
            Self::Inactive => "inactive",
            Self::Moved { .. } => "plan_moved",
        }
    }

    fn pointer(&self) -> Option<String> {
        if let Self::Blocked(blocker) = self { blocker.pointer() } else { None }
    }
}

/// What becomes of a membership whose access ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// It stays, with what grants are left.
    Stays,
    /// It stays with all its grants, and acts nowhere.
    Inactive,
    /// It goes with its offer: somebody who never accepted leaves nothing behind.
    Withdrawn,
    /// It goes. What it was is kept for an undo until then, and erased afterwards.
    Deleted {
        /// Until when.
        kept_until: Instant,
    },
}

/// What a revocation, a deactivation or a deletion makes.
#[derive(Clone, PartialEq, Debug)]
pub struct Revoked {
    /// The receipt.
    pub receipt: Receipt,
    /// The portfolios that change hands.
    pub portfolios: Vec<PortfolioId>,
    /// To whom; none for nobody.
    pub to: Option<MemberId>,
    /// What becomes of the membership.
    pub membership: Fate,
    /// The login behind it, which may have no membership left to sign in for.
    pub user: Option<UserId>,
}

/// Decides a revocation, a deactivation or a deletion. Nobody ends their own access (R7), nobody leaves an organization headless
/// (R8).
#[expect(clippy::needless_pass_by_value, reason = "an ask is spent on one act")]
pub fn revoke(facts: &RevocationFacts<'_>, ask: RevokeAsk<'_>) -> Result<Decided<Revoked>, RevokeRefused> {
    let membership = facts.chair.membership;
    may_revoke(facts)?;
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
    let to = match facts.handover {
        Handover::Unassign => None,
        Handover::AssignTo(member) => Some(member),
    };
    let days = ask.organization.undo_days();
    // Whoever stands still is reactivated at any time, and by that alone.
    let can_be_undone = days > 0 && !pending && !matches!(facts.ends, Ends::Acting { .. });
    let undo_until = can_be_undone.then(|| ask.now.plus(DAY * days));
    let membership_after = match facts.ends {
        _ if pending && plan.keeps.is_empty() => Fate::Withdrawn,
        Ends::Grant { .. } => Fate::Stays,
        Ends::Acting { .. } => Fate::Inactive,
        Ends::Membership { .. } => Fate::Deleted { kept_until: undo_until.unwrap_or(ask.now) },
    };
    let receipt = Receipt {
        organization: ask.organization.id,
        id: ask.receipt,
        act: facts.ends.act(),
        member: membership.id,
        workspace: Place::common(facts.ends.places()).unwrap_or(ask.organization.root),
        grants: facts.ended(),
        selections: plan.empties,
        successor: to,
        by: ask.by,
        at: ask.now,
        undo_until,
        state: ReceiptState::Standing,
    };
    let events = events(facts, &receipt, membership_after);
    let revoked = Revoked { receipt, portfolios: plan.portfolios, to, membership: membership_after, user: membership.user };
    Ok(Decided { value: revoked, events })
}

/// Whether this is the granter's to end: a plan is shown to nobody else.
pub fn may_revoke(facts: &RevocationFacts<'_>) -> Result<(), RevokeRefused> {
    is_theirs_to_end(facts)?;
    match (facts.ends, facts.chair.membership.status) {
        (Ends::Acting { .. }, Status::Pending) => Err(RevokeRefused::Pending),
        (Ends::Acting { .. }, Status::Inactive) => Err(RevokeRefused::Inactive),
        _ => Ok(()),
    }
}

fn is_theirs_to_end(facts: &RevocationFacts<'_>) -> Result<(), GrantRefused> {
    let id = facts.chair.membership.id;
    match facts.ends {
        Ends::Grant { grant, place } => {
            let grantee = Grantee { id: Some(id), access: Some(facts.access), standing: Some(grant) };
            may_manage(facts.granter, grantee, place, Right::Manage)?;
            match facts.granter {
                Granter::Member { access, .. } => may_end(access, grant, &facts.access_after(), place),
                Granter::Operator { .. } | Granter::Server | Granter::Nobody => Ok(()),
            }
        }
        // Nothing is left that a limit could be lifted of; who is invited again is given to anew.
        Ends::Membership { places } | Ends::Acting { places, .. } => may_manage_all(facts.granter, id, facts.access, places),
    }
}

fn events(facts: &RevocationFacts<'_>, receipt: &Receipt, membership_after: Fate) -> Vec<Event> {
    let membership = facts.chair.membership;
    let member = membership.id;
    if membership_after == Fate::Withdrawn {
        let workspaces = receipt.workspaces();
        return vec![Event::InvitationWithdrawn { member, email: membership.email.clone(), workspaces }];
    }
    let ended = match facts.ends {
        Ends::Grant { grant, .. } if membership.status == Status::Pending => {
            let (workspace, before) = (grant.workspace, grant.as_offer());
            return vec![Event::OfferChanged { member, workspace, before, after: Offer::default() }];
        }
        Ends::Grant { grant, .. } => {
            Event::AccessRevoked { member, workspace: grant.workspace, offer: grant.as_offer(), receipt: receipt.id }
        }
        Ends::Membership { .. } => Event::MemberDeleted { member, offers: offers(&receipt.grants), receipt: receipt.id },
        Ends::Acting { .. } => Event::MemberDeactivated { member, receipt: receipt.id },
    };
    let unchosen = receipt.selections.iter().map(|had| Event::SelectionChanged {
        member,
        kind: had.kind.clone(),
        before: had.selection.clone(),
        after: Selection::None,
    });
    let moving = facts.moving();
    let handed_over = handed_over(member, &moving, receipt.successor, Some(receipt.id));
    std::iter::once(ended).chain(unchosen).chain(handed_over).collect()
}

/// What grants offer, each with its workspace.
pub(super) fn offers(grants: &[Grant]) -> Vec<(WorkspaceId, Offer)> {
    grants.iter().map(|grant| (grant.workspace, grant.as_offer())).collect()
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
