//! A stream of events, as a client hears it.

use std::time::Duration;

use axum::body::Body;
use http_body_util::BodyExt;
use serde_json::Value;

/// For how long anything is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A stream that is open.
pub(crate) struct Stream {
    body: Body,
    text: String,
}

/// Something that was heard.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) data: Value,
}

fn event(block: &str) -> Option<Event> {
    let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    let data = serde_json::from_str(&field("data: ")?).unwrap();
    Some(Event { kind: field("event: ").unwrap(), id: field("id: ").expect("every event has an id"), data })
}

impl Stream {
    pub(crate) fn of(body: Body) -> Self {
        Self { body, text: String::new() }
    }

    /// What is said until everybody who is online has been named.
    pub(crate) async fn first(mut self) -> String {
        while !self.text.contains("event: presence") {
            assert!(self.more().await, "a stream begins with who is online");
        }
        self.text
    }

    /// Reads on; false at the end.
    async fn more(&mut self) -> bool {
        let frame = tokio::time::timeout(PATIENCE, self.body.frame()).await.expect("nothing comes");
        let Some(frame) = frame else { return false };
        self.text.push_str(std::str::from_utf8(frame.unwrap().data_ref().unwrap()).unwrap());
        true
    }

    /// The next event; none at the end.
    pub(crate) async fn next(&mut self) -> Option<Event> {
        loop {
            while let Some((block, rest)) = self.text.split_once("\n\n") {
                let (event, rest) = (event(block), rest.to_owned());
                self.text = rest;
                if event.is_some() {
                    return event;
                }
            }
            if !self.more().await {
                return None;
            }
        }
    }

    /// The next event for which this holds.
    pub(crate) async fn until(&mut self, is_it: impl Fn(&Event) -> bool) -> Event {
        // Heartbeats don't count: what doesn't come is missed.
        let waited = tokio::time::timeout(PATIENCE, async {
            loop {
                let event = self.next().await.expect("the stream goes on");
                if is_it(&event) {
                    return event;
                }
            }
        });
        waited.await.expect("it is not heard")
    }

    /// The next that happened to a member: who, and what.
    pub(crate) async fn member(&mut self) -> (String, String) {
        let heard = self.until(|event| event.kind == "members").await;
        let text = |field: &str| heard.data[field].as_str().unwrap().to_owned();
        (text("member"), text("kind"))
    }

    /// Whether it ends, whatever it says before.
    pub(crate) async fn ends(mut self) {
        let end = tokio::time::timeout(PATIENCE, async { while self.next().await.is_some() {} });
        end.await.expect("it goes on");
    }
}

impl Event {
    /// Whether it says that somebody came.
    pub(crate) fn says_came(&self, member: &str) -> bool {
        self.names("online", member)
    }

    /// Whether it says that somebody went.
    pub(crate) fn says_went(&self, member: &str) -> bool {
        self.names("offline", member)
    }

    fn names(&self, list: &str, member: &str) -> bool {
        self.kind == "presence" && self.data[list].as_array().unwrap().iter().any(|one| one == member)
    }
}
