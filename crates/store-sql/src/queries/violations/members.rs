//! Members and their grants: standing, seats, words of the model, and that somebody is in charge (R8).

use std::collections::BTreeSet;

use tenure_domain::access::Access;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::{MemberId, WorkspaceId};
use tenure_port_store::StoreError;
use uuid::Uuid;

use super::{Found, people};
use crate::snapshots::membership::{self, membership_columns};
use crate::statements::statement_texts;
use crate::{Reads, Row, Sql, fold};

statement_texts! {
    MEMBERS = concat!(
        "select ", membership_columns!(), ", m.display_name, m.name_key, m.active_key, \
         (select u.password_hash is not null from users u where u.id = m.user_id) as has_password, \
         exists (select 1 from second_factors f where f.user_id = m.user_id and f.secret is not null) as has_factor, \
         (select e.member_id from membership_emails e where e.organization_id = m.organization_id and e.email = m.email) as claimed_by, \
         (select i.id from invitations i where i.organization_id = m.organization_id and i.member_id = m.id) as invitation \
         from memberships m where m.organization_id = $1 and m.id > $2 order by m.id limit $3");
    STRAY_ADDRESSES = "select e.member_id as id from membership_emails e \
                       left join memberships m on m.organization_id = e.organization_id and m.id = e.member_id and m.email = e.email \
                       where e.organization_id = $1 and m.id is null limit $2";
    STRAY_TOKENS = "select t.id from tokens t join memberships m on m.organization_id = t.organization_id and m.id = t.member_id \
                    where t.organization_id = $1 and m.status <> 'active' limit $2";
}

/// What is learned of the organization as its members pass by.
#[derive(Default)]
struct Census {
    seats: u32,
    accepted: bool,
    governed: bool,
    /// An operator's offer of a governing level waits to be accepted: R8 begins with that.
    awaited: bool,
}

pub(super) async fn check(reads: &mut dyn Reads, organization: &Organization, found: &mut Found) -> Result<(), StoreError> {
    let mut census = Census::default();
    let mut after = Uuid::nil();
    while !found.is_full() {
        let sql = Sql::fixed(MEMBERS).bind(organization.id).bind(after).bind(super::PIECE);
        let rows = reads.rows(&sql).await?;
        let Some(last) = rows.last() else {
            census.check(organization, found);
            break;
        };
        after = last.uuid("m_id")?;
        let ids = rows.iter().map(|row| row.id("m_id")).collect::<Result<Vec<MemberId>, _>>()?;
        let mut grants = people::grants(reads, organization.id, &ids, found).await?;
        let mut levels = people::levels(reads, organization.id, &ids).await?;
        for (row, id) in rows.iter().zip(ids) {
            let Some(membership) = found.readable(membership::read(row), || format!("member {id}"))? else { continue };
            standing(row, &membership, found)?;
            kept_beside(row, &membership, found)?;
            let grants = grants.remove(&id).unwrap_or_default();
            words(organization, &grants, found);
            in_step(id, &grants, &levels.remove(&id).unwrap_or_default(), found);
            let has_password = row.opt_bool("has_password")?.unwrap_or_default();
            let proves = has_password && (row.bool("has_factor")? || !organization.second_factor_required);
            census.count(organization, &membership, proves, &grants);
        }
    }
    let tokens = Sql::fixed(STRAY_TOKENS).bind(organization.id).bind(super::PIECE);
    found.add_rows(&reads.rows(&tokens).await?, "tokens_act", "somebody who isn't active has a token: token")?;
    let stray = Sql::fixed(STRAY_ADDRESSES).bind(organization.id).bind(super::PIECE);
    found.add_rows(&reads.rows(&stray).await?, "addresses_in_step", "an address is claimed for what isn't, or is elsewhere: member")
}

fn standing(row: &Row, membership: &Membership, found: &mut Found) -> Result<(), StoreError> {
    let id = membership.id;
    let (pending, login) = (membership.status == Status::Pending, membership.user.is_some());
    found.add_if(pending && login, "pending_with_user", || format!("member {id}"));
    found.add_if(!pending && !login, "active_without_user", || format!("member {id} is {}", membership.status));
    let invited = row.opt_uuid("invitation")?.is_some();
    found.add_if(pending && !invited, "pending_without_invitation", || format!("member {id}"));
    found.add_if(!pending && invited, "invitation_without_pending", || format!("member {id} is {}", membership.status));
    Ok(())
}

/// What is kept beside a membership, for lists and uniqueness.
fn kept_beside(row: &Row, membership: &Membership, found: &mut Found) -> Result<(), StoreError> {
    let id = membership.id;
    let name = membership.profile.display_name(&membership.email);
    let keys = row.text("display_name")? == name && row.text("name_key")? == fold(&name);
    found.add_if(!keys, "names_in_step", || format!("member {id} is listed under another name"));
    let active = membership.last_active_at.map_or(0, tenure_domain::Instant::micros);
    found.add_if(row.int("active_key")? != active, "activity_in_step", || format!("member {id} is sorted by another activity"));
    let claimed: Option<MemberId> = row.opt_id("claimed_by")?;
    found.add_if(claimed != Some(id), "addresses_in_step", || format!("the address of member {id} isn't claimed for them"));
    Ok(())
}

fn words(organization: &Organization, grants: &[Grant], found: &mut Found) {
    let model = &organization.model;
    for grant in grants {
        let at = || format!("member {} at workspace {}", grant.member, grant.workspace);
        found.add_if(grant.levels.is_empty(), "grant_without_level", at);
        let unknown = grant.levels.iter().filter(|key| model.level(key.as_str()).is_none());
        unknown.for_each(|key| found.add("unknown_level", format!("{key}: {}", at())));
        let unknown = grant.permissions.iter().filter(|key| model.permission(key.as_str()).is_none());
        unknown.for_each(|key| found.add("unknown_permission", format!("{key}: {}", at())));
        let unknown = grant.restrictions.iter().filter(|key| model.restriction(key.as_str()).is_none());
        unknown.for_each(|key| found.add("unknown_restriction", format!("{key}: {}", at())));
    }
}

fn in_step(id: MemberId, grants: &[Grant], levels: &BTreeSet<(WorkspaceId, String)>, found: &mut Found) {
    let of = |grant: &Grant| grant.levels.iter().map(|level| (grant.workspace, level.to_string())).collect::<Vec<_>>();
    let expected: BTreeSet<(WorkspaceId, String)> = grants.iter().flat_map(of).collect();
    found.add_if(expected != *levels, "levels_in_step", || format!("member {id} is filtered by other levels than they have"));
}

impl Census {
    fn count(&mut self, organization: &Organization, membership: &Membership, proves: bool, grants: &[Grant]) {
        let status = membership.status;
        self.seats += u32::from(status != Status::Inactive);
        self.accepted |= status != Status::Pending;
        let governs = |grants: &[Grant]| Access::new(organization.setting(), status, grants).governs(organization.root);
        match status {
            Status::Active => self.governed |= proves && governs(grants),
            Status::Pending => {
                let by_operator = |grant: &&Grant| matches!(grant.given_by, Giver::Operator(_));
                let offered: Vec<Grant> = grants.iter().filter(by_operator).cloned().collect();
                self.awaited |= governs(&offered);
            }
            Status::Inactive => {}
        }
    }

    fn check(&self, organization: &Organization, found: &mut Found) {
        found.add_if(self.accepted && !self.governed && !self.awaited, "never_headless", || {
            let factor = if organization.second_factor_required { ", a second factor" } else { "" };
            format!("nobody active has a password{factor} and a level that governs at the root")
        });
        if let Some(seats) = organization.seats {
            found.add_if(self.seats > seats, "seats", || format!("{} people for {seats} seats", self.seats));
        }
    }
}
