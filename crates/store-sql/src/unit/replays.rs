//! Answers kept for requests that come twice.

use async_trait::async_trait;
use tenure_domain::Instant;
use tenure_port_store::{REPLAY_TAKEN, Replay, ReplayKey, Replays, StoreError};

use super::{SqlUnit, unless_taken};
use crate::statements::statement_texts;
use crate::{Connection, Sql};

statement_texts! {
    FIND = "select body_hash, status, body, kept_until from replays where user_id = $1 and route = $2 and key = $3";
    FORGET = "delete from replays where user_id = $1 and route = $2 and key = $3 and kept_until <= $4";
    INSERT = "insert into replays (user_id, route, key, body_hash, status, body, kept_until) \
              values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
}

fn keyed(text: &'static str, key: &ReplayKey) -> Sql {
    Sql::fixed(text).bind(key.user).bind(&key.route).bind(&key.key)
}

#[async_trait]
impl<T: Connection, L: Send> Replays for SqlUnit<T, L> {
    async fn find(&mut self, key: &ReplayKey, now: Instant) -> Result<Option<Replay>, StoreError> {
        let Some(row) = self.connection.row(&keyed(FIND, key)).await? else { return Ok(None) };
        let kept_until = row.instant("kept_until")?;
        if kept_until <= now {
            return Ok(None);
        }
        Ok(Some(Replay {
            body_hash: row.text("body_hash")?.to_owned(),
            status: row.number("status")?,
            body: row.text("body")?.to_owned(),
            kept_until,
        }))
    }

    async fn insert(&mut self, key: &ReplayKey, replay: &Replay, now: Instant) -> Result<(), StoreError> {
        // An answer that isn't kept any more mustn't be in the way of the next one.
        self.connection.execute(&keyed(FORGET, key).bind(now)).await?;
        let insert = keyed(INSERT, key).bind(&replay.body_hash).bind(replay.status).bind(&replay.body).bind(replay.kept_until);
        unless_taken(self.connection.execute(&insert).await?, REPLAY_TAKEN)
    }
}
