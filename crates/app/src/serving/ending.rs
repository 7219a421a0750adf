//! When it is time to stop.

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use crate::failure::Failure;

/// Told to everybody who has something to finish. Clones hear the same.
#[derive(Clone)]
pub(crate) struct Ending(watch::Receiver<bool>);

impl Ending {
    /// Ends with the first SIGTERM or SIGINT. From then on a second one ends the process at once, as if nobody listened.
    pub(crate) fn on_signals() -> Result<Self, Failure> {
        let listen = |kind| signal(kind).map_err(|error| Failure::of("signals can't be listened to", error));
        let (mut term, mut int) = (listen(SignalKind::terminate())?, listen(SignalKind::interrupt())?);
        let (told, hear) = watch::channel(false);
        tokio::spawn(async move {
            either(&mut term, &mut int).await;
            tracing::info!("stopping: requests and letters under way are finished first");
            told.send_replace(true);
            either(&mut term, &mut int).await;
            tracing::warn!("stopping at once");
            std::process::exit(1);
        });
        Ok(Self(hear))
    }

    /// Ends when it is told to.
    #[cfg(test)]
    pub(super) fn by_hand() -> (watch::Sender<bool>, Self) {
        let (told, hear) = watch::channel(false);
        (told, Self(hear))
    }

    /// Waits for it.
    pub(crate) async fn comes(mut self) {
        // Whoever could tell is gone only when the process ends anyway.
        let _told = self.0.wait_for(|told| *told).await;
    }
}

async fn either(one: &mut Signal, other: &mut Signal) {
    tokio::select! {
        _ = one.recv() => {}
        _ = other.recv() => {}
    }
}
