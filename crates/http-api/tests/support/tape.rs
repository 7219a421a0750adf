//! A tape: requests and their answers as one text, for snapshots. Times are the clock's; ids are numbered as they turn up.

use std::collections::HashMap;
use std::fmt::Write;

use serde_json::Value;

use super::answer::Answer;

const TOLD: [&str; 6] = ["allow", "etag", "idempotency-replayed", "link", "retry-after", "set-cookie"];

/// What was asked and answered while it ran.
#[derive(Default)]
pub(crate) struct Tape {
    running: bool,
    text: String,
    ids: HashMap<String, usize>,
}

impl Tape {
    /// Begins to record.
    pub(crate) fn start(&mut self) {
        self.running = true;
    }

    /// Puts a heading.
    pub(crate) fn chapter(&mut self, title: &str) {
        let _ = writeln!(self.text, "## {title}\n");
    }

    /// What was recorded so far.
    pub(crate) fn take(&mut self) -> String {
        self.running = false;
        std::mem::take(&mut self.text)
    }

    pub(crate) fn record(&mut self, body: Option<&[u8]>, answer: &Answer) {
        if !self.running {
            return;
        }
        let mut text = format!("{}\n", answer.asked);
        if let Some(body) = body {
            let _ = writeln!(text, "{}", String::from_utf8_lossy(body));
        }
        let _ = writeln!(text, "-> {}", answer.status);
        for name in TOLD {
            if let Some(value) = answer.header(name) {
                let _ = writeln!(text, "{name}: {value}");
            }
        }
        match serde_json::from_slice::<Value>(&answer.body) {
            Ok(json) => drop(writeln!(text, "{json:#}")),
            Err(_) => text.push_str(&answer.text()),
        }
        text.push('\n');
        let redacted = self.redacted(&text);
        self.text.push_str(&redacted);
    }

    fn redacted(&mut self, text: &str) -> String {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            let (head, tail) = rest.split_at(word);
            out.push_str(&self.word(head));
            let other = tail.find(is_word).unwrap_or(tail.len());
            let (between, tail) = tail.split_at(other);
            out.push_str(between);
            rest = tail;
        }
        out
    }

    fn word(&mut self, word: &str) -> String {
        if word.len() == 36 && word.parse::<uuid::Uuid>().is_ok() {
            let next = self.ids.len() + 1;
            return format!("id-{}", *self.ids.entry(word.to_owned()).or_insert(next));
        }
        let is_fingerprint = word.len() == 67 && word.split('-').all(|part| part.len() == 16);
        match word.len() {
            67 if is_fingerprint => "(fingerprint)".to_owned(),
            40.. => "(sealed)".to_owned(),
            _ => word.to_owned(),
        }
    }
}
