//! Making an API token for somebody.

use tenure_domain::MemberId;
use tenure_domain::event::Event;
use tenure_domain::organization::Organization;
use tenure_domain::token::{NewToken, TokenFacts, make};
use tenure_port_store::OrganizationUnit;

use super::Refused;
use super::people::{Person, place};
use crate::samples::{at, name, new};

#[derive(Clone, Debug)]
pub(crate) struct MakeToken {
    pub(crate) actor: MemberId,
    pub(crate) member: MemberId,
    pub(crate) secret_hash: [u8; 32],
}

impl MakeToken {
    pub(super) async fn run(&self, unit: &mut dyn OrganizationUnit, organization: &Organization) -> Result<Vec<Event>, Refused> {
        let actor = Person::find(unit, organization, self.actor).await?;
        let member = Person::find(unit, organization, self.member).await?;
        let mut places = Vec::new();
        for grant in actor.grants.iter().chain(&member.grants) {
            places.push(place(unit, organization, grant.workspace).await?);
        }
        let standing = unit.tokens().of(organization.id, self.member, at(50)).await?.len();
        let facts = TokenFacts {
            by: self.actor,
            own: &actor.access,
            membership: &member.membership,
            access: &member.access,
            places: &places,
            grounds: &places,
            reached: &[],
            standing,
            most: organization.tokens_per_member,
            now: at(50),
        };
        let ask = NewToken { id: new(), name: name("raced"), permissions: None, expires_at: None };
        let decided = make(&facts, ask).map_err(|refused| Refused::by(&refused))?;
        unit.token_changes().insert(&decided.value, &self.secret_hash).await?;
        Ok(decided.events)
    }
}
