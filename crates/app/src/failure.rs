//! Why a command ended otherwise than well, and with which exit code.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use tenure_port_store::StoreError;

use crate::configuration::Problems;

/// Why a command ended otherwise than well.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The settings won't do.
    #[error(transparent)]
    Configuration(#[from] Problems),
    /// Something stood in the way.
    #[error("{0}")]
    Failed(String),
    /// The command did its work, and what it printed is no good news.
    #[error("what was printed says what is wrong")]
    Found,
    /// What is printed can't be written.
    #[error("the output can't be written: {0}")]
    Output(io::Error),
}

impl Failure {
    /// Something stood in the way of a piece of work.
    pub(crate) fn of(work: impl std::fmt::Display, error: impl std::fmt::Display) -> Self {
        Self::Failed(format!("{work}: {error}"))
    }

    /// What to say about it, if it hasn't been said.
    pub(crate) fn told(&self) -> Option<String> {
        match self {
            Self::Found => None,
            Self::Output(_) if self.is_closed_pipe() => None,
            told => Some(told.to_string()),
        }
    }

    /// 0 where the reader of a pipe had seen enough, 3 for settings, 1 for all else; 2 is clap's, for wrong usage.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Output(_) if self.is_closed_pipe() => ExitCode::SUCCESS,
            Self::Configuration(_) => ExitCode::from(3),
            _ => ExitCode::FAILURE,
        }
    }

    fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == ErrorKind::BrokenPipe)
    }
}

/// Only writing to the output is passed on with a bare `?`; all other input and output says what it was about.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_the_documented_ones() {
        let code = |failure: Failure| format!("{:?}", failure.exit_code());
        let is = |code: u8| format!("{:?}", ExitCode::from(code));
        assert_eq!(code(Problems(vec![]).into()), is(3));
        assert_eq!(code(Failure::Found), is(1));
        assert_eq!(code(Failure::of("a", "b")), is(1));
        assert_eq!(code(StoreError::Contention.into()), is(1));
        assert_eq!(code(io::Error::other("disk").into()), is(1));
        assert_eq!(code(io::Error::from(ErrorKind::BrokenPipe).into()), is(0));
    }

    #[test]
    fn nothing_is_said_twice() {
        assert_eq!(Failure::Found.told(), None);
        assert_eq!(Failure::from(io::Error::from(ErrorKind::BrokenPipe)).told(), None);
        assert_eq!(Failure::of("the folder", "it is full").told().as_deref(), Some("the folder: it is full"));
    }
}
