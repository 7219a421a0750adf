//! Accepting and declining an invitation.

use super::Invitation;
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::{Grant, Offer};
use crate::id::UserId;
use crate::instant::Instant;
use crate::may_grant::{Grantee, Granter, Right, may_grant};
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
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

/// What the decision rests on.
#[derive(Clone, Debug)]
pub struct AcceptFacts<'a> {
    /// The pending membership.
    pub membership: &'a Membership,
    /// Its invitation.
    pub invitation: &'a Invitation,
    /// The generation that the link names.
    pub generation: u32,
    /// All its grants.
    pub grants: Vec<PendingGrant<'a>>,
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
    let cloned = |grants: Vec<&PendingGrant<'_>>| grants.into_iter().map(|pending| pending.grant.clone()).collect::<Vec<_>>();
    let (kept, lapsed) = (cloned(kept), cloned(lapsed));
    if kept.is_empty() {
        return Err(AcceptRefused);
    }
    let mut membership =
        Membership { user: Some(user), status: Status::Active, last_active_at: Some(facts.now), ..membership.clone() };
    membership.profile.first_name = names.0.or(membership.profile.first_name);
    membership.profile.last_name = names.1.or(membership.profile.last_name);
    let member = membership.id;
    let accepted = Event::InvitationAccepted { member, workspaces: kept.iter().map(|grant| grant.workspace).collect() };
    let gone = lapsed.iter().map(|grant| Event::OfferLapsed { member, workspace: grant.workspace, offer: grant.as_offer() });
    let events = std::iter::once(accepted).chain(gone).collect();
    Ok(Decided { value: Accepted { membership, kept, lapsed }, events })
}

/// R9: each grant is asked about anew, as if its giver gave it now.
fn still_passes(pending: &PendingGrant<'_>) -> bool {
    let restricted = pending.grant.restrictions_alone();
    let grantee = Grantee { id: Some(pending.grant.member), access: None, standing: Some(&restricted) };
    let offer: Offer = pending.grant.as_offer();
    may_grant(pending.granter, grantee, &offer, pending.place, Right::Invite).is_ok()
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
