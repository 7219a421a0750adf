//! Undoing a revocation from its receipt (R12).

use super::handover::Held;
use super::receipt::{Receipt, ReceiptState};
use crate::access::Access;
use crate::access_model::engine;
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::{Giver, Grant};
use crate::id::PortfolioId;
use crate::instant::Instant;
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, may_ask, may_grant};
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::workspace::Place;

/// What the decision rests on.
#[derive(Clone, Copy, Debug)]
pub struct UndoFacts<'a> {
    /// The receipt.
    pub receipt: &'a Receipt,
    /// Who left, if they are still a member of the organization.
    pub membership: Option<&'a Membership>,
    /// All that they hold now.
    pub access: &'a Access,
    /// All their grants now.
    pub grants: &'a [Grant],
    /// The workspace of the receipt.
    pub place: &'a Place,
    /// The receipt's portfolios, with whoever holds them now.
    pub portfolios: &'a [Held],
    /// Who undoes, with their rights of now.
    pub granter: Granter<'a>,
    /// The same, to be kept with the grant.
    pub giver: Giver,
    /// Now.
    pub now: Instant,
}

/// Why it can't be undone.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum UndoRefused {
    /// It was undone before.
    #[error("this was undone already")]
    AlreadyUndone,
    /// The person was given access there anew.
    #[error("this member was given access here again since, so there is nothing to undo")]
    Superseded,
    /// Too late, or never possible.
    #[error("this can't be undone any more")]
    TooLate,
    /// Not an active member any more.
    #[error("this person is no longer an active member; invite them again")]
    NotActive,
    /// Giving it back isn't the actor's to do.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
}

impl Refusal for UndoRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            _ => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::AlreadyUndone => "already_undone",
            Self::Superseded => "superseded",
            Self::TooLate => "too_late",
            Self::NotActive => "not_active",
            Self::Grant(refused) => refused.rule(),
        }
    }
}

/// What an undo makes.
#[derive(Clone, PartialEq, Debug)]
pub struct Undone {
    /// The receipt, undone.
    pub receipt: Receipt,
    /// The grant that is back.
    pub grant: Grant,
    /// The portfolios that return, whoever holds them now.
    pub returned: Vec<PortfolioId>,
    /// The portfolios that can't, because their workspace is out of the leaver's reach even so.
    pub kept_away: Vec<PortfolioId>,
}

/// Decides an undo: the grant comes back if it may be given anew (R6), and with it the portfolios.
pub fn undo(facts: &UndoFacts<'_>) -> Result<Decided<Undone>, UndoRefused> {
    let receipt = facts.receipt;
    // Oneself first, as everywhere; and who may not undo isn't told how the receipt stands either.
    if matches!(facts.granter, Granter::Member { id, .. } if id == receipt.member) {
        return Err(GrantRefused::NotOneself.into());
    }
    may_ask(facts.granter, facts.place, Right::Manage)?;
    match receipt.state {
        ReceiptState::Undone => return Err(UndoRefused::AlreadyUndone),
        ReceiptState::Superseded => return Err(UndoRefused::Superseded),
        ReceiptState::Standing => {}
    }
    if facts.grants.iter().any(|grant| grant.workspace == receipt.workspace) {
        return Err(UndoRefused::Superseded);
    }
    if receipt.undo_until.is_none_or(|until| facts.now >= until) {
        return Err(UndoRefused::TooLate);
    }
    let Some(membership) = facts.membership.filter(|membership| membership.status == Status::Active) else {
        return Err(UndoRefused::NotActive);
    };
    // Restrictions come back with the grant whatever their feature says now: an undo never unmasks (R2).
    let restricted = receipt.grant.restrictions_alone();
    let grantee = Grantee { id: Some(membership.id), access: Some(facts.access), standing: Some(&restricted) };
    let offer = receipt.grant.as_offer();
    may_grant(facts.granter, grantee, &offer, facts.place, Right::Manage)?;
    let grant = Grant { given_by: facts.giver, version: receipt.grant.version + 1, ..receipt.grant.clone() };
    let mut grants = facts.grants.to_vec();
    grants.push(grant.clone());
    let after = Access::new(facts.access.setting().clone(), membership.status, &grants);
    let (returned, kept_away): (Vec<&Held>, Vec<&Held>) =
        facts.portfolios.iter().partition(|held| after.would(engine::CONTACTS_HANDLE, &held.place));
    let ids = |held: Vec<&Held>| held.iter().map(|held| held.portfolio.id).collect::<Vec<_>>();
    let (returned, kept_away) = (ids(returned), ids(kept_away));
    let mut events =
        vec![Event::AccessRestored { member: membership.id, workspace: receipt.workspace, offer, receipt: receipt.id }];
    if !returned.is_empty() {
        events.push(Event::ContactsReturned { to: membership.id, portfolios: returned.len(), receipt: receipt.id });
    }
    let receipt = Receipt { state: ReceiptState::Undone, ..receipt.clone() };
    Ok(Decided { value: Undone { receipt, grant, returned, kept_away }, events })
}
