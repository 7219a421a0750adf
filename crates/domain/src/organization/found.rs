//! Making an organization, with its root and the first who governs it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Organization;
use crate::access_model::AccessModel;
use crate::decided::Decided;
use crate::email::EmailAddress;
use crate::event::Event;
use crate::grant::{Giver, Grant, Offer};
use crate::id::{MemberId, OrganizationId, UserId, WorkspaceId};
use crate::instant::Instant;
use crate::membership::{Membership, Profile, Status};
use crate::text::Name;
use crate::workspace::Workspace;

/// What an organization is made of.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its id.
    pub id: OrganizationId,
    /// Its root's id.
    pub root: WorkspaceId,
    /// What people call both.
    pub name: Name,
    /// The compiled model.
    pub model: Arc<AccessModel>,
    /// The document that the model was compiled from.
    pub document: Arc<str>,
    /// Now.
    pub now: Instant,
}

/// Makes an organization and its root. Its plan is the first that its model lists, its root's kind the model's first.
pub fn found(founding: Founding) -> Decided<(Organization, Workspace)> {
    let Founding { id, root, name, model, document, now } = founding;
    let root = Workspace {
        organization: id,
        id: root,
        parent: None,
        kind: model.workspace_kinds().first().map(|(key, _, _)| key.clone()),
        name: name.clone(),
        active: true,
        features_off: [].into(),
        created_at: now,
        version: 1,
    };
    let organization = Organization {
        id,
        name,
        root: root.id,
        plan: model.plans().first().cloned(),
        model,
        document,
        features: BTreeMap::new(),
        seats: None,
        active: true,
        undo_window_days: None,
        second_factor_required: false,
        tokens_per_member: Organization::TOKENS_PER_MEMBER,
        created_at: now,
        version: 1,
    };
    let event = Event::OrganizationFounded {
        organization: id,
        name: organization.name.to_string(),
        model: organization.model.name().to_owned(),
    };
    Decided::new((organization, root), event)
}

/// What the first governor is offered: the first level that governs, and nothing else.
pub fn governing_offer(model: &AccessModel) -> Offer {
    let level = model.levels().find(|level| model.governs(*level)).and_then(|level| model.level_key(level).cloned());
    Offer { levels: level.into_iter().collect(), ..Offer::default() }
}

/// Somebody with a login who shall govern.
#[derive(Clone, Debug)]
pub struct Governor {
    /// Their membership's id.
    pub member: MemberId,
    /// Their login.
    pub user: UserId,
    /// Its address.
    pub email: EmailAddress,
    /// Who they are, as far as is known.
    pub profile: Profile,
}

/// Seats the first who governs, who sets the installation up and is its operator: nobody needs to be told.
pub fn seat_oneself(organization: &Organization, governor: Governor, now: Instant) -> Decided<(Membership, Grant)> {
    let (user, member) = (governor.user, governor.member);
    let event = Event::InvitationAccepted { member, workspaces: vec![organization.root] };
    Decided { events: vec![event], ..seat(organization, governor, user, now) }
}

/// Seats the first who governs a new organization: an operator gives them its governing level at the root, at once.
pub fn seat(organization: &Organization, governor: Governor, operator: UserId, now: Instant) -> Decided<(Membership, Grant)> {
    let Governor { member, user, email, profile } = governor;
    let membership = Membership {
        organization: organization.id,
        id: member,
        user: Some(user),
        email,
        status: Status::Active,
        profile,
        created_at: now,
        last_active_at: None,
        version: 1,
    };
    let offer = governing_offer(&organization.model);
    let grant = Grant {
        member,
        workspace: organization.root,
        levels: offer.levels.clone(),
        permissions: [].into(),
        restrictions: [].into(),
        given_by: Giver::Operator(operator),
        given_at: now,
        version: 1,
    };
    let event = Event::AccessGranted { member, workspace: organization.root, offer };
    Decided::new((membership, grant), event)
}
