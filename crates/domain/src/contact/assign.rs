//! Assigning one contact: to whom, and whether they may have it.

use super::Contact;
use crate::access::Access;
use crate::access_model::engine;
use crate::decided::Decided;
use crate::event::Event;
use crate::id::MemberId;
use crate::membership::{Membership, Status};
use crate::refusal::{Refusal, RefusalKind};
use crate::workspace::Place;

/// Somebody who is to get a contact, with the grants that count: those read after their row was held.
#[derive(Clone, Copy, Debug)]
pub struct Assignee<'a> {
    /// Who.
    pub membership: &'a Membership,
    /// What they may do.
    pub access: &'a Access,
}

/// What the decision rests on. Whether the actor sees the contact at all (R5) is the caller's to establish.
#[derive(Clone, Copy, Debug)]
pub struct AssignFacts<'a> {
    /// The contact.
    pub contact: &'a Contact,
    /// Who has it now.
    pub holder: Option<MemberId>,
    /// Its workspace.
    pub place: &'a Place,
    /// Who assigns, with their rights of now.
    pub actor: &'a Access,
    /// To whom; none to leave it unassigned.
    pub assignee: Option<Assignee<'a>>,
}

/// Why a contact stays whose it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AssignRefused {
    /// The actor doesn't handle contacts there.
    #[error("you need the right `contacts.handle` in this workspace")]
    MissingPermission,
    /// Pending or inactive.
    #[error("contacts can only be assigned to an active member")]
    AssigneeNotActive,
    /// The assignee doesn't handle contacts there.
    #[error("the chosen member can't handle contacts in this workspace")]
    AssigneeCannotHandle,
}

impl Refusal for AssignRefused {
    fn kind(&self) -> RefusalKind {
        if matches!(self, Self::MissingPermission) { RefusalKind::Forbidden } else { RefusalKind::Invalid }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::MissingPermission => "missing_permission",
            Self::AssigneeNotActive => "assignee_not_active",
            Self::AssigneeCannotHandle => "assignee_cannot_handle",
        }
    }

    fn pointer(&self) -> Option<String> {
        (!matches!(self, Self::MissingPermission)).then(|| "/member".to_owned())
    }
}

/// Whether somebody may have contacts of this workspace: active, and handling contacts there.
pub fn may_have(assignee: Assignee<'_>, place: &Place) -> Result<(), AssignRefused> {
    if assignee.membership.status != Status::Active {
        return Err(AssignRefused::AssigneeNotActive);
    }
    if !assignee.access.can(engine::CONTACTS_HANDLE, place) {
        return Err(AssignRefused::AssigneeCannotHandle);
    }
    Ok(())
}

/// Decides whose a contact is from now on. It goes into the assignee's own open portfolio, or out of any (R11).
pub fn assign(facts: AssignFacts<'_>) -> Result<Decided<Option<MemberId>>, AssignRefused> {
    if !facts.actor.can(engine::CONTACTS_HANDLE, facts.place) {
        return Err(AssignRefused::MissingPermission);
    }
    if let Some(assignee) = facts.assignee {
        may_have(assignee, facts.place)?;
    }
    let (before, after) = (facts.holder, facts.assignee.map(|assignee| assignee.membership.id));
    let assigned = (before != after).then_some(Event::ContactAssigned { contact: facts.contact.id, before, after });
    Ok(Decided { value: after, events: assigned.into_iter().collect() })
}
