//! One layer over another: the last that has a key wins.

use std::collections::BTreeMap;

use super::Problem;
use super::key::{Holds, Named, nearest};
use super::origin::Origin;

/// What one place says, before it is read into a type. It has no `Debug`: the text may be a secret.
#[derive(Clone)]
pub(super) struct Setting {
    /// The text; of several values, with commas between them.
    pub(super) text: String,
    /// Whether the text is the path of a file with the value in it.
    pub(super) in_file: bool,
    pub(super) origin: Origin,
}

/// Everything that the layers say.
#[derive(Default)]
pub(crate) struct Layers {
    settings: BTreeMap<&'static str, Setting>,
    pub(super) problems: Vec<Problem>,
}

/// One layer while it is collected.
pub(super) struct Layer {
    settings: BTreeMap<&'static str, Setting>,
    problems: Vec<Problem>,
}

impl Layer {
    pub(super) const fn new() -> Self {
        Self { settings: BTreeMap::new(), problems: Vec::new() }
    }

    pub(super) fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Takes one value under the name that the layer gives it, dots included.
    pub(super) fn say(&mut self, name: &str, text: String, origin: Origin) {
        let Some(Named { key, in_file }) = Named::find(name) else {
            let meant = nearest(name).map(|known| format!("; did you mean `{known}`?")).unwrap_or_default();
            self.problem(Problem::at(name, &origin, format!("there is no such setting{meant}")));
            return;
        };
        if let Some(other) = self.settings.get(key.name) {
            let what = format!("{} says it too; one of them is to go", other.origin);
            self.problems.push(Problem::at(name, &origin, what));
            return;
        }
        self.settings.insert(key.name, Setting { text, in_file, origin });
    }

    /// Takes several values.
    pub(super) fn say_many(&mut self, name: &str, texts: &[String], origin: Origin) {
        match Named::find(name) {
            Some(named) if named.key.holds != Holds::Many => {
                self.problem(Problem::at(name, &origin, "it takes one value, not an array"));
            }
            _ => self.say(name, texts.join(","), origin),
        }
    }
}

impl Layers {
    /// Lays one layer over those before.
    pub(super) fn lay(&mut self, layer: Layer) {
        self.settings.extend(layer.settings);
        self.problems.extend(layer.problems);
    }

    /// What counts for a key; none where no layer says anything.
    pub(super) fn get(&self, key: &str) -> Option<&Setting> {
        self.settings.get(key)
    }
}
