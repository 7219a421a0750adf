//! Asking for a link to another password. Whoever asks hears the same, and after the same time, whoever it is about (d1).

use std::time::Duration;

use tenure_domain::record::Matter;
use tenure_domain::{Decided, EmailAddress};
use tenure_port_store::Unit;

use crate::login_mail::write_as;
use crate::{Caller, Context, Failure, Never, Open, Tenure, UseCase};

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
        let Some(reset) = user.reset.another(cx.now) else { return nothing };
        let generation = reset.generation;
        user.reset = reset;
        unit.users().update(&user).await?;
        write_as(cx, unit, to, Matter::PasswordReset { generation }).await?;
        nothing
    }
}

impl Tenure {
    /// Has a link sent to whoever signs in with this address and may, and takes the same time whether there is such a person or not.
    pub async fn request_password_reset(&self, email: Option<EmailAddress>) -> Result<(), Failure<Never>> {
        let (done, ()) = tokio::join!(
            self.perform(Caller::Anonymous, RequestPasswordReset { email }),
            // Both wait at once: the answer comes with whichever is later.
            tokio::time::sleep(TAKES)
        );
        done
    }
}
