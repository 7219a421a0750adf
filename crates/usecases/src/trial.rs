//! Trying a password: the try is taken before anything is looked at, so that of however many guesses at once no more than the limit can
//! be right (R17).

use std::time::Duration;

use secrecy::SecretString;
use tenure_credentials::{PasswordError, ServerKey, Verdict};
use tenure_domain::attempts::Limit;
use tenure_domain::{EmailAddress, Network, UserId};
use tenure_port_store::{StoreError, Tried, Unit};

use crate::sign_in::password_failure;
use crate::{Failure, Tools};

/// What hashes of addresses and networks are keyed for.
const PURPOSE: &str = "attempts";

/// A try at somebody's password, from one network.
#[derive(Debug)]
pub(crate) struct Trial {
    password: Tried,
    network: Tried,
    /// For how long there are none left, where that is so: nothing is right then.
    pub(crate) locked_for: Option<Duration>,
}

impl Trial {
    /// The try that was taken, or a new one: what is prepared anew is the same try, unless the address has become another.
    pub(crate) async fn once<'a, R>(
        taken: &'a mut Option<Self>,
        tools: &Tools,
        email: Option<&EmailAddress>,
        network: Network,
    ) -> Result<&'a Self, Failure<R>> {
        // What is no address is nobody's, and counted like an address that nobody has.
        let who = hash_of(&tools.key, email.map_or("", EmailAddress::as_str));
        let network = hash_of_network(&tools.key, network);
        let password = Tried::Password { who, network };
        let trial = match taken.take().filter(|trial| trial.password == password) {
            Some(trial) => trial,
            None => Self::begin(tools, password, Tried::Network(network)).await?,
        };
        Ok(taken.insert(trial))
    }

    /// Takes a try at a password. Whose network has failed too often is told so, before anything is written: it keeps no writer waiting.
    async fn begin<R>(tools: &Tools, password: Tried, network: Tried) -> Result<Self, Failure<R>> {
        let now = tools.clock.now();
        let failures = tools.store.snapshot().await?.attempts().find(&network).await?;
        if let Some(until) = failures.locked_until(Limit::NETWORK, now) {
            return Err(Failure::RateLimited(until.since(now)));
        }
        let mut transaction = tools.store.open().await?;
        let unit = transaction.unit();
        let mut tries = unit.attempts().hold(&password, now).await?;
        let locked_for = tries.take(Limit::PASSWORD, now).err().map(|until| until.since(now));
        if locked_for.is_none() {
            unit.attempts().keep(&password, &tries).await?;
            transaction.commit().await?;
        }
        Ok(Self { password, network, locked_for })
    }

    /// Compares what was typed with what is stored, or with nobody's; also where there are no tries left, since it takes the same work then.
    /// That it was wrong is counted of the network, and that of who `may` not anyway likewise: what is counted tells nobody's password.
    /// What comes while it is locked isn't, or one forgotten program would use up a whole office's. Where there was no room to compare
    /// it, the try is given back.
    pub(crate) async fn verify<R>(
        &self,
        tools: &Tools,
        password: &SecretString,
        stored: Option<&str>,
        may: bool,
    ) -> Result<Verdict, Failure<R>> {
        let is_open = self.locked_for.is_none();
        let verdict = match tools.passwords.verify(password, stored).await {
            Ok(_) if !is_open || !may => Ok(Verdict::Wrong),
            verdict => verdict,
        };
        match verdict {
            Ok(Verdict::Wrong) if is_open => self.failed(tools).await?,
            Err(PasswordError::Busy) if is_open => self.give_back(tools).await?,
            _ => {}
        }
        verdict.map_err(password_failure)
    }

    /// The same as [it](Self::succeeded) where nothing else comes of it.
    pub(crate) async fn forget(&self, tools: &Tools) -> Result<(), StoreError> {
        let mut transaction = tools.store.open().await?;
        transaction.unit().attempts().forget(&self.password).await?;
        transaction.commit().await
    }

    /// It was right: nothing that was tried before counts any more.
    pub(crate) async fn succeeded(&self, unit: &mut (dyn Unit + 'static)) -> Result<(), StoreError> {
        unit.attempts().forget(&self.password).await
    }

    /// It was wrong, or a code was that came with it: the network has failed once more.
    pub(crate) async fn failed(&self, tools: &Tools) -> Result<(), StoreError> {
        let now = tools.clock.now();
        let mut transaction = tools.store.open().await?;
        let attempts = transaction.unit().attempts();
        let mut failures = attempts.hold(&self.network, now).await?;
        // Those that were under way when it became too many are none of the limit's.
        if failures.take(Limit::NETWORK, now).is_ok() {
            attempts.keep(&self.network, &failures).await?;
        }
        transaction.commit().await
    }

    /// Nothing was guessed after all.
    /// What tries at a login's codes are counted by, from where its password was tried.
    pub(crate) fn of_codes(&self, tools: &Tools, user: UserId) -> Tried {
        let who = tools.key.derive(PURPOSE).tag(&[&b"codes:"[..], user.uuid().as_bytes()].concat());
        let network = if let Tried::Network(network) = self.network { network } else { who };
        Tried::Code { who, network }
    }

    /// Takes one of these; none is left where it says no.
    pub(crate) async fn take(&self, tools: &Tools, of: &Tried) -> Result<bool, StoreError> {
        let now = tools.clock.now();
        let mut transaction = tools.store.open().await?;
        let attempts = transaction.unit().attempts();
        let mut tries = attempts.hold(of, now).await?;
        if tries.take(of.limit(), now).is_err() {
            return Ok(false);
        }
        attempts.keep(of, &tries).await?;
        transaction.commit().await?;
        Ok(true)
    }

    pub(crate) async fn give_back(&self, tools: &Tools) -> Result<(), StoreError> {
        let mut transaction = tools.store.open().await?;
        let attempts = transaction.unit().attempts();
        let mut tries = attempts.hold(&self.password, tools.clock.now()).await?;
        tries.give_back();
        attempts.keep(&self.password, &tries).await?;
        transaction.commit().await
    }
}

/// What somebody's address is known by where tries are counted.
pub(crate) fn hash_of_address(key: &ServerKey, email: &EmailAddress) -> [u8; 32] {
    hash_of(key, email.as_str())
}

fn hash_of(key: &ServerKey, address: &str) -> [u8; 32] {
    key.derive(PURPOSE).tag(&[b"address:", address.as_bytes()].concat())
}

fn hash_of_network(key: &ServerKey, network: Network) -> [u8; 32] {
    key.derive(PURPOSE).tag(&[&b"network:"[..], network.bytes()].concat())
}
