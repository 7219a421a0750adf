//! What making an organization is, for its first governor and for operators alike.

use std::sync::Arc;

use tenure_domain::access_model::AccessModel;
use tenure_domain::event::Event;
use tenure_domain::grant::{Grant, Offer};
use tenure_domain::invitation::Invite;
use tenure_domain::membership::{Membership, Profile};
use tenure_domain::organization::{Founding, Organization, found};
use tenure_domain::workspace::{Place, Step};
use tenure_domain::{Decided, EmailAddress, Name, OrganizationId};
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
    pub(crate) events: Vec<Event>,
}

/// Makes an organization and its root.
pub(crate) async fn founded(
    cx: &Context<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    id: OrganizationId,
    name: &Name,
    choice: &ModelChoice,
) -> Result<Founded, StoreError> {
    let (model, document) = (Arc::clone(&choice.model), Arc::clone(&choice.document));
    let Decided { value: (organization, root), events } =
        found(Founding { id, root: cx.id(), name: name.clone(), model, document, now: cx.now });
    unit.organization_changes().insert(&organization).await?;
    unit.workspace_changes().insert(&root).await?;
    let step = Step { workspace: root.id, active: true, features_off: [].into() };
    let place = Place::new(&organization.model, vec![step]).ok_or_else(|| StoreError::Corrupt("a root has no chain".to_owned()))?;
    Ok(Founded { organization, place, events })
}

/// Saves who governs first.
pub(crate) async fn save_governor(
    unit: &mut (dyn OrganizationUnit + 'static),
    seated: Decided<(Membership, Grant)>,
) -> Result<Vec<Event>, StoreError> {
    let Decided { value: (membership, grant), events } = seated;
    unit.membership_changes().insert(&membership).await?;
    unit.grant_changes().insert(&grant).await?;
    Ok(events)
}

/// The offer to somebody who shall govern.
pub(crate) fn governing_invite(cx: &Context<'_>, email: EmailAddress, offer: Offer) -> Invite {
    Invite { email, offer, profile: Profile::default(), note: None, expires_at: None, member: cx.id(), invitation: cx.id() }
}
