//! The outbox, from the side of those who write into it.

use async_trait::async_trait;
use tenure_domain::record::Errand;
use tenure_port_store::{Outbox, StoreError};

use super::SqlUnit;
use crate::snapshots::{actor_values, errand};
use crate::{Connection, batch};

/// The beginning of the insert of errands; what it leaves out is how an untried one begins.
const INSERT: &str = "insert into errands (organization_id, id, at, actor_kind, actor, member_id, matter, details, invitation_id, \
     generation, due_at) values ";

#[async_trait]
impl<T: Connection, L: Send> Outbox for SqlUnit<T, L> {
    async fn append(&mut self, errands: &[Errand]) -> Result<(), StoreError> {
        let row = |errand: &Errand| {
            let (actor_kind, actor) = actor_values(errand.actor);
            let (invitation, generation) = errand::invitation(errand.matter);
            [
                errand.organization.into(),
                errand.id.into(),
                errand.at.into(),
                actor_kind,
                actor,
                errand.member.into(),
                errand.matter.word().into(),
                errand::details(errand.matter).into(),
                invitation,
                generation,
                errand.due_at.into(),
            ]
        };
        batch::insert(&mut self.connection, INSERT, errands, row).await
    }
}
