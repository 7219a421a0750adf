//! The tree.

use async_trait::async_trait;
use tenure_domain::workspace::{Occupancy, Step, Workspace};
use tenure_domain::{Instant, OrganizationId, WorkspaceId, WorkspaceKindKey};
use tenure_port_store::{StoreError, Subtree, WorkspaceChanges, Workspaces};

use super::{Locked, SqlUnit, unless_stale, unless_taken};
use crate::snapshots::grant::keys;
use crate::snapshots::workspace::{self, workspace_columns};
use crate::statements::statement_texts;
use crate::{Connection, Sql, fold, tree};

/// The receipts that are about this workspace, and about no other that is still there.
macro_rules! only_here {
    () => {
        "select here.receipt_id from receipt_workspaces here where here.organization_id = $1 and here.workspace_id = $2 \
         and not here.gone and not exists (select 1 from receipt_workspaces other where other.organization_id = here.organization_id \
         and other.receipt_id = here.receipt_id and other.workspace_id <> here.workspace_id and not other.gone)"
    };
}

/// The portfolios of a workspace that has no contacts.
macro_rules! portfolios {
    () => {
        "select id from portfolios where organization_id = $1 and workspace_id = $2"
    };
}

statement_texts! {
    FIND = concat!("select ", workspace_columns!(), " from workspaces w where w.organization_id = $1 and w.id = $2");
    PLACE = "select path, depth from workspaces where organization_id = $1 and id = $2";
    SUBTREE = "select count(*) as n, coalesce(max(depth), 0) as deepest from workspaces \
               where organization_id = $1 and path >= $2 and path < $3";
    // What is above changes in every path below; what is below stays.
    SHIFT = "update workspaces set path = $4 || substr(path, cast($5 as integer)), depth = depth + $6 \
             where organization_id = $1 and path >= $2 and path < $3";
    REPARENT = "update workspaces set parent_id = $4, version = version + 1 \
                where organization_id = $1 and id = $2 and version = $3";
    INSERT = "insert into workspaces (organization_id, id, parent_id, kind, name, name_key, path, depth, active, features_off, \
              created_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing";
    UPDATE = "update workspaces set kind = $4, name = $5, name_key = $6, active = $7, features_off = $8, version = version + 1 \
              where organization_id = $1 and id = $2 and version = $3";
    OCCUPANCY = "select exists (select 1 from workspaces where organization_id = $1 and parent_id = $2) as workspaces, \
                 exists (select 1 from grants where organization_id = $1 and workspace_id = $2) as members, \
                 exists (select 1 from contacts where organization_id = $1 and workspace_id = $2) as contacts";
    HOLD = "select id from workspaces where organization_id = $1 and id = $2";
    FORGET_DEPARTURES = concat!("delete from departures where organization_id = $1 and portfolio_id in (", portfolios!(), ")");
    FORGET_NAMED = concat!("delete from receipt_portfolios where organization_id = $1 and portfolio_id in (", portfolios!(), ")");
    REMOVE_PORTFOLIOS = "delete from portfolios where organization_id = $1 and workspace_id = $2";
    // There is nowhere to bring anything back to, and so nobody to keep for it.
    CLOSE_RECEIPTS = concat!("update receipts set undo_until = null where organization_id = $1 and id in (", only_here!(), ")");
    KEEP_NOBODY = concat!("update deleted_memberships set kept_until = $3 where organization_id = $1 and kept_until > $3 and id in (\
                   select r.member_id from receipts r where r.organization_id = $1 and r.act = 'deletion' and r.state = 'standing' \
                   and r.id in (", only_here!(), "))");
    LIFT_RECEIPTS = "insert into receipt_workspaces (organization_id, receipt_id, workspace_id, gone) \
                     select o.organization_id, o.receipt_id, $3, true from receipt_workspaces o \
                     where o.organization_id = $1 and o.workspace_id = $2 on conflict do nothing";
    LEAVE_RECEIPTS = "delete from receipt_workspaces where organization_id = $1 and workspace_id = $2";
    REMOVE = "delete from workspaces where organization_id = $1 and id = $2 and version = $3";
}

#[async_trait]
impl<T: Connection, L: Send> Workspaces for SqlUnit<T, L> {
    async fn find(&mut self, organization: OrganizationId, id: WorkspaceId) -> Result<Option<Workspace>, StoreError> {
        let row = self.connection.row(&Sql::fixed(FIND).bind(organization).bind(id)).await?;
        row.as_ref().map(workspace::read).transpose()
    }

    async fn chains(&mut self, organization: OrganizationId, of: &[WorkspaceId]) -> Result<Vec<Vec<Step>>, StoreError> {
        tree::chains(&mut self.connection, organization, of).await
    }

    async fn subtree(&mut self, organization: OrganizationId, top: WorkspaceId) -> Result<Option<Subtree>, StoreError> {
        let Some(row) = self.connection.row(&Sql::fixed(PLACE).bind(organization).bind(top)).await? else { return Ok(None) };
        let (path, depth) = (row.text("path")?, row.int("depth")?);
        let sql = Sql::fixed(SUBTREE).bind(organization).bind(path).bind(tree::after(path));
        let row = self.connection.row(&sql).await?.ok_or(StoreError::Stale("the workspace"))?;
        let levels_below = usize::try_from(row.int("deepest")? - depth).unwrap_or_default();
        Ok(Some(Subtree { workspaces: row.number("n")?, levels_below }))
    }

    async fn occupancy(&mut self, organization: OrganizationId, id: WorkspaceId) -> Result<Occupancy, StoreError> {
        let row = self.connection.row(&Sql::fixed(OCCUPANCY).bind(organization).bind(id)).await?;
        let row = row.ok_or(StoreError::Stale("the workspace"))?;
        Ok(Occupancy { workspaces: row.bool("workspaces")?, members: row.bool("members")?, contacts: row.bool("contacts")? })
    }
}

#[async_trait]
impl<T: Connection> WorkspaceChanges for SqlUnit<T, Locked> {
    async fn insert(&mut self, workspace: &Workspace) -> Result<(), StoreError> {
        let (path, depth) = match workspace.parent {
            None => (tree::below("", workspace.id), 0),
            Some(parent) => {
                let above = self.connection.row(&Sql::fixed(PLACE).bind(self.lock.0).bind(parent)).await?;
                let above = above.ok_or(StoreError::Stale("the workspace above"))?;
                (tree::below(above.text("path")?, workspace.id), above.int("depth")? + 1)
            }
        };
        let insert = Sql::fixed(INSERT)
            .bind(self.tenant())
            .bind(workspace.id)
            .bind(workspace.parent)
            .bind(workspace.kind.as_ref().map(WorkspaceKindKey::as_str))
            .bind(&workspace.name)
            .bind(fold(workspace.name.as_str()))
            .bind(path)
            .bind(depth)
            .bind(workspace.active)
            .bind(keys(&workspace.features_off))
            .bind(workspace.created_at)
            .bind(workspace.version);
        unless_taken(self.connection.execute(&insert).await?, "the workspace's id")
    }

    async fn update(&mut self, workspace: &Workspace) -> Result<(), StoreError> {
        let update = Sql::fixed(UPDATE)
            .bind(self.tenant())
            .bind(workspace.id)
            .bind(workspace.version)
            .bind(workspace.kind.as_ref().map(WorkspaceKindKey::as_str))
            .bind(&workspace.name)
            .bind(fold(workspace.name.as_str()))
            .bind(workspace.active)
            .bind(keys(&workspace.features_off));
        unless_stale(self.connection.execute(&update).await?, "the workspace")
    }

    async fn relocate(&mut self, workspace: &Workspace) -> Result<(), StoreError> {
        let tenant = self.tenant();
        let parent = workspace.parent.ok_or(StoreError::Stale("the workspace above"))?;
        let reparent = Sql::fixed(REPARENT).bind(tenant).bind(workspace.id).bind(workspace.version).bind(parent);
        unless_stale(self.connection.execute(&reparent).await?, "the workspace")?;
        let above = self.connection.row(&Sql::fixed(PLACE).bind(tenant).bind(parent)).await?;
        let above = above.ok_or(StoreError::Stale("the workspace above"))?;
        let old = self.connection.row(&Sql::fixed(PLACE).bind(tenant).bind(workspace.id)).await?;
        let old = old.ok_or(StoreError::Stale("the workspace"))?;
        let (path, new) = (old.text("path")?, tree::below(above.text("path")?, workspace.id));
        let from = i64::try_from(path.len() + 1).unwrap_or(i64::MAX);
        let shift = Sql::fixed(SHIFT)
            .bind(tenant)
            .bind(path)
            .bind(tree::after(path))
            .bind(new)
            .bind(from)
            .bind(above.int("depth")? + 1 - old.int("depth")?);
        self.connection.execute(&shift).await?;
        Ok(())
    }

    async fn hold(&mut self, id: WorkspaceId) -> Result<(), StoreError> {
        let mut hold = Sql::fixed(HOLD).bind(self.tenant()).bind(id);
        hold.push(self.connection.dialect().row_lock(" for update"));
        self.connection.row(&hold).await?;
        Ok(())
    }

    async fn remove(&mut self, workspace: &Workspace, now: Instant) -> Result<(), StoreError> {
        let (tenant, id) = (self.tenant(), workspace.id);
        let parent = workspace.parent.ok_or(StoreError::Stale("the workspace above"))?;
        let here = |text| Sql::fixed(text).bind(tenant).bind(id);
        for text in [FORGET_DEPARTURES, FORGET_NAMED, REMOVE_PORTFOLIOS, CLOSE_RECEIPTS] {
            self.connection.execute(&here(text)).await?;
        }
        self.connection.execute(&here(KEEP_NOBODY).bind(now)).await?;
        self.connection.execute(&here(LIFT_RECEIPTS).bind(parent)).await?;
        self.connection.execute(&here(LEAVE_RECEIPTS)).await?;
        unless_stale(self.connection.execute(&here(REMOVE).bind(workspace.version)).await?, "the workspace")
    }
}
