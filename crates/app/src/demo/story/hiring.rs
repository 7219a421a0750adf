//! Inviting, accepting, and being given more later.

use std::ops::Range;

use tenure_domain::grant::Offer;
use tenure_domain::membership::Profile;
use tenure_domain::selection::Choices;
use tenure_domain::{EmailAddress, InvitationId, LevelKey, MemberId, Note, RestrictionKey};
use tenure_usecases::{InvitePeople, Outcome};

use super::Story;
use crate::demo::arriving::accept;
use crate::demo::people::{CAST, MORE_GRANTS, Place, Standing, address};
use crate::example::{failed, wrong};
use crate::failure::Failure;

const NOTE: &str = "Welcome to Aster Support! Take a look around; your team lead will call you on your first day.";

impl Story {
    /// Invites everybody whose day is among these; those who accept do it the same day.
    pub(super) async fn hire(&mut self, days: Range<u32>) -> Result<(), Failure> {
        for person in CAST.iter().filter(|person| days.contains(&person.invited)) {
            self.calendar.turn_to(self.calendar.ago(person.invited));
            let offer = offer(person.level, person.restrictions)?;
            let (member, invitation) = self.invite(person.email()?, person.place, offer, person.profile()?).await?;
            self.members.insert(person.name, member);
            if person.standing != Standing::Pending {
                accept(&self.tenure, self.organization, invitation, person.names()?).await?;
            }
        }
        Ok(())
    }

    /// Invites some to a second workspace: since they are here, they have it at once.
    pub(super) async fn give_more_grants(&mut self, day: u32) -> Result<(), Failure> {
        self.calendar.turn_to(self.calendar.ago(day));
        for (name, place, level) in MORE_GRANTS {
            let address = address(*name);
            let email = EmailAddress::parse(&address).map_err(wrong(&address))?;
            self.invite(email, *place, offer(level, &[])?, Profile::default()).await?;
        }
        Ok(())
    }

    async fn invite(
        &mut self,
        email: EmailAddress,
        place: Place,
        offer: Offer,
        profile: Profile,
    ) -> Result<(MemberId, Option<InvitationId>), Failure> {
        let ask = InvitePeople {
            organization: self.organization,
            workspace: self.place(place)?,
            emails: vec![email.to_string().into()],
            offer,
            selections: Choices::new(),
            profile,
            note: Some(Note::parse(NOTE).map_err(wrong(NOTE))?),
            expires_at: None,
        };
        let caller = self.you().await?;
        let outcomes = self.tenure.perform(caller, ask).await.map_err(failed("an invitation"))?;
        let outcome = outcomes.into_iter().next().ok_or_else(|| nobody_invited("no outcome"))?;
        match (outcome.outcome, outcome.member) {
            (Outcome::Invited | Outcome::Granted, Some(member)) => Ok((member, outcome.invitation)),
            (other, _) => Err(nobody_invited(other.word())),
        }
    }
}

fn nobody_invited(why: &str) -> Failure {
    Failure::of("the example can't be made (an invitation)", why)
}

fn offer(level: &str, restrictions: &[&str]) -> Result<Offer, Failure> {
    let restrictions = restrictions.iter().map(|key| RestrictionKey::parse(key).map_err(wrong(key)));
    Ok(Offer {
        levels: [LevelKey::parse(level).map_err(wrong(level))?].into(),
        permissions: [].into(),
        restrictions: restrictions.collect::<Result<_, _>>()?,
    })
}
