//! Every refusal by a plain example: how one comes to it, its stable word, its sort and its sentence.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::similar_names,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "tests fail by panicking, and share what only some of them need"
)]

#[path = "../common/acts.rs"]
mod acts;
mod assigning;
mod granting;
mod importing;
mod inviting;
mod organizing;
#[path = "../common/plain.rs"]
mod plain;
mod reporting;
mod resetting;
mod resources;
mod revoking;
mod second_factors;
#[path = "../common/small.rs"]
mod small;
mod texts;
mod tokens;

use tenure_domain::{Refusal, RefusalKind};

/// One line of a table: what a refusal must say.
pub struct Line<'a> {
    /// How one comes to it.
    pub when: &'a str,
    pub refused: Option<Box<dyn Refusal>>,
    pub kind: RefusalKind,
    pub rule: &'a str,
    /// Words that its sentence must have.
    pub says: &'a str,
    pub pointer: Option<&'a str>,
}

/// A refusal of an answer; none if it passed.
pub fn no<T, R: Refusal>(answer: Result<T, R>) -> Option<Box<dyn Refusal>> {
    answer.err().map(|refused| Box::new(refused) as Box<dyn Refusal>)
}

pub fn check(table: Vec<Line<'_>>) {
    for Line { when, refused, kind, rule, says, pointer } in table {
        let refused = refused.unwrap_or_else(|| panic!("{when}: it passed"));
        let sentence = refused.to_string();
        assert_eq!((refused.rule(), refused.kind()), (rule, kind), "{when}: {sentence}");
        assert!(sentence.contains(says), "{when}: {sentence:?} doesn't say {says:?}");
        assert!(sentence.split_whitespace().count() >= 4 && !sentence.contains(['{', '[']), "{when}: {sentence:?} is no sentence");
        assert_eq!(refused.pointer().as_deref(), pointer, "{when}");
    }
}
