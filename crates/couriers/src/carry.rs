//! Carrying errands: each letter is written and posted with no unit open; those that ended are settled together.

use std::sync::Arc;
use std::time::Duration;

use tenure_domain::Instant;
use tenure_domain::record::Errand;
use tenure_port_mail::{Letter, PostError};
use tenure_port_store::{Claimed, Settled, Settlement, StoreError};
use tracing::{Instrument, Span, debug, info, info_span, warn};

use crate::compose::{Composed, compose};
use crate::couriers::Office;
use crate::meters;
use crate::patience::{TRIES, wait};

/// How long a courier has an errand for itself; afterwards another one takes it for dead.
pub const LEASE: Duration = Duration::from_secs(90);

/// How long a postal service may take, so that nobody else has the errand by then. Transports have shorter limits of their own.
const POST_TIMEOUT: Duration = Duration::from_secs(75);

/// A letter that left and isn't settled would leave again, so settling is tried harder than anything else.
const SETTLE_TRIES: u32 = 6;
const SETTLE_PAUSE: Duration = Duration::from_millis(200);

impl Office {
    /// Carries it, and says how it ended.
    pub(crate) async fn carry(self: Arc<Self>, claimed: Claimed) -> Carried {
        let how = self.act(&claimed).instrument(span(&claimed)).await;
        Carried { claimed, how }
    }

    async fn act(&self, claimed: &Claimed) -> Settlement {
        // Whoever claims counts as having tried: an errand that brings every courier down comes to its end here.
        if claimed.attempts >= TRIES {
            return Settlement::GivenUp { reason: "it was tried too often without an answer".to_owned() };
        }
        match self.write(&claimed.errand).await {
            Ok(Composed::Letter(letter)) => self.post(claimed, &letter).await,
            Ok(Composed::Overtaken) => Settlement::Dropped,
            Ok(Composed::Impossible(reason)) => Settlement::GivenUp { reason },
            Err(error) => {
                warn!(%error, "what a letter needs couldn't be read");
                self.again(claimed, "the database couldn't be read".to_owned(), None)
            }
        }
    }

    async fn write(&self, errand: &Errand) -> Result<Composed, StoreError> {
        // A semaphore that nobody closes always gives way.
        let _desk = self.desks.acquire().await;
        let Some(facts) = self.store.queries().letter_facts(errand).await? else { return Ok(Composed::Overtaken) };
        Ok(compose(errand, &facts, &self.key, &self.public_url, (self.clock)()))
    }

    async fn post(&self, claimed: &Claimed, letter: &Letter) -> Settlement {
        match tokio::time::timeout(POST_TIMEOUT, self.post.post(letter)).await {
            Ok(Ok(())) => Settlement::Done,
            Ok(Err(PostError::Later { reason, retry_after })) => self.again(claimed, reason.to_string(), retry_after),
            Ok(Err(PostError::Never { reason })) => Settlement::GivenUp { reason: reason.to_string() },
            Err(_) => self.again(claimed, "the mail transport gave no answer".to_owned(), None),
        }
    }

    fn again(&self, claimed: &Claimed, reason: String, asked: Option<Duration>) -> Settlement {
        let failed = claimed.attempts + 1;
        if failed >= TRIES {
            return Settlement::GivenUp { reason };
        }
        Settlement::Again { at: (self.clock)().plus(wait(claimed.errand.id, failed, asked)), reason }
    }

    /// Settles them in one transaction: on a database with one writer, two commits for each letter would take longer than what
    /// the letters are about.
    pub(crate) async fn settle(&self, carried: &[Carried]) {
        if carried.is_empty() {
            return;
        }
        let settled: Vec<Settled> = carried.iter().map(|Carried { claimed, how }| claimed.settled(how.clone())).collect();
        for nth in 0..SETTLE_TRIES {
            let now = (self.clock)();
            match self.store.errands().settle(&settled, now).await {
                Ok(still_theirs) => {
                    for (carried, is_theirs) in carried.iter().zip(still_theirs) {
                        span(&carried.claimed).in_scope(|| carried.tell(is_theirs, now));
                    }
                    return;
                }
                Err(error) => {
                    warn!(%error, errands = settled.len(), "errands couldn't be settled");
                    tokio::time::sleep(SETTLE_PAUSE * 2_u32.pow(nth)).await;
                }
            }
        }
        meters::failed("deliver");
    }
}

/// An errand that was carried.
pub(crate) struct Carried {
    claimed: Claimed,
    how: Settlement,
}

impl Carried {
    /// Notes that it is settled, or that another courier has it by now.
    fn tell(&self, is_theirs: bool, now: Instant) {
        let Self { claimed: Claimed { errand, .. }, how } = self;
        if !is_theirs {
            meters::settled(errand.matter, "overtaken");
            warn!("another courier has the errand by now; its letter may arrive twice");
            return;
        }
        meters::settled(errand.matter, outcome(how));
        report(how);
        if *how == Settlement::Done {
            let micros = now.micros().saturating_sub(errand.at.micros());
            meters::delay(errand.matter, Duration::from_micros(u64::try_from(micros).unwrap_or_default()));
        }
    }
}

fn span(Claimed { errand, attempts, .. }: &Claimed) -> Span {
    info_span!("errand", id = %errand.id, organization = %errand.organization, matter = errand.matter.word(), attempts)
}

const fn outcome(how: &Settlement) -> &'static str {
    match how {
        Settlement::Done => "done",
        Settlement::Dropped => "dropped",
        Settlement::Again { .. } => "again",
        Settlement::GivenUp { .. } => "given_up",
    }
}

fn report(how: &Settlement) {
    match how {
        Settlement::Done => info!("the letter was posted"),
        Settlement::Dropped => debug!("nothing is left to tell"),
        Settlement::Again { at, reason } => info!(%at, reason, "the letter will be tried again"),
        Settlement::GivenUp { reason } => warn!(reason, "the letter was given up"),
    }
}
