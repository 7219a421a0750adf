//! d3: five hundred people sign in at once, and the server stays as small as it says.

use serde_json::json;
use tenure_whole::{Database, FOUNDER, PASSWORD, Person, PostOffice, Server};

/// How many sign in at once.
const MANY: usize = 500;

/// What it may take at most meanwhile, in MiB: `docs/operations.md` says so.
const CAP: u64 = 256;

pub(crate) async fn d3_many_sign_in_at_once(database: &Database) {
    let post_office = PostOffice::open();
    let server = Server::first(database, &post_office);
    let you = server.set_up().await.you;
    let base = server.base().to_owned();
    // Each is another address from another connection: half of them right, so that all of the way is gone.
    let one = async |base: String, nth: usize| {
        let email = if nth.is_multiple_of(2) { FOUNDER.to_owned() } else { format!("nobody{nth}@example.test") };
        Person::of(&base).post("/api/v1/session", json!({ "email": email, "password": PASSWORD })).await.status
    };
    let all: Vec<_> = (0..MANY).map(|nth| tokio::spawn(one(base.clone(), nth))).collect();
    // Others are answered meanwhile.
    let mut answered = 0;
    while all.iter().any(|one| !one.is_finished()) {
        you.get("/api/v1/me").await.expect(200);
        answered += 1;
    }
    let mut told = std::collections::BTreeMap::<u16, usize>::new();
    for one in all {
        *told.entry(one.await.unwrap()).or_default() += 1;
    }
    assert!(answered > 0, "whoever was signed in before");
    assert!(told.keys().all(|status| [200, 401, 429, 503].contains(status)), "{told:?}");
    assert!(told.get(&503).copied().unwrap_or_default() > 0, "the excess is told to come again: {told:?}");
    let peak = server.peak_memory();
    assert!(peak <= CAP, "{peak} MiB at most, of {CAP}; {told:?}");
    you.sign_in(FOUNDER, PASSWORD).await.expect(200);
    drop(server.stop());
}
