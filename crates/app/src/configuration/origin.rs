//! Where a setting comes from.

use std::fmt;

/// The layer, and the place in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Origin {
    /// Nobody said anything.
    Default,
    /// It follows from another setting.
    Follows(&'static str),
    /// A line of the TOML file, from 1.
    File { path: String, line: usize },
    /// A variable of the environment.
    Environment(String),
    /// A flag.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Follows(key) => write!(f, "follows {key}"),
            Self::File { path, line } => write!(f, "{path}, line {line}"),
            Self::Environment(variable) => f.write_str(variable),
            Self::Flag(flag) => f.write_str(flag),
        }
    }
}
