//! Asking for another address for a member: for who manages all of their access (R6).

use tenure_domain::event::Event;
use tenure_domain::may_grant::GrantRefused;
use tenure_domain::user::{NewEmailRefused, ResetRefused};
use tenure_domain::{Decided, EmailAddress, MemberId, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::Unit;

use super::may_change;
use crate::load::managed;
use crate::{Context, Failure, Open, UseCase};

/// Asks for another address for a member. They confirm it with their password, by a link that goes there.
#[derive(Clone, Debug)]
pub struct SendEmailChange {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose.
    pub member: MemberId,
    /// The new address.
    pub email: EmailAddress,
}

/// Why nothing was asked for. Whether somebody has the address, the member among them, whether another organization keeps addresses as they are, and whether the
/// login had its mails for now, is no reason: whoever manages here isn't told what lies elsewhere.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SendEmailChangeRefused {
    /// They aren't the caller's to manage.
    #[error(transparent)]
    Managing(#[from] GrantRefused),
    /// They aren't somebody who signs in here.
    #[error(transparent)]
    Member(#[from] ResetRefused),
    /// Addresses stay as they are here.
    #[error(transparent)]
    Email(#[from] NewEmailRefused),
}

impl Refusal for SendEmailChangeRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Managing(refused) => refused.kind(),
            Self::Member(refused) => refused.kind(),
            Self::Email(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Managing(refused) => refused.rule(),
            Self::Member(refused) => refused.rule(),
            Self::Email(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Managing(_) | Self::Member(_) => None,
            Self::Email(refused) => refused.pointer(),
        }
    }
}

fn refused(refused: impl Into<SendEmailChangeRefused>) -> Failure<SendEmailChangeRefused> {
    Failure::Refused(refused.into())
}

impl UseCase for SendEmailChange {
    type Lock = Open;
    type Done = ();
    type Refusal = SendEmailChangeRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<SendEmailChangeRefused>> {
        // One's own takes the password.
        let (acting, member) = managed(cx, unit, self.member).await?;
        NewEmailRefused::where_fixed([&*acting.organization.model]).map_err(refused)?;
        ResetRefused::unless_active(member.membership.status).map_err(refused)?;
        let user = member.membership.user.ok_or_else(|| refused(ResetRefused::Pending))?;
        let mut login = unit.users().hold(user).await?.ok_or(Failure::NotFound)?;
        let another = match may_change::<NewEmailRefused>(unit, user).await {
            Ok(()) if login.email == self.email => None,
            Ok(()) => login.new_email.another(self.email.clone(), true, cx.now),
            Err(Failure::Refused(_)) => None,
            Err(failure) => return Err(failure.map(Into::into)),
        };
        let another = match another {
            Some(another) if super::may_be_mailed(cx, unit, &self.email).await? => Some(another),
            _ => None,
        };
        let generation = another.as_ref().map(|another| another.links.generation);
        if let Some(another) = another {
            login.new_email = another;
            super::update(unit, &login).await?;
        }
        Ok(Decided::new((), Event::EmailChangeRequested { member: self.member, generation }))
    }
}
