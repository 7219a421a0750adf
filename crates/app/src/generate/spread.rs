//! Where things are put: a tree in which much lies in one branch and nothing in another, so that both ends can be looked at.

/// How many workspaces lie directly below one.
const BELOW: u32 = 20;
/// How many members sit at the root, whatever lies below: what every workspace inherits.
const AT_THE_ROOT: u32 = 10;
/// The branch in which half of all members sit.
const CROWDED: u32 = 1;
/// The branch in which nobody does.
const QUIET: u32 = 20;

/// A tree of workspaces by their numbers: the root is 0, and 1 to 20 lie directly below it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spread {
    workspaces: u32,
}

impl Spread {
    pub(super) const fn over(workspaces: u32) -> Self {
        Self { workspaces }
    }

    /// The workspace above one; the root is above itself.
    pub(super) const fn above(number: u32) -> u32 {
        number.saturating_sub(1) / BELOW
    }

    /// Where the member of this number sits.
    pub(super) fn place_of(self, member: u32) -> u32 {
        let below = self.workspaces - 1;
        if member < AT_THE_ROOT || below == 0 {
            return 0;
        }
        if member.is_multiple_of(2) {
            return CROWDED;
        }
        let place = u32::try_from(mixed(member) % u64::from(below)).unwrap_or_default() + 1;
        if Self::is_quiet(place) { CROWDED } else { place }
    }

    fn is_quiet(number: u32) -> bool {
        let mut at = number;
        while at > BELOW {
            at = Self::above(at);
        }
        at == QUIET
    }
}

/// A number that looks like chance and is the same each time (the last step of splitmix64).
pub(super) const fn mixed(number: u32) -> u64 {
    let mut mixed = (number as u64).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
