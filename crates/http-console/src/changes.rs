//! What an entry of the journal changed, before and after, as people read it: names instead of keys and ids.

use std::collections::BTreeMap;

use serde_json::Value;
use tenure_domain::access_model::AccessModel;
use uuid::Uuid;

use crate::rights::right;
use crate::words::Words;

/// A field of an entry, before and after.
pub(crate) struct Detail {
    pub(crate) field: String,
    pub(crate) before: String,
    pub(crate) after: String,
}

/// What it takes to put changes in words.
pub(crate) struct Changes<'a> {
    pub(crate) words: Words,
    pub(crate) model: &'a AccessModel,
    /// Of people and places that the reader may know the names of.
    pub(crate) names: &'a BTreeMap<Uuid, String>,
}

impl Changes<'_> {
    /// Both sides of a change, field by field.
    pub(crate) fn details(&self, before: &Value, after: &Value) -> Vec<Detail> {
        let side = |of: &Value| of.as_object().cloned().unwrap_or_default();
        let (before, after) = (side(before), side(after));
        let mut fields: Vec<&String> = before.keys().chain(after.keys()).collect();
        fields.sort();
        fields.dedup();
        let shown = |field: &str, value: Option<&Value>| value.map(|value| self.text(field, value)).unwrap_or_default();
        let detail = |field: &&String| Detail {
            field: self.words.word("field", field),
            before: shown(field, before.get(*field)),
            after: shown(field, after.get(*field)),
        };
        let says = |one: &Detail| !one.before.is_empty() || !one.after.is_empty();
        fields.iter().map(detail).filter(says).collect()
    }

    /// The value of a field.
    fn text(&self, field: &str, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(yes) => self.words.say(if *yes { "yes" } else { "no" }),
            Value::String(text) => self.word(field, text),
            Value::Array(list) => list.iter().map(|one| self.text(field, one)).collect::<Vec<_>>().join(", "),
            Value::Object(fields) => {
                let each =
                    |(key, value): (&String, &Value)| format!("{}: {}", self.words.word("field", key), self.text(key, value));
                fields.iter().map(each).collect::<Vec<_>>().join("; ")
            }
            other @ Value::Number(_) => other.to_string(),
        }
    }

    /// A word of a field: what the model or we call it.
    fn word(&self, field: &str, text: &str) -> String {
        let model = self.model;
        let named = match field {
            "levels" => model.level(text).map(|level| model.level_name(level).to_owned()),
            "permissions" => model.permission(text).map(|one| right(self.words, model, one)),
            "restrictions" => model.restriction(text).map(|one| model.restriction_name(one).to_owned()),
            "kind" => {
                let own = model.resource_kinds().iter().find(|kind| kind.key == text).map(|kind| kind.name.clone());
                own.or_else(|| self.words.said_if(&format!("kind-{}", text.replace('_', "-"))))
            }
            "features" => Some(self.words.word("feature", text)),
            "statuses" => Some(self.words.word("status", text)),
            "reaches" => Some(self.words.word("reaches", text)),
            "fields" => Some(self.words.word("field", text)),
            "model" => Some(self.words.word("model", text)),
            "rule" => Some(self.words.refused(text, text)),
            _ => text.parse::<Uuid>().ok().and_then(|id| self.names.get(&id).cloned()),
        };
        named.unwrap_or_else(|| text.to_owned())
    }
}
