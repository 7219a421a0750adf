//! Asking for a link to another password. Whoever asks hears the same, and after the same time, whoever it is about (d1).

use std::time::Duration;

use tenure_domain::record::Matter;
use tenure_domain::user::RESET_LASTS;
use tenure_domain::{Decided, EmailAddress};
use tenure_port_store::{StoreError, Unit};

use crate::login_mail::write_as;
use crate::{Caller, Context, Failure, Never, Open, Tenure, Tools, UseCase};

/// No answer is given sooner. Writing a mail takes a few milliseconds that not writing one doesn't.
const TAKES: Duration = Duration::from_millis(100);

/// Asks for a mail with a link, by the address.
#[derive(Clone, Debug)]
pub struct RequestPasswordReset {
    /// What was typed as the address; none if it is no address at all.
    pub email: Option<EmailAddress>,
}

impl UseCase for RequestPasswordReset {
    type Lock = Open;
    type Done = ();
    type Refusal = Never;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        true
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<Never>> {
        let nothing = Ok(Decided { value: (), events: Vec::new() });
        let Some(email) = &self.email else { return nothing };
        let Some(mut user) = unit.users().hold_by_email(email).await? else { return nothing };
        let Some(to) = unit.users().active_somewhere(user.id).await? else { return nothing };
        let Some(reset) = user.reset.another(RESET_LASTS, cx.now) else { return nothing };
        let generation = reset.generation;
        user.reset = reset;
        unit.users().update(&user).await?;
        write_as(cx, unit, to, Matter::PasswordReset { generation }).await?;
        nothing
    }
}

impl Tenure {
    /// Has a link sent to whoever signs in with this address and may, and takes the same time whether there is such a person or not.
    ///
    /// Whoever asks hears the same also where the mail couldn't be written: an answer about that would be one about somebody.
    pub async fn request_password_reset(&self, email: Option<EmailAddress>) -> Result<(), Failure<Never>> {
        let asking = async {
            // No row is waited for, and SQLite's one writer isn't taken, for those who get no mail: strangers may ask as often as they like.
            if gets_one(self.tools(), email.as_ref()).await?
                && let Err(error) = self.perform(Caller::Anonymous, RequestPasswordReset { email }).await
            {
                tracing::error!(?error, "a password reset that was asked for couldn't be written");
            }
            Ok(())
        };
        // Both wait at once: the answer comes with whichever is later.
        let (done, ()) = tokio::join!(asking, tokio::time::sleep(TAKES));
        done
    }
}

/// Whether somebody would be sent a link now. It is asked again where the mail is written.
async fn gets_one(tools: &Tools, email: Option<&EmailAddress>) -> Result<bool, StoreError> {
    let Some(email) = email else { return Ok(false) };
    let mut unit = tools.store.snapshot().await?;
    let Some(user) = unit.users().find_by_email(email).await? else { return Ok(false) };
    Ok(user.reset.another(RESET_LASTS, tools.clock.now()).is_some() && unit.users().is_active_somewhere(user.id).await?)
}
