//! Mails about a login. They lie in no organization's journal, and in the outbox of one that the login belongs to.

use tenure_domain::record::{Actor, Errand, Matter};
use tenure_domain::{MemberId, OrganizationId, UserId};
use tenure_port_store::{StoreError, Unit};

use crate::Context;

/// Writes to a login about itself. An operator who is a member nowhere gets no mail: none is anybody's to send to them.
pub(crate) async fn write_to(
    cx: &Context<'_>,
    unit: &mut (dyn Unit + 'static),
    user: UserId,
    matter: Matter,
) -> Result<(), StoreError> {
    match unit.users().active_somewhere(user).await? {
        Some(to) => write_as(cx, unit, to, matter).await,
        None => Ok(()),
    }
}

/// The same to somebody of whom it is known where they are active.
pub(crate) async fn write_as(
    cx: &Context<'_>,
    unit: &mut (dyn Unit + 'static),
    (organization, member): (OrganizationId, MemberId),
    matter: Matter,
) -> Result<(), StoreError> {
    // Nobody who is known did it: whoever asked for a link has shown nothing yet.
    let (at, due_at) = (cx.now, matter.due_at(cx.now));
    let errand = Errand { organization, id: cx.id(), at, due_at, actor: Actor::System, member, matter };
    unit.outbox().append(&[errand]).await
}
