//! Somebody inside an organization: the principal of every route below `/organizations/{org}`.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::{OwnSession, Principal};
use tenure_usecases::{Caller, Reader};

use crate::bearer::{Presented, presented};
use crate::problem_of::session_required;
use crate::signed_in::{nobody, note};
use crate::{AppState, Ids, Problem};

/// What somebody is told who isn't inside.
const UNKNOWN: &str = "there is no such organization here, or it isn't yours to know of";

/// Somebody signed in, or a program with a token, who is an active member of the organization in the path. To all others it doesn't exist.
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
        Caller::of(&self.principal)
    }

    /// Refused unless they signed in themselves: no program asks this for them.
    pub fn by_session(&self) -> Result<&OwnSession, Problem> {
        self.principal.session().ok_or_else(session_required)
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

/// Somebody with this principal, if they are inside and have the second factor that is required there.
fn entered(principal: Principal, organization: Option<OrganizationId>) -> Result<Inside, Problem> {
    // A token's organization may be another than the one asked for.
    let is_it = |one: &Organization| Some(one.id) == organization && one.active;
    let switched_on = principal.organization.as_ref().is_some_and(is_it);
    let active = principal.membership.as_ref().is_some_and(|(membership, _)| membership.status == Status::Active);
    let organization = organization.filter(|_| switched_on && active).ok_or_else(|| Problem::not_found(UNKNOWN))?;
    let required = principal.organization.as_ref().is_some_and(|organization| organization.second_factor_required);
    if required && !principal.has_factor { Err(Problem::factor_missing()) } else { Ok(Inside { principal, organization }) }
}

impl FromRequestParts<AppState> for Inside {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let Present { inside, .. } = Present::from_request_parts(parts, state).await?;
        // Of tokens it is noted there.
        if inside.principal.token().is_none() {
            note(state, &inside.principal).await;
        }
        Ok(inside)
    }
}

/// Somebody inside whose request isn't taken for activity: their client sends it by itself, or keeps it open.
#[derive(Clone, Debug)]
pub struct Present {
    /// Who they are.
    pub inside: Inside,
    presented: Presented,
}

impl Present {
    /// The same, as the database knows them now; none if they are inside no more.
    pub async fn again(&self, state: &AppState) -> Result<Option<Inside>, Problem> {
        let organization = self.inside.organization;
        let principal = self.presented.principal(state, Some(organization)).await?;
        Ok(principal.and_then(|principal| entered(principal, Some(organization)).ok()))
    }
}

impl FromRequestParts<AppState> for Present {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let ids = Ids::from_request_parts(parts, state).await?;
        let organization: Option<OrganizationId> = ids.get("org").ok();
        let presented = presented(state, parts).ok_or_else(nobody)?;
        let principal = presented.principal(state, organization).await?.ok_or_else(nobody)?;
        let inside = entered(principal, organization)?;
        // A program that only listens uses its token all the same.
        if inside.principal.token().is_some() {
            note(state, &inside.principal).await;
        }
        Ok(Self { inside, presented })
    }
}
