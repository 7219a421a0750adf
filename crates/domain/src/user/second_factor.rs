//! A login's second factor: something that its owner has, besides the password that they know.

use std::time::Duration;

use crate::instant::Instant;
use crate::refusal::{Refusal, RefusalKind};

/// What is kept of a login's second factor. Secrets are sealed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SecondFactor {
    /// The one that counts.
    pub active: Option<ActiveFactor>,
    /// One that was begun, and counts for nothing until a code of it was given.
    pub begun: Option<BegunFactor>,
}

/// A second factor that counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActiveFactor {
    /// The authenticator's secret, sealed.
    pub sealed: Vec<u8>,
    /// Since when it counts.
    pub since: Instant,
    /// The last step of time whose code was used: neither that nor an earlier one is taken again.
    pub last_step: u64,
    /// How many recovery codes are left.
    pub recovery_codes_left: u32,
}

/// A second factor that was begun.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BegunFactor {
    /// The authenticator's secret, sealed.
    pub sealed: Vec<u8>,
    /// When.
    pub at: Instant,
}

impl BegunFactor {
    /// How long somebody has to give a code.
    pub const LASTS: Duration = Duration::from_hours(1);

    /// Whether a code can still make it count.
    pub fn lives(&self, now: Instant) -> bool {
        // What was begun by a clock that was ahead doesn't live for longer.
        now < self.at.plus(Self::LASTS) && self.at <= now.plus(Self::LASTS)
    }
}

impl SecondFactor {
    /// What was begun and lives.
    pub fn begun(&self, now: Instant) -> Option<&BegunFactor> {
        self.begun.as_ref().filter(|begun| begun.lives(now))
    }
}

/// Why somebody who knows the password isn't let in yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CodeRefused {
    /// They gave no code.
    #[error("give a code of your authenticator, or a recovery code")]
    Missing,
    /// It is none of theirs, or was used before.
    #[error("this code isn't right, or was used before; give the next one, or a recovery code")]
    Wrong,
}

impl Refusal for CodeRefused {
    fn kind(&self) -> RefusalKind {
        RefusalKind::SecondFactorRequired
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Missing => "missing_code",
            Self::Wrong => "wrong_code",
        }
    }

    fn pointer(&self) -> Option<String> {
        Some("/second_factor".to_owned())
    }
}

/// Why a login's second factor stays as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FactorRefused {
    /// It isn't the present password.
    #[error("this isn't your present password")]
    WrongPassword,
    /// No code was given, where there is a second factor.
    #[error("give a code of your authenticator, or a recovery code")]
    MissingCode,
    /// It is none of theirs, or was used before.
    #[error("this code isn't right, or was used before; give the next one, or a recovery code")]
    WrongCode,
    /// The code isn't one of the authenticator that is to be added.
    #[error("this code isn't right; look at the time of your device, and give the code that it shows now")]
    WrongFirstCode,
    /// None was begun, or too long ago.
    #[error("no second factor was begun within the last hour; begin again")]
    NotBegun,
    /// There is none.
    #[error("this login has no second factor")]
    Absent,
    /// An organization that requires one would be left without anybody in charge (R8).
    #[error(
        "you are the only one in charge of an organization that requires a second factor; have somebody else govern it first, or switch that off"
    )]
    Headless,
}

impl From<CodeRefused> for FactorRefused {
    fn from(refused: CodeRefused) -> Self {
        match refused {
            CodeRefused::Missing => Self::MissingCode,
            CodeRefused::Wrong => Self::WrongCode,
        }
    }
}

impl Refusal for FactorRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::WrongPassword | Self::MissingCode | Self::WrongCode | Self::WrongFirstCode => RefusalKind::Invalid,
            Self::NotBegun | Self::Absent | Self::Headless => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::WrongPassword => "wrong_password",
            Self::MissingCode => "missing_code",
            Self::WrongCode | Self::WrongFirstCode => "wrong_code",
            Self::NotBegun => "not_begun",
            Self::Absent => "no_second_factor",
            Self::Headless => "headless",
        }
    }

    fn pointer(&self) -> Option<String> {
        let field = match self {
            Self::WrongPassword => "/current_password",
            Self::MissingCode | Self::WrongCode => "/second_factor",
            Self::WrongFirstCode => "/code",
            Self::NotBegun | Self::Absent | Self::Headless => return None,
        };
        Some(field.to_owned())
    }
}
