//! What a use case is given besides its unit: the time, new ids, who acts, and tools without side effects.

use tenure_domain::user::User;
use tenure_domain::{Instant, OrganizationId};
use tenure_port_store::Standing;
use uuid::Uuid;

use crate::{Caller, Failure, Tools};

/// One attempt at an ask.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Now, the same for the whole attempt.
    pub now: Instant,
    /// Who asks.
    pub caller: Caller,
    /// Who acts, read inside the unit; none for anonymous callers.
    pub standing: Option<&'a Standing>,
    /// The organization in which this acts.
    pub organization: Option<OrganizationId>,
    /// Tools.
    pub tools: &'a Tools,
}

impl Context<'_> {
    /// A new id of whatever sort.
    pub fn id<T: From<Uuid>>(&self) -> T {
        self.tools.ids.next().into()
    }

    /// Refuses unless somebody asks who signed in.
    pub fn by_session<R>(&self) -> Result<(), Failure<R>> {
        match self.caller {
            Caller::Session { .. } => Ok(()),
            Caller::Token { .. } => Err(Failure::SessionRequired),
            Caller::Anonymous | Caller::Server | Caller::Member { .. } => Err(Failure::Unauthenticated),
        }
    }

    /// The login that acts. What is a login's, and not a membership's, is nothing for tokens.
    pub fn user<R>(&self) -> Result<&User, Failure<R>> {
        if let Caller::Token { .. } = self.caller {
            return Err(Failure::SessionRequired);
        }
        self.standing.map(|standing| &standing.user).ok_or(Failure::Unauthenticated)
    }

    /// The login that acts, if it is an operator's. To others, what operators see doesn't exist.
    pub fn operator<R>(&self) -> Result<&User, Failure<R>> {
        let user = self.user()?;
        if user.operator { Ok(user) } else { Err(Failure::NotFound) }
    }
}
