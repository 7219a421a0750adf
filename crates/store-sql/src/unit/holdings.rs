//! What of an access model is in use, found by what grants, resources and workspaces hold.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use tenure_domain::grant::Offer;
use tenure_domain::organization::{Holding, KindUse};
use tenure_domain::{KindKey, LevelKey, MemberId, OrganizationId, PermissionKey, RestrictionKey, WorkspaceKindKey};
use tenure_port_store::{HoldingChanges, Holdings, StoreError};

use uuid::Uuid;

use super::{Locked, SqlUnit};
use crate::batch;
use crate::snapshots::grant::{keys, read_keys};
use crate::sql::Arg;
use crate::statements::statement_texts;
use crate::{Connection, Row, Sql};

statement_texts! {
    ALL = "select g.levels, g.permissions, g.restrictions, count(*) as n from grants g where g.organization_id = $1 \
           group by g.levels, g.permissions, g.restrictions order by n desc";
    KINDS = "select r.kind, count(*) as n, sum(case when r.for_everyone then 1 else 0 end) as shared from resources r \
             where r.organization_id = $1 group by r.kind";
    GROUPED_KINDS = "select b.kind, count(*) as n from resource_groups b where b.organization_id = $1 group by b.kind";
    WORKSPACE_KINDS = "select w.kind, count(*) as n from workspaces w where w.organization_id = $1 and w.kind is not null group by w.kind";
    TOUCH = "update memberships set version = version + 1 where organization_id = $1 and id in (select g.member_id from grants g \
             where g.organization_id = $1 and g.levels = $2 and g.permissions = $3 and g.restrictions = $4)";
    REWRITE = "update grants set levels = $5, permissions = $6, restrictions = $7, version = version + 1 \
               where organization_id = $1 and levels = $2 and permissions = $3 and restrictions = $4";
    ADD_LEVEL = "insert into grant_levels (organization_id, workspace_id, level, member_id) \
                 select g.organization_id, g.workspace_id, $5, g.member_id from grants g \
                 where g.organization_id = $1 and g.levels = $2 and g.permissions = $3 and g.restrictions = $4 \
                 on conflict do nothing";
    DROP_LEVEL = "delete from grant_levels where organization_id = $1 and level = $5 and exists (select 1 from grants g \
                  where g.organization_id = $1 and g.member_id = grant_levels.member_id and g.workspace_id = grant_levels.workspace_id \
                  and g.levels = $2 and g.permissions = $3 and g.restrictions = $4)";
    RENAME_KIND = "update workspaces set kind = $3, version = version + 1 where organization_id = $1 and kind = $2";
    CHOSE_KIND = "select s.member_id as id from selections s where s.organization_id = $1 and s.kind = $2 order by s.member_id";
    FORGET_KIND = "delete from selections where organization_id = $1 and kind = $2";
}

/// The beginning of the question for those who have grants of these contents.
const HOLDERS: &str = "select distinct g.member_id as id from grants g where g.organization_id = ";

/// Who of them holds contacts, or could.
const HOLDS_CONTACTS: &str =
    " and exists (select 1 from portfolios p where p.organization_id = g.organization_id and p.holder = g.member_id)";

/// How many contents are asked for in one statement.
const CONTENTS: usize = 100;

/// Members with one of these levels, and none of those, who haven't exactly one of a kind: its beginning.
const NOT_ONE: &str = "select distinct l.member_id as id from grant_levels l where l.organization_id = ";

fn offer(row: &Row) -> Result<Offer, StoreError> {
    Ok(Offer {
        levels: read_keys(row, "levels", LevelKey::parse)?,
        permissions: read_keys(row, "permissions", PermissionKey::parse)?,
        restrictions: read_keys(row, "restrictions", RestrictionKey::parse)?,
    })
}

/// Members who have one of these levels and none of the wider ones, and haven't chosen exactly one of a kind (R3): the statement, up
/// to its limit.
pub(crate) fn not_exactly_one(
    organization: OrganizationId,
    kind: &KindKey,
    levels: &BTreeSet<LevelKey>,
    wider: &BTreeSet<LevelKey>,
) -> Sql {
    let mut sql = Sql::build(NOT_ONE);
    let tenant: Arg = sql.arg(organization);
    sql.push_arg(tenant).push(" and l.level in ").push_list(levels.iter().map(LevelKey::as_str));
    if !wider.is_empty() {
        sql.push(" and not exists (select 1 from grant_levels w where w.organization_id = ").push_arg(tenant);
        sql.push(" and w.member_id = l.member_id and w.level in ").push_list(wider.iter().map(LevelKey::as_str)).push(")");
    }
    let chosen_of: Arg = sql.arg(kind);
    sql.push(" and ((select count(*) from selection_resources sr where sr.organization_id = ").push_arg(tenant);
    sql.push(" and sr.member_id = l.member_id and sr.kind = ").push_arg(chosen_of).push(") <> 1");
    // A group isn't one, whatever is in it.
    sql.push(" or (select true from selection_groups sg where sg.organization_id = ").push_arg(tenant);
    sql.push(" and sg.member_id = l.member_id and sg.kind = ").push_arg(chosen_of).push(" limit 1)) order by 1 limit ");
    sql
}

impl<T: Connection, L: Send> SqlUnit<T, L> {
    async fn with_contents(
        &mut self,
        organization: OrganizationId,
        contents: &[Offer],
        and: &'static str,
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError> {
        let mut found: BTreeSet<MemberId> = BTreeSet::new();
        // As many at a time as fit into one expression.
        for some in contents.chunks(CONTENTS) {
            let mut sql = Sql::build(HOLDERS);
            sql.push_bind(organization).push(" and (");
            for (nth, offer) in some.iter().enumerate() {
                sql.push(if nth == 0 { "(g.levels = " } else { " or (g.levels = " }).push_bind(keys(&offer.levels));
                sql.push(" and g.permissions = ").push_bind(keys(&offer.permissions));
                sql.push(" and g.restrictions = ").push_bind(keys(&offer.restrictions)).push(")");
            }
            sql.push(")").push(and).push(" order by 1 limit ").push_bind(up_to);
            for row in self.connection.rows(&sql).await? {
                found.insert(row.id("id")?);
            }
        }
        Ok(found.into_iter().take(usize::try_from(up_to).unwrap_or(usize::MAX)).collect())
    }
}

#[async_trait]
impl<T: Connection, L: Send> Holdings for SqlUnit<T, L> {
    async fn all(&mut self, organization: OrganizationId) -> Result<Vec<Holding>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(ALL).bind(organization)).await?;
        rows.iter().map(|row| Ok(Holding { offer: offer(row)?, grants: row.number("n")? })).collect()
    }

    async fn holders(&mut self, organization: OrganizationId, contents: &[Offer], up_to: u32) -> Result<Vec<MemberId>, StoreError> {
        self.with_contents(organization, contents, "", up_to).await
    }

    async fn holders_of_contacts(
        &mut self,
        organization: OrganizationId,
        contents: &[Offer],
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError> {
        self.with_contents(organization, contents, HOLDS_CONTACTS, up_to).await
    }

    async fn not_exactly_one(
        &mut self,
        organization: OrganizationId,
        kind: &KindKey,
        levels: &BTreeSet<LevelKey>,
        except: &BTreeSet<LevelKey>,
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError> {
        let mut sql = not_exactly_one(organization, kind, levels, except);
        sql.push_bind(up_to);
        self.connection.rows(&sql).await?.iter().map(|row| row.id("id")).collect()
    }

    async fn kinds(&mut self, organization: OrganizationId) -> Result<BTreeMap<KindKey, KindUse>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(KINDS).bind(organization)).await?;
        let used = |row: &Row| Ok(KindUse { resources: row.number("n")?, for_everyone: row.number("shared")?, groups: 0 });
        let all = rows.iter().map(|row| Ok((row.parse("kind", KindKey::parse)?, used(row)?)));
        let mut all: BTreeMap<KindKey, KindUse> = all.collect::<Result<_, StoreError>>()?;
        for row in self.connection.rows(&Sql::fixed(GROUPED_KINDS).bind(organization)).await? {
            all.entry(row.parse("kind", KindKey::parse)?).or_default().groups = row.number("n")?;
        }
        Ok(all)
    }

    async fn workspace_kinds(&mut self, organization: OrganizationId) -> Result<BTreeMap<WorkspaceKindKey, u64>, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(WORKSPACE_KINDS).bind(organization)).await?;
        rows.iter().map(|row| Ok((row.parse("kind", WorkspaceKindKey::parse)?, row.number("n")?))).collect()
    }
}

impl<T: Connection> SqlUnit<T, Locked> {
    fn of_contents(&self, text: &'static str, offer: &Offer) -> Sql {
        let sql = Sql::fixed(text).bind(self.tenant());
        sql.bind(keys(&offer.levels)).bind(keys(&offer.permissions)).bind(keys(&offer.restrictions))
    }
}

#[async_trait]
impl<T: Connection> HoldingChanges for SqlUnit<T, Locked> {
    async fn touch(&mut self, contents: &Offer) -> Result<(), StoreError> {
        let touch = self.of_contents(TOUCH, contents);
        self.connection.execute(&touch).await?;
        Ok(())
    }

    async fn rewrite(&mut self, before: &Offer, after: &Offer) -> Result<(), StoreError> {
        // The rows of the levels first: they are found by the contents that are about to change.
        for level in after.levels.difference(&before.levels) {
            let add = self.of_contents(ADD_LEVEL, before).bind(level.as_str());
            self.connection.execute(&add).await?;
        }
        for level in before.levels.difference(&after.levels) {
            let drop = self.of_contents(DROP_LEVEL, before).bind(level.as_str());
            self.connection.execute(&drop).await?;
        }
        let rewrite = self.of_contents(REWRITE, before);
        let rewrite = rewrite.bind(keys(&after.levels)).bind(keys(&after.permissions)).bind(keys(&after.restrictions));
        self.connection.execute(&rewrite).await?;
        Ok(())
    }

    async fn rename_workspace_kind(&mut self, before: &WorkspaceKindKey, after: &WorkspaceKindKey) -> Result<(), StoreError> {
        let rename = Sql::fixed(RENAME_KIND).bind(self.tenant()).bind(before.as_str()).bind(after.as_str());
        self.connection.execute(&rename).await?;
        Ok(())
    }

    async fn forget_kind(&mut self, kind: &KindKey) -> Result<(), StoreError> {
        // First who had something of it by choice, as long as that can be told; then it is none of what they have.
        let had = Sql::fixed(CHOSE_KIND).bind(self.tenant()).bind(kind);
        let rows = self.connection.rows(&had).await?;
        let had = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<MemberId>, _>>()?;
        let forget = Sql::fixed(FORGET_KIND).bind(self.tenant()).bind(kind);
        self.connection.execute(&forget).await?;
        for chunk in had.chunks(batch::CHUNK) {
            self.note_choices(Uuid::nil(), |sql| {
                sql.push("in ").push_list(chunk.iter().copied());
            })
            .await?;
        }
        Ok(())
    }
}
