//! A listener: tells one client what happens, for as long as they may know.

use std::time::Duration;

use tenure_http_base::{AppState, Feed, Inside, Present, Problem};
use tenure_usecases::{Attending, Heard, Hearing, Reader, Watching, Wave};
use tokio::time::{Instant, interval};

use super::events::{Events, Ids};

/// How long a client may take for what waits for it before it is given up.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked whether somebody may still listen while nothing happens.
const LOOK: Duration = Duration::from_secs(1);

/// How often the line is kept alive.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// How many entries of the journal somebody who comes again is told.
const MISSED: u32 = 1_000;

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
    /// They are online as long as they listen.
    pub(super) _attending: Attending,
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
        let mut position = self.watching.position;
        self.begin(after).await?;
        let mut looks = interval(LOOK);
        let mut alive = Instant::now();
        loop {
            let wave = tokio::select! {
                () = self.feed.left() => return Err(End::Over),
                () = self.state.closing() => return Err(End::Over),
                wave = self.watching.next() => Some(wave.ok_or(End::Over)?),
                _ = looks.tick() => None,
            };
            // Whatever is said from here on is said to somebody who may know it at this moment (R16).
            let inside = self.present.again(&self.state).await?.ok_or(End::Over)?;
            let reader = self.same(&inside).await?;
            let mut events = Events::new(&self.state, &self.ids);
            if let Some(wave) = wave {
                position = wave.position;
                events.heard(&reader.heard(&self.hearing, &wave).await?, position);
            } else if alive.elapsed() >= HEARTBEAT {
                events.heartbeat(position);
            }
            if let Some(text) = events.text() {
                alive = Instant::now();
                self.give(text).await?;
            }
        }
    }

    /// What there is to say at first: what was missed, how far the journal goes, and who is online.
    async fn begin(&self, after: Option<u64>) -> Result<(), End> {
        let inside = self.present.again(&self.state).await?.ok_or(End::Over)?;
        let reader = self.same(&inside).await?;
        let position = self.watching.position;
        let mut events = Events::new(&self.state, &self.ids);
        events.retry();
        match after {
            Some(after) if after < position => match self.missed(after, position).await? {
                Some(missed) => {
                    // How far the journal goes is said afterwards in any case.
                    let heard = Heard { journal: None, ..reader.heard(&self.hearing, &missed).await? };
                    events.heard(&heard, position);
                }
                None => events.reset(position),
            },
            _ => {}
        }
        let now = Wave { came: self.watching.online.iter().copied().collect(), position, ..Wave::default() };
        let Heard { came, .. } = reader.heard(&self.hearing, &now).await?;
        if self.hearing.hears_journal() {
            events.journal(position);
        }
        events.online(&came, position);
        match events.text() {
            Some(text) => self.give(text).await,
            None => Ok(()),
        }
    }

    /// What happened between two positions; none if it was too much.
    async fn missed(&self, after: u64, upto: u64) -> Result<Option<Wave>, End> {
        if upto - after > u64::from(MISSED) {
            return Ok(None);
        }
        let organization = self.present.inside.organization;
        let entries = self.state.tenure().entries_after(organization, after, MISSED).await?;
        let entries: Vec<_> = entries.into_iter().filter(|entry| entry.position <= upto).collect();
        Ok(Some(Wave { entries, position: upto, ..Wave::default() }))
    }

    /// The caller as a reader, if they may hear what they could when they came, no more and no less.
    async fn same(&self, inside: &Inside) -> Result<Reader<'_>, End> {
        let reader = inside.reader(&self.state).await?;
        if reader.hearing() == self.hearing { Ok(reader) } else { Err(End::Over) }
    }

    async fn give(&self, text: String) -> Result<(), End> {
        if self.feed.give(text).await { Ok(()) } else { Err(End::Over) }
    }
}
