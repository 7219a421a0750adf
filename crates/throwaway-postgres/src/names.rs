//! Names of databases: fresh ones, and one per schema.

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

use crate::Error;

/// A database name that no other call, thread or process has got.
///
/// ```
/// let first = tenure_throwaway_postgres::fresh_name();
/// assert_ne!(first, tenure_throwaway_postgres::fresh_name());
/// assert!(first.starts_with("tenure_test_"));
/// ```
pub fn fresh_name() -> String {
    static CALLS: AtomicU64 = AtomicU64::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    format!("tenure_test_{}_{call}_{:016x}", std::process::id(), random())
}

/// The name of the template database for a schema that is told by these parts.
///
/// Two schemas whose parts are the same text cut elsewhere get different names: each part is closed by its length.
pub(crate) fn template_name<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> String {
    // FNV-1a: its answer is the same in every binary of a run, whichever compiler built it.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    for part in parts {
        let part = part.as_ref();
        part.iter().copied().for_each(&mut take);
        part.len().to_le_bytes().into_iter().for_each(&mut take);
    }
    format!("tenure_template_{hash:016x}")
}

/// Passes a name that needs no quoting, and so can carry no statement of its own.
pub(crate) fn checked(name: &str) -> Result<&str, Error> {
    let begins = name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_');
    let plain = name.chars().all(|each| each.is_ascii_lowercase() || each.is_ascii_digit() || each == '_');
    if begins && plain && name.len() <= 63 { Ok(name) } else { Err(Error::Name(name.to_owned())) }
}

/// Sixty-four bits that another process can't guess; the standard library keys its hash maps from the same source.
pub(crate) fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_cut_elsewhere_is_another_schema() {
        assert_eq!(template_name(["ab", "c"]), template_name(["ab", "c"]));
        assert_ne!(template_name(["ab", "c"]), template_name(["a", "bc"]));
        assert_ne!(template_name(["ab", "c"]), template_name(["ab"]));
    }

    #[test]
    fn names_of_our_own_need_no_quoting() {
        assert!(checked(&fresh_name()).is_ok());
        assert!(checked(&template_name(["x"])).is_ok());
    }

    #[test]
    fn names_that_need_quoting_are_refused() {
        for name in ["", "1a", "a-b", "a\"; drop database postgres; --", "A", "é", &"a".repeat(64)] {
            assert!(checked(name).is_err(), "{name}");
        }
    }
}
