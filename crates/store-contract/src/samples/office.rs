//! A sample organization that is founded in a store, with ways to fill it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tenure_domain::access::{Access, Reaches};
use tenure_domain::access_model::engine;
use tenure_domain::contact::{Contact, Portfolio};
use tenure_domain::grant::Grant;
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::resource::{Resource, ResourceGroup};
use tenure_domain::selection::{Selected, Selection};
use tenure_domain::visibility::Masking;
use tenure_domain::workspace::{Chain, Place};
use tenure_domain::{ContactId, KindKey, MemberId, OrganizationId, ResourceGroupId, ResourceId, RestrictionKey, WorkspaceId};
use tenure_port_store::{OpenTransaction, OrganizationTransaction, Store, Viewer};

use super::values::{at, contact, grant, invitation, membership, name, new, organization, user, workspace};

/// An organization with a root and a chief who governs.
pub(crate) struct Office {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) organization: Organization,
    pub(crate) chief: MemberId,
    hired: AtomicU32,
}

/// The workspaces of the usual sample tree.
#[derive(Clone, Copy)]
pub(crate) struct Tree {
    pub(crate) root: WorkspaceId,
    pub(crate) north: WorkspaceId,
    pub(crate) north_east: WorkspaceId,
    pub(crate) south: WorkspaceId,
}

impl Tree {
    /// Where they lie, in the order above.
    pub(crate) fn chains(&self) -> [Chain; 4] {
        let root = Chain::root(self.root);
        let north = root.clone().child(self.north);
        [root.clone(), north.clone(), north.child(self.north_east), root.child(self.south)]
    }
}

impl Office {
    pub(crate) async fn found(store: &Arc<dyn Store>) -> Self {
        Self::found_as(store, organization("Office")).await
    }

    pub(crate) async fn found_called(store: &Arc<dyn Store>, called: &str) -> Self {
        Self::found_as(store, organization(called)).await
    }

    pub(crate) async fn found_as(store: &Arc<dyn Store>, organization: Organization) -> Self {
        let mut unit = store.found(organization.id).await.unwrap();
        unit.organization_changes().insert(&organization).await.unwrap();
        let root = workspace(organization.id, organization.root, None, organization.name.as_str());
        unit.workspace_changes().insert(&root).await.unwrap();
        let login = user(&format!("chief.{}@example.test", organization.id.uuid().as_u128()));
        unit.users().insert(&login).await.unwrap();
        let chief = membership(organization.id, Some(&login), login.email.as_str(), "Chief Zero");
        unit.membership_changes().insert(&chief).await.unwrap();
        unit.grant_changes().insert(&grant(chief.id, organization.root, "chief", chief.id)).await.unwrap();
        unit.commit().await.unwrap();
        Self { store: Arc::clone(store), organization, chief: chief.id, hired: AtomicU32::new(0) }
    }

    pub(crate) fn id(&self) -> OrganizationId {
        self.organization.id
    }

    pub(crate) fn root(&self) -> WorkspaceId {
        self.organization.root
    }

    pub(crate) async fn lock(&self) -> Box<dyn OrganizationTransaction> {
        self.store.organization(self.id()).await.unwrap().expect("the organization is there")
    }

    pub(crate) async fn open(&self) -> Box<dyn OpenTransaction> {
        self.store.open().await.unwrap()
    }

    /// Root, north with a north-east below it, and south.
    pub(crate) async fn plant(&self) -> Tree {
        let root = self.root();
        let north = self.workspace(root, "North").await;
        Tree { root, north, north_east: self.workspace(north, "North-East").await, south: self.workspace(root, "South").await }
    }

    pub(crate) async fn workspace(&self, parent: WorkspaceId, called: &str) -> WorkspaceId {
        let mut unit = self.lock().await;
        let new = workspace(self.id(), new(), Some(parent), called);
        unit.workspace_changes().insert(&new).await.unwrap();
        unit.commit().await.unwrap();
        new.id
    }

    /// An address that nobody had before; digits alone tell it from others, so that no search for letters meets it by chance.
    pub(crate) fn address(&self) -> String {
        format!("m{}.{}@example.test", self.hired.fetch_add(1, Ordering::Relaxed), self.id().uuid().as_u128())
    }

    /// An active member with a login and these grants.
    pub(crate) async fn hire(&self, full_name: &str, grants: &[(&str, WorkspaceId)]) -> MemberId {
        self.add(full_name, Status::Active, grants, |_| {}).await.id
    }

    /// A member of this standing and these grants, changed to taste before they are put into the store.
    pub(crate) async fn add(
        &self,
        full_name: &str,
        status: Status,
        grants: &[(&str, WorkspaceId)],
        change: impl FnOnce(&mut Membership) + Send,
    ) -> Membership {
        let address = self.address();
        let login = (status != Status::Pending).then(|| user(&address));
        let mut new = membership(self.id(), login.as_ref(), &address, full_name);
        new.status = status;
        change(&mut new);
        let mut unit = self.lock().await;
        if let Some(login) = &login {
            unit.users().insert(login).await.unwrap();
        }
        unit.membership_changes().insert(&new).await.unwrap();
        for (level, workspace) in grants {
            unit.grant_changes().insert(&grant(new.id, *workspace, level, self.chief)).await.unwrap();
        }
        unit.commit().await.unwrap();
        new
    }

    /// Somebody invited, with their invitation.
    pub(crate) async fn invite(&self, full_name: &str, grants: &[(&str, WorkspaceId)]) -> (Membership, Invitation) {
        let membership = self.add(full_name, Status::Pending, grants, |_| {}).await;
        let invitation = invitation(self.id(), membership.id, self.chief);
        let mut unit = self.lock().await;
        unit.invitation_changes().insert(&invitation).await.unwrap();
        unit.commit().await.unwrap();
        (membership, invitation)
    }

    pub(crate) async fn contact(&self, workspace: WorkspaceId, called: &str) -> Contact {
        self.contact_as(workspace, called, |_| {}).await
    }

    pub(crate) async fn contact_as(
        &self,
        workspace: WorkspaceId,
        called: &str,
        change: impl FnOnce(&mut Contact) + Send,
    ) -> Contact {
        let mut new = contact(self.id(), workspace, called);
        change(&mut new);
        let mut unit = self.open().await;
        unit.contacts().insert(std::slice::from_ref(&new)).await.unwrap();
        unit.commit().await.unwrap();
        new
    }

    /// A contact in the member's own open portfolio there.
    pub(crate) async fn contact_of(&self, holder: MemberId, workspace: WorkspaceId, called: &str) -> Contact {
        let portfolio = self.portfolio(holder, workspace).await;
        self.contact_as(workspace, called, |contact| contact.portfolio = Some(portfolio.id)).await
    }

    /// The member's own open portfolio there.
    pub(crate) async fn portfolio(&self, holder: MemberId, workspace: WorkspaceId) -> Portfolio {
        let mut unit = self.open().await;
        let portfolio = unit.portfolios().open(self.id(), workspace, holder, new()).await.unwrap();
        unit.commit().await.unwrap();
        portfolio
    }

    /// A resource of a kind.
    pub(crate) async fn resource(&self, kind: &str, called: &str) -> Resource {
        let new = self.a_resource(kind, called);
        let mut unit = self.lock().await;
        unit.resource_changes().insert(&new).await.unwrap();
        unit.commit().await.unwrap();
        new
    }

    /// Many resources of a kind.
    pub(crate) async fn resources(&self, kind: &str, many: usize) -> Vec<ResourceId> {
        let mut unit = self.lock().await;
        let mut ids = Vec::with_capacity(many);
        for number in 0..many {
            let new = self.a_resource(kind, &format!("Number {number}"));
            unit.resource_changes().insert(&new).await.unwrap();
            ids.push(new.id);
        }
        unit.commit().await.unwrap();
        ids
    }

    /// A group of resources of a kind.
    pub(crate) async fn group(&self, kind: &str, called: &str) -> ResourceGroup {
        let kind = KindKey::parse(kind).unwrap();
        let new = ResourceGroup { organization: self.id(), id: new(), kind, name: name(called), created_at: at(6), version: 1 };
        let mut unit = self.lock().await;
        unit.resource_group_changes().insert(&new).await.unwrap();
        unit.commit().await.unwrap();
        new
    }

    /// Puts a resource into these groups and no others, whatever anybody decides.
    pub(crate) async fn put(&self, resource: &mut Resource, groups: &[ResourceGroupId]) {
        resource.groups = groups.iter().copied().collect();
        let mut unit = self.lock().await;
        unit.resource_changes().update(resource).await.unwrap();
        unit.commit().await.unwrap();
        resource.version += 1;
    }

    fn a_resource(&self, kind: &str, called: &str) -> Resource {
        Resource {
            organization: self.id(),
            id: new(),
            kind: KindKey::parse(kind).unwrap(),
            name: name(called),
            for_everyone: false,
            groups: [].into(),
            created_at: at(6),
            version: 1,
        }
    }

    /// Chooses for a member, whatever anybody decides.
    pub(crate) async fn select(&self, member: MemberId, kind: &str, selection: Selection) {
        let kind = KindKey::parse(kind).unwrap();
        let mut unit = self.lock().await;
        let standing = unit.selections().find(self.id(), member, &kind).await.unwrap();
        unit.selection_changes().replace(&Selected { selection, ..standing }).await.unwrap();
        unit.commit().await.unwrap();
    }

    /// Moves a contact, whatever anybody decides.
    pub(crate) async fn move_to(&self, contact: ContactId, portfolio: Option<&Portfolio>) {
        let mut unit = self.open().await;
        let (contact, _) = unit.contacts().find(self.id(), contact).await.unwrap().unwrap();
        unit.contacts().move_to(&contact, portfolio.map(|portfolio| portfolio.id)).await.unwrap();
        unit.commit().await.unwrap();
    }

    /// Hands portfolios over, whatever anybody decides.
    pub(crate) async fn hand_over(&self, portfolios: &[Portfolio], to: Option<MemberId>) {
        let ids: Vec<_> = portfolios.iter().map(|portfolio| portfolio.id).collect();
        let mut unit = self.lock().await;
        unit.holder_changes().hand_over(&ids, to).await.unwrap();
        unit.commit().await.unwrap();
    }

    pub(crate) async fn find_contact(&self, id: ContactId) -> (Contact, Option<MemberId>) {
        let mut unit = self.open().await;
        unit.contacts().find(self.id(), id).await.unwrap().expect("the contact is there")
    }

    pub(crate) async fn holder_of(&self, id: ContactId) -> Option<MemberId> {
        self.find_contact(id).await.1
    }

    pub(crate) async fn member(&self, id: MemberId) -> Membership {
        let mut unit = self.open().await;
        unit.memberships().find(self.id(), id).await.unwrap().expect("the member is there")
    }

    pub(crate) async fn grants_of(&self, id: MemberId) -> Vec<Grant> {
        let mut unit = self.open().await;
        unit.grants().of(self.id(), id).await.unwrap()
    }

    /// Where `members.view` holds for somebody with these entries: from each workspace down it does, or doesn't.
    pub(crate) async fn reach(&self, entries: &[(WorkspaceId, bool)]) -> Reaches {
        let ids: Vec<WorkspaceId> = entries.iter().map(|(workspace, _)| *workspace).collect();
        let chains = self.store.queries().chains(self.id(), &ids).await.unwrap();
        let places: Vec<Place> = chains.into_iter().filter_map(|steps| Place::new(&self.organization.model, steps)).collect();
        let grants: Vec<Grant> = entries.iter().map(|(workspace, holds)| self.entry(*workspace, *holds)).collect();
        let reaches = Access::new(self.organization.setting(), Status::Active, &grants).reaches(engine::MEMBERS_VIEW, &places);
        assert_eq!(reaches.entries().iter().map(|entry| (entry.at.workspace(), entry.holds)).collect::<Vec<_>>(), entries);
        reaches
    }

    fn entry(&self, workspace: WorkspaceId, holds: bool) -> Grant {
        let mut grant = grant(self.chief, workspace, if holds { "agent" } else { "clerk" }, self.chief);
        // A restriction cuts a subtree out of what is given above it; at the root there is nothing to cut.
        if !holds && workspace != self.root() {
            grant.restrictions = [RestrictionKey::parse("no_members").unwrap()].into();
        }
        grant
    }

    /// Somebody without a membership who sees everybody.
    pub(crate) async fn everyone(&self) -> Viewer {
        self.viewer(&[(self.root(), true)], Masking::None).await
    }

    pub(crate) async fn viewer(&self, entries: &[(WorkspaceId, bool)], masking: Masking) -> Viewer {
        Viewer { member: None, reach: self.reach(entries).await, masking }
    }
}
