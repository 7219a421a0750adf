//! Refusals of access, journalled in a unit of their own: coalesced, so that somebody who hammers at a door fills no disk.

use std::collections::HashMap;
use std::time::Duration;

use tenure_domain::event::Event;
use tenure_domain::record::{Actor, Record};
use tenure_domain::{Instant, OrganizationId, UserId};
use tokio::sync::Mutex;

use crate::Tools;

/// The same refusal is written at most once in this time; the entry after it says how often it happened.
const WINDOW: Duration = Duration::from_mins(1);

/// How many different refusals are remembered at a time; beyond that, new ones are counted together with nobody's.
const REMEMBERED: usize = 4_096;

type Door = (OrganizationId, UserId, &'static str);

/// What was refused lately: when it was written last, and how often it happened since.
#[derive(Debug, Default)]
pub(crate) struct Refusals(Mutex<HashMap<Door, (Instant, u32)>>);

impl Refusals {
    /// Takes note of a refusal, and writes it if it is time to.
    pub(crate) async fn note(&self, tools: &Tools, organization: OrganizationId, user: UserId, rule: &'static str) {
        let now = tools.clock.now();
        if let Some(times) = self.due((organization, user, rule), now).await
            && let Err(error) = write(tools, organization, user, rule, times, now).await
        {
            tracing::warn!(%organization, rule, %error, "a refusal could not be journalled");
        }
    }

    async fn due(&self, door: Door, now: Instant) -> Option<u32> {
        let mut lately = self.0.lock().await;
        if lately.len() >= REMEMBERED {
            lately.retain(|_, (written, _)| now < written.plus(WINDOW));
        }
        if lately.len() >= REMEMBERED && !lately.contains_key(&door) {
            return None;
        }
        let seen = lately.entry(door).or_insert((now.minus(WINDOW), 0));
        seen.1 += 1;
        if now < seen.0.plus(WINDOW) {
            return None;
        }
        let times = seen.1;
        *seen = (now, 0);
        Some(times)
    }
}

async fn write(
    tools: &Tools,
    organization: OrganizationId,
    user: UserId,
    rule: &'static str,
    times: u32,
    at: Instant,
) -> Result<(), tenure_port_store::StoreError> {
    let mut unit = tools.store.open().await?;
    // Somebody who isn't a member has no standing here to be refused, and is told that nothing exists.
    let Some(membership) = unit.memberships().find_by_user(organization, user).await? else { return Ok(()) };
    let event = Event::AccessRefused { member: membership.id, rule, times };
    let actor = Actor::Member(membership.id);
    unit.journal().append(&[Record { organization, id: tools.ids.next().into(), at, actor, event, reason: None }]).await?;
    unit.commit().await
}
