//! Whom a viewer may see: members with a grant at, above or below a workspace where they hold `members.view`, and themselves.

use std::collections::BTreeSet;

use tenure_domain::{MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{StoreError, Viewer};

use crate::queries::narrow::Arms;
use crate::queries::reach::{self, Covered, Region};
use crate::sql::Arg;
use crate::{Dialect, Sql, tree};

/// Whom a viewer may see.
#[derive(Debug)]
pub(in crate::queries) enum Seen {
    /// All members of the organization.
    Everyone,
    /// Some of them.
    Some {
        /// Those with a grant in these regions,
        within: Vec<Region<()>>,
        /// or above them,
        above: Vec<WorkspaceId>,
        /// and the viewer.
        me: Option<MemberId>,
    },
}

impl Seen {
    pub(in crate::queries) fn new(organization: OrganizationId, viewer: &Viewer) -> Result<Self, StoreError> {
        let covered = Covered::new(organization, &viewer.reach);
        if covered.is_whole() {
            return Ok(Self::Everyone);
        }
        let mut above = BTreeSet::new();
        for top in &covered.tops {
            above.extend(tree::ids(top)?);
        }
        Ok(Self::Some { within: covered.regions, above: above.into_iter().collect(), me: viewer.member })
    }

    /// Whether everybody with a grant that is effective at the workspace of this path is seen.
    pub(super) fn is_given_at(&self, path: &str) -> bool {
        match self {
            Self::Everyone => true,
            Self::Some { within, .. } => reach::at(within, path).is_some(),
        }
    }

    /// Whether nobody at all is seen.
    pub(in crate::queries) fn is_nobody(&self) -> bool {
        matches!(self, Self::Some { within, me: None, .. } if within.is_empty())
    }

    /// Adds that the member whose id is in this column is seen.
    pub(in crate::queries) fn push(&self, sql: &mut Sql, organization: Arg, member: &'static str) {
        let Self::Some { within, above, me } = self else { return };
        sql.push(" and (");
        if let Some(me) = me {
            sql.push(member).push(" = ").push_bind(*me).push(" or ");
        }
        // A scalar with a limit, and no `exists`: that Postgres might answer by reading all grants there are at once.
        sql.push(
            "(select true from grants g join workspaces w on w.organization_id = g.organization_id and w.id = g.workspace_id \
             where g.organization_id = ",
        );
        sql.push_arg(organization).push(" and g.member_id = ").push(member).push(" and (");
        reach::push_within(sql, "w.path", within);
        sql.push(" or g.workspace_id in ").push_list(above.iter().copied()).push(") limit 1))");
    }

    /// Adds that the grant `g` of this member is one that the viewer may know of: where they see members, or on the way there,
    /// or their own.
    pub(super) fn push_grant(&self, sql: &mut Sql, member: &'static str) {
        let Self::Some { within, above, me } = self else { return };
        sql.push(" and (");
        if let Some(me) = me {
            sql.push(member).push(" = ").push_bind(*me).push(" or ");
        }
        sql.push("g.workspace_id in ").push_list(above.iter().copied());
        sql.push(" or (select true from workspaces w where w.organization_id = g.organization_id and w.id = g.workspace_id and ");
        reach::push_within(sql, "w.path", within);
        sql.push(" limit 1))");
    }

    /// Adds who has a grant there.
    pub(in crate::queries) fn push_arms(&self, arms: &mut Arms<'_>, dialect: Dialect) {
        let Self::Some { within, above, me } = self else { return };
        let (organization, enough) = (arms.organization(), arms.enough());
        arms.push_whole(|sql| {
            sql.push("select g.member_id as id from (select w.id from workspaces w where w.organization_id = ");
            sql.push_arg(organization).push(" and ");
            reach::push_within(sql, "w.path", within);
            sql.push(" order by w.path) place ");
            // One look for each workspace, as far as is enough of it.
            sql.push(dialect.choose(
                "cross join grants g where g.organization_id = $1 and g.workspace_id = place.id",
                "cross join lateral (select s.member_id from grants s where s.organization_id = $1 and s.workspace_id = place.id \
                 order by s.member_id limit ",
            ));
            if dialect == Dialect::Postgres {
                sql.push_arg(enough).push(") g");
            }
        });
        for workspace in above {
            arms.push("select g.member_id as id from grants g where g.organization_id = ", |sql, _| {
                sql.push(" and g.workspace_id = ").push_bind(*workspace).push(" order by g.member_id");
            });
        }
        if let Some(me) = me {
            arms.push_id(*me);
        }
    }
}
