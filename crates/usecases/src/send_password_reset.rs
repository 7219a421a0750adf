//! Having a link to another password sent to a member: for who manages all of their access (R6).

use tenure_domain::event::Event;
use tenure_domain::may_grant::GrantRefused;
use tenure_domain::user::{RESET_LASTS, ResetRefused};
use tenure_domain::{Decided, MemberId, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::Unit;

use crate::load::managed;
use crate::{Context, Failure, Open, UseCase};

/// Asks for a mail with a link, to a member.
#[derive(Clone, Copy, Debug)]
pub struct SendPasswordReset {
    /// The tenant.
    pub organization: OrganizationId,
    /// To whom.
    pub member: MemberId,
}

/// Why none was sent. That the address had its mails for now is no reason: whoever manages here isn't told what others asked for.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SendResetRefused {
    /// They aren't the caller's to manage.
    #[error(transparent)]
    Managing(#[from] GrantRefused),
    /// They aren't somebody who signs in here.
    #[error(transparent)]
    Member(#[from] ResetRefused),
}

impl Refusal for SendResetRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Managing(refused) => refused.kind(),
            Self::Member(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Managing(refused) => refused.rule(),
            Self::Member(refused) => refused.rule(),
        }
    }
}

fn refused(refused: impl Into<SendResetRefused>) -> Failure<SendResetRefused> {
    Failure::Refused(refused.into())
}

impl UseCase for SendPasswordReset {
    type Lock = Open;
    type Done = ();
    type Refusal = SendResetRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<SendResetRefused>> {
        let (_, member) = managed(cx, unit, self.member).await?;
        ResetRefused::unless_active(member.membership.status).map_err(refused)?;
        let user = member.membership.user.ok_or_else(|| refused(ResetRefused::Pending))?;
        let mut login = unit.users().hold(user).await?.ok_or(Failure::NotFound)?;
        let another = login.reset.another(RESET_LASTS, cx.now);
        let generation = another.as_ref().map(|reset| reset.generation);
        if let Some(reset) = another {
            login.reset = reset;
            unit.users().update(&login).await?;
        }
        Ok(Decided::new((), Event::PasswordResetRequested { member: self.member, generation }))
    }
}
