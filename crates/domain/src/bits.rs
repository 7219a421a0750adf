//! Small integers for what a model names, and sets of them as bits: questions about access allocate nothing.

use std::fmt;

/// A thing that a compiled model numbers.
pub trait Index: Copy + Eq {
    /// The number, from 0 in the order of the document.
    fn at(self) -> usize;
    /// The thing with this number.
    fn nth(at: usize) -> Self;
}

/// How many things one model may name in one table.
pub const CAPACITY: usize = 256;

/// A set of numbered things of one table.
pub struct Set<K> {
    words: [u64; CAPACITY / 64],
    of: std::marker::PhantomData<K>,
}

impl<K> Clone for Set<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Set<K> {}
impl<K> PartialEq for Set<K> {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}
impl<K> Eq for Set<K> {}
impl<K> Default for Set<K> {
    fn default() -> Self {
        Self::EMPTY
    }
}
impl<K: Index> fmt::Debug for Set<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Index::at)).finish()
    }
}

impl<K> Set<K> {
    /// Nothing.
    pub const EMPTY: Self = Self { words: [0; CAPACITY / 64], of: std::marker::PhantomData };

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.words == [0; CAPACITY / 64]
    }

    fn zip(self, other: Self, with: impl Fn(u64, u64) -> u64) -> Self {
        let mut words = self.words;
        for (word, theirs) in words.iter_mut().zip(other.words) {
            *word = with(*word, theirs);
        }
        Self { words, of: self.of }
    }

    /// What is in either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    /// What is in both.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    /// What is here and not there.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    /// Whether all of this is in the other.
    pub fn within(self, other: Self) -> bool {
        self.minus(other).is_empty()
    }

    /// How many it holds.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }
}

impl<K: Index> Set<K> {
    /// Whether it holds this one.
    pub fn has(&self, one: K) -> bool {
        self.words.get(one.at() / 64).is_some_and(|word| word & (1 << (one.at() % 64)) != 0)
    }

    /// Adds one. A number beyond [`CAPACITY`] is ignored; compiling a model refuses it before.
    pub fn add(&mut self, one: K) {
        if let Some(word) = self.words.get_mut(one.at() / 64) {
            *word |= 1 << (one.at() % 64);
        }
    }

    /// All of them, in the document's order.
    pub fn iter(&self) -> impl Iterator<Item = K> + use<'_, K> {
        self.words.iter().enumerate().flat_map(|(at, word)| ones(*word).map(move |bit| K::nth(at * 64 + bit)))
    }
}

/// The numbers of a word's set bits. Most words are empty, and sets are walked for every question about access.
fn ones(word: u64) -> impl Iterator<Item = usize> {
    let without_lowest = |word: &u64| Some(word & (word - 1)).filter(|rest| *rest != 0);
    std::iter::successors(Some(word).filter(|word| *word != 0), without_lowest).map(|word| word.trailing_zeros() as usize)
}

impl<K: Index> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(items: I) -> Self {
        let mut set = Self::EMPTY;
        for one in items {
            set.add(one);
        }
        set
    }
}

macro_rules! numbered {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(u8);

        impl Index for $name {
            fn at(self) -> usize {
                usize::from(self.0)
            }
            fn nth(at: usize) -> Self {
                Self(u8::try_from(at).unwrap_or(u8::MAX))
            }
        }
    )*};
}

numbered! {
    /// A permission of a compiled model.
    Permission;
    /// A level of a compiled model.
    Level;
    /// A restriction of a compiled model.
    Restriction;
    /// A feature of a compiled model.
    Feature;
}

impl Permission {
    pub(crate) const fn engine(at: u8) -> Self {
        Self(at)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn set(of: &BTreeSet<u8>) -> Set<Permission> {
        of.iter().map(|at| Permission(*at)).collect()
    }

    proptest! {
        #[test]
        fn a_set_of_bits_is_a_set(a: BTreeSet<u8>, b: BTreeSet<u8>) {
            let (x, y) = (set(&a), set(&b));
            prop_assert_eq!(x.union(y), set(&a.union(&b).copied().collect()));
            prop_assert_eq!(x.intersection(y), set(&a.intersection(&b).copied().collect()));
            prop_assert_eq!(x.minus(y), set(&a.difference(&b).copied().collect()));
            prop_assert_eq!(x.within(y), a.is_subset(&b));
            prop_assert_eq!(x.len(), a.len());
            prop_assert_eq!(x.iter().map(|p| p.0).collect::<BTreeSet<_>>(), a);
        }
    }
}
