//! Groups of resources, by name: what the viewer may know of. There are a thousand of a kind at most, so walking them is soon done.

use tenure_domain::resource::ResourceGroup;
use tenure_domain::{OrganizationId, ResourceGroupId};
use tenure_port_store::{GroupFilter, Page, PageAsk, Position, ResourceFilter, ResourceSights, StoreError};

use super::pages;
use super::resources::Scope;
use super::term::Term;
use crate::batch::CHUNK;
use crate::snapshots::resource_group::{self, resource_group_columns};
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

const ROWS: &str =
    concat!("select ", resource_group_columns!(), ", b.name_key as name_key from resource_groups b where b.organization_id = ");

/// Adds that group `b` may be known of.
pub(super) fn push_seen(sql: &mut Sql, sights: &ResourceSights) {
    sql.push("(b.kind in ").push_list(sights.known.whole.iter());
    sql.push(" or (b.kind in ").push_list(sights.known.chosen.iter());
    sql.push(" and (select true from selection_groups sg where sg.organization_id = b.organization_id and sg.member_id = ");
    sql.push_bind(sights.viewer).push(" and sg.kind = b.kind and sg.group_id = b.id limit 1)))");
}

fn read(row: &Row) -> Result<(String, ResourceGroup), StoreError> {
    Ok((row.text("name_key")?.to_owned(), resource_group::read(row)?))
}

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    filter: &GroupFilter,
    ask: &PageAsk,
) -> Result<Page<ResourceGroup>, StoreError> {
    let all = ResourceFilter::default();
    let scope = Scope::load(store, organization, sights, &all).await?;
    let mut sql = Sql::build(ROWS);
    sql.push_bind(organization);
    if let Some(kind) = &filter.kind {
        sql.push(" and b.kind = ").push_bind(kind);
    }
    if let Some(term) = filter.q.as_deref().and_then(Term::parse) {
        sql.push(" and ");
        term.push_name(&mut sql, Driver::dialect(store.driver()), "b.name_key");
    }
    if let Some(after) = &ask.after {
        sql.push(" and (b.name_key, b.id) > (").push_bind(&after.key).push(", ").push_bind(after.id).push(")");
    }
    sql.push(" and ");
    push_seen(&mut sql, &scope.sights);
    sql.push(" order by b.name_key, b.id limit ").push_bind(pages::limit(ask));
    let rows: Vec<_> = store.pooled().rows(&sql).await?.iter().map(read).collect::<Result<_, StoreError>>()?;
    let page = pages::cut(rows, ask, |(key, group)| Position { key: key.clone(), id: group.id.uuid() });
    Ok(page.map(|(_, group)| group))
}

/// Those of these that the viewer may know of, by id.
pub(super) async fn these<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    ids: &[ResourceGroupId],
) -> Result<Vec<ResourceGroup>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let all = ResourceFilter::default();
    let scope = Scope::load(store, organization, sights, &all).await?;
    let mut found = Vec::new();
    for chunk in ids.chunks(CHUNK) {
        let mut sql = Sql::build(ROWS);
        sql.push_bind(organization).push(" and b.id in ").push_list(chunk.iter().copied()).push(" and ");
        push_seen(&mut sql, &scope.sights);
        sql.push(" order by b.id");
        for row in store.pooled().rows(&sql).await? {
            found.push(resource_group::read(&row)?);
        }
    }
    Ok(found)
}
