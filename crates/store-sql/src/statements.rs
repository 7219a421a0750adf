//! All fixed statements by name, so that an adapter's test can prepare each of them.

/// Declares constant statements and lists them under `STATEMENTS`.
macro_rules! statement_texts {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* const $name: &str = $text;)*

        /// This module's statements, by name.
        pub(crate) const STATEMENTS: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use statement_texts;

use crate::Dialect;

/// Every fixed statement of the units and the errands that this database is asked to run, with its name. Beginnings of
/// statements that are put together are not among them.
pub fn statements(dialect: Dialect) -> impl Iterator<Item = (&'static str, &'static str)> {
    let both = crate::unit::STATEMENTS.iter().chain(crate::errands::STATEMENTS).copied().flatten();
    let both = both.chain(crate::presences::STATEMENTS).chain(crate::job_queue::STATEMENTS).chain(crate::tree::STATEMENTS);
    both.chain(crate::errands::own_statements(dialect)).copied().chain(crate::queries::statements(dialect))
}
