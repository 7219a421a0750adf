//! A listener: tells one client what happens, for as long as they may know.

use std::time::Duration;

use tenure_http_base::{AppState, Feed, Inside, Present, Problem};
use tenure_usecases::{Attending, Heard, Hearing, MOST_TOLD, Reader, Watching, Wave};
use tokio::time::{Instant, interval};

use super::events::{Events, Ids};

/// How long a client may take for what waits for it before it is given up.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked whether somebody may still listen, while nothing happens but that people come and go.
const LOOK: Duration = Duration::from_secs(1);

/// How often the line is kept alive.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Why a stream ends.
enum End {
    /// They may not listen any more, or know something else now, or their client has gone.
    Over,
    /// What they may know can't be read.
    Failed(Problem),
}

impl<P: Into<Problem>> From<P> for End {
    fn from(problem: P) -> Self {
        Self::Failed(problem.into())
    }
}

/// Tells one client what happens.
pub(super) struct Listener {
    pub(super) state: AppState,
    pub(super) present: Present,
    /// What they could know when they came. If that becomes anything else they have to come again.
    pub(super) hearing: Hearing,
    pub(super) ids: Ids,
    pub(super) watching: Watching,
    pub(super) feed: Feed,
    /// They are online as long as they listen, unless it is a program that does.
    pub(super) _attending: Option<Attending>,
}

impl Listener {
    /// Tells everything from now on, and before that what came after this position.
    pub(super) async fn listen(mut self, after: Option<u64>) {
        if let Err(End::Failed(problem)) = self.tell(after).await {
            tracing::warn!(code = problem.body().code, "a stream ended because what it tells could not be read");
        }
        // Nobody takes a stream for the whole of anything: whoever comes again goes on from the last id that they heard.
        self.feed.end();
    }

    async fn tell(&mut self, after: Option<u64>) -> Result<(), End> {
        let Self { state, present, hearing, ids, watching, feed, .. } = self;
        let caller = Caller { state, present, hearing };
        let mut listening = caller.look().await?;
        let mut position = watching.position;
        give(feed, caller.first(&listening.reader, ids, watching, after).await?).await?;
        let mut looks = interval(LOOK);
        let mut alive = Instant::now();
        loop {
            let wave = tokio::select! {
                () = feed.left() => return Err(End::Over),
                () = state.closing() => return Err(End::Over),
                wave = watching.next() => Some(wave.ok_or(End::Over)?),
                _ = looks.tick() => None,
            };
            // What happened may be that their own access changed, or where it reaches: whatever is said is said to somebody who may
            // know it at this moment (R16). That people come and go changes nobody's access.
            let happened = wave.as_ref().is_some_and(|wave| wave.has_entries());
            if happened || listening.at.elapsed() >= LOOK {
                listening = caller.look().await?;
                looks.reset();
            }
            let mut events = Events::new(state, ids);
            if let Some(wave) = wave {
                position = wave.position;
                events.heard(&listening.reader.heard(hearing, &wave).await?, position);
            } else if alive.elapsed() >= HEARTBEAT {
                events.heartbeat(position);
            }
            if let Some(text) = events.text() {
                alive = Instant::now();
                give(feed, text).await?;
            }
        }
    }
}

async fn give(feed: &Feed, text: String) -> Result<(), End> {
    if feed.give(text).await { Ok(()) } else { Err(End::Over) }
}

/// The caller as a reader, and when it was looked who they are.
struct Listening<'a> {
    reader: Reader<'a>,
    at: Instant,
}

/// Whoever listens, and what they could know when they came.
#[derive(Clone, Copy)]
struct Caller<'a> {
    state: &'a AppState,
    present: &'a Present,
    hearing: &'a Hearing,
}

impl<'a> Caller<'a> {
    /// Looks whether they may hear what they could when they came, no more and no less.
    async fn look(&self) -> Result<Listening<'a>, End> {
        let Inside { principal, .. } = self.present.again(self.state).await?.ok_or(End::Over)?;
        let at = Instant::now();
        let reader = Reader::new(self.state.tenure(), &principal)?;
        if reader.hearing() == *self.hearing { Ok(Listening { reader, at }) } else { Err(End::Over) }
    }

    /// What there is to say at first: what was missed, how far the journal goes, and who is online.
    async fn first(&self, reader: &Reader<'_>, ids: &Ids, watching: &Watching, after: Option<u64>) -> Result<String, End> {
        let position = watching.position;
        let mut events = Events::new(self.state, ids);
        events.retry();
        match after {
            Some(after) if after < position => match self.missed(after, position).await? {
                Some(missed) => {
                    // How far the journal goes is said afterwards in any case.
                    let heard = Heard { journal: None, ..reader.heard(self.hearing, &missed).await? };
                    events.heard(&heard, position);
                }
                None => events.reset(position),
            },
            _ => {}
        }
        let online = watching.online.iter().copied().collect();
        let now = Wave { came: online, jobs: watching.jobs.clone(), position, ..Wave::default() };
        let Heard { came, jobs, .. } = reader.heard(self.hearing, &now).await?;
        if self.hearing.hears_journal() {
            events.journal(position);
        }
        events.jobs(&jobs, position);
        events.online(&came, position);
        Ok(events.text().unwrap_or_default())
    }

    /// What happened between two positions; none if it was too much.
    async fn missed(&self, after: u64, upto: u64) -> Result<Option<Wave>, End> {
        if upto - after > u64::from(MOST_TOLD) {
            return Ok(None);
        }
        let organization = self.present.inside.organization;
        let entries = self.state.tenure().entries_after(organization, after, MOST_TOLD).await?;
        let entries: Vec<_> = entries.into_iter().filter(|entry| entry.position <= upto).collect();
        Ok(Some(Wave { entries, position: upto, ..Wave::default() }))
    }
}
