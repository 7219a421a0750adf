//! Undoing a revocation or a deletion from its receipt (R12).

use super::carry_out::offers;
use super::chosen::{Again, ChosenAgain};
use super::handover::Held;
use super::receipt::{Act, Receipt, ReceiptState};
use crate::access::Access;
use crate::access_model::engine;
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::{Giver, Grant, Offer};
use crate::id::{PortfolioId, WorkspaceId};
use crate::instant::Instant;
use crate::keys::KindKey;
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, Side, may_ask, may_grant};
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::{Bound, Choosing, Named, Selected, Selection, bind, unfit};
use crate::workspace::Place;

/// Who left, as they are now.
#[derive(Clone, Copy, Debug)]
pub enum Leaver<'a> {
    /// A member of the organization.
    Member(&'a Membership),
    /// Deleted, and kept as they were.
    Deleted {
        /// What they were.
        membership: &'a Membership,
        /// Whether somebody has their address or their login here by now.
        replaced: bool,
        /// How many more members there may be; none for no limit.
        seats_left: Option<u32>,
    },
    /// Nobody knows them any more.
    Gone,
}

/// What the decision rests on.
#[derive(Clone, Copy, Debug)]
pub struct UndoFacts<'a> {
    /// The receipt.
    pub receipt: &'a Receipt,
    /// Who left.
    pub leaver: Leaver<'a>,
    /// All that they hold now.
    pub access: &'a Access,
    /// All their grants now.
    pub grants: &'a [Grant],
    /// Where the receipt is told: the workspaces of its grants, or its own for one without any, and what lay above those of them that
    /// are gone.
    pub places: &'a [Place],
    /// The workspaces of the grants that they hold now.
    pub held_at: &'a [Place],
    /// The receipt's portfolios, with whoever holds them now.
    pub portfolios: &'a [Held],
    /// What stands for them of each resource kind.
    pub standing: &'a [Selected],
    /// The resources and groups of the receipt's selections, and of those that stand, as far as they are there.
    pub named: &'a Named,
    /// Who undoes, with their rights of now,
    pub granter: Granter<'a>,
    /// and with what they chose, or were given, of each resource kind themselves.
    pub own: &'a [Selected],
    /// Who undoes, to be kept with the grants.
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
    /// The person was given access there anew, or invited again.
    #[error("this person was given access again since, so there is nothing to undo")]
    Superseded,
    /// Too late, or never possible.
    #[error("this can't be undone any more")]
    TooLate,
    /// A deactivation's way back is another.
    #[error("a deactivation isn't undone; reactivate this person instead")]
    Reactivate,
    /// Not an active member any more.
    #[error("this person is no longer an active member; invite them again")]
    NotActive,
    /// No seat is left for somebody who was deleted.
    #[error("all seats of this organization are taken")]
    SeatsFull,
    /// What comes back wants exactly one resource of a kind, and there is none, or there are several.
    #[error("what would come back is for exactly one `{0}`, and that isn't there to come back; invite them again")]
    SelectionRequired(KindKey),
    /// What they held is nothing that could be held any more.
    #[error("the access model was changed since, and doesn't have what would come back; give them access anew")]
    ModelChanged,
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
            Self::Reactivate => "reactivate_instead",
            Self::NotActive => "not_active",
            Self::SeatsFull => "seats_full",
            Self::SelectionRequired(_) => "selection_required",
            Self::ModelChanged => "model_changed",
            Self::Grant(refused) => refused.rule(),
        }
    }
}

/// What an undo makes.
#[derive(Clone, PartialEq, Debug)]
pub struct Undone {
    /// How many of the grants have no workspace to come back to.
    pub gone: usize,
    /// The receipt, undone.
    pub receipt: Receipt,
    /// The membership that is back; none if it never went.
    pub membership: Option<Membership>,
    /// The grants that are back.
    pub grants: Vec<Grant>,
    /// What is back of their choices, for each resource kind of which they had any.
    pub chosen: Vec<ChosenAgain>,
    /// What of the choices that stood is another from now on: what would be woken isn't all the undoer's to give.
    pub selections: Vec<Selected>,
    /// The portfolios that return.
    pub returned: Vec<PortfolioId>,
    /// The portfolios that don't: the member could not hold them even so.
    pub kept_away: Vec<PortfolioId>,
}

/// Decides an undo. It gives the grants anew, so it asks whether they may be given (R6); and with them the portfolios return, and
/// of what was chosen whatever is there still and may be given.
pub fn undo(facts: &UndoFacts<'_>) -> Result<Decided<Undone>, UndoRefused> {
    let receipt = facts.receipt;
    // Oneself first, as everywhere; and who may not undo isn't told how the receipt stands either.
    if matches!(facts.granter, Granter::Member { id, .. } if id == receipt.member) {
        return Err(GrantRefused::NotOneself.into());
    }
    facts.places.iter().try_for_each(|place| may_ask(facts.granter, place, Right::Manage))?;
    if receipt.act == Act::Deactivation {
        return Err(UndoRefused::Reactivate);
    }
    match receipt.state {
        ReceiptState::Undone => return Err(UndoRefused::AlreadyUndone),
        ReceiptState::Superseded => return Err(UndoRefused::Superseded),
        ReceiptState::Standing => {}
    }
    let anew = |grant: &Grant| receipt.grants.iter().any(|ended| ended.workspace == grant.workspace);
    if facts.grants.iter().any(anew) || matches!(facts.leaver, Leaver::Deleted { replaced: true, .. }) {
        return Err(UndoRefused::Superseded);
    }
    let there: Vec<WorkspaceId> = facts.places.iter().map(Place::workspace).collect();
    let gone = receipt.grants.iter().filter(|grant| !there.contains(&grant.workspace)).count();
    if receipt.open_until(&there).is_none_or(|until| facts.now >= until) {
        return Err(UndoRefused::TooLate);
    }
    let membership = returning(facts)?;
    let grants = given_back(facts, membership)?;
    let all: Vec<Grant> = facts.grants.iter().chain(&grants).cloned().collect();
    let after = Access::new(facts.access.setting().clone(), membership.status, &all);
    let (returned, kept_away): (Vec<&Held>, Vec<&Held>) =
        facts.portfolios.iter().partition(|held| after.would(engine::CONTACTS_HANDLE, &held.place));
    let ids = |held: Vec<&Held>| held.iter().map(|held| held.portfolio.id).collect::<Vec<_>>();
    let (returned, kept_away) = (ids(returned), ids(kept_away));
    let again = Again { granter: facts.granter, giver: facts.giver, places: facts.places, named: facts.named, own: facts.own };
    let chosen = again.chosen(&receipt.selections, membership.id, &after);
    let Decided { value: selections, events: woken } = match receipt.act {
        Act::Revocation | Act::Deactivation => woken(facts, membership, &grants, &after)?,
        Act::Deletion => {
            let back: Vec<Selected> = chosen.iter().map(|again| again.selected.clone()).collect();
            if let Some(kind) = unfit(&after, &back).into_iter().next() {
                return Err(UndoRefused::SelectionRequired(kind));
            }
            Decided { value: Vec::new(), events: Vec::new() }
        }
    };
    let mut events = events(receipt, &grants);
    events.extend(chosen.iter().filter_map(|again| rechosen(&again.selected)).chain(woken));
    if !returned.is_empty() {
        events.push(Event::ContactsReturned { to: membership.id, portfolios: returned.len(), receipt: receipt.id });
    }
    let membership = (receipt.act == Act::Deletion).then(|| membership.clone());
    let receipt = Receipt { state: ReceiptState::Undone, ..receipt.clone() };
    Ok(Decided { value: Undone { gone, receipt, membership, grants, chosen, selections, returned, kept_away }, events })
}

/// Whose grants come back: somebody active who lost one, or somebody deleted, as they were and if there is room for them.
fn returning<'a>(facts: &UndoFacts<'a>) -> Result<&'a Membership, UndoRefused> {
    match (facts.receipt.act, facts.leaver) {
        (Act::Revocation, Leaver::Member(membership)) if membership.status == Status::Active => Ok(membership),
        (Act::Deletion, Leaver::Deleted { membership, seats_left, .. }) => {
            let takes_a_seat = membership.status != Status::Inactive;
            if takes_a_seat && seats_left == Some(0) { Err(UndoRefused::SeatsFull) } else { Ok(membership) }
        }
        _ => Err(UndoRefused::NotActive),
    }
}

/// The grants, given anew by whoever undoes (R6).
fn given_back(facts: &UndoFacts<'_>, membership: &Membership) -> Result<Vec<Grant>, UndoRefused> {
    let mut back = Vec::with_capacity(facts.receipt.grants.len());
    for grant in &facts.receipt.grants {
        // A workspace that is gone has nothing to give back.
        let Some(place) = facts.places.iter().find(|place| place.workspace() == grant.workspace) else { continue };
        let offer = grant.as_offer().shaped(facts.access.model()).map_err(|_| UndoRefused::ModelChanged)?;
        // Restrictions come back with the grant whatever their feature says now: an undo never unmasks (R2).
        let restricted = grant.restrictions_alone();
        let grantee = Grantee { id: Some(membership.id), access: Some(facts.access), standing: Some(&restricted) };
        may_grant(facts.granter, grantee, &offer, place, Right::Manage)?;
        let Offer { levels, permissions, restrictions } = offer;
        let version = grant.version + 1;
        back.push(Grant { levels, permissions, restrictions, given_by: facts.giver, version, ..grant.clone() });
    }
    Ok(back)
}

/// What of the choices that stand counts again with what comes back (R3).
fn woken(
    facts: &UndoFacts<'_>,
    membership: &Membership,
    back: &[Grant],
    after: &Access,
) -> Result<Decided<Vec<Selected>>, UndoRefused> {
    let place = facts.places.iter().find(|place| back.iter().any(|grant| grant.workspace == place.workspace()));
    let Some(place) = place else { return Ok(Decided { value: Vec::new(), events: Vec::new() }) };
    let (granter, giver, side) = (facts.granter, facts.giver, Side::Member);
    let bound = Bound { membership, before: facts.access, after, place, granter, giver, side, adds: false };
    let places: Vec<Place> = facts.held_at.iter().chain(facts.places).cloned().collect();
    let choosing = Choosing { standing: facts.standing, own: facts.own, named: facts.named, places: &places, ..Choosing::NOTHING };
    bind(&bound, &choosing).map_err(|refused| UndoRefused::SelectionRequired(refused.kind))
}

fn events(receipt: &Receipt, grants: &[Grant]) -> Vec<Event> {
    let (member, id) = (receipt.member, receipt.id);
    let restored =
        |grant: &Grant| Event::AccessRestored { member, workspace: grant.workspace, offer: grant.as_offer(), receipt: id };
    match receipt.act {
        Act::Revocation | Act::Deactivation => grants.iter().map(restored).collect(),
        Act::Deletion => vec![Event::MemberRestored { member, offers: offers(grants), receipt: id }],
    }
}

fn rechosen(again: &Selected) -> Option<Event> {
    let Selected { member, kind, selection: after, .. } = again.clone();
    (after != Selection::None).then_some(Event::SelectionChanged { member, kind, before: Selection::None, after })
}
