//! A server that refuses, stalls, drops, dribbles or dies costs time, never a letter (h9).

use std::time::{Duration, Instant};

use tenure_port_mail::{PostError, PostOffice};

use crate::foreign::{Foreign, header, letter};

const SOON: Duration = Duration::from_millis(400);

async fn refusal(flags: &[&str]) -> PostError {
    let server = Foreign::start(flags).await;
    let error = server.mail().post(&letter("errand-1")).await.unwrap_err();
    server.kill().await;
    error
}

#[tokio::test]
async fn h9_a_lasting_refusal_of_recipient_or_letter_is_for_good() {
    for (reply, reason) in [
        ("RCPT=550 5.1.1 <{address}> unknown here", "the mail server refuses the recipient: 550 5.1.1 [address] unknown here"),
        (
            "DATA=554 5.7.1 https://tenure.example.test/invitation/abc is listed",
            "the mail server refuses the letter: 554 5.7.1 https://tenure.example.test/… is listed",
        ),
    ] {
        let error = refusal(&["--reply", reply]).await;
        assert_eq!(error, PostError::never(reason));
    }
}

#[tokio::test]
async fn h9_a_passing_refusal_is_tried_again() {
    for (reply, reason) in [
        ("EHLO=421 4.3.2 closing", "the mail server doesn't take our greeting: 421 4.3.2 closing"),
        ("MAIL=451 4.3.0 busy", "the mail server refuses the sender: 451 4.3.0 busy"),
        ("RCPT=450 4.2.0 greylisted", "the mail server refuses the recipient: 450 4.2.0 greylisted"),
        ("DATA=451 4.3.0 try again", "the mail server refuses the letter: 451 4.3.0 try again"),
    ] {
        let error = refusal(&["--reply", reply]).await;
        assert_eq!(error, PostError::later(reason));
    }
}

#[tokio::test]
async fn h9_a_refusal_that_every_letter_would_meet_loses_none() {
    for reply in ["EHLO=554 no service", "MAIL=550 sender not allowed", "RCPT=530 5.7.0 authentication required"] {
        let error = refusal(&["--reply", reply]).await;
        assert!(matches!(error, PostError::Later { .. }), "{reply}: {error}");
    }
}

#[tokio::test]
async fn h9_a_connection_dropped_after_the_dot_is_tried_again() {
    let mut server = Foreign::start(&["--drop-after-dot"]).await;
    let error = server.mail().post(&letter("errand-1")).await.unwrap_err();
    assert!(matches!(error, PostError::Later { .. }), "{error}");
    assert_eq!(server.next().await["event"], "mail", "the server may well have taken it");
    server.kill().await;
}

#[tokio::test]
async fn h9_a_server_that_falls_silent_is_left_in_time() {
    for at in ["GREETING", "EHLO", "MAIL", "RCPT", "DATA"] {
        let server = Foreign::start(&["--stall", at]).await;
        let began = Instant::now();
        let error = server.impatient_mail(SOON).post(&letter("errand-1")).await.unwrap_err();
        assert_eq!(error, PostError::later("the mail server didn't finish within 0.4 seconds"), "{at}");
        assert!(began.elapsed() < SOON * 10, "{at}: {:?}", began.elapsed());
        let said = server.kill().await;
        assert!(said.iter().any(|line| line["at"] == at), "{at}: {said:?}");
    }
}

#[tokio::test]
async fn h9_a_connection_left_in_the_middle_is_not_used_again() {
    // Whatever the server says on it later answers the first letter, and must not be taken for the second's.
    for at in ["MAIL", "RCPT", "DATA"] {
        let server = Foreign::start(&["--stall", at, "--stalls", "1"]).await;
        let mail = server.impatient_mail(Duration::from_secs(2));
        mail.post(&letter("errand-1")).await.unwrap_err();
        mail.post(&letter("errand-2")).await.unwrap();
        let said = server.kill().await;
        let taken = said.iter().rfind(|line| line["event"] == "mail").unwrap();
        assert_eq!(header(taken, "Message-ID"), ["<errand-2@mail.example.test>"], "{at}");
        assert_eq!(taken["connection"], 2, "{at}");
    }
}

#[tokio::test]
async fn h9_a_slow_server_gets_its_mail_and_a_dribbling_one_holds_nobody() {
    let mut slow = Foreign::start(&["--byte-seconds", "0.002"]).await;
    slow.mail().post(&letter("errand-1")).await.unwrap();
    assert_eq!(slow.next().await["event"], "mail");
    slow.kill().await;

    let dribbling = Foreign::start(&["--byte-seconds", "1"]).await;
    let began = Instant::now();
    let error = dribbling.impatient_mail(SOON).post(&letter("errand-1")).await.unwrap_err();
    assert!(matches!(error, PostError::Later { .. }), "{error}");
    assert!(began.elapsed() < SOON * 10, "{:?}", began.elapsed());
    dribbling.kill().await;
}

#[tokio::test]
async fn h9_a_server_that_dies_is_reached_again_when_it_is_back() {
    let mut server = Foreign::start(&[]).await;
    let port = server.port;
    let mail = server.mail();
    mail.post(&letter("errand-1")).await.unwrap();
    assert_eq!(server.next().await["event"], "mail");
    server.kill().await;

    let error = mail.post(&letter("errand-2")).await.unwrap_err();
    assert!(matches!(error, PostError::Later { .. }), "{error}");
    assert!(error.reason().as_str().contains("refused"), "{error}");

    let mut server = Foreign::start_at(port, &[]).await;
    mail.post(&letter("errand-2")).await.unwrap();
    assert_eq!(server.next().await["event"], "mail");
    server.kill().await;

    // This time the waiting connection is the dead one, and the letter doesn't notice.
    let mut server = Foreign::start_at(port, &[]).await;
    mail.post(&letter("errand-3")).await.unwrap();
    assert_eq!(server.next().await["event"], "mail");
    server.kill().await;
}

#[tokio::test]
async fn h9_a_server_that_dies_after_the_dot_leaves_the_letter_for_later() {
    let mut server = Foreign::start(&["--stall", "DATA"]).await;
    let mail = server.mail();
    let posting = tokio::spawn(async move { mail.post(&letter("errand-1")).await });
    while server.next().await["event"] != "stalled" {}
    server.kill().await;
    let error = posting.await.unwrap().unwrap_err();
    assert!(matches!(error, PostError::Later { .. }), "{error}");
}

#[tokio::test]
async fn letters_one_after_another_share_a_connection_even_after_a_refusal() {
    let mut server = Foreign::start(&[]).await;
    let mail = server.mail();
    for id in ["errand-1", "errand-2"] {
        mail.post(&letter(id)).await.unwrap();
        assert_eq!(server.next().await["connection"], 1);
    }
    server.kill().await;

    let mut server = Foreign::start(&["--reply", "DATA=451 busy"]).await;
    let mail = server.mail();
    for id in ["errand-1", "errand-2"] {
        mail.post(&letter(id)).await.unwrap_err();
        assert_eq!(server.next().await["connection"], 1);
    }
    server.kill().await;
}

#[tokio::test]
async fn letters_at_once_have_connections_of_their_own() {
    let server = Foreign::start(&[]).await;
    let mail = std::sync::Arc::new(server.mail());
    let mut posting = tokio::task::JoinSet::new();
    for number in 0..20 {
        let mail = mail.clone();
        posting.spawn(async move { mail.post(&letter(&format!("errand-{number}"))).await });
    }
    while let Some(posted) = posting.join_next().await {
        posted.unwrap().unwrap();
    }
    let mut ids: Vec<_> = server.kill().await.iter().map(|mail| header(mail, "Message-ID")[0].to_owned()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 20, "every letter once: {ids:?}");
}
