//! The decisions, asked of a random scene: what a use case would load is looked up in it.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use tenure_domain::access::Access;
use tenure_domain::access_model::{AccessModel, Reach};
use tenure_domain::governance::Chair;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::granting::{Given, GivingFacts, GivingRefused, give};
use tenure_domain::invitation::{
    AcceptFacts, AcceptRefused, Accepted, Invitation, Invite, InviteFacts, InviteRefused, Invited, Known, PendingChoice,
    PendingGrant, accept, invite, seats_left,
};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::organization::Organization;
use tenure_domain::revocation::{
    Ends, Fingerprint, Handover, Held, Leaver, Plan, ReactivateRefused, Reactivated, ReactivationFacts, Receipt, RevocationFacts,
    RevokeAsk, RevokeRefused, Revoked, Successor, UndoFacts, UndoRefused, Undone, plan, plan_reactivation, reactivate, revoke,
    undo,
};
use tenure_domain::selection::{Choosing, Selected};
use tenure_domain::strategies::{Person, Pick, Scene, id, scenes};
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, EmailAddress, ReceiptId, UserId, WorkspaceId};

use super::plain::Plain;

/// Random organizations without a level that wants exactly one of a kind: laws that aren't about resources give levels alone.
pub fn open_scenes() -> impl Strategy<Value = Scene> {
    scenes().prop_map(|mut scene| {
        for level in &mut scene.spec.levels {
            level.reach.retain(|(_, reach)| *reach != Reach::ExactlyOne);
        }
        scene.organization.model = AccessModel::compile(&scene.spec).unwrap().into();
        scene
    })
}

/// The first that a strategy makes.
pub fn first<S: Strategy>(of: S) -> S::Value {
    of.new_tree(&mut TestRunner::deterministic()).unwrap().current()
}

pub fn place(scene: &Scene, at: WorkspaceId) -> Place {
    scene.tree.find(scene.model(), at).unwrap()
}

/// Any of its places.
pub fn somewhere(scene: &Scene, pick: Pick) -> Place {
    pick.one(&scene.places()).unwrap().clone()
}

pub fn another_governs(scene: &Scene, target: &Person) -> bool {
    let plain = Plain::of(scene);
    scene.people.iter().any(|person| person.id() != target.id() && plain.governs(person))
}

pub fn chair<'a>(scene: &Scene, target: &'a Person) -> Chair<'a> {
    Chair {
        membership: &target.membership,
        proves: target.has_password,
        root: scene.organization.root,
        another: another_governs(scene, target),
    }
}

/// What a member holds, with where it is.
pub fn held_by(scene: &Scene, person: &Person) -> Vec<Held> {
    let theirs = scene.portfolios.iter().filter(|portfolio| portfolio.holder == Some(person.id()));
    theirs.map(|portfolio| Held { portfolio: portfolio.clone(), place: place(scene, portfolio.workspace) }).collect()
}

pub fn giving(scene: &Scene, actor: &Person, target: &Person, at: &Place, offer: Offer) -> Result<Decided<Given>, GivingRefused> {
    giving_choosing(scene, (actor, target), at, offer, Choosing::NOTHING)
}

/// As [`giving`], with what stands for the one who is given to of resources.
pub fn giving_choosing(
    scene: &Scene,
    (actor, target): (&Person, &Person),
    at: &Place,
    offer: Offer,
    choosing: Choosing<'_>,
) -> Result<Decided<Given>, GivingRefused> {
    let (theirs, own) = (target.access(&scene.organization), actor.access(&scene.organization));
    let facts = GivingFacts {
        chair: chair(scene, target),
        access: &theirs,
        grants: &target.grants,
        place: at,
        granter: Granter::Member { id: actor.id(), access: &own },
        giver: Giver::Member(actor.id()),
        choosing,
        now: scene.now,
    };
    give(facts, offer)
}

/// What whoever runs the server gives.
pub fn server_gives(scene: &Scene, target: &Person, at: &Place, offer: Offer) -> Result<Grant, GivingRefused> {
    let facts = GivingFacts {
        chair: chair(scene, target),
        access: &target.access(&scene.organization),
        grants: &target.grants,
        place: at,
        granter: Granter::Server,
        giver: Giver::SERVER,
        choosing: Choosing::NOTHING,
        now: scene.now,
    };
    give(facts, offer).map(|given| given.value.grant)
}

/// What a reactivation by whoever runs the server comes to.
pub fn server_reactivates(scene: &Scene, target: &Person) -> Result<Decided<Reactivated>, ReactivateRefused> {
    let facts = ReactivationFacts {
        membership: &target.membership,
        access: &target.access(&scene.organization),
        grants: &target.grants,
        places: &places_of(scene, &target.grants),
        seats_left: seats(scene),
        standing: &target.selections,
        emptied: &[],
        named: &scene.named,
        held: &held_by(scene, target),
        granter: Granter::Server,
        own: &[],
        giver: Giver::SERVER,
    };
    plan_reactivation(&facts)
}

pub fn invite_of(email: &str, offer: Offer) -> Invite {
    Invite {
        email: EmailAddress::parse(email).unwrap(),
        offer,
        profile: Profile::default(),
        note: None,
        expires_at: None,
        member: id(500),
        invitation: id(500),
    }
}

/// An offer to somebody new, or known, with seats enough.
pub fn inviting(
    scene: &Scene,
    actor: &Person,
    known: Option<&Person>,
    at: &Place,
    offer: Offer,
) -> Result<Decided<Invited>, InviteRefused> {
    let roomy = Scene { organization: Organization { seats: None, ..scene.organization.clone() }, ..scene.clone() };
    asking(&roomy, actor, known, at, invite_of("new@example.test", offer))
}

/// How many more people the organization may have.
pub fn seats(scene: &Scene) -> Option<u32> {
    let taken = scene.people.iter().filter(|person| person.membership.status != Status::Inactive).count();
    seats_left(scene.organization.seats, u32::try_from(taken).unwrap())
}

/// As [`inviting`], with everything that an invitation may say, and nobody beyond the seats.
pub fn asking(
    scene: &Scene,
    actor: &Person,
    known: Option<&Person>,
    at: &Place,
    ask: Invite,
) -> Result<Decided<Invited>, InviteRefused> {
    asking_choosing(scene, (actor, known), at, ask, Choosing::NOTHING)
}

/// As [`asking`], with what stands for the one who is invited of resources.
pub fn asking_choosing(
    scene: &Scene,
    (actor, known): (&Person, Option<&Person>),
    at: &Place,
    ask: Invite,
    choosing: Choosing<'_>,
) -> Result<Decided<Invited>, InviteRefused> {
    let own = actor.access(&scene.organization);
    let theirs = known.map(|person| person.access(&scene.organization));
    let known = known.zip(theirs.as_ref()).map(|(person, access)| Known {
        membership: &person.membership,
        access,
        standing: person.grant_at(at.workspace()),
        invitation: scene.invitations.iter().find(|invitation| invitation.member == person.id()),
    });
    let facts = InviteFacts {
        organization: &scene.organization,
        place: at,
        granter: Granter::Member { id: actor.id(), access: &own },
        giver: Giver::Member(actor.id()),
        known,
        choosing,
        seats_left: seats(scene),
        mail_at: Some(scene.now),
        now: scene.now,
    };
    invite(facts, ask)
}

/// Acceptance with the givers' rights as the scene has them.
pub fn accepting(
    scene: &Scene,
    membership: &Membership,
    grants: &[Grant],
    invitation: &Invitation,
) -> Result<Decided<Accepted>, AcceptRefused> {
    accepting_choosing(scene, membership, grants, invitation, Vec::new())
}

/// As [`accepting`], with what was chosen for them of resources.
pub fn accepting_choosing(
    scene: &Scene,
    membership: &Membership,
    grants: &[Grant],
    invitation: &Invitation,
    choices: Vec<PendingChoice<'_>>,
) -> Result<Decided<Accepted>, AcceptRefused> {
    let givers: Vec<Option<(&Person, Access)>> = grants
        .iter()
        .map(|grant| {
            let giver = scene.people.iter().find(|person| Giver::Member(person.id()) == grant.given_by)?;
            Some((giver, giver.access(&scene.organization)))
        })
        .collect();
    let places: Vec<Place> = grants.iter().map(|grant| place(scene, grant.workspace)).collect();
    let pending = grants.iter().zip(&givers).zip(&places).map(|((grant, giver), place)| PendingGrant {
        grant,
        granter: giver.as_ref().map_or(Granter::Nobody, |(giver, access)| Granter::Member { id: giver.id(), access }),
        place,
    });
    let generation = invitation.generation;
    let facts = AcceptFacts {
        organization: &scene.organization,
        membership,
        invitation,
        generation,
        grants: pending.collect(),
        choices,
        now: scene.now,
    };
    accept(&facts, UserId::new(membership.id.uuid()), (None, None))
}

/// What a revocation or a deletion is told besides the organization.
struct Ending<'a> {
    scene: &'a Scene,
    actor: &'a Person,
    target: &'a Person,
    ends: Ends<'a>,
    handover: Handover,
}

impl Ending<'_> {
    fn with<T>(&self, of: impl FnOnce(&RevocationFacts<'_>) -> T) -> T {
        let Self { scene, actor, target, ends, handover } = self;
        let (own, theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
        let held = held_by(scene, target);
        let successor = match handover {
            Handover::Unassign => None,
            Handover::AssignTo(member) => scene.people.iter().find(|person| person.id() == *member),
        };
        let access = successor.map(|person| person.access(&scene.organization));
        of(&RevocationFacts {
            chair: chair(scene, target),
            access: &theirs,
            grants: &target.grants,
            selections: &target.selections,
            ends: *ends,
            granter: Granter::Member { id: actor.id(), access: &own },
            held: &held,
            handover: *handover,
            successor: successor.zip(access.as_ref()).map(|(person, access)| Successor { membership: &person.membership, access }),
        })
    }

    fn revoke(&self, receipt: ReceiptId, fingerprint: Option<Fingerprint>) -> Result<Decided<Revoked>, RevokeRefused> {
        let by = Giver::Member(self.actor.id());
        let organization = &self.scene.organization;
        self.with(|facts| revoke(facts, RevokeAsk { organization, by, fingerprint, receipt, now: self.scene.now }))
    }
}

/// Plans and deletes in one: both rest on the same facts.
pub struct Deleting<'a> {
    pub scene: &'a Scene,
    pub actor: &'a Person,
    pub target: &'a Person,
    pub handover: Handover,
}

impl Deleting<'_> {
    fn with<T>(&self, of: impl FnOnce(&Ending<'_>) -> T) -> T {
        let Self { scene, actor, target, handover } = *self;
        let places = places_of(scene, &target.grants);
        of(&Ending { scene, actor, target, ends: Ends::Membership { places: &places }, handover })
    }

    pub fn plan(&self) -> Plan {
        self.with(|ending| ending.with(plan))
    }

    pub fn delete(&self, fingerprint: Option<Fingerprint>) -> Result<Decided<Revoked>, RevokeRefused> {
        self.delete_as(id(700), fingerprint)
    }

    /// As [`Deleting::delete`], leaving a receipt with this id.
    pub fn delete_as(&self, receipt: ReceiptId, fingerprint: Option<Fingerprint>) -> Result<Decided<Revoked>, RevokeRefused> {
        self.with(|ending| ending.revoke(receipt, fingerprint))
    }
}

/// Plans and deactivates in one: both rest on the same facts.
pub struct Deactivating<'a> {
    pub scene: &'a Scene,
    pub actor: &'a Person,
    pub target: &'a Person,
    /// What becomes of the contacts; none to let them keep them.
    pub handover: Option<Handover>,
}

impl Deactivating<'_> {
    fn with<T>(&self, of: impl FnOnce(&Ending<'_>) -> T) -> T {
        let Self { scene, actor, target, handover } = *self;
        let places = places_of(scene, &target.grants);
        let ends = Ends::Acting { places: &places, keeps_contacts: handover.is_none() };
        of(&Ending { scene, actor, target, ends, handover: handover.unwrap_or_default() })
    }

    pub fn plan(&self) -> Plan {
        self.with(|ending| ending.with(plan))
    }

    pub fn deactivate(&self, receipt: ReceiptId, fingerprint: Option<Fingerprint>) -> Result<Decided<Revoked>, RevokeRefused> {
        self.with(|ending| ending.revoke(receipt, fingerprint))
    }
}

/// Reactivates somebody, of whom a deactivation emptied this, from the plan.
pub fn reactivating(
    scene: &Scene,
    actor: &Person,
    target: &Person,
    emptied: &[Selected],
) -> Result<Decided<Reactivated>, ReactivateRefused> {
    let (own, theirs) = (actor.access(&scene.organization), target.access(&scene.organization));
    let places = places_of(scene, &target.grants);
    let facts = ReactivationFacts {
        membership: &target.membership,
        access: &theirs,
        grants: &target.grants,
        places: &places,
        seats_left: seats(scene),
        standing: &target.selections,
        emptied,
        named: &scene.named,
        held: &held_by(scene, target),
        granter: Granter::Member { id: actor.id(), access: &own },
        own: &actor.selections,
        giver: Giver::Member(actor.id()),
    };
    let plan = plan_reactivation(&facts)?.value;
    assert_eq!(reactivate(&facts, None).err(), plan.loses().then_some(ReactivateRefused::WouldLapse), "nothing is lost unseen");
    reactivate(&facts, Some(&plan.fingerprint))
}

/// The same with nothing switched off: what is off for a while costs nobody what they hold.
pub fn switched_on(scene: &Scene) -> Scene {
    let mut scene = scene.clone();
    let features = scene.model().features().filter_map(|feature| scene.model().feature_key(feature).cloned());
    scene.organization.features = features.map(|key| (key, true)).collect();
    for node in &mut scene.tree.nodes {
        node.active = true;
        node.features_off.clear();
    }
    scene
}

/// The workspaces of grants, or the root where there are none.
pub fn places_of(scene: &Scene, grants: &[Grant]) -> Vec<Place> {
    if grants.is_empty() {
        return vec![place(scene, scene.organization.root)];
    }
    grants.iter().map(|grant| place(scene, grant.workspace)).collect()
}

/// Plans and revokes in one: both rest on the same facts.
pub struct Revoking<'a> {
    pub scene: &'a Scene,
    pub actor: &'a Person,
    pub target: &'a Person,
    pub grant: &'a Grant,
    pub handover: Handover,
}

impl Revoking<'_> {
    fn with<T>(&self, of: impl FnOnce(&Ending<'_>) -> T) -> T {
        let Self { scene, actor, target, grant, handover } = *self;
        let at = place(scene, grant.workspace);
        of(&Ending { scene, actor, target, ends: Ends::Grant { grant, place: &at }, handover })
    }

    pub fn plan(&self) -> Plan {
        self.with(|ending| ending.with(plan))
    }

    pub fn revoke(&self, fingerprint: Option<Fingerprint>) -> Result<Decided<Revoked>, RevokeRefused> {
        self.revoke_as(id(700), fingerprint)
    }

    /// As [`Revoking::revoke`], leaving a receipt with this id.
    pub fn revoke_as(&self, receipt: ReceiptId, fingerprint: Option<Fingerprint>) -> Result<Decided<Revoked>, RevokeRefused> {
        self.with(|ending| ending.revoke(receipt, fingerprint))
    }
}

/// Undoes a revocation; whoever it was of is a member still.
pub fn undoing(scene: &Scene, actor: &Person, receipt: &Receipt, portfolios: &[Held]) -> Result<Decided<Undone>, UndoRefused> {
    undoing_choosing(scene, actor, receipt, portfolios, (&[], &[]))
}

/// As [`undoing`], with what stands for the leaver of resources, and where they hold something now.
pub fn undoing_choosing(
    scene: &Scene,
    actor: &Person,
    receipt: &Receipt,
    portfolios: &[Held],
    (standing, held_at): (&[Selected], &[Place]),
) -> Result<Decided<Undone>, UndoRefused> {
    let own = actor.access(&scene.organization);
    let leaver = scene.people.iter().find(|person| person.id() == receipt.member).unwrap();
    let theirs = leaver.access(&scene.organization);
    undo(&UndoFacts {
        receipt,
        leaver: Leaver::Member(&leaver.membership),
        access: &theirs,
        grants: &leaver.grants,
        places: &places_of(scene, &receipt.grants),
        portfolios,
        held_at,
        standing,
        named: &scene.named,
        granter: Granter::Member { id: actor.id(), access: &own },
        own: &actor.selections,
        giver: Giver::Member(actor.id()),
        now: scene.now,
    })
}

/// Undoes a deletion; whoever it was of is nobody here, unless somebody has their address by now.
pub fn undoing_deletion(
    scene: &Scene,
    actor: &Person,
    receipt: &Receipt,
    membership: &Membership,
    portfolios: &[Held],
) -> Result<Decided<Undone>, UndoRefused> {
    let own = actor.access(&scene.organization);
    let replaced = scene.people.iter().any(|person| person.membership.email == membership.email);
    undo(&UndoFacts {
        receipt,
        leaver: Leaver::Deleted { membership, replaced, seats_left: seats(scene) },
        access: &Access::new(scene.organization.setting(), Status::Inactive, &[]),
        grants: &[],
        places: &places_of(scene, &receipt.grants),
        portfolios,
        held_at: &[],
        standing: &[],
        named: &scene.named,
        granter: Granter::Member { id: actor.id(), access: &own },
        own: &actor.selections,
        giver: Giver::Member(actor.id()),
        now: scene.now,
    })
}
