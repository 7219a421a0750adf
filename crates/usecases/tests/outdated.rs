//! What was prepared from facts that have moved since is prepared again, a few times.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests fail by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;
use tenure_credentials::{Passwords, ServerKey};
use tenure_domain::Decided;
use tenure_domain::invitation::MailLimits;
use tenure_port_store::Unit;
use tenure_store_sqlite::{OpenOptions, SqliteStore};
use tenure_usecases::{Caller, Context, Failure, Never, Open, SystemClock, Tenure, Tools, UseCase, V7Ids};

/// An ask whose facts stand still from the given preparation on.
struct Fickle {
    stands_from: u32,
    prepared: Arc<AtomicU32>,
}

impl UseCase for Fickle {
    type Lock = Open;
    type Done = u32;
    type Refusal = Never;

    fn lock(&self) -> Open {
        Open(None)
    }

    async fn prepare(&mut self, _: &Tools) -> Result<(), Failure<Never>> {
        self.prepared.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }

    async fn run(&self, _: &Context<'_>, _: &mut (dyn Unit + 'static)) -> Result<Decided<u32>, Failure<Never>> {
        let prepared = self.prepared.load(Ordering::SeqCst);
        if prepared < self.stands_from { Err(Failure::Outdated) } else { Ok(Decided { value: prepared, events: Vec::new() }) }
    }
}

async fn performed(stands_from: u32) -> (Result<u32, Failure<Never>>, u32) {
    let folder = TempDir::new().unwrap();
    let store = SqliteStore::open(folder.path().join("tenure.db"), OpenOptions::default()).await.unwrap();
    store.migrate().await.unwrap();
    let tools = Tools {
        store: Arc::new(store),
        passwords: Passwords::new(),
        key: ServerKey::parse(&(0..32).collect::<Vec<u8>>()).unwrap(),
        clock: Arc::new(SystemClock),
        ids: Arc::new(V7Ids),
        mail_limits: MailLimits::default(),
    };
    let prepared = Arc::new(AtomicU32::new(0));
    let ask = Fickle { stands_from, prepared: Arc::clone(&prepared) };
    let done = Tenure::new(tools).perform(Caller::Anonymous, ask).await;
    (done, prepared.load(Ordering::SeqCst))
}

#[tokio::test]
async fn an_ask_whose_facts_moved_is_prepared_again() {
    let (done, prepared) = performed(1).await;
    assert_eq!((done.unwrap(), prepared), (1, 1), "once is enough where nothing moved");
    let (done, prepared) = performed(4).await;
    assert_eq!((done.unwrap(), prepared), (4, 4));
}

#[tokio::test]
async fn an_ask_whose_facts_never_stand_still_comes_to_an_end() {
    let (done, prepared) = performed(u32::MAX).await;
    assert!(matches!(done, Err(Failure::Outdated)), "{done:?}");
    assert_eq!(prepared, 8);
}
