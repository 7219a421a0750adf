//! What comes back of somebody's choices when their deletion is undone: whatever is there still, and may be given now (R6, R12).

use super::undo::UndoFacts;
use crate::access::Access;
use crate::access_model::ResourceKindSpec;
use crate::id::MemberId;
use crate::may_grant::{Side, Widened};
use crate::selection::{Part, Selected, Selection, may_from_any_side};

/// What is back of somebody's choices of one kind. What isn't is gone, or isn't theirs to give who undoes: the two aren't told
/// apart, or an undo would tell of resources that its maker may not know of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChosenAgain {
    /// What is back, at the version that it had.
    pub selected: Selected,
    /// How many of the choices aren't; all of a kind counts as one.
    pub left_out: usize,
}

impl ChosenAgain {
    /// How many of the choices are back; all of a kind counts as one.
    pub fn returned(&self) -> usize {
        choices(&self.selected.selection)
    }
}

fn choices(of: &Selection) -> usize {
    if *of == Selection::All { 1 } else { of.parts().count() }
}

/// One kind, as far as it is somebody's to give.
struct Giving<'a> {
    facts: &'a UndoFacts<'a>,
    kind: &'a ResourceKindSpec,
    own: Selection,
    member: MemberId,
    after: &'a Access,
}

impl Giving<'_> {
    /// From either side that the model has this kind assigned from.
    fn may(&self, widened: &Widened<'_>) -> bool {
        let (granter, places, to) = (self.facts.granter, self.facts.places, (self.member, self.after));
        may_from_any_side(granter, to, places, Side::Member, self.kind, &self.own, widened)
    }

    fn may_again(&self, part: Part) -> bool {
        self.may(&Widened::by(&Selection::only([part]), self.facts.named))
    }

    fn back(&self, had: &Selected) -> Selection {
        let there = |part: &Part| self.facts.named.has(*part, &had.kind);
        match had.selection {
            Selection::All if self.may(&Widened::ALL) => Selection::All,
            Selection::All | Selection::None => Selection::None,
            Selection::Only { .. } => Selection::only(had.selection.parts().filter(|part| there(part) && self.may_again(*part))),
        }
    }
}

/// What comes back of the receipt's choices to this member, who may do this from then on.
pub(super) fn chosen_again(facts: &UndoFacts<'_>, member: MemberId, after: &Access) -> Vec<ChosenAgain> {
    let again = |had: &Selected| {
        let own = facts.own.iter().find(|one| one.kind == had.kind).map_or(Selection::None, |one| one.selection.clone());
        // A kind that the model doesn't have any more is nothing to choose of.
        let kind = after.model().resource_kind(had.kind.as_str());
        let back = kind.map_or(Selection::None, |kind| Giving { facts, kind, own, member, after }.back(had));
        let left_out = choices(&had.selection).saturating_sub(choices(&back));
        let chosen_by = Some(facts.giver);
        ChosenAgain { selected: Selected { selection: back, chosen_by, ..had.clone() }, left_out }
    };
    facts.receipt.selections.iter().map(again).collect()
}
