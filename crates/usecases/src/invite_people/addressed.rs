//! What was typed as addresses, read and told apart before anybody is invited.

use std::collections::BTreeSet;

use tenure_domain::EmailAddress;

use super::{Outcome, PersonOutcome, TypedAddress};

/// An address as it was typed, and what it is; or what is answered without looking.
#[derive(Clone, Debug)]
pub(super) struct Addressed {
    pub(super) typed: TypedAddress,
    pub(super) is: Result<EmailAddress, Outcome>,
}

impl Addressed {
    /// Reads all of them: each address counts once, where it comes first.
    pub(super) fn all(typed: impl IntoIterator<Item = TypedAddress>) -> Vec<Self> {
        let mut seen = BTreeSet::new();
        let one = |typed: TypedAddress| {
            let is = match EmailAddress::parse(&typed.email) {
                Err(_) => Err(Outcome::Invalid),
                Ok(email) if !seen.insert(email.clone()) => Err(Outcome::Duplicate),
                Ok(email) => Ok(email),
            };
            Self { typed, is }
        };
        typed.into_iter().map(one).collect()
    }

    /// Those who are asked for, each once.
    pub(super) fn emails(of: &[Self]) -> Vec<EmailAddress> {
        of.iter().filter_map(|one| one.is.clone().ok()).collect()
    }

    /// An answer to it that names nobody.
    pub(super) fn answer(&self, outcome: Outcome) -> PersonOutcome {
        PersonOutcome { email: self.typed.email.clone(), outcome, member: None, invitation: None }
    }
}
