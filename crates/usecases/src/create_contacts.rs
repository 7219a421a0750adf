//! Making contacts, one or up to a thousand at once.

use tenure_domain::access_model::engine;
use tenure_domain::contact::{Contact, may_have};
use tenure_domain::event::Event;
use tenure_domain::membership::Phone;
use tenure_domain::{ContactId, Decided, EmailAddress, MemberId, Name, OrganizationId, Refusal, RefusalKind, WorkspaceId};
use tenure_port_store::Unit;

use crate::assign_contact::HeldAssignee;
use crate::{Acting, AssigningRefused, Context, Failure, Open, UseCase, load};

/// How many at once.
const MOST: usize = 1_000;

/// A contact that is to be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewContact {
    /// Its name.
    pub name: Name,
    /// Its address.
    pub email: Option<EmailAddress>,
    /// Its phone number.
    pub phone: Option<Phone>,
}

/// Asks for contacts of one workspace.
#[derive(Clone, Debug)]
pub struct CreateContacts {
    /// The tenant.
    pub organization: OrganizationId,
    /// Where.
    pub workspace: WorkspaceId,
    /// Who they are.
    pub contacts: Vec<NewContact>,
    /// Who takes care of them all; nobody when absent.
    pub assignee: Option<MemberId>,
}

/// Why no contact was made.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CreatingRefused {
    /// None at all.
    #[error("name at least one contact")]
    None,
    /// Too many.
    #[error("at most {MOST} contacts at once")]
    TooMany,
    /// The assignee can't do the work.
    #[error(transparent)]
    Assignee(#[from] AssigningRefused),
}

impl Refusal for CreatingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Assignee(refused) => refused.kind(),
            Self::None | Self::TooMany => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::None => "no_contact",
            Self::TooMany => "too_many",
            Self::Assignee(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        Some(if matches!(self, Self::Assignee(_)) { "/assignee" } else { "/contacts" }.to_owned())
    }
}

impl UseCase for CreateContacts {
    type Lock = Open;
    type Done = Vec<ContactId>;
    type Refusal = CreatingRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
    ) -> Result<Decided<Vec<ContactId>>, Failure<CreatingRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let place = load::place(unit, &acting.organization, self.workspace).await?.ok_or(Failure::NotFound)?;
        if !acting.workspace_is_seen(&place) {
            return Err(Failure::NotFound);
        }
        acting.must(engine::CONTACTS_HANDLE, &place)?;
        if self.contacts.is_empty() || self.contacts.len() > MOST {
            return Err(Failure::Refused(if self.contacts.is_empty() { CreatingRefused::None } else { CreatingRefused::TooMany }));
        }
        let portfolio = match self.assignee {
            Some(assignee) => {
                let held = HeldAssignee::hold(unit, &acting.organization, assignee, self.workspace).await;
                let held = held.map_err(|failure| failure.map(Into::into))?;
                acting.must(engine::CONTACTS_HANDLE, &held.place)?;
                may_have(held.as_assignee(), &held.place)
                    .map_err(|refused| Failure::Refused(AssigningRefused::from(refused).into()))?;
                Some(held.portfolio(cx, unit, self.workspace).await?)
            }
            None => None,
        };
        let contacts: Vec<Contact> = self
            .contacts
            .iter()
            .map(|new| Contact {
                organization: self.organization,
                id: cx.id(),
                workspace: self.workspace,
                name: new.name.clone(),
                email: new.email.clone(),
                phone: new.phone.clone(),
                portfolio,
                created_at: cx.now,
                version: 1,
            })
            .collect();
        unit.contacts().insert(&contacts).await?;
        let ids: Vec<ContactId> = contacts.iter().map(|contact| contact.id).collect();
        let event = Event::ContactsCreated { workspace: self.workspace, contacts: ids.clone(), assignee: self.assignee };
        Ok(Decided::new(ids, event))
    }
}
