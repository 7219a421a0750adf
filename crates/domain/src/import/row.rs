//! What a row asks for, once it is read: it is kept with the plan, and decided anew when its turn comes.

use std::collections::BTreeSet;

use super::Column;
use crate::email::EmailAddress;
use crate::id::WorkspaceId;
use crate::keys::LevelKey;
use crate::membership::{Profile, ProfileChange};

/// Levels at a workspace that a row asks for.
pub type Offered = (WorkspaceId, BTreeSet<LevelKey>);

/// A row that asks for something, or was refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The line of the sheet on which it begins.
    pub line: u32,
    /// The address in it, as it was typed.
    pub email: Option<String>,
    /// What it asks for; none if it was refused before that was known.
    pub deed: Option<Deed>,
    /// The cell that was to blame when it was planned, if it was refused then.
    pub column: Option<Column>,
}

/// What a row asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    /// That somebody is invited.
    Invite(Newcomer),
    /// That a member is changed.
    Change(Change),
}

/// Somebody to invite.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Newcomer {
    /// Their address.
    pub email: EmailAddress,
    /// Who they will be.
    pub profile: Profile,
    /// To which workspaces, in the row's order; at least one.
    pub grants: Vec<Offered>,
}

/// What is to be another of a member.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Change {
    /// Of their profile.
    pub profile: ProfileChange,
    /// The levels of these grants, which are made where there are none.
    pub grants: Vec<Offered>,
}

impl Change {
    /// Whether all stays as it is.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The columns that ask for it; levels and grants are one.
    pub fn columns(&self) -> Vec<Column> {
        let ProfileChange { first_name, last_name, phone, language, time_zone, digest: _ } = &self.profile;
        let all = [
            (Column::FirstName, first_name.is_some()),
            (Column::LastName, last_name.is_some()),
            (Column::Grants, !self.grants.is_empty()),
            (Column::Phone, phone.is_some()),
            (Column::Language, language.is_some()),
            (Column::TimeZone, time_zone.is_some()),
        ];
        all.into_iter().filter(|(_, asks)| *asks).map(|(column, _)| column).collect()
    }
}

impl Deed {
    /// The word for it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Invite(_) => "invite",
            Self::Change(_) => "change",
        }
    }

    /// What would stand in which cells of a profile, those of `grants` left out; empty where a text is to be taken away.
    pub fn cells(&self) -> Vec<(Column, String)> {
        let change = match self {
            Self::Change(change) => change.profile.clone(),
            Self::Invite(Newcomer { profile, .. }) => ProfileChange {
                first_name: profile.first_name.clone().map(Some),
                last_name: profile.last_name.clone().map(Some),
                phone: profile.phone.clone().map(Some),
                language: Some(profile.language),
                time_zone: Some(profile.time_zone),
                digest: None,
            },
        };
        let ProfileChange { first_name, last_name, phone, language, time_zone, digest: _ } = change;
        let text = |text: Option<String>| text.unwrap_or_default();
        let all = [
            (Column::FirstName, first_name.map(|name| text(name.map(|name| name.to_string())))),
            (Column::LastName, last_name.map(|name| text(name.map(|name| name.to_string())))),
            (Column::Phone, phone.map(|phone| text(phone.map(|phone| phone.as_str().to_owned())))),
            (Column::Language, language.map(|language| language.tag().to_owned())),
            (Column::TimeZone, time_zone.map(|zone| zone.name().to_owned())),
        ];
        all.into_iter().filter_map(|(column, to)| Some((column, to?))).collect()
    }

    /// The grants that it asks for.
    pub fn grants(&self) -> &[Offered] {
        match self {
            Self::Invite(Newcomer { grants, .. }) | Self::Change(Change { grants, .. }) => grants,
        }
    }
}

/// What a sheet came to when it was planned.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Import {
    /// How many rows it has.
    pub rows: u32,
    /// How many ask for nothing.
    pub unchanged: u32,
    /// How many invite somebody.
    pub invited: u32,
    /// How many change somebody.
    pub changed: u32,
    /// How many are refused.
    pub refused: u32,
    /// Its columns that aren't imported.
    pub ignored: BTreeSet<Column>,
}
