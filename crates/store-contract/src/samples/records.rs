//! Journal entries and errands.

use tenure_domain::event::Event;
use tenure_domain::record::{Actor, Errand, Matter, Record};
use tenure_domain::{Instant, MemberId, OrganizationId};

use super::new;

pub(crate) fn record(organization: OrganizationId, at: Instant, actor: Actor, event: Event) -> Record {
    Record { organization, id: new(), at, actor, event, reason: None }
}

pub(crate) fn errand(organization: OrganizationId, at: Instant, member: MemberId, matter: Matter) -> Errand {
    Errand { organization, id: new(), at, due_at: at, actor: Actor::System, member, matter }
}
