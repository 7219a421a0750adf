//! A row as it was typed, and what it asks for.

use std::collections::BTreeMap;

use super::grants::{MOST_GRANTS, all_levels, read, read_levels};
use super::{Change, Column, Newcomer, Offered, RowRefused, Shown};
use crate::email::EmailAddress;
use crate::grant::OfferRefused;
use crate::id::{MemberId, WorkspaceId};
use crate::membership::{Language, Phone, Profile, ProfileChange, ProfileRefused, TimeZone};
use crate::text::Name;

/// How much of an address is told that was typed.
const LONGEST_TOLD: usize = 254;

/// The cells of a row, of the columns that its sheet has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cells {
    /// The line of the sheet on which it begins.
    pub line: u32,
    cells: BTreeMap<Column, String>,
}

/// Whom a row is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Named {
    /// The member with this id.
    Member(MemberId),
    /// Whoever has this address.
    Email(EmailAddress),
}

impl Cells {
    /// A row with these cells; what stands around their texts is none of them.
    pub fn new(line: u32, cells: impl IntoIterator<Item = (Column, String)>) -> Self {
        let cells = cells.into_iter().map(|(column, text)| (column, text.trim().to_owned())).collect();
        Self { line, cells }
    }

    /// What stands in a cell; none if the sheet doesn't have the column.
    fn given(&self, column: Column) -> Option<&str> {
        self.cells.get(&column).map(String::as_str)
    }

    /// What stands in a cell; none if nothing does.
    pub fn filled(&self, column: Column) -> Option<&str> {
        self.given(column).filter(|text| !text.is_empty())
    }

    /// Whom it is about: a member's id goes before an address.
    pub fn named(&self) -> Result<Named, RowRefused> {
        match (self.filled(Column::Member), self.filled(Column::Email)) {
            (Some(member), _) => member.parse().map(Named::Member).map_err(|_| RowRefused::NotFound),
            (None, Some(email)) => Ok(Named::Email(EmailAddress::parse(email)?)),
            (None, None) => Err(RowRefused::Nobody),
        }
    }

    /// The address as it was typed, to find the row again by; what is too long for one is cut.
    pub fn typed_email(&self) -> Option<String> {
        let readable = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
        self.filled(Column::Email).map(|text| text.chars().take(LONGEST_TOLD).map(readable).collect())
    }

    /// The cell that asks for grants.
    pub fn asks_for_grants_in(&self) -> Column {
        if self.filled(Column::Grants).is_some() { Column::Grants } else { Column::Levels }
    }

    /// What it asks for of a member of whom this is shown. `at` is where levels count that stand without grants.
    pub fn change(&self, shown: &Shown, at: WorkspaceId) -> Result<Change, RowRefused> {
        self.keeps_email(shown)?;
        let differs = |column| self.given(column).filter(|text| *text != shown.cell(column));
        let name = |column| differs(column).map(|text| name(column, text)).transpose();
        let (first_name, last_name) = (name(Column::FirstName)?, name(Column::LastName)?);
        let phone = differs(Column::Phone).map(phone).transpose()?;
        let (language, time_zone) = (differs(Column::Language), differs(Column::TimeZone));
        let language = language.map_or(Ok(None), language_if)?;
        let time_zone = time_zone.map_or(Ok(None), time_zone_if)?;
        // Another way of writing the same is no change.
        let other = |column, text: Option<&str>| text.unwrap_or_default() != shown.cell(column);
        let profile = ProfileChange {
            first_name: first_name.filter(|to| other(Column::FirstName, to.as_ref().map(Name::as_str))),
            last_name: last_name.filter(|to| other(Column::LastName, to.as_ref().map(Name::as_str))),
            phone: phone.filter(|to| other(Column::Phone, to.as_ref().map(Phone::as_str))),
            language: language.filter(|to| other(Column::Language, Some(to.tag()))),
            time_zone: time_zone.filter(|to| other(Column::TimeZone, Some(to.name()))),
            digest: None,
        };
        let mut grants = self.grants(at, Some(shown))?;
        grants.retain(|offered| !shown.has(offered));
        few(&grants)?;
        Ok(Change { profile, grants })
    }

    /// The invitation that it asks for.
    pub fn newcomer(&self, email: EmailAddress, at: WorkspaceId) -> Result<Newcomer, RowRefused> {
        let filled = |column| self.filled(column);
        let usual = Profile::default();
        let profile = Profile {
            first_name: filled(Column::FirstName).map_or(Ok(None), |text| name(Column::FirstName, text))?,
            last_name: filled(Column::LastName).map_or(Ok(None), |text| name(Column::LastName, text))?,
            phone: filled(Column::Phone).map_or(Ok(None), phone)?,
            language: filled(Column::Language).map_or(Ok(None), language_if)?.unwrap_or(usual.language),
            time_zone: filled(Column::TimeZone).map_or(Ok(None), time_zone_if)?.unwrap_or(usual.time_zone),
            digest: usual.digest,
        };
        let grants = self.grants(at, None)?;
        if grants.is_empty() {
            return Err(OfferRefused::NoLevel.into());
        }
        few(&grants)?;
        Ok(Newcomer { email, profile, grants })
    }

    fn keeps_email(&self, shown: &Shown) -> Result<(), RowRefused> {
        let Some(email) = self.filled(Column::Email) else { return Ok(()) };
        if shown.hides() {
            // Whether it is right would tell what is hidden.
            return Err(RowRefused::Masked);
        }
        if EmailAddress::parse(email)?.as_str() == shown.cell(Column::Email) { Ok(()) } else { Err(RowRefused::EmailNotChanged) }
    }

    /// The grants in it: those of the one cell, or the levels of the other at one workspace. What somebody has already in all of
    /// their grants is no levels of one.
    fn grants(&self, at: WorkspaceId, shown: Option<&Shown>) -> Result<Vec<Offered>, RowRefused> {
        let levels = self.filled(Column::Levels).map(read_levels).transpose()?;
        match (self.filled(Column::Grants).map(read).transpose()?, levels) {
            (Some(grants), Some(levels)) if all_levels(&grants) != levels => Err(RowRefused::Disagree),
            (Some(grants), _) => Ok(grants),
            (None, Some(levels)) if shown.is_some_and(|shown| shown.has_in_all(&levels)) => Ok(Vec::new()),
            // Somebody who takes a level out of the cell must not give another by it, at a place where they have none.
            (None, Some(_)) if shown.is_some_and(|shown| shown.is_elsewhere(at)) => Err(RowRefused::Elsewhere),
            (None, Some(levels)) => Ok(vec![(at, levels)]),
            (None, None) => Ok(Vec::new()),
        }
    }
}

fn few(grants: &[Offered]) -> Result<(), RowRefused> {
    if grants.len() > MOST_GRANTS { Err(RowRefused::TooManyGrants) } else { Ok(()) }
}

fn name(column: Column, text: &str) -> Result<Option<Name>, RowRefused> {
    let parsed = (!text.is_empty()).then(|| Name::parse(text)).transpose();
    parsed.map_err(|refused| RowRefused::Name(column, refused))
}

fn phone(text: &str) -> Result<Option<Phone>, RowRefused> {
    field(Column::Phone, text, Phone::parse)
}

fn language_if(text: &str) -> Result<Option<Language>, RowRefused> {
    field(Column::Language, text, Language::parse)
}

fn time_zone_if(text: &str) -> Result<Option<TimeZone>, RowRefused> {
    field(Column::TimeZone, text, TimeZone::parse)
}

fn field<T>(column: Column, text: &str, parse: fn(&str) -> Result<T, ProfileRefused>) -> Result<Option<T>, RowRefused> {
    let parsed = (!text.is_empty()).then(|| parse(text)).transpose();
    parsed.map_err(|refused| RowRefused::Profile(column, refused))
}
