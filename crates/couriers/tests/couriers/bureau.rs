//! An organization with a governor in a fresh store, and ways to make something happen in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use tenure_couriers::{Clock, Couriers};
use tenure_credentials::ServerKey;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::organization::Organization;
use tenure_domain::record::{Actor, Errand, Matter};
use tenure_domain::user::{NewEmail, SentLinks, User};
use tenure_domain::workspace::Workspace;
use tenure_domain::{DAY, EmailAddress, ErrandId, Instant, LevelKey, MemberId, Name, Note, WorkspaceId};
use tenure_port_mail::PostOffice;
use tenure_port_store::{Delivery, Store};
use tenure_store_sqlite::{OpenOptions, SqliteStore};
use uuid::Uuid;

/// 2026-03-01T09:00:00Z.
const START: i64 = 1_772_355_600_000_000;

pub(crate) const PUBLIC_URL: &str = "https://tenure.example";

pub(crate) struct Bureau {
    pub(crate) store: Arc<SqliteStore>,
    pub(crate) organization: Organization,
    pub(crate) governor: MemberId,
    pub(crate) key: ServerKey,
    micros: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

pub(crate) fn new<I: From<Uuid>>() -> I {
    Uuid::now_v7().into()
}

pub(crate) fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

impl Bureau {
    pub(crate) async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path().join("tenure.db"), OpenOptions::default()).await.unwrap();
        store.migrate().await.unwrap();
        let document = tenure_access_models::built_in("workspace").unwrap();
        let organization = Organization {
            id: new(),
            name: name("Analytical Engines"),
            root: new(),
            model: Arc::new(tenure_access_models::compile(document).unwrap()),
            document: document.into(),
            plan: None,
            features: BTreeMap::new(),
            seats: None,
            active: true,
            undo_window_days: None,
            second_factor_required: false,
            tokens_per_member: Organization::TOKENS_PER_MEMBER,
            created_at: Instant::from_micros(START),
            version: 1,
        };
        let mut bureau = Self {
            store: Arc::new(store),
            organization,
            governor: new(),
            key: ServerKey::generate(&mut rand::rng()),
            micros: Arc::new(AtomicI64::new(START)),
            _folder: folder,
        };
        bureau.found().await;
        bureau
    }

    async fn found(&mut self) {
        let login = self.login("grace@example.test");
        let mut governor = self.membership("grace@example.test", "Grace", "Hopper");
        (governor.user, governor.status) = (Some(login.id), Status::Active);
        self.governor = governor.id;
        let mut unit = self.store.found(self.organization.id).await.unwrap();
        unit.organization_changes().insert(&self.organization).await.unwrap();
        unit.workspace_changes().insert(&self.node(self.organization.root, None, "Analytical Engines")).await.unwrap();
        unit.users().insert(&login).await.unwrap();
        unit.membership_changes().insert(&governor).await.unwrap();
        unit.grant_changes().insert(&self.grant(governor.id, self.organization.root, "owner")).await.unwrap();
        unit.commit().await.unwrap();
    }

    pub(crate) fn now(&self) -> Instant {
        Instant::from_micros(self.micros.load(Ordering::SeqCst))
    }

    /// Moves the clock.
    pub(crate) fn pass(&self, time: Duration) {
        self.micros.fetch_add(i64::try_from(time.as_micros()).unwrap(), Ordering::SeqCst);
    }

    pub(crate) fn couriers(&self, post: impl PostOffice + 'static) -> Couriers {
        self.couriers_over(Arc::clone(&self.store) as Arc<dyn Store>, post)
    }

    pub(crate) fn couriers_over(&self, store: Arc<dyn Store>, post: impl PostOffice + 'static) -> Couriers {
        let micros = Arc::clone(&self.micros);
        let clock: Clock = Arc::new(move || Instant::from_micros(micros.load(Ordering::SeqCst)));
        Couriers::new(store, Arc::new(post), self.key.clone(), PUBLIC_URL, clock)
    }

    fn node(&self, id: WorkspaceId, parent: Option<WorkspaceId>, called: &str) -> Workspace {
        Workspace {
            organization: self.organization.id,
            id,
            parent,
            kind: None,
            name: name(called),
            active: true,
            features_off: BTreeSet::new(),
            created_at: self.now(),
            version: 1,
        }
    }

    fn login(&self, address: &str) -> User {
        User {
            id: new(),
            email: EmailAddress::parse(address).unwrap(),
            email_confirmed: true,
            password_hash: Some("not a hash, and nobody signs in here".to_owned()),
            reset: SentLinks::default(),
            new_email: NewEmail::default(),
            operator: false,
            created_at: self.now(),
            version: 1,
        }
    }

    fn membership(&self, address: &str, first: &str, last: &str) -> Membership {
        Membership {
            organization: self.organization.id,
            id: new(),
            user: None,
            email: EmailAddress::parse(address).unwrap(),
            status: Status::Pending,
            profile: Profile { first_name: Some(name(first)), last_name: Some(name(last)), ..Profile::default() },
            created_at: self.now(),
            last_active_at: None,
            version: 1,
        }
    }

    pub(crate) fn grant(&self, member: MemberId, workspace: WorkspaceId, level: &str) -> Grant {
        Grant {
            member,
            workspace,
            levels: [LevelKey::parse(level).unwrap()].into(),
            permissions: BTreeSet::new(),
            restrictions: BTreeSet::new(),
            given_by: Giver::Member(self.governor),
            given_at: self.now(),
            version: 1,
        }
    }

    pub(crate) async fn workspace(&self, called: &str) -> WorkspaceId {
        let node = self.node(new(), Some(self.organization.root), called);
        let mut unit = self.store.organization(self.organization.id).await.unwrap().unwrap();
        unit.workspace_changes().insert(&node).await.unwrap();
        unit.commit().await.unwrap();
        node.id
    }

    /// An active member with a level at a workspace.
    pub(crate) async fn member(&self, address: &str, first: &str, level: &str, at: WorkspaceId) -> MemberId {
        let login = self.login(address);
        let mut member = self.membership(address, first, "Example");
        (member.user, member.status) = (Some(login.id), Status::Active);
        let mut unit = self.store.organization(self.organization.id).await.unwrap().unwrap();
        unit.users().insert(&login).await.unwrap();
        unit.membership_changes().insert(&member).await.unwrap();
        unit.grant_changes().insert(&self.grant(member.id, at, level)).await.unwrap();
        unit.commit().await.unwrap();
        member.id
    }

    /// Makes somebody inactive.
    pub(crate) async fn deactivate(&self, member: MemberId) {
        let mut unit = self.store.organization(self.organization.id).await.unwrap().unwrap();
        let membership = unit.memberships().find(self.organization.id, member).await.unwrap().unwrap();
        unit.membership_changes().update(&Membership { status: Status::Inactive, ..membership }).await.unwrap();
        unit.commit().await.unwrap();
    }

    /// Somebody invited for a week as an agent at the root, with the mail on its way.
    pub(crate) async fn invite(&self, address: &str) -> Invitation {
        let member = self.membership(address, "Ada", "Lovelace");
        let invitation = Invitation {
            organization: self.organization.id,
            id: new(),
            member: member.id,
            generation: 1,
            note: Some(Note::parse("We look forward to you.").unwrap()),
            expires_at: self.now().plus(7 * DAY),
            invited_by: Giver::Member(self.governor),
            mail: None,
            created_at: self.now(),
            version: 1,
        };
        let mut unit = self.store.organization(self.organization.id).await.unwrap().unwrap();
        unit.membership_changes().insert(&member).await.unwrap();
        unit.grant_changes().insert(&self.grant(member.id, self.organization.root, "agent")).await.unwrap();
        unit.invitation_changes().insert(&invitation).await.unwrap();
        let errand = self.errand(member.id, Matter::Invitation { invitation: invitation.id, generation: 1 });
        unit.outbox().append(&[errand]).await.unwrap();
        unit.commit().await.unwrap();
        invitation
    }

    pub(crate) fn errand(&self, member: MemberId, matter: Matter) -> Errand {
        Errand {
            organization: self.organization.id,
            id: new(),
            at: self.now(),
            due_at: self.now(),
            actor: Actor::Member(self.governor),
            member,
            matter,
        }
    }

    /// Puts an errand into the outbox.
    pub(crate) async fn tell(&self, member: MemberId, matter: Matter) -> ErrandId {
        let errand = self.errand(member, matter);
        let mut unit = self.store.open().await.unwrap();
        unit.outbox().append(std::slice::from_ref(&errand)).await.unwrap();
        unit.commit().await.unwrap();
        errand.id
    }

    /// Where an invitation's mail is.
    pub(crate) async fn delivery(&self, invitation: &Invitation) -> Delivery {
        let row = self.store.queries().invitation(self.organization.id, invitation.id).await.unwrap();
        row.expect("the invitation is there").delivery.expect("there was a mail")
    }
}
