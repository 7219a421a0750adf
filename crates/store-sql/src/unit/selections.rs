//! Selections: a row for each member and kind, and one for each resource and each group that was chosen.

use std::collections::{BTreeSet, HashSet};

use async_trait::async_trait;
use tenure_domain::selection::{Part, Selected, Selection, Sharing};
use tenure_domain::{KindKey, LevelKey, MemberId, OrganizationId, ResourceGroupId, ResourceId};
use tenure_port_store::{SelectionChanges, Selections, StoreError};
use uuid::Uuid;

use super::{Locked, SqlUnit, unless_stale};
use crate::in_common::InCommon;
use crate::snapshots::{giver_parts, resource};
use crate::statements::statement_texts;
use crate::{Connection, Dialect, Sql, batch};

/// What selections say of themselves.
macro_rules! selection {
    () => {
        "s.member_id, s.kind, s.reaches_all, s.chosen_by_kind, s.chosen_by, s.version"
    };
}

statement_texts! {
    OF = concat!("select ", selection!(), ", sr.resource_id, null as group_id from selections s left join selection_resources sr \
                  on sr.organization_id = s.organization_id and sr.member_id = s.member_id and sr.kind = s.kind \
                  where s.organization_id = $1 and s.member_id = $2 union all select ", selection!(), ", null, sg.group_id \
                  from selection_groups sg join selections s \
                  on s.organization_id = sg.organization_id and s.member_id = sg.member_id and s.kind = sg.kind \
                  where sg.organization_id = $1 and sg.member_id = $2");
    FIND = concat!("select ", selection!(), ", sr.resource_id, null as group_id from selections s left join selection_resources sr \
                    on sr.organization_id = s.organization_id and sr.member_id = s.member_id and sr.kind = s.kind \
                    where s.organization_id = $1 and s.member_id = $2 and s.kind = $3 union all select ", selection!(), ", null, \
                    sg.group_id from selection_groups sg join selections s \
                    on s.organization_id = sg.organization_id and s.member_id = sg.member_id and s.kind = sg.kind \
                    where sg.organization_id = $1 and sg.member_id = $2 and sg.kind = $3");
    INSERT = "insert into selections (organization_id, member_id, kind, version, reaches_all, chosen_by_kind, chosen_by) \
              values ($1, $2, $3, $4 + 1, $5, $6, $7) \
              on conflict do nothing";
    UPDATE = "update selections set reaches_all = $5, chosen_by_kind = $6, chosen_by = $7, version = version + 1 \
              where organization_id = $1 and member_id = $2 and kind = $3 and version = $4";
    CHOOSERS = "select sr.member_id as id from selection_resources sr where sr.organization_id = $1 and sr.resource_id = $2 \
                order by sr.member_id limit $3";
    GROUP_CHOOSERS = "select sg.member_id as id from selection_groups sg where sg.organization_id = $1 and sg.group_id = $2 \
                      order by sg.member_id limit $3";
    EMPTY = "delete from selection_resources where organization_id = $1 and member_id = $2 and kind = $3";
    EMPTY_GROUPS = "delete from selection_groups where organization_id = $1 and member_id = $2 and kind = $3";
}

/// The text of which kinds a member has something of by choice, but for one resource or group that is about to go; `$1` is the
/// organization, and `$2` what goes. Ids are unique among both.
pub(crate) const fn chosen_kinds(dialect: Dialect) -> &'static str {
    macro_rules! chosen {
        ($all:literal) => {
            concat!(
                "coalesce((select ",
                $all,
                " from (select s.kind from selections s where s.organization_id = memberships.organization_id \
                 and s.member_id = memberships.id and (s.reaches_all \
                 or exists (select 1 from selection_resources r where r.organization_id = s.organization_id \
                 and r.member_id = s.member_id and r.kind = s.kind and r.resource_id <> $2) \
                 or exists (select 1 from selection_groups g where g.organization_id = s.organization_id \
                 and g.member_id = s.member_id and g.kind = s.kind and g.group_id <> $2)) order by s.kind) k), '')"
            )
        };
    }
    dialect.choose(chosen!("group_concat(k.kind, ' ')"), chosen!("string_agg(k.kind, ' ')"))
}

/// The beginnings of the questions for resources and for groups that some members have; who they are follows.
const OF_MANY: &str = concat!(
    "select ",
    selection!(),
    ", sr.resource_id, null as group_id from selections s left join selection_resources sr \
     on sr.organization_id = s.organization_id and sr.member_id = s.member_id and sr.kind = s.kind where s.organization_id = "
);
const GROUPS_OF_MANY: &str = concat!(
    "select ",
    selection!(),
    ", null as resource_id, sg.group_id from selection_groups sg join selections s \
     on s.organization_id = sg.organization_id and s.member_id = sg.member_id and s.kind = sg.kind where sg.organization_id = "
);

/// The beginning of the insert of chosen resources.
const INSERT_RESOURCES: &str = "insert into selection_resources (organization_id, member_id, kind, resource_id) values ";

/// The beginning of the insert of chosen groups.
const INSERT_GROUPS: &str = "insert into selection_groups (organization_id, member_id, kind, group_id) values ";

/// The beginning of the question for those who have a resource; their levels follow.
const HOLDERS: &str = "select sr.member_id as id from selection_resources sr where sr.organization_id = ";

#[async_trait]
impl<T: Connection, L: Send> Selections for SqlUnit<T, L> {
    async fn of(&mut self, organization: OrganizationId, member: MemberId) -> Result<Vec<Selected>, StoreError> {
        resource::selections(&self.connection.rows(&Sql::fixed(OF).bind(organization).bind(member)).await?)
    }

    async fn of_all(&mut self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Selected>, StoreError> {
        let mut rows = Vec::new();
        for chunk in members.chunks(batch::CHUNK) {
            for (begun, who) in [(OF_MANY, " and s.member_id in "), (GROUPS_OF_MANY, " and sg.member_id in ")] {
                let mut sql = Sql::build(begun);
                sql.push_bind(organization).push(who).push_list(chunk.iter().copied());
                rows.extend(self.connection.rows(&sql).await?);
            }
        }
        resource::selections(&rows)
    }

    async fn find(&mut self, organization: OrganizationId, member: MemberId, kind: &KindKey) -> Result<Selected, StoreError> {
        let rows = self.connection.rows(&Sql::fixed(FIND).bind(organization).bind(member).bind(kind)).await?;
        let found = resource::selections(&rows)?.pop();
        Ok(found.unwrap_or_else(|| Selected::nothing(member, kind.clone())))
    }

    async fn in_common(
        &mut self,
        organization: OrganizationId,
        sharing: &Sharing,
        viewer: MemberId,
        others: &[MemberId],
    ) -> Result<HashSet<MemberId>, StoreError> {
        let common = InCommon::load(&mut self.connection, organization, viewer, sharing).await?;
        common.among(&mut self.connection, organization, others).await
    }

    async fn choosers(&mut self, organization: OrganizationId, parts: &[Part], up_to: u32) -> Result<Vec<MemberId>, StoreError> {
        let mut found = BTreeSet::new();
        // Each part's are read by themselves, in the order of an index, and no more of them than are asked for.
        for part in parts {
            let choosers = match *part {
                Part::Resource(resource) => Sql::fixed(CHOOSERS).bind(organization).bind(resource),
                Part::Group(group) => Sql::fixed(GROUP_CHOOSERS).bind(organization).bind(group),
            };
            for row in self.connection.rows(&choosers.bind(up_to)).await? {
                found.insert(row.id("id")?);
            }
        }
        Ok(found.into_iter().take(usize::try_from(up_to).unwrap_or(usize::MAX)).collect())
    }

    async fn holders(
        &mut self,
        organization: OrganizationId,
        resource: ResourceId,
        levels: &BTreeSet<LevelKey>,
        except: &BTreeSet<LevelKey>,
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError> {
        let mut sql = Sql::build(HOLDERS);
        let organization = sql.arg(organization);
        sql.push_arg(organization).push(" and sr.resource_id = ").push_bind(resource);
        for (has, keys) in [(true, levels), (false, except)] {
            sql.push(" and (select true from grant_levels l where l.organization_id = ").push_arg(organization);
            sql.push(" and l.member_id = sr.member_id and l.level in ").push_list(keys.iter().map(LevelKey::as_str));
            sql.push(if has { " limit 1) is not null" } else { " limit 1) is null" });
        }
        sql.push(" order by sr.member_id limit ").push_bind(up_to);
        self.connection.rows(&sql).await?.iter().map(|row| row.id("id")).collect()
    }
}

impl<T: Connection> SqlUnit<T, Locked> {
    async fn write_selection(&mut self, begun: &'static str, selected: &Selected) -> Result<(), StoreError> {
        let (tenant, member, kind) = (self.tenant(), selected.member, &selected.kind);
        let write = Sql::fixed(begun).bind(tenant).bind(member).bind(kind).bind(selected.version);
        let chosen_by = selected.chosen_by.map(giver_parts);
        let write = write.bind(selected.selection == Selection::All);
        let write = write.bind(chosen_by.map(|(kind, _)| kind)).bind(chosen_by.map(|(_, id)| id));
        unless_stale(self.connection.execute(&write).await?, "the selection")?;
        self.connection.execute(&Sql::fixed(EMPTY).bind(tenant).bind(member).bind(kind)).await?;
        self.connection.execute(&Sql::fixed(EMPTY_GROUPS).bind(tenant).bind(member).bind(kind)).await?;
        let chosen: Vec<ResourceId> = selected.selection.resources().collect();
        let row = |resource: &ResourceId| [tenant.into(), member.into(), kind.into(), (*resource).into()];
        batch::insert(&mut self.connection, INSERT_RESOURCES, &chosen, row).await?;
        let chosen: Vec<ResourceGroupId> = selected.selection.groups().collect();
        let row = |group: &ResourceGroupId| [tenant.into(), member.into(), kind.into(), (*group).into()];
        batch::insert(&mut self.connection, INSERT_GROUPS, &chosen, row).await?;
        self.note_choices(Uuid::nil(), |sql| {
            sql.push("= ").push_bind(member);
        })
        .await
    }

    /// Writes down anew which kinds these members have something of, once this resource or group is gone.
    pub(super) async fn note_choices(&mut self, without: Uuid, push_whose: impl FnOnce(&mut Sql)) -> Result<(), StoreError> {
        let mut note = Sql::build("update memberships set chosen = ");
        let (tenant, _) = (note.arg(self.tenant()), note.arg(without));
        note.push(chosen_kinds(self.connection.dialect())).push(" where organization_id = ").push_arg(tenant).push(" and id ");
        push_whose(&mut note);
        self.connection.execute(&note).await?;
        Ok(())
    }
}

#[async_trait]
impl<T: Connection> SelectionChanges for SqlUnit<T, Locked> {
    async fn replace(&mut self, selected: &Selected) -> Result<(), StoreError> {
        self.write_selection(if selected.version == 0 { INSERT } else { UPDATE }, selected).await
    }

    async fn restore(&mut self, selected: &Selected) -> Result<(), StoreError> {
        self.write_selection(INSERT, selected).await
    }
}
