//! Who is online, written many at a time, beside one update for each beat.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, Result};
use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::{Lease, Store};
use tenure_usecases::{Clock as _, SystemClock};

use crate::bare::with_pool;
use crate::stage::Stage;
use crate::table::{Goal, Line, median, millis};

/// How many people beat at once.
const PEOPLE: usize = 500;

/// Measures it this often, in turn.
pub(crate) async fn measure(stage: &Stage, store: Arc<dyn Store>, rounds: u32) -> Result<Line> {
    let members = stage.bare.ids("select id from memberships where status = 'active' order by id limit 500").await?;
    anyhow::ensure!(members.len() == PEOPLE, "too few members");
    let organization = OrganizationId::new(stage.org);
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        let until = SystemClock.now().plus(std::time::Duration::from_secs(30 + u64::from(round)));
        let lease = |member: &uuid::Uuid| Lease { organization, member: MemberId::new(*member), until };
        let leases: Vec<Lease> = members.iter().map(lease).collect();
        let began = Instant::now();
        store.presences().renew(&leases, SystemClock.now()).await.context("renewing")?;
        ours.push(began.elapsed().as_secs_f64());
        let began = Instant::now();
        let beat = "update memberships set last_active_at = $3, active_key = $3 where organization_id = $1 and id = $2";
        with_pool!(&stage.bare, pool => for member in &members {
            sqlx::query(beat).bind(stage.org).bind(member).bind(until.micros()).execute(pool).await?;
        });
        bare.push(began.elapsed().as_secs_f64());
    }
    let (ours, bare) = (median(ours) / 500.0, median(bare) / 500.0);
    Ok(Line {
        operation: "a beat of one of 500 people, beside an update for each".to_owned(),
        database: stage.kind.name(),
        ours: millis(ours),
        rival: millis(bare),
        ratio: bare / ours,
        goal: Goal::AtLeast(10.0),
    })
}
