//! When people were last seen.

use super::Story;
use crate::demo::people::{CAST, Standing};
use crate::failure::Failure;

impl Story {
    /// Remembers when everybody last did something. That follows requests and not an ask, so it is written as they write it: in
    /// the store.
    pub(super) async fn mark_days(&mut self) -> Result<(), Failure> {
        let today = self.calendar.ago(0);
        self.calendar.turn_to(today);
        let store = &self.tenure.tools().store;
        let mut unit = store.open().await?;
        unit.memberships().seen(self.organization, self.you, today).await?;
        for person in CAST {
            if let Standing::Active(days) = person.standing {
                unit.memberships().seen(self.organization, self.member(person.name)?, self.calendar.ago(days)).await?;
            }
        }
        unit.commit().await?;
        Ok(())
    }
}
