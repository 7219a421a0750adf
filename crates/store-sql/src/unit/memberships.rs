//! Memberships.

mod changes;

use std::collections::BTreeSet;

use async_trait::async_trait;
use tenure_domain::membership::Membership;
use tenure_domain::{EmailAddress, Instant, LevelKey, MemberId, OrganizationId, UserId, WorkspaceId};
use tenure_port_store::{Memberships, StoreError};

use super::SqlUnit;
use crate::snapshots::membership::{self, membership_columns};
use crate::statements::statement_texts;
use crate::{Connection, Dialect, Sql, Value, batch};

statement_texts! {
    FIND = concat!("select ", membership_columns!(), " from memberships m where m.organization_id = $1 and m.id = $2");
    FIND_BY_USER = concat!("select ", membership_columns!(), " from memberships m where m.organization_id = $1 and m.user_id = $2");
    FIND_DELETED = concat!("select ", membership_columns!(), " from deleted_memberships m where m.organization_id = $1 and m.id = $2");
    SEEN = "update memberships set last_active_at = $3, active_key = $3 where organization_id = $1 and id = $2 and active_key < $3";
    // Pending and active are counted by one range of an index each, so the bound is a bound on the work too.
    SEATS_TAKEN = "select count(*) as taken from (select 1 as one from memberships where organization_id = $1 \
                   and status in ('pending', 'active') limit $2) as seats";
}

/// The beginning of the question for some of them; their ids follow.
const FIND_ALL: &str = concat!("select ", membership_columns!(), " from memberships m where m.organization_id = ");

/// The beginning of the question for those who have one of some addresses, which follow.
const FIND_BY_EMAILS: &str = concat!(
    "select ",
    membership_columns!(),
    " from membership_emails a join memberships m on m.organization_id = a.organization_id and m.id = a.member_id \
     where a.organization_id = $1 and a.email in "
);

/// The same for Postgres, with one look for each: it might read the organization's members instead, all of them.
const LOOK_FOR_EMAILS: &str = concat!("select ", membership_columns!(), " from (values ");
const LOOKED_FOR: &str = ") asked (email) cross join lateral (select s.member_id from membership_emails s \
     where s.organization_id = $1 and s.email = asked.email limit 1) a cross join lateral (\
     select * from memberships s where s.organization_id = $1 and s.id = a.member_id limit 1) m";

/// The beginning of the question for another governor; the levels and who is excepted follow.
const ANOTHER_GOVERNOR: &str = "select m.id from grant_levels l \
     join memberships m on m.organization_id = l.organization_id and m.id = l.member_id \
     join users u on u.id = m.user_id join organizations o on o.id = l.organization_id \
     left join second_factors f on f.user_id = u.id \
     where m.status = 'active' and u.password_hash is not null and l.organization_id = ";

/// That they have the second factor that is required.
const COUNTS: &str = " and (f.secret is not null or not o.second_factor_required)";

/// The question for those who govern, to go on with.
fn governors(organization: OrganizationId, root: WorkspaceId, governing: &BTreeSet<LevelKey>) -> Sql {
    let mut sql = Sql::build(ANOTHER_GOVERNOR);
    sql.push_bind(organization).push(" and l.workspace_id = ").push_bind(root);
    sql.push(" and l.level in ").push_list(governing.iter().map(LevelKey::as_str));
    sql
}

/// The question for those who govern and can prove who they are, as the organization requires it, to go on with.
pub(crate) fn who_govern(organization: OrganizationId, root: WorkspaceId, governing: &BTreeSet<LevelKey>) -> Sql {
    let mut sql = governors(organization, root, governing);
    sql.push(COUNTS);
    sql
}

/// The membership statements, those of the changes among them.
pub(super) const CHANGES: &[(&str, &str)] = changes::STATEMENTS;

impl<T: Connection, L: Send> SqlUnit<T, L> {
    async fn membership(&mut self, sql: Sql) -> Result<Option<Membership>, StoreError> {
        self.connection.row(&sql).await?.as_ref().map(membership::read).transpose()
    }
}

#[async_trait]
impl<T: Connection, L: Send> Memberships for SqlUnit<T, L> {
    async fn find(&mut self, organization: OrganizationId, id: MemberId) -> Result<Option<Membership>, StoreError> {
        self.membership(Sql::fixed(FIND).bind(organization).bind(id)).await
    }

    async fn find_all(&mut self, organization: OrganizationId, ids: &[MemberId]) -> Result<Vec<Membership>, StoreError> {
        let mut found = Vec::new();
        for chunk in ids.chunks(batch::CHUNK) {
            let mut sql = Sql::build(FIND_ALL);
            sql.push_bind(organization).push(" and m.id in ").push_list(chunk.iter().copied());
            for row in self.connection.rows(&sql).await? {
                found.push(membership::read(&row)?);
            }
        }
        Ok(found)
    }

    async fn seen(&mut self, organization: OrganizationId, id: MemberId, at: Instant) -> Result<(), StoreError> {
        // Presence is no change of the member: the version stays.
        self.connection.execute(&Sql::fixed(SEEN).bind(organization).bind(id).bind(at)).await?;
        Ok(())
    }

    async fn find_by_user(&mut self, organization: OrganizationId, user: UserId) -> Result<Option<Membership>, StoreError> {
        self.membership(Sql::fixed(FIND_BY_USER).bind(organization).bind(user)).await
    }

    async fn find_by_emails(
        &mut self,
        organization: OrganizationId,
        emails: &[EmailAddress],
    ) -> Result<Vec<Membership>, StoreError> {
        let mut found = Vec::new();
        for chunk in emails.chunks(batch::CHUNK) {
            let dialect = self.connection.dialect();
            let mut sql = Sql::fixed(dialect.choose(FIND_BY_EMAILS, LOOK_FOR_EMAILS)).bind(organization);
            match dialect {
                Dialect::Sqlite => sql.push_list(chunk),
                Dialect::Postgres => sql.push_rows(chunk.iter().map(|email| [Value::from(email)])).push(LOOKED_FOR),
            };
            for row in self.connection.rows(&sql).await? {
                found.push(membership::read(&row)?);
            }
        }
        Ok(found)
    }

    async fn find_deleted(&mut self, organization: OrganizationId, id: MemberId) -> Result<Option<Membership>, StoreError> {
        self.membership(Sql::fixed(FIND_DELETED).bind(organization).bind(id)).await
    }

    async fn hold(&mut self, organization: OrganizationId, id: MemberId) -> Result<Option<Membership>, StoreError> {
        let mut hold = Sql::fixed(FIND).bind(organization).bind(id);
        hold.push(self.connection.dialect().row_lock(" for share"));
        self.membership(hold).await
    }

    async fn another_governor(
        &mut self,
        organization: OrganizationId,
        root: WorkspaceId,
        governing: &BTreeSet<LevelKey>,
        except: Option<MemberId>,
    ) -> Result<bool, StoreError> {
        let mut sql = who_govern(organization, root, governing);
        if let Some(except) = except {
            sql.push(" and m.id <> ").push_bind(except);
        }
        sql.push(" limit 1");
        Ok(self.connection.row(&sql).await?.is_some())
    }

    async fn in_charge(
        &mut self,
        organization: OrganizationId,
        root: WorkspaceId,
        governing: &BTreeSet<LevelKey>,
        up_to: u32,
    ) -> Result<BTreeSet<MemberId>, StoreError> {
        let mut sql = governors(organization, root, governing);
        sql.push(" limit ").push_bind(up_to);
        self.connection.rows(&sql).await?.iter().map(|row| row.id("id")).collect()
    }

    async fn governor_with_factor(
        &mut self,
        organization: OrganizationId,
        root: WorkspaceId,
        governing: &BTreeSet<LevelKey>,
    ) -> Result<bool, StoreError> {
        let mut sql = governors(organization, root, governing);
        sql.push(" and f.secret is not null limit 1");
        Ok(self.connection.row(&sql).await?.is_some())
    }

    async fn seats_taken(&mut self, organization: OrganizationId, up_to: u32) -> Result<u32, StoreError> {
        let row = self.connection.row(&Sql::fixed(SEATS_TAKEN).bind(organization).bind(up_to)).await?;
        row.map_or(Ok(0), |row| row.number("taken"))
    }
}
