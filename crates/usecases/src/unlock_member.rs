//! Lifting the lock on signing in: by whoever manages all that somebody has, on all networks (R17).

use tenure_domain::event::Event;
use tenure_domain::may_grant::GrantRefused;
use tenure_domain::{Decided, MemberId, OrganizationId};
use tenure_port_store::Unit;

use crate::load::managed;
use crate::trial::hash_of_address;
use crate::{Context, Failure, Open, UseCase};

/// Asks for the locks to be lifted. Where there are none, nothing happens.
#[derive(Clone, Copy, Debug)]
pub struct UnlockMember {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose. Not one's own: whoever guesses in somebody's session would have as many tries as they liked.
    pub member: MemberId,
}

impl UseCase for UnlockMember {
    type Lock = Open;
    type Done = ();
    type Refusal = GrantRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<GrantRefused>> {
        let (_, member) = managed(cx, unit, self.member).await?;
        // Who has no login yet has no password to guess; what was tried of their address is nothing of theirs.
        if member.membership.user.is_none() {
            return Ok(Decided { value: (), events: Vec::new() });
        }
        // Only locks: where none is in force, nobody gets more tries than they have.
        let lifted = unit.attempts().lift(&hash_of_address(&cx.tools.key, &member.membership.email), cx.now).await?;
        let events = lifted.then_some(Event::MemberUnlocked { member: self.member }).into_iter().collect();
        Ok(Decided { value: (), events })
    }
}
