//! What the rows of a sheet ask for, as `job_items i` keeps it.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use tenure_domain::import::{Change, Column, Deed, Newcomer, Offered, Row as Asked};
use tenure_domain::membership::{Field, Language, Phone, Profile, ProfileChange, TimeZone};
use tenure_domain::{EmailAddress, LevelKey, Name, WorkspaceId};
use tenure_port_store::StoreError;

use super::grant;
use crate::Row;

/// A row as it is kept.
pub(crate) fn asked(row: &Asked) -> Json {
    let Asked { line, email, deed, column } = row;
    let (invite, change) = match deed {
        Some(Deed::Invite(newcomer)) => (Some(invited(newcomer)), None),
        Some(Deed::Change(change)) => (None, Some(changed(change))),
        None => (None, None),
    };
    json!({ "line": line, "email": email, "column": column.map(Column::word), "invite": invite, "change": change })
}

fn invited(Newcomer { email, profile, grants }: &Newcomer) -> Json {
    json!({
        "email": email,
        "first_name": profile.first_name,
        "last_name": profile.last_name,
        "phone": profile.phone,
        "language": profile.language.tag(),
        "time_zone": profile.time_zone.name(),
        "grants": offered(grants),
    })
}

/// An absent field stays, and a text of nothing empties it.
fn changed(Change { profile, grants }: &Change) -> Json {
    let ProfileChange { first_name, last_name, phone, language, time_zone, digest: _ } = profile;
    let name = |name: &Option<Name>| name.as_ref().map_or_else(String::new, ToString::to_string);
    json!({
        "first_name": first_name.as_ref().map(name),
        "last_name": last_name.as_ref().map(name),
        "phone": phone.as_ref().map(|phone| phone.as_ref().map_or("", Phone::as_str)),
        "language": language.map(Language::tag),
        "time_zone": time_zone.map(TimeZone::name),
        "grants": offered(grants),
    })
}

fn offered(grants: &[Offered]) -> Json {
    grants.iter().map(|(workspace, levels)| json!({ "workspace": workspace, "levels": grant::keys(levels) })).collect()
}

#[derive(serde::Deserialize)]
struct Kept {
    line: u32,
    email: Option<String>,
    column: Option<String>,
    invite: Option<Fields>,
    change: Option<Fields>,
}

#[derive(serde::Deserialize)]
struct Fields {
    email: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    phone: Option<String>,
    language: Option<String>,
    time_zone: Option<String>,
    grants: Vec<KeptOffer>,
}

#[derive(serde::Deserialize)]
struct KeptOffer {
    workspace: WorkspaceId,
    levels: BTreeSet<LevelKey>,
}

/// The row that an item is of, if it is of one.
pub(crate) fn read(row: &Row) -> Result<Option<Asked>, StoreError> {
    let Some(kept) = row.opt_json::<Kept>("i_asked")? else { return Ok(None) };
    let corrupt = |Unreadable| StoreError::Corrupt("column i_asked has a row that makes no sense".to_owned());
    whole(kept).map(Some).map_err(corrupt)
}

/// What was kept isn't what its type reads any more.
struct Unreadable;

fn whole(kept: Kept) -> Result<Asked, Unreadable> {
    let deed = match (kept.invite, kept.change) {
        (Some(invite), _) => Some(Deed::Invite(invite.newcomer()?)),
        (None, Some(change)) => Some(Deed::Change(change.change()?)),
        (None, None) => None,
    };
    let column = kept.column.as_deref().and_then(Column::of);
    Ok(Asked { line: kept.line, email: kept.email, deed, column })
}

/// A field that was kept, if it was.
fn again<T, E>(kept: Option<String>, parse: fn(&str) -> Result<T, E>) -> Result<Option<T>, Unreadable> {
    kept.map(|text| parse(&text)).transpose().map_err(|_| Unreadable)
}

/// The same of one that may be emptied.
fn emptied<T, E>(kept: Option<String>, parse: fn(&str) -> Result<T, E>) -> Result<Field<Option<T>>, Unreadable> {
    let Some(text) = kept else { return Ok(None) };
    again(Some(text).filter(|text| !text.is_empty()), parse).map(Some)
}

impl Fields {
    fn newcomer(self) -> Result<Newcomer, Unreadable> {
        let profile = Profile {
            first_name: again(self.first_name, Name::parse)?,
            last_name: again(self.last_name, Name::parse)?,
            phone: again(self.phone, Phone::parse)?,
            language: again(self.language, Language::parse)?.ok_or(Unreadable)?,
            time_zone: again(self.time_zone, TimeZone::parse)?.ok_or(Unreadable)?,
            ..Profile::default()
        };
        let email = again(self.email, EmailAddress::parse)?.ok_or(Unreadable)?;
        Ok(Newcomer { email, profile, grants: offers(self.grants) })
    }

    fn change(self) -> Result<Change, Unreadable> {
        let profile = ProfileChange {
            first_name: emptied(self.first_name, Name::parse)?,
            last_name: emptied(self.last_name, Name::parse)?,
            phone: emptied(self.phone, Phone::parse)?,
            language: again(self.language, Language::parse)?,
            time_zone: again(self.time_zone, TimeZone::parse)?,
            digest: None,
        };
        Ok(Change { profile, grants: offers(self.grants) })
    }
}

fn offers(kept: Vec<KeptOffer>) -> Vec<Offered> {
    kept.into_iter().map(|KeptOffer { workspace, levels }| (workspace, levels)).collect()
}
