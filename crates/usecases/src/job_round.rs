//! What all turns of a job's step have in common; and one person's turn, as it would be and as it is.

use std::collections::BTreeSet;

use tenure_domain::event::Event;
use tenure_domain::granting::GivingRefused;
use tenure_domain::job::{JobItem, Task};
use tenure_domain::selection::Choices;
use tenure_domain::workspace::Place;
use tenure_domain::{LevelKey, MemberId, ReceiptId, Refusal};
use tenure_port_store::{OrganizationUnit, Unit};

use crate::deletions::Deletions;
use crate::grant_access::Giving;
use crate::import::Rows;
use crate::selecting::Chooser;
use crate::undo_revocation::bring_back;
use crate::{Acting, Context, Expected, Failure, Loaded, Never, load};

/// What all turns of a step have in common.
pub(crate) struct Round<'a> {
    cx: &'a Context<'a>,
    acting: &'a Acting,
    deed: Deed<'a>,
}

enum Deed<'a> {
    Deletion(Box<Deletions>),
    Levels {
        place: Place,
        levels: &'a BTreeSet<LevelKey>,
        chooser: Box<Chooser>,
    },
    Undo,
    Import(Rows<'a>),
    /// The workspace that it is about is gone.
    Nowhere,
}

/// What one person's turn came to.
pub(crate) enum Turn {
    /// With the receipt that it left, whom it was about if that wasn't known before, and what happened.
    Done(Option<ReceiptId>, Option<MemberId>, Vec<Event>),
    Refused(Ruled),
}

/// The rule by which somebody's turn was refused, and whether it is one of access.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ruled {
    pub(crate) rule: &'static str,
    pub(crate) is_access: bool,
}

/// Whom somebody's turn would be about, if they are here, or the rule by which it would be refused.
pub(crate) type LookedAt = Result<Option<MemberId>, Ruled>;

pub(crate) const NOT_FOUND: Ruled = Ruled { rule: "not_found", is_access: false };

/// A deed that was refused is an answer; one that the database ended ends the step.
pub(crate) fn ruled<T, R: Refusal>(of: Result<T, Failure<R>>) -> Result<Result<T, Ruled>, Failure<Never>> {
    let failure = match of {
        Ok(done) => return Ok(Ok(done)),
        Err(failure) => failure,
    };
    let is_access = failure.refused_access().is_some();
    match failure {
        Failure::NotFound => Ok(Err(NOT_FOUND)),
        Failure::Refused(refused) => Ok(Err(Ruled { rule: refused.rule(), is_access })),
        Failure::Forbidden(refused) => Ok(Err(Ruled { rule: refused.rule(), is_access })),
        Failure::Store(error) => Err(Failure::Store(error)),
        // What stood there when it was read stands there still: the organization is locked.
        _ => Err(Failure::Stale),
    }
}

impl<'a> Round<'a> {
    pub(crate) async fn load<R>(
        cx: &'a Context<'a>,
        unit: &mut (dyn Unit + 'static),
        acting: &'a Acting,
        task: &'a Task,
        items: &[&JobItem],
    ) -> Result<Self, Failure<R>> {
        let deed = match task {
            Task::Deletion { handover } => {
                let members: Vec<MemberId> = items.iter().map(|item| item.member).collect();
                Deed::Deletion(Box::new(Deletions::load(unit, acting, &members, *handover).await?))
            }
            Task::Undo { .. } => Deed::Undo,
            Task::Import(_) => {
                let deeds = items.iter().filter_map(|item| item.row.as_ref()?.deed.as_ref());
                Deed::Import(Rows::load(cx, unit, acting, deeds).await?)
            }
            Task::Levels { workspace, levels } => {
                let place = load::place(unit, &acting.organization, *workspace).await?;
                match place.filter(|place| acting.workspace_is_seen(place)) {
                    Some(place) => {
                        Deed::Levels { place, levels, chooser: Box::new(Chooser::load(unit, acting, &Choices::new()).await?) }
                    }
                    None => Deed::Nowhere,
                }
            }
        };
        Ok(Self { cx, acting, deed })
    }

    /// What a turn would come to; nothing is written. What an undo comes to is known when it is done.
    pub(crate) async fn look(
        &self,
        unit: &mut (dyn Unit + 'static),
        member: MemberId,
    ) -> Result<Result<(), Ruled>, Failure<Never>> {
        match &self.deed {
            Deed::Deletion(deletions) => ruled(deletions.look(self.cx, unit, self.acting, member).await),
            Deed::Levels { place, levels, chooser } => {
                let giving = self.giving(place, chooser);
                ruled(may_give_levels(&giving, unit, member, levels).await)
            }
            // The rows of a sheet are looked at with what they ask for.
            Deed::Undo | Deed::Import(_) => Ok(Ok(())),
            Deed::Nowhere => Ok(Err(NOT_FOUND)),
        }
    }

    /// The same for all whose turn has come, in their order.
    pub(crate) async fn look_ahead(
        &self,
        unit: &mut (dyn Unit + 'static),
        items: &[&JobItem],
    ) -> Result<Vec<LookedAt>, Failure<Never>> {
        if let Deed::Import(rows) = &self.deed {
            return rows.look_ahead(unit, items).await;
        }
        let mut looked = Vec::with_capacity(items.len());
        for item in items {
            looked.push(self.look(unit, item.member).await?.map(|()| Some(item.member)));
        }
        Ok(looked)
    }

    /// Takes note that the rows of those who are left are written.
    pub(crate) async fn touched(&mut self, unit: &mut (dyn Unit + 'static), left: &[MemberId]) -> Result<(), Failure<Never>> {
        match &mut self.deed {
            Deed::Deletion(deletions) => Ok(deletions.touched(unit, self.acting, left).await?),
            _ => Ok(()),
        }
    }

    /// Writes what turns have left to be written together.
    pub(crate) async fn finish(&mut self, unit: &mut (dyn OrganizationUnit + 'static)) -> Result<(), Failure<Never>> {
        match &mut self.deed {
            Deed::Deletion(deletions) => Ok(deletions.save(self.cx, unit).await?),
            _ => Ok(()),
        }
    }

    /// Somebody's turn.
    pub(crate) async fn turn(
        &mut self,
        unit: &mut (dyn OrganizationUnit + 'static),
        item: &JobItem,
    ) -> Result<Turn, Failure<Never>> {
        let (cx, acting) = (self.cx, self.acting);
        if let Deed::Deletion(deletions) = &mut self.deed {
            let done = ruled(deletions.turn(cx, unit, acting, item.member).await)?;
            return Ok(done.map_or_else(Turn::Refused, |(receipt, events)| Turn::Done(receipt, None, events)));
        }
        if let Deed::Import(rows) = &self.deed {
            return rows.turn(unit, item).await;
        }
        let done = match (&self.deed, item.receipt) {
            (Deed::Levels { place, levels, chooser }, _) => {
                let giving = self.giving(place, chooser);
                ruled(give_levels(&giving, unit, item.member, levels).await.map(|events| (None, events)))?
            }
            (Deed::Undo, Some(receipt)) => ruled(bring_back(cx, unit, acting, receipt).await.map(|done| (None, done.events)))?,
            (Deed::Undo, None) | (Deed::Nowhere | Deed::Import(_) | Deed::Deletion(_), _) => Err(NOT_FOUND),
        };
        Ok(match done {
            Ok((receipt, events)) => Turn::Done(receipt, None, events),
            Err(ruled) => Turn::Refused(ruled),
        })
    }

    fn giving<'b>(&'b self, place: &'b Place, chooser: &'b Chooser) -> Giving<'b> {
        Giving::of(self.acting, place, chooser, self.cx.now)
    }
}

async fn may_give_levels(
    giving: &Giving<'_>,
    unit: &mut (dyn Unit + 'static),
    member: MemberId,
    levels: &BTreeSet<LevelKey>,
) -> Result<(), Failure<GivingRefused>> {
    let (member, offer, _) = at_levels(giving, unit, member, levels).await?;
    giving.decide(unit, &member, offer).await.map(|_| ())
}

/// Somebody with a grant at this workspace, and what it would be with these levels.
async fn at_levels(
    giving: &Giving<'_>,
    unit: &mut (dyn Unit + 'static),
    member: MemberId,
    levels: &BTreeSet<LevelKey>,
) -> Result<(Loaded, tenure_domain::grant::Offer, Expected), Failure<GivingRefused>> {
    let Giving { organization, place, .. } = giving;
    let member = Loaded::find(unit, organization, member).await?.ok_or(Failure::NotFound)?;
    let standing = member.grant_at(place.workspace()).ok_or(Failure::NotFound)?;
    let offer = standing.as_offer().at_levels(levels.clone(), &organization.model);
    let expected = Expected::Version(standing.version);
    Ok((member, offer, expected))
}

async fn give_levels(
    giving: &Giving<'_>,
    unit: &mut (dyn OrganizationUnit + 'static),
    member: MemberId,
    levels: &BTreeSet<LevelKey>,
) -> Result<Vec<Event>, Failure<GivingRefused>> {
    let (member, offer, expected) = at_levels(giving, unit, member, levels).await?;
    Ok(giving.give(unit, member, offer, expected).await?.events)
}
