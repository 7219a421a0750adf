//! Fields of a request: each is parsed into its domain value, and every wrong one is reported, not just the first.

use std::collections::BTreeSet;
use std::fmt::Display;

use tenure_domain::grant::Offer;
use tenure_domain::{EmailAddress, Instant, KeyRefused, LevelKey, Name, Note, PermissionKey, Reason, RestrictionKey, TextRefused};

use crate::{Problem, instant};

/// What was wrong so far. A field that is absent and one that is wrong both give nothing; [`all_right`](Self::all_right) tells
/// them apart, once for all.
#[derive(Debug, Default)]
pub struct Fields(Vec<(String, String, String)>);

impl Fields {
    /// A parsed value, or a note of what is wrong with it.
    pub fn take<T, E: Display>(&mut self, pointer: &str, code: &str, parsed: Result<T, E>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                self.0.push((pointer.to_owned(), code.to_owned(), error.to_string()));
                None
            }
        }
    }

    fn text<T>(&mut self, pointer: &str, parsed: Result<T, TextRefused>) -> Option<T> {
        let code = parsed.as_ref().err().map_or("", |refused| refused.code());
        self.take(pointer, code, parsed)
    }

    /// A name.
    pub fn name(&mut self, pointer: &str, text: &str) -> Option<Name> {
        self.text(pointer, Name::parse(text))
    }

    /// A name that may be absent.
    pub fn name_if(&mut self, pointer: &str, text: Option<&str>) -> Option<Name> {
        text.and_then(|text| self.name(pointer, text))
    }

    /// A note that may be absent; an empty one is none.
    pub fn note_if(&mut self, pointer: &str, text: Option<&str>) -> Option<Note> {
        let text = text.filter(|text| !text.trim().is_empty());
        text.and_then(|text| self.text(pointer, Note::parse(text)))
    }

    /// A reason that may be absent; an empty one is none.
    pub fn reason_if(&mut self, text: Option<&str>) -> Option<Reason> {
        let text = text.filter(|text| !text.trim().is_empty());
        text.and_then(|text| self.text("/reason", Reason::parse(text)))
    }

    /// The e-mail address that a body or form has, where nothing else in it could be wrong.
    pub fn only_email(text: &str) -> Result<EmailAddress, Problem> {
        let mut fields = Self::default();
        fields.email("/email", text).ok_or_else(|| fields.problem())
    }

    /// An e-mail address.
    pub fn email(&mut self, pointer: &str, text: &str) -> Option<EmailAddress> {
        self.take(pointer, "email", EmailAddress::parse(text))
    }

    /// An instant that may be absent.
    pub fn instant_if(&mut self, pointer: &str, text: Option<&str>) -> Option<Instant> {
        text.and_then(|text| self.take(pointer, "instant", instant(text).ok_or("write it as in 2026-01-31T12:00:00Z")))
    }

    fn keys<K: Ord>(&mut self, pointer: &str, texts: &[String], parse: fn(&str) -> Result<K, KeyRefused>) -> BTreeSet<K> {
        let each = texts.iter().enumerate();
        each.filter_map(|(at, text)| self.take(&format!("{pointer}/{at}"), "key", parse(text))).collect()
    }

    /// What is offered. Whether a model knows these words is its own answer.
    pub fn offer(&mut self, levels: &[String], permissions: &[String], restrictions: &[String]) -> Offer {
        Offer {
            levels: self.keys("/levels", levels, LevelKey::parse),
            permissions: self.keys("/permissions", permissions, PermissionKey::parse),
            restrictions: self.keys("/restrictions", restrictions, RestrictionKey::parse),
        }
    }

    /// Goes on only if nothing was wrong.
    pub fn all_right(&self) -> Result<(), Problem> {
        if self.0.is_empty() { Ok(()) } else { Err(self.problem()) }
    }

    /// What was wrong.
    pub fn problem(&self) -> Problem {
        let problem = Problem::invalid("the request is not what this route takes");
        self.0.iter().fold(problem, |problem, (pointer, code, detail)| problem.with_field(pointer, code, detail))
    }
}
