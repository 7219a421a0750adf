//! Loading what decisions rest on.

use std::collections::{BTreeSet, HashMap};

use tenure_domain::access::Access;
use tenure_domain::bits::Permission;
use tenure_domain::governance::Chair;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::may_grant::{GrantRefused, Granter, may_manage_all};
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::workspace::Place;
use tenure_domain::{MemberId, OrganizationId, UserId, WorkspaceId};
use tenure_port_store::{OrganizationUnit, StoreError, Unit};

use crate::tokens::{is_covered, limited};
use crate::{Caller, Context, Failure};

/// Who acts in an organization, with the rights of this moment.
#[derive(Clone, Debug)]
pub struct Acting {
    /// The organization.
    pub organization: Organization,
    /// Their membership.
    pub membership: Membership,
    /// What they may do.
    pub access: Access,
}

impl Acting {
    /// The acting member. To somebody who isn't an active member of a switched-on organization, it doesn't exist;
    /// somebody without a second factor does nothing where one is required.
    pub async fn load<R>(cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Self, Failure<R>> {
        let standing = cx.standing.ok_or(Failure::Unauthenticated)?;
        let (membership, grants) = standing.membership.clone().ok_or(Failure::NotFound)?;
        let organization = unit.organizations().find(membership.organization).await?.ok_or(Failure::NotFound)?;
        let is_token = matches!(cx.caller, Caller::Token { .. });
        if membership.status != Status::Active || !organization.active {
            return Err(if is_token { Failure::Unauthenticated } else { Failure::NotFound });
        }
        if organization.second_factor_required && !standing.has_factor {
            return Err(Failure::SecondFactorRequired);
        }
        let access = Access::new(organization.setting(), membership.status, &grants);
        if is_token && organization.model.token_permission().is_some() {
            let at: Vec<WorkspaceId> = access.workspaces().collect();
            if !access.takes_tokens(&places(unit, &organization, &at).await?) {
                return Err(Failure::Unauthenticated);
            }
        }
        let Some(token) = &standing.token else { return Ok(Self { organization, membership, access }) };
        let access = limited(access, token, membership.id);
        if !is_covered(unit, &organization, token, &membership, &access).await? {
            return Err(Failure::Unauthenticated);
        }
        Ok(Self { organization, membership, access })
    }

    /// As one who gives.
    pub fn granter(&self) -> Granter<'_> {
        Granter::Member { id: self.membership.id, access: &self.access }
    }

    /// As one who gave.
    pub fn giver(&self) -> Giver {
        Giver::Member(self.membership.id)
    }

    /// Whether this workspace is one of those that they know of: at or below one where they have a grant, or on the way there.
    pub fn workspace_is_seen(&self, place: &Place) -> bool {
        self.access.workspaces().any(|workspace| place.is_within(workspace))
    }

    /// Refuses unless they have this right at this workspace.
    pub fn must<R>(&self, permission: Permission, place: &Place) -> Result<(), Failure<R>> {
        if self.access.can(permission, place) { Ok(()) } else { Err(Failure::Forbidden(missing(permission))) }
    }
}

/// The refusal for a right of the engine's own.
pub(crate) fn missing(permission: Permission) -> GrantRefused {
    use tenure_domain::access_model::engine;
    use tenure_domain::bits::Index;
    GrantRefused::MissingPermission(engine::KEYS.get(permission.at()).copied().unwrap_or("a right of this model"))
}

/// A member with all that decisions about them need.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Their membership.
    pub membership: Membership,
    /// Their grants.
    pub grants: Vec<Grant>,
    /// The workspaces of their grants, in the same order.
    pub places: Vec<Place>,
    /// What they may do.
    pub access: Access,
}

impl Loaded {
    /// A member; none if there is no such.
    pub async fn find(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        member: MemberId,
    ) -> Result<Option<Self>, StoreError> {
        match unit.memberships().find(organization.id, member).await? {
            Some(membership) => Self::of(unit, organization, membership).await.map(Some),
            None => Ok(None),
        }
    }

    /// A membership that has been read already.
    pub async fn of(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        membership: Membership,
    ) -> Result<Self, StoreError> {
        let grants = unit.grants().of(organization.id, membership.id).await?;
        let at: Vec<WorkspaceId> = grants.iter().map(|grant| grant.workspace).collect();
        let places = places(unit, organization, &at).await?;
        let access = Access::new(organization.setting(), membership.status, &grants);
        Ok(Self { membership, grants, places, access })
    }

    /// The same of many, in a few statements, in their order.
    pub async fn of_all(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        memberships: Vec<Membership>,
    ) -> Result<Vec<Self>, StoreError> {
        let ids: Vec<MemberId> = memberships.iter().map(|membership| membership.id).collect();
        let mut grants: HashMap<MemberId, Vec<Grant>> = HashMap::new();
        for grant in unit.grants().of_all(organization.id, &ids).await? {
            grants.entry(grant.member).or_default().push(grant);
        }
        let at: BTreeSet<WorkspaceId> = grants.values().flatten().map(|grant| grant.workspace).collect();
        let at = places(unit, organization, &at.into_iter().collect::<Vec<_>>()).await?;
        let at: HashMap<WorkspaceId, Place> = at.into_iter().map(|place| (place.workspace(), place)).collect();
        let one = |membership: Membership| {
            let grants = grants.remove(&membership.id).unwrap_or_default();
            let places = grants.iter().filter_map(|grant| at.get(&grant.workspace).cloned()).collect();
            let access = Access::new(organization.setting(), membership.status, &grants);
            Self { membership, grants, places, access }
        };
        Ok(memberships.into_iter().map(one).collect())
    }

    /// The grant at one workspace.
    pub fn grant_at(&self, workspace: WorkspaceId) -> Option<&Grant> {
        self.grants.iter().find(|grant| grant.workspace == workspace)
    }

    /// The workspaces at which somebody must manage them who acts on the whole membership: those of all their grants. Somebody
    /// without any grant is theirs to manage who manage at the root.
    pub async fn places_of_all(
        &self,
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
    ) -> Result<Vec<Place>, StoreError> {
        if self.places.is_empty() { places(unit, organization, &[organization.root]).await } else { Ok(self.places.clone()) }
    }

    /// What R8 asks of them. It asks nothing of who doesn't govern, and so nothing is read about them.
    pub async fn chair(&self, unit: &mut (dyn Unit + 'static), organization: &Organization) -> Result<Chair<'_>, StoreError> {
        let (membership, root) = (&self.membership, organization.root);
        if membership.status != Status::Active || !self.access.governs(root) {
            // The chair isn't theirs to leave empty: who else sits there is nobody's question.
            return Ok(Chair { membership, proves: false, root, another: true });
        }
        let proves = match self.membership.user {
            Some(user) => proves(unit, organization, user).await?,
            None => false,
        };
        let governing = organization.governing_levels();
        let except = Some(self.membership.id);
        let another = unit.memberships().another_governor(organization.id, root, &governing, except).await?;
        Ok(Chair { membership, proves, root, another })
    }
}

/// Whether a login can prove who they are, as far as this organization asks for it (R8).
pub(crate) async fn proves(unit: &mut (dyn Unit + 'static), organization: &Organization, user: UserId) -> Result<bool, StoreError> {
    let has_password = unit.users().find(user).await?.is_some_and(|user| user.password_hash.is_some());
    let needs_factor = has_password && organization.second_factor_required;
    Ok(has_password && (!needs_factor || unit.second_factors().find(user).await?.active.is_some()))
}

/// One workspace with its chain; none if there is no such.
pub(crate) async fn place(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    workspace: WorkspaceId,
) -> Result<Option<Place>, StoreError> {
    Ok(places(unit, organization, &[workspace]).await?.pop())
}

/// Several workspaces with their chains; unknown ones are left out.
pub(crate) async fn places(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    of: &[WorkspaceId],
) -> Result<Vec<Place>, StoreError> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let chains = unit.workspaces().chains(organization.id, of).await?;
    Ok(chains.into_iter().filter_map(|steps| Place::new(&organization.model, steps)).collect())
}

/// Writes a member's row before anything of theirs is read that an assignment could still add to; false if they are gone.
pub(crate) async fn touch(unit: &mut (dyn OrganizationUnit + 'static), member: MemberId) -> Result<bool, StoreError> {
    match unit.membership_changes().touch(member).await {
        Ok(()) => Ok(true),
        Err(StoreError::Stale(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// A giver with the rights of this moment: what acceptance asks with (R9).
#[derive(Clone, Debug)]
pub(crate) enum GiverNow {
    Member(Box<Loaded>),
    Operator { governed: bool },
    Server,
    Nobody,
}

impl GiverNow {
    pub(crate) async fn load(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        giver: Giver,
    ) -> Result<Self, StoreError> {
        match giver {
            Giver::Member(id) => {
                let found = Loaded::find(unit, organization, id).await?;
                Ok(found.filter(|giver| giver.access.acts()).map_or(Self::Nobody, |giver| Self::Member(Box::new(giver))))
            }
            Giver::SERVER => Ok(Self::Server),
            Giver::Operator(_) => Ok(Self::Operator { governed: governed(unit, organization).await? }),
        }
    }

    pub(crate) fn granter(&self) -> Granter<'_> {
        match self {
            Self::Member(loaded) => Granter::Member { id: loaded.membership.id, access: &loaded.access },
            Self::Operator { governed } => Granter::Operator { governed: *governed },
            Self::Server => Granter::Server,
            Self::Nobody => Granter::Nobody,
        }
    }
}

/// Who acts, and a member with the places of all of their access. Whom they don't see doesn't exist for them.
pub(crate) async fn known<R>(
    cx: &Context<'_>,
    unit: &mut (dyn Unit + 'static),
    member: MemberId,
) -> Result<(Acting, Loaded, Vec<Place>), Failure<R>> {
    let acting = Acting::load(cx, unit).await?;
    let member = Loaded::find(unit, &acting.organization, member).await?.ok_or(Failure::NotFound)?;
    let places = member.places_of_all(unit, &acting.organization).await?;
    let is_oneself = member.membership.id == acting.membership.id;
    if !is_oneself && !places.iter().any(|place| acting.workspace_is_seen(place)) {
        return Err(Failure::NotFound);
    }
    Ok((acting, member, places))
}

/// Who acts, and a member all of whose access is theirs to manage, not their own (R6). Whom they don't see doesn't exist for them.
pub(crate) async fn managed<R: From<GrantRefused>>(
    cx: &Context<'_>,
    unit: &mut (dyn Unit + 'static),
    member: MemberId,
) -> Result<(Acting, Loaded), Failure<R>> {
    let (acting, member, places) = known(cx, unit, member).await?;
    may_manage_all(acting.granter(), member.membership.id, &member.access, &places)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    Ok((acting, member))
}

/// Whether anybody is in charge, also who has yet to add the second factor that is required: the chair isn't empty then.
pub(crate) async fn governed(unit: &mut (dyn Unit + 'static), organization: &Organization) -> Result<bool, StoreError> {
    Ok(!in_charge(unit, organization, 1).await?.is_empty())
}

/// Who is in charge, up to so many of them.
pub(crate) async fn in_charge(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    up_to: u32,
) -> Result<BTreeSet<MemberId>, StoreError> {
    unit.memberships().in_charge(organization.id, organization.root, &organization.governing_levels(), up_to).await
}

/// The organization that this acts in.
pub(crate) async fn organization<R>(unit: &mut (dyn Unit + 'static), id: OrganizationId) -> Result<Organization, Failure<R>> {
    unit.organizations().find(id).await?.ok_or(Failure::NotFound)
}
