//! A hall of 100,000 people and as many contacts, written as SQL: what tests of query plans ask their questions of.
//!
//! It is for adapters that keep the tables of `tenure-store-sql`, and reads them through the port alone.

mod asks;
mod fill;

pub use asks::ask_everything;
pub use fill::Words;

use tenure_domain::access::{Access, Reaches};
use tenure_domain::access_model::engine;
use tenure_domain::grant::Grant;
use tenure_domain::membership::Status;
use tenure_domain::organization::Organization;
use tenure_domain::workspace::{Place, Step};
use tenure_domain::{MemberId, OrganizationId, RestrictionKey, WorkspaceId};
use tenure_port_store::{MemberSort, Position};
use uuid::Uuid;

use crate::samples::{grant, organization};

/// How many members there are, and how many contacts.
pub const PEOPLE: u64 = 100_000;

/// What an id is of: its first part.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub enum Kind {
    Organization = 1,
    Workspace,
    User,
    Member,
    Contact,
    Portfolio,
    Invitation,
    Receipt,
    Record,
    Errand,
    Session,
    Resource,
    Job,
    Group,
    Token,
}

/// An organization in which things are many or few by their numbers.
///
/// Workspace 1 is the root, 2 to 20 lie below it, 21 below 2. Most members have a grant at 2, ten at 3, the others at 4 to 18;
/// the first five govern at the root. One in ten is pending, twenty are inactive. Nine of ten contacts are served at 2, ten
/// at 3. Team 1 has ten people, member 1 with their big portfolio among them, team 2 has half of all, team 3 those whose
/// portfolios are empty, many of them, and member 8. All other teams are in groups: a quarter of all people have the first, ten each
/// of the other 99. There are as many deleted members as receipts, and half as many portfolios
/// as members.
#[derive(Debug)]
pub struct Hall {
    organization: Organization,
}

impl Default for Hall {
    fn default() -> Self {
        let made = organization("Hall");
        Self { organization: Organization { id: id(Kind::Organization, 1), root: id(Kind::Workspace, 1), ..made } }
    }
}

/// The id of the thing with this number.
pub(crate) fn id<I: From<Uuid>>(kind: Kind, number: u64) -> I {
    Uuid::from_u128((kind as u128) << 96 | u128::from(number)).into()
}

impl Hall {
    /// The organization's id.
    pub fn id(&self) -> OrganizationId {
        self.organization.id
    }

    fn workspace(number: u64) -> WorkspaceId {
        id(Kind::Workspace, number)
    }

    fn chain(number: u64) -> Vec<WorkspaceId> {
        let chain: &[u64] = match number {
            1 => &[1],
            21 => &[1, 2, 21],
            _ => &[1, number],
        };
        chain.iter().copied().map(Self::workspace).collect()
    }

    /// Where `members.view` holds, for somebody with these entries.
    fn reach(&self, entries: &[(u64, bool)]) -> Reaches {
        let places: Vec<Place> = entries.iter().map(|(number, _)| self.place(*number)).collect();
        let grants: Vec<Grant> = entries.iter().map(|(number, holds)| Self::entry(*number, *holds)).collect();
        Access::new(self.organization.setting(), Status::Active, &grants).reaches(engine::MEMBERS_VIEW, &places)
    }

    fn place(&self, number: u64) -> Place {
        let step = |workspace| Step { workspace, active: true, features_off: [].into() };
        Place::new(&self.organization.model, Self::chain(number).into_iter().map(step).collect()).unwrap()
    }

    fn entry(number: u64, holds: bool) -> Grant {
        let me: MemberId = id(Kind::Member, 1);
        let mut grant = grant(me, Self::workspace(number), "agent", me);
        if !holds {
            grant.restrictions = [RestrictionKey::parse("no_members").unwrap()].into();
        }
        grant
    }

    /// Where a page begins that comes after half of the members, or half of those who were never there.
    fn halfway(sort: MemberSort, masked: bool, never: bool) -> Position {
        let number = if never { PEOPLE / 2 } else { PEOPLE / 2 + 1 };
        let key = match sort {
            MemberSort::LastActive | MemberSort::LastActiveDescending if never => "0".to_owned(),
            MemberSort::LastActive | MemberSort::LastActiveDescending => fill::active(number).to_string(),
            MemberSort::Email | MemberSort::EmailDescending if !masked => fill::email(number),
            _ => fill::name(number),
        };
        Position { key, id: id(Kind::Member, number) }
    }
}
