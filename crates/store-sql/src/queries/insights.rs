//! What insights are read from: each walks an index, and looks at no more than so many rows for a page.

mod newcomers;
mod outliers;
mod staff;
mod stretch;

use std::collections::{BTreeSet, HashMap};

pub(super) use newcomers::page as newcomers;
pub(super) use outliers::page as outliers;
pub(super) use staff::{STATEMENTS, in_none, nobody_in};
use tenure_domain::{Instant, LevelKey, MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{InvitationRow, MemberRow, Page, PageAsk, StoreError, Viewer};
use uuid::Uuid;

use self::stretch::{Stretch, WINDOW};
use super::members::{self, Seen};
use super::{invitations, pages};
use crate::unit::who_govern;
use crate::{Driver, Reads as _, SqlStore};

/// A page of the invitations that nobody answered in time.
pub(super) async fn unanswered<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    now: Instant,
    ask: &PageAsk,
) -> Result<Page<InvitationRow>, StoreError> {
    let seen = Seen::new(organization, viewer)?;
    let after = ask.after.as_ref().map(|at| Ok::<_, StoreError>((pages::number(at)?, at.id))).transpose()?;
    let stretch = Stretch {
        organization,
        window: &|sql, tenant| {
            sql.push("select i.expires_at as sort_key, i.id, i.member_id as about from invitations i where i.organization_id = ");
            sql.push_arg(tenant).push(" and i.expires_at <= ").push_bind(now);
            if let Some((at, id)) = after {
                sql.push(" and (i.expires_at, i.id) > (").push_bind(at).push(", ").push_bind(id).push(")");
            }
            sql.push(" order by i.expires_at, i.id");
        },
        passes: &|sql, tenant| seen.push(sql, tenant, "c.about"),
        looks_at: WINDOW,
    };
    let page = stretch.page(store, ask).await?;
    let ids: Vec<_> = page.items.iter().map(|at| at.id.into()).collect();
    let found = invitations::these(store, organization, &ids).await?;
    let mut rows: HashMap<Uuid, InvitationRow> = found.into_iter().map(|row| (row.invitation.id.uuid(), row)).collect();
    Ok(Page { items: page.items.iter().filter_map(|at| rows.remove(&at.id)).collect(), next: page.next })
}

/// Those who govern, up to so many.
pub(super) async fn governors<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    root: WorkspaceId,
    governing: &BTreeSet<LevelKey>,
    up_to: u32,
) -> Result<Vec<MemberId>, StoreError> {
    let mut sql = who_govern(organization, root, governing);
    sql.push(" group by m.id order by m.id limit ").push_bind(up_to);
    store.pooled().rows(&sql).await?.iter().map(|row| row.id("id")).collect()
}

/// These members as the viewer sees them, in this order.
async fn in_order<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    ids: &[MemberId],
) -> Result<Vec<MemberRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = members::these(store, organization, viewer, ids).await?;
    let rows: HashMap<MemberId, MemberRow> = found.into_iter().map(|row| (row.membership.id, row)).collect();
    Ok(ids.iter().filter_map(|id| rows.get(id).cloned()).collect())
}
