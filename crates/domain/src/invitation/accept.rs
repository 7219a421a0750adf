//! Accepting and declining an invitation.

use super::Invitation;
use crate::access::Access;
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::{Giver, Grant, Offer};
use crate::id::{MemberId, UserId};
use crate::instant::Instant;
use crate::may_grant::{Grantee, Granter, Right, Side, Widened, may_grant};
use crate::membership::{Membership, Status};
use crate::organization::Organization;
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::{Named, Part, Selected, Selection, may_from_any_side, unfit};
use crate::text::Name;
use crate::workspace::Place;

/// A grant that waits for acceptance, with who gave it as they are now.
#[derive(Clone, Debug)]
pub struct PendingGrant<'a> {
    /// The grant.
    pub grant: &'a Grant,
    /// Its giver's rights of this moment.
    pub granter: Granter<'a>,
    /// Where it would hold.
    pub place: &'a Place,
}

/// What was chosen for them, with who chose it as they are now.
#[derive(Clone, Debug)]
pub struct PendingChoice<'a> {
    /// What was chosen, of one kind.
    pub selected: &'a Selected,
    /// The resources and groups of it.
    pub named: &'a Named,
    /// The rights of this moment of whoever chose it,
    pub granter: Granter<'a>,
    /// and what they chose, or were given, of the kind themselves.
    pub own: &'a Selection,
}

/// What the decision rests on.
#[derive(Clone, Debug)]
pub struct AcceptFacts<'a> {
    /// The tenant.
    pub organization: &'a Organization,
    /// The pending membership.
    pub membership: &'a Membership,
    /// Its invitation.
    pub invitation: &'a Invitation,
    /// The generation that the link names.
    pub generation: u32,
    /// All its grants.
    pub grants: Vec<PendingGrant<'a>>,
    /// All that was chosen for them.
    pub choices: Vec<PendingChoice<'a>>,
    /// Now.
    pub now: Instant,
}

/// Why an acceptance was refused: all dead links answer alike, so that nobody learns from one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this invitation is no longer valid; ask for a new one")]
pub struct AcceptRefused;

impl Refusal for AcceptRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::NotFound
    }

    fn rule(&self) -> &'static str {
        "dead_link"
    }
}

/// What acceptance makes.
#[derive(Clone, PartialEq, Debug)]
pub struct Accepted {
    /// The membership, active from now on.
    pub membership: Membership,
    /// The grants that hold.
    pub kept: Vec<Grant>,
    /// The grants whose givers may not give them any more; they go.
    pub lapsed: Vec<Grant>,
    /// What of their choices is another from now on: those who chose may not give all of it any more.
    pub selections: Vec<Selected>,
}

/// Decides an acceptance by the login that the invited address belongs to. That it does is the caller's to establish.
pub fn accept(
    facts: &AcceptFacts<'_>,
    user: UserId,
    names: (Option<Name>, Option<Name>),
) -> Result<Decided<Accepted>, AcceptRefused> {
    let membership = facts.membership;
    if membership.status != Status::Pending || !facts.invitation.lives(facts.generation, facts.now) {
        return Err(AcceptRefused);
    }
    let (kept, lapsed): (Vec<_>, Vec<_>) = facts.grants.iter().partition(|pending| still_passes(pending));
    let places: Vec<(Giver, Place)> = kept.iter().map(|pending| (pending.grant.given_by, pending.place.clone())).collect();
    let cloned = |grants: Vec<&PendingGrant<'_>>| grants.into_iter().map(|pending| pending.grant.clone()).collect::<Vec<_>>();
    let (kept, lapsed) = (cloned(kept), cloned(lapsed));
    let after = Access::new(facts.organization.setting(), Status::Active, &kept);
    let left: Vec<Selected> = facts.choices.iter().map(|choice| still_given(choice, membership.id, &after, &places)).collect();
    if kept.is_empty() || !unfit(&after, &left).is_empty() {
        return Err(AcceptRefused);
    }
    let selections: Vec<Selected> = {
        let moved = facts.choices.iter().zip(left).filter(|(choice, left)| choice.selected != left);
        moved.map(|(_, left)| left).collect()
    };
    let mut membership =
        Membership { user: Some(user), status: Status::Active, last_active_at: Some(facts.now), ..membership.clone() };
    membership.profile.first_name = names.0.or(membership.profile.first_name);
    membership.profile.last_name = names.1.or(membership.profile.last_name);
    let member = membership.id;
    let accepted = Event::InvitationAccepted { member, workspaces: kept.iter().map(|grant| grant.workspace).collect() };
    let gone = lapsed.iter().map(|grant| Event::OfferLapsed { member, workspace: grant.workspace, offer: grant.as_offer() });
    let unchosen = facts.choices.iter().filter_map(|choice| {
        let left = selections.iter().find(|left| left.kind == choice.selected.kind)?;
        let (before, after) = (choice.selected.selection.clone(), left.selection.clone());
        Some(Event::SelectionChanged { member, kind: left.kind.clone(), before, after })
    });
    let events = std::iter::once(accepted).chain(gone).chain(unchosen).collect();
    Ok(Decided { value: Accepted { membership, kept, lapsed, selections }, events })
}

/// R9: each grant is asked about anew, as if its giver gave it now.
fn still_passes(pending: &PendingGrant<'_>) -> bool {
    let restricted = pending.grant.restrictions_alone();
    let grantee = Grantee { id: Some(pending.grant.member), access: None, standing: Some(&restricted) };
    let offer: Offer = pending.grant.as_offer();
    may_grant(pending.granter, grantee, &offer, pending.place, Right::Invite).is_ok()
}

/// What of a choice whoever made it may give still (R9); what is for everyone anybody may.
///
/// It takes the right to invite where they offered something themselves: what others offered besides, wherever, is theirs.
fn still_given(choice: &PendingChoice<'_>, member: MemberId, after: &Access, kept: &[(Giver, Place)]) -> Selected {
    let PendingChoice { selected, named, granter, own } = choice;
    let is_own = |giver: &Giver| selected.chosen_by == Some(*giver);
    let any = kept.iter().any(|(giver, _)| is_own(giver));
    let places: Vec<Place> = kept.iter().filter(|(giver, _)| !any || is_own(giver)).map(|(_, place)| place.clone()).collect();
    let spec = after.model().resource_kind(selected.kind.as_str());
    let may = |widened: Widened<'_>| {
        spec.is_some_and(|spec| may_from_any_side(*granter, (member, after), &places, Side::Invitation, spec, own, &widened))
    };
    let one = |part: &Part| {
        let widened = Widened::by(&Selection::only([*part]), named);
        named.has(*part, &selected.kind) && (widened.is_nothing() || may(widened))
    };
    let selection = match &selected.selection {
        Selection::All if may(Widened::ALL) => Selection::All,
        Selection::All | Selection::None => Selection::None,
        Selection::Only { .. } => Selection::only(selected.selection.parts().filter(one)),
    };
    Selected { selection, ..(*selected).clone() }
}

/// Decides a refusal by the invited person: the pending membership goes.
pub fn refuse(
    membership: &Membership,
    grants: &[Grant],
    invitation: &Invitation,
    generation: u32,
    now: Instant,
) -> Result<Decided<()>, AcceptRefused> {
    if membership.status != Status::Pending || !invitation.lives(generation, now) {
        return Err(AcceptRefused);
    }
    let workspaces = grants.iter().map(|grant| grant.workspace).collect();
    Ok(Decided::new((), Event::InvitationRefused { member: membership.id, email: membership.email.clone(), workspaces }))
}
