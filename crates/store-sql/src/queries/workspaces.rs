//! The tree, parents first.

use tenure_domain::OrganizationId;
use tenure_domain::access::Reaches;
use tenure_domain::workspace::Workspace;
use tenure_port_store::{Page, PageAsk, Position, StoreError, WorkspaceFilter};

use super::narrow;
use super::pages;
use super::reach::{self, Covered, Region};
use super::term::Term;
use crate::snapshots::workspace::{self, workspace_columns};
use crate::{Dialect, Driver, Reads as _, Sql, SqlStore, tree};

const ROWS: &str = concat!("select ", workspace_columns!(), ", w.depth, w.name_key from workspaces w where w.organization_id = ");

/// A node asked for, with those below it: its path and its depth.
struct Under {
    region: Region<()>,
    depth: i64,
}

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    reach: &Reaches,
    filter: &WorkspaceFilter,
    ask: &PageAsk,
) -> Result<Page<Workspace>, StoreError> {
    let WorkspaceFilter { under, depth, q } = filter;
    let covered = Covered::new(organization, reach);
    let under = match under {
        None => None,
        Some(under) => {
            let Some(path) = tree::path_of(&mut store.pooled(), organization, *under).await? else {
                return Ok(Page { items: Vec::new(), next: None });
            };
            Some(Under { depth: i64::try_from(path.matches('/').count()).unwrap_or(i64::MAX) - 1, region: Region::below(&path) })
        }
    };
    let few = narrow::are_few(store, organization, narrow::FEW, |arms| {
        arms.push("select w.id from workspaces w where w.organization_id = ", |sql, _| {
            push_place(sql, &covered, under.as_ref());
            sql.push(" order by w.path");
        });
    });
    let few = few.await?;
    let mut sql = Sql::build(ROWS);
    sql.push_bind(organization);
    // SQLite has no statistics to choose by: a plus takes an index out of the choice.
    let sqlite = Driver::dialect(store.driver()) == Dialect::Sqlite;
    let deepest = depth.map(|depth: u32| i64::from(depth) + under.as_ref().map_or(0, |under| under.depth));
    if let Some(deepest) = deepest {
        sql.push(if sqlite && few { " and +w.depth <= " } else { " and w.depth <= " }).push_bind(deepest);
    }
    push_place(&mut sql, &covered, under.as_ref());
    if let Some(term) = q.as_deref().and_then(Term::parse) {
        sql.push(" and ");
        term.push_name(&mut sql, Driver::dialect(store.driver()), "w.name_key");
    }
    if let Some(after) = &ask.after {
        let (depth, name) = key(after)?;
        sql.push(if sqlite && few { " and (+w.depth, w.name_key, w.id) > (" } else { " and (w.depth, w.name_key, w.id) > (" });
        sql.push_bind(depth).push(", ").push_bind(name).push(", ").push_bind(after.id).push(")");
    }
    sql.push(" order by w.depth, w.name_key, w.id limit ").push_bind(pages::limit(ask));
    let rows: Vec<(String, Workspace)> = store.pooled().rows(&sql).await?.iter().map(read).collect::<Result<_, StoreError>>()?;
    let page = pages::cut(rows, ask, |(key, row)| Position { key: key.clone(), id: row.id.uuid() });
    Ok(page.map(|(_, row)| row))
}

fn push_place(sql: &mut Sql, covered: &Covered, under: Option<&Under>) {
    if !covered.is_whole() {
        sql.push(" and ");
        reach::push_within(sql, "w.path", &covered.regions);
    }
    if let Some(under) = under {
        sql.push(" and ");
        reach::push_within(sql, "w.path", [&under.region]);
    }
}

fn read(row: &crate::Row) -> Result<(String, Workspace), StoreError> {
    Ok((format!("{}/{}", row.int("depth")?, row.text("name_key")?), workspace::read(row)?))
}

/// Depth and name of a position.
fn key(position: &Position) -> Result<(i64, &str), StoreError> {
    let parts = position.key.split_once('/').and_then(|(depth, name)| Some((depth.parse().ok()?, name)));
    parts.ok_or_else(|| StoreError::Corrupt("the position's key is none of this list's".to_owned()))
}
