//! The example, made in a temporary file.

use std::path::PathBuf;
use std::sync::Arc;

use tenure_credentials::{Passwords, ServerKey};
use tenure_domain::EmailAddress;
use tenure_domain::invitation::MailLimits;
use tenure_domain::membership::Status;
use tenure_port_store::{ContactFilter, MemberFilter, MemberRow, MemberSort, OfUser, PageAsk, Sight, Sights, Store, Viewer};
use tenure_usecases::{Caller, Ids as _, SignIn, SystemClock, Tenure, Tools, V7Ids};
use uuid::Uuid;

use super::*;
use crate::configuration::DatabaseUrl;
use crate::database::Database;

struct Example {
    folder: tempfile::TempDir,
    store: Arc<dyn Store>,
    key: ServerKey,
}

async fn empty() -> Example {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::to_serve(&DatabaseUrl::Sqlite(folder.path().join("tenure.db"))).await.unwrap();
    database.migrate().await.unwrap();
    Example { store: database.store(), folder, key: ServerKey::generate(&mut rand::rng()) }
}

impl Example {
    fn path(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    async fn ready(&self) -> Result<bool, crate::failure::Failure> {
        ready(&self.path(), Arc::clone(&self.store), &self.key).await
    }

    fn tenure(&self) -> Tenure {
        let (store, key) = (Arc::clone(&self.store), self.key.clone());
        Tenure::new(Tools {
            store,
            passwords: Passwords::new(),
            key,
            clock: Arc::new(SystemClock),
            ids: Arc::new(V7Ids),
            mail_limits: MailLimits::default(),
        })
    }

    /// Signs in as anybody does, and says to which organizations that leads.
    async fn sign_in(&self, email: &str) -> Vec<OfUser> {
        let ask = SignIn::new(EmailAddress::parse(email).ok(), PASSWORD.into());
        let signed_in = self.tenure().perform(Caller::Anonymous, ask).await.unwrap();
        self.store.queries().memberships_of(signed_in.user.id).await.unwrap()
    }

    async fn members(&self) -> Vec<MemberRow> {
        let organization = self.sign_in(YOU).await[0].organization;
        let found = self.store.queries().organization(organization).await.unwrap().unwrap();
        let reach = tenure_domain::access::Reaches::whole(&found);
        let viewer = Viewer { member: None, reach, masking: tenure_domain::visibility::Masking::None };
        let page = PageAsk::first(200);
        let rows = self.store.queries().members(organization, &viewer, &MemberFilter::default(), MemberSort::Name, &page).await;
        rows.unwrap().items
    }
}

#[tokio::test]
async fn the_example_has_some_sixty_people_of_every_sort_and_breaks_no_invariant() {
    let example = empty().await;
    assert!(example.ready().await.unwrap());
    let members = example.members().await;
    assert_eq!(members.len(), 60);
    let pending = members.iter().filter(|row| row.membership.status == Status::Pending).count();
    let long_ago = tenure_usecases::Clock::now(&SystemClock).minus(tenure_domain::DAY * 60);
    let inactive = members.iter().filter(|row| row.membership.last_active_at.is_some_and(|at| at < long_ago)).count();
    assert!(pending >= 8 && inactive >= 8, "{pending} pending, {inactive} long inactive");
    assert_eq!(example.store.queries().violations(100).await.unwrap(), []);
}

#[tokio::test]
async fn you_govern_an_organization_of_each_model_that_is_shown() {
    let example = empty().await;
    example.ready().await.unwrap();
    let mut models = Vec::new();
    for of in example.sign_in(YOU).await {
        let organization = example.store.queries().organization(of.organization).await.unwrap().unwrap();
        let mut unit = example.store.snapshot().await.unwrap();
        let grants = unit.grants().of(of.organization, of.member).await.unwrap();
        let access = tenure_domain::access::Access::new(organization.setting(), Status::Active, &grants);
        assert!(access.governs(organization.root), "{}", of.name);
        models.push((of.name, organization.model.name().to_owned()));
    }
    let shown = [
        ("Aster Support", "workspace"),
        ("Borealis Network", "partner-network"),
        ("Cedar Locations", "account-tree"),
        ("Dahlia Call Centre", "contact-center"),
    ];
    assert_eq!(models, shown.map(|(name, model)| (name.to_owned(), model.to_owned())));
    let mut addresses: Vec<_> = neighbours::addresses().chain(people::CAST.iter().map(|one| one.email().unwrap())).collect();
    let all = addresses.len();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), all, "nobody is somebody else");
}

#[tokio::test]
async fn people_of_the_example_were_last_here_at_times_of_their_own() {
    let example = empty().await;
    example.ready().await.unwrap();
    let now = tenure_usecases::Clock::now(&SystemClock);
    let cast: Vec<_> = people::CAST.iter().map(|person| person.email().unwrap()).collect();
    let rows = example.members().await.into_iter().filter(|row| cast.contains(&row.membership.email));
    let seen: Vec<_> = rows.filter_map(|row| row.membership.last_active_at).collect();
    let minutes: std::collections::BTreeSet<_> = seen.iter().map(|at| at.micros() / 60_000_000).collect();
    assert_eq!(minutes.len(), seen.len(), "no two at the same minute");
    let since = |hours: u32| seen.iter().filter(|at| **at > now.minus(tenure_domain::DAY / 24 * hours)).count();
    assert!(since(1) > 0 && since(1) < 8 && since(24) > since(1), "{} in an hour, {} in a day", since(1), since(24));
}

#[tokio::test]
async fn everybody_who_accepted_signs_in_with_the_printed_password() {
    let example = empty().await;
    example.ready().await.unwrap();
    for name in [people::MANAGER, people::MASKED_AGENT, people::TEAM_AGENT, people::SUCCESSOR, people::LEAVER] {
        assert_eq!(example.sign_in(&people::address(name)).await[0].name, "Aster Support");
    }
}

#[tokio::test]
async fn r5_an_agent_of_the_example_sees_the_contacts_of_their_team_alone() {
    let example = empty().await;
    example.ready().await.unwrap();
    let of = example.sign_in(&people::address(people::TEAM_AGENT)).await.remove(0);
    let organization = example.store.queries().organization(of.organization).await.unwrap().unwrap();
    let row = example.members().await.into_iter().find(|row| row.membership.id == of.member).unwrap();
    let grants: Vec<_> = row.grants.into_iter().map(|of| of.grant).collect();
    let access = tenure_domain::access::Access::new(organization.setting(), Status::Active, &grants);
    let team = tenure_domain::KindKey::parse("team").unwrap();
    let visibility = tenure_domain::visibility::Visibility::Shared(team.clone());
    let masking = tenure_domain::visibility::Masking::None;
    let at: Vec<_> = grants.iter().map(|grant| grant.workspace).collect();
    let chains = example.store.queries().chains(of.organization, &at).await.unwrap().into_iter();
    let places = chains.filter_map(|steps| tenure_domain::workspace::Place::new(&organization.model, steps));
    let entries = places.map(|place| Sight { at: place.chain(), holds: true, visibility: visibility.clone(), masking });
    let sights = Sights {
        organization: of.organization,
        root: organization.root,
        viewer: of.member,
        entries: entries.collect(),
        sharing: vec![access.sharing(&team)],
    };
    let page = example.store.queries().contacts(of.organization, &sights, &ContactFilter::default(), &PageAsk::first(200)).await;
    let rows = page.unwrap().items;
    let holders: std::collections::BTreeSet<_> = rows.iter().map(|row| row.assignee.unwrap()).collect();
    assert!(holders.len() > 2 && holders.contains(&of.member), "{} contacts of {} people", rows.len(), holders.len());
}

#[tokio::test]
async fn the_example_is_the_same_each_time_and_made_once() {
    let (one, other) = (empty().await, empty().await);
    assert!(one.ready().await.unwrap() && other.ready().await.unwrap());
    assert!(!one.ready().await.unwrap());
    let facts = |rows: Vec<MemberRow>| -> Vec<_> {
        let fact = |row: MemberRow| (row.membership.id, row.membership.email, row.membership.status, row.grants.len());
        rows.into_iter().map(fact).collect()
    };
    assert_eq!(facts(one.members().await), facts(other.members().await));
}

#[tokio::test]
async fn a_database_of_somebody_else_is_left_alone() {
    let example = empty().await;
    let mut unit = example.store.open().await.unwrap();
    assert!(unit.organizations().claim_setup(tenure_domain::Instant::from_micros(1)).await.unwrap());
    unit.commit().await.unwrap();
    let refused = example.ready().await.unwrap_err().to_string();
    assert!(refused.contains("a demo needs one of its own"), "{refused}");
}

#[tokio::test]
async fn an_example_that_was_broken_off_is_not_taken_for_a_whole_one() {
    let example = empty().await;
    std::fs::write(example.path().join("demo.unfinished"), "").unwrap();
    let refused = example.ready().await.unwrap_err().to_string();
    assert!(refused.contains("remove the folder"), "{refused}");
}

#[test]
fn contacts_and_people_have_names_and_addresses_of_their_own() {
    let contacts: Vec<_> = (0..contacts::COUNT).map(|number| contacts::contact(number).unwrap()).collect();
    let mut names: Vec<_> = contacts.iter().map(|contact| contact.name.clone()).collect();
    let mut addresses: Vec<_> = people::CAST.iter().map(|person| person.email().unwrap()).collect();
    names.sort();
    names.dedup();
    addresses.sort();
    addresses.dedup();
    assert_eq!((names.len(), addresses.len()), (contacts::COUNT, people::CAST.len()));
}

#[test]
fn ids_of_the_example_come_in_order_and_before_new_ones() {
    let counted = calendar::Counted::default();
    let ids: Vec<Uuid> = (0..2_000).map(|_| counted.next()).collect();
    assert!(ids.is_sorted() && ids[0].get_version_num() == 7);
    assert!(ids[1_999] < V7Ids.next());
}
