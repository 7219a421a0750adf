//! Reading text into types, and collecting what can't be read.

use std::fmt::Display;
use std::fs;

use super::Problem;
use super::layers::{Layers, Setting};

/// The layers while they are read. Everything asked for that can't be read is a problem and absent.
pub(super) struct Reading<'a> {
    layers: &'a Layers,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(layers: &'a Layers) -> Self {
        Self { layers, problems: layers.problems.clone() }
    }

    /// What the layers say about a key.
    pub(super) fn setting(&self, key: &str) -> Option<&'a Setting> {
        self.layers.get(key)
    }

    /// The text of a key.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        self.parsed(key, |text| Ok::<_, &str>(text.to_owned()))
    }

    /// A key's text, read. The reader's complaint repeats the text only where it is no secret.
    pub(super) fn parsed<T, E: Display>(&mut self, key: &str, read: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        let bytes = self.bytes(key)?;
        let Ok(text) = std::str::from_utf8(&bytes) else {
            self.wrong(key, "it is not UTF-8");
            return None;
        };
        // An editor ends a file with a line break that belongs to no secret.
        match read(text.trim_end_matches(['\r', '\n'])) {
            Ok(value) => Some(value),
            Err(complaint) => {
                self.wrong(key, complaint);
                None
            }
        }
    }

    /// A key's bytes: its text, or what the file holds that it names.
    pub(super) fn bytes(&mut self, key: &str) -> Option<Vec<u8>> {
        let setting = self.setting(key)?;
        if !setting.in_file {
            return Some(setting.text.clone().into_bytes());
        }
        match fs::read(&setting.text) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                self.wrong(key, format!("the file {} can't be read: {error}", setting.text));
                None
            }
        }
    }

    /// Something is wrong with what was said about a key, or with nothing having been said.
    pub(super) fn wrong(&mut self, key: &str, what: impl Display) {
        self.problems.push(match self.setting(key) {
            Some(setting) => Problem::at(key, &setting.origin, what),
            None => Problem::of(key, what),
        });
    }

    pub(super) fn problems(self) -> Vec<Problem> {
        self.problems
    }
}
