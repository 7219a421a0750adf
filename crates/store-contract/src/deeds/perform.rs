//! Runs one deed in a unit of its own, again when the database asks for it.

use std::sync::Arc;

use tenure_domain::event::Event;
use tenure_domain::record::{Actor, errands};
use tenure_domain::{MemberId, OrganizationId, ReceiptId};
use tenure_port_store::{OrganizationTransaction, Store, StoreError, Unit};

use super::{
    Accept, Assign, DeleteResource, Give, Invite, MakeToken, Meet, Reactivate, Relocate, Remodel, Resend, Revoke, Select, TearDown,
    Undo,
};
use crate::samples::{at, new, record};

/// Something that somebody does.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    Give(Give),
    Revoke(Revoke),
    Reactivate(Reactivate),
    Undo(Undo),
    Invite(Invite),
    Resend(Resend),
    Accept(Accept),
    Assign(Assign),
    Relocate(Relocate),
    Remodel(Remodel),
    Select(Select),
    DeleteResource(DeleteResource),
    TearDown(TearDown),
    Meet(Meet),
    MakeToken(MakeToken),
}

/// Why nothing happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Refused {
    /// The decision said no: its rule.
    Rule(&'static str),
    /// Something that it is about is gone.
    Missing,
    /// Somebody else changed it first.
    Stale,
    /// Somebody else has it.
    Taken,
    /// The whole unit is to be run again.
    Again,
}

impl Refused {
    pub(crate) fn by(refusal: &impl tenure_domain::Refusal) -> Self {
        Self::Rule(refusal.rule())
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale(_) => Self::Stale,
            StoreError::Taken(_) => Self::Taken,
            StoreError::Contention => Self::Again,
            other => panic!("the store failed: {other}"),
        }
    }
}

/// What became of a deed: the receipt that it left, if it did.
pub(crate) type Outcome = Result<Option<ReceiptId>, Refused>;

/// How often a unit is run again before the store counts as unable to serve it.
const MOST_TRIES: usize = 200;

/// Takes an organization's lock, trying again while the database is contended.
pub(crate) async fn lock(store: &Arc<dyn Store>, id: OrganizationId) -> Box<dyn OrganizationTransaction> {
    for _ in 0..MOST_TRIES {
        match store.organization(id).await {
            Ok(unit) => return unit.expect("the organization is there"),
            Err(StoreError::Contention) => tokio::task::yield_now().await,
            Err(error) => panic!("the store failed: {error}"),
        }
    }
    panic!("the lock can't be had");
}

/// Does it, all or nothing, with its journal entries and errands.
pub(crate) async fn perform(store: &Arc<dyn Store>, organization: OrganizationId, deed: &Deed) -> Outcome {
    for _ in 0..MOST_TRIES {
        match attempt(store, organization, deed).await {
            Err(Refused::Again) => tokio::task::yield_now().await,
            outcome => return outcome,
        }
    }
    panic!("{deed:?} is contended forever");
}

async fn attempt(store: &Arc<dyn Store>, id: OrganizationId, deed: &Deed) -> Outcome {
    if let Deed::Assign(_) | Deed::Meet(_) = deed {
        let mut unit = store.open().await?;
        let (actor, events) = match deed {
            Deed::Meet(meet) => (meet.actor, meet.run(unit.unit(), id).await?),
            Deed::Assign(assign) => (assign.actor, assign.run(unit.unit(), id).await?),
            _ => unreachable!("all others take the lock"),
        };
        tell(unit.unit(), id, actor, events).await?;
        unit.commit().await?;
        return Ok(None);
    }
    let mut unit = store.organization(id).await?.ok_or(Refused::Missing)?;
    let organization = unit.organizations().find(id).await?.ok_or(Refused::Missing)?;
    let mut receipt = None;
    let (actor, events) = match deed {
        Deed::Give(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::Revoke(deed) => {
            let (left, events) = deed.run(unit.unit(), &organization).await?;
            receipt = Some(left);
            (deed.actor, events)
        }
        Deed::Reactivate(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::Undo(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::Invite(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::Resend(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::Accept(deed) => (deed.member, deed.run(unit.unit(), &organization).await?),
        Deed::Relocate(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::Remodel(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::Select(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::DeleteResource(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::MakeToken(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::TearDown(deed) => (deed.actor, deed.run(unit.unit(), &organization).await?),
        Deed::Assign(_) | Deed::Meet(_) => unreachable!("they take no lock"),
    };
    tell(unit.unit(), id, actor, events).await?;
    unit.commit().await?;
    Ok(receipt)
}

/// Writes journal and outbox from what happened.
async fn tell(unit: &mut dyn Unit, organization: OrganizationId, actor: MemberId, events: Vec<Event>) -> Result<(), StoreError> {
    let told: Vec<_> = events.into_iter().map(|event| record(organization, at(50), Actor::Member(actor), event)).collect();
    let letters: Vec<_> = told.iter().flat_map(|record| errands(record, new)).collect();
    unit.journal().append(&told).await?;
    unit.outbox().append(&letters).await
}
