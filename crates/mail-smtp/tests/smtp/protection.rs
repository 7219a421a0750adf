//! TLS, signing in, the check of both, and a log that keeps quiet about all of it.

use std::{
    io,
    sync::{Arc, Mutex},
};

use tenure_mail_smtp::{SmtpCredentials, SmtpMail, SmtpSettings, SmtpTls};
use tenure_port_mail::{PostError, PostOffice};

use crate::foreign::{Foreign, letter, letter_saying};

const AUTH: &str = "tenure:correct-horse";

fn credentials(password: &str) -> SmtpCredentials {
    SmtpCredentials { username: "tenure".to_owned(), password: password.to_owned().into() }
}

fn assert_later(outcome: Result<(), PostError>, words: &str) {
    let error = outcome.unwrap_err();
    assert!(matches!(error, PostError::Later { .. }), "{error}");
    assert!(error.reason().as_str().contains(words), "{error}");
}

#[tokio::test]
async fn a_private_authority_is_trusted_once_it_is_configured() {
    for (word, tls) in [("starttls", SmtpTls::Starttls), ("implicit", SmtpTls::Implicit)] {
        let mut server = Foreign::start(&["--tls", word]).await;
        let trusting = SmtpSettings { tls, tls_root_certificate: Some(server.root()), ..server.settings() };
        let by_name = SmtpSettings { host: "localhost".to_owned(), ..trusting.clone() };
        for settings in [trusting, by_name] {
            let mail = SmtpMail::new(settings).unwrap();
            mail.check().await.unwrap();
            mail.post(&letter("errand-1")).await.unwrap();
            assert_eq!(server.next().await["encrypted"], true);
        }

        let unsuspecting = SmtpMail::new(SmtpSettings { tls, ..server.settings() }).unwrap();
        assert_later(unsuspecting.check().await, "certificate");
        assert_later(unsuspecting.post(&letter("errand-2")).await, "certificate");
        assert!(server.kill().await.is_empty(), "nothing is said to a stranger");
    }
}

#[tokio::test]
async fn starttls_is_demanded_by_either_side() {
    let server = Foreign::start(&["--tls", "starttls"]).await;
    assert_later(server.mail().post(&letter("errand-1")).await, "530");
    assert!(server.kill().await.is_empty());

    let server = Foreign::start(&[]).await;
    let mail = SmtpMail::new(SmtpSettings { tls: SmtpTls::Starttls, ..server.settings() }).unwrap();
    assert_later(mail.post(&letter("errand-1")).await, "STARTTLS");
    assert!(server.kill().await.is_empty(), "a server without STARTTLS gets nothing in the clear");
}

#[tokio::test]
async fn the_right_password_posts_and_a_wrong_one_loses_no_letter() {
    for tls in [SmtpTls::None, SmtpTls::Starttls] {
        let mut server = Foreign::start(&["--auth", AUTH, "--tls", &tls.to_string()]).await;
        let root = (tls != SmtpTls::None).then(|| server.root());
        let with = |credentials| {
            let settings = SmtpSettings { tls, tls_root_certificate: root.clone(), credentials, ..server.settings() };
            SmtpMail::new(settings).unwrap()
        };
        let (right, wrong, nobody) = (with(Some(credentials("correct-horse"))), with(Some(credentials("swordfish"))), with(None));

        right.check().await.unwrap();
        right.post(&letter("errand-1")).await.unwrap();
        assert_eq!(server.next().await["encrypted"], tls != SmtpTls::None);

        assert_later(wrong.check().await, "doesn't let us sign in: 535");
        assert_later(wrong.post(&letter("errand-2")).await, "doesn't let us sign in: 535");
        nobody.check().await.unwrap();
        assert_later(nobody.post(&letter("errand-3")).await, "530");
        assert!(server.kill().await.is_empty());
    }
}

#[tokio::test]
async fn the_check_says_that_nobody_is_there() {
    let server = Foreign::start(&[]).await;
    let mail = server.mail();
    mail.check().await.unwrap();
    assert!(server.kill().await.is_empty(), "a check posts nothing");
    assert_later(mail.check().await, "refused");
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn c4_at_the_finest_log_level_neither_password_nor_link_nor_address_is_logged() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    tracing::trace!("the log is on");

    let server = Foreign::start(&["--auth", AUTH]).await;
    let mail = SmtpMail::new(SmtpSettings { credentials: Some(credentials("correct-horse")), ..server.settings() }).unwrap();
    let secret = "https://tenure.example.test/invitation/s3cr3t";
    mail.post(&letter_saying("errand-1", "Ada", "Hello", secret, secret)).await.unwrap();
    server.kill().await;

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("the log is on"), "{log}");
    // The sign-in travels in Base64, and would be in a log of the conversation as this.
    for private in ["correct-horse", "AHRlbnVyZQBjb3JyZWN0LWhvcnNl", "s3cr3t", "ada@example.test"] {
        assert!(!log.contains(private), "{private} is in {log}");
    }
}
