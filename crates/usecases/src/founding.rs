//! What making an organization is, for its first governor and for operators alike.

use std::collections::BTreeMap;
use std::sync::Arc;

use tenure_domain::access_model::AccessModel;
use tenure_domain::event::Event;
use tenure_domain::grant::Offer;
use tenure_domain::invitation::Invite;
use tenure_domain::membership::Profile;
use tenure_domain::organization::Organization;
use tenure_domain::workspace::{Place, Step, Workspace};
use tenure_domain::{EmailAddress, LevelKey, Name, OrganizationId};
use tenure_port_store::{OrganizationUnit, StoreError};

use crate::Context;

/// A compiled model with the document that it was compiled from.
#[derive(Clone, Debug)]
pub struct ModelChoice {
    /// The model.
    pub model: Arc<AccessModel>,
    /// The document.
    pub document: Arc<str>,
}

/// An organization with its root, and the place that the root is.
pub(crate) struct Founded {
    pub(crate) organization: Organization,
    pub(crate) place: Place,
    pub(crate) event: Event,
}

/// Makes an organization and its root. Its plan is the first that its model lists.
pub(crate) async fn found(
    cx: &Context<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    id: OrganizationId,
    name: &Name,
    choice: &ModelChoice,
) -> Result<Founded, StoreError> {
    let organization = Organization {
        id,
        name: name.clone(),
        root: cx.id(),
        model: Arc::clone(&choice.model),
        document: Arc::clone(&choice.document),
        plan: choice.model.plans().first().cloned(),
        features: BTreeMap::new(),
        seats: None,
        active: true,
        undo_window_days: None,
        created_at: cx.now,
        version: 1,
    };
    let root = Workspace {
        organization: id,
        id: organization.root,
        parent: None,
        kind: choice.model.workspace_kinds().first().map(|(key, _, _)| key.clone()),
        name: name.clone(),
        active: true,
        features_off: [].into(),
        created_at: cx.now,
        version: 1,
    };
    unit.organization_changes().insert(&organization).await?;
    unit.workspace_changes().insert(&root).await?;
    let step = Step { workspace: root.id, active: true, features_off: [].into() };
    let place = Place::new(&organization.model, vec![step]).ok_or_else(|| StoreError::Corrupt("a root has no chain".to_owned()))?;
    let event =
        Event::OrganizationFounded { organization: id, name: name.to_string(), model: organization.model.name().to_owned() };
    Ok(Founded { organization, place, event })
}

/// What the first governor is offered: the first level that governs, and nothing else.
pub(crate) fn governing_offer(model: &AccessModel) -> Offer {
    let level = model.levels().find(|level| model.governs(*level)).and_then(|level| model.level_key(level).cloned());
    Offer { levels: level.into_iter().collect::<std::collections::BTreeSet<LevelKey>>(), ..Offer::default() }
}

/// The offer to somebody who shall govern.
pub(crate) fn governing_invite(cx: &Context<'_>, email: EmailAddress, offer: Offer) -> Invite {
    Invite { email, offer, profile: Profile::default(), note: None, expires_at: None, member: cx.id(), invitation: cx.id() }
}
