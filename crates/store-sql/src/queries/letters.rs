//! What a letter needs to know besides its errand.

use tenure_domain::grant::{Giver, Grant};
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::Membership;
use tenure_domain::record::{Actor, Errand, Matter};
use tenure_domain::user::User;
use tenure_domain::{EmailAddress, InvitationId, MemberId, OrganizationId, PortfolioId, ReceiptId, UserId, WorkspaceId};
use tenure_port_store::{Bounded, LetterFacts, StoreError};

use super::{contacts, offered, organizations};
use crate::snapshots::invitation::{self, invitation_columns};
use crate::snapshots::membership::{self, membership_columns};
use crate::snapshots::user::{self, user_columns};
use crate::statements::statement_texts;
use crate::{Driver, Reads as _, Row, Sql, SqlStore};

statement_texts! {
    // The address is the login's own where there is one: a membership has a copy, which may follow later.
    MEMBER = concat!("select ", membership_columns!(), ", (select u.email from users u where u.id = m.user_id) as login_email \
                     from memberships m where m.organization_id = $1 and m.id = $2");
    DELETED = concat!("select ", membership_columns!(), ", (select u.email from users u where u.id = m.user_id) as login_email \
                      from deleted_memberships m where m.organization_id = $1 and m.id = $2");
    NAME = "select display_name from memberships where organization_id = $1 and id = $2 \
            union all select display_name from deleted_memberships where organization_id = $1 and id = $2 limit 1";
    WORKSPACE = "select name from workspaces where organization_id = $1 and id = $2";
    INVITATION = concat!("select ", invitation_columns!(), " from invitations i where i.organization_id = $1 and i.id = $2");
    // `folded`: it names no portfolios any more because what it handed over could not come back. Where it could, they were taken
    // out by the undoing of an earlier receipt.
    RECEIPT = "select w.name, (r.state = 'superseded' or r.act = 'deactivation' or r.state = 'standing' and r.undo_until is null) and not exists (select 1 from receipt_portfolios n \
               where n.organization_id = r.organization_id and n.receipt_id = r.id) as folded from receipts r left join workspaces w on w.organization_id = r.organization_id and w.id = r.workspace_id \
               where r.organization_id = $1 and r.id = $2";
    LOGIN = concat!("select ", user_columns!(), " from users u where u.id = $1");
    TAKEN_OVER = "select n.portfolio_id from receipt_portfolios n \
                  join portfolios p on p.organization_id = n.organization_id and p.id = n.portfolio_id \
                  where n.organization_id = $1 and n.receipt_id = $2 and p.holder = $3";
}

/// The beginning of the question whether one of some members is active; their ids follow.
const ACTIVE: &str = "select id from memberships where organization_id = ";

/// How far the contacts that came are counted.
const COUNTED: u32 = 10_000;

/// What a letter's matter adds.
#[derive(Default)]
struct About {
    from_name: Option<String>,
    workspace_name: Option<String>,
    grant: Option<Grant>,
    offered: Vec<(Grant, String)>,
    invitation: Option<Invitation>,
    has_giver: bool,
    contacts: Option<Bounded>,
    login: Option<User>,
}

pub(super) async fn facts<D: Driver>(store: &SqlStore<D>, errand: &Errand) -> Result<Option<LetterFacts>, StoreError> {
    let id = errand.organization;
    let (Some(to), Some(organization)) = (addressee(store, errand).await?, organizations::find(store, id).await?) else {
        return Ok(None);
    };
    let Some(about) = about(store, errand, to.user).await? else { return Ok(None) };
    let actor_name = match errand.actor {
        Actor::Member(actor) => name(store, id, actor).await?,
        Actor::Operator(_) | Actor::System => None,
    };
    let About { from_name, workspace_name, grant, offered, invitation, has_giver, contacts, login } = about;
    let language = to.profile.language;
    Ok(Some(LetterFacts {
        organization,
        to,
        language,
        actor_name,
        from_name,
        workspace_name,
        grant,
        offered,
        invitation,
        has_giver,
        contacts,
        login,
    }))
}

/// To whom. Somebody who was deleted is told of that, whether or not they are back by now, and of what happened to their login.
async fn addressee<D: Driver>(store: &SqlStore<D>, errand: &Errand) -> Result<Option<Membership>, StoreError> {
    if errand.matter == Matter::MemberDeleted {
        let row = store.pooled().row(&Sql::fixed(DELETED).bind(errand.organization).bind(errand.member)).await?;
        if let Some(row) = row {
            return reader(&row).map(Some);
        }
    }
    let row = store.pooled().row(&Sql::fixed(MEMBER).bind(errand.organization).bind(errand.member)).await?;
    match row {
        Some(row) => reader(&row).map(Some),
        None if is_of_the_login(errand.matter) => {
            let row = store.pooled().row(&Sql::fixed(DELETED).bind(errand.organization).bind(errand.member)).await?;
            row.as_ref().map(reader).transpose()
        }
        None => Ok(None),
    }
}

/// Whether it happened to a login, and matters whatever becomes of the membership by way of which it is told.
const fn is_of_the_login(matter: Matter) -> bool {
    matches!(
        matter,
        Matter::PasswordChanged
            | Matter::EmailChanged { .. }
            | Matter::SecondFactorAdded
            | Matter::SecondFactorRemoved
            | Matter::RecoveryCodeUsed
            | Matter::RecoveryCodesRenewed
    )
}

/// Who reads the letter, with the address at which they do.
fn reader(row: &Row) -> Result<Membership, StoreError> {
    let membership = membership::read(row)?;
    match row.opt_text("login_email")? {
        Some(_) => Ok(Membership { email: row.parse("login_email", EmailAddress::parse)?, ..membership }),
        None => Ok(membership),
    }
}

/// None if the matter has been overtaken.
async fn about<D: Driver>(store: &SqlStore<D>, errand: &Errand, user: Option<UserId>) -> Result<Option<About>, StoreError> {
    match errand.matter {
        Matter::Invitation { invitation, generation } => of_invitation(store, errand, invitation, generation).await,
        Matter::AccessGranted { workspace } | Matter::AccessChanged { workspace } | Matter::AccessRevoked { workspace } => {
            of_access(store, errand, workspace).await.map(Some)
        }
        Matter::PasswordReset { .. }
        | Matter::PasswordChanged
        | Matter::EmailConfirmation { .. }
        | Matter::EmailChanged { .. }
        | Matter::SecondFactorAdded
        | Matter::SecondFactorRemoved
        | Matter::RecoveryCodeUsed
        | Matter::RecoveryCodesRenewed => {
            Ok(login(store, user).await?.map(|login| About { login: Some(login), ..About::default() }))
        }
        Matter::MemberDeleted | Matter::MemberDeactivated => Ok(Some(About::default())),
        Matter::MemberReactivated | Matter::MemberRestored => {
            Ok(Some(About { offered: offered(store, errand, &[]).await?, ..About::default() }))
        }
        Matter::GovernorNamed { governor } => {
            Ok(Some(About { from_name: name(store, errand.organization, governor).await?, ..About::default() }))
        }
        Matter::ContactsHandedOver { from, receipt } => of_contacts(store, errand, from, receipt).await.map(Some),
    }
}

async fn login<D: Driver>(store: &SqlStore<D>, user: Option<UserId>) -> Result<Option<User>, StoreError> {
    let Some(user) = user else { return Ok(None) };
    let row = store.pooled().row(&Sql::fixed(LOGIN).bind(user)).await?;
    row.as_ref().map(user::read).transpose()
}

async fn of_invitation<D: Driver>(
    store: &SqlStore<D>,
    errand: &Errand,
    id: InvitationId,
    generation: u32,
) -> Result<Option<About>, StoreError> {
    let row = store.pooled().row(&Sql::fixed(INVITATION).bind(errand.organization).bind(id)).await?;
    let invitation = row.as_ref().map(invitation::read).transpose()?;
    let lives = |invitation: &Invitation| invitation.generation == generation && invitation.member == errand.member;
    let Some(invitation) = invitation.filter(lives) else { return Ok(None) };
    let offered = offered(store, errand, &[]).await?;
    let has_giver = has_giver(store, errand.organization, &offered).await?;
    Ok(Some(About { invitation: Some(invitation), offered, has_giver, ..About::default() }))
}

async fn has_giver<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    offered: &[(Grant, String)],
) -> Result<bool, StoreError> {
    let mut members = Vec::new();
    for (grant, _) in offered {
        match grant.given_by {
            Giver::Member(member) => members.push(member),
            Giver::Operator(_) => return Ok(true),
        }
    }
    if members.is_empty() {
        return Ok(false);
    }
    let mut sql = Sql::build(ACTIVE);
    sql.push_bind(organization).push(" and status = 'active' and id in ").push_list(members).push(" limit 1");
    Ok(store.pooled().row(&sql).await?.is_some())
}

async fn of_access<D: Driver>(store: &SqlStore<D>, errand: &Errand, workspace: WorkspaceId) -> Result<About, StoreError> {
    let row = store.pooled().row(&Sql::fixed(WORKSPACE).bind(errand.organization).bind(workspace)).await?;
    let workspace_name = row.map(|row| row.text("name").map(str::to_owned)).transpose()?;
    let grant = offered(store, errand, &[workspace]).await?.pop().map(|(grant, _)| grant);
    Ok(About { workspace_name, grant, ..About::default() })
}

async fn of_contacts<D: Driver>(
    store: &SqlStore<D>,
    errand: &Errand,
    from: MemberId,
    receipt: ReceiptId,
) -> Result<About, StoreError> {
    let id = errand.organization;
    let row = store.pooled().row(&Sql::fixed(RECEIPT).bind(id).bind(receipt)).await?;
    let workspace_name = row.as_ref().map(|row| row.opt_text("name")).transpose()?.flatten().map(str::to_owned);
    if row.as_ref().map_or(Ok(false), |row| row.bool("folded"))? {
        // How many came can't be told any more; that they came can.
        return Ok(About { from_name: name(store, id, from).await?, workspace_name, ..About::default() });
    }
    let taken_over = Sql::fixed(TAKEN_OVER).bind(id).bind(receipt).bind(errand.member);
    let portfolios: Vec<PortfolioId> =
        store.pooled().rows(&taken_over).await?.iter().map(|row| row.id("portfolio_id")).collect::<Result<_, StoreError>>()?;
    let contacts = contacts::count(store, id, &portfolios, COUNTED).await?;
    Ok(About { from_name: name(store, id, from).await?, workspace_name, contacts: Some(contacts), ..About::default() })
}

/// The addressee's grants, at these workspaces or at all.
async fn offered<D: Driver>(store: &SqlStore<D>, errand: &Errand, at: &[WorkspaceId]) -> Result<Vec<(Grant, String)>, StoreError> {
    let mut of = offered::grants(&mut store.pooled(), errand.organization, [errand.member], at).await?;
    Ok(of.remove(&errand.member).unwrap_or_default())
}

async fn name<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Option<String>, StoreError> {
    let row = store.pooled().row(&Sql::fixed(NAME).bind(organization).bind(member)).await?;
    row.map(|row| row.text("display_name").map(str::to_owned)).transpose()
}
