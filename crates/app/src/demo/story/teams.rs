//! Teams, each with the agents of a workspace.

use tenure_domain::{KindKey, Name};
use tenure_usecases::{AssignResource, CreateResource};

use super::Story;
use crate::demo::people::{CAST, Standing, TEAMS};
use crate::example::{failed, wrong};
use crate::failure::Failure;

impl Story {
    /// Makes the teams, and puts into each the agents who had come to its workspace by then.
    pub(super) async fn form_teams(&mut self, day: u32) -> Result<(), Failure> {
        self.calendar.turn_to(self.calendar.ago(day));
        let organization = self.organization;
        for (text, place) in TEAMS {
            let kind = KindKey::parse("team").map_err(wrong("team"))?;
            let name = Name::parse(text).map_err(wrong(text))?;
            let caller = self.you().await?;
            let team = CreateResource { organization, kind, name, for_everyone: false, groups: [].into() };
            let team = self.tenure.perform(caller, team).await.map_err(failed("a team"))?;
            let came = CAST.iter().filter(|one| one.invited > day && one.standing != Standing::Pending);
            for agent in came.filter(|one| one.level == "agent" && one.place == *place) {
                let ask = AssignResource { organization, resource: team.id, member: self.member(agent.name)?, has: true };
                self.tenure.perform(caller, ask).await.map_err(failed("a place in a team"))?;
            }
        }
        Ok(())
    }
}
