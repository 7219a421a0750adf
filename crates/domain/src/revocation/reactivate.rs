//! Reactivation: whoever stood still acts again, with the grants that still pass (R13).

use super::chosen::{Again, ChosenAgain};
use crate::access::Access;
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::{Giver, Grant};
use crate::keys::KindKey;
use crate::may_grant::{GrantRefused, Grantee, Granter, Right, Side, may_end, may_grant, may_manage_all};
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::{Bound, Choosing, Named, Selected, bind};
use crate::workspace::Place;

/// What the decision rests on.
#[derive(Clone, Copy, Debug)]
pub struct ReactivationFacts<'a> {
    /// Who stands still.
    pub membership: &'a Membership,
    /// All that they hold.
    pub access: &'a Access,
    /// All their grants.
    pub grants: &'a [Grant],
    /// The workspaces of the grants; for somebody without any the root, where they are managed.
    pub places: &'a [Place],
    /// How many more members there may be; none for no limit.
    pub seats_left: Option<u32>,
    /// What stands for them of each resource kind.
    pub standing: &'a [Selected],
    /// What their deactivation emptied.
    pub emptied: &'a [Selected],
    /// The resources and groups of both, as far as they are there.
    pub named: &'a Named,
    /// Who reactivates, with their rights of now,
    pub granter: Granter<'a>,
    /// and with what they chose, or were given, of each resource kind themselves.
    pub own: &'a [Selected],
    /// Who reactivates, to be kept with what they give.
    pub giver: Giver,
}

/// Why they stay as they are; of a single grant, why it doesn't come back.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReactivateRefused {
    /// Somebody who never accepted.
    #[error("this person hasn't accepted their invitation yet; resend it instead")]
    Pending,
    /// Somebody who isn't deactivated.
    #[error("this member is active already")]
    Active,
    /// No seat is left.
    #[error("all seats of this organization are taken")]
    SeatsFull,
    /// What comes back wants exactly one resource of a kind, and it isn't the actor's to give.
    #[error("what would come back is for exactly one `{0}`, and that isn't yours to give; ask somebody who may")]
    SelectionRequired(KindKey),
    /// What they held is nothing that could be held any more.
    #[error("the access model was changed since, and doesn't have what would come back; give them access anew")]
    ModelChanged,
    /// Giving it back isn't the actor's to do.
    #[error(transparent)]
    Grant(#[from] GrantRefused),
}

impl Refusal for ReactivateRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Grant(refused) => refused.kind(),
            _ => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "already_active",
            Self::SeatsFull => "seats_full",
            Self::SelectionRequired(_) => "selection_required",
            Self::ModelChanged => "model_changed",
            Self::Grant(refused) => refused.rule(),
        }
    }
}

/// A grant that doesn't come back.
#[derive(Clone, PartialEq, Debug)]
pub struct Lapsed {
    /// The grant; it goes.
    pub grant: Grant,
    /// Why.
    pub why: ReactivateRefused,
}

/// What a reactivation makes.
#[derive(Clone, PartialEq, Debug)]
pub struct Reactivated {
    /// The membership, active from now on.
    pub membership: Membership,
    /// All that they hold from now on.
    pub access: Access,
    /// The grants that don't come back.
    pub lapsed: Vec<Lapsed>,
    /// What of the choices that stood is another from now on: what would be woken isn't all the actor's to give.
    pub selections: Vec<Selected>,
    /// What the deactivation emptied and the actor could give again: nothing of it is given.
    pub offered: Vec<ChosenAgain>,
}

/// Decides a reactivation. It wakes the grants, so each is asked about as if it were given now (R6); so is what was chosen.
pub fn reactivate(facts: &ReactivationFacts<'_>) -> Result<Decided<Reactivated>, ReactivateRefused> {
    let membership = facts.membership;
    may_manage_all(facts.granter, membership.id, facts.access, facts.places)?;
    match membership.status {
        Status::Inactive => {}
        Status::Pending => return Err(ReactivateRefused::Pending),
        Status::Active => return Err(ReactivateRefused::Active),
    }
    let (kept, lapsed) = given_back(facts)?;
    if facts.seats_left == Some(0) {
        return Err(ReactivateRefused::SeatsFull);
    }
    let setting = facts.access.setting();
    let after = Access::new(setting.clone(), Status::Active, &kept);
    let places: Vec<Place> = facts.places.iter().filter(|place| is_at(&kept, place)).cloned().collect();
    for (gone, place) in lapsed.iter().filter_map(|gone| Some((gone, place_of(facts, &gone.grant)?))) {
        // A grant that goes must not free what is left there of what binds the actor too.
        if let Granter::Member { access, .. } = facts.granter {
            may_end(access, &gone.grant, &after, place)?;
        }
    }
    let Decided { value: selections, events: woken } = woken(facts, &kept, &places, &after)?;
    let again = Again { granter: facts.granter, giver: facts.giver, places: &places, named: facts.named, own: facts.own };
    let offered = again.chosen(facts.emptied, membership.id, &after);
    let member = membership.id;
    let gone =
        lapsed.iter().map(|gone| Event::OfferLapsed { member, workspace: gone.grant.workspace, offer: gone.grant.as_offer() });
    let events = std::iter::once(Event::MemberReactivated { member }).chain(gone).chain(woken).collect();
    let membership = Membership { status: Status::Active, ..membership.clone() };
    Ok(Decided { value: Reactivated { membership, access: after, lapsed, selections, offered }, events })
}

/// Whether one of these grants is at this place.
fn is_at(grants: &[Grant], place: &Place) -> bool {
    grants.iter().any(|grant| grant.workspace == place.workspace())
}

fn place_of<'a>(facts: &ReactivationFacts<'a>, grant: &Grant) -> Option<&'a Place> {
    facts.places.iter().find(|place| place.workspace() == grant.workspace)
}

/// The grants that the actor may give now, and the others. If there is none of the first, nothing comes back at all.
fn given_back(facts: &ReactivationFacts<'_>) -> Result<(Vec<Grant>, Vec<Lapsed>), ReactivateRefused> {
    let (mut kept, mut lapsed) = (Vec::new(), Vec::new());
    for grant in facts.grants {
        match still_passes(facts, grant) {
            Ok(()) => kept.push(grant.clone()),
            Err(why) => lapsed.push(Lapsed { grant: grant.clone(), why }),
        }
    }
    match lapsed.first() {
        Some(first) if kept.is_empty() => Err(first.why.clone()),
        _ => Ok((kept, lapsed)),
    }
}

fn still_passes(facts: &ReactivationFacts<'_>, grant: &Grant) -> Result<(), ReactivateRefused> {
    let place = place_of(facts, grant).ok_or(ReactivateRefused::ModelChanged)?;
    let offer = grant.as_offer().shaped(facts.access.model()).map_err(|_| ReactivateRefused::ModelChanged)?;
    // Restrictions come back with the grant whatever their feature says now: a reactivation never unmasks (R2).
    let restricted = grant.restrictions_alone();
    let grantee = Grantee { id: Some(facts.membership.id), access: Some(facts.access), standing: Some(&restricted) };
    Ok(may_grant(facts.granter, grantee, &offer, place, Right::Manage)?)
}

/// What of the choices that stand counts again with what comes back (R3): to whoever acts nowhere none of it counted.
fn woken(
    facts: &ReactivationFacts<'_>,
    kept: &[Grant],
    places: &[Place],
    after: &Access,
) -> Result<Decided<Vec<Selected>>, ReactivateRefused> {
    let Some(place) = places.first().filter(|_| !kept.is_empty()) else {
        return Ok(Decided { value: Vec::new(), events: Vec::new() });
    };
    let before = Access::new(facts.access.setting().clone(), Status::Inactive, &[]);
    let (membership, granter, giver, side) = (facts.membership, facts.granter, facts.giver, Side::Member);
    let bound = Bound { membership, before: &before, after, place, granter, giver, side, adds: false };
    let choosing = Choosing { standing: facts.standing, own: facts.own, named: facts.named, places, ..Choosing::NOTHING };
    bind(&bound, &choosing).map_err(|refused| ReactivateRefused::SelectionRequired(refused.kind))
}
