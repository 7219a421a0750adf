//! Inviting one person or many to a workspace; each is answered on their own.

mod addressed;
mod outcome;
mod parts;
mod round;

use tenure_domain::grant::Offer;
use tenure_domain::invitation::InviteRefused;
use tenure_domain::job::AT_A_TIME;
use tenure_domain::may_grant::{Grantee, Right, may_grant};
use tenure_domain::membership::Profile;
use tenure_domain::selection::Choices;
use tenure_domain::{Decided, Instant, Name, Note, OrganizationId, WorkspaceId};
use tenure_port_store::OrganizationUnit;

use self::addressed::Addressed;
pub use self::outcome::{AddressRefused, InvitingRefused, Outcome, PersonOutcome};
pub use self::parts::part_of_route;
use self::round::Round;
use crate::inviting::seats_left;
use crate::selecting::{Chooser, too_many};
use crate::{Acting, Context, Failure, InOrganization, Tools, UseCase, load};

/// How many addresses may be invited at once.
pub const MOST_INVITED: usize = 10_000;

/// Asks to offer the same to one or many addresses: as one unit of work to at most a hundred, and to more of them by
/// [`Tenure::invite`](crate::Tenure::invite).
#[derive(Clone, Debug)]
pub struct InvitePeople {
    /// The tenant.
    pub organization: OrganizationId,
    /// To which workspace.
    pub workspace: WorkspaceId,
    /// What was typed as addresses, in order.
    pub emails: Vec<TypedAddress>,
    /// What.
    pub offer: Offer,
    /// What they reach of resource kinds, where the offer needs it or is to bring it along (R3).
    pub selections: Choices,
    /// Who they will be, as far as the inviter knows.
    pub profile: Profile,
    /// A note for the mail.
    pub note: Option<Note>,
    /// When the links die.
    pub expires_at: Option<Instant>,
}

/// What was typed as an address, with the names beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypedAddress {
    /// The address.
    pub email: String,
    /// The first name, which goes before that of the profile.
    pub first_name: Option<Name>,
    /// Likewise.
    pub last_name: Option<Name>,
}

impl From<String> for TypedAddress {
    fn from(email: String) -> Self {
        Self { email, first_name: None, last_name: None }
    }
}

impl UseCase for InvitePeople {
    type Lock = InOrganization;
    type Done = Vec<PersonOutcome>;
    type Refusal = InvitingRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn prepare(&mut self, _: &Tools) -> Result<(), Failure<InvitingRefused>> {
        self.are_few_chosen()
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Self::Done>, Failure<InvitingRefused>> {
        let people = Addressed::all(self.emails.iter().cloned());
        self.carry_out(cx, unit, &people, &people).await
    }
}

impl InvitePeople {
    fn are_few_chosen(&self) -> Result<(), Failure<InvitingRefused>> {
        let refused = too_many(&self.selections).map(InviteRefused::from);
        refused.map_or(Ok(()), |refused| Err(Failure::Refused(refused.into())))
    }

    /// Invites these people. Whether any of all those is new says whether what somebody new can't be offered is refused as a whole.
    async fn carry_out(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
        people: &[Addressed],
        all: &[Addressed],
    ) -> Result<Decided<Vec<PersonOutcome>>, Failure<InvitingRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let place = load::place(unit, &acting.organization, self.workspace).await?.ok_or(Failure::NotFound)?;
        if !acting.workspace_is_seen(&place) {
            return Err(Failure::NotFound);
        }
        if people.is_empty() || people.len() > AT_A_TIME {
            let refused = if people.is_empty() { InvitingRefused::NoAddress } else { InvitingRefused::TooMany(AT_A_TIME) };
            return Err(Failure::Refused(refused));
        }
        let offer = self.offer.clone().shaped(acting.access.model()).map_err(|refused| Failure::Refused(refused.into()))?;
        // An offer that its maker may make to nobody is refused as a whole.
        may_grant(acting.granter(), Grantee::NEWCOMER, &offer, &place, Right::Invite)
            .map_err(|refused| Failure::Refused(InviteRefused::from(refused).into()))?;
        let seats_left = seats_left(unit, &acting.organization).await?;
        let chooser = Chooser::load(unit, &acting, &self.selections).await?;
        let round = Round { ask: self, cx, acting: &acting, place: &place, offer, chooser: &chooser, seats_left };
        round.may_begin(unit, all).await?;
        let (outcomes, events) = round.all(unit, people).await?;
        Ok(Decided { value: outcomes, events })
    }
}
