//! How the example came to be: every step through the use case that people would use, on the day on which it happened.

mod days;
mod hiring;
mod teams;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;

use tenure_couriers::Couriers;
use tenure_domain::{Instant, MemberId, Name, OrganizationId, WorkspaceId};
use tenure_mail_smtp::{LogMail, Sender};
use tenure_usecases::{Caller, Clock as _, CreateWorkspace, SignOut, Tenure, Tools};

use super::calendar::Calendar;
use super::neighbours::{self, Met};
use super::people::Place;
use crate::example::{self, failed, wrong};
use crate::failure::Failure;

/// The day on which it began, counted back from today.
const FIRST_DAY: u32 = 420;
/// For how long a session is used before a new one is taken; in which nothing was done for a week, it ends.
const SESSION_DAYS: u32 = 6;

/// The example while it is told.
pub(super) struct Story {
    tenure: Tenure,
    calendar: Arc<Calendar>,
    organization: OrganizationId,
    places: BTreeMap<Place, WorkspaceId>,
    members: BTreeMap<(&'static str, &'static str), MemberId>,
    you: MemberId,
    /// Your session, and when another one is due.
    session: Option<(Caller, Instant)>,
}

impl Story {
    /// The first day: an organization, its plan, and its workspaces.
    pub(super) async fn begin(tenure: Tenure, calendar: Arc<Calendar>) -> Result<Self, Failure> {
        calendar.turn_to(calendar.ago(FIRST_DAY));
        let name = |text: &'static str| Name::parse(text).map_err(wrong(text));
        let done = example::set_up(&tenure, "Aster Support").await?;
        let mut story = Self {
            tenure,
            calendar,
            organization: done.organization,
            places: BTreeMap::new(),
            members: BTreeMap::new(),
            you: done.member,
            session: None,
        };
        let you = story.you().await?;
        example::take_plan(&story.tenure, you, story.organization).await?;
        story.build(name).await?;
        Ok(story)
    }

    /// Everything since, one day after the other; days are counted back from today.
    pub(super) async fn tell(mut self) -> Result<(), Failure> {
        self.hire(61..FIRST_DAY).await?;
        let call_centre = self.meet(60, &[neighbours::CALL_CENTRE]).await?;
        self.hire(29..61).await?;
        self.form_teams(28).await?;
        self.hand_out_contacts(28, 20).await?;
        self.hire(13..19).await?;
        self.deliver().await?;
        self.give_more_grants(12).await?;
        self.collect_contacts(10).await?;
        self.see_one_leave(7).await?;
        let mut neighbours = self.meet(6, &neighbours::NEIGHBOURS.iter().collect::<Vec<_>>()).await?;
        let you = self.you().await?;
        for one in &call_centre {
            // Links of so long ago are dead.
            one.send_again(&self.tenure, you).await?;
        }
        neighbours.extend(call_centre);
        self.let_go(&neighbours).await?;
        self.hire(0..7).await?;
        self.mark_days().await?;
        self.mark_neighbours(&neighbours).await?;
        self.sign_out().await
    }

    /// Other organizations, all on one day.
    async fn meet(&mut self, day: u32, those: &[&neighbours::Neighbour]) -> Result<Vec<Met>, Failure> {
        self.calendar.turn_to(self.calendar.ago(day));
        let you = self.you().await?;
        let mut met = Vec::new();
        for neighbour in those {
            met.push(neighbours::build(&self.tenure, you, neighbour).await?);
        }
        Ok(met)
    }

    /// Deactivates who left the other organizations.
    async fn let_go(&mut self, met: &[Met]) -> Result<(), Failure> {
        let you = self.you().await?;
        for one in met {
            one.let_go(&self.tenure, you).await?;
        }
        Ok(())
    }

    async fn mark_neighbours(&mut self, met: &[Met]) -> Result<(), Failure> {
        let mut unit = self.tenure.tools().store.open().await?;
        for one in met {
            for (member, minutes) in &one.seen {
                unit.memberships().seen(one.organization(), *member, self.calendar.minutes_ago(*minutes)).await?;
            }
        }
        unit.commit().await?;
        let you = self.you().await?;
        for one in met {
            one.report(&self.tenure, you).await?;
        }
        Ok(())
    }

    async fn build(&mut self, name: impl Fn(&'static str) -> Result<Name, Failure>) -> Result<(), Failure> {
        let found = self.tenure.tools().store.queries().organization(self.organization).await?;
        let root = found.ok_or_else(|| Failure::Failed("the example's organization is gone".to_owned()))?.root;
        self.places.insert(Place::Root, root);
        for (place, parent, text) in [
            (Place::Europe, Place::Root, "Europe & Africa"),
            (Place::Dach, Place::Europe, "DACH"),
            (Place::Americas, Place::Root, "Americas"),
            (Place::Pacific, Place::Root, "Asia-Pacific"),
        ] {
            let (organization, parent) = (self.organization, self.place(parent)?);
            let ask = CreateWorkspace { organization, parent, name: name(text)?, kind: None, active: None };
            let caller = self.you().await?;
            let made = self.tenure.perform(caller, ask).await.map_err(failed("a workspace"))?;
            self.places.insert(place, made.id);
        }
        Ok(())
    }

    /// You, signed in on the day that the calendar shows.
    async fn you(&mut self) -> Result<Caller, Failure> {
        let now = self.tenure.tools().clock.now();
        if let Some((caller, until)) = self.session
            && now < until
        {
            return Ok(caller);
        }
        self.sign_out().await?;
        let caller = example::sign_in(&self.tenure).await?;
        self.session = Some((caller, now.plus(tenure_domain::DAY.saturating_mul(SESSION_DAYS))));
        Ok(caller)
    }

    /// Ends your session, as of the last day on which it was good: what is left behind is a session that nobody has.
    async fn sign_out(&mut self) -> Result<(), Failure> {
        let Some((caller, until)) = self.session.take() else { return Ok(()) };
        let today = self.tenure.tools().clock.now();
        self.calendar.turn_to(today.min(until));
        self.tenure.perform(caller, SignOut).await.map_err(failed("signing out"))?;
        self.calendar.turn_to(today);
        Ok(())
    }

    /// Lets the mail of the past leave on its day, to nobody. What comes later is delivered when the demo is served, for everybody
    /// to read.
    async fn deliver(&self) -> Result<(), Failure> {
        let sender = Sender::new("tenure@example.test", "Tenure").map_err(wrong("tenure@example.test"))?;
        let Tools { store, key, .. } = self.tenure.tools();
        let calendar = Arc::clone(&self.calendar);
        let clock = Arc::new(move || calendar.now());
        let post = Arc::new(LogMail::new(sender));
        let couriers = Couriers::new(Arc::clone(store), post, key.clone(), "https://example.test", clock);
        while couriers.deliver().await? > 0 {}
        Ok(())
    }

    fn place(&self, place: Place) -> Result<WorkspaceId, Failure> {
        let found = self.places.get(&place).copied();
        found.ok_or_else(|| Failure::Failed(format!("the example has no workspace {place:?}")))
    }

    fn member(&self, name: (&'static str, &'static str)) -> Result<MemberId, Failure> {
        let found = self.members.get(&name).copied();
        found.ok_or_else(|| Failure::Failed(format!("the example has nobody called {} {}", name.0, name.1)))
    }
}
