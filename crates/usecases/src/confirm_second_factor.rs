//! Confirming a second factor: a code of the authenticator makes it count.

use secrecy::SecretString;
use tenure_credentials::{RecoveryCode, TypedCode};
use tenure_domain::record::Matter;
use tenure_domain::user::{BegunFactor, Device, FactorRefused};
use tenure_domain::{Decided, Network, UserId};
use tenure_port_store::{Confirmed, Unit};

use crate::login_mail::write_to;
use crate::renew_recovery_codes::{fresh, hashes, texts};
use crate::second_factor::{held, opened};
use crate::sign_in::{SignedIn, begin_session};
use crate::trial::Trial;
use crate::{Caller, Context, Failure, Open, Tools, UseCase};

/// Asks that what was begun counts. All sessions end, and a new one begins for who asked.
#[derive(Debug)]
pub struct ConfirmSecondFactor {
    /// Whose; the caller's own.
    pub user: UserId,
    /// The code that the authenticator shows.
    pub code: SecretString,
    /// What the new session is on.
    pub device: Option<Device>,
    /// Where they are.
    pub network: Network,
    trial: Option<Trial>,
    found: Option<(BegunFactor, u64)>,
    codes: Vec<RecoveryCode>,
}

impl ConfirmSecondFactor {
    /// Asks that it counts.
    pub fn new(user: UserId, code: SecretString, device: Option<Device>, network: Network) -> Self {
        Self { user, code, device, network, trial: None, found: None, codes: Vec::new() }
    }
}

/// A second factor that counts from now on.
#[derive(Debug)]
pub struct ConfirmedFactor {
    /// The new session.
    pub signed_in: SignedIn,
    /// Its recovery codes, which are shown this once.
    pub recovery_codes: Vec<SecretString>,
}

impl UseCase for ConfirmSecondFactor {
    type Lock = Open;
    type Done = ConfirmedFactor;
    type Refusal = FactorRefused;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        true
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<FactorRefused>> {
        let (now, mut unit) = (tools.clock.now(), tools.store.snapshot().await?);
        let login = unit.users().find(self.user).await?.ok_or(Failure::Unauthenticated)?;
        let begun = unit.second_factors().find(self.user).await?.begun(now).cloned();
        drop(unit);
        let begun = begun.ok_or(Failure::Refused(FactorRefused::NotBegun))?;
        // Whoever stole a session and not the authenticator guesses here as well.
        let trial = Trial::once(&mut self.trial, tools, Some(&login.email), self.network).await?;
        if let Some(wait) = trial.locked_for {
            return Err(Failure::Locked(wait));
        }
        let secret = opened(tools, self.user, &begun.sealed).ok_or(Failure::Refused(FactorRefused::NotBegun))?;
        let step = match TypedCode::parse(&self.code) {
            Some(TypedCode::Digits(digits)) => secret.step_of(&digits, now),
            Some(TypedCode::Recovery(_)) | None => None,
        };
        let Some(step) = step else {
            trial.failed(tools).await?;
            return Err(Failure::Refused(FactorRefused::WrongFirstCode));
        };
        self.found = Some((begun, step));
        self.codes = fresh();
        Ok(())
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
    ) -> Result<Decided<ConfirmedFactor>, Failure<FactorRefused>> {
        let Caller::Session { session, user } = cx.caller else { return Err(Failure::Unauthenticated) };
        let (begun, step) = self.found.as_ref().filter(|_| user == self.user).ok_or(Failure::Unauthenticated)?;
        let login = held(cx, unit).await?;
        // It may have been begun anew, or confirmed, meanwhile: it is looked at again.
        if unit.second_factors().find(user).await?.begun.as_ref() != Some(begun) {
            return Err(Failure::Outdated);
        }
        let (sealed, recovery_codes) = (begun.sealed.clone(), hashes(&self.codes));
        let confirmed = Confirmed { sealed, step: *step, since: cx.now, recovery_codes };
        unit.second_factors().confirm(user, &confirmed).await?;
        // Who is in without a second factor is out, also whoever sits at this very session.
        unit.sessions().end_others(user, session).await?;
        unit.sessions().remove(session).await?;
        if let Some(trial) = &self.trial {
            trial.succeeded(unit).await?;
        }
        write_to(cx, unit, user, Matter::SecondFactorAdded).await?;
        let signed_in = begin_session(cx, unit, login, self.device.clone()).await?;
        Ok(Decided { value: ConfirmedFactor { signed_in, recovery_codes: texts(&self.codes) }, events: Vec::new() })
    }
}
