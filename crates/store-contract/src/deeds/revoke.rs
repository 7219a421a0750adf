//! Revoking somebody's access to a workspace, deactivating or deleting them, with its handover.

use tenure_domain::event::Event;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::revocation::{Ends, Fate, Handover, RevocationFacts, RevokeAsk, Successor, revoke};
use tenure_domain::selection::Selection;
use tenure_domain::{MemberId, ReceiptId, WorkspaceId};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place, placed};
use crate::samples::{at, new};

/// What of somebody's access ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What {
    /// That to a workspace.
    At(WorkspaceId),
    /// All of it, with the membership.
    All,
    /// Their acting, for a while; they keep their contacts unless those are handed over.
    Acting { keeps_contacts: bool },
}

#[derive(Clone, Debug)]
pub(crate) struct Revoke {
    pub(crate) actor: MemberId,
    pub(crate) from: MemberId,
    pub(crate) what: What,
    pub(crate) handover: Handover,
}

impl Revoke {
    pub(super) async fn run(
        &self,
        unit: &mut dyn OrganizationUnit,
        organization: &Organization,
    ) -> Result<(ReceiptId, Vec<Event>), Refused> {
        // INVARIANT: the leaver's row is written before their portfolios are read. An assignment that holds the row is waited for
        // here, and the portfolio that it opened is among those that change hands; one that comes later reads grants that are
        // gone.
        unit.membership_changes().touch(self.from).await?;
        let actor = Person::find(unit, organization, self.actor).await?;
        let leaver = Person::find(unit, organization, self.from).await?;
        let mut places = Vec::new();
        for grant in leaver.grants.iter().filter(|grant| !matches!(self.what, What::At(at) if at != grant.workspace)) {
            places.push(place(unit, organization, grant.workspace).await?);
        }
        if places.is_empty() && !matches!(self.what, What::At(_)) {
            places.push(place(unit, organization, organization.root).await?);
        }
        let ends = match self.what {
            What::At(at) => {
                let grant = leaver.grant_at(at).ok_or(Refused::Missing)?;
                Ends::Grant { grant, place: places.first().ok_or(Refused::Missing)? }
            }
            What::All => Ends::Membership { places: &places },
            What::Acting { keeps_contacts } => Ends::Acting { places: &places, keeps_contacts },
        };
        let successor = match self.handover {
            Handover::AssignTo(to) => Some(Person::find(unit, organization, to).await?),
            Handover::Unassign => None,
        };
        let portfolios = unit.portfolios().held_by(organization.id, &[self.from]).await?;
        let held = placed(unit, organization, portfolios).await?;
        let selections = unit.selections().of(organization.id, self.from).await?;
        let facts = RevocationFacts {
            chair: leaver.chair(unit, organization).await?,
            access: &leaver.access,
            grants: &leaver.grants,
            selections: &selections,
            ends,
            granter: actor.granter(),
            held: &held,
            handover: self.handover,
            successor: successor.as_ref().map(|who| Successor { membership: &who.membership, access: &who.access }),
        };
        let ask = RevokeAsk { organization, by: actor.giver(), fingerprint: None, receipt: new(), now: at(50) };
        let decided = revoke(&facts, ask).map_err(|refused| Refused::by(&refused))?;
        let revoked = decided.value;
        unit.holder_changes().hand_over(&revoked.portfolios, revoked.to).await?;
        unit.receipt_changes().insert(&revoked.receipt, &revoked.portfolios).await?;
        match revoked.membership {
            Fate::Stays => unit.grant_changes().remove(&revoked.receipt.grants[0]).await?,
            Fate::Inactive => {
                for had in &revoked.receipt.selections {
                    let emptied = had.clone().chosen(Selection::None, actor.giver());
                    unit.selection_changes().replace(&emptied).await?;
                }
                let membership = Membership { status: Status::Inactive, ..leaver.membership.clone() };
                unit.membership_changes().update(&membership).await?;
            }
            Fate::Withdrawn => unit.membership_changes().remove(self.from, at(50)).await?,
            Fate::Deleted { kept_until } => unit.membership_changes().delete(self.from, kept_until).await?,
        }
        if revoked.membership != Fate::Stays {
            unit.token_changes().remove_of(&[self.from]).await?;
            unit.sessions().end_of_who_may_not(revoked.user.as_slice()).await?;
        }
        Ok((revoked.receipt.id, decided.events))
    }
}
