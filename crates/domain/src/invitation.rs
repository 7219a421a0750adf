//! Invitations: the offer of a membership, with its one live link (R9).

mod accept;
mod invite;
mod mails;
mod renew;

pub use accept::{AcceptFacts, AcceptRefused, Accepted, PendingChoice, PendingGrant, accept, refuse};
pub use invite::{Invite, InviteFacts, InviteRefused, Invited, Known, LONGEST, USUAL, invite, seats_left};
pub use mails::{MailHour, MailHours, MailLimits, MailMove, MailRoom, mail_moves};
pub use renew::{RenewFacts, RenewRefused, Renewing, correct, resend, unseat, withdraw, withdrawn};

use crate::grant::Giver;
use crate::id::{InvitationId, MemberId, OrganizationId};
use crate::instant::Instant;
use crate::text::Note;

/// The offer of a membership. One for each pending membership; it covers all its pending grants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// The tenant.
    pub organization: OrganizationId,
    /// Its id.
    pub id: InvitationId,
    /// The pending membership.
    pub member: MemberId,
    /// Counts its links; only the newest lives.
    pub generation: u32,
    /// A note to the invited person.
    pub note: Option<Note>,
    /// From then on the link is dead.
    pub expires_at: Instant,
    /// Who invited last.
    pub invited_by: Giver,
    /// The room of the newest link's mail; none where it takes none.
    pub mail: Option<MailRoom>,
    /// When it was made.
    pub created_at: Instant,
    /// Counts its changes.
    pub version: u64,
}

impl Invitation {
    /// Whether a link of this generation still opens it.
    pub fn lives(&self, generation: u32, now: Instant) -> bool {
        // What a clock made that was far ahead doesn't live for longer. An hour with room for its mail may be some days away.
        let longest = now.plus(LONGEST + LONGEST);
        self.generation == generation && now < self.expires_at && self.expires_at <= longest
    }

    /// When the newest link's mail leaves, while it waits for its hour and can still be replaced by another.
    pub fn waits_until(&self, now: Instant) -> Option<Instant> {
        self.mail.as_ref().filter(|room| room.waits(now)).map(|room| room.at)
    }

    /// When a mail leaves that replaces the newest link's, where another would leave at this time: it keeps the place of one that
    /// waits, unless there is room before it.
    fn mail_instead(&self, mail_at: Option<Instant>, now: Instant) -> Option<Instant> {
        self.waits_until(now).into_iter().chain(mail_at).min()
    }

    /// A new link for the same offer; older ones are dead.
    #[must_use]
    fn renewed(&self, by: Giver, expires_at: Instant, mail: Option<MailRoom>) -> Self {
        Self { generation: self.generation + 1, invited_by: by, expires_at, mail, ..self.clone() }
    }
}
