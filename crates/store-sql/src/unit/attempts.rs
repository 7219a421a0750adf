//! What was tried of passwords.

use async_trait::async_trait;
use serde_json::json;
use tenure_domain::Instant;
use tenure_domain::attempts::{Limit, Tries};
use tenure_port_store::{Attempts, StoreError, Tried};

use super::SqlUnit;
use crate::statements::statement_texts;
use crate::{Connection, Row, Sql};

statement_texts! {
    FIND = "select tries from attempts where purpose = $1 and who = $2 and network = $3";
    // One row for however many come at once, and each waits here for those before them.
    HOLD = "insert into attempts (purpose, who, network, tries, kept_until) values ($1, $2, $3, $4, $5) \
            on conflict (purpose, who, network) do update set kept_until = attempts.kept_until returning tries";
    KEEP = "update attempts set tries = $4, kept_until = $5, locked_until = $6 where purpose = $1 and who = $2 and network = $3";
    FORGET = "delete from attempts where purpose = $1 and who = $2 and network = $3";
    FORGET_ALL = "delete from attempts where purpose = 'password' and who = $1";
    LIFT = "delete from attempts where purpose = 'password' and who = $1 and locked_until > $2 and locked_until <= $3";
}

fn keyed(text: &'static str, of: &Tried) -> Sql {
    let sql = Sql::fixed(text);
    match of {
        Tried::Password { who, network } => sql.bind("password").bind(who).bind(network),
        Tried::Code { who, network } => sql.bind("code").bind(who).bind(network),
        Tried::Confirmation(who) => sql.bind("confirmation").bind(who).bind(Vec::new()),
        Tried::Network(network) => sql.bind("network").bind(Vec::new()).bind(network),
    }
}

fn read(row: &Row) -> Result<Tries, StoreError> {
    let micros: Vec<i64> = row.json("tries")?;
    Ok(Tries::new(micros.into_iter().map(Instant::from_micros).collect()))
}

#[async_trait]
impl<T: Connection, L: Send> Attempts for SqlUnit<T, L> {
    async fn find(&mut self, of: &Tried) -> Result<Tries, StoreError> {
        let row = self.connection.row(&keyed(FIND, of)).await?;
        row.as_ref().map(read).transpose().map(Option::unwrap_or_default)
    }

    async fn hold(&mut self, of: &Tried, now: Instant) -> Result<Tries, StoreError> {
        let row = self.connection.row(&keyed(HOLD, of).bind(json!([])).bind(now)).await?;
        row.as_ref().map(read).transpose().map(Option::unwrap_or_default)
    }

    async fn keep(&mut self, of: &Tried, tries: &Tries) -> Result<(), StoreError> {
        let (limit, at) = (of.limit(), tries.at());
        // A row without tries is nobody's.
        let Some(kept_until) = tries.kept_until(limit) else { return self.forget(of).await };
        let micros: Vec<i64> = at.iter().map(|tried| tried.micros()).collect();
        let keep = keyed(KEEP, of).bind(json!(micros)).bind(kept_until).bind(tries.full_until(limit));
        self.connection.execute(&keep).await?;
        Ok(())
    }

    async fn forget(&mut self, of: &Tried) -> Result<(), StoreError> {
        self.connection.execute(&keyed(FORGET, of)).await?;
        Ok(())
    }

    async fn forget_all(&mut self, who: &[u8; 32]) -> Result<(), StoreError> {
        self.connection.execute(&Sql::fixed(FORGET_ALL).bind(who)).await?;
        Ok(())
    }

    async fn lift(&mut self, who: &[u8; 32], now: Instant) -> Result<bool, StoreError> {
        let lift = Sql::fixed(LIFT).bind(who).bind(now).bind(Limit::PASSWORD.latest(now));
        Ok(self.connection.execute(&lift).await? > 0)
    }
}
