//! Where the contacts of a page come from: one bounded look into an index for each portfolio, workspace or walk, merged.

use tenure_domain::{ContactId, MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{ContactFilter, StoreError};

use super::colleagues;
use super::few::Search;
use super::place::Place;
use super::view::{Shows, View};
use crate::in_common::InCommon;
use crate::queries::narrow;
use crate::sql::Arg;
use crate::{Dialect, Driver, Reads as _, Sql, SqlStore};

/// What a list of contacts is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sources<'a> {
    pub(super) organization: OrganizationId,
    pub(super) dialect: Dialect,
    pub(super) view: &'a View,
    pub(super) filter: &'a ContactFilter,
    /// The filter's workspace, and its path.
    pub(super) at: Option<(WorkspaceId, &'a str)>,
    pub(super) search: Option<&'a Search>,
    /// For each of the view's [`commons`](View::commons), how it is met.
    pub(super) met: &'a [Met],
}

/// How somebody's colleagues, with whom they have something in common, are met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Met {
    /// They hold few portfolios: one look for each. Many are met soon enough by walking through all contacts.
    pub(super) one_by_one: bool,
    /// The filter's assignee is one of them.
    pub(super) assignee: bool,
}

/// A stretch of the order from the newest contact to the oldest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// Older than this one,
    pub(super) after: Option<ContactId>,
    /// and no older than this,
    pub(super) upto: Option<ContactId>,
    /// up to so many.
    pub(super) limit: i64,
}

/// Some of the contacts of a list.
#[derive(Debug)]
enum Source<'a> {
    /// All of a place.
    All(Place<'a>),
    /// Those that a member holds, or that were left without a holder.
    Held(Option<MemberId>, Place<'a>),
    /// Those held by whoever has this in common with the viewer, and whether one by one.
    Shared(&'a InCommon, bool, Place<'a>),
    /// Those that are in no portfolio.
    Loose(Place<'a>),
}

/// Regions of up to this many workspaces are looked into one by one. In larger ones contacts are met soon enough by walking
/// through all.
const FEW_WORKSPACES: i64 = 200;

impl<'a> Sources<'a> {
    fn list(&self) -> Vec<Source<'a>> {
        let (view, at, viewer) = (self.view, self.at, self.view.viewer);
        let place = |what: &dyn Fn(Shows) -> bool| Place::of(view, at, |shown| what(shown.shows));
        let all = place(&|shows| shows == Shows::All);
        let unassigned = place(&Shows::unassigned);
        let mut sources = Vec::new();
        match self.filter.assignee {
            Some(Some(holder)) if holder == viewer => sources.push(place(&|_| true).map(|place| Source::Held(Some(holder), place))),
            Some(Some(holder)) => {
                sources.push(all.map(|place| Source::Held(Some(holder), place)));
                for (nth, _) in self.met.iter().enumerate().filter(|(_, met)| met.assignee) {
                    sources.push(place(&|shows| shows == Shows::Shared(nth)).map(|place| Source::Held(Some(holder), place)));
                }
            }
            Some(None) => {
                sources.push(unassigned.clone().map(|place| Source::Held(None, place)));
                sources.push(unassigned.map(Source::Loose));
            }
            None => {
                let unassigned = place(&|shows| shows == Shows::Unassigned);
                sources.push(all.map(Source::All));
                sources.push(place(&Shows::only_own).map(|place| Source::Held(Some(viewer), place)));
                sources.push(unassigned.clone().map(|place| Source::Held(None, place)));
                sources.push(unassigned.map(Source::Loose));
                for (nth, (common, met)) in view.commons.iter().zip(self.met).enumerate() {
                    let there = place(&|shows| shows == Shows::Shared(nth));
                    sources.push(there.map(|place| {
                        if common.is_alone() {
                            Source::Held(Some(viewer), place)
                        } else {
                            Source::Shared(common, met.one_by_one, place)
                        }
                    }));
                }
            }
        }
        sources.into_iter().flatten().collect()
    }

    /// Whether nothing is seen.
    pub(super) fn is_empty(&self) -> bool {
        self.list().is_empty()
    }

    /// Whether all contacts of the organization may have to be walked through.
    pub(super) fn may_walk(&self) -> bool {
        let walks = |source: &Source<'_>| !source.is_keyed() && !matches!(source.place(), Place::Workspace(_));
        self.list().iter().any(walks)
    }

    /// Whether few of the contacts that are walked through may be seen: what colleagues hold may be all old.
    pub(super) fn may_walk_in_vain(&self) -> bool {
        self.list().iter().any(|source| matches!(source, Source::Shared(_, false, _)))
    }

    /// The statement that finds the newest of what all sources give, as `id`; there is at least one.
    pub(super) async fn newest<D: Driver>(&self, store: &SqlStore<D>, span: Span) -> Result<Sql, StoreError> {
        let mut sql = Sql::build("");
        let organization = sql.arg(self.organization);
        let list = self.list();
        for (nth, source) in list.iter().enumerate() {
            let one_by_one = match source {
                Source::Held(..) | Source::Shared(_, true, _) => true,
                Source::All(Place::Regions(_)) | Source::Loose(Place::Regions(_)) => self.are_few(store, source).await?,
                Source::All(_) | Source::Shared(_, false, _) | Source::Loose(_) => false,
            };
            sql.push(if nth == 0 { "select id from (" } else { " union select id from (" });
            if one_by_one {
                self.push_keyed(&mut sql, organization, source, span);
            } else {
                self.push_walk(&mut sql, organization, source, span);
            }
            sql.push(") source");
        }
        sql.push(" order by id desc limit ").push_bind(span.limit);
        Ok(sql)
    }

    async fn are_few<D: Driver>(&self, store: &SqlStore<D>, source: &Source<'_>) -> Result<bool, StoreError> {
        let mut sql = Sql::build("select count(*) as n from (select w.id from workspaces w where w.organization_id = ");
        sql.push_bind(self.organization).push(" and ");
        source.place().push(&mut sql, "w.id", "w.path");
        sql.push(" order by w.path limit ").push_bind(FEW_WORKSPACES + 1).push(") few");
        let row = store.pooled().row(&sql).await?;
        Ok(row.map_or(Ok(0), |row| row.int("n"))? <= FEW_WORKSPACES)
    }

    /// One walk from the newest on.
    fn push_walk(&self, sql: &mut Sql, organization: Arg, source: &Source<'_>, span: Span) {
        let cut_out = self.dialect == Dialect::Postgres && matches!(source, Source::Shared(..)) && span.upto.is_some();
        sql.push("select c.id from ");
        if cut_out {
            // The window first (an offset, even of nothing, is kept apart): else Postgres meets a term through its index all
            // over the organization, of which few are seen.
            sql.push("(select * from contacts c where c.organization_id = ").push_arg(organization);
            push_place_and_span(sql, source, span);
            sql.push(" order by c.id desc offset 0) c");
        } else {
            sql.push("contacts c").push(self.dialect.choose(source.index(false), ""));
        }
        sql.push(" where c.organization_id = ").push_arg(organization);
        push_place_and_span(sql, source, span);
        let place = Some(source.place()).filter(|place| matches!(place, Place::Regions(_)));
        self.push_rest(sql, organization, source, place, span);
    }

    /// One look for each portfolio, or for each workspace. There may be many of them: the page comes from those whose newest are
    /// the newest, and of the others that one is looked at alone.
    fn push_keyed(&self, sql: &mut Sql, organization: Arg, source: &Source<'_>, span: Span) {
        if let Source::Shared(common, ..) = source {
            narrow::push_few(sql, organization, narrow::FEW, |arms| colleagues::push_arms(common, arms));
        }
        sql.push("select hit.id from (select keys.id from (");
        source.push_keys(sql, organization);
        sql.push(") keys");
        // What is searched for would be searched for twice.
        if self.search.is_none() {
            sql.push(" order by (");
            self.push_look(sql, organization, source, Span { limit: 1, ..span });
            sql.push(") desc nulls last limit ").push_bind(span.limit);
        }
        sql.push(self.dialect.choose(
            ") keys cross join contacts hit where hit.organization_id = $1 and hit.id in (",
            ") keys cross join lateral (",
        ));
        self.push_look(sql, organization, source, span);
        sql.push(self.dialect.choose(")", ") hit")).push(" order by hit.id desc limit ").push_bind(span.limit);
    }

    /// The look into what is there under one of the `keys`.
    fn push_look(&self, sql: &mut Sql, organization: Arg, source: &Source<'_>, span: Span) {
        sql.push("select c.id from contacts c").push(self.dialect.choose(source.index(true), ""));
        sql.push(" where c.organization_id = ").push_arg(organization);
        sql.push(if source.is_keyed() { " and c.portfolio_id = keys.id" } else { " and c.workspace_id = keys.id" });
        push_span(sql, span);
        self.push_rest(sql, organization, source, None, span);
    }

    fn push_rest(&self, sql: &mut Sql, organization: Arg, source: &Source<'_>, place: Option<&Place<'_>>, span: Span) {
        if matches!(source, Source::Loose(_)) {
            sql.push(" and c.portfolio_id is null");
        }
        if let Source::Shared(common, false, _) = source {
            // A scalar with a limit, and no join, as below.
            sql.push(
                " and (select true from portfolios p where p.organization_id = c.organization_id and p.id = c.portfolio_id and ",
            );
            common.push(sql, organization, "p.holder");
            sql.push(" limit 1)");
        }
        let by_path = place.is_some() || self.search.is_some_and(Search::differs);
        if by_path {
            // A scalar with a limit, and no join: the walk stays a walk.
            sql.push(
                " and (select true from workspaces w where w.organization_id = c.organization_id and w.id = c.workspace_id and true",
            );
            if let Some(place) = place {
                sql.push(" and ");
                place.push(sql, "w.id", "w.path");
            }
        }
        if let Some(search) = self.search {
            sql.push(" and ");
            search.push(sql, self.dialect, self.view);
        }
        if by_path {
            sql.push(" limit 1)");
        }
        sql.push(" order by c.id desc limit ").push_bind(span.limit);
    }
}

fn push_place_and_span(sql: &mut Sql, source: &Source<'_>, span: Span) {
    if let Place::Workspace(workspace) = source.place() {
        sql.push(" and c.workspace_id = ").push_bind(*workspace);
    }
    push_span(sql, span);
}

fn push_span(sql: &mut Sql, span: Span) {
    if let Some(after) = span.after {
        sql.push(" and c.id < ").push_bind(after);
    }
    if let Some(upto) = span.upto {
        sql.push(" and c.id >= ").push_bind(upto);
    }
}

impl<'a> Source<'a> {
    const fn place(&self) -> &Place<'a> {
        match self {
            Self::All(place) | Self::Held(_, place) | Self::Shared(_, _, place) | Self::Loose(place) => place,
        }
    }

    /// Whether it is looked into portfolio by portfolio.
    const fn is_keyed(&self) -> bool {
        matches!(self, Self::Held(..) | Self::Shared(_, true, _))
    }

    /// The index that has these contacts in order, one by one or in a walk: SQLite keeps no statistics to find it by.
    const fn index(&self, one_by_one: bool) -> &'static str {
        match (self, one_by_one) {
            (Self::Held(..) | Self::Shared(_, true, _), _) | (Self::Loose(Place::Whole | Place::Regions(_)), false) => {
                " indexed by contacts_of_portfolio"
            }
            (Self::All(Place::Whole | Place::Regions(_)) | Self::Shared(_, false, Place::Whole | Place::Regions(_)), false) => "",
            (Self::All(_) | Self::Shared(_, false, _), _) => " indexed by contacts_at",
            (Self::Loose(_), _) => " indexed by contacts_never_assigned",
        }
    }

    fn push_keys(&self, sql: &mut Sql, organization: Arg) {
        match self {
            Self::Held(holder, place) => {
                sql.push("select p.id from portfolios p ");
                if matches!(place, Place::Regions(_)) {
                    sql.push("join workspaces w on w.organization_id = p.organization_id and w.id = p.workspace_id ");
                }
                sql.push("where p.organization_id = ").push_arg(organization);
                match holder {
                    Some(holder) => drop(sql.push(" and p.holder = ").push_bind(*holder)),
                    None => drop(sql.push(" and p.holder is null")),
                }
                sql.push(" and ");
                place.push(sql, "p.workspace_id", "w.path");
            }
            Self::Shared(_, _, place) => {
                // The colleagues are the candidates that the statement begins with.
                sql.push("select p.id from few cross join portfolios p ");
                if matches!(place, Place::Regions(_)) {
                    sql.push("join workspaces w on w.organization_id = p.organization_id and w.id = p.workspace_id ");
                }
                sql.push("where p.organization_id = ").push_arg(organization).push(" and p.holder = few.id and ");
                place.push(sql, "p.workspace_id", "w.path");
            }
            Self::All(place) | Self::Loose(place) => {
                sql.push("select w.id from workspaces w where w.organization_id = ").push_arg(organization).push(" and ");
                place.push(sql, "w.id", "w.path");
            }
        }
    }
}
