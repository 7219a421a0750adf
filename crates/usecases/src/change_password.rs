//! Choosing another password, with the present one.

use secrecy::SecretString;
use tenure_credentials::{PasswordRefused, Verdict};
use tenure_domain::record::Matter;
use tenure_domain::user::{Device, User};
use tenure_domain::{Decided, Network, Refusal, RefusalKind, UserId};
use tenure_port_store::{StoreError, Unit};

use crate::login_mail::write_to;
use crate::second_factor::held;
use crate::sign_in::{SignedIn, begin_session, hash};
use crate::trial::Trial;
use crate::{Caller, Context, Failure, Open, Tools, UseCase};

/// Asks for another password. All sessions end, and a new one begins for who asked.
#[derive(Debug)]
pub struct ChangePassword {
    /// Whose; the caller's own.
    pub user: UserId,
    /// What was typed as the present one.
    pub current: SecretString,
    /// The new one.
    pub password: SecretString,
    /// What the new session is on.
    pub device: Option<Device>,
    /// Where they are.
    pub network: Network,
    trial: Option<Trial>,
    proven: Option<Proven>,
}

/// What was found true of a login before a unit was open.
#[derive(Debug)]
struct Proven {
    user: User,
    hash: String,
}

impl ChangePassword {
    /// Asks for another password.
    pub fn new(user: UserId, current: SecretString, password: SecretString, device: Option<Device>) -> Self {
        Self { user, current, password, device, network: Network::UNKNOWN, trial: None, proven: None }
    }

    /// From this network.
    #[must_use]
    pub fn from(self, network: Network) -> Self {
        Self { network, ..self }
    }
}

/// Why a password stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangingPasswordRefused {
    /// It isn't the present one.
    #[error("this isn't your present password")]
    WrongPassword,
    /// The new one won't do.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
}

impl Refusal for ChangingPasswordRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::WrongPassword => RefusalKind::Invalid,
            Self::Password(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::WrongPassword => "wrong_password",
            Self::Password(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::WrongPassword => Some("/current_password".to_owned()),
            Self::Password(refused) => refused.pointer(),
        }
    }
}

impl UseCase for ChangePassword {
    type Lock = Open;
    type Done = SignedIn;
    type Refusal = ChangingPasswordRefused;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        true
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<ChangingPasswordRefused>> {
        let user = tools.store.snapshot().await?.users().find(self.user).await?.ok_or(Failure::Unauthenticated)?;
        let trial = Trial::once(&mut self.trial, tools, Some(&user.email), self.network).await?;
        if let Some(wait) = trial.locked_for {
            return Err(Failure::Locked(wait));
        }
        let verdict = trial.verify(tools, &self.current, user.password_hash.as_deref(), true).await?;
        if verdict == Verdict::Wrong {
            return Err(Failure::Refused(ChangingPasswordRefused::WrongPassword));
        }
        let hash = match hash(tools, &self.password).await {
            Ok(hash) => hash,
            Err(refused) => {
                // Who knows the present one guesses nothing, whatever becomes of the new one.
                trial.forget(tools).await?;
                return Err(refused);
            }
        };
        self.proven = Some(Proven { user, hash });
        Ok(())
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
    ) -> Result<Decided<SignedIn>, Failure<ChangingPasswordRefused>> {
        let Caller::Session { session, user } = cx.caller else { return Err(Failure::Unauthenticated) };
        let proven = self.proven.as_ref().filter(|proven| proven.user.id == user).ok_or(Failure::Unauthenticated)?;
        // Whoever may not sign in gets no new session by this either, nor does whoever comes by one that has ended.
        let mut login = held(cx, unit).await?;
        // The password may have become another while this one was being checked: it is checked again.
        if login.password_hash != proven.user.password_hash {
            return Err(Failure::Outdated);
        }
        login.choose_password(proven.hash.clone());
        unit.users().update(&login).await.map_err(|error| match error {
            StoreError::Stale(_) => Failure::Outdated,
            other => other.into(),
        })?;
        // Whoever knew the older password is out, also where they sat at this very session.
        unit.sessions().end_others(user, session).await?;
        unit.sessions().remove(session).await?;
        if let Some(trial) = &self.trial {
            trial.succeeded(unit).await?;
        }
        login.version += 1;
        write_to(cx, unit, user, Matter::PasswordChanged).await?;
        let signed_in = begin_session(cx, unit, login, self.device.clone()).await?;
        Ok(Decided { value: signed_in, events: Vec::new() })
    }
}
