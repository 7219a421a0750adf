//! Running until told to stop.

use std::time::Duration;

use tenure_domain::record::Matter;
use tenure_port_store::DeliveryState;
use tokio::sync::oneshot;

use crate::bureau::Bureau;
use crate::services::{AT_LONGEST, Slow};

#[tokio::test]
async fn couriers_that_are_told_to_stop_finish_what_is_under_way_and_begin_nothing_new() {
    let bureau = Bureau::open().await;
    let invitation = bureau.invite("ada@example.test").await;
    let slow = Slow::answering(Ok(()));
    let couriers = bureau.couriers(slow.clone());
    let nudge = couriers.nudge();
    let (stop, stopped) = oneshot::channel::<()>();
    let mut running = tokio::spawn(async move {
        couriers
            .run(async {
                let _ = stopped.await;
            })
            .await;
    });
    slow.under_way().await;
    stop.send(()).unwrap();
    let later = Matter::AccessGranted { workspace: bureau.organization.root };
    bureau.tell(bureau.governor, later).await;
    nudge.give();
    let early = tokio::time::timeout(Duration::from_millis(50), &mut running).await;
    assert!(early.is_err(), "it waits for the letter");
    slow.let_go();
    tokio::time::timeout(AT_LONGEST, running).await.expect("it stops").unwrap();
    assert_eq!(bureau.delivery(&invitation).await.state, DeliveryState::Sent);
    assert_eq!(slow.mailbox.letters().len(), 1, "nothing new was begun");
}

#[tokio::test]
async fn one_slow_letter_holds_up_no_other() {
    let bureau = Bureau::open().await;
    bureau.invite("ada@example.test").await;
    let slow = Slow::answering(Ok(()));
    let couriers = bureau.couriers(slow.clone());
    let nudge = couriers.nudge();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(async move {
        couriers
            .run(async {
                let _ = stopped.await;
            })
            .await;
    });
    slow.under_way().await;
    bureau.invite("bob@example.test").await;
    nudge.give();
    // The second doesn't wait for it.
    slow.under_way().await;
    slow.go.add_permits(2);
    stop.send(()).unwrap();
    tokio::time::timeout(AT_LONGEST, running).await.expect("it stops").unwrap();
    assert_eq!(slow.mailbox.letters().len(), 2);
}
