//! What the rows of a sheet ask for, as `job_items i` keeps it.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use tenure_domain::import::{Change, Column, Deed, Newcomer, Offered, Row as Asked};
use tenure_domain::membership::{Language, Phone, Profile, ProfileChange, TimeZone};
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

/// An absent field stays, and null empties it.
fn changed(Change { profile, grants }: &Change) -> Json {
    let ProfileChange { first_name, last_name, phone, language, time_zone, digest: _ } = profile;
    let fields = [
        ("first_name", first_name.as_ref().map(|name| json!(name))),
        ("last_name", last_name.as_ref().map(|name| json!(name))),
        ("phone", phone.as_ref().map(|phone| json!(phone))),
        ("language", language.map(|language| json!(language.tag()))),
        ("time_zone", time_zone.map(|zone| json!(zone.name()))),
        ("grants", Some(offered(grants))),
    ];
    fields.into_iter().filter_map(|(field, value)| Some((field.to_owned(), value?))).collect::<serde_json::Map<_, _>>().into()
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
    #[serde(default, deserialize_with = "some")]
    first_name: Option<Option<String>>,
    #[serde(default, deserialize_with = "some")]
    last_name: Option<Option<String>>,
    #[serde(default, deserialize_with = "some")]
    phone: Option<Option<String>>,
    language: Option<String>,
    time_zone: Option<String>,
    grants: Vec<KeptOffer>,
}

#[derive(serde::Deserialize)]
struct KeptOffer {
    workspace: WorkspaceId,
    levels: BTreeSet<LevelKey>,
}

fn some<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    serde::Deserialize::deserialize(from).map(Some)
}

/// The row that an item is of, if it is of one.
pub(crate) fn read(row: &Row) -> Result<Option<Asked>, StoreError> {
    let Some(kept) = row.opt_json::<Kept>("i_asked")? else { return Ok(None) };
    let corrupt = || StoreError::Corrupt("column i_asked has a row that makes no sense".to_owned());
    whole(kept).map(Some).ok_or_else(corrupt)
}

fn whole(kept: Kept) -> Option<Asked> {
    let deed = match (kept.invite, kept.change) {
        (Some(invite), _) => Some(Deed::Invite(invite.newcomer()?)),
        (None, Some(change)) => Some(Deed::Change(change.change()?)),
        (None, None) => None,
    };
    let column = kept.column.as_deref().and_then(Column::of);
    Some(Asked { line: kept.line, email: kept.email, deed, column })
}

/// A field that was kept, read again; none if it is none any more.
fn again<T, E>(kept: Option<String>, parse: impl Fn(&str) -> Result<T, E>) -> Option<Option<T>> {
    kept.map(|text| parse(&text)).transpose().ok()
}

fn again_if<T, E>(kept: Option<Option<String>>, parse: impl Fn(&str) -> Result<T, E>) -> Option<Option<Option<T>>> {
    kept.map(|kept| again(kept, parse)).map_or(Some(None), |read| read.map(Some))
}

impl Fields {
    fn newcomer(self) -> Option<Newcomer> {
        let email = EmailAddress::parse(&self.email?).ok()?;
        let profile = Profile {
            first_name: again(self.first_name.flatten(), Name::parse)?,
            last_name: again(self.last_name.flatten(), Name::parse)?,
            phone: again(self.phone.flatten(), Phone::parse)?,
            language: again(self.language, Language::parse)??,
            time_zone: again(self.time_zone, TimeZone::parse)??,
            ..Profile::default()
        };
        Some(Newcomer { email, profile, grants: offers(self.grants) })
    }

    fn change(self) -> Option<Change> {
        let profile = ProfileChange {
            first_name: again_if(self.first_name, Name::parse)?,
            last_name: again_if(self.last_name, Name::parse)?,
            phone: again_if(self.phone, Phone::parse)?,
            language: again(self.language, Language::parse)?,
            time_zone: again(self.time_zone, TimeZone::parse)?,
            digest: None,
        };
        Some(Change { profile, grants: offers(self.grants) })
    }
}

fn offers(kept: Vec<KeptOffer>) -> Vec<Offered> {
    kept.into_iter().map(|KeptOffer { workspace, levels }| (workspace, levels)).collect()
}
