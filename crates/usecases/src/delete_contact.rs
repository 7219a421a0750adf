//! Deleting a contact.

use tenure_domain::contact::delete;
use tenure_domain::may_grant::GrantRefused;
use tenure_domain::{ContactId, Decided, OrganizationId};
use tenure_port_store::Unit;

use crate::seeing::Seeing;
use crate::{Acting, Context, Failure, Open, UseCase, load};

/// Asks for a contact to be deleted.
#[derive(Clone, Copy, Debug)]
pub struct DeleteContact {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which.
    pub contact: ContactId,
}

impl UseCase for DeleteContact {
    type Lock = Open;
    type Done = ();
    type Refusal = GrantRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<GrantRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let (contact, holder) = unit.contacts().find(self.organization, self.contact).await?.ok_or(Failure::NotFound)?;
        let place = load::place(unit, &acting.organization, contact.workspace).await?.ok_or(Failure::NotFound)?;
        if !Seeing::load(unit, &acting, &[(&place, holder)]).await?.shows(&place, holder) {
            return Err(Failure::NotFound);
        }
        let decided = delete(&acting.access, &place, &contact, holder).map_err(Failure::Refused)?;
        unit.contacts().remove(&contact).await?;
        Ok(decided)
    }
}
