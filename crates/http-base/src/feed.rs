//! Bodies that are fed while they are read: bounded, given up when nobody reads on, and known to be cut short unless they came to
//! their end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures::stream;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// Why a body ends before its end: a client must not take what it got for the whole.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("this answer was cut short")]
struct CutShort;

/// The feeding end of a body. Whatever makes it go away before [`Feed::end`], be it a client that is given up, a fault or a panic,
/// cuts the body short.
#[derive(Debug)]
pub struct Feed {
    pieces: mpsc::Sender<Bytes>,
    patience: Duration,
    ended: Arc<AtomicBool>,
}

impl Feed {
    /// A feed, and the body that it feeds. Up to `ahead` pieces wait for the client; after that the client has `patience` to take
    /// one.
    pub fn new(ahead: usize, patience: Duration) -> (Self, Body) {
        let (pieces, mut taken) = mpsc::channel(ahead);
        let ended = Arc::new(AtomicBool::new(false));
        let feed = Self { pieces, patience, ended: Arc::clone(&ended) };
        let mut is_told = false;
        let pieces = stream::poll_fn(move |context| match taken.poll_recv(context) {
            Poll::Ready(None) if !is_told && !ended.load(Ordering::Acquire) => {
                is_told = true;
                Poll::Ready(Some(Err(CutShort)))
            }
            piece => piece.map(|piece| piece.map(Ok)),
        });
        (feed, Body::from_stream(pieces))
    }

    /// Gives a piece; false if the client has gone away, or takes too long.
    pub async fn give(&self, piece: impl Into<Bytes> + Send) -> bool {
        matches!(timeout(self.patience, self.pieces.send(piece.into())).await, Ok(Ok(())))
    }

    /// Waits until the client has gone away.
    pub async fn left(&self) {
        self.pieces.closed().await;
    }

    /// Says that the body is whole: nothing comes after what was given.
    pub fn end(self) {
        self.ended.store(true, Ordering::Release);
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
        let feeding = tokio::spawn(async move {
            let all = feed.give("one ").await && feed.give("two").await;
            feed.end();
            all
        });
        assert_eq!(body.collect().await.unwrap().to_bytes(), "one two");
        assert!(feeding.await.unwrap());
    }

    #[tokio::test]
    async fn a_body_that_was_cut_short_does_not_look_whole() {
        let (feed, body) = Feed::new(4, PATIENCE);
        assert!(feed.give("half").await);
        drop(feed);
        assert!(body.collect().await.is_err());
    }

    #[tokio::test]
    async fn a_body_whose_writer_panics_does_not_look_whole() {
        let (feed, body) = Feed::new(4, PATIENCE);
        let writer = tokio::spawn(async move {
            feed.give("half").await;
            panic!("it fails");
        });
        assert!(body.collect().await.is_err());
        assert!(writer.await.is_err());
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
        let (feed, mut body) = Feed::new(2, PATIENCE);
        let began = tokio::time::Instant::now();
        assert!(feed.give("a").await && feed.give("b").await, "so much is kept for it");
        assert!(!feed.give("c").await);
        assert_eq!(began.elapsed(), PATIENCE);
        drop(feed);
        for kept in ["a", "b"] {
            assert_eq!(body.frame().await.unwrap().unwrap().into_data().unwrap(), kept);
        }
        assert!(body.frame().await.unwrap().is_err(), "who reads on after all is told that there was more");
        assert!(body.frame().await.is_none());
    }
}
