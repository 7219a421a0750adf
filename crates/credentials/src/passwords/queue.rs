//! The queue before the hashing threads: so many at work, so many waiting, and no more.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(super) struct Queue {
    /// Room for those at work and those who wait.
    places: Arc<Semaphore>,
    workers: Arc<Semaphore>,
}

/// The right to hash now. Dropping it lets the next one in.
pub(super) struct Turn {
    _worker: OwnedSemaphorePermit,
    _place: OwnedSemaphorePermit,
}

impl Queue {
    pub(super) fn new(workers: usize, waiting: usize) -> Self {
        let places = workers.saturating_add(waiting).min(Semaphore::MAX_PERMITS);
        Self { places: Arc::new(Semaphore::new(places)), workers: Arc::new(Semaphore::new(workers)) }
    }

    /// Waits for a turn in the order of coming, or gives none at once where too many wait already.
    pub(super) async fn turn(&self) -> Option<Turn> {
        let place = Arc::clone(&self.places).try_acquire_owned().ok()?;
        // This fails for closed semaphores only, and nobody closes it.
        let worker = Arc::clone(&self.workers).acquire_owned().await.ok()?;
        Some(Turn { _worker: worker, _place: place })
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    #[test]
    fn so_many_work_so_many_wait_and_the_next_is_sent_away() {
        let queue = Queue::new(1, 2);
        let mut cx = Context::from_waker(Waker::noop());
        let (mut first, mut second, mut third) = (pin!(queue.turn()), pin!(queue.turn()), pin!(queue.turn()));

        let Poll::Ready(Some(working)) = first.as_mut().poll(&mut cx) else { panic!("the first works at once") };
        assert!(second.as_mut().poll(&mut cx).is_pending());
        assert!(third.as_mut().poll(&mut cx).is_pending());
        assert!(matches!(pin!(queue.turn()).poll(&mut cx), Poll::Ready(None)), "the queue is full");

        drop(working);
        assert!(matches!(second.as_mut().poll(&mut cx), Poll::Ready(Some(_))), "its turn ends with this statement");
        assert!(matches!(third.as_mut().poll(&mut cx), Poll::Ready(Some(_))));
    }

    #[test]
    fn who_gives_up_waiting_leaves_the_place_to_another() {
        let queue = Queue::new(1, 1);
        let mut cx = Context::from_waker(Waker::noop());
        let Poll::Ready(Some(_working)) = pin!(queue.turn()).poll(&mut cx) else { panic!("the first works at once") };

        let mut waiting = Box::pin(queue.turn());
        assert!(waiting.as_mut().poll(&mut cx).is_pending());
        assert!(matches!(pin!(queue.turn()).poll(&mut cx), Poll::Ready(None)));
        drop(waiting);
        assert!(pin!(queue.turn()).poll(&mut cx).is_pending(), "there is a place to wait at again");
    }
}
