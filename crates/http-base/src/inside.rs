//! Somebody inside an organization: the principal of every route below `/organizations/{org}`.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tenure_domain::membership::Status;
use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::Principal;
use tenure_usecases::{Caller, Reader};

use crate::signed_in::principal;
use crate::{AppState, Ids, Problem};

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
        Caller::Session { session: self.principal.session, user: self.principal.user.id }
    }

    /// Their membership's id.
    pub fn member(&self) -> Result<MemberId, Problem> {
        let membership = self.principal.membership.as_ref().map(|(membership, _)| membership.id);
        membership.ok_or_else(|| Problem::not_found("there is no such organization here, or it isn't yours to know of"))
    }

    /// As a reader.
    pub async fn reader<'a>(&self, state: &'a AppState) -> Result<Reader<'a>, Problem> {
        Ok(Reader::new(state.tenure(), &self.principal).await?)
    }
}

impl FromRequestParts<AppState> for Inside {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let ids = Ids::from_request_parts(parts, state).await?;
        let organization: Option<OrganizationId> = ids.get("org").ok();
        let principal = principal(state, parts, organization).await?.ok_or_else(|| Problem::unauthenticated("sign in first"))?;
        let switched_on = principal.organization.as_ref().is_some_and(|organization| organization.active);
        let active = principal.membership.as_ref().is_some_and(|(membership, _)| membership.status == Status::Active);
        if let Some((membership, _)) = principal.membership.as_ref().filter(|_| switched_on && active)
            && let Err(error) = state.tenure().seen(membership).await
        {
            // Somebody's request isn't refused because it couldn't be remembered that they made it.
            tracing::warn!(%error, "it could not be remembered when somebody was last active");
        }
        match organization {
            Some(organization) if switched_on && active => Ok(Self { principal, organization }),
            _ => Err(Problem::not_found("there is no such organization here, or it isn't yours to know of")),
        }
    }
}
