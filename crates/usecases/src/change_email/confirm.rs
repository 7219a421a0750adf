//! Confirming an address with the link that went there, and the password. From then on one signs in with it, and no more with the one before.

use std::time::Duration;

use secrecy::SecretString;
use tenure_credentials::{LinkToken, Purpose, Verdict};
use tenure_domain::record::Matter;
use tenure_domain::user::{LinkDead, NewEmail, NewEmailRefused, User};
use tenure_domain::{Decided, Network, Refusal, RefusalKind};
use tenure_port_store::{StoreError, Unit};

use super::may_change;
use crate::login_mail::write_as;
use crate::trial::{Trial, hash_of_address};
use crate::{Caller, Context, Failure, Open, Tenure, Tools, UseCase};

/// How long is waited for copies to follow. Those that don't by then follow later.
const FOLLOWED_WITHIN: Duration = Duration::from_secs(2);

/// Confirms an address.
#[derive(Debug)]
pub struct ConfirmEmail {
    /// The opened link.
    pub link: LinkToken,
    /// What was typed as the password. Whoever reads the new mailbox, by a slip or on purpose, has no login by that alone.
    pub password: SecretString,
    /// Where they are.
    pub network: Network,
    trial: Option<Trial>,
    proven: Option<String>,
}

impl ConfirmEmail {
    /// Confirms an address.
    pub fn new(link: LinkToken, password: SecretString, network: Network) -> Self {
        Self { link, password, network, trial: None, proven: None }
    }
}

/// Why the address stays as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ConfirmEmailRefused {
    /// The link is dead.
    #[error(transparent)]
    Dead(#[from] LinkDead),
    /// The address can't be theirs. The link lives on.
    #[error(transparent)]
    Email(#[from] NewEmailRefused),
}

impl Refusal for ConfirmEmailRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Dead(refused) => refused.kind(),
            Self::Email(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Dead(refused) => refused.rule(),
            Self::Email(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Dead(_) => None,
            Self::Email(refused) => refused.pointer(),
        }
    }
}

fn dead<R: From<LinkDead>>() -> Failure<R> {
    Failure::Refused(LinkDead.into())
}

fn refused(refused: NewEmailRefused) -> Failure<ConfirmEmailRefused> {
    Failure::Refused(refused.into())
}

impl UseCase for ConfirmEmail {
    type Lock = Open;
    type Done = ();
    type Refusal = ConfirmEmailRefused;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        true
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<ConfirmEmailRefused>> {
        // A dead link costs no hashing.
        let user = behind(tools, &self.link).await?;
        let trial = Trial::once(&mut self.trial, tools, Some(&user.email), self.network).await?;
        if trial.verify(tools, &self.password, user.password_hash.as_deref(), true).await? == Verdict::Wrong {
            return Err(refused(NewEmailRefused::WrongPassword));
        }
        self.proven = user.password_hash;
        Ok(())
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<ConfirmEmailRefused>> {
        // INVARIANT: the row is held from here on, so of many who come with the same link one finds it alive (c2).
        let mut user = unit.users().hold(self.link.id.into()).await?.ok_or_else(dead)?;
        if user.new_email.behind(self.link.generation, cx.now).is_none() {
            return Err(dead());
        }
        // They may have been deactivated since the mail left (e2).
        let to = unit.users().active_somewhere(user.id).await?.ok_or_else(dead)?;
        if self.proven.is_none() || user.password_hash != self.proven {
            return Err(Failure::Outdated);
        }
        may_change(unit, user.id).await?;
        let generation = user.new_email.links.generation;
        if let Some(trial) = &self.trial {
            trial.succeeded(unit).await?;
        }
        // What others tried of the address before says nothing about the new one.
        unit.attempts().forget_all(&hash_of_address(&cx.tools.key, &user.email)).await?;
        user.take_new_email(cx.now);
        unit.users().readdress(&user).await.map_err(|error| match error {
            StoreError::Taken(_) => refused(NewEmailRefused::Taken),
            StoreError::Stale(_) => Failure::Outdated,
            other => other.into(),
        })?;
        write_as(cx, unit, to, Matter::EmailChanged { generation }).await?;
        Ok(Decided { value: (), events: Vec::new() })
    }
}

/// Whose login a living link is to. Reading changes nothing.
async fn behind<R: From<LinkDead>>(tools: &Tools, link: &LinkToken) -> Result<User, Failure<R>> {
    let mut unit = tools.store.snapshot().await?;
    let user = unit.users().find(link.id.into()).await?.ok_or_else(dead)?;
    if user.new_email.behind(link.generation, tools.clock.now()).is_none() || !unit.users().is_active_somewhere(user.id).await? {
        return Err(dead());
    }
    Ok(user)
}

impl Tenure {
    /// A link to confirm an address by that our key made; whether it still opens anything is for the store to say.
    pub fn open_email_link(&self, token: &str) -> Result<LinkToken, Failure<LinkDead>> {
        LinkToken::open(&self.tools().key, Purpose::EmailConfirmation, token).ok_or(dead())
    }

    /// What a living link would confirm: whoever holds one reads that mailbox.
    pub async fn email_behind(&self, link: &LinkToken) -> Result<NewEmail, Failure<LinkDead>> {
        Ok(behind(self.tools(), link).await?.new_email)
    }

    /// Confirms an address, and has the copies in organizations follow at once where that can be.
    pub async fn confirm_email(&self, ask: ConfirmEmail) -> Result<(), Failure<ConfirmEmailRefused>> {
        let user = ask.link.id.into();
        self.perform(Caller::Anonymous, ask).await?;
        // It is done: whoever asked doesn't wait for an organization that is held.
        drop(tokio::time::timeout(FOLLOWED_WITHIN, self.follow_email(user)).await);
        Ok(())
    }
}
