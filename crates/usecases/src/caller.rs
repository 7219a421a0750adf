//! Who asks, and what the outside gives every ask: the time and new ids.

use chrono::Utc;
use tenure_domain::{Instant, MemberId, OrganizationId, SessionId, TokenId, UserId};
use tenure_port_store::{Credential, Principal, ReplayKey};
use uuid::Uuid;

/// Who asks, as far as their credential says. What they may do is read again inside the unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Caller {
    /// Nobody that we know: signing in, accepting, setting up.
    Anonymous,
    /// Whoever runs the server, on its command line. Nothing that comes over a wire is theirs.
    Server,
    /// Somebody with a session.
    Session {
        /// The session.
        session: SessionId,
        /// Whose it is.
        user: UserId,
    },
    /// A program that acts for a member.
    Token {
        /// The only organization in which it acts.
        organization: OrganizationId,
        /// The token.
        token: TokenId,
        /// The member's login.
        user: UserId,
    },
    /// A member for whom Tenure carries on with a job that they began.
    Member {
        /// Who.
        member: MemberId,
    },
}

impl Caller {
    /// Whoever has this credential.
    pub fn of(principal: &Principal) -> Self {
        let user = principal.user.id;
        match (&principal.credential, &principal.membership) {
            (Credential::Session(session), _) => Self::Session { session: session.id, user },
            (Credential::Token(token), Some((membership, _))) => {
                Self::Token { organization: membership.organization, token: token.id, user }
            }
            // A token belongs to a membership.
            (Credential::Token(_), None) => Self::Anonymous,
        }
    }

    /// The login that asks.
    pub(crate) const fn user(&self) -> Option<UserId> {
        match self {
            Self::Session { user, .. } | Self::Token { user, .. } => Some(*user),
            Self::Anonymous | Self::Server | Self::Member { .. } => None,
        }
    }

    /// Under what an answer of theirs is kept; none for who has no answers kept. One that a token was given is that token's alone: it
    /// may be for less than its member, or another of their tokens.
    pub fn replay_key(&self, route: &str, key: &str) -> Option<ReplayKey> {
        let route = match self {
            Self::Token { token, .. } => format!("{route} by {token}"),
            _ => route.to_owned(),
        };
        self.user().map(|user| ReplayKey { user, route, key: key.to_owned() })
    }
}

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;
}

/// Where ids come from.
pub trait Ids: Send + Sync {
    /// A new one.
    fn next(&self) -> Uuid;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Utc::now().into()
    }
}

/// Version 7 ids: ordered by time, with randomness from the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct V7Ids;

impl Ids for V7Ids {
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}
