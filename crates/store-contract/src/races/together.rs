//! Letting deeds run into each other.

use std::sync::Arc;

use tokio::sync::Barrier;

use crate::deeds::{Deed, Refused, perform};
use crate::samples::Office;
use tenure_domain::ReceiptId;

/// How often each race is run.
pub(super) const ROUNDS: usize = 300;

/// Begins all of these at the same moment, each in a task and a unit of its own, and says what became of each.
pub(super) async fn together(office: &Office, deeds: Vec<Deed>) -> Vec<Result<Option<ReceiptId>, Refused>> {
    let barrier = Arc::new(Barrier::new(deeds.len()));
    let tasks: Vec<_> = deeds
        .into_iter()
        .map(|deed| {
            let (store, id, barrier) = (Arc::clone(&office.store), office.id(), Arc::clone(&barrier));
            tokio::spawn(async move {
                barrier.wait().await;
                perform(&store, id, &deed).await
            })
        })
        .collect();
    let mut outcomes = Vec::with_capacity(tasks.len());
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

/// Does one thing after the other.
pub(super) async fn alone(office: &Office, deed: Deed) -> Result<Option<ReceiptId>, Refused> {
    perform(&office.store, office.id(), &deed).await
}

/// How many succeeded.
pub(super) fn successes<T, E>(outcomes: &[Result<T, E>]) -> usize {
    outcomes.iter().filter(|outcome| outcome.is_ok()).count()
}
