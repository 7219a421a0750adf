//! What a database has of the schema.

/// One step of the schema.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MigrationStep {
    /// Its number.
    pub version: i64,
    /// What it does, in a word or two.
    pub name: String,
    /// Whether the database has it.
    pub applied: bool,
}

/// What a database has of the schema, and what it has beyond.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MigrationStatus {
    /// The steps that this program knows, first to last.
    pub steps: Vec<MigrationStep>,
    /// Steps that a newer program applied.
    pub newer: Vec<i64>,
}

impl MigrationStatus {
    /// Sets the known steps against those that a database says it has.
    pub fn new<'a>(known: impl IntoIterator<Item = (i64, &'a str)>, applied: &[i64]) -> Self {
        let step =
            |(version, name): (i64, &str)| MigrationStep { version, name: name.to_owned(), applied: applied.contains(&version) };
        let steps: Vec<_> = known.into_iter().map(step).collect();
        let newer = applied.iter().copied().filter(|version| steps.iter().all(|step| step.version != *version)).collect();
        Self { steps, newer }
    }

    /// Whether the database has exactly what this program needs.
    pub fn is_current(&self) -> bool {
        self.newer.is_empty() && self.steps.iter().all(|step| step.applied)
    }
}
