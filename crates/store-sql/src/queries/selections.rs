//! What a member reaches of each kind, as far as the viewer may know of it.

use std::collections::BTreeMap;

use tenure_domain::resource::Known;
use tenure_domain::{KindKey, MemberId, Name, OrganizationId};
use tenure_port_store::{ListedRow, ResourceFilter, ResourceSights, SelectionRow, StoreError};
use uuid::Uuid;

use super::resource_groups;
use super::resources::Scope;
use crate::sql::Arg;
use crate::{Dialect, Driver, Reads as _, Sql, SqlStore, Value};

pub(super) async fn of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    member: MemberId,
) -> Result<Vec<SelectionRow>, StoreError> {
    let all = ResourceFilter::default();
    let scope = Scope::load(store, organization, sights, &all).await?;
    let mut sql = Sql::build(
        "select s.kind, s.reaches_all, s.version, r.id, r.name from selections s \
         left join selection_resources c on c.organization_id = s.organization_id and c.member_id = s.member_id and c.kind = s.kind \
         left join resources r on r.organization_id = c.organization_id and r.id = c.resource_id and ",
    );
    scope.push_seen(&mut sql);
    sql.push(" where s.organization_id = ").push_bind(organization).push(" and s.member_id = ").push_bind(member);
    sql.push(" order by s.kind, r.name_key, r.id");
    let mut of: BTreeMap<KindKey, SelectionRow> = BTreeMap::new();
    for row in store.pooled().rows(&sql).await? {
        let kind = row.parse("kind", KindKey::parse)?;
        let (all, version) = (row.bool("reaches_all")?, row.number("version")?);
        let nothing = SelectionRow { kind: kind.clone(), all, resources: Vec::new(), groups: Vec::new(), version };
        let one = of.entry(kind).or_insert(nothing);
        if let Some(id) = row.opt_id("id")? {
            one.resources.push((id, row.parse("name", Name::parse)?));
        }
    }
    let mut sql = Sql::build(
        "select b.kind, b.id, b.name from selection_groups c \
         join resource_groups b on b.organization_id = c.organization_id and b.id = c.group_id where c.organization_id = ",
    );
    sql.push_bind(organization).push(" and c.member_id = ").push_bind(member).push(" and ");
    resource_groups::push_seen(&mut sql, &scope.sights);
    sql.push(" order by b.kind, b.name_key, b.id");
    for row in store.pooled().rows(&sql).await? {
        if let Some(one) = of.get_mut(&row.parse("kind", KindKey::parse)?) {
            one.groups.push((row.id("id")?, row.parse("name", Name::parse)?));
        }
    }
    Ok(of.into_values().collect())
}

/// How much of what was chosen for a member, and the viewer may know of, a list looks at.
const LOOKED_AT: i64 = 100;

/// What is chosen of a kind.
#[derive(Clone, Copy)]
enum Part {
    Resource,
    Group,
}

/// A look at what some members have of a kind, with what it binds for all of them.
struct Look<'a> {
    part: Part,
    sights: &'a ResourceSights,
    kind: &'a KindKey,
    dialect: Dialect,
    organization: Arg,
    of_kind: Arg,
    viewer: Arg,
    most: Arg,
}

impl Look<'_> {
    /// Adds that `r` of this kind may be known of. It binds nothing more: it is said once for each member.
    fn push_seen(&self, sql: &mut Sql) {
        let Known { whole, chosen, grouped } = &self.sights.known;
        if whole.contains(self.kind) {
            // What is bound is named in any case: Postgres asks for its type.
            sql.push_arg(self.viewer).push(" is not null");
            return;
        }
        sql.push(match self.part {
            Part::Resource => "(r.for_everyone",
            Part::Group => "(false",
        });
        if chosen.contains(self.kind) {
            sql.push(match self.part {
                Part::Resource => {
                    " or (select true from selection_resources sr where sr.resource_id = r.id and sr.organization_id = "
                }
                Part::Group => " or (select true from selection_groups sr where sr.group_id = r.id and sr.organization_id = ",
            });
            sql.push_arg(self.organization).push(" and sr.member_id = ").push_arg(self.viewer);
            sql.push(" and sr.kind = ").push_arg(self.of_kind).push(" limit 1)");
        }
        if matches!(self.part, Part::Resource) && grouped.contains(self.kind) {
            sql.push(" or (select true from grouped_resources gr join selection_groups sg ");
            sql.push("on sg.organization_id = gr.organization_id and sg.group_id = gr.group_id ");
            sql.push("where gr.resource_id = r.id and gr.organization_id = ").push_arg(self.organization);
            sql.push(" and sg.member_id = ").push_arg(self.viewer).push(" and sg.kind = ").push_arg(self.of_kind).push(" limit 1)");
        }
        sql.push(")");
    }

    /// Adds a look at the beginning of what one of them has: somebody may have thousands.
    fn push_one(&self, sql: &mut Sql, member: impl Fn(&mut Sql)) {
        let (table, things) = match self.part {
            Part::Resource => ("c.resource_id as id from selection_resources c", "resources"),
            Part::Group => ("c.group_id as id from selection_groups c", "resource_groups"),
        };
        sql.push("select few.member_id, few.id, few.name, few.name_key from (");
        sql.push("select c.member_id, r.id, r.name, r.name_key from (select c.member_id, ");
        sql.push(table).push(" where c.organization_id = ").push_arg(self.organization).push(" and c.member_id = ");
        member(sql);
        sql.push(" and c.kind = ").push_arg(self.of_kind).push(") c");
        // One by one, by their keys, however much the databases think that there is.
        match self.dialect {
            Dialect::Sqlite => {
                sql.push(" cross join ").push(things).push(" r where r.organization_id = ").push_arg(self.organization);
                sql.push(" and r.id = c.id and ");
            }
            Dialect::Postgres => {
                sql.push(" cross join lateral (select * from ").push(things).push(" s where s.organization_id = ");
                sql.push_arg(self.organization).push(" and s.id = c.id limit 1) r where ");
            }
        }
        self.push_seen(sql);
        sql.push(" order by c.id limit ").push_number(LOOKED_AT);
        sql.push(") few order by few.name_key, few.id limit ").push_arg(self.most);
    }

    /// The statement for all of them.
    fn at(&self, mut sql: Sql, members: &[MemberId]) -> Sql {
        match self.dialect {
            Dialect::Sqlite => {
                let asked: Vec<Arg> = members.iter().map(|member| sql.arg(*member)).collect();
                // The first are asked for again up to a power of two, as in lists: `union` leaves what comes twice out.
                for (nth, member) in asked.iter().cycle().take(asked.len().next_power_of_two()).enumerate() {
                    sql.push(if nth == 0 { "select * from (" } else { " union select * from (" });
                    self.push_one(&mut sql, |sql| {
                        sql.push_arg(*member);
                    });
                    sql.push(")");
                }
            }
            Dialect::Postgres => {
                sql.push("select l.member_id, l.id, l.name, l.name_key from unnest(");
                sql.push_bind(Value::Uuids(members.iter().copied().map(Uuid::from).collect()));
                sql.push(") asked (id) cross join lateral (");
                self.push_one(&mut sql, |sql| {
                    sql.push("asked.id");
                });
                sql.push(") l");
            }
        }
        sql
    }
}

/// What was chosen of these kinds for each of these members, up to so much of either that was chosen one by one and of groups.
pub(super) async fn listed<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    members: &[MemberId],
    (kinds, up_to): (&[KindKey], u32),
) -> Result<BTreeMap<(MemberId, KindKey), ListedRow>, StoreError> {
    let mut of: BTreeMap<(MemberId, KindKey), ListedRow> = BTreeMap::new();
    if members.is_empty() || kinds.is_empty() {
        return Ok(of);
    }
    let mut whole = Sql::build("select s.member_id, s.kind from selections s where s.organization_id = ");
    whole.push_bind(organization).push(" and s.member_id in ").push_list(members.iter().copied());
    whole.push(" and s.kind in ").push_list(kinds.iter()).push(" and s.reaches_all");
    for row in store.pooled().rows(&whole).await? {
        of.entry((row.id("member_id")?, row.parse("kind", KindKey::parse)?)).or_default().all = true;
    }
    let all = ResourceFilter::default();
    let scope = Scope::load(store, organization, sights, &all).await?;
    for kind in kinds {
        for part in [Part::Resource, Part::Group] {
            let mut sql = Sql::build("");
            let look = Look {
                part,
                sights: &scope.sights,
                kind,
                dialect: Driver::dialect(store.driver()),
                organization: sql.arg(organization),
                of_kind: sql.arg(kind),
                viewer: sql.arg(sights.viewer),
                most: sql.arg(up_to),
            };
            let mut found = Vec::new();
            for row in store.pooled().rows(&look.at(sql, members)).await? {
                let order = (row.text("name_key")?.to_owned(), row.uuid("id")?);
                found.push((order, row.id::<MemberId>("member_id")?, row.parse("name", Name::parse)?));
            }
            // Each member's come in order, and how those of one follow those of another is the database's.
            found.sort_by(|one, other| one.0.cmp(&other.0));
            for ((_, id), member, name) in found {
                let one = of.entry((member, kind.clone())).or_default();
                match part {
                    Part::Resource => one.first.push((id.into(), name)),
                    Part::Group => one.groups.push((id.into(), name)),
                }
            }
        }
    }
    Ok(of)
}
