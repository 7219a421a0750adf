//! A stream of events that somebody has open.

use std::time::Duration;

use reqwest::Response;
use serde_json::Value;
use tokio::time::timeout;

/// For how long an event is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Something that was heard.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    /// What sort of event.
    pub kind: String,
    /// Its id, to go on from.
    pub id: String,
    /// What it says.
    pub data: Value,
}

impl Event {
    /// Whether it says that somebody came (in `online`) or went (in `offline`).
    pub fn names(&self, list: &str, member: &str) -> bool {
        self.kind == "presence" && self.data[list].as_array().unwrap().iter().any(|one| one == member)
    }
}

/// A stream that is open.
pub struct Stream {
    response: Response,
    bytes: Vec<u8>,
}

impl Stream {
    pub(crate) fn of(response: Response) -> Self {
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self { response, bytes: Vec::new() }
    }

    /// The next event; none at the end, however it came.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(end) = self.bytes.windows(2).position(|pair| pair == b"\n\n") {
                let block = String::from_utf8(self.bytes.drain(..end + 2).collect()).unwrap();
                let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
                if let (Some(kind), Some(id), Some(data)) = (field("event: "), field("id: "), field("data: ")) {
                    return Some(Event { kind, id, data: serde_json::from_str(&data).unwrap() });
                }
                continue;
            }
            match timeout(PATIENCE, self.response.chunk()).await.expect("nothing is heard") {
                Ok(Some(chunk)) => self.bytes.extend_from_slice(&chunk),
                Ok(None) | Err(_) => return None,
            }
        }
    }

    /// The next event for which this holds.
    pub async fn until(&mut self, is_it: impl Fn(&Event) -> bool) -> Event {
        // Heartbeats don't count: what doesn't come is missed. Somebody whose process died is online for half a minute.
        let waited = timeout(2 * PATIENCE, async {
            loop {
                let event = self.next().await.expect("the stream goes on");
                if is_it(&event) {
                    return event;
                }
            }
        });
        waited.await.expect("it is not heard")
    }
}
