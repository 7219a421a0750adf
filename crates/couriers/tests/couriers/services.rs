//! Postal services that tests play.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use tenure_port_mail::{Letter, PostError, PostOffice};
use tokio::sync::Semaphore;

/// Far longer than anything here takes, so that a test that would hang fails.
pub(crate) const AT_LONGEST: Duration = Duration::from_mins(1);

mockall::mock! {
    pub(crate) Post {}

    #[async_trait]
    impl PostOffice for Post {
        async fn post(&self, letter: &Letter) -> Result<(), PostError>;
    }
}

/// One that takes every letter and keeps it.
#[derive(Clone, Default)]
pub(crate) struct Mailbox(Arc<Mutex<Vec<Letter>>>);

impl Mailbox {
    pub(crate) fn letters(&self) -> Vec<Letter> {
        self.0.lock().unwrap().clone()
    }

    pub(crate) fn only(&self) -> Letter {
        let letters = self.letters();
        assert_eq!(letters.len(), 1, "one letter");
        letters.into_iter().next().unwrap()
    }
}

#[async_trait]
impl PostOffice for Mailbox {
    async fn post(&self, letter: &Letter) -> Result<(), PostError> {
        self.0.lock().unwrap().push(letter.clone());
        Ok(())
    }
}

/// One that begins with every letter and goes on when it is let, or never.
#[derive(Clone)]
pub(crate) struct Slow {
    pub(crate) begun: Arc<Semaphore>,
    pub(crate) go: Arc<Semaphore>,
    answer: Result<(), PostError>,
    pub(crate) mailbox: Mailbox,
}

impl Slow {
    pub(crate) fn answering(answer: Result<(), PostError>) -> Self {
        let closed = || Arc::new(Semaphore::new(0));
        Self { begun: closed(), go: closed(), answer, mailbox: Mailbox::default() }
    }

    /// Waits until one more letter is under way.
    pub(crate) async fn under_way(&self) {
        tokio::time::timeout(AT_LONGEST, self.begun.acquire()).await.expect("a letter is under way").unwrap().forget();
    }

    /// Lets one letter go on.
    pub(crate) fn let_go(&self) {
        self.go.add_permits(1);
    }
}

#[async_trait]
impl PostOffice for Slow {
    async fn post(&self, letter: &Letter) -> Result<(), PostError> {
        self.mailbox.post(letter).await?;
        self.begun.add_permits(1);
        self.go.acquire().await.unwrap().forget();
        self.answer.clone()
    }
}
