//! Password hashing: Argon2id on threads of its own, as many at once as there are cores, with a bounded queue before them.

mod memory;
mod queue;
mod rules;
mod stored;

use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::{self, available_parallelism};

use argon2::Params;
use secrecy::SecretString;
use tokio::sync::oneshot;

use self::memory::Memory;
use self::queue::Queue;
pub use self::rules::{PasswordRefused, password_allowed};
use self::stored::{Stored, cost};

/// How many may wait for each core. At some 20 ms a hash, whoever is last in the queue waits for a second or two where nothing else
/// keeps the cores busy; whoever comes after is better told to come again than kept.
const WAITING_PER_CORE: usize = 64;

/// By how much hashing is nicer than the rest of the process: whoever asks for a page meanwhile goes first. Other programs on
/// the machine go first too, which only a machine without a free moment notices.
#[cfg(target_os = "linux")]
const NICER: i32 = 10;

/// Hashes and verifies passwords. Clones share their threads' memory and their queue; a process needs one.
///
/// Memory is bounded: each of the cores holds one buffer of the hash's cost (19 MiB by default), which is wiped after each use.
/// On Linux the threads that hash have a lower priority than others. A future that is dropped gives up its place in the queue; a
/// hash that has begun is finished.
#[derive(Clone)]
pub struct Passwords(Arc<Pool>);

struct Pool {
    params: Params,
    /// What an unknown person's password is compared with.
    nobody: Stored,
    memory: Memory,
    queue: Queue,
}

impl Passwords {
    /// Hashing at the recommended cost: 19 MiB, two passes, one lane.
    pub fn new() -> Self {
        let cores = available_parallelism().map_or(1, NonZeroUsize::get);
        Self::build(Params::DEFAULT, cores, cores.saturating_mul(WAITING_PER_CORE))
    }

    /// Hashing at another cost: memory in KiB (8 to 262,144) and passes (1 to 16). Dearer for stronger machines; as cheap as it
    /// goes for tests that sign many people in, never for people's real passwords.
    ///
    /// Hashes made at another cost stay good; [`Verdict::Right`] says that they want renewing.
    pub fn with_cost(memory_kib: u32, passes: u32) -> Result<Self, CostRefused> {
        let cores = available_parallelism().map_or(1, NonZeroUsize::get);
        let params = cost(memory_kib, passes, Params::DEFAULT_P_COST).ok_or(CostRefused)?;
        Ok(Self::build(params, cores, cores.saturating_mul(WAITING_PER_CORE)))
    }

    fn build(params: Params, workers: usize, waiting: usize) -> Self {
        Self(Arc::new(Pool {
            nobody: Stored::nobody(&params, &mut rand::rng()),
            memory: Memory::new(params.block_count(), workers),
            queue: Queue::new(workers, waiting),
            params,
        }))
    }

    /// The PHC string (`$argon2id$v=19$m=…`) to store for a new password, with a salt of its own. What the rules refuse is
    /// refused before any work is done.
    pub async fn hash(&self, password: &SecretString) -> Result<String, PasswordError> {
        password_allowed(password)?;
        let password = password.clone();
        self.work(move |pool| Stored::make(&pool.params, &password, &pool.memory, &mut rand::rng())).await
    }

    /// Compares a password with the stored PHC string of the person who signs in, or with nobody's where there is none.
    ///
    /// Nobody's takes the same work at the present cost and is always [`Verdict::Wrong`], so that neither the answer nor its
    /// time tells who exists. A password beyond the longest allowed is wrong at once, whoever it is said to be of.
    pub async fn verify(&self, password: &SecretString, stored: Option<&str>) -> Result<Verdict, PasswordError> {
        if password_allowed(password) == Err(PasswordRefused::TooLong) {
            return Ok(Verdict::Wrong);
        }
        let stored = stored.map(Stored::parse).transpose()?;
        let password = password.clone();
        self.work(move |pool| match stored {
            Some(stored) if stored.matches(&password, &pool.memory)? => {
                Ok(Verdict::Right { rehash: !stored.is_made_with(&pool.params) })
            }
            Some(_) => Ok(Verdict::Wrong),
            // Whether it matched doesn't matter: nobody has no password.
            None => pool.nobody.matches(&password, &pool.memory).map(|_| Verdict::Wrong),
        })
        .await
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Pool) -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        let turn = self.0.queue.turn().await.ok_or(PasswordError::Busy)?;
        let pool = Arc::clone(&self.0);
        let (tell, told) = oneshot::channel();
        // A thread that got nicer can't become as it was, so it isn't one of the runtime's. Making one takes some microseconds.
        let thread = thread::Builder::new().name("hashing".to_owned()).spawn(move || {
            be_nice();
            let done = work(&pool);
            // The turn ends with the work, not with the caller's interest in it: else callers who hang up could fill the memory. It
            // also ends before the caller hears of the work, and before `tell` is dropped where the work breaks.
            drop(turn);
            // Who hung up is told nothing.
            let _unheard = tell.send(done);
        });
        thread.map_err(|_| PasswordError::Busy)?;
        told.await.map_err(|_| PasswordError::Broken)?
    }
}

/// Lets others go first, from here to this thread's end. Where that can't be asked for, hashing goes on as it would.
fn be_nice() {
    // Elsewhere it would be asked of the whole process.
    #[cfg(target_os = "linux")]
    let _unasked = rustix::process::nice(NICER);
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passwords").field("params", &self.0.params).finish_non_exhaustive()
    }
}

/// What comparing a password with a stored one said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is the one.
    Right {
        /// Whether it was hashed at another cost than the present one, and should be hashed again now that it is at hand.
        rehash: bool,
    },
    /// It isn't, or there is no such person.
    Wrong,
}

/// Why a password was neither hashed nor compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PasswordError {
    /// The rules for new passwords refuse it.
    #[error(transparent)]
    Refused(#[from] PasswordRefused),
    /// Too many wait already; the caller should come again in some seconds.
    #[error("too many passwords are being checked at this moment; try again in a few seconds")]
    Busy,
    /// What is stored isn't an Argon2 hash, or one of a cost beyond all reason.
    #[error("the stored password hash can't be read")]
    Unreadable,
    /// The hashing thread broke.
    #[error("the password could not be checked because something broke")]
    Broken,
}

/// A cost outside of what hashes may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("hashing a password takes 8 to 262144 KiB of memory and 1 to 16 passes")]
pub struct CostRefused;

#[cfg(test)]
mod tests;
