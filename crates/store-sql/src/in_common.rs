//! Reaching a resource, and having one in common with a viewer (R3, R5): told once, for units and queries alike.

use std::collections::HashSet;

use tenure_domain::access_model::Reach;
use tenure_domain::selection::{LevelReach, Sharing};
use tenure_domain::{KindKey, LevelKey, MemberId, OrganizationId, ResourceId};
use tenure_port_store::StoreError;

use crate::batch::CHUNK;
use crate::sql::Arg;
use crate::statements::statement_texts;
use crate::{Dialect, Reads, Sql};

statement_texts! {
    // Whether anything of the kind is for everyone, whether there is anything at all, and whether the viewer chose all of it, or
    // groups with anything in them: one that is empty has nothing in common with anybody.
    KIND = "select (select r.id from resources r where r.organization_id = $1 and r.kind = $3 and r.for_everyone limit 1) as everyones, \
            (select r.id from resources r where r.organization_id = $1 and r.kind = $3 order by r.name_key, r.id limit 1) as anything, \
            (select s.reaches_all from selections s where s.organization_id = $1 and s.member_id = $2 and s.kind = $3) as reaches_all, \
            (select sg.group_id from selection_groups sg where sg.organization_id = $1 and sg.member_id = $2 and sg.kind = $3 \
             and (select true from grouped_resources gr where gr.organization_id = $1 and gr.group_id = sg.group_id limit 1) limit 1) \
             as bundled";
    CHOSEN = "select sr.resource_id as id from selection_resources sr \
              where sr.organization_id = $1 and sr.member_id = $2 and sr.kind = $3";
}

/// Who somebody has a resource of a kind in common with; themselves always.
#[derive(Clone, Debug)]
pub(crate) struct InCommon {
    viewer: MemberId,
    dialect: Dialect,
    levels: LevelReach,
    with: With,
}

/// Resources of a kind.
#[derive(Clone, Debug)]
pub(crate) enum Things {
    /// All there are.
    Any,
    /// These.
    These(Vec<ResourceId>),
    /// Those that somebody chose, by themselves or by groups. They may be too many to be named.
    Of(MemberId, Dialect),
}

#[derive(Clone, Debug)]
enum With {
    /// Nobody else.
    Nobody,
    /// Everybody: something is for everyone.
    Everybody,
    /// Those who reach one of these.
    Those(Things),
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
            With::Those(Things::Any)
        } else if row.opt_uuid("bundled")?.is_some() {
            With::Those(Things::Of(viewer, reads.dialect()))
        } else {
            let chosen: Vec<ResourceId> =
                reads.rows(&bind(CHOSEN)).await?.iter().map(|row| row.id("id")).collect::<Result<_, StoreError>>()?;
            if chosen.is_empty() { With::Nobody } else { With::Those(Things::These(chosen)) }
        };
        Ok(Self { viewer, dialect: reads.dialect(), levels: sharing.levels.clone(), with })
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
            With::Those(things) => {
                sql.push("(").push(member).push(" = ").push_bind(self.viewer).push(" or ");
                push_reaches(sql, organization, member, &self.levels, things);
                sql.push(")");
            }
        }
    }

    /// The viewer.
    pub(crate) const fn viewer(&self) -> MemberId {
        self.viewer
    }

    /// Which database answers.
    pub(crate) const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Whether the viewer shares with nobody else.
    pub(crate) const fn is_alone(&self) -> bool {
        matches!(self.with, With::Nobody)
    }

    /// The resources through which there is something in common, and how levels reach into their kind; none where those are not
    /// what finds the others.
    pub(crate) fn through(&self) -> Option<(&Things, &LevelReach)> {
        match &self.with {
            With::Those(Things::Any) | With::Nobody | With::Everybody => None,
            With::Those(things) => Some((things, &self.levels)),
        }
    }
}

/// Adds that this column has one of these resources.
pub(crate) fn push_among(sql: &mut Sql, organization: Arg, column: &'static str, kind: &KindKey, things: &Things) {
    match things {
        Things::Any => {}
        Things::These(resources) => {
            sql.push(" and ").push(column).push(" in ").push_list(resources.iter().copied());
        }
        // Either looks them up once for the whole statement; without an array Postgres would join, and read whole tables for it.
        Things::Of(member, dialect) => {
            sql.push(" and ").push(column).push(dialect.choose(" in (", " = any (array("));
            push_things_of(sql, organization, *member, kind);
            sql.push(dialect.choose(")", "))"));
        }
    }
}

/// Adds the question for what somebody chose of a kind, by itself or by a group.
pub(crate) fn push_things_of(sql: &mut Sql, organization: Arg, member: MemberId, kind: &KindKey) {
    let (member, kind) = (sql.arg(member), sql.arg(kind));
    sql.push("select vr.resource_id from selection_resources vr where vr.organization_id = ").push_arg(organization);
    sql.push(" and vr.member_id = ").push_arg(member).push(" and vr.kind = ").push_arg(kind);
    sql.push(" union all select vg.resource_id from selection_groups vs join grouped_resources vg ");
    sql.push("on vg.organization_id = vs.organization_id and vg.group_id = vs.group_id where vs.organization_id = ");
    sql.push_arg(organization).push(" and vs.member_id = ").push_arg(member).push(" and vs.kind = ").push_arg(kind);
}

/// Adds that group `sg` has one of these resources.
fn push_has(sql: &mut Sql, organization: Arg, kind: &KindKey, things: &Things) {
    if let Things::Of(_, dialect) = things {
        // Of many resources it is found once which groups have any.
        sql.push(dialect.choose(" and sg.group_id in (", " and sg.group_id = any (array("));
        push_groups_with(sql, organization, kind, things);
        sql.push(dialect.choose(")", "))"));
    } else {
        sql.push(" and (select true from grouped_resources gr where gr.organization_id = ").push_arg(organization);
        sql.push(" and gr.group_id = sg.group_id");
        push_among(sql, organization, "gr.resource_id", kind, things);
        sql.push(" limit 1)");
    }
}

/// Adds the question for the groups with one of these resources.
pub(crate) fn push_groups_with(sql: &mut Sql, organization: Arg, kind: &KindKey, things: &Things) {
    sql.push("select distinct gl.group_id from grouped_resources gl where gl.organization_id = ").push_arg(organization);
    push_among(sql, organization, "gl.resource_id", kind, things);
}

/// Adds that the member whose id is in this column reaches one of these resources, by what they chose or by level.
pub(crate) fn push_reaches(sql: &mut Sql, organization: Arg, member: &'static str, levels: &LevelReach, things: &Things) {
    let kind = sql.arg(&levels.kind);
    // Scalars with a limit, and no `exists`: that Postgres might answer by reading a whole table at once.
    sql.push("((");
    sql.push("(select true from selection_resources sr where sr.organization_id = ").push_arg(organization);
    sql.push(" and sr.member_id = ").push(member).push(" and sr.kind = ").push_arg(kind);
    push_among(sql, organization, "sr.resource_id", &levels.kind, things);
    if levels.grouped {
        sql.push(" limit 1) or (select true from selection_groups sg where sg.organization_id = ").push_arg(organization);
        sql.push(" and sg.member_id = ").push(member).push(" and sg.kind = ").push_arg(kind);
        push_has(sql, organization, &levels.kind, things);
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
