//! Signing in, beside the hash alone on as many cores; and what others notice of it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use argon2::{Argon2, PasswordHash, PasswordVerifier as _};
use secrecy::SecretString;
use tenure_credentials::Passwords;

use crate::load::waits;
use crate::stage::{Stage, sign_in};
use crate::table::{Goal, Line, median, millis};

const PASSWORD: &[u8] = b"correct horse battery staple";
/// How often each of them signs in, in one turn.
const TIMES: usize = 6;
/// How many of them at once, for each core: enough that a hash is always waiting while others are sent, read and written.
const AT_ONCE: usize = 4;

/// Measures it this often, in turn.
pub(crate) async fn measure(stage: &Stage, rounds: u32) -> Result<Vec<Line>> {
    let cores = std::thread::available_parallelism()?.get();
    let stored = crate::bare::with_pool!(&stage.bare, pool => sqlx::query_scalar::<_, String>(
        "select password_hash from users where email = 'you@example.test'").fetch_one(pool).await?);
    let passwords = Passwords::new();
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let began = Instant::now();
        all_sign_in(stage, cores).await?;
        ours.push(began.elapsed().as_secs_f64());
        bare.push(hashes(&stored, cores)?.as_secs_f64());
    }
    let (ours, bare) = (median(ours), median(bare));
    #[expect(clippy::cast_precision_loss, reason = "a few people")]
    let rate = |took: f64| format!("{:.1}/s", (cores * AT_ONCE * TIMES) as f64 / took);
    let calm = p99(&waits(&stage.ours("members"), 300).await?)?;
    let busy = p99(&waits_while(stage, || all_sign_in(stage, cores)).await?)?;
    let beside_hashing = p99(&waits_while(stage, || only_hash(&passwords, &stored, cores)).await?)?;
    let database = stage.kind.name();
    Ok(vec![
        Line {
            operation: format!("signing in, beside argon2id alone on {cores} cores"),
            database,
            ours: rate(ours),
            rival: rate(bare),
            ratio: bare / ours,
            goal: Goal::AtLeast(0.85),
        },
        Line {
            operation: "the slowest of a hundred others while all cores hash, beside calm".to_owned(),
            database,
            ours: millis(busy),
            rival: millis(calm),
            ratio: busy / calm,
            goal: Goal::AtMost(3.0),
        },
        Line {
            operation: "the same, beside as many hashes in another program and nobody signing in".to_owned(),
            database,
            ours: millis(busy),
            rival: millis(beside_hashing),
            ratio: busy / beside_hashing,
            goal: Goal::None,
        },
    ])
}

/// How long others wait while this is done over and over.
async fn waits_while<F: Future<Output = Result<()>>>(stage: &Stage, busy: impl Fn() -> F) -> Result<Vec<Duration>> {
    let stop = AtomicBool::new(false);
    let being_busy = async {
        while !stop.load(Ordering::Relaxed) {
            busy().await?;
        }
        anyhow::Ok(())
    };
    let asking = async {
        let waits = waits(&stage.ours("members"), 300).await;
        stop.store(true, Ordering::Relaxed);
        waits
    };
    let (was_busy, waits) = tokio::join!(being_busy, asking);
    was_busy?;
    waits
}

/// The hashes of as many sign-ins, with nothing around them: no request, no statement, no commit.
async fn only_hash(passwords: &Passwords, stored: &str, cores: usize) -> Result<()> {
    let password = SecretString::from("correct horse battery staple");
    let hashing = (0..cores * AT_ONCE).map(|_| async {
        for _ in 0..TIMES {
            passwords.verify(&password, Some(stored)).await?;
        }
        anyhow::Ok(())
    });
    futures::future::try_join_all(hashing).await.map(drop)
}

async fn all_sign_in(stage: &Stage, cores: usize) -> Result<()> {
    let people = (0..cores * AT_ONCE).map(|_| async move {
        for _ in 0..TIMES {
            sign_in(&stage.server, "you@example.test").await?;
        }
        anyhow::Ok(())
    });
    futures::future::try_join_all(people).await.map(drop)
}

fn hashes(stored: &str, cores: usize) -> Result<Duration> {
    let began = Instant::now();
    std::thread::scope(|scope| {
        let hashing: Vec<_> = (0..cores).map(|_| scope.spawn(|| verify(stored, AT_ONCE * TIMES))).collect();
        hashing.into_iter().all(|hashing| hashing.join().unwrap_or_default()).then_some(())
    })
    .context("the password is another")?;
    Ok(began.elapsed())
}

fn verify(stored: &str, times: usize) -> bool {
    let Ok(hash) = PasswordHash::new(stored) else { return false };
    (0..times).all(|_| Argon2::default().verify_password(PASSWORD, &hash).is_ok())
}

fn p99(waits: &[Duration]) -> Result<f64> {
    Ok(waits.get(waits.len() * 99 / 100).context("no answers")?.as_secs_f64())
}
