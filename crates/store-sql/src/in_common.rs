//! Reaching a resource, and having one in common with a viewer (R3, R5): told once, for units and queries alike.

use std::collections::HashSet;

use tenure_domain::access_model::Reach;
use tenure_domain::selection::{LevelReach, Sharing};
use tenure_domain::{LevelKey, MemberId, OrganizationId, ResourceId};
use tenure_port_store::StoreError;

use crate::batch::CHUNK;
use crate::sql::Arg;
use crate::statements::statement_texts;
use crate::{Reads, Sql};

statement_texts! {
    // Whether anything of the kind is for everyone, whether there is anything at all, and whether the viewer chose all of it.
    KIND = "select (select r.id from resources r where r.organization_id = $1 and r.kind = $3 and r.for_everyone limit 1) as everyones, \
            (select r.id from resources r where r.organization_id = $1 and r.kind = $3 order by r.name_key, r.id limit 1) as anything, \
            (select s.reaches_all from selections s where s.organization_id = $1 and s.member_id = $2 and s.kind = $3) as reaches_all";
    CHOSEN = "select sr.resource_id as id from selection_resources sr \
              where sr.organization_id = $1 and sr.member_id = $2 and sr.kind = $3";
}

/// Who somebody has a resource of a kind in common with; themselves always.
#[derive(Clone, Debug)]
pub(crate) struct InCommon {
    viewer: MemberId,
    levels: LevelReach,
    with: With,
}

#[derive(Clone, Debug)]
enum With {
    /// Nobody else.
    Nobody,
    /// Everybody: something is for everyone.
    Everybody,
    /// Those who reach one of these, or, with none named, anything of the kind: the viewer reaches all of it.
    Those(Vec<ResourceId>),
}

impl InCommon {
    /// Looks up what the viewer reaches.
    pub(crate) async fn load<R: Reads + ?Sized>(
        reads: &mut R,
        organization: OrganizationId,
        viewer: MemberId,
        sharing: &Sharing,
    ) -> Result<Self, StoreError> {
        let bind = |text| Sql::fixed(text).bind(organization).bind(viewer).bind(&sharing.levels.kind);
        let row = reads.row(&bind(KIND)).await?;
        let row = row.ok_or_else(|| StoreError::Corrupt("a statement without a table gave no row".to_owned()))?;
        let is_chosen = row.opt_bool("reaches_all")?.unwrap_or_default();
        let with = if row.opt_uuid("everyones")?.is_some() {
            With::Everybody
        } else if row.opt_uuid("anything")?.is_none() || sharing.viewer == Reach::None {
            With::Nobody
        } else if sharing.viewer == Reach::All || is_chosen {
            With::Those(Vec::new())
        } else {
            let chosen: Vec<ResourceId> =
                reads.rows(&bind(CHOSEN)).await?.iter().map(|row| row.id("id")).collect::<Result<_, StoreError>>()?;
            if chosen.is_empty() { With::Nobody } else { With::Those(chosen) }
        };
        Ok(Self { viewer, levels: sharing.levels.clone(), with })
    }

    /// Which of these members have something in common with the viewer.
    pub(crate) async fn among<R: Reads + ?Sized>(
        &self,
        reads: &mut R,
        organization: OrganizationId,
        members: &[MemberId],
    ) -> Result<HashSet<MemberId>, StoreError> {
        let mut those = HashSet::new();
        for chunk in members.chunks(CHUNK) {
            let mut sql = Sql::build("select m.id from memberships m where m.organization_id = ");
            let organization = sql.arg(organization);
            sql.push_arg(organization).push(" and m.id in ").push_list(chunk.iter().copied()).push(" and ");
            self.push(&mut sql, organization, "m.id");
            for row in reads.rows(&sql).await? {
                those.insert(row.id("id")?);
            }
        }
        Ok(those)
    }

    /// Adds that the member whose id is in this column has something in common with the viewer. What nobody holds is nobody's.
    pub(crate) fn push(&self, sql: &mut Sql, organization: Arg, member: &'static str) {
        match &self.with {
            With::Nobody => drop(sql.push(member).push(" = ").push_bind(self.viewer)),
            With::Everybody => drop(sql.push(member).push(" is not null")),
            With::Those(resources) => {
                sql.push("(").push(member).push(" = ").push_bind(self.viewer).push(" or ");
                push_reaches(sql, organization, member, &self.levels, resources);
                sql.push(")");
            }
        }
    }

    /// The viewer.
    pub(crate) const fn viewer(&self) -> MemberId {
        self.viewer
    }

    /// Whether the viewer shares with nobody else.
    pub(crate) const fn is_alone(&self) -> bool {
        matches!(self.with, With::Nobody)
    }

    /// The resources through which there is something in common, and how levels reach into their kind; none where those are not
    /// what finds the others.
    pub(crate) fn through(&self) -> Option<(&[ResourceId], &LevelReach)> {
        match &self.with {
            With::Those(resources) if !resources.is_empty() => Some((resources, &self.levels)),
            With::Nobody | With::Everybody | With::Those(_) => None,
        }
    }
}

/// Adds that the member whose id is in this column reaches one of these resources by what they chose or by level, or, with none
/// named, any of the kind.
pub(crate) fn push_reaches(sql: &mut Sql, organization: Arg, member: &'static str, levels: &LevelReach, resources: &[ResourceId]) {
    let kind = sql.arg(&levels.kind);
    // Scalars with a limit, and no `exists`: that Postgres might answer by reading a whole table at once.
    sql.push("((");
    sql.push("(select true from selection_resources sr where sr.organization_id = ").push_arg(organization);
    sql.push(" and sr.member_id = ").push(member).push(" and sr.kind = ").push_arg(kind);
    if !resources.is_empty() {
        sql.push(" and sr.resource_id in ").push_list(resources.iter().copied());
    }
    sql.push(" limit 1) or (select sa.reaches_all from selections sa where sa.organization_id = ").push_arg(organization);
    sql.push(" and sa.member_id = ").push(member).push(" and sa.kind = ").push_arg(kind).push("))");
    if !levels.none.is_empty() {
        // For somebody with such levels alone nothing that was chosen counts.
        sql.push(" and (");
        push_level(sql, organization, member, " and l.level in ", &levels.none);
        sql.push(" is null or ");
        push_level(sql, organization, member, " and l.level not in ", &levels.none);
        sql.push(")");
    }
    if !levels.all.is_empty() {
        sql.push(" or ");
        push_level(sql, organization, member, " and l.level in ", &levels.all);
    }
    sql.push(")");
}

fn push_level<'a>(
    sql: &mut Sql,
    organization: Arg,
    member: &'static str,
    which: &'static str,
    levels: impl IntoIterator<Item = &'a LevelKey>,
) {
    sql.push("(select true from grant_levels l where l.organization_id = ").push_arg(organization);
    sql.push(" and l.member_id = ").push(member).push(which).push_list(levels.into_iter().map(LevelKey::as_str)).push(" limit 1)");
}
