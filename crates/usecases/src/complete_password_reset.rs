//! Choosing another password with a link that came by mail. Nobody is signed in by it: the new password does that.

use secrecy::SecretString;
use tenure_credentials::{LinkToken, PasswordRefused, Purpose};
use tenure_domain::record::Matter;
use tenure_domain::user::{LinkDead, User};
use tenure_domain::{Decided, EmailAddress, Refusal, RefusalKind};
use tenure_port_store::Unit;

use crate::login_mail::write_as;
use crate::sign_in::hash;
use crate::trial::hash_of_address;
use crate::{Context, Failure, Open, Tenure, Tools, UseCase};

/// Asks for another password. All sessions end.
#[derive(Debug)]
pub struct CompletePasswordReset {
    /// The opened link.
    pub link: LinkToken,
    /// The new password.
    pub password: SecretString,
    hash: Option<String>,
}

impl CompletePasswordReset {
    /// Asks for another password.
    pub fn new(link: LinkToken, password: SecretString) -> Self {
        Self { link, password, hash: None }
    }
}

/// Why the password stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ResettingRefused {
    /// The link is dead.
    #[error(transparent)]
    Dead(#[from] LinkDead),
    /// The new one won't do. The link lives on.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
}

impl Refusal for ResettingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Dead(refused) => refused.kind(),
            Self::Password(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Dead(refused) => refused.rule(),
            Self::Password(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Dead(_) => None,
            Self::Password(refused) => refused.pointer(),
        }
    }
}

fn dead<R: From<LinkDead>>() -> Failure<R> {
    Failure::Refused(LinkDead.into())
}

impl UseCase for CompletePasswordReset {
    type Lock = Open;
    type Done = ();
    type Refusal = ResettingRefused;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        true
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<ResettingRefused>> {
        // A dead link costs no hashing.
        behind(tools, &self.link).await?;
        self.hash = Some(hash(tools, &self.password).await?);
        Ok(())
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<ResettingRefused>> {
        // INVARIANT: the row is held from here on, so of many who come with the same link one finds it alive (c2).
        let held = unit.users().hold(self.link.id.into()).await?;
        let mut user = held.filter(|user| user.reset_lives(self.link.generation, cx.now)).ok_or_else(dead)?;
        // They may have been deactivated since the mail left (e2).
        let to = unit.users().active_somewhere(user.id).await?.ok_or_else(dead)?;
        user.choose_password(self.hash.clone().ok_or_else(dead)?);
        // Whoever has the link reads the mailbox.
        user.email_confirmed = true;
        unit.users().update(&user).await?;
        unit.sessions().trim(user.id, cx.now, 0).await?;
        // What was tried of the older password is over, also where others tried it (R17).
        unit.attempts().forget_all(&hash_of_address(&cx.tools.key, &user.email)).await?;
        write_as(cx, unit, to, Matter::PasswordChanged).await?;
        Ok(Decided { value: (), events: Vec::new() })
    }
}

/// Whose login a living link is to. Reading changes nothing.
async fn behind<R: From<LinkDead>>(tools: &Tools, link: &LinkToken) -> Result<User, Failure<R>> {
    let mut unit = tools.store.snapshot().await?;
    let user = unit.users().find(link.id.into()).await?.ok_or_else(dead)?;
    if !user.reset_lives(link.generation, tools.clock.now()) || !unit.users().is_active_somewhere(user.id).await? {
        return Err(dead());
    }
    Ok(user)
}

impl Tenure {
    /// A link to another password that our key made; whether it still opens anything is for the store to say.
    pub fn open_reset_link(&self, token: &str) -> Result<LinkToken, Failure<LinkDead>> {
        LinkToken::open(&self.tools().key, Purpose::PasswordReset, token).ok_or(dead())
    }

    /// The address of the login that a living link is to: whoever holds one reads that mailbox.
    pub async fn reset_behind(&self, link: &LinkToken) -> Result<EmailAddress, Failure<LinkDead>> {
        Ok(behind(self.tools(), link).await?.email)
    }
}
