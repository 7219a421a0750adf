//! Assigning one contact to a member, or to nobody.

use tenure_domain::access::Access;
use tenure_domain::access_model::engine;
use tenure_domain::event::Event;
use tenure_domain::membership::Status;
use tenure_domain::organization::Organization;
use tenure_domain::workspace::Place;
use tenure_domain::{ContactId, Decided, MemberId, OrganizationId, PortfolioId, Refusal, RefusalKind};
use tenure_port_store::Unit;

use crate::{Acting, Context, Failure, Open, UseCase, load};

/// Asks for another assignee.
#[derive(Clone, Copy, Debug)]
pub struct AssignContact {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which contact.
    pub contact: ContactId,
    /// To whom; nobody when absent.
    pub assignee: Option<MemberId>,
}

/// Why a contact stays with whom it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AssigningRefused {
    /// Nobody here has this id.
    #[error("there is no such member to assign the contact to")]
    Unknown,
    /// They can't handle contacts there.
    #[error("this member can't handle contacts in this workspace")]
    CannotHandle,
}

impl Refusal for AssigningRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Unknown => "assignee_unknown",
            Self::CannotHandle => "assignee_cannot_handle",
        }
    }

    fn pointer(&self) -> Option<String> {
        Some("/member".to_owned())
    }
}

/// The assignee's own open portfolio. Their membership is held until the unit ends, and their grants are read after that, so
/// that nobody takes their access away meanwhile without seeing this (h2).
pub(crate) async fn assignee_portfolio(
    cx: &Context<'_>,
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    place: &Place,
    assignee: MemberId,
) -> Result<PortfolioId, Failure<AssigningRefused>> {
    let held = unit.memberships().hold(organization.id, assignee).await?.ok_or(Failure::Refused(AssigningRefused::Unknown))?;
    let grants = unit.grants().of(organization.id, assignee).await?;
    let access = Access::new(organization.setting(), held.status, &grants);
    if held.status != Status::Active || !access.can(engine::CONTACTS_HANDLE, place) {
        return Err(Failure::Refused(AssigningRefused::CannotHandle));
    }
    Ok(unit.portfolios().open(organization.id, place.workspace(), assignee, cx.id()).await?.id)
}

impl UseCase for AssignContact {
    type Lock = Open;
    type Done = ();
    type Refusal = AssigningRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<AssigningRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let (contact, holder) = unit.contacts().find(self.organization, self.contact).await?.ok_or(Failure::NotFound)?;
        let place = load::place(unit, &acting.organization, contact.workspace).await?.ok_or(Failure::NotFound)?;
        // Resources that people have in common come with teams; without any, only one's own contacts are shared.
        let seen = acting.access.visibility_at(&place).shows(acting.membership.id, holder, |_, _| false);
        if !seen || !acting.access.can(engine::CONTACTS_VIEW, &place) {
            return Err(Failure::NotFound);
        }
        acting.must(engine::CONTACTS_HANDLE, &place)?;
        if holder == self.assignee && (holder.is_some() || contact.portfolio.is_none()) {
            return Ok(Decided { value: (), events: Vec::new() });
        }
        let portfolio = match self.assignee {
            Some(assignee) => Some(assignee_portfolio(cx, unit, &acting.organization, &place, assignee).await?),
            None => None,
        };
        unit.contacts().move_to(&contact, portfolio).await?;
        let event = Event::ContactAssigned { contact: contact.id, before: holder, after: self.assignee };
        Ok(Decided::new((), event))
    }
}
