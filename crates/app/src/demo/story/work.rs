//! Contacts, who takes care of them, and one who leaves.

use tenure_domain::revocation::Handover;
use tenure_domain::{MemberId, Reason};
use tenure_usecases::{CreateContacts, RevokeAccess};

use super::Story;
use crate::demo::contacts::{ASSIGNED, COUNT, contact};
use crate::demo::people::{CAST, LEAVER, Person, Place, SUCCESSOR, Standing};
use crate::example::{failed, wrong};
use crate::failure::Failure;

const WHY: &str = "Left the company.";

impl Story {
    /// Gives every agent who came some contacts, no two agents next to each other as many, between these two days.
    pub(super) async fn hand_out_contacts(&mut self, from: u32, to: u32) -> Result<(), Failure> {
        let came = |one: &&Person| one.level == "agent" && matches!(one.standing, Standing::Active(_));
        let agents: Vec<&Person> = CAST.iter().filter(came).collect();
        let mut next = 0;
        for ((agent, left), day) in agents.iter().zip((1..=agents.len()).rev()).zip(days(from, to, agents.len())) {
            let even = (ASSIGNED - next) / left;
            // The last one takes what the others left.
            let some = if left == 1 { even } else { even.saturating_sub(4) + left * 3 % 9 };
            self.calendar.turn_to(self.calendar.ago(day));
            self.serve(agent.place, next..next + some, Some(self.member(agent.name)?)).await?;
            next += some;
        }
        Ok(())
    }

    /// Makes the contacts that nobody takes care of yet, in every workspace some.
    pub(super) async fn collect_contacts(&mut self, day: u32) -> Result<(), Failure> {
        self.calendar.turn_to(self.calendar.ago(day));
        let places = [Place::Root, Place::Europe, Place::Dach, Place::Americas, Place::Pacific];
        let bound = |at: usize| ASSIGNED + (COUNT - ASSIGNED) * at / places.len();
        for (at, place) in places.into_iter().enumerate() {
            self.serve(place, bound(at)..bound(at + 1), None).await?;
        }
        Ok(())
    }

    async fn serve(&mut self, place: Place, numbers: std::ops::Range<usize>, assignee: Option<MemberId>) -> Result<(), Failure> {
        let contacts = numbers.map(contact).collect::<Result<Vec<_>, _>>()?;
        let ask = CreateContacts { organization: self.organization, workspace: self.place(place)?, contacts, assignee };
        let caller = self.you().await?;
        self.tenure.perform(caller, ask).await.map_err(failed("contacts"))?;
        Ok(())
    }

    /// Revokes the access of one, whose contacts go to another; there is a receipt to undo it with.
    pub(super) async fn see_one_leave(&mut self, day: u32) -> Result<(), Failure> {
        self.calendar.turn_to(self.calendar.ago(day));
        let ask = RevokeAccess {
            organization: self.organization,
            member: self.member(LEAVER)?,
            workspace: self.place(Place::Americas)?,
            handover: Handover::AssignTo(self.member(SUCCESSOR)?),
            fingerprint: None,
            reason: Some(Reason::parse(WHY).map_err(wrong(WHY))?),
        };
        let caller = self.you().await?;
        self.tenure.perform(caller, ask).await.map_err(failed("a revocation"))?;
        Ok(())
    }
}

/// As many days as asked for, from the earlier to the later, evenly.
fn days(from: u32, to: u32, count: usize) -> impl Iterator<Item = u32> {
    let span = usize::try_from(from.saturating_sub(to)).unwrap_or_default();
    (0..count).map(move |at| from - u32::try_from(at * span / count.max(1)).unwrap_or_default())
}
