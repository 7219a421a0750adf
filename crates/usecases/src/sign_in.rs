//! Signing in. Whoever may not gets one answer, and it takes the same work, whatever the reason (d1).

use secrecy::SecretString;
use tenure_credentials::{PasswordError, PasswordRefused, SessionSecret, Verdict};
use tenure_domain::user::{CodeRefused, Device, Session, User};
use tenure_domain::{Decided, EmailAddress, Instant, Network, Refusal, RefusalKind, SessionId};
use tenure_port_store::{StoreError, Unit};
use uuid::Uuid;

use crate::second_factor::Shown;
use crate::trial::Trial;
use crate::{Context, Failure, Open, Tools, UseCase};

/// Asks for a session.
#[derive(Debug)]
pub struct SignIn {
    /// What was typed as the address; none if it is no address at all.
    pub email: Option<EmailAddress>,
    /// What was typed as the password.
    pub password: SecretString,
    /// What was typed as a code of their second factor.
    pub code: Option<SecretString>,
    /// What they sign in on, as far as that says.
    pub device: Option<Device>,
    /// The session that the browser has until now, if it has one. It is no credential here: whoever signs in is judged without it.
    pub replaces: Option<SessionId>,
    /// Where they are.
    pub network: Network,
    trial: Option<Trial>,
    known: Option<(User, Shown)>,
    rehashed: Option<String>,
}

impl SignIn {
    /// Asks for a session. An address that is none is tried all the same, so that it takes as long as any.
    pub fn new(email: Option<EmailAddress>, password: SecretString) -> Self {
        let network = Network::UNKNOWN;
        Self { email, password, code: None, device: None, replaces: None, network, trial: None, known: None, rehashed: None }
    }

    /// With a code of their second factor, or one that was written down for when that is lost.
    #[must_use]
    pub fn with_code(self, code: Option<SecretString>) -> Self {
        Self { code, ..self }
    }

    /// On this device.
    #[must_use]
    pub fn on(self, device: Option<Device>) -> Self {
        Self { device, ..self }
    }

    /// From this network.
    #[must_use]
    pub fn from(self, network: Network) -> Self {
        Self { network, ..self }
    }

    /// In place of this session.
    #[must_use]
    pub fn replacing(self, replaces: Option<SessionId>) -> Self {
        Self { replaces, ..self }
    }
}

/// Somebody who is signed in from now on.
#[derive(Debug)]
pub struct SignedIn {
    /// The login.
    pub user: User,
    /// The session.
    pub session: SessionId,
    /// What the browser keeps.
    pub secret: SessionSecret,
    /// When the session ends.
    pub expires_at: Instant,
}

/// Why somebody isn't signed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SignInRefused {
    /// The one answer to whoever may not sign in, or doesn't know the password.
    #[error("the e-mail address or the password is wrong")]
    WrongCredentials,
    /// They know the password, and have yet to show their second factor.
    #[error(transparent)]
    Code(#[from] CodeRefused),
}

impl Refusal for SignInRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::WrongCredentials => RefusalKind::Unauthenticated,
            Self::Code(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::WrongCredentials => "wrong_credentials",
            Self::Code(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::WrongCredentials => None,
            Self::Code(refused) => refused.pointer(),
        }
    }
}

const WRONG: Failure<SignInRefused> = Failure::Refused(SignInRefused::WrongCredentials);

impl UseCase for SignIn {
    type Lock = Open;
    type Done = SignedIn;
    type Refusal = SignInRefused;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        self.known.as_ref().is_some_and(|(_, factor)| factor.is_told())
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<SignInRefused>> {
        let trial = Trial::once(&mut self.trial, tools, self.email.as_ref(), self.network).await?;
        let mut unit = tools.store.snapshot().await?;
        let user = match &self.email {
            Some(email) => unit.users().find_by_email(email).await?,
            None => None,
        };
        // Asked of nobody too: it takes the same work.
        let id = user.as_ref().map_or_else(|| Uuid::nil().into(), |user| user.id);
        let is_active = unit.users().is_active_somewhere(id).await?;
        // Hashing takes long, and no unit stays open meanwhile.
        drop(unit);
        let may = is_active || user.as_ref().is_some_and(|user| user.operator);
        let stored = user.as_ref().and_then(|user| user.password_hash.as_deref());
        let verdict = trial.verify(tools, &self.password, stored, may).await?;
        let Verdict::Right { rehash } = verdict else { return Err(WRONG) };
        let user = user.ok_or(WRONG)?;
        // Whoever doesn't know the password never learns whether there is a second factor.
        let factor = Shown::look(tools, trial, user.id, self.code.as_ref()).await?;
        self.rehashed = if rehash { tools.passwords.hash(&self.password).await.ok() } else { None };
        self.known = Some((user, factor));
        Ok(())
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<SignedIn>, Failure<SignInRefused>> {
        let (known, factor) = self.known.as_ref().ok_or(WRONG)?;
        let mut user = unit.users().hold(known.id).await?.ok_or(WRONG)?;
        // The password may have been changed while this one was being checked, or only hashed anew: it is checked again.
        if user.password_hash != known.password_hash {
            return Err(Failure::Outdated);
        }
        if !user.operator && !unit.users().is_active_somewhere(user.id).await? {
            return Err(WRONG);
        }
        factor.use_up(cx, unit).await?;
        if let Some(hash) = &self.rehashed {
            user.password_hash = Some(hash.clone());
            unit.users().update(&user).await.map_err(|error| match error {
                StoreError::Stale(_) => Failure::Outdated,
                other => other.into(),
            })?;
        }
        // Who signs in anew begins anew: what this browser had until now lets nobody in any more.
        if let Some(session) = self.replaces {
            unit.sessions().remove(session).await?;
        }
        if let Some(trial) = &self.trial {
            trial.succeeded(unit).await?;
        }
        let signed_in = begin_session(cx, unit, user, self.device.clone()).await?;
        Ok(Decided { value: signed_in, events: Vec::new() })
    }
}

/// How many sessions of one login let somebody in at a time: many, for programs that sign in for each run and never out must not end
/// those of their user's browsers soon.
const MOST_SESSIONS: u32 = 1_000;

/// Begins a session for a login, whose row is held.
pub(crate) async fn begin_session(
    cx: &Context<'_>,
    unit: &mut (dyn Unit + 'static),
    user: User,
    device: Option<Device>,
) -> Result<SignedIn, StoreError> {
    let secret = SessionSecret::generate(&mut rand::rng());
    let expires_at = cx.now.plus(Session::LASTS);
    let (created_at, seen_at) = (cx.now, cx.now);
    let session = Session { id: cx.id(), user: user.id, secret_hash: secret.hash(), device, created_at, seen_at, expires_at };
    unit.sessions().trim(user.id, cx.now, MOST_SESSIONS - 1).await?;
    unit.sessions().insert(&session).await?;
    Ok(SignedIn { user, session: session.id, secret, expires_at })
}

/// Hashes a new password.
pub(crate) async fn hash<R: From<PasswordRefused>>(tools: &Tools, password: &SecretString) -> Result<String, Failure<R>> {
    tools.passwords.hash(password).await.map_err(|error| match error {
        PasswordError::Refused(refused) => Failure::Refused(refused.into()),
        other => password_failure(other),
    })
}

/// What became of a password that was neither right nor wrong.
pub(crate) fn password_failure<R>(error: PasswordError) -> Failure<R> {
    match error {
        PasswordError::Busy => Failure::Busy,
        PasswordError::Broken => Failure::Store(StoreError::Unavailable("the password could not be checked".to_owned())),
        PasswordError::Refused(_) | PasswordError::Unreadable => Failure::Store(StoreError::Corrupt(error.to_string())),
    }
}
