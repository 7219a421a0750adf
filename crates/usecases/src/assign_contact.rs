//! Assigning one contact to a member, or to nobody.

use tenure_domain::access::Access;
use tenure_domain::contact::{AssignFacts, AssignRefused, Assignee, assign};
use tenure_domain::membership::Membership;
use tenure_domain::organization::Organization;
use tenure_domain::workspace::Place;
use tenure_domain::{ContactId, Decided, MemberId, OrganizationId, PortfolioId, Refusal, RefusalKind, WorkspaceId};
use tenure_port_store::{StoreError, Unit};

use crate::seeing::Seeing;
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
    /// Whom the caller saw it with, if they say: with somebody else since, it stays there.
    pub seen: Option<SeenWith>,
}

/// With whom a contact was seen: a member, or nobody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeenWith(pub Option<MemberId>);

/// Why a contact stays with whom it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AssigningRefused {
    /// Nobody here has this id.
    #[error("there is no such member to assign the contact to")]
    Unknown,
    /// The decision said no.
    #[error(transparent)]
    Assign(#[from] AssignRefused),
}

impl Refusal for AssigningRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Unknown => RefusalKind::Invalid,
            Self::Assign(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Unknown => "assignee_unknown",
            Self::Assign(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Unknown => Some("/member".to_owned()),
            Self::Assign(refused) => refused.pointer(),
        }
    }
}

/// Somebody who is to get contacts, with the grants that count.
pub(crate) struct HeldAssignee {
    membership: Membership,
    access: Access,
    /// Where the workspace of the contacts lies.
    pub(crate) place: Place,
}

impl HeldAssignee {
    /// Their membership is held until the unit ends, and their grants and where the workspace lies are read after that, so that
    /// nobody takes their access away meanwhile, or moves the workspace out of their reach, without seeing this (h2, h6). So is the
    /// organization with its access model: another model may have taken the handling of contacts from their level.
    pub(crate) async fn hold(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        assignee: MemberId,
        workspace: WorkspaceId,
    ) -> Result<Self, Failure<AssigningRefused>> {
        let membership =
            unit.memberships().hold(organization.id, assignee).await?.ok_or(Failure::Refused(AssigningRefused::Unknown))?;
        let organization = &load::organization(unit, organization.id).await?;
        let grants = unit.grants().of(organization.id, assignee).await?;
        let access = Access::new(organization.setting(), membership.status, &grants);
        let place = load::place(unit, organization, workspace).await?.ok_or(Failure::NotFound)?;
        Ok(Self { membership, access, place })
    }

    pub(crate) fn as_assignee(&self) -> Assignee<'_> {
        Assignee { membership: &self.membership, access: &self.access }
    }

    /// Their own open portfolio at a workspace.
    pub(crate) async fn portfolio(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
        workspace: WorkspaceId,
    ) -> Result<PortfolioId, StoreError> {
        let member = &self.membership;
        Ok(unit.portfolios().open(member.organization, workspace, member.id, cx.id()).await?.id)
    }
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
        if !Seeing::load(unit, &acting, &[(&place, holder)]).await?.shows(&place, holder) {
            return Err(Failure::NotFound);
        }
        if self.seen.is_some_and(|seen| seen != SeenWith(holder)) {
            return Err(Failure::Stale);
        }
        let assignee = match self.assignee {
            Some(assignee) => Some(HeldAssignee::hold(unit, &acting.organization, assignee, contact.workspace).await?),
            None => None,
        };
        let facts = AssignFacts {
            contact: &contact,
            holder,
            place: assignee.as_ref().map_or(&place, |assignee| &assignee.place),
            actor: &acting.access,
            assignee: assignee.as_ref().map(HeldAssignee::as_assignee),
        };
        let decided = assign(facts).map_err(|refused| Failure::Refused(refused.into()))?;
        // A contact that nobody holds may still lie in a portfolio that was left unassigned; taking it out is no change of hands.
        if !decided.events.is_empty() {
            let portfolio = match &assignee {
                Some(assignee) => Some(assignee.portfolio(cx, unit, contact.workspace).await?),
                None => None,
            };
            unit.contacts().move_to(&contact, portfolio).await?;
        }
        Ok(decided.map(|_| ()))
    }
}
