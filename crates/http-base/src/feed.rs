//! Bodies that are fed while they are read: bounded, given up when nobody reads on, and known to be cut short when they are.

use std::time::Duration;

use axum::body::{Body, Bytes};
use futures::stream;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// Why a body ends before its end: a client must not take what it got for the whole.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("this answer was cut short")]
struct CutShort;

/// The feeding end of a body.
#[derive(Debug)]
pub struct Feed {
    pieces: mpsc::Sender<Result<Bytes, CutShort>>,
    patience: Duration,
}

impl Feed {
    /// A feed, and the body that it feeds. Up to `ahead` pieces wait for the client; after that the client has `patience` to take
    /// one.
    pub fn new(ahead: usize, patience: Duration) -> (Self, Body) {
        let (pieces, mut taken) = mpsc::channel(ahead);
        (Self { pieces, patience }, Body::from_stream(stream::poll_fn(move |context| taken.poll_recv(context))))
    }

    /// Gives a piece; false if the client has gone away, or takes too long.
    pub async fn give(&self, piece: impl Into<Bytes> + Send) -> bool {
        matches!(timeout(self.patience, self.pieces.send(Ok(piece.into()))).await, Ok(Ok(())))
    }

    /// Waits until the client has gone away.
    pub async fn left(&self) {
        self.pieces.closed().await;
    }

    /// Ends the body in a way that shows that something is missing.
    pub async fn cut_short(self) {
        // A client that takes nothing any more can't be told.
        let _told = timeout(self.patience, self.pieces.send(Err(CutShort))).await;
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    const PATIENCE: Duration = Duration::from_mins(1);

    #[tokio::test]
    async fn a_body_is_what_it_was_fed() {
        let (feed, body) = Feed::new(1, PATIENCE);
        let feeding = tokio::spawn(async move { feed.give("one ").await && feed.give("two").await });
        assert_eq!(body.collect().await.unwrap().to_bytes(), "one two");
        assert!(feeding.await.unwrap());
    }

    #[tokio::test]
    async fn a_body_that_was_cut_short_does_not_look_whole() {
        let (feed, body) = Feed::new(4, PATIENCE);
        assert!(feed.give("half").await);
        feed.cut_short().await;
        assert!(body.collect().await.is_err());
    }

    #[tokio::test]
    async fn a_client_that_has_gone_away_is_noticed() {
        let (feed, body) = Feed::new(1, PATIENCE);
        drop(body);
        feed.left().await;
        assert!(!feed.give("too late").await);
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_that_reads_no_further_is_given_up_and_nothing_piles_up() {
        let (feed, body) = Feed::new(2, PATIENCE);
        let began = tokio::time::Instant::now();
        assert!(feed.give("a").await && feed.give("b").await, "so much is kept for it");
        assert!(!feed.give("c").await);
        assert_eq!(began.elapsed(), PATIENCE);
        drop(body);
    }
}
