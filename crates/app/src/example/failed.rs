//! What can go wrong while example data is made.

use tenure_domain::Refusal;
use tenure_usecases::Failure as Ask;

use crate::failure::Failure;

/// An ask came to nothing; since it is the same each time, that is this program's fault or the database's.
pub(crate) fn failed<R: Refusal>(what: &'static str) -> impl Fn(Ask<R>) -> Failure {
    move |failure| Failure::of(format_args!("example data can't be made ({what})"), failure)
}

/// A text of the example is none that Tenure takes.
pub(crate) fn wrong<E: std::fmt::Display>(text: &str) -> impl Fn(E) -> Failure + '_ {
    move |error| Failure::of(format_args!("the example's `{text}`"), error)
}
