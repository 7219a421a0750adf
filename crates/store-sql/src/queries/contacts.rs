//! Lists of contacts, newest first, narrowed and masked for who looks.

mod colleagues;
mod few;
mod place;
mod rows;
mod sources;
mod view;
mod window;

use tenure_domain::{ContactId, OrganizationId, PortfolioId};
use tenure_port_store::{Bounded, ContactFilter, ContactRow, Page, PageAsk, Sights, StoreError};

use self::few::Search;
use self::sources::{Sources, Span};
use self::view::View;
use super::pages;
use crate::batch::CHUNK;
use crate::{Driver, Reads as _, Sql, SqlStore, tree};

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &Sights,
    filter: &ContactFilter,
    ask: &PageAsk,
) -> Result<Page<ContactRow>, StoreError> {
    let view = View::load(&mut store.pooled(), organization, sights).await?;
    let nothing = Page { items: Vec::new(), next: None };
    let at = match filter.workspace {
        None => None,
        Some(workspace) => match tree::path_of(&mut store.pooled(), organization, workspace).await? {
            None => return Ok(nothing),
            Some(path) => Some((workspace, path)),
        },
    };
    let at = at.as_ref().map(|(workspace, path)| (*workspace, path.as_str()));
    let search = match filter.q.as_deref().and_then(super::term::Term::parse) {
        None => None,
        Some(term) => match Search::new(term, &view) {
            // All names are hidden from this viewer: there is nothing to search in.
            None => return Ok(nothing),
            search => search,
        },
    };
    let met = colleagues::meet(store, organization, &view, filter.assignee.flatten()).await?;
    let dialect = Driver::dialect(store.driver());
    let sources = Sources { organization, dialect, view: &view, filter, at, search: search.as_ref(), met: &met };
    if sources.is_empty() {
        return Ok(nothing);
    }
    let span = Span { after: ask.after.as_ref().map(|position| position.id.into()), upto: None, limit: pages::limit(ask) };
    let by = match &search {
        Some(search) if search.is_rare(store, organization).await? => search.few(&sources, span),
        Some(_) if sources.may_walk() => return walked(store, &sources, span, ask).await,
        None if sources.may_walk_in_vain() => return walked(store, &sources, span, ask).await,
        _ => sources.newest(store, span).await?,
    };
    let hits = rows::read(store, organization, &view, &rows::found(by, dialect)).await?;
    let page = pages::cut(hits, ask, |hit| pages::at_id(hit.id.uuid()));
    Ok(Page { items: page.items.into_iter().filter_map(|hit| hit.row).collect(), next: page.next })
}

/// A page for which all contacts may have to be walked through.
async fn walked<D: Driver>(
    store: &SqlStore<D>,
    sources: &Sources<'_>,
    span: Span,
    ask: &PageAsk,
) -> Result<Page<ContactRow>, StoreError> {
    let found = window::find(store, sources, span).await?;
    let page = pages::cut(found.newest(span.limit), ask, |id| pages::at_id(id.uuid()));
    let next = page.next.or_else(|| found.end.map(|end| pages::at_id(end.uuid())));
    Ok(Page { items: these(store, sources.organization, sources.view, &page.items).await?, next })
}

/// These contacts, newest first, as far as they are seen.
async fn these<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    view: &View,
    ids: &[ContactId],
) -> Result<Vec<ContactRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let hits = rows::read(store, organization, view, &rows::these(organization, ids)).await?;
    Ok(hits.into_iter().filter_map(|hit| hit.row).collect())
}

/// What was found.
struct Found {
    /// In no order yet, and perhaps more than were asked for.
    ids: Vec<ContactId>,
    /// How far was looked, where it wasn't to the end.
    end: Option<ContactId>,
}

impl Found {
    fn newest(&self, limit: i64) -> Vec<ContactId> {
        let mut ids = self.ids.clone();
        ids.sort_unstable_by(|one, other| other.cmp(one));
        ids.dedup();
        ids.truncate(usize::try_from(limit).unwrap_or_default());
        ids
    }
}

pub(super) async fn one<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &Sights,
    id: ContactId,
) -> Result<Option<ContactRow>, StoreError> {
    let view = View::load(&mut store.pooled(), organization, sights).await?;
    Ok(these(store, organization, &view, &[id]).await?.pop())
}

pub(super) async fn count<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    portfolios: &[PortfolioId],
    up_to: u32,
) -> Result<Bounded, StoreError> {
    let mut counted: u32 = 0;
    let mut portfolios = portfolios.to_vec();
    portfolios.sort_unstable();
    portfolios.dedup();
    for chunk in portfolios.chunks(CHUNK) {
        let mut sql = Sql::build("select count(*) as n from (");
        let organization = sql.arg(organization);
        let most = sql.arg(i64::from(up_to) + 1);
        // In the order of an index for each portfolio, so that Postgres never reads the table to meet them by chance.
        sql.push(Driver::dialect(store.driver()).choose(
            "select 1 as one from contacts c where c.organization_id = $1 and c.portfolio_id in ",
            "select 1 as one from portfolios p cross join lateral (select 1 from contacts c where c.organization_id = $1 \
             and c.portfolio_id = p.id order by c.id limit $2) held where p.organization_id = $1 and p.id in ",
        ));
        let _ = organization;
        sql.push_list(chunk.iter().copied()).push(" limit ").push_arg(most).push(") few");
        let row = store.pooled().row(&sql).await?;
        counted = counted.saturating_add(row.map_or(Ok(0), |row| row.number("n"))?);
        if counted > up_to {
            break;
        }
    }
    Ok(Bounded { value: up_to.min(counted), exact: counted <= up_to })
}
