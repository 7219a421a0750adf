//! API tokens: making, replacing and deleting them, for oneself or for somebody whom one manages altogether.

use std::collections::BTreeSet;

use tenure_credentials::ApiToken;
use tenure_domain::access::Access;
use tenure_domain::access_model::Reach;
use tenure_domain::may_grant::{Granter, Widened, may_manage_all};
use tenure_domain::membership::Membership;
use tenure_domain::organization::Organization;
use tenure_domain::selection::{Named, Part, Selected, Selection};
use tenure_domain::token::{NewToken, Reached, Token, TokenFacts, TokenRefused, covers, delete, make, replace};
use tenure_domain::workspace::Place;
use tenure_domain::{Decided, Instant, MemberId, Name, OrganizationId, PermissionKey, TokenId, WorkspaceId};
use tenure_port_store::{LiveToken, OrganizationUnit, Principal, StoreError, Unit};

use crate::selecting::named;
use crate::{Acting, Context, Failure, InOrganization, Loaded, Reader, Tenure, Tools, UseCase, load};

/// Asks for a token.
#[derive(Clone, Debug)]
pub struct MakeToken {
    /// The tenant.
    pub organization: OrganizationId,
    /// For whom a program shall act.
    pub member: MemberId,
    /// What it is for.
    pub name: Name,
    /// For which permissions alone, if not for all of theirs.
    pub permissions: Option<BTreeSet<PermissionKey>>,
    /// When it shall end by itself.
    pub expires_at: Option<Instant>,
}

/// Asks for a token in the place of another, which ends.
#[derive(Clone, Copy, Debug)]
pub struct ReplaceToken {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose.
    pub member: MemberId,
    /// The older one.
    pub token: TokenId,
    /// When the new one shall end by itself, if not when the older one would have.
    pub expires_at: Option<Instant>,
}

/// Asks for a token to end.
#[derive(Clone, Copy, Debug)]
pub struct DeleteToken {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose.
    pub member: MemberId,
    /// Which.
    pub token: TokenId,
}

impl Tenure {
    /// For whom a token acts, found by the hash of its secret; none for one that lets nobody in, or no more: its member has to be
    /// active, with the permission that the access model asks for it, and whoever made it for them able to do and see all that it is for.
    pub async fn by_token(&self, secret_hash: &[u8; 32]) -> Result<Option<Principal>, StoreError> {
        let Tools { store, clock, .. } = self.tools();
        let Some(principal) = store.queries().token_principal(secret_hash, clock.now()).await? else { return Ok(None) };
        let Ok(reader) = Reader::new(self, &principal) else { return Ok(None) };
        let Some(token) = principal.token() else { return Ok(None) };
        if token.made_by != reader.membership.id {
            let mut unit = store.snapshot().await?;
            if !is_covered(&mut *unit, &reader.organization, token, &reader.membership, &reader.access).await? {
                return Ok(None);
            }
        }
        Ok(Some(principal))
    }
}

/// A token that was made, with its secret: nobody can be shown that again.
#[derive(Debug)]
pub struct MadeToken {
    /// The token.
    pub token: Token,
    /// The secret.
    pub secret: ApiToken,
}

/// The access that a token leaves of its member's.
pub(crate) fn limited(access: Access, token: &LiveToken, member: MemberId) -> Access {
    let access = if token.made_by == member { access } else { access.lent() };
    match &token.permissions {
        Some(permissions) => access.limited_to(permissions),
        None => access,
    }
}

/// Whether a token is for no more than its maker can do and see at this moment, of somebody whom they still manage altogether. Of one's own it
/// always is.
///
/// INVARIANT: this is asked at every use. Who made a token for somebody else may know its secret, and must not come by it to what
/// that member is given later, or to what they lose themselves (R6, R16).
pub(crate) async fn is_covered(
    unit: &mut (dyn Unit + 'static),
    organization: &Organization,
    token: &LiveToken,
    membership: &Membership,
    access: &Access,
) -> Result<bool, StoreError> {
    if token.made_by == membership.id {
        return Ok(true);
    }
    let Some(maker) = Loaded::find(unit, organization, token.made_by).await? else { return Ok(false) };
    let ground = Ground::load(unit, organization, (maker.membership.id, &maker.access), (membership.id, access)).await?;
    let granter = Granter::Member { id: maker.membership.id, access: &maker.access };
    let theirs: Vec<Place> =
        ground.places.iter().filter(|place| access.workspaces().any(|at| at == place.workspace())).cloned().collect();
    Ok(may_manage_all(granter, membership.id, access, &theirs).is_ok()
        && covers(&maker.access, access, &ground.places, &ground.reached(&maker.access, access)))
}

/// Where two members have access, and what each of them chose.
struct Ground {
    places: Vec<Place>,
    own: Vec<Selected>,
    theirs: Vec<Selected>,
    named: Named,
}

impl Ground {
    async fn load(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        (one, own): (MemberId, &Access),
        (other, theirs): (MemberId, &Access),
    ) -> Result<Self, StoreError> {
        let at: BTreeSet<WorkspaceId> = own.workspaces().chain(theirs.workspaces()).collect();
        let at: Vec<WorkspaceId> = at.into_iter().collect();
        let places = load::places(unit, organization, &at).await?;
        if one == other || organization.model.resource_kinds().is_empty() {
            return Ok(Self { places, own: Vec::new(), theirs: Vec::new(), named: Named::NOTHING });
        }
        let own = unit.selections().of(organization.id, one).await?;
        let theirs = unit.selections().of(organization.id, other).await?;
        let parts: BTreeSet<Part> = theirs.iter().flat_map(|one| one.selection.parts()).collect();
        let named = named(unit, organization.id, parts).await?;
        Ok(Self { places, own, theirs, named })
    }

    fn reached(&self, own: &Access, theirs: &Access) -> Vec<Reached<'_>> {
        let reached = theirs.model().resource_kinds().iter().filter_map(|kind| {
            let theirs = match theirs.reach_into(&kind.key) {
                Reach::None => return None,
                Reach::All => Widened::ALL,
                Reach::Choose | Reach::ExactlyOne => Widened::by(chosen(&self.theirs, &kind.key), &self.named),
            };
            Some(Reached { reach: own.reach_into(&kind.key), own: chosen(&self.own, &kind.key), theirs })
        });
        reached.collect()
    }
}

fn chosen<'a>(of: &'a [Selected], kind: &str) -> &'a Selection {
    let found = of.iter().find(|one| one.kind.as_str() == kind);
    found.map_or(&Selection::None, |one| &one.selection)
}

/// What decisions about somebody's tokens rest on, loaded.
struct Whose {
    acting: Acting,
    member: Loaded,
    places: Vec<Place>,
    ground: Ground,
    standing: Vec<Token>,
}

impl Whose {
    async fn load(cx: &Context<'_>, unit: &mut (dyn Unit + 'static), member: MemberId) -> Result<Self, Failure<TokenRefused>> {
        // INVARIANT: a token makes no token, and ends none: whoever finds one can't make themselves at home by it.
        cx.by_session()?;
        let acting = Acting::load(cx, unit).await?;
        let organization = &acting.organization;
        let member = Loaded::find(unit, organization, member).await?.ok_or(Failure::NotFound)?;
        let places = member.places_of_all(unit, organization).await?;
        let (by, whom) = (acting.membership.id, member.membership.id);
        if by != whom && !places.iter().any(|place| acting.workspace_is_seen(place)) {
            return Err(Failure::NotFound);
        }
        let ground = Ground::load(unit, organization, (by, &acting.access), (whom, &member.access)).await?;
        let standing = unit.tokens().of(organization.id, whom, cx.now).await?;
        Ok(Self { acting, member, places, ground, standing })
    }

    fn reached(&self) -> Vec<Reached<'_>> {
        self.ground.reached(&self.acting.access, &self.member.access)
    }

    fn facts<'a>(&'a self, reached: &'a [Reached<'a>], now: Instant) -> TokenFacts<'a> {
        TokenFacts {
            by: self.acting.membership.id,
            own: &self.acting.access,
            membership: &self.member.membership,
            access: &self.member.access,
            places: &self.places,
            grounds: &self.ground.places,
            reached,
            standing: self.standing.len(),
            most: self.acting.organization.tokens_per_member,
            now,
        }
    }

    fn token(&self, id: TokenId) -> Result<&Token, Failure<TokenRefused>> {
        self.standing.iter().find(|token| token.id == id).ok_or(Failure::NotFound)
    }
}

/// Keeps what was decided, under a secret that is made now.
async fn keep(unit: &mut (dyn OrganizationUnit + 'static), decided: Decided<Token>) -> Result<Decided<MadeToken>, StoreError> {
    let secret = ApiToken::generate(&mut rand::rng());
    unit.token_changes().insert(&decided.value, &secret.hash()).await?;
    Ok(decided.map(|token| MadeToken { token, secret }))
}

impl UseCase for MakeToken {
    // Whoever deactivates or deletes the member comes before it, or ends it too (e2).
    type Lock = InOrganization;
    type Done = MadeToken;
    type Refusal = TokenRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<MadeToken>, Failure<TokenRefused>> {
        let whose = Whose::load(cx, unit, self.member).await?;
        let ask =
            NewToken { id: cx.id(), name: self.name.clone(), permissions: self.permissions.clone(), expires_at: self.expires_at };
        let decided = make(&whose.facts(&whose.reached(), cx.now), ask).map_err(Failure::Refused)?;
        Ok(keep(unit, decided).await?)
    }
}

impl UseCase for ReplaceToken {
    type Lock = InOrganization;
    type Done = MadeToken;
    type Refusal = TokenRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<MadeToken>, Failure<TokenRefused>> {
        let whose = Whose::load(cx, unit, self.member).await?;
        let older = whose.token(self.token)?;
        let decided = replace(&whose.facts(&whose.reached(), cx.now), older, cx.id(), self.expires_at).map_err(Failure::Refused)?;
        unit.token_changes().remove(older.id).await?;
        Ok(keep(unit, decided).await?)
    }
}

impl UseCase for DeleteToken {
    type Lock = InOrganization;
    type Done = ();
    type Refusal = TokenRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<()>, Failure<TokenRefused>> {
        let whose = Whose::load(cx, unit, self.member).await?;
        let token = whose.token(self.token)?;
        let decided = delete(&whose.facts(&[], cx.now), token).map_err(Failure::Refused)?;
        unit.token_changes().remove(token.id).await?;
        Ok(decided)
    }
}
