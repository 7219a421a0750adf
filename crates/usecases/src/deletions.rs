//! Deleting many in one unit: each is decided on their own, and all are read and written together; but for who is pending, whose
//! offers are withdrawn one by one.

use std::collections::HashMap;

use tenure_domain::event::Event;
use tenure_domain::revocation::{Handover, RevokeRefused, Revoked};
use tenure_domain::{MemberId, ReceiptId};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use crate::revocation_plan::{Ending, by_holder, held_by_all};
use crate::revoke_access::{decide, save};
use crate::{Acting, Context, Failure, LoadedRevocation};

/// The deletions of one unit.
pub(crate) struct Deletions {
    handover: Handover,
    /// What each rests on. Grants and selections stay as they are while the organization is locked.
    loaded: HashMap<MemberId, LoadedRevocation>,
    /// What was decided and isn't written yet.
    decided: Vec<Revoked>,
}

impl Deletions {
    pub(crate) async fn load(
        unit: &mut (dyn Unit + 'static),
        acting: &Acting,
        members: &[MemberId],
        handover: Handover,
    ) -> Result<Self, StoreError> {
        let loaded = LoadedRevocation::deletions(unit, &acting.organization, members, handover).await?;
        Ok(Self { handover, loaded, decided: Vec::new() })
    }

    /// What somebody's turn would come to; nothing is written.
    pub(crate) async fn look(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
        acting: &Acting,
        member: MemberId,
    ) -> Result<(), Failure<RevokeRefused>> {
        if let Some(loaded) = self.loaded.get(&member) {
            return decide(cx, acting, Some(loaded), None).map(|_| ());
        }
        let loaded = LoadedRevocation::find(unit, &acting.organization, member, Ending::Membership, self.handover).await?;
        decide(cx, acting, loaded.as_ref(), None).map(|_| ())
    }

    /// Reads anew what these hold, now that their rows are written: what was assigned to them meanwhile is seen, and nothing comes
    /// after it.
    pub(crate) async fn touched(
        &mut self,
        unit: &mut (dyn Unit + 'static),
        acting: &Acting,
        members: &[MemberId],
    ) -> Result<(), StoreError> {
        let mut held = by_holder(held_by_all(unit, &acting.organization, members).await?);
        for member in members {
            if let Some(loaded) = self.loaded.get_mut(member) {
                loaded.holds(held.remove(member).unwrap_or_default());
            }
        }
        Ok(())
    }

    /// Decides somebody's deletion; it is written with those of others.
    pub(crate) async fn turn(
        &mut self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
        acting: &Acting,
        member: MemberId,
    ) -> Result<(Option<ReceiptId>, Vec<Event>), Failure<RevokeRefused>> {
        let mut loaded = self.loaded.remove(&member).ok_or(Failure::NotFound)?;
        if loaded.governs() {
            // Whoever governed and was deleted before them governs no more.
            self.save(cx, unit).await?;
            loaded = loaded.seated(unit, &acting.organization).await?;
        }
        let done = decide(cx, acting, Some(&loaded), None)?;
        // Of what was taken back from somebody pending nothing can be undone.
        let receipt = done.value.receipt.undo_until.map(|_| done.value.receipt.id);
        self.decided.push(done.value);
        Ok((receipt, done.events))
    }

    /// Writes what was decided.
    pub(crate) async fn save(&mut self, cx: &Context<'_>, unit: &mut (dyn OrganizationUnit + 'static)) -> Result<(), StoreError> {
        save(cx, unit, &std::mem::take(&mut self.decided)).await
    }
}
