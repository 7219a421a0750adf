//! Small amounts of it, held against every invariant.

use tenure_domain::EmailAddress;
use tenure_domain::access::Reaches;
use tenure_domain::invitation::MailLimits;
use tenure_domain::membership::Status;
use tenure_domain::visibility::Masking;
use tenure_port_store::{MemberFilter, Viewer};
use tenure_usecases::{Caller, SignIn};

use super::*;
use crate::configuration::DatabaseUrl;
use crate::database::Database;
use crate::example::YOU;

async fn made(members: u32, contacts: u32, workspaces: u32) -> (tempfile::TempDir, Arc<dyn Store>, Result<(), Failure>) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::to_serve(&DatabaseUrl::Sqlite(folder.path().join("tenure.db"))).await.unwrap();
    database.migrate().await.unwrap();
    let made = again(&database.store(), members, contacts, workspaces).await;
    (folder, database.store(), made)
}

async fn again(store: &Arc<dyn Store>, members: u32, contacts: u32, workspaces: u32) -> Result<(), Failure> {
    let sizes = Sizes { members: members.try_into().unwrap(), contacts, workspaces: workspaces.try_into().unwrap() };
    generate(Arc::clone(store), sizes, &mut Vec::new()).await
}

/// The only organization there is, and what everything of it shows to.
async fn all_of(store: &dyn Store) -> (OrganizationId, Viewer) {
    let email = EmailAddress::parse(YOU).unwrap();
    let you = store.snapshot().await.unwrap().users().find_by_email(&email).await.unwrap().unwrap();
    assert!(you.operator);
    let of = store.queries().memberships_of(you.id).await.unwrap()[0].organization;
    let organization = store.queries().organization(of).await.unwrap().unwrap();
    (of, Viewer { member: None, reach: Reaches::whole(&organization), masking: Masking::None })
}

#[tokio::test]
async fn as_much_is_made_as_was_asked_for_and_every_invariant_holds() {
    // More than one transaction takes of members, and workspaces to the third level.
    let (_folder, store, done) = made(6_000, 900, 450).await;
    done.unwrap();
    assert_eq!(store.queries().violations(100).await.unwrap(), []);
    let (of, viewer) = all_of(&*store).await;
    let count = async |filter: &MemberFilter| store.queries().count_members(of, &viewer, filter, 10_000).await.unwrap().value;
    assert_eq!(count(&MemberFilter::default()).await, 6_000);
    for status in [Status::Pending, Status::Active, Status::Inactive] {
        let some = count(&MemberFilter { statuses: [status].into(), ..MemberFilter::default() }).await;
        assert!(some > 100, "{some} are {status}");
    }
    let rare = count(&MemberFilter { q: Some("steinworth".to_owned()), ..MemberFilter::default() }).await;
    assert!(rare < 60, "a family name is shared by few, not by {rare}");
}

#[tokio::test]
async fn everybody_active_signs_in_with_the_password_that_is_printed() {
    let (_folder, store, done) = made(40, 0, 1).await;
    done.unwrap();
    let (of, viewer) = all_of(&*store).await;
    let active = MemberFilter { statuses: [Status::Active].into(), ..MemberFilter::default() };
    let page = tenure_port_store::PageAsk::first(40);
    let rows = store.queries().members(of, &viewer, &active, tenure_port_store::MemberSort::Name, &page).await.unwrap();
    let passwords = Passwords::new();
    let (key, clock) = (ServerKey::generate(&mut rand::rng()), Arc::new(SystemClock));
    let tenure = Tenure::new(Tools { store, passwords, key, clock, ids: Arc::new(V7Ids), mail_limits: MailLimits::default() });
    let last = rows.items.last().unwrap().membership.email.clone();
    tenure.perform(Caller::Anonymous, SignIn::new(Some(last), PASSWORD.into())).await.unwrap();
}

#[tokio::test]
async fn a_database_in_use_is_left_alone() {
    let (_folder, store, done) = made(2, 3, 1).await;
    done.unwrap();
    let refused = again(&store, 2, 3, 1).await.unwrap_err().to_string();
    assert!(refused.contains("in use"), "{refused}");
    let (of, viewer) = all_of(&*store).await;
    let count = store.queries().count_members(of, &viewer, &MemberFilter::default(), 10).await.unwrap();
    assert_eq!(count.value, 2);
}

#[test]
fn half_of_all_sit_in_one_branch_and_nobody_in_another() {
    let spread = Spread::over(10_000);
    let branch = |member: u32| {
        let mut at = spread.place_of(member);
        while at > 20 {
            at = Spread::above(at);
        }
        at
    };
    let branches: Vec<u32> = (1..20_000).map(branch).collect();
    let in_branch = |number: u32| branches.iter().filter(|branch| **branch == number).count();
    assert!(in_branch(1) >= 10_000 && in_branch(20) == 0 && in_branch(0) == 9 && in_branch(7) > 100);
}
