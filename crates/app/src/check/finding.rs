//! What was found about one thing.

use std::fmt::{self, Display};

/// How it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum State {
    /// As it should be.
    Ok,
    /// It works, and not as most people would want it.
    Warn,
    /// It would stand in the way of serving.
    Fail,
}

/// What was found about one thing, and what would put it right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Finding {
    pub(crate) state: State,
    what: &'static str,
    said: String,
    fix: Option<String>,
}

impl Finding {
    pub(super) fn ok(what: &'static str, said: impl Display) -> Self {
        Self { state: State::Ok, what, said: said.to_string(), fix: None }
    }

    pub(super) fn warn(what: &'static str, said: impl Display, fix: impl Display) -> Self {
        Self { state: State::Warn, what, said: said.to_string(), fix: Some(fix.to_string()) }
    }

    pub(crate) fn fail(what: &'static str, said: impl Display, fix: impl Display) -> Self {
        Self { state: State::Fail, what, said: said.to_string(), fix: Some(fix.to_string()) }
    }
}

impl Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Ok => "ok",
            State::Warn => "warn",
            State::Fail => "fail",
        };
        writeln!(f, "{state:<5} {:<14} {}", self.what, self.said)?;
        match &self.fix {
            Some(fix) => writeln!(f, "{:<20} fix: {fix}", ""),
            None => Ok(()),
        }
    }
}
