//! Searching contacts, in what isn't hidden of them.

use tenure_domain::visibility::Masking;
use tenure_domain::{OrganizationId, WorkspaceId};
use tenure_port_store::StoreError;

use super::place::Place;
use super::sources::{Sources, Span};
use super::view::{Shows, View};
use crate::queries::hits::{CONTACTS, Columns};
use crate::queries::narrow::{self, Arms};
use crate::queries::term::Term;
use crate::sql::Arg;
use crate::{Dialect, Driver, Sql, SqlStore};

/// A term, and what of contacts may be searched for it.
#[derive(Debug)]
pub(super) struct Search {
    term: Term,
    columns: Columns,
    /// The maskings of the regions that the viewer sees, strictest last.
    maskings: Vec<Masking>,
}

impl Search {
    /// None where every name is hidden, and all else with it.
    pub(super) fn new(term: Term, view: &View) -> Option<Self> {
        let mut maskings: Vec<Masking> = view.regions.iter().map(|region| region.value.masking).collect();
        maskings.sort_unstable();
        maskings.dedup();
        let columns = match maskings.first()? {
            Masking::None => Columns::All,
            Masking::Partial => Columns::Names,
            Masking::Full => return None,
        };
        Some(Self { term, columns, maskings })
    }

    /// Whether what may be searched differs from workspace to workspace.
    pub(super) const fn differs(&self) -> bool {
        self.maskings.len() > 1
    }

    fn push_arms(&self, arms: &mut Arms<'_>, dialect: Dialect) {
        CONTACTS.push(arms, dialect, &self.term, self.columns);
    }

    /// Whether few contacts have the term.
    pub(super) async fn is_rare<D: Driver>(&self, store: &SqlStore<D>, organization: OrganizationId) -> Result<bool, StoreError> {
        let dialect = Driver::dialect(store.driver());
        if !self.term.has_grams(dialect) {
            return Ok(false);
        }
        narrow::are_few(store, organization, narrow::FEW, |arms| self.push_arms(arms, dialect)).await
    }

    /// Adds whether contact `c` has the term in what the viewer sees of it; its workspace's path is `w.path` where that matters.
    pub(super) fn push(&self, sql: &mut Sql, dialect: Dialect, view: &View) {
        sql.push("(");
        for (nth, masking) in self.maskings.iter().enumerate() {
            sql.push(if nth == 0 { "(" } else { " or (" });
            if self.differs()
                && let Some(place) = Place::of(view, None, |shown| shown.masking == *masking)
            {
                place.push(sql, "w.id", "w.path");
                sql.push(" and ");
            }
            self.push_fields(sql, dialect, *masking);
            sql.push(")");
        }
        sql.push(")");
    }

    fn push_fields(&self, sql: &mut Sql, dialect: Dialect, masking: Masking) {
        let term = &self.term;
        match masking {
            Masking::None => {
                sql.push("(");
                term.push_name(sql, dialect, "c.name_key");
                sql.push(" or ");
                term.push_address(sql, dialect, "c.email");
                sql.push(" or ");
                term.push_phone(sql, dialect, "c.phone");
                sql.push(")");
            }
            Masking::Partial => {
                sql.push("not c.name_reveals and ");
                term.push_name(sql, dialect, "c.name_key");
            }
            Masking::Full => drop(sql.push("false")),
        }
    }

    /// The ids of a page, when few contacts have the term: each is looked up, and asked whether it is seen.
    pub(super) fn few(&self, sources: &Sources<'_>, span: Span) -> Sql {
        let (dialect, view) = (sources.dialect, sources.view);
        let (mut sql, organization) = narrow::few(sources.organization, narrow::FEW, |arms| self.push_arms(arms, dialect));
        sql.push(dialect.choose(
            "select c.id from few cross join contacts c \
             join workspaces w on w.organization_id = c.organization_id and w.id = c.workspace_id \
             left join portfolios p on p.organization_id = c.organization_id and p.id = c.portfolio_id \
             where c.organization_id = $1 and c.id = few.id and ",
            // Looked up one by one, and never by reading a whole table for a hash of it.
            "select c.id from few \
             cross join lateral (select * from contacts s where s.organization_id = $1 and s.id = few.id limit 1) c \
             cross join lateral (\
                select * from workspaces s where s.organization_id = c.organization_id and s.id = c.workspace_id limit 1) w \
             left join lateral (\
                select * from portfolios s where s.organization_id = c.organization_id and s.id = c.portfolio_id limit 1) p on true \
             where c.organization_id = $1 and ",
        ));
        push_seen(&mut sql, organization, view, sources.at);
        match sources.filter.assignee {
            Some(Some(holder)) => drop(sql.push(" and p.holder = ").push_bind(holder)),
            Some(None) => drop(sql.push(" and p.holder is null")),
            None => {}
        }
        sql.push(" and ");
        self.push(&mut sql, dialect, view);
        if let Some(after) = span.after {
            sql.push(" and c.id < ").push_bind(after);
        }
        sql.push(" order by c.id desc limit ").push_bind(span.limit);
        sql
    }
}

/// Adds that contact `c` of workspace `w`, in portfolio `p` if in any, is seen.
fn push_seen(sql: &mut Sql, organization: Arg, view: &View, at: Option<(WorkspaceId, &str)>) {
    let shared = (0..view.commons.len()).map(Shows::Shared);
    sql.push("(false");
    for shows in [Shows::All, Shows::Unassigned, Shows::Own].into_iter().chain(shared) {
        let Some(place) = Place::of(view, at, |shown| shown.shows == shows) else { continue };
        sql.push(" or ");
        place.push(sql, "c.workspace_id", "w.path");
        match shows {
            Shows::All => {}
            Shows::Unassigned => drop(sql.push(" and (p.holder is null or p.holder = ").push_bind(view.viewer).push(")")),
            Shows::Own => drop(sql.push(" and p.holder = ").push_bind(view.viewer)),
            Shows::Shared(nth) => {
                sql.push(" and ");
                match view.commons.get(nth) {
                    Some(common) => common.push(sql, organization, "p.holder"),
                    None => drop(sql.push("false")),
                }
            }
        }
    }
    sql.push(")");
}
