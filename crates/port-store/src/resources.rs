//! Resources, groups of them, and who reaches which.

use std::collections::{BTreeSet, HashSet};

use async_trait::async_trait;
use tenure_domain::resource::{Filled, Resource, ResourceGroup};
use tenure_domain::selection::{Part, Selected, Sharing};
use tenure_domain::{KindKey, LevelKey, MemberId, OrganizationId, ResourceGroupId, ResourceId};

use crate::StoreError;

/// Reading resources.
#[async_trait]
pub trait Resources: Send {
    /// One of them.
    async fn find(&mut self, organization: OrganizationId, id: ResourceId) -> Result<Option<Resource>, StoreError>;

    /// Those of these that there are, by id.
    async fn find_all(&mut self, organization: OrganizationId, ids: &[ResourceId]) -> Result<Vec<Resource>, StoreError>;
}

/// Writing resources of the locked organization.
#[async_trait]
pub trait ResourceChanges: Send {
    /// Makes one, in groups that must be there.
    async fn insert(&mut self, resource: &Resource) -> Result<(), StoreError>;

    /// Changes one's name, whether it is for everyone and which groups it is in, from the version it carries to the next.
    async fn update(&mut self, resource: &Resource) -> Result<(), StoreError>;

    /// Takes one away, and out of every selection, each of which goes on to its next version; `Stale` if it isn't at the version it
    /// carries.
    async fn remove(&mut self, resource: &Resource) -> Result<(), StoreError>;
}

/// Reading groups of resources.
#[async_trait]
pub trait ResourceGroups: Send {
    /// Those of these that there are, by id.
    async fn find_all(&mut self, organization: OrganizationId, ids: &[ResourceGroupId]) -> Result<Vec<ResourceGroup>, StoreError>;

    /// How many there are of a kind.
    async fn count(&mut self, organization: OrganizationId, kind: &KindKey) -> Result<u64, StoreError>;

    /// Those of these that there are, with how much is in each, by id.
    async fn filled(&mut self, organization: OrganizationId, ids: &[ResourceGroupId]) -> Result<Vec<Filled>, StoreError>;

    /// What is in one of them, by id.
    async fn contents(&mut self, organization: OrganizationId, group: ResourceGroupId) -> Result<Vec<ResourceId>, StoreError>;
}

/// Writing groups of resources of the locked organization.
#[async_trait]
pub trait ResourceGroupChanges: Send {
    /// Makes one, with nothing in it.
    async fn insert(&mut self, group: &ResourceGroup) -> Result<(), StoreError>;

    /// Changes one's name, from the version it carries to the next.
    async fn update(&mut self, group: &ResourceGroup) -> Result<(), StoreError>;

    /// Takes one away, out of every selection and from every resource that is in it, each of which goes on to its next version;
    /// `Stale` if it isn't at the version it carries.
    async fn remove(&mut self, group: &ResourceGroup) -> Result<(), StoreError>;
}

/// Reading selections.
#[async_trait]
pub trait Selections: Send {
    /// What one member has of each kind in which something was ever chosen, by kind.
    async fn of(&mut self, organization: OrganizationId, member: MemberId) -> Result<Vec<Selected>, StoreError>;

    /// The same of many members, each of them named once: by member, and by kind.
    async fn of_all(&mut self, organization: OrganizationId, members: &[MemberId]) -> Result<Vec<Selected>, StoreError>;

    /// What one member has of one kind; [`Selected::nothing`] where nothing was ever chosen.
    async fn find(&mut self, organization: OrganizationId, member: MemberId, kind: &KindKey) -> Result<Selected, StoreError>;

    /// With which of these a viewer has a resource of a kind in common (R5); with oneself always.
    async fn in_common(
        &mut self,
        organization: OrganizationId,
        sharing: &Sharing,
        viewer: MemberId,
        others: &[MemberId],
    ) -> Result<HashSet<MemberId>, StoreError>;

    /// Who has any of these chosen, each as it is: up to so many, by id.
    async fn choosers(&mut self, organization: OrganizationId, parts: &[Part], up_to: u32) -> Result<Vec<MemberId>, StoreError>;

    /// Who has this resource chosen by itself and one of these levels, and none of those: up to so many, by id.
    async fn holders(
        &mut self,
        organization: OrganizationId,
        resource: ResourceId,
        levels: &BTreeSet<LevelKey>,
        except: &BTreeSet<LevelKey>,
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError>;
}

/// Writing selections of the locked organization.
#[async_trait]
pub trait SelectionChanges: Send {
    /// Puts a whole selection in the place of what stands, from the version it carries to the next; `Stale` if that isn't at this
    /// version. Its resources and groups must be there.
    async fn replace(&mut self, selected: &Selected) -> Result<(), StoreError>;

    /// Puts back a selection that a member had before they were deleted, at the version after the one it carries; `Stale` if they
    /// have one of its kind. Its resources and groups must be there.
    async fn restore(&mut self, selected: &Selected) -> Result<(), StoreError>;
}
