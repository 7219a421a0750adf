//! Letters that go nowhere but for a line in the log.

use std::time::SystemTime;

use async_trait::async_trait;
use tenure_port_mail::{Letter, PostError, PostOffice};

use crate::{Sender, compose::compose};

/// Logs that a letter left, by its errand's id; never to whom or what it says.
#[derive(Clone, Debug)]
pub struct LogMail {
    sender: Sender,
}

impl LogMail {
    /// The sender is needed to compose, which refuses here what it would refuse on the wire.
    pub fn new(sender: Sender) -> Self {
        Self { sender }
    }
}

#[async_trait]
impl PostOffice for LogMail {
    async fn post(&self, letter: &Letter) -> Result<(), PostError> {
        let bytes = compose(letter, &self.sender, SystemTime::now())?.formatted().len();
        tracing::info!(errand = letter.id(), bytes, "a mail left for the log only");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        sync::{Arc, Mutex},
    };

    use tenure_port_mail::PostOffice;

    use super::LogMail;
    use crate::sample;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn c4_the_log_names_the_errand_and_neither_address_nor_text() {
        let lines = Lines::default();
        let writer = lines.clone();
        let subscriber =
            tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();
        let _guard = tracing::subscriber::set_default(subscriber);

        LogMail::new(sample::sender()).post(&sample::letter_with_id("errand-1")).await.unwrap();

        let log = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        assert!(log.contains("errand-1"), "{log}");
        for private in ["ada", "Ada", "Grace", "https://", "abc"] {
            assert!(!log.contains(private), "{private} is in {log}");
        }
    }
}
