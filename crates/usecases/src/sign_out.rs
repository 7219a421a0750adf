//! Signing out.

use std::convert::Infallible;

use tenure_domain::{Decided, Refusal, RefusalKind};
use tenure_port_store::Unit;

use crate::{Caller, Context, Failure, Open, UseCase};

/// Ends the session that asks.
#[derive(Clone, Copy, Debug)]
pub struct SignOut;

/// Signing out is never refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0}")]
pub struct Never(Infallible);

impl Never {
    /// What never is can stand for anything.
    pub(crate) fn any<T>(self) -> T {
        match self.0 {}
    }
}

impl Refusal for Never {
    fn kind(&self) -> RefusalKind {
        match self.0 {}
    }

    fn rule(&self) -> &'static str {
        match self.0 {}
    }
}

impl UseCase for SignOut {
    type Lock = Open;
    type Done = ();
    type Refusal = Never;

    fn lock(&self) -> Open {
        Open(None)
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<Never>> {
        let Caller::Session { session, .. } = cx.caller else { return Err(Failure::Unauthenticated) };
        unit.sessions().remove(session).await?;
        Ok(Decided { value: (), events: Vec::new() })
    }
}
