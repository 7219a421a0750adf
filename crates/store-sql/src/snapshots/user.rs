//! Rows of `users u`.

use serde_json::{Value as Json, json};
use tenure_domain::user::{Former, NewEmail, SentLinks, User};
use tenure_domain::{EmailAddress, Instant};
use tenure_port_store::StoreError;

use crate::Row;

/// The columns of a user.
macro_rules! user_columns {
    () => {
        $crate::snapshots::columns!("u": id email email_confirmed password_hash reset_generation reset_expires_at reset_sent_at new_email operator created_at version)
    };
}
pub(crate) use user_columns;

/// Whether a second factor of theirs counts: `has_factor`, which [`has_factor`](has_factor()) reads.
macro_rules! has_factor_column {
    () => {
        "exists (select 1 from second_factors f where f.user_id = u.id and f.secret is not null) as u_has_factor"
    };
}
pub(crate) use has_factor_column;

/// Whether a second factor counts of the user in a row.
pub(crate) fn has_factor(row: &Row) -> Result<bool, StoreError> {
    row.bool("u_has_factor")
}

/// The user in a row.
pub(crate) fn read(row: &Row) -> Result<User, StoreError> {
    Ok(User {
        id: row.id("u_id")?,
        email: row.parse("u_email", EmailAddress::parse)?,
        email_confirmed: row.bool("u_email_confirmed")?,
        password_hash: row.opt_text("u_password_hash")?.map(str::to_owned),
        reset: SentLinks {
            generation: row.number("u_reset_generation")?,
            expires_at: row.opt_instant("u_reset_expires_at")?,
            sent_at: row.json("u_reset_sent_at")?,
        },
        new_email: row.opt_json::<Waiting>("u_new_email")?.map_or_else(|| Ok(NewEmail::default()), Waiting::read)?,
        operator: row.bool("u_operator")?,
        created_at: row.instant("u_created_at")?,
        version: row.number("u_version")?,
    })
}

/// An address that is to be a login's, as it is kept.
#[derive(serde::Deserialize)]
struct Waiting {
    to: Option<String>,
    by_manager: bool,
    generation: u32,
    expires_at: Option<Instant>,
    sent_at: Vec<Instant>,
    former: Vec<(u32, String, Instant)>,
}

impl Waiting {
    fn read(self) -> Result<NewEmail, StoreError> {
        let email = |text: &str| EmailAddress::parse(text).map_err(|_| StoreError::Corrupt("column u_new_email".to_owned()));
        Ok(NewEmail {
            to: self.to.as_deref().map(email).transpose()?,
            by_manager: self.by_manager,
            links: SentLinks { generation: self.generation, expires_at: self.expires_at, sent_at: self.sent_at },
            former: self
                .former
                .iter()
                .map(|(generation, text, until)| Ok(Former { generation: *generation, email: email(text)?, until: *until }))
                .collect::<Result<_, StoreError>>()?,
        })
    }
}

/// How it is kept; null for those, nearly all, who never had another.
pub(crate) fn waiting(new_email: &NewEmail) -> Option<Json> {
    if *new_email == NewEmail::default() {
        return None;
    }
    let NewEmail { to, by_manager, links: SentLinks { generation, expires_at, sent_at }, former } = new_email;
    let former: Vec<_> = former.iter().map(|Former { generation, email, until }| json!([generation, email, until])).collect();
    Some(json!({
        "to": to,
        "by_manager": by_manager,
        "generation": generation,
        "expires_at": expires_at,
        "sent_at": sent_at,
        "former": former,
    }))
}
