//! What can come back of somebody's choices when their deletion is undone, or after a deactivation: whatever is there still, and
//! may be given now (R6, R12, R13).

use crate::access::Access;
use crate::access_model::ResourceKindSpec;
use crate::grant::Giver;
use crate::id::MemberId;
use crate::may_grant::{Granter, Side, Widened};
use crate::selection::{Named, Part, Selected, Selection, may_from_any_side};
use crate::workspace::Place;

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

/// Who would give choices again.
#[derive(Clone, Copy)]
pub(super) struct Again<'a> {
    pub(super) granter: Granter<'a>,
    pub(super) giver: Giver,
    /// The workspaces of the grants that they go with.
    pub(super) places: &'a [Place],
    /// What was chosen, as far as it is there.
    pub(super) named: &'a Named,
    /// What whoever gives has of each kind themselves.
    pub(super) own: &'a [Selected],
}

/// One kind, as far as it is somebody's to give.
struct Giving<'a> {
    by: Again<'a>,
    kind: &'a ResourceKindSpec,
    own: Selection,
    member: MemberId,
    after: &'a Access,
}

impl Giving<'_> {
    /// From either side that the model has this kind assigned from.
    fn may(&self, widened: &Widened<'_>) -> bool {
        let (granter, places, to) = (self.by.granter, self.by.places, (self.member, self.after));
        may_from_any_side(granter, to, places, Side::Member, self.kind, &self.own, widened)
    }

    fn may_again(&self, part: Part) -> bool {
        self.may(&Widened::by(&Selection::only([part]), self.by.named))
    }

    fn back(&self, had: &Selected) -> Selection {
        let there = |part: &Part| self.by.named.has(*part, &had.kind);
        match had.selection {
            Selection::All if self.may(&Widened::ALL) => Selection::All,
            Selection::All | Selection::None => Selection::None,
            Selection::Only { .. } => Selection::only(had.selection.parts().filter(|part| there(part) && self.may_again(*part))),
        }
    }
}

impl Again<'_> {
    /// What can come back of these choices to this member, who may do this from then on.
    pub(super) fn chosen(self, had: &[Selected], member: MemberId, after: &Access) -> Vec<ChosenAgain> {
        let again = |had: &Selected| {
            let own = self.own.iter().find(|one| one.kind == had.kind).map_or(Selection::None, |one| one.selection.clone());
            // A kind that the model doesn't have any more is nothing to choose of.
            let kind = after.model().resource_kind(had.kind.as_str());
            let back = kind.map_or(Selection::None, |kind| Giving { by: self, kind, own, member, after }.back(had));
            let left_out = choices(&had.selection).saturating_sub(choices(&back));
            let chosen_by = Some(self.giver);
            ChosenAgain { selected: Selected { selection: back, chosen_by, ..had.clone() }, left_out }
        };
        had.iter().map(again).collect()
    }
}
