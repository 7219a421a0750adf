//! Showing a second factor: a code is looked at while no unit is open, and used up inside the unit that rests on it.

use secrecy::{ExposeSecret, SecretString};
use tenure_credentials::{TotpSecret, TypedCode, Verdict};
use tenure_domain::record::Matter;
use tenure_domain::user::{ActiveFactor, CodeRefused, FactorRefused, SecondFactor, User};
use tenure_domain::{Network, UserId};
use tenure_port_store::{StoreError, Tried, Unit};

use crate::login_mail::write_to;
use crate::trial::Trial;
use crate::{Caller, Context, Failure, Tenure, Tools};

/// What was shown of a login's second factor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Shown {
    user: UserId,
    /// The secret that counted then, sealed, and what was shown of it; none for a login without a second factor.
    factor: Option<(Vec<u8>, How)>,
    /// What tries at codes are counted by.
    tried: Tried,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum How {
    Step(u64),
    RecoveryCode([u8; 32]),
}

impl Shown {
    /// Looks at what was typed as a code by somebody whose password is right. A wrong one counts as a wrong password does; that none was
    /// given counts for nothing, since nothing was guessed.
    pub(crate) async fn look<R: From<CodeRefused>>(
        tools: &Tools,
        trial: &Trial,
        user: UserId,
        typed: Option<&SecretString>,
    ) -> Result<Self, Failure<R>> {
        let tried = trial.of_codes(tools, user);
        let mut unit = tools.store.snapshot().await?;
        let Some(active) = unit.second_factors().find(user).await?.active else { return Ok(Self { user, factor: None, tried }) };
        let Some(typed) = typed.filter(|typed| !typed.expose_secret().trim().is_empty()) else {
            drop(unit);
            trial.give_back(tools).await?;
            return Err(Failure::Refused(CodeRefused::Missing.into()));
        };
        drop(unit);
        // Tries of their own, which a right password doesn't give back, nor another one: whoever has the mailbox guesses no more codes by that.
        let has_try = trial.take(tools, &tried).await?;
        let mut unit = tools.store.snapshot().await?;
        let how = match TypedCode::parse(typed) {
            _ if !has_try => None,
            Some(TypedCode::Digits(digits)) => {
                let step = opened(tools, user, &active.sealed).and_then(|secret| secret.step_of(&digits, tools.clock.now()));
                step.filter(|step| *step > active.last_step).map(How::Step)
            }
            Some(TypedCode::Recovery(code)) => {
                let hash = code.hash();
                unit.second_factors().has_recovery_code(user, &hash).await?.then_some(How::RecoveryCode(hash))
            }
            None => None,
        };
        drop(unit);
        let Some(how) = how else {
            trial.failed(tools).await?;
            return Err(Failure::Refused(CodeRefused::Wrong.into()));
        };
        Ok(Self { user, factor: Some((active.sealed, how)), tried })
    }

    /// Whether there is a second factor.
    pub(crate) const fn is_any(&self) -> bool {
        self.factor.is_some()
    }

    /// Whether a mail tells of it.
    pub(crate) const fn is_told(&self) -> bool {
        matches!(self.factor, Some((_, How::RecoveryCode(_))))
    }

    /// Uses the code up, in the unit that rests on it. The login is held.
    pub(crate) async fn use_up<R: From<CodeRefused>>(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
    ) -> Result<(), Failure<R>> {
        let active = unit.second_factors().find(self.user).await?.active;
        // It may have been added, removed or become another while this one was being looked at: that is done again.
        if active.as_ref().map(|active| &active.sealed) != self.factor.as_ref().map(|(sealed, _)| sealed) {
            return Err(Failure::Outdated);
        }
        let was_unused = match &self.factor {
            None => true,
            Some((_, How::Step(step))) => unit.second_factors().use_step(self.user, *step).await?,
            Some((_, How::RecoveryCode(hash))) => {
                let was_unused = unit.second_factors().use_recovery_code(self.user, hash).await?;
                if was_unused {
                    write_to(cx, unit, self.user, Matter::RecoveryCodeUsed).await?;
                }
                was_unused
            }
        };
        if was_unused && self.is_any() {
            unit.attempts().forget(&self.tried).await?;
        }
        if was_unused { Ok(()) } else { Err(Failure::Refused(CodeRefused::Wrong.into())) }
    }
}

/// The authenticator's secret of what is kept; none where the server has another key by now: no code is right then, and recovery codes are.
pub(crate) fn opened(tools: &Tools, user: UserId, sealed: &[u8]) -> Option<TotpSecret> {
    let secret = TotpSecret::open(&tools.key, user, sealed);
    if secret.is_none() {
        tracing::warn!(%user, "the second factor of a login isn't sealed with this server's key");
    }
    secret
}

/// What somebody who is signed in showed anew, before a change of their second factor: their password, and the factor that they have.
#[derive(Debug)]
pub(crate) struct Proven {
    login: User,
    pub(crate) factor: Shown,
}

impl Proven {
    /// Takes a try at the password, and looks at the code.
    pub(crate) async fn of(
        trial: &mut Option<Trial>,
        tools: &Tools,
        user: UserId,
        network: Network,
        (password, code): (&SecretString, Option<&SecretString>),
    ) -> Result<Self, Failure<FactorRefused>> {
        let login = tools.store.snapshot().await?.users().find(user).await?.ok_or(Failure::Unauthenticated)?;
        let trial = Trial::once(trial, tools, Some(&login.email), network).await?;
        if let Some(wait) = trial.locked_for {
            return Err(Failure::Locked(wait));
        }
        if trial.verify(tools, password, login.password_hash.as_deref(), true).await? == Verdict::Wrong {
            return Err(Failure::Refused(FactorRefused::WrongPassword));
        }
        let factor = Shown::look(tools, trial, user, code).await?;
        Ok(Self { login, factor })
    }

    /// The login, held, as long as all that was shown still holds; the code is used up by that.
    pub(crate) async fn hold(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
        trial: Option<&Trial>,
    ) -> Result<User, Failure<FactorRefused>> {
        let login = held(cx, unit).await?;
        if login.id != self.login.id {
            return Err(Failure::Unauthenticated);
        }
        if login.password_hash != self.login.password_hash {
            return Err(Failure::Outdated);
        }
        self.factor.use_up(cx, unit).await?;
        if let Some(trial) = trial {
            trial.succeeded(unit).await?;
        }
        Ok(login)
    }
}

/// The login of who asks, held, if they may still sign in.
pub(crate) async fn held<R>(cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<User, Failure<R>> {
    let Caller::Session { session, user } = cx.caller else { return Err(Failure::Unauthenticated) };
    let login = unit.users().hold(user).await?.ok_or(Failure::Unauthenticated)?;
    // INVARIANT: asked once the row is held. Whoever ended the session meanwhile held it too, and nobody comes in by one that ended (e1).
    if unit.sessions().standing(session, None, cx.now).await?.is_none() {
        return Err(Failure::Unauthenticated);
    }
    if login.operator || unit.users().is_active_somewhere(user).await? { Ok(login) } else { Err(Failure::Unauthenticated) }
}

/// What somebody is told of their own second factor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnFactor {
    /// The one that counts; it stays sealed.
    pub active: Option<ActiveFactor>,
    /// Whether one was begun that a code would make count.
    pub begun: bool,
    /// Whether an organization requires one in which they are active.
    pub required: bool,
}

impl Tenure {
    /// What somebody has as a second factor.
    pub async fn second_factor_of(&self, user: UserId) -> Result<OwnFactor, StoreError> {
        let mut unit = self.tools().store.snapshot().await?;
        let required = unit.second_factors().is_required(user).await?;
        let factor: SecondFactor = unit.second_factors().find(user).await?;
        let begun = factor.begun(self.tools().clock.now()).is_some();
        Ok(OwnFactor { active: factor.active, begun, required })
    }
}
