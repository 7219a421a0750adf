//! Who works in what: resources with nobody, and people in none.

use tenure_domain::insight::Staffed;
use tenure_domain::resource::Resource;
use tenure_domain::selection::LevelReach;
use tenure_domain::{KindKey, LevelKey, MemberId, OrganizationId, ResourceId};
use tenure_port_store::{MemberRow, Page, PageAsk, Position, ResourceFilter, ResourceSights, StoreError, Viewer};

use super::in_order;
use super::stretch::{Stretch, WINDOW};
use crate::queries::covering::{LOOKED_AT, has_whole_kind, push_held_singly};
use crate::queries::members::Seen;
use crate::queries::{pages, resources};
use crate::{Driver, Reads as _, Sql, SqlStore};

/// What active members of an organization chose, each once: from one to the next in the index.
const CHOICES: &str = "with recursive c(chosen) as (select (select m.chosen from memberships m where m.organization_id = $1 \
     and m.status = 'active' order by m.chosen limit 1) union all select (select m.chosen from memberships m \
     where m.organization_id = $1 and m.status = 'active' and m.chosen > c.chosen order by m.chosen limit 1) \
     from c where c.chosen is not null) select chosen from c where chosen is not null";

/// The fixed statements, by name.
pub(crate) const STATEMENTS: &[(&str, &str)] = &[("CHOICES", CHOICES)];

pub(in crate::queries) async fn nobody_in<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    sights: &ResourceSights,
    levels: &LevelReach,
    ask: &PageAsk,
) -> Result<Page<Resource>, StoreError> {
    // Beside somebody who has all of the kind none is without anybody.
    if has_whole_kind(store, organization, None, levels).await? {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let all = ResourceFilter::default();
    let scope = resources::Scope::load(store, organization, sights, &all).await?;
    let dialect = store.driver().dialect();
    let stretch = Stretch {
        organization,
        window: &|sql, tenant| {
            sql.push("select r.name_key as sort_key, r.* from resources r where r.organization_id = ").push_arg(tenant);
            sql.push(" and r.kind = ").push_bind(&levels.kind);
            if let Some(after) = &ask.after {
                sql.push(" and (r.name_key, r.id) > (").push_bind(&after.key).push(", ").push_bind(after.id).push(")");
            }
            sql.push(" order by r.name_key, r.id");
        },
        passes: &|sql, tenant| {
            sql.push(" and (select true from resources r where r.organization_id = c.organization_id and r.id = c.id");
            sql.push(" and not r.for_everyone");
            push_held_singly(sql, dialect, tenant, None, levels);
            sql.push(" and ");
            scope.push_seen(sql);
            sql.push(")");
        },
        looks_at: LOOKED_AT.into(),
    };
    let page = stretch.page(store, ask).await?;
    let ids: Vec<ResourceId> = page.items.iter().map(|at| at.id.into()).collect();
    let mut found = resources::these(store, organization, sights, &ids).await?;
    found.sort_by_key(|one| ids.iter().position(|id| *id == one.id));
    Ok(Page { items: found, next: page.next })
}

pub(in crate::queries) async fn in_none<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    viewer: &Viewer,
    staffed: &Staffed,
    ask: &PageAsk,
) -> Result<Page<MemberRow>, StoreError> {
    let seen = Seen::new(organization, viewer)?;
    let (mut found, mut next) = (Vec::new(), None);
    for chosen in choices_without(store, organization, staffed.kind()).await? {
        let after = match &ask.after {
            Some(after) if chosen < after.key => continue,
            Some(after) if chosen == after.key => Some(after.id),
            _ => None,
        };
        let stretch = Stretch {
            organization,
            window: &|sql, tenant| {
                sql.push("select m.chosen as sort_key, m.id from memberships m");
                sql.push(store.driver().dialect().choose(" indexed by memberships_by_choice", ""));
                sql.push(" where m.organization_id = ").push_arg(tenant).push(" and m.status = 'active' and m.chosen = ");
                sql.push_bind(chosen.as_str());
                if let Some(after) = after {
                    sql.push(" and m.id > ").push_bind(after);
                }
                sql.push(" order by m.chosen, m.id");
            },
            passes: &|sql, tenant| {
                for (levels, has) in [(&staffed.workers, true), (&staffed.leaders, false)] {
                    sql.push(" and (select true from grant_levels l where l.organization_id = ").push_arg(tenant);
                    sql.push(" and l.member_id = c.id and l.level in ").push_list(levels.iter().map(LevelKey::as_str));
                    sql.push(if has { " limit 1) is not null" } else { " limit 1) is null" });
                }
                seen.push(sql, tenant, "c.id");
            },
            looks_at: WINDOW,
        };
        let left = PageAsk { limit: ask.limit.saturating_sub(u32::try_from(found.len()).unwrap_or(u32::MAX)).max(1), after: None };
        if found.len() >= pages::size(ask) {
            // Whether there is anybody among these is the next page's to find out.
            next = found.last().cloned();
            break;
        }
        let part = stretch.page(store, &left).await?;
        found.extend(part.items);
        if part.next.is_some() {
            next = part.next;
            break;
        }
    }
    let ids: Vec<MemberId> = found.iter().map(|at: &Position| at.id.into()).collect();
    Ok(Page { items: in_order(store, organization, viewer, &ids).await?, next })
}

/// What active members chose, where nothing of this kind is in it.
async fn choices_without<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    kind: &KindKey,
) -> Result<Vec<String>, StoreError> {
    let rows = store.pooled().rows(&Sql::fixed(CHOICES).bind(organization)).await?;
    let chosen = rows.iter().map(|row| row.text("chosen").map(str::to_owned)).collect::<Result<Vec<_>, _>>()?;
    Ok(chosen.into_iter().filter(|chosen| !chosen.split(' ').any(|one| one == kind.as_str())).collect())
}
