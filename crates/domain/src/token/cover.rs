//! Whether somebody can do, and sees, all that another can: else they must not learn the secret of a token of theirs (R6).

use crate::access::Access;
use crate::access_model::Reach;
use crate::may_grant::{Widened, covers as reaches_all};
use crate::selection::Selection;
use crate::visibility::{Masking, Visibility};
use crate::workspace::Place;

/// What two members reach of a resource kind.
#[derive(Clone, Debug)]
pub struct Reached<'a> {
    /// How far the levels of who asks reach into it.
    pub reach: Reach,
    /// What they have chosen of it.
    pub own: &'a Selection,
    /// What the other member reaches.
    pub theirs: Widened<'a>,
}

/// Whether one access covers another's in every workspace: rights, those to manage by, sight of contacts and members, and resources.
///
/// `grounds` are the workspaces of the grants of both. Between these nothing begins, and what is switched off is off for both alike,
/// so what holds there holds everywhere.
pub fn covers(own: &Access, theirs: &Access, grounds: &[Place], reached: &[Reached<'_>]) -> bool {
    let one = |place: &Place| {
        // Where the other has nothing there is nothing to cover.
        if theirs.workspaces().all(|workspace| !place.is_within(workspace)) {
            return true;
        }
        theirs.granted_at(place).within(own.granted_at(place))
            && theirs.manages_at(place).within(own.manages_at(place))
            && own.restrictions_at(place).within(theirs.restrictions_at(place))
            && own.masking_at(place) <= theirs.masking_at(place)
            // Of one's own contacts everybody has others.
            && own.visibility_at(place) == Visibility::Everything
    };
    let root = theirs.setting().root;
    own.acts()
        && grounds.iter().all(one)
        // Nothing of somebody is hidden from themselves, and so nothing of them is from their program.
        && own.masking_of_members() == Masking::None
        && (own.governs(root) || !theirs.governs(root))
        && reached.iter().all(|kind| reaches_all(kind.reach, kind.own, &kind.theirs, false))
}
