//! Another address to sign in with (R15): asked for with the password, or by who manages all of somebody's access; confirmed by whoever
//! reads it and knows the password; told to the one before.

mod confirm;
mod follow;
mod send;

use secrecy::SecretString;
use tenure_credentials::Verdict;
use tenure_domain::attempts::Limit;
use tenure_domain::record::Matter;
use tenure_domain::user::{NewEmailRefused, User};
use tenure_domain::{Decided, EmailAddress, Network, UserId};
use tenure_port_store::{StoreError, Tried, Unit};

use crate::login_mail::write_as;
use crate::trial::{Trial, hash_of_address};
use crate::{Caller, Context, Failure, Open, Tools, UseCase};

pub use confirm::{ConfirmEmail, ConfirmEmailRefused};
pub use follow::FollowEmail;
pub use send::{SendEmailChange, SendEmailChangeRefused};

/// Asks for another address for one's own login. A mail goes to it, and nothing changes until the link in there is used.
#[derive(Debug)]
pub struct ChangeEmail {
    /// Whose; the caller's own.
    pub user: UserId,
    /// What was typed as the present password.
    pub current: SecretString,
    /// The new address.
    pub email: EmailAddress,
    /// Where they are.
    pub network: Network,
    trial: Option<Trial>,
    proven: Option<String>,
}

impl ChangeEmail {
    /// Asks for another address.
    pub fn new(user: UserId, current: SecretString, email: EmailAddress, network: Network) -> Self {
        Self { user, current, email, network, trial: None, proven: None }
    }
}

impl UseCase for ChangeEmail {
    type Lock = Open;
    type Done = ();
    type Refusal = NewEmailRefused;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        true
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<NewEmailRefused>> {
        let user = tools.store.snapshot().await?.users().find(self.user).await?.ok_or(Failure::Unauthenticated)?;
        let trial = Trial::once(&mut self.trial, tools, Some(&user.email), self.network).await?;
        if let Some(wait) = trial.locked_for {
            return Err(Failure::Locked(wait));
        }
        if trial.verify(tools, &self.current, user.password_hash.as_deref(), true).await? == Verdict::Wrong {
            return Err(Failure::Refused(NewEmailRefused::WrongCurrent));
        }
        // Who knows the password guesses nothing, whatever becomes of the address.
        trial.forget(tools).await?;
        self.proven = user.password_hash;
        Ok(())
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<NewEmailRefused>> {
        let Caller::Session { user, .. } = cx.caller else { return Err(Failure::Unauthenticated) };
        let mut login = unit.users().hold(user).await?.ok_or(Failure::Unauthenticated)?;
        // The password may have become another while this one was being checked: it is checked again.
        if self.proven.is_none() || login.password_hash != self.proven {
            return Err(Failure::Outdated);
        }
        may_change(unit, user).await?;
        if login.email == self.email {
            return Err(Failure::Refused(NewEmailRefused::Same));
        }
        let to = unit.users().active_somewhere(user).await?.ok_or(Failure::Refused(NewEmailRefused::Nowhere))?;
        let another = login.new_email.another(self.email.clone(), false, cx.now);
        let too_many = Failure::Refused(NewEmailRefused::TooManyMails);
        let Some(another) = another else { return Err(too_many) };
        if !may_be_mailed(cx, unit, &self.email).await? {
            return Err(too_many);
        }
        login.new_email = another;
        update(unit, &login).await?;
        write_as(cx, unit, to, Matter::EmailConfirmation { generation: login.new_email.links.generation }).await?;
        Ok(Decided { value: (), events: Vec::new() })
    }
}

async fn update<R>(unit: &mut (dyn Unit + 'static), login: &User) -> Result<(), Failure<R>> {
    unit.users().update(login).await.map_err(|error| match error {
        StoreError::Stale(_) => Failure::Outdated,
        other => other.into(),
    })
}

/// Whether one more mail may go to this address to have it confirmed, which is counted: it may be a stranger's.
async fn may_be_mailed(cx: &Context<'_>, unit: &mut (dyn Unit + 'static), email: &EmailAddress) -> Result<bool, StoreError> {
    let tried = Tried::Confirmation(hash_of_address(&cx.tools.key, email));
    let mut sent = unit.attempts().hold(&tried, cx.now).await?;
    let has_room = sent.take(Limit::CONFIRMATION, cx.now).is_ok();
    unit.attempts().keep(&tried, &sent).await?;
    Ok(has_room)
}

/// Refused where an organization that the login belongs to keeps addresses as they are.
async fn may_change<R: From<NewEmailRefused>>(unit: &mut (dyn Unit + 'static), user: UserId) -> Result<(), Failure<R>> {
    for id in unit.users().belongs_to(user).await? {
        let Some(organization) = unit.organizations().find(id).await? else { continue };
        NewEmailRefused::where_fixed([&*organization.model]).map_err(|refused| Failure::Refused(refused.into()))?;
    }
    Ok(())
}
