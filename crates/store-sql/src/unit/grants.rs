//! Grants, with the rows of their levels that lists are filtered by.

use std::collections::{BTreeSet, HashMap};
use std::slice;

use async_trait::async_trait;
use tenure_domain::grant::Grant;
use tenure_domain::membership::Membership;
use tenure_domain::{LevelKey, MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{GrantChanges, Grants, StoreError};

use super::{Locked, SqlUnit, unless_stale};
use crate::batch::CHUNK;
use crate::snapshots::giver_values;
use crate::snapshots::grant::{self, grant_columns, keys};
use crate::snapshots::membership::{self, membership_columns};
use crate::statements::statement_texts;
use crate::{Connection, Reads, Sql, Value, batch};

statement_texts! {
    OF = concat!("select ", grant_columns!(), " from grants g where g.organization_id = $1 and g.member_id = $2 order by g.workspace_id");
    UPDATE = "update grants set levels = $5, permissions = $6, restrictions = $7, given_by_kind = $8, given_by = $9, \
              given_at = $10, version = version + 1 \
              where organization_id = $1 and member_id = $2 and workspace_id = $3 and version = $4";
    REMOVE = "delete from grants where organization_id = $1 and member_id = $2 and workspace_id = $3 and version = $4";
    REMOVE_LEVELS = "delete from grant_levels where organization_id = $1 and member_id = $2 and workspace_id = $3";
}

/// The beginnings of the questions for those with a grant somewhere, and for all their grants.
const MEMBERS_AT: &str = concat!("select ", membership_columns!(), " from memberships m where m.organization_id = ");
const OF_MANY: &str = concat!("select ", grant_columns!(), " from grants g where g.organization_id = ");

/// The beginning of the question for what operators offer; where, and with which levels, follows.
const OFFERED: &str = concat!(
    "select ",
    grant_columns!(),
    " from grants g join memberships m on m.organization_id = g.organization_id and m.id = g.member_id \
     where m.status = 'pending' and g.given_by_kind = 'operator' and g.organization_id = "
);

/// The beginning of the insert of grants.
const INSERT: &str = "insert into grants (organization_id, member_id, workspace_id, levels, permissions, restrictions, \
     given_by_kind, given_by, given_at, version) values ";

/// The beginning of the insert of grants' levels.
const INSERT_LEVELS: &str = "insert into grant_levels (organization_id, workspace_id, level, member_id) values ";

/// All grants of one member, ordered by workspace id.
pub(crate) async fn of<R: Reads + ?Sized>(
    reads: &mut R,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Vec<Grant>, StoreError> {
    reads.rows(&Sql::fixed(OF).bind(organization).bind(member)).await?.iter().map(grant::read).collect()
}

impl<T: Connection> SqlUnit<T, Locked> {
    async fn write_levels(&mut self, grants: &[Grant]) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let levels: Vec<(&Grant, &str)> =
            grants.iter().flat_map(|grant| grant.levels.iter().map(move |level| (grant, level.as_str()))).collect();
        let row = |(grant, level): &(&Grant, &str)| [tenant.into(), grant.workspace.into(), (*level).into(), grant.member.into()];
        batch::insert(&mut self.connection, INSERT_LEVELS, &levels, row).await
    }

    fn keyed(&self, text: &'static str, grant: &Grant) -> Sql {
        Sql::fixed(text).bind(self.tenant()).bind(grant.member).bind(grant.workspace)
    }
}

/// What insert and update write alike: from the levels to when they were given.
fn offer(grant: &Grant) -> [Value; 6] {
    let (kind, id) = giver_values(grant.given_by);
    [keys(&grant.levels).into(), keys(&grant.permissions).into(), keys(&grant.restrictions).into(), kind, id, grant.given_at.into()]
}

#[async_trait]
impl<T: Connection, L: Send> Grants for SqlUnit<T, L> {
    async fn of(&mut self, organization: OrganizationId, member: MemberId) -> Result<Vec<Grant>, StoreError> {
        of(&mut self.connection, organization, member).await
    }

    async fn of_all(&mut self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Grant>, StoreError> {
        let mut grants = Vec::new();
        for chunk in members.chunks(CHUNK) {
            let mut sql = Sql::build(OF_MANY);
            sql.push_bind(organization).push(" and g.member_id in ").push_list(chunk.iter().copied());
            sql.push(" order by g.workspace_id");
            for row in self.connection.rows(&sql).await? {
                grants.push(grant::read(&row)?);
            }
        }
        Ok(grants)
    }

    async fn offered_by_operators(
        &mut self,
        organization: OrganizationId,
        workspace: WorkspaceId,
        levels: &BTreeSet<LevelKey>,
    ) -> Result<Vec<Grant>, StoreError> {
        let mut sql = Sql::build(OFFERED);
        sql.push_bind(organization).push(" and g.workspace_id = ").push_bind(workspace);
        sql.push(" and g.member_id in (select l.member_id from grant_levels l where l.organization_id = ").push_bind(organization);
        sql.push(" and l.workspace_id = ").push_bind(workspace);
        sql.push(" and l.level in ").push_list(levels.iter().map(LevelKey::as_str)).push(") order by g.member_id");
        self.connection.rows(&sql).await?.iter().map(grant::read).collect()
    }

    async fn at(
        &mut self,
        organization: OrganizationId,
        workspaces: &[WorkspaceId],
        up_to: u32,
    ) -> Result<Vec<(Membership, Vec<Grant>)>, StoreError> {
        if workspaces.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = Sql::build(MEMBERS_AT);
        sql.push_bind(organization).push(" and m.id in (select l.member_id from grant_levels l where l.organization_id = ");
        sql.push_bind(organization).push(" and l.workspace_id in ").push_list(workspaces.iter().copied());
        sql.push(") order by m.id limit ").push_number(up_to.into());
        let members = self.connection.rows(&sql).await?.iter().map(membership::read).collect::<Result<Vec<_>, _>>()?;
        let ids: Vec<MemberId> = members.iter().map(|one| one.id).collect();
        let mut grants: HashMap<MemberId, Vec<Grant>> = HashMap::new();
        for grant in self.of_all(organization, &ids).await? {
            grants.entry(grant.member).or_default().push(grant);
        }
        let with_grants = |one: Membership| {
            let own = grants.remove(&one.id).unwrap_or_default();
            (one, own)
        };
        Ok(members.into_iter().map(with_grants).collect())
    }
}

#[async_trait]
impl<T: Connection> GrantChanges for SqlUnit<T, Locked> {
    async fn insert_all(&mut self, grants: &[Grant]) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let row = |grant: &Grant| -> [Value; 10] {
            let [levels, permissions, restrictions, kind, by, at] = offer(grant);
            let (member, workspace) = (grant.member.into(), grant.workspace.into());
            [tenant.into(), member, workspace, levels, permissions, restrictions, kind, by, at, grant.version.into()]
        };
        batch::claim(&mut self.connection, INSERT, grants, row, "the member's grant at the workspace").await?;
        self.write_levels(grants).await
    }

    async fn update(&mut self, grant: &Grant) -> Result<(), StoreError> {
        let keyed = self.keyed(UPDATE, grant).bind(grant.version);
        let update = offer(grant).into_iter().fold(keyed, Sql::bind);
        unless_stale(self.connection.execute(&update).await?, "the grant")?;
        let levels = self.keyed(REMOVE_LEVELS, grant);
        self.connection.execute(&levels).await?;
        self.write_levels(slice::from_ref(grant)).await
    }

    async fn remove(&mut self, grant: &Grant) -> Result<(), StoreError> {
        // The rows of the levels go with it.
        let remove = self.keyed(REMOVE, grant).bind(grant.version);
        unless_stale(self.connection.execute(&remove).await?, "the grant")
    }
}
