//! The journal.

use async_trait::async_trait;
use serde_json::{Map, Value as Json};
use tenure_domain::Reason;
use tenure_domain::event::{Detail, Details};
use tenure_domain::record::Record;
use tenure_port_store::{Journal, StoreError};

use super::SqlUnit;
use crate::snapshots::actor_values;
use crate::{Connection, batch};

/// The beginning of the insert of entries.
const INSERT: &str = "insert into journal (organization_id, id, at, actor_kind, actor, kind, target_kind, target, before_state, \
     after_state, reason) values ";

fn json(details: Details) -> Json {
    let value = |detail| match detail {
        Detail::List(list) => list.into_iter().map(json).collect(),
        Detail::Text(text) => Json::String(text),
        Detail::Words(words) => words.into_iter().map(Json::String).collect(),
        Detail::Number(number) => Json::from(number),
        Detail::Flag(flag) => Json::Bool(flag),
        Detail::Nothing => Json::Null,
    };
    Json::Object(details.into_iter().map(|(name, detail)| (name.to_owned(), value(detail))).collect::<Map<_, _>>())
}

#[async_trait]
impl<T: Connection, L: Send> Journal for SqlUnit<T, L> {
    async fn append(&mut self, records: &[Record]) -> Result<(), StoreError> {
        let row = |record: &Record| {
            let (actor_kind, actor) = actor_values(record.actor);
            let target = record.event.target();
            [
                record.organization.into(),
                record.id.into(),
                record.at.into(),
                actor_kind,
                actor,
                record.event.kind().into(),
                target.word().into(),
                target.uuid().into(),
                json(record.event.before()).into(),
                json(record.event.after()).into(),
                record.reason.as_ref().map(Reason::as_str).into(),
            ]
        };
        batch::insert(&mut self.connection, INSERT, records, row).await
    }
}
