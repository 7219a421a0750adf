//! What a page of an organization is made at: who asks, for what, and the way to read on their behalf.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use tenure_domain::Instant;
use tenure_domain::job::Job;
use tenure_http_base::{AppState, Cursors, Ids, Inside, ListAsk, Problem, perform};
use tenure_port_store::{Replay, ReplayKey};
use tenure_usecases::{Answer, InvitePeople, PersonOutcome, PlanImport, Reader, ReplayAsk, UseCase, part_of_route};

use crate::asked::Asked;
use crate::form::{Notice, Once, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::respond::own_address;
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
        // Pages are for people; programs have the API.
        inside.by_session()?;
        let ids = Ids::from_request_parts(parts, state).await?;
        let asked = Asked::from_request_parts(parts, state).await.unwrap_or_else(|never| match never {});
        let asked = match &inside.principal.membership {
            Some((membership, _)) => asked.for_reader(membership.profile.language, membership.profile.time_zone),
            None => asked,
        };
        Ok(Self { state: state.clone(), inside, ids, asked })
    }
}

/// What a form at this address is kept under.
fn form_at(path: &str) -> String {
    format!("form {path}")
}

/// How an answer is kept.
type Render<'a, T> = &'a (dyn Fn(&T) -> (u16, String) + Send + Sync);

/// What is kept of an answer, whether it was given now or before.
fn what_is_kept<T>(answer: Answer<T>, kept: impl Fn(&T) -> String) -> String {
    match answer {
        Answer::Fresh(done) => kept(&done),
        Answer::Replayed(before) => before.body,
    }
}

impl Desk {
    /// Reading on behalf of who asks.
    pub(crate) fn reader(&self) -> Result<Reader<'_>, Problem> {
        self.inside.reader(&self.state)
    }

    /// Carrying out on behalf of who asks.
    pub(crate) async fn perform<U: UseCase>(&self, ask: U) -> Result<U::Done, Problem> {
        perform(&self.state, self.inside.caller(), ask).await
    }

    /// Carries out on behalf of who asks, once for each form that was rendered: what is kept of it is given again when the same
    /// form comes twice.
    pub(crate) async fn once<U: UseCase>(
        &self,
        once: &Once,
        ask: U,
        kept: impl Fn(&U::Done) -> String + Send + Sync,
    ) -> Result<String, Problem> {
        let render = |done: &U::Done| (StatusCode::SEE_OTHER.as_u16(), kept(done));
        let answer = self.state.tenure().perform_once(self.inside.caller(), ask, self.replay(once, &render)).await?;
        Ok(what_is_kept(answer, kept))
    }

    /// Invites on behalf of who asks, once for each form that was rendered: what is kept of each hundred of them, in their order.
    pub(crate) async fn invite(
        &self,
        once: &Once,
        ask: InvitePeople,
        kept: impl Fn(&Vec<PersonOutcome>) -> String + Send + Sync,
    ) -> Result<Vec<String>, Problem> {
        let render = |done: &Vec<PersonOutcome>| (StatusCode::SEE_OTHER.as_u16(), kept(done));
        let answers = self.state.tenure().invite(self.inside.caller(), ask, self.replay(once, &render)).await?;
        Ok(answers.into_iter().map(|answer| what_is_kept(answer, &kept)).collect())
    }

    /// The same for what is told once and never kept; none if this very form was carried out before.
    pub(crate) async fn fresh<U: UseCase>(&self, once: &Once, ask: U) -> Result<Option<U::Done>, Problem> {
        let render = |_: &U::Done| (StatusCode::SEE_OTHER.as_u16(), String::new());
        let answer = self.state.tenure().perform_once(self.inside.caller(), ask, self.replay(once, &render)).await?;
        Ok(if let Answer::Fresh(done) = answer { Some(done) } else { None })
    }

    /// Under which key a form's answer is kept, if it has one.
    fn replay<'a, T>(&self, once: &Once, render: Render<'a, T>) -> Option<ReplayAsk<'a, T>> {
        let route = form_at(self.asked.uri.path());
        once.key.clone().map(|key| ReplayAsk { route, key, body_hash: once.hash.clone(), render })
    }

    /// Plans an import on behalf of who asks, once for each form that was rendered; where its plan is.
    pub(crate) async fn plan_import(&self, once: &Once, ask: PlanImport) -> Result<String, Problem> {
        let address = |plan: &Job| self.address(&format!("/members/import/{}", plan.id));
        let render = |plan: &Job| (StatusCode::SEE_OTHER.as_u16(), address(plan));
        let replay = once.key.clone().map(|key| {
            let body_hash = once.hash.clone();
            ReplayAsk { route: form_at(self.asked.uri.path()), key, body_hash, render: &render }
        });
        Ok(match self.state.tenure().plan_import(self.inside.caller(), ask, replay).await? {
            Answer::Fresh(plan) => address(&plan),
            Answer::Replayed(before) => before.body,
        })
    }

    /// What is kept of everybody who was invited by a form with this key that was sent to another address.
    pub(crate) async fn invited_at(&self, path: &str, key: &str) -> Result<Vec<String>, Problem> {
        let mut kept = Vec::new();
        loop {
            let route = part_of_route(&form_at(path), kept.len());
            let key = ReplayKey { user: self.inside.principal.user.id, route, key: key.to_owned() };
            match self.state.tenure().answered(&key).await? {
                Some(before) => kept.push(before.body),
                None => return Ok(kept),
            }
        }
    }

    /// What is kept of a form that was carried out before, for deeds whose way there can't be gone twice.
    pub(crate) async fn kept(&self, once: &Once) -> Result<Option<String>, Problem> {
        let Some(key) = &once.key else { return Ok(None) };
        let before = self.answered(self.asked.uri.path(), key).await?;
        Ok(before.filter(|before| before.body_hash == once.hash).map(|before| before.body))
    }

    /// What is kept of a form that its reader sent to another address, with this key.
    pub(crate) async fn kept_at(&self, path: &str, key: &str) -> Result<Option<String>, Problem> {
        Ok(self.answered(path, key).await?.map(|before| before.body))
    }

    async fn answered(&self, path: &str, key: &str) -> Result<Option<Replay>, Problem> {
        let key = ReplayKey { user: self.inside.principal.user.id, route: form_at(path), key: key.to_owned() };
        Ok(self.state.tenure().answered(&key).await?)
    }

    /// As if it had been asked for there: for answers to forms whose own address can't be asked for.
    pub(crate) fn at(mut self, rest: &str) -> Self {
        if let Ok(uri) = self.address(rest).parse() {
            self.asked.uri = uri;
        }
        self
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

    /// Whether one of these regions of the page is asked for.
    pub(crate) fn wants(&self, regions: &[&str]) -> bool {
        self.asked.wants(regions)
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

    /// Back to the list that somebody came from, as they had it, with what was done; to the whole list if they came from elsewhere.
    pub(crate) fn back_to(&self, list: &str, from: &str, done: &str) -> String {
        self.list_from(list, from).with("done", done).text()
    }

    /// A list as somebody had it who came from there (g1: no address of anything else).
    pub(crate) fn list_from(&self, list: &str, from: &str) -> Link {
        let list = self.address(list);
        let from: Option<Uri> = own_address(from).and_then(|from| from.parse().ok());
        from.filter(|from| from.path() == list).map_or_else(|| Link::to(&list), |from| Link::here(&from))
    }

    /// What a form that is sent back says.
    pub(crate) fn notice(&self, problem: &Problem) -> Notice {
        Notice::of(problem, self.words())
    }
}
