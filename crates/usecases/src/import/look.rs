//! What a row would come to: the same decisions as a single invitation, a single grant and a single profile, and nothing written.

use tenure_domain::access::Access;
use tenure_domain::import::{Change, Deed, Newcomer, Offered};
use tenure_domain::invitation::{InviteRefused, Invited};
use tenure_domain::job::JobItem;
use tenure_domain::membership::{ProfileChange, Status};
use tenure_domain::{MemberId, Refusal as _};
use tenure_port_store::{StoreError, Unit};

use super::Rows;
use super::people::{People, Person, Rests};
use crate::edit_profile::may_edit_at;
use crate::inviting::Met;
use crate::job_round::{LookedAt, NOT_FOUND, Ruled, ruled};
use crate::{Failure, InvitingRefused, Loaded, Never};

/// What of a row is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    Person,
    Profile,
    Grants,
}

/// How many seats a row takes, or why it comes to nothing.
type Looked = Result<u32, (Ruled, Part)>;

pub(super) const fn plainly(rule: &'static str) -> Ruled {
    Ruled { rule, is_access: false }
}

impl Rows<'_> {
    /// Reads those whom these rows are about.
    pub(super) async fn meet<'b>(
        &self,
        unit: &mut (dyn Unit + 'static),
        rows: impl IntoIterator<Item = (MemberId, &'b Deed)>,
    ) -> Result<People<'_>, StoreError> {
        People::meet(unit, &self.acting.organization, &self.chooser, rows, self.is_blind).await
    }

    /// What the turns of these would come to, all of them as things are now.
    pub(crate) async fn look_ahead(
        &self,
        unit: &mut (dyn Unit + 'static),
        items: &[&JobItem],
    ) -> Result<Vec<LookedAt>, Failure<Never>> {
        let deeds = items.iter().map(|item| (item.member, item.row.as_ref().and_then(|row| row.deed.as_ref())));
        let deeds: Vec<(MemberId, Option<&Deed>)> = deeds.collect();
        let people = self.meet(unit, deeds.iter().filter_map(|(member, deed)| Some((*member, (*deed)?)))).await?;
        let one = |(member, deed): (MemberId, Option<&Deed>)| {
            let Some(deed) = deed else { return Ok(Err(NOT_FOUND)) };
            let looked = self.look(&people, member, deed, None)?;
            Ok(looked.map(|_| people.whom(member, deed)).map_err(|(ruled, _)| ruled))
        };
        deeds.into_iter().map(one).collect()
    }

    /// What a row would come to. Whether its mail would find room is known when it is its turn.
    pub(super) fn look(
        &self,
        people: &People<'_>,
        member: MemberId,
        deed: &Deed,
        seats_left: Option<u32>,
    ) -> Result<Looked, Failure<Never>> {
        match deed {
            Deed::Invite(newcomer) => self.look_at_newcomer(people.at(&newcomer.email), member, newcomer, seats_left),
            Deed::Change(change) => self.look_at_change(people.member(member), change),
        }
    }

    fn look_at_change(&self, person: Option<&Person<'_>>, change: &Change) -> Result<Looked, Failure<Never>> {
        let Some(Person { met: Met { member, .. }, rests }) = person else { return Ok(Err((NOT_FOUND, Part::Person))) };
        if change.profile != ProfileChange::default() {
            // Somebody without any grant is theirs to edit who manage at the root.
            let places = if member.places.is_empty() { self.root.as_slice() } else { &member.places };
            if let Err(refused) = ruled(may_edit_at(self.acting, member, places))? {
                return Ok(Err((refused, Part::Profile)));
            }
        }
        self.look_at_grants(rests, member.clone(), &change.grants)
    }

    /// One grant after the other, each beside those before it.
    fn look_at_grants(&self, rests: &Rests<'_>, mut member: Loaded, grants: &[Offered]) -> Result<Looked, Failure<Never>> {
        let root = self.acting.organization.root;
        for (workspace, levels) in grants {
            let Some(place) = self.places.get(workspace) else { return Ok(Err((NOT_FOUND, Part::Grants))) };
            let (offer, _) = self.offer(&member, (workspace, levels));
            let weighed = self.giving(place).weigh(rests.chair(&member, root), &rests.chosen, &member, offer);
            let given = match ruled(weighed.map_err(Failure::Refused))? {
                Ok(decided) => decided.value,
                Err(refused) => return Ok(Err((refused, Part::Grants))),
            };
            if given.is_new {
                member.places.push(place.clone());
                member.grants.push(given.grant);
            } else if let Some(standing) = member.grants.iter_mut().find(|grant| grant.workspace == *workspace) {
                *standing = given.grant;
            }
            member.access = given.access;
        }
        Ok(Ok(0))
    }

    fn look_at_newcomer(
        &self,
        known: Option<&Person<'_>>,
        member: MemberId,
        newcomer: &Newcomer,
        seats_left: Option<u32>,
    ) -> Result<Looked, Failure<Never>> {
        let Some(((workspace, levels), others)) = newcomer.grants.split_first() else { return Ok(Err((NOT_FOUND, Part::Grants))) };
        let Some(place) = self.places.get(workspace) else { return Ok(Err((NOT_FOUND, Part::Grants))) };
        if known.is_some_and(|person| others.iter().any(|offered| stands(&person.met, offered))) {
            return Ok(Err((plainly("already_member"), Part::Person)));
        }
        let nobody = Rests::of_nobody(&self.chooser);
        let (met, rests) = known.map_or((None, &nobody), |person| (Some(&person.met), &person.rests));
        let asked = self.invite(member, newcomer, levels).and_then(|ask| {
            let inviting = self.inviting(place, seats_left, Some(self.cx.now));
            inviting.weigh(met, &rests.chosen, ask).map_err(|refused| Failure::Refused(InvitingRefused::from(refused)))
        });
        let invited = match ruled(asked)? {
            Ok(decided) => decided.value,
            Err(refused) => return Ok(Err((refused, part_of(refused)))),
        };
        let (mut person, grant, seats) = match (invited, met) {
            (Invited::AlreadyMember, _) => return Ok(Err((plainly("already_member"), Part::Person))),
            (Invited::Inactive, _) => return Ok(Err((plainly("inactive"), Part::Person))),
            (Invited::New { membership, grant, .. }, _) => {
                let access = Access::new(self.acting.organization.setting(), Status::Pending, &[]);
                (Loaded { membership, grants: Vec::new(), places: Vec::new(), access }, grant, 1)
            }
            (Invited::Again { grant, .. } | Invited::Granted { grant, .. }, Some(met)) => (met.member.clone(), grant, 0),
            (Invited::Again { .. } | Invited::Granted { .. }, None) => return Err(Failure::Stale),
        };
        person.access = person.access.with(&grant);
        person.grants.retain(|standing| standing.workspace != *workspace);
        person.grants.push(grant);
        person.places.push(place.clone());
        let looked = self.look_at_grants(rests, person, others)?;
        Ok(looked.map(|more| seats + more))
    }
}

/// Whether an invitation would change what somebody active has there, which none does.
fn stands(met: &Met, (workspace, levels): &Offered) -> bool {
    let standing = met.member.grant_at(*workspace);
    met.member.membership.status == Status::Active && standing.is_some_and(|standing| standing.levels != *levels)
}

/// Full seats are about the person, and not about what they are offered.
fn part_of(refused: Ruled) -> Part {
    if refused.rule == InviteRefused::SeatsFull.rule() { Part::Person } else { Part::Grants }
}
