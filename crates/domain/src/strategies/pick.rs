//! Choices among things that are only known later: a number that picks from whatever list it is held against.

use proptest::prelude::*;

/// A choice from a list that isn't known yet. Smaller numbers choose less, so it shrinks towards nothing, or the first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pick(u64);

impl Pick {
    /// The members of a list whose bit is set; those beyond the 64th share the bits of the first.
    pub fn some<T: Clone>(self, of: &[T]) -> Vec<T> {
        of.iter().enumerate().filter(|(at, _)| self.0 >> (at % 64) & 1 == 1).map(|(_, one)| one.clone()).collect()
    }

    /// As [`Pick::some`], but never nothing: the list's first, if no bit is set.
    pub fn at_least_one<T: Clone>(self, of: &[T]) -> Vec<T> {
        let some = self.some(of);
        if some.is_empty() { of.iter().take(1).cloned().collect() } else { some }
    }

    /// One member of a list; none of an empty one.
    pub fn one<T>(self, of: &[T]) -> Option<&T> {
        of.get(self.below(of.len()))
    }

    /// A number below another; 0 below 0.
    pub fn below(self, most: usize) -> usize {
        let most = u64::try_from(most).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.0 % most).unwrap_or_default()
    }
}

/// Any choice.
pub fn picks() -> impl Strategy<Value = Pick> + Clone {
    any::<u64>().prop_map(Pick)
}

/// Choices of about a quarter of a list.
pub(super) fn few() -> impl Strategy<Value = Pick> + Clone {
    (any::<u64>(), any::<u64>()).prop_map(|(one, other)| Pick(one & other))
}
