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
        for (count, person) in (0..).zip(CAST) {
            if let Standing::Active(days) = person.standing {
                let at = self.calendar.minutes_ago(days.saturating_mul(24 * 60) + within_the_day(count));
                unit.memberships().seen(self.organization, self.member(person.name)?, at).await?;
            }
        }
        unit.commit().await?;
        Ok(())
    }
}

/// How many minutes before now, on their day, somebody was last seen: a few just now, most some hours ago, no two alike.
const fn within_the_day(count: u32) -> u32 {
    2 + count * count * 7 % 433
}
