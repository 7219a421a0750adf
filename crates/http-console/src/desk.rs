//! What a page of an organization is made at: who asks, for what, and the way to read on their behalf.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tenure_domain::Instant;
use tenure_http_base::{AppState, Cursors, Ids, Inside, ListAsk, Problem, perform};
use tenure_usecases::{Reader, UseCase};

use crate::asked::Asked;
use crate::form::{Notice, said};
use crate::frame::{Frame, Place};
use crate::words::Words;

/// What a page of an organization is made at.
pub(crate) struct Desk {
    pub(crate) state: AppState,
    pub(crate) inside: Inside,
    pub(crate) ids: Ids,
    pub(crate) asked: Asked,
}

impl FromRequestParts<AppState> for Desk {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let inside = Inside::from_request_parts(parts, state).await?;
        let ids = Ids::from_request_parts(parts, state).await?;
        let asked = Asked::from_request_parts(parts, state).await.unwrap_or_else(|never| match never {});
        let asked = match &inside.principal.membership {
            Some((membership, _)) => asked.for_reader(membership.profile.language, membership.profile.time_zone),
            None => asked,
        };
        Ok(Self { state: state.clone(), inside, ids, asked })
    }
}

impl Desk {
    /// Reading on behalf of who asks.
    pub(crate) async fn reader(&self) -> Result<Reader<'_>, Problem> {
        self.inside.reader(&self.state).await
    }

    /// Carrying out on behalf of who asks.
    pub(crate) async fn perform<U: UseCase>(&self, ask: U) -> Result<U::Done, Problem> {
        perform(&self.state, self.inside.caller(), ask).await
    }

    /// A page of the list at this address: filter and sort in whatever form says all of them, and where it goes on.
    pub(crate) fn list(&self, filter: String, sort: &str, limit: Option<u32>, cursor: &str) -> Result<ListAsk, Problem> {
        let cursors = Cursors {
            route: self.asked.uri.path().to_owned(),
            organization: Some(self.inside.organization),
            filter,
            sort: sort.to_owned(),
            actor: self.inside.principal.user.id,
        };
        ListAsk::new(&self.state, limit, said(cursor), cursors)
    }

    pub(crate) fn words(&self) -> Words {
        self.asked.words
    }

    /// The reader's words, and the moment at which they read.
    pub(crate) fn words_now(&self) -> (Words, Instant) {
        (self.asked.words, self.state.tenure().tools().clock.now())
    }

    /// A frame whose title is a sentence of ours.
    pub(crate) fn frame(&self, reader: &Reader<'_>, place: Place, title_key: &str) -> Frame {
        self.titled(reader, place, self.words().say(title_key))
    }

    /// A frame with a title of its own.
    pub(crate) fn titled(&self, reader: &Reader<'_>, place: Place, title: String) -> Frame {
        Frame::inside(self, reader, place, title)
    }

    /// An address below the organization's.
    pub(crate) fn address(&self, rest: &str) -> String {
        format!("/organizations/{}{rest}", self.inside.organization)
    }

    /// What a form that is sent back says.
    pub(crate) fn notice(&self, problem: &Problem) -> Notice {
        Notice::of(problem, self.words())
    }
}
