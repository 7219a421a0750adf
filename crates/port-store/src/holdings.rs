//! What of an access model is in use: the words that grants hold, and the kinds that there are resources and workspaces of.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use tenure_domain::grant::Offer;
use tenure_domain::organization::{Holding, KindUse};
use tenure_domain::{KindKey, LevelKey, MemberId, OrganizationId, WorkspaceKindKey};

use crate::StoreError;

/// Reading what is in use.
#[async_trait]
pub trait Holdings: Send {
    /// All grants by their contents, the commonest first.
    async fn all(&mut self, organization: OrganizationId) -> Result<Vec<Holding>, StoreError>;

    /// Who has a grant of one of these very contents: up to so many, by id.
    async fn holders(&mut self, organization: OrganizationId, contents: &[Offer], up_to: u32) -> Result<Vec<MemberId>, StoreError>;

    /// Which of them hold contacts: up to so many, by id.
    async fn holders_of_contacts(
        &mut self,
        organization: OrganizationId,
        contents: &[Offer],
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError>;

    /// Who has one of these levels and none of those, and hasn't chosen exactly one of a kind: up to so many, by id.
    async fn not_exactly_one(
        &mut self,
        organization: OrganizationId,
        kind: &KindKey,
        levels: &BTreeSet<LevelKey>,
        except: &BTreeSet<LevelKey>,
        up_to: u32,
    ) -> Result<Vec<MemberId>, StoreError>;

    /// The kinds of resources of which there are any.
    async fn kinds(&mut self, organization: OrganizationId) -> Result<BTreeMap<KindKey, KindUse>, StoreError>;

    /// How many workspaces there are of each kind.
    async fn workspace_kinds(&mut self, organization: OrganizationId) -> Result<BTreeMap<WorkspaceKindKey, u64>, StoreError>;
}

/// Writing what the locked organization's words become.
#[async_trait]
pub trait HoldingChanges: Send {
    /// Marks everybody with a grant of these very contents as changed, so that whoever waits to hold one of them reads their grants
    /// anew. It comes before portfolios are so much as read.
    async fn touch(&mut self, contents: &Offer) -> Result<(), StoreError>;

    /// Makes all grants of these very contents hold the others, each at its next version. It takes a handful of statements, each of
    /// which looks at all grants of the organization.
    async fn rewrite(&mut self, before: &Offer, after: &Offer) -> Result<(), StoreError>;

    /// Makes all workspaces of one kind be of the other, each at its next version.
    async fn rename_workspace_kind(&mut self, before: &WorkspaceKindKey, after: &WorkspaceKindKey) -> Result<(), StoreError>;

    /// Forgets what was chosen of a kind of which there are no resources.
    async fn forget_kind(&mut self, kind: &KindKey) -> Result<(), StoreError>;
}
