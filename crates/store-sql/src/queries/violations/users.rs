//! Users: each address claimed for who has it (R15).

use tenure_port_store::StoreError;
use uuid::Uuid;

use super::Found;
use crate::statements::statement_texts;
use crate::{Reads, Sql};

statement_texts! {
    USERS = "select u.id, e.user_id as claimed_by, not u.email_follows and (\
             exists (select 1 from memberships m where m.user_id = u.id and m.email <> u.email) or \
             exists (select 1 from deleted_memberships d where d.user_id = u.id and d.email <> u.email)) as left_behind from users u left join user_emails e on e.email = u.email \
             where u.id > $1 order by u.id limit $2";
    STRAY_ADDRESSES = "select e.user_id as id from user_emails e left join users u on u.id = e.user_id and u.email = e.email \
                       where u.id is null limit $1";
}

pub(super) async fn check(reads: &mut dyn Reads, found: &mut Found) -> Result<(), StoreError> {
    let mut after = Uuid::nil();
    while !found.is_full() {
        let rows = reads.rows(&Sql::fixed(USERS).bind(after).bind(super::PIECE)).await?;
        let Some(last) = rows.last() else { break };
        after = last.uuid("id")?;
        for row in &rows {
            let id = row.uuid("id")?;
            let claimed = row.opt_uuid("claimed_by")?;
            let left_behind = row.bool("left_behind")?;
            found.add_if(left_behind, "addresses_in_step", || format!("a copy of the address of user {id} doesn't follow"));
            found.add_if(claimed != Some(id), "addresses_in_step", || format!("the address of user {id} isn't claimed for them"));
        }
    }
    let stray = reads.rows(&Sql::fixed(STRAY_ADDRESSES).bind(super::PIECE)).await?;
    found.add_rows(&stray, "addresses_in_step", "an address is claimed for what isn't, or is elsewhere: user")
}
