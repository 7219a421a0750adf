//! The people of the example, besides the one who governs it.

mod cast;

use tenure_domain::membership::{Language, Profile, TimeZone};
use tenure_domain::{EmailAddress, Name};

pub(super) use self::cast::{CAST, LEAVER, MANAGER, MASKED_AGENT, MORE_GRANTS, SUCCESSOR, TEAM_AGENT, TEAMS};
use crate::example::wrong;
use crate::failure::Failure;

/// Where they sit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Home {
    Berlin,
    Zurich,
    Dublin,
    Lisbon,
    Warsaw,
    Lagos,
    NewYork,
    SaoPaulo,
    Mexico,
    Tokyo,
    Kolkata,
    Sydney,
}

impl Home {
    const fn zone(self) -> &'static str {
        match self {
            Self::Berlin => "Europe/Berlin",
            Self::Zurich => "Europe/Zurich",
            Self::Dublin => "Europe/Dublin",
            Self::Lisbon => "Europe/Lisbon",
            Self::Warsaw => "Europe/Warsaw",
            Self::Lagos => "Africa/Lagos",
            Self::NewYork => "America/New_York",
            Self::SaoPaulo => "America/Sao_Paulo",
            Self::Mexico => "America/Mexico_City",
            Self::Tokyo => "Asia/Tokyo",
            Self::Kolkata => "Asia/Kolkata",
            Self::Sydney => "Australia/Sydney",
        }
    }

    const fn language(self) -> Language {
        if matches!(self, Self::Berlin | Self::Zurich) { Language::German } else { Language::English }
    }
}

/// A workspace of the example.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Place {
    /// The whole organization.
    Root,
    Europe,
    /// Below Europe.
    Dach,
    Americas,
    Pacific,
}

/// What became of somebody's invitation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Standing {
    /// They accepted the same day, and were last active this many days ago.
    Active(u32),
    /// They accepted the same day, and never came back.
    Never,
    /// They haven't answered.
    Pending,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Person {
    /// First and last name.
    pub(super) name: (&'static str, &'static str),
    pub(super) home: Home,
    /// Where they are invited to.
    pub(super) place: Place,
    pub(super) level: &'static str,
    pub(super) restrictions: &'static [&'static str],
    /// How many days ago.
    pub(super) invited: u32,
    pub(super) standing: Standing,
}

impl Person {
    pub(super) fn email(&self) -> Result<EmailAddress, Failure> {
        let address = address(self.name);
        EmailAddress::parse(&address).map_err(wrong(&address))
    }

    pub(super) fn names(&self) -> Result<(Name, Name), Failure> {
        let name = |text| Name::parse(text).map_err(wrong(text));
        Ok((name(self.name.0)?, name(self.name.1)?))
    }

    /// What their inviter knew of them.
    pub(super) fn profile(&self) -> Result<Profile, Failure> {
        let (first, last) = self.names()?;
        let zone = self.home.zone();
        Ok(Profile {
            first_name: Some(first),
            last_name: Some(last),
            language: self.home.language(),
            time_zone: TimeZone::parse(zone).map_err(wrong(zone))?,
            ..Profile::default()
        })
    }
}

/// The address that goes with a name.
pub(super) fn address((first, last): (&str, &str)) -> String {
    format!("{}.{}@example.test", plain(first), plain(last))
}

/// A name in letters from a to z.
pub(super) fn plain(name: &str) -> String {
    let name = name.replace(['ł', 'Ł'], "l").replace(['ø', 'Ø'], "o").replace('ß', "ss");
    tenure_store_sql::fold(&name).chars().filter(char::is_ascii_alphanumeric).collect()
}
