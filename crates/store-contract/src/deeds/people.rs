//! Loading what decisions rest on.

use std::collections::BTreeSet;

use tenure_domain::access::Access;
use tenure_domain::governance::Chair;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Membership;
use tenure_domain::organization::Organization;
use tenure_domain::revocation::Held;
use tenure_domain::selection::{Named, Selection};
use tenure_domain::workspace::Place;
use tenure_domain::{MemberId, OrganizationId, WorkspaceId};
use tenure_port_store::{StoreError, Unit};

use super::Refused;

/// A member with what they hold.
pub(crate) struct Person {
    pub(crate) membership: Membership,
    pub(crate) grants: Vec<Grant>,
    pub(crate) access: Access,
}

impl Person {
    pub(crate) async fn find(unit: &mut dyn Unit, organization: &Organization, id: MemberId) -> Result<Self, Refused> {
        let membership = unit.memberships().find(organization.id, id).await?.ok_or(Refused::Missing)?;
        Ok(Self::of(unit, organization, membership).await?)
    }

    /// Somebody who can't lose anything until the unit ends: their row is held before their grants are read.
    pub(crate) async fn hold(unit: &mut dyn Unit, organization: &Organization, id: MemberId) -> Result<Self, Refused> {
        let membership = unit.memberships().hold(organization.id, id).await?.ok_or(Refused::Missing)?;
        Ok(Self::of(unit, organization, membership).await?)
    }

    /// The same, read again with the access model of now.
    pub(crate) async fn anew(self, unit: &mut dyn Unit, organization: OrganizationId) -> Result<Self, Refused> {
        let organization = unit.organizations().find(organization).await?.ok_or(Refused::Missing)?;
        Ok(Self::of(unit, &organization, self.membership).await?)
    }

    async fn of(unit: &mut dyn Unit, organization: &Organization, membership: Membership) -> Result<Self, StoreError> {
        let grants = unit.grants().of(organization.id, membership.id).await?;
        let access = Access::new(organization.setting(), membership.status, &grants);
        Ok(Self { membership, grants, access })
    }

    pub(crate) fn granter(&self) -> Granter<'_> {
        Granter::Member { id: self.membership.id, access: &self.access }
    }

    pub(crate) fn giver(&self) -> Giver {
        Giver::Member(self.membership.id)
    }

    pub(crate) fn grant_at(&self, workspace: WorkspaceId) -> Option<&Grant> {
        self.grants.iter().find(|grant| grant.workspace == workspace)
    }

    /// What R8 asks of them.
    pub(crate) async fn chair(&self, unit: &mut dyn Unit, organization: &Organization) -> Result<Chair<'_>, StoreError> {
        let governing = organization.governing_levels();
        let except = Some(self.membership.id);
        let another = unit.memberships().another_governor(organization.id, organization.root, &governing, except).await?;
        let user = match self.membership.user {
            Some(user) => unit.users().find(user).await?,
            None => None,
        };
        let has_factor = match self.membership.user {
            Some(user) => unit.second_factors().find(user).await?.active.is_some(),
            None => false,
        };
        let proves = user.is_some_and(|user| user.password_hash.is_some()) && (has_factor || !organization.second_factor_required);
        Ok(Chair { membership: &self.membership, proves, root: organization.root, another })
    }
}

/// A workspace with its ancestors.
pub(crate) async fn place(unit: &mut dyn Unit, organization: &Organization, workspace: WorkspaceId) -> Result<Place, Refused> {
    let chain = unit.workspaces().chains(organization.id, &[workspace]).await?.pop().ok_or(Refused::Missing)?;
    Place::new(&organization.model, chain).ok_or(Refused::Missing)
}

/// Portfolios with the workspaces that they are in.
pub(crate) async fn placed(
    unit: &mut dyn Unit,
    organization: &Organization,
    portfolios: Vec<tenure_domain::contact::Portfolio>,
) -> Result<Vec<Held>, Refused> {
    let mut held = Vec::with_capacity(portfolios.len());
    for portfolio in portfolios {
        let place = place(unit, organization, portfolio.workspace).await?;
        held.push(Held { portfolio, place });
    }
    Ok(held)
}

/// What these selections name, as far as it exists.
pub(crate) async fn named(
    unit: &mut dyn Unit,
    organization: &Organization,
    selections: impl IntoIterator<Item = &Selection>,
) -> Result<Named, Refused> {
    let (mut resources, mut groups) = (BTreeSet::new(), BTreeSet::new());
    for selection in selections {
        resources.extend(selection.resources());
        groups.extend(selection.groups());
    }
    let (resources, groups): (Vec<_>, Vec<_>) = (resources.into_iter().collect(), groups.into_iter().collect());
    Ok(Named {
        resources: unit.resources().find_all(organization.id, &resources).await?,
        groups: unit.resource_groups().find_all(organization.id, &groups).await?,
    })
}
