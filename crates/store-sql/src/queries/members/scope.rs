//! Which members a list is about: a filter and a viewer, with their workspaces looked up.

use tenure_domain::membership::Status;
use tenure_domain::{MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{MemberFilter, ResourceReached, StoreError, Viewer};

use super::STATUSES;
use super::order::Order;
use super::seen::Seen;
use crate::queries::narrow;
use crate::queries::term::Term;
use crate::{Dialect, Driver, SqlStore, tree};

/// Which members a list is about.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    pub(super) organization: OrganizationId,
    pub(super) dialect: Dialect,
    pub(super) filter: &'a MemberFilter,
    pub(super) seen: Seen,
    pub(super) me: Option<MemberId>,
    /// Whether addresses and phone numbers are hidden from the viewer.
    pub(super) masked: bool,
    pub(super) term: Option<Term>,
    /// The filter's workspace and those above it, itself last; empty without one.
    pub(super) chain: Vec<WorkspaceId>,
    unknown_workspace: bool,
}

/// A filter that may leave few members.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Narrow {
    /// By workspace or level.
    Granted,
    /// By what they reach.
    Resource,
    /// By what is searched for.
    Term,
    /// By whom the viewer may see.
    Seen,
    /// By status.
    Status,
    /// By when they were active last.
    Idle,
}

impl<'a> Scope<'a> {
    pub(super) async fn load<D: Driver>(
        store: &SqlStore<D>,
        organization: OrganizationId,
        viewer: &Viewer,
        filter: &'a MemberFilter,
    ) -> Result<Self, StoreError> {
        let mut seen = Seen::new(organization, viewer)?;
        let path = match filter.workspace {
            Some(workspace) => Some(tree::path_of(&mut store.pooled(), organization, workspace).await?),
            None => None,
        };
        if let Some(Some(path)) = &path
            && seen.is_given_at(path)
        {
            // Who has access to a workspace that the viewer may look into has a grant at or above it, and so is seen.
            seen = Seen::Everyone;
        }
        Ok(Self {
            organization,
            dialect: crate::Driver::dialect(store.driver()),
            filter,
            seen,
            me: viewer.member,
            masked: viewer.masking.hides_addresses(),
            term: filter.q.as_deref().and_then(Term::parse),
            unknown_workspace: path == Some(None),
            chain: path.flatten().map_or(Ok(Vec::new()), |path| tree::ids(&path))?,
        })
    }

    /// Whether it is known without asking that nobody is in it.
    pub(super) fn is_nobody(&self) -> bool {
        self.unknown_workspace || self.seen.is_nobody()
    }

    pub(super) const fn has_term(&self) -> bool {
        self.term.is_some()
    }

    /// Whether members are picked by grants.
    pub(super) const fn asks_for_grants(&self) -> bool {
        self.filter.workspace.is_some() || !self.filter.levels.is_empty()
    }

    /// The resource that members are picked by; what is for everyone picks nobody out.
    pub(super) fn resource(&self) -> Option<&ResourceReached> {
        self.filter.resource.as_ref().filter(|reached| !reached.for_everyone)
    }

    /// Whether the statuses asked for leave anybody out.
    pub(super) fn has_statuses(&self) -> bool {
        let asked = &self.filter.statuses;
        !asked.is_empty() && STATUSES.iter().any(|status| !asked.contains(status))
    }

    /// The workspaces at which a grant counts for the filter.
    pub(super) fn counting(&self) -> &[WorkspaceId] {
        let above = if self.filter.inherited { 0 } else { self.chain.len().saturating_sub(1) };
        self.chain.get(above..).unwrap_or_default()
    }

    /// The walks that a list in this order takes: one for each status where an index has them apart, or one over all.
    pub(super) fn branches(&self, order: Order) -> Vec<Option<Status>> {
        if self.has_statuses() && order.has_index_by_status() {
            STATUSES.into_iter().filter(|status| self.filter.statuses.contains(status)).map(Some).collect()
        } else {
            vec![None]
        }
    }

    /// Whether this is all that narrows the list, and each row of its index is another member: then as many match as it has rows.
    pub(super) fn is_told_by_status_or_idleness_alone(&self) -> bool {
        let others = self.asks_for_grants() || self.resource().is_some() || self.has_term() || !matches!(self.seen, Seen::Everyone);
        !others && self.has_statuses() != self.filter.not_active_since.is_some()
    }

    /// The first filter that leaves no more than `most`. Filters that the order's own index serves needn't be asked.
    pub(super) async fn narrowest<D: Driver>(
        &self,
        store: &SqlStore<D>,
        order: Option<Order>,
        most: i64,
    ) -> Result<Option<Narrow>, StoreError> {
        let by_status = order.is_none_or(|order| !order.has_index_by_status() || self.has_term());
        let by_activity = order.is_none_or(|order| !order.is_by_activity());
        let asked = [
            (Narrow::Resource, self.resource().is_some()),
            (Narrow::Granted, self.asks_for_grants()),
            (Narrow::Term, self.term.as_ref().is_some_and(|term| term.has_grams(self.dialect))),
            (Narrow::Seen, !matches!(self.seen, Seen::Everyone)),
            (Narrow::Status, self.has_statuses() && by_status),
            (Narrow::Idle, self.filter.not_active_since.is_some() && by_activity),
        ];
        for (narrow, _) in asked.into_iter().filter(|(_, asked)| *asked) {
            if narrow::are_few(store, self.organization, most, |arms| self.push_arms(narrow, arms)).await? {
                return Ok(Some(narrow));
            }
        }
        Ok(None)
    }
}
