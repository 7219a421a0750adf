//! Somebody inside an organization: the principal of every route below `/organizations/{org}`.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::Principal;
use tenure_usecases::{Caller, Reader};

use crate::signed_in::{note, presented};
use crate::{AppState, Ids, Problem};

/// What somebody is told who isn't inside.
const UNKNOWN: &str = "there is no such organization here, or it isn't yours to know of";

/// Somebody signed in who is an active member of the organization in the path. To all others it doesn't exist.
#[derive(Clone, Debug)]
pub struct Inside {
    /// Who they are.
    pub principal: Principal,
    /// The organization in the path.
    pub organization: OrganizationId,
}

impl Inside {
    /// As a caller.
    pub fn caller(&self) -> Caller {
        Caller::Session { session: self.principal.session.id, user: self.principal.user.id }
    }

    /// Their membership's id.
    pub fn member(&self) -> Result<MemberId, Problem> {
        self.membership().map(|membership| membership.id)
    }

    /// Their membership.
    pub fn membership(&self) -> Result<&Membership, Problem> {
        let membership = self.principal.membership.as_ref().map(|(membership, _)| membership);
        membership.ok_or_else(|| Problem::not_found(UNKNOWN))
    }

    /// As a reader.
    pub fn reader<'a>(&self, state: &'a AppState) -> Result<Reader<'a>, Problem> {
        Ok(Reader::new(state.tenure(), &self.principal)?)
    }
}

/// Somebody with this principal, if they are inside.
fn entered(principal: Principal, organization: Option<OrganizationId>) -> Option<Inside> {
    let switched_on = principal.organization.as_ref().is_some_and(|organization| organization.active);
    let active = principal.membership.as_ref().is_some_and(|(membership, _)| membership.status == Status::Active);
    organization.filter(|_| switched_on && active).map(|organization| Inside { principal, organization })
}

impl FromRequestParts<AppState> for Inside {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let Present { inside, .. } = Present::from_request_parts(parts, state).await?;
        note(state, &inside.principal).await;
        Ok(inside)
    }
}

/// Somebody inside whose request isn't taken for activity: their client sends it by itself, or keeps it open.
#[derive(Clone, Debug)]
pub struct Present {
    /// Who they are.
    pub inside: Inside,
    secret_hash: [u8; 32],
}

impl Present {
    /// The same, as the database knows them now; none if they are inside no more.
    pub async fn again(&self, state: &AppState) -> Result<Option<Inside>, Problem> {
        let (organization, now) = (self.inside.organization, state.tenure().tools().clock.now());
        let principal = state.queries().principal(&self.secret_hash, Some(organization), now).await?;
        Ok(principal.and_then(|principal| entered(principal, Some(organization))))
    }
}

impl FromRequestParts<AppState> for Present {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let ids = Ids::from_request_parts(parts, state).await?;
        let organization: Option<OrganizationId> = ids.get("org").ok();
        let nobody = || Problem::unauthenticated("sign in first");
        let secret_hash = presented(state, parts).ok_or_else(nobody)?;
        let now = state.tenure().tools().clock.now();
        let principal = state.queries().principal(&secret_hash, organization, now).await?.ok_or_else(nobody)?;
        let inside = entered(principal, organization).ok_or_else(|| Problem::not_found(UNKNOWN))?;
        Ok(Self { inside, secret_hash })
    }
}
