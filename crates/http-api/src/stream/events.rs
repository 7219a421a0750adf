//! Events as they go over the wire, and their ids.

use std::fmt::Write as _;

use serde_json::{Value, json};
use tenure_domain::MemberId;
use tenure_domain::job::Job;
use tenure_http_base::{AppState, Cursors, Problem};
use tenure_port_store::Position;
use tenure_usecases::Heard;
use utoipa::ToSchema;
use uuid::Uuid;

/// How many people one event names.
const NAMED: usize = 1_000;

/// An event, as those who read the stream are given it.
#[derive(ToSchema)]
#[expect(dead_code, reason = "events are written as text; this is how they are described")]
pub(super) struct EventView {
    /// `presence`, `members`, `jobs`, `journal` or `reset`.
    event: String,
    /// What to send as `Last-Event-ID` to go on after it.
    id: String,
    /// What happened, as JSON: for `presence` `whole`, `online` and `offline`, for `members` `member` and `kind`, for `jobs` `job`,
    /// `state`, `total`, `done` and `refused`, for `journal` `position`, for `reset` nothing.
    data: String,
}

/// Ids of events: positions of the journal, sealed, because how many entries it has is not everybody's to know.
#[derive(Debug)]
pub(super) struct Ids(pub(super) Cursors);

impl Ids {
    fn seal(&self, state: &AppState, position: u64) -> String {
        self.0.seal(state, &Position { key: position.to_string(), id: Uuid::nil() })
    }

    /// The position of an id. One that was made for somebody else is malformed.
    pub(super) fn open(&self, state: &AppState, id: &str) -> Result<u64, Problem> {
        let position = self.0.open(state, id)?;
        position.key.parse().map_err(|_| Problem::malformed("this id is none of this stream's").with_rule("bad_cursor"))
    }
}

/// Events that are written one after the other. `position` is that of the last one, which a client goes on from.
#[derive(Debug)]
pub(super) struct Events<'a> {
    state: &'a AppState,
    ids: &'a Ids,
    text: String,
}

impl<'a> Events<'a> {
    pub(super) const fn new(state: &'a AppState, ids: &'a Ids) -> Self {
        Self { state, ids, text: String::new() }
    }

    fn push(&mut self, event: &str, position: u64, data: &Value) {
        let id = self.ids.seal(self.state, position);
        // Writing into a string can't fail; JSON has no line breaks of its own.
        let _ = write!(self.text, "event: {event}\nid: {id}\ndata: {data}\n\n");
    }

    /// After how long to come again.
    pub(super) fn retry(&mut self) {
        self.text.push_str("retry: 2000\n\n");
    }

    /// That the line is there still. It carries an id whether or not anything happened, so that it tells nothing of what did.
    pub(super) fn heartbeat(&mut self, position: u64) {
        let id = self.ids.seal(self.state, position);
        let _ = write!(self.text, ":\nid: {id}\n\n");
    }

    /// That more was missed than is told.
    pub(super) fn reset(&mut self, position: u64) {
        self.push("reset", position, &json!({}));
    }

    /// How far the journal goes.
    pub(super) fn journal(&mut self, position: u64) {
        self.push("journal", position, &json!({ "position": position }));
    }

    /// How far these jobs are.
    pub(super) fn jobs(&mut self, jobs: &[Job], position: u64) {
        for Job { id, state, total, done, refused, .. } in jobs {
            let data = json!({ "job": id, "state": state.word(), "total": total, "done": done, "refused": refused });
            self.push("jobs", position, &data);
        }
    }

    /// Who is online, all of them.
    pub(super) fn online(&mut self, online: &[MemberId], position: u64) {
        let mut parts = online.chunks(NAMED);
        let mut part = |whole: bool, online: &[MemberId]| {
            self.push("presence", position, &json!({ "whole": whole, "online": online, "offline": [] }));
        };
        part(true, parts.next().unwrap_or_default());
        parts.for_each(|next| part(false, next));
    }

    /// What was heard of a wave up to this position.
    pub(super) fn heard(&mut self, heard: &Heard, position: u64) {
        if heard.is_too_much {
            self.reset(position);
        }
        for (position, member, kind) in &heard.members {
            self.push("members", *position, &json!({ "member": member, "kind": kind }));
        }
        if let Some(position) = heard.journal {
            self.journal(position);
        }
        self.jobs(&heard.jobs, position);
        let came = heard.came.chunks(NAMED).map(|came| (came, &[][..]));
        let went = heard.went.chunks(NAMED).map(|went| (&[][..], went));
        for (online, offline) in came.chain(went) {
            self.push("presence", position, &json!({ "whole": false, "online": online, "offline": offline }));
        }
    }

    /// The text of all of them; none if there are none.
    pub(super) fn text(self) -> Option<String> {
        (!self.text.is_empty()).then_some(self.text)
    }
}
