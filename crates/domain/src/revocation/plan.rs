//! The plan: what a revocation, a deactivation or a deletion would do, and a fingerprint of the facts it rests on (R10).

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::handover::{Handover, Held, Successor, lost};
use super::reactivate::ReactivationFacts;
use super::receipt::Act;
use crate::access::Access;
use crate::access_model::{AssignedFrom, engine};
use crate::governance::Chair;
use crate::grant::Grant;
use crate::id::WorkspaceId;
use crate::keys::{KindKey, PermissionKey};
use crate::may_grant::Granter;
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::selection::{Selected, Selection, effective, unfit};
use crate::workspace::Place;

/// What of somebody's access ends: one grant by a revocation, all of it by a deletion, none of it but the acting by a
/// deactivation.
#[derive(Clone, Copy, Debug)]
pub enum Ends<'a> {
    /// One grant. The membership stays, unless it is pending and has no other.
    Grant {
        /// Which.
        grant: &'a Grant,
        /// Its workspace.
        place: &'a Place,
    },
    /// The membership with all its grants (R14).
    Membership {
        /// The workspaces of the grants; for somebody without any the root, where they are managed.
        places: &'a [Place],
    },
    /// The acting, for a while (R13). Membership and grants stay.
    Acting {
        /// As above.
        places: &'a [Place],
        /// Whether they keep their contacts meanwhile; else all of them are handed over.
        keeps_contacts: bool,
    },
}

impl<'a> Ends<'a> {
    /// The workspaces that it is about; at least one.
    pub fn places(self) -> &'a [Place] {
        match self {
            Self::Grant { place, .. } => std::slice::from_ref(place),
            Self::Membership { places } | Self::Acting { places, .. } => places,
        }
    }

    /// The sort of act.
    pub fn act(self) -> Act {
        match self {
            Self::Grant { .. } => Act::Revocation,
            Self::Membership { .. } => Act::Deletion,
            Self::Acting { .. } => Act::Deactivation,
        }
    }

    fn takes(self, grant: &Grant) -> bool {
        match self {
            Self::Grant { grant: ended, .. } => ended.workspace == grant.workspace,
            Self::Membership { .. } => true,
            Self::Acting { .. } => false,
        }
    }
}

/// What plan and deed rest on.
#[derive(Clone, Copy, Debug)]
pub struct RevocationFacts<'a> {
    /// Who leaves, and whether somebody else is in charge.
    pub chair: Chair<'a>,
    /// All that they hold.
    pub access: &'a Access,
    /// All their grants, those that end among them.
    pub grants: &'a [Grant],
    /// What they chose, or were given, of each resource kind.
    pub selections: &'a [Selected],
    /// What ends.
    pub ends: Ends<'a>,
    /// Who ends it, with their rights of now.
    pub granter: Granter<'a>,
    /// The portfolios that they hold.
    pub held: &'a [Held],
    /// What is to become of them.
    pub handover: Handover,
    /// The successor, where one is named and exists.
    pub successor: Option<Successor<'a>>,
}

impl RevocationFacts<'_> {
    /// The grants that stay.
    pub(super) fn remaining(&self) -> Vec<Grant> {
        self.grants.iter().filter(|grant| !self.ends.takes(grant)).cloned().collect()
    }

    /// The grants that end, or stand still.
    pub(super) fn ended(&self) -> Vec<Grant> {
        match self.ends {
            Ends::Grant { grant, .. } => vec![grant.clone()],
            Ends::Membership { .. } | Ends::Acting { .. } => self.grants.to_vec(),
        }
    }

    /// The choices that end: they are the membership's, and stay with it. A deactivation empties the kinds that say so, but for
    /// those of which levels want exactly one: nobody could give that back before the reactivation, nor reactivate without.
    pub(super) fn unchosen(&self) -> Vec<Selected> {
        let wanted = unfit(self.access, &[]);
        let is_cleared = |kind: &KindKey| {
            let spec = self.access.model().resource_kind(kind.as_str());
            spec.is_some_and(|spec| spec.cleared_on_deactivation) && !wanted.contains(kind)
        };
        let ends = |one: &&Selected| match self.ends {
            Ends::Grant { .. } => false,
            Ends::Membership { .. } => true,
            Ends::Acting { .. } => is_cleared(&one.kind),
        };
        self.selections.iter().filter(|one| one.selection != Selection::None).filter(ends).cloned().collect()
    }

    pub(super) fn access_after(&self) -> Access {
        let status = if matches!(self.ends, Ends::Acting { .. }) { Status::Inactive } else { self.access.status() };
        Access::new(self.access.setting().clone(), status, &self.remaining())
    }

    /// The portfolios that change hands.
    pub(super) fn moving(&self) -> Vec<&Held> {
        match self.ends {
            Ends::Acting { keeps_contacts: true, .. } => Vec::new(),
            Ends::Acting { keeps_contacts: false, .. } => self.held.iter().collect(),
            Ends::Grant { .. } | Ends::Membership { .. } => lost(self.held, &self.access_after()),
        }
    }
}

/// Why it can't be carried out as it stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, thiserror::Error)]
pub enum Blocker {
    /// R8.
    #[error("this would leave nobody in charge; name somebody else who governs first")]
    Headless,
    /// What stays wants exactly one resource of a kind, and something else is chosen (R3).
    #[error("what stays is for exactly one `{kind}`; choose that one first")]
    SelectionRequired {
        /// The kind.
        kind: KindKey,
    },
    /// Nobody here has this id.
    #[error("there is no such member to hand the contacts to")]
    SuccessorUnknown,
    /// The leaver can't be their own successor.
    #[error("contacts can't be handed to the person who leaves")]
    SuccessorLeaves,
    /// Not (any more) active.
    #[error("contacts can only be handed to an active member")]
    SuccessorNotActive,
    /// The successor can't handle contacts there.
    #[error("the chosen member can't handle contacts in every workspace concerned")]
    SuccessorCannotHandle {
        /// The first workspace where they can't.
        workspace: WorkspaceId,
    },
}

impl Refusal for Blocker {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Headless => RefusalKind::Conflict,
            Self::SelectionRequired { .. } => RefusalKind::SelectionRequired,
            _ => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Headless => "headless",
            Self::SelectionRequired { .. } => "selection_required",
            Self::SuccessorUnknown => "successor_unknown",
            Self::SuccessorLeaves => "successor_leaves",
            Self::SuccessorNotActive => "successor_not_active",
            Self::SuccessorCannotHandle { .. } => "successor_cannot_handle",
        }
    }

    fn pointer(&self) -> Option<String> {
        let of_contacts = !matches!(self, Self::Headless | Self::SelectionRequired { .. });
        of_contacts.then(|| "/contacts/assign_to".to_owned())
    }
}

/// The permissions that are lost at one workspace.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loss {
    /// Where.
    pub workspace: WorkspaceId,
    /// Which.
    pub permissions: Vec<PermissionKey>,
}

/// What a revocation, a deactivation or a deletion would do.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// The facts it rests on.
    pub fingerprint: Fingerprint,
    /// What is lost, at each workspace of a grant that ends.
    pub loses: Vec<Loss>,
    /// The workspaces of the grants that stay.
    pub keeps: Vec<WorkspaceId>,
    /// The kinds assigned from the resource's side of which their choices stop counting: somebody else has to be found for what
    /// they alone had.
    pub leaves: Vec<KindKey>,
    /// The choices that end.
    pub empties: Vec<Selected>,
    /// The portfolios that change hands.
    pub portfolios: Vec<crate::id::PortfolioId>,
    /// The portfolios that they keep.
    pub kept: Vec<crate::id::PortfolioId>,
    /// The workspaces of those that change hands: where whoever takes over handles contacts.
    pub handed_at: BTreeSet<WorkspaceId>,
    /// What stands in the way.
    pub blockers: Vec<Blocker>,
}

/// Decides what a revocation, a deactivation or a deletion would do.
pub fn plan(facts: &RevocationFacts<'_>) -> Plan {
    let after = facts.access_after();
    let moving = facts.moving();
    let kept: Vec<&Held> =
        facts.held.iter().filter(|held| !moving.iter().any(|one| one.portfolio.id == held.portfolio.id)).collect();
    let blockers = blockers(facts, &after, &moving);
    let loss = |place: &Place| {
        let gone = facts.access.permissions_at(place).minus(after.permissions_at(place));
        let keys = gone.iter().filter_map(|permission| facts.access.model().permission_key(permission).cloned());
        Loss { workspace: place.workspace(), permissions: keys.collect() }
    };
    Plan {
        fingerprint: Fingerprint::of(facts, &moving, &blockers),
        loses: facts.ends.places().iter().map(loss).collect(),
        keeps: facts.remaining().iter().map(|grant| grant.workspace).collect(),
        leaves: leaves(facts, &after),
        empties: facts.unchosen(),
        portfolios: moving.iter().map(|held| held.portfolio.id).collect(),
        kept: kept.iter().map(|held| held.portfolio.id).collect(),
        handed_at: moving.iter().map(|held| held.portfolio.workspace).collect(),
        blockers,
    }
}

fn leaves(facts: &RevocationFacts<'_>, after: &Access) -> Vec<KindKey> {
    let counts = |access: &Access, one: &Selected| {
        let acts = access.status() == Status::Active;
        acts && one.selection != Selection::None && effective(access, &one.kind, &one.selection) == one.selection
    };
    let leaves = |one: &&Selected| {
        let spec = facts.access.model().resource_kind(one.kind.as_str());
        let is_staffed = spec.is_some_and(|spec| spec.assigned_from != AssignedFrom::Member);
        is_staffed && counts(facts.access, one) && !counts(after, one)
    };
    facts.selections.iter().filter(leaves).map(|one| one.kind.clone()).collect()
}

fn blockers(facts: &RevocationFacts<'_>, after: &Access, moving: &[&Held]) -> Vec<Blocker> {
    let mut blockers = Vec::new();
    if facts.chair.would_be_empty(facts.access, after) {
        blockers.push(Blocker::Headless);
    }
    // Only what makes it worse stands in the way: what was unfit before isn't this revocation's to mend.
    if matches!(facts.ends, Ends::Grant { .. }) {
        let before = unfit(facts.access, facts.selections);
        let worse = unfit(after, facts.selections).into_iter().filter(|kind| !before.contains(kind));
        blockers.extend(worse.map(|kind| Blocker::SelectionRequired { kind }));
    }
    if let Handover::AssignTo(to) = facts.handover {
        match facts.successor {
            _ if to == facts.chair.membership.id => blockers.push(Blocker::SuccessorLeaves),
            None => blockers.push(Blocker::SuccessorUnknown),
            Some(successor) if !successor.is_active() => blockers.push(Blocker::SuccessorNotActive),
            Some(successor) => {
                // Somebody who can't work where the leaver worked is no successor, even if there is nothing to hand over today.
                let worked = |place: &&Place| match facts.ends {
                    Ends::Grant { .. } => true,
                    Ends::Membership { .. } | Ends::Acting { .. } => facts.access.would(engine::CONTACTS_HANDLE, place),
                };
                let own = facts.ends.places().iter().filter(worked);
                let cannot = own.chain(moving.iter().map(|held| &held.place)).find(|place| !successor.can_handle(place));
                blockers.extend(cannot.map(|place| Blocker::SuccessorCannotHandle { workspace: place.workspace() }));
            }
        }
    }
    blockers
}

/// The facts that a plan rests on, in four short hashes: grant, holders, successor and blockers. Counts aren't among them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fingerprint([String; 4]);

/// A part of a fingerprint.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fingerprinted {
    /// The grant that ends, or all of them with the membership's status.
    Grant,
    /// Who holds which portfolios.
    Portfolios,
    /// The successor's standing; of a deactivation also whether contacts change hands at all.
    Successor,
    /// What stands in the way.
    Blockers,
}

impl Fingerprinted {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Grant => "grant",
            Self::Portfolios => "portfolios",
            Self::Successor => "successor",
            Self::Blockers => "blockers",
        }
    }

    const ALL: [Self; 4] = [Self::Grant, Self::Portfolios, Self::Successor, Self::Blockers];
}

impl Fingerprint {
    fn of(facts: &RevocationFacts<'_>, moving: &[&Held], blockers: &[Blocker]) -> Self {
        let grant = match facts.ends {
            Ends::Grant { grant, .. } => grant_now(grant),
            Ends::Membership { .. } | Ends::Acting { .. } => {
                standing(facts.ends.act().word(), facts.chair.membership, facts.grants)
            }
        };
        let keeps = matches!(facts.ends, Ends::Acting { keeps_contacts: true, .. });
        // Whether they keep their contacts may be chosen after the plan was seen; which ones they have may not change unseen.
        let counted: Vec<&Held> = if keeps { facts.held.iter().collect() } else { moving.to_vec() };
        let holders = holders(&counted);
        let successor = facts.successor.map(|who| (who.membership.id, who.membership.status, facts.handover));
        let parts = [grant, holders, format!("{keeps} {successor:?}"), format!("{blockers:?}")];
        Self(parts.map(|part| hash(&part)))
    }

    /// Of a reactivation: what it is about, the portfolios that are left behind, and what of it wouldn't come back.
    pub(super) fn of_reactivation(facts: &ReactivationFacts<'_>, left: &[&Held], less: &impl fmt::Debug) -> Self {
        let all = standing("reactivation", facts.membership, facts.grants);
        let parts = [all, holders(left), String::new(), format!("{less:?}")];
        Self(parts.map(|part| hash(&part)))
    }

    /// Which facts differ between two fingerprints.
    pub fn moved(&self, now: &Self) -> Vec<Fingerprinted> {
        let pairs = Fingerprinted::ALL.into_iter().zip(self.0.iter().zip(&now.0));
        pairs.filter(|(_, (then, now))| then != now).map(|(part, _)| part).collect()
    }
}

/// A grant, so that one that was revoked and given anew, and begins at the same version, isn't the same.
fn grant_now(grant: &Grant) -> String {
    format!("{} {} {} {}", grant.member, grant.workspace, grant.version, grant.given_at)
}

/// Who holds which of these.
fn holders(of: &[&Held]) -> String {
    let holders: BTreeSet<_> = of.iter().map(|held| (held.portfolio.id.to_string(), held.portfolio.holder)).collect();
    format!("{holders:?}")
}

/// All that an act on the whole membership is about. The act is named: a plan of one isn't good for another.
fn standing(act: &str, membership: &Membership, grants: &[Grant]) -> String {
    let mut all = vec![format!("{act} {} {}", membership.id, membership.status)];
    all.extend(grants.iter().map(grant_now));
    all.join(" ")
}

fn hash(of: &str) -> String {
    let digest = Sha256::digest(of.as_bytes());
    let short = digest.iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    format!("{short:016x}")
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("-"))
    }
}

/// What was given is no fingerprint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this is no fingerprint of a plan; ask for the plan again")]
pub struct NoFingerprint;

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let parts: Vec<String> = text.split('-').map(str::to_owned).collect();
        let well_formed = parts.iter().all(|part| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit()));
        if well_formed { parts.try_into().map(Self).map_err(|_| NoFingerprint) } else { Err(NoFingerprint) }
    }
}
