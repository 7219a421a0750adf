//! One's own sessions: ending one of them, or all but this one.

use tenure_domain::{Decided, SessionId};
use tenure_port_store::{OwnSession, StoreError, Unit};

use crate::{Caller, Context, Failure, Never, Open, Tenure, UseCase};

/// How many of somebody's sessions are listed.
const LISTED: u32 = 100;

/// Ends one of one's own sessions, this one or another.
#[derive(Clone, Copy, Debug)]
pub struct EndSession {
    /// Which.
    pub session: SessionId,
}

impl UseCase for EndSession {
    type Lock = Open;
    type Done = ();
    type Refusal = Never;

    fn lock(&self) -> Open {
        Open(None)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<Never>> {
        let user = cx.user()?.id;
        if !unit.sessions().end(user, self.session).await? {
            return Err(Failure::NotFound);
        }
        Ok(Decided { value: (), events: Vec::new() })
    }
}

/// Ends all of one's own sessions but the one that asks.
#[derive(Clone, Copy, Debug)]
pub struct EndOtherSessions;

impl UseCase for EndOtherSessions {
    type Lock = Open;
    type Done = ();
    type Refusal = Never;

    fn lock(&self) -> Open {
        Open(None)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<Never>> {
        let Caller::Session { session, user } = cx.caller else { return Err(Failure::Unauthenticated) };
        unit.sessions().end_others(user, session).await?;
        Ok(Decided { value: (), events: Vec::new() })
    }
}

impl Tenure {
    /// Somebody's own sessions that still let them in, the one that was used last first.
    pub async fn sessions_of(&self, user: tenure_domain::UserId) -> Result<Vec<OwnSession>, StoreError> {
        self.tools().store.queries().sessions_of(user, self.tools().clock.now(), LISTED).await
    }
}
