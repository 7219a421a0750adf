//! Lists of resources, by name, and one of them: what the viewer may know of.

use tenure_domain::resource::Resource;
use tenure_domain::{KindKey, OrganizationId, ResourceId};
use tenure_port_store::{Page, PageAsk, Position, ResourceFilter, ResourceSights, StoreError};

use super::narrow::{self, Arms, FEW};
use super::pages;
use super::term::Term;
use crate::batch::CHUNK;
use crate::snapshots::resource::{self, resource_columns};
use crate::snapshots::resource_group;
use crate::{Dialect, Driver, Reads as _, Row, Sql, SqlStore};

const ROWS: &str = concat!("select ", resource_columns!(), ", r.name_key as name_key");

/// The kinds of which somebody chose all.
const ALL_OF: &str = "select s.kind from selections s where s.organization_id = $1 and s.member_id = $2 and s.reaches_all";

/// The fixed statements of these lists, by name.
pub(super) const STATEMENTS: &[(&str, &str)] = &[("ALL_OF", ALL_OF)];

/// How many resources a page looks at, where it walks.
const WINDOW: i64 = 10_000;

/// Which resources a list is about.
pub(super) struct Scope<'a> {
    organization: OrganizationId,
    dialect: Dialect,
    pub(super) sights: ResourceSights,
    filter: &'a ResourceFilter,
    term: Option<Term>,
}

impl<'a> Scope<'a> {
    pub(super) async fn load<D: Driver>(
        store: &SqlStore<D>,
        organization: OrganizationId,
        sights: &ResourceSights,
        filter: &'a ResourceFilter,
    ) -> Result<Self, StoreError> {
        let mut sights = sights.clone();
        for row in store.pooled().rows(&Sql::fixed(ALL_OF).bind(organization).bind(sights.viewer)).await? {
            let kind = row.parse("kind", KindKey::parse)?;
            if sights.known.chosen.contains(&kind) {
                sights.known.whole.insert(kind);
            }
        }
        let term = filter.q.as_deref().and_then(Term::parse);
        Ok(Self { organization, dialect: Driver::dialect(store.driver()), sights, filter, term })
    }

    /// The kinds of these that are asked for.
    fn asked<'k>(&'k self, of: &'k std::collections::BTreeSet<KindKey>) -> impl Iterator<Item = &'k KindKey> {
        of.iter().filter(|kind| self.filter.kind.as_ref().is_none_or(|asked| asked == *kind))
    }

    /// Adds what may be known of, by its indexes.
    fn push_arms(&self, arms: &mut Arms<'_>) {
        if let Some(group) = self.filter.group {
            arms.push("select gr.resource_id as id from grouped_resources gr where gr.organization_id = ", |sql, _| {
                sql.push(" and gr.group_id = ").push_bind(group).push(" order by gr.resource_id");
            });
            return;
        }
        for kind in self.asked(&self.sights.known.whole) {
            arms.push("select s.id from resources s where s.organization_id = ", |sql, _| {
                sql.push(" and s.kind = ").push_bind(kind).push(" order by s.name_key, s.id");
            });
        }
        for kind in self.asked(&self.sights.known.chosen) {
            arms.push("select sr.resource_id as id from selection_resources sr where sr.organization_id = ", |sql, _| {
                sql.push(" and sr.member_id = ").push_bind(self.sights.viewer);
                sql.push(" and sr.kind = ").push_bind(kind).push(" order by sr.resource_id");
            });
        }
        for kind in self.asked(&self.sights.known.grouped) {
            let select = "select gr.resource_id as id from selection_groups sg cross join grouped_resources gr \
                          where gr.organization_id = sg.organization_id and gr.group_id = sg.group_id and sg.organization_id = ";
            arms.push(select, |sql, _| {
                sql.push(" and sg.member_id = ").push_bind(self.sights.viewer).push(" and sg.kind = ").push_bind(kind);
            });
        }
        arms.push("select s.id from resources s where s.organization_id = ", |sql, _| {
            sql.push(" and s.for_everyone");
            match &self.filter.kind {
                Some(kind) => sql.push(" and s.kind = ").push_bind(kind).push(" order by s.name_key, s.id"),
                None => sql.push(" order by s.kind, s.name_key, s.id"),
            };
        });
    }

    /// Adds that resource `r` may be known of.
    pub(super) fn push_seen(&self, sql: &mut Sql) {
        sql.push("(r.for_everyone or r.kind in ").push_list(self.sights.known.whole.iter());
        sql.push(" or (r.kind in ").push_list(self.sights.known.chosen.iter());
        sql.push(" and (select true from selection_resources sr where sr.organization_id = r.organization_id and sr.member_id = ");
        sql.push_bind(self.sights.viewer).push(" and sr.kind = r.kind and sr.resource_id = r.id limit 1))");
        if !self.sights.known.grouped.is_empty() {
            sql.push(" or (r.kind in ").push_list(self.sights.known.grouped.iter());
            sql.push(" and (select true from grouped_resources gr join selection_groups sg ");
            sql.push("on sg.organization_id = gr.organization_id and sg.group_id = gr.group_id ");
            sql.push("where gr.organization_id = r.organization_id and gr.resource_id = r.id and sg.member_id = ");
            sql.push_bind(self.sights.viewer).push(" and sg.kind = r.kind limit 1))");
        }
        sql.push(")");
    }

    fn push_rest(&self, sql: &mut Sql, ask: &PageAsk) {
        self.push_seen(sql);
        if let Some(kind) = &self.filter.kind {
            sql.push(" and r.kind = ").push_bind(kind);
        }
        if let Some(group) = self.filter.group {
            sql.push(" and (select true from grouped_resources fg where fg.organization_id = r.organization_id and fg.group_id = ");
            sql.push_bind(group).push(" and fg.resource_id = r.id limit 1)");
        }
        if let Some(term) = &self.term {
            sql.push(" and ");
            term.push_name(sql, self.dialect, "r.name_key");
        }
        if let Some(after) = &ask.after {
            sql.push(" and (r.name_key, r.id) > (").push_bind(&after.key).push(", ").push_bind(after.id).push(")");
        }
        sql.push(" order by r.name_key, r.id limit ").push_bind(pages::limit(ask));
    }

    /// The statement over few candidates: they are looked up one by one, and sorted.
    fn few(&self, ask: &PageAsk) -> Sql {
        let (mut sql, _) = narrow::few(self.organization, FEW, |arms| self.push_arms(arms));
        sql.push(ROWS).push(self.dialect.choose(
            " from few cross join resources r where r.organization_id = $1 and r.id = few.id and ",
            " from few cross join lateral (select * from resources s where s.organization_id = $1 and s.id = few.id limit 1) r where ",
        ));
        self.push_rest(&mut sql, ask);
        sql
    }

    /// Adds the next stretch of the order by name, as a table.
    fn push_window(&self, sql: &mut Sql, ask: &PageAsk) {
        sql.push("(select * from resources s where s.organization_id = ").push_bind(self.organization);
        if let Some(kind) = &self.filter.kind {
            sql.push(" and s.kind = ").push_bind(kind);
        }
        if let Some(after) = &ask.after {
            sql.push(" and (s.name_key, s.id) > (").push_bind(&after.key).push(", ").push_bind(after.id).push(")");
        }
        sql.push(" order by s.name_key, s.id limit ").push_bind(WINDOW).push(")");
    }

    /// The statement along the order of many.
    fn many(&self, ask: &PageAsk) -> Sql {
        let mut sql = Sql::build(ROWS);
        sql.push(" from ");
        self.push_window(&mut sql, ask);
        sql.push(" r where ");
        self.push_rest(&mut sql, &PageAsk { after: None, ..ask.clone() });
        sql
    }

    /// The statement for the last row that a walk looked at.
    fn window_end(&self, ask: &PageAsk) -> Sql {
        let mut sql = Sql::build("select e.name_key, e.id from ");
        self.push_window(&mut sql, ask);
        sql.push(" e order by e.name_key desc, e.id desc limit 1");
        sql
    }

    /// The statement that gives a row if there are more after a position.
    fn beyond(&self, ask: &PageAsk) -> Sql {
        let mut sql = Sql::build("select e.id from ");
        self.push_window(&mut sql, ask);
        sql.push(" e limit 1");
        sql
    }
}

fn read(row: &Row) -> Result<(String, Resource), StoreError> {
    Ok((row.text("name_key")?.to_owned(), resource::read(row)?))
}

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    filter: &ResourceFilter,
    ask: &PageAsk,
) -> Result<Page<Resource>, StoreError> {
    let scope = Scope::load(store, organization, sights, filter).await?;
    let few = narrow::are_few(store, organization, FEW, |arms| scope.push_arms(arms)).await?;
    let sql = if few { scope.few(ask) } else { scope.many(ask) };
    let rows: Vec<(String, Resource)> = store.pooled().rows(&sql).await?.iter().map(read).collect::<Result<_, StoreError>>()?;
    let mut page = pages::cut(rows, ask, |(key, row)| Position { key: key.clone(), id: row.id.uuid() });
    if !few && page.next.is_none() {
        // What was looked at may have ended before the list does: a page may be short, and still have a next one.
        if let Some(end) = store.pooled().row(&scope.window_end(ask)).await? {
            let end = Position { key: end.text("name_key")?.to_owned(), id: end.uuid("id")? };
            let further = PageAsk { limit: 1, after: Some(end.clone()) };
            page.next = store.pooled().row(&scope.beyond(&further)).await?.map(|_| end);
        }
    }
    let mut page = page.map(|(_, resource)| resource);
    resource_group::fill(&mut store.pooled(), organization, &mut page.items).await?;
    Ok(page)
}

pub(super) async fn one<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    id: ResourceId,
) -> Result<Option<Resource>, StoreError> {
    Ok(these(store, organization, sights, &[id]).await?.pop())
}

/// Those of these that the viewer may know of, by id.
pub(super) async fn these<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    ids: &[ResourceId],
) -> Result<Vec<Resource>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let all = ResourceFilter::default();
    let scope = Scope::load(store, organization, sights, &all).await?;
    let mut found = Vec::new();
    for chunk in ids.chunks(CHUNK) {
        let mut sql = Sql::build(ROWS);
        sql.push(" from resources r where r.organization_id = ").push_bind(organization);
        sql.push(" and r.id in ").push_list(chunk.iter().copied()).push(" and ");
        scope.push_seen(&mut sql);
        sql.push(" order by r.id");
        for row in store.pooled().rows(&sql).await? {
            found.push(resource::read(&row)?);
        }
    }
    resource_group::fill(&mut store.pooled(), organization, &mut found).await?;
    Ok(found)
}
