//! Invitations, with what they offer and where their mail is.

use std::collections::HashMap;

use tenure_domain::{InvitationId, MemberId, OrganizationId};
use tenure_port_store::{Delivery, DeliveryState, InvitationRow, Page, PageAsk, StoreError, Viewer};

use super::members::Seen;
use super::narrow;
use super::{offered, pages};
use crate::snapshots::invitation::{self, invitation_columns};
use crate::snapshots::membership::{self, membership_columns};
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

const ROWS: &str = concat!(
    "select ",
    invitation_columns!(),
    ", ",
    membership_columns!(),
    ", o.name as organization_name, (select b.display_name from memberships b where b.organization_id = i.organization_id \
     and b.id = i.invited_by and i.invited_by_kind = 'member') as inviter_name from invitations i \
     join memberships m on m.organization_id = i.organization_id and m.id = i.member_id \
     join organizations o on o.id = i.organization_id where i.organization_id = "
);

const DELIVERIES: &str = "select e.invitation_id, e.state, e.reason, e.attempts, e.due_at, \
     coalesce(e.settled_at, e.at) as since \
     from errands e where e.state <> 'dropped' and e.organization_id = ";

pub(super) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    ask: &PageAsk,
) -> Result<Page<InvitationRow>, StoreError> {
    let dialect = Driver::dialect(store.driver());
    let seen = Seen::new(organization, viewer)?;
    if seen.is_nobody() {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let few = match seen {
        Seen::Everyone => false,
        Seen::Some { .. } => narrow::are_few(store, organization, narrow::FEW, |arms| seen.push_arms(arms, dialect)).await?,
    };
    let mut sql = if few {
        let (mut sql, tenant) = narrow::few(organization, narrow::FEW, |arms| seen.push_arms(arms, dialect));
        sql.push(dialect.choose(
            "select i.id from few cross join invitations i where i.member_id = few.id and i.organization_id = ",
            "select i.id from few cross join lateral (\
             select * from invitations s where s.organization_id = $1 and s.member_id = few.id limit 1) i where i.organization_id = ",
        ));
        sql.push_arg(tenant);
        sql
    } else {
        let mut sql = Sql::build("select i.id from invitations i where i.organization_id = ");
        let tenant = sql.arg(organization);
        sql.push_arg(tenant);
        seen.push(&mut sql, tenant, "i.member_id");
        sql
    };
    if let Some(after) = pages::after_id(ask) {
        sql.push(" and i.id < ").push_bind(after);
    }
    sql.push(" order by i.id desc limit ").push_bind(pages::limit(ask));
    let ids: Vec<InvitationId> =
        store.pooled().rows(&sql).await?.iter().map(|row| row.id("id")).collect::<Result<_, StoreError>>()?;
    let page = pages::cut(ids, ask, |id| pages::at_id(id.uuid()));
    Ok(Page { items: these(store, organization, &page.items).await?, next: page.next })
}

pub(super) async fn one<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    id: InvitationId,
) -> Result<Option<InvitationRow>, StoreError> {
    Ok(these(store, organization, &[id]).await?.pop())
}

pub(super) async fn of_member<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Option<InvitationRow>, StoreError> {
    let mut sql = Sql::build("select i.id from invitations i where i.organization_id = ");
    sql.push_bind(organization).push(" and i.member_id = ").push_bind(member);
    match store.pooled().rows(&sql).await?.first() {
        Some(row) => one(store, organization, row.id("id")?).await,
        None => Ok(None),
    }
}

/// The rows of these invitations, newest first.
pub(super) async fn these<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    ids: &[InvitationId],
) -> Result<Vec<InvitationRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::build(ROWS);
    sql.push_bind(organization).push(" and i.id in ").push_list(ids.iter().copied()).push(" order by i.id desc");
    let found = store.pooled().rows(&sql).await?;
    let members = found.iter().map(|row| row.id("m_id")).collect::<Result<Vec<_>, _>>()?;
    let mut grants = offered::grants(&mut store.pooled(), organization, members, &[]).await?;
    let mut deliveries = deliveries(store, organization, ids).await?;
    let read = |row: &Row| {
        let (invitation, membership) = (invitation::read(row)?, membership::read(row)?);
        Ok(InvitationRow {
            grants: grants.remove(&membership.id).unwrap_or_default(),
            delivery: deliveries.remove(&invitation.id),
            invitation,
            membership,
            organization_name: row.text("organization_name")?.to_owned(),
            inviter_name: row.opt_text("inviter_name")?.map(str::to_owned),
        })
    };
    found.iter().map(read).collect()
}

/// Where the latest mail of each of these invitations is.
async fn deliveries<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    ids: &[InvitationId],
) -> Result<HashMap<InvitationId, Delivery>, StoreError> {
    let mut sql = Sql::build(DELIVERIES);
    sql.push_bind(organization).push(" and e.invitation_id in ").push_list(ids.iter().copied());
    sql.push(" order by e.generation, e.id");
    let mut latest = HashMap::with_capacity(ids.len());
    for row in store.pooled().rows(&sql).await? {
        // Later links' mails come later here, and take the place of those before them.
        latest.insert(row.id("invitation_id")?, delivery(&row)?);
    }
    Ok(latest)
}

fn delivery(row: &Row) -> Result<Delivery, StoreError> {
    let state = row.parse("state", |word| match word {
        "waiting" => Ok(DeliveryState::Queued),
        "done" => Ok(DeliveryState::Sent),
        "given_up" => Ok(DeliveryState::Failed),
        _ => Err(()),
    })?;
    Ok(Delivery {
        state,
        reason: row.opt_text("reason")?.map(str::to_owned),
        attempts: row.number("attempts")?,
        at: row.instant("since")?,
        due_at: if state == DeliveryState::Queued { Some(row.instant("due_at")?) } else { None },
    })
}
