//! What levels say of a kind binds what is chosen of it, at every change of levels (R3).

use std::collections::{BTreeMap, BTreeSet};

use super::{Named, Part, SelectFacts, SelectRefused, Selected, Selection, select};
use crate::access::Access;
use crate::access_model::{Reach, ResourceKindSpec};
use crate::decided::Decided;
use crate::event::Event;
use crate::grant::Giver;
use crate::id::MemberId;
use crate::keys::KindKey;
use crate::may_grant::{Granter, Side, Widened, may_select, sides};
use crate::membership::Membership;
use crate::refusal::{Refusal, RefusalKind};
use crate::workspace::Place;

/// What is asked for of each kind, in place of what stands; of kinds that aren't in it nothing is asked.
pub type Choices = BTreeMap<KindKey, Selection>;

/// What of resources a change of somebody's levels rests on.
#[derive(Clone, Copy, Debug)]
pub struct Choosing<'a> {
    /// What stands for them.
    pub standing: &'a [Selected],
    /// What is asked for together with the change.
    pub asked: &'a Choices,
    /// What whoever gives chose, or was given, themselves.
    pub own: &'a [Selected],
    /// The resources and groups that stand or are asked for.
    pub named: &'a Named,
    /// Those of them that whoever gives may not know of.
    pub unknown: &'a BTreeSet<Part>,
    /// The workspaces of all their grants, before the change.
    pub places: &'a [Place],
}

impl Choosing<'static> {
    /// Nothing stands, and nothing is asked for.
    pub const NOTHING: Self = {
        const NO_CHOICES: &Choices = &BTreeMap::new();
        const KNOWN: &BTreeSet<Part> = &BTreeSet::new();
        Self { standing: &[], asked: NO_CHOICES, own: &[], named: &Named::NOTHING, unknown: KNOWN, places: &[] }
    };
}

impl Choosing<'_> {
    /// Whether somebody could choose all that stands, as far as it counts.
    pub(crate) fn are_theirs_to_give(&self, granter: Granter<'_>, to: (MemberId, &Access), places: &[Place]) -> bool {
        let counts = |one: &&Selected| effective(to.1, &one.kind, &one.selection) == one.selection;
        self.standing.iter().filter(counts).filter(|one| one.selection != Selection::None).all(|one| {
            let own = self.own.iter().find(|own| own.kind == one.kind).map_or(&Selection::None, |own| &own.selection);
            let widened = Widened::by(&one.selection, self.named);
            let spec = to.1.model().resource_kind(one.kind.as_str());
            one.selection.parts().all(|part| self.named.has(part, &one.kind))
                && spec.is_some_and(|spec| may_from_any_side(granter, to, places, Side::Invitation, spec, own, &widened))
        })
    }
}

/// Why what is chosen doesn't go with the change.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{why}")]
pub struct BindRefused {
    /// Of which kind.
    pub kind: KindKey,
    /// Why.
    pub why: SelectRefused,
}

impl BindRefused {
    /// Whether what was asked for makes no sense, whoever it is for.
    pub fn is_of_the_ask(&self) -> bool {
        use SelectRefused::{FromResource, TooMany, UnknownGroup, UnknownKind, UnknownResource};
        matches!(self.why, FromResource(_) | TooMany | UnknownKind(_) | UnknownResource(_) | UnknownGroup(_))
    }
}

impl Refusal for BindRefused {
    fn kind(&self) -> RefusalKind {
        self.why.kind()
    }

    fn rule(&self) -> &'static str {
        self.why.rule()
    }

    fn pointer(&self) -> Option<String> {
        let within = self.why.pointer().unwrap_or_default();
        Some(format!("/selections/{}{within}", self.kind)).filter(|_| self.kind() != RefusalKind::Forbidden)
    }
}

/// A change of levels, and whose.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound<'a> {
    pub(crate) membership: &'a Membership,
    pub(crate) before: &'a Access,
    pub(crate) after: &'a Access,
    /// The workspace whose grant changes.
    pub(crate) place: &'a Place,
    pub(crate) granter: Granter<'a>,
    pub(crate) giver: Giver,
    /// `Member`, or `Invitation`.
    pub(crate) side: Side,
    /// Whether what is asked for comes to what they have, instead of taking its place.
    pub(crate) adds: bool,
}

/// Whether a choice is what somebody's levels want of a kind; somebody without any level is bound by none.
fn fits(access: &Access, kind: &KindKey, chosen: &Selection) -> bool {
    chosen.is_one() || access.levels_anywhere().is_empty() || access.reach_into(kind.as_str()) != Reach::ExactlyOne
}

/// The kinds of which levels want exactly one, and something else is chosen.
pub(crate) fn unfit(access: &Access, chosen: &[Selected]) -> Vec<KindKey> {
    let kinds = access.model().resource_kinds().iter().filter_map(ResourceKindSpec::kind_key);
    let of = |kind: &KindKey| chosen.iter().find(|one| one.kind == *kind).map_or(&Selection::None, |one| &one.selection);
    kinds.filter(|kind| !fits(access, kind, of(kind))).collect()
}

/// What of a choice counts, as far as levels let it: none of it for somebody without any.
pub(crate) fn effective(access: &Access, kind: &KindKey, chosen: &Selection) -> Selection {
    match access.reach_into(kind.as_str()) {
        _ if access.levels_anywhere().is_empty() => Selection::None,
        Reach::All => Selection::All,
        Reach::None => Selection::None,
        Reach::Choose | Reach::ExactlyOne => chosen.clone(),
    }
}

/// Decides what is chosen for somebody from now on, of each kind where that changes. What a change of levels would wake of an older
/// choice stays only as far as whoever makes it may give it.
pub(crate) fn bind(bound: &Bound<'_>, choosing: &Choosing<'_>) -> Result<Decided<Vec<Selected>>, BindRefused> {
    let model = bound.after.model();
    if let Some(kind) = choosing.asked.keys().find(|kind| model.resource_kind(kind.as_str()).is_none()) {
        return Err(BindRefused { kind: kind.clone(), why: SelectRefused::UnknownKind(kind.clone()) });
    }
    let member = bound.membership.id;
    let (mut changed, mut events) = (Vec::new(), Vec::new());
    for spec in model.resource_kinds() {
        let Some(kind) = spec.kind_key() else { continue };
        let stands = choosing.standing.iter().find(|one| one.kind == kind).cloned();
        let stands = stands.unwrap_or_else(|| Selected::nothing(member, kind.clone()));
        let choice = Choice { bound, choosing, spec, kind: &kind, stands: &stands };
        let refused = |why| BindRefused { kind: kind.clone(), why };
        let selection = match choosing.asked.get(&kind) {
            Some(asked) => choice.asked(asked).map_err(refused)?,
            None => choice.kept(),
        };
        if !fits(bound.after, &kind, &selection) {
            return Err(refused(SelectRefused::Required(kind.clone())));
        }
        if selection != stands.selection {
            let (before, after) = (stands.selection.clone(), selection.clone());
            events.push(Event::SelectionChanged { member, kind: kind.clone(), before, after });
            changed.push(stands.chosen(selection, bound.giver));
        }
    }
    Ok(Decided { value: changed, events })
}

/// What becomes of one kind.
struct Choice<'a> {
    bound: &'a Bound<'a>,
    choosing: &'a Choosing<'a>,
    spec: &'a ResourceKindSpec,
    kind: &'a KindKey,
    stands: &'a Selected,
}

impl Choice<'_> {
    /// The workspaces of their grants, the one that changes among them.
    fn places(&self) -> Vec<Place> {
        let here = self.bound.place.workspace();
        let others = self.choosing.places.iter().filter(|place| place.workspace() != here);
        others.chain([self.bound.place]).cloned().collect()
    }

    fn own(&self) -> Selection {
        let own = self.choosing.own.iter().find(|one| one.kind == *self.kind);
        own.map(|own| own.selection.clone()).unwrap_or_default()
    }

    /// What is asked for instead of what stands: it is chosen as from the member's side, and counted from what they reach today.
    fn asked(&self, asked: &Selection) -> Result<Selection, SelectRefused> {
        let Self { bound, choosing, .. } = *self;
        let before = effective(bound.before, self.kind, &self.stands.selection);
        let named = choosing.named.without(choosing.unknown);
        // What counted only in the past isn't woken by whoever may not so much as know of it.
        let unknown = before.parts().filter(|one| choosing.unknown.contains(one)).collect();
        let facts = SelectFacts {
            membership: bound.membership,
            access: bound.after,
            places: &self.places(),
            key: self.kind,
            kind: self.spec,
            side: bound.side,
            granter: bound.granter,
            own: &self.own(),
            before: &before,
            named: &named,
            unknown: &unknown,
        };
        let decided = match (bound.adds, &before, asked) {
            (true, Selection::All, _) if facts.fits_levels(asked).is_ok() => return Ok(Selection::All),
            (true, _, Selection::Only { .. }) => {
                let all = before.parts().filter(|one| !choosing.unknown.contains(one)).chain(asked.parts());
                select(&facts, &Selection::only(all))?
            }
            (true, _, Selection::None) => select(&facts, &before)?,
            _ => select(&facts, asked)?,
        };
        facts.fits_levels(&decided.value)?;
        Ok(decided.value)
    }

    /// What stays where nothing is asked for: what doesn't count stays as it is, and what counts only from now on stays as far as
    /// whoever changes the levels may give it.
    fn kept(&self) -> Selection {
        let stands = &self.stands.selection;
        let counted = effective(self.bound.before, self.kind, stands);
        if effective(self.bound.after, self.kind, stands) != *stands {
            return stands.clone();
        }
        match stands {
            Selection::All if counted == Selection::All || self.may(&Widened::ALL) => Selection::All,
            Selection::All | Selection::None => Selection::None,
            Selection::Only { .. } => Selection::only(stands.parts().filter(|one| counted.has(*one) || self.may_wake(*one))),
        }
    }

    fn may_wake(&self, part: Part) -> bool {
        let widened = Widened::by(&Selection::only([part]), self.choosing.named);
        self.choosing.named.has(part, self.kind) && (widened.is_nothing() || self.may(&widened))
    }

    fn may(&self, widened: &Widened<'_>) -> bool {
        may_from_any_side(
            self.bound.granter,
            (self.bound.membership.id, self.bound.after),
            &self.places(),
            self.bound.side,
            self.spec,
            &self.own(),
            widened,
        )
    }
}

/// Whether somebody may give this from any side that the model has its kind chosen from; `member` is the member's.
pub(crate) fn may_from_any_side(
    granter: Granter<'_>,
    to: (MemberId, &Access),
    places: &[Place],
    member: Side,
    kind: &ResourceKindSpec,
    own: &Selection,
    widened: &Widened<'_>,
) -> bool {
    let (one, other) = sides(member, kind);
    let may = |side: Side| may_select(granter, to, places, side, kind, own, widened).is_ok();
    one.is_some_and(may) || other.is_some_and(may)
}
