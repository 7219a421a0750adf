//! Those who came lately, the newest first: ids are made in the order of time.

use std::collections::{BTreeSet, HashMap};

use tenure_domain::{Instant, KindKey, MemberId, OrganizationId};
use tenure_port_store::{NewMember, Page, PageAsk, StoreError, Viewer};

use super::in_order;
use crate::queries::members::Seen;
use crate::queries::pages;
use crate::{Driver, Reads as _, Sql, SqlStore};

/// How many of the newest a page looks at.
const WINDOW: i64 = 1_000;

pub(in crate::queries) async fn page<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    since: Instant,
    ask: &PageAsk,
) -> Result<Page<NewMember>, StoreError> {
    let seen = Seen::new(organization, viewer)?;
    let mut sql = Sql::build(
        "select m.id, m.chosen, m.status, m.created_at, ((select true from second_factors f where f.user_id = m.user_id \
         and f.secret is not null limit 1) is not null) as has_factor, (select i.id from invitations i \
         where i.organization_id = m.organization_id and i.member_id = m.id limit 1) as invitation_id, coalesce(true",
    );
    let tenant = sql.arg(organization);
    seen.push(&mut sql, tenant, "m.id");
    sql.push(", false) as seen from (select * from memberships n where n.organization_id = ").push_arg(tenant);
    if let Some(after) = pages::after_id(ask) {
        sql.push(" and n.id < ").push_bind(after);
    }
    sql.push(" order by n.id desc limit ").push_bind(WINDOW).push(") m order by m.id desc");
    let rows = store.pooled().rows(&sql).await?;
    let (mut found, mut facts, mut next) = (Vec::new(), HashMap::new(), None);
    for (nth, row) in (1..).zip(&rows) {
        let id: MemberId = row.id("id")?;
        if row.instant("created_at")? < since {
            break;
        }
        if row.text("status")? != "inactive" && row.bool("seen")? {
            found.push(id);
            let chosen: BTreeSet<KindKey> = row.parse("chosen", kinds)?;
            facts.insert(id, (chosen, row.bool("has_factor")?, row.opt_id("invitation_id")?));
        }
        if found.len() >= pages::size(ask) || nth == WINDOW {
            next = Some(pages::at_id(id.uuid()));
            break;
        }
    }
    let rows = in_order(store, organization, viewer, &found).await?;
    let told = |row: tenure_port_store::MemberRow| {
        let (chosen, has_factor, invitation) = facts.remove(&row.membership.id)?;
        Some(NewMember { row, chosen, has_factor, invitation })
    };
    Ok(Page { items: rows.into_iter().filter_map(told).collect(), next })
}

/// The kinds in the text of what was chosen.
fn kinds(chosen: &str) -> Result<BTreeSet<KindKey>, tenure_domain::KeyRefused> {
    chosen.split_whitespace().map(KindKey::parse).collect()
}
