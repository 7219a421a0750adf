//! What is wrong with a document, and where.

use std::fmt;

/// Where in a document a fault lies. Parsers turn it into a line.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Spot {
    /// The table, such as `level`; empty at the top.
    pub table: &'static str,
    /// Which of the table's entries, from 0.
    pub entry: usize,
    /// The key within the entry; empty for the entry as a whole.
    pub field: &'static str,
    /// Which item of a list, from 0; 0 also where the field is no list.
    pub item: usize,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.table, self.field) {
            ("", field) => f.write_str(field),
            (table, "") => write!(f, "{table}[{}]", self.entry),
            (table, field) => write!(f, "{table}[{}].{field}", self.entry),
        }
    }
}

/// One fault of a document.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{at}: {reason}")]
pub struct Fault {
    /// Where.
    pub at: Spot,
    /// What.
    pub reason: FaultReason,
}

/// What is wrong. The texts are for the person who writes the document.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FaultReason {
    /// A key of the wrong form.
    #[error("`{0}` is no key: use lower-case letters, digits and underscores, beginning with a letter (permissions: noun.verb)")]
    BadKey(String),
    /// The same key twice.
    #[error("`{0}` is there already")]
    Duplicate(String),
    /// A model's permission that is the engine's own.
    #[error("`{0}` is one of the engine's own permissions and needs no entry")]
    EngineOwn(String),
    /// A word for something that the document doesn't declare.
    #[error("there is no {what} `{key}`{}", nearest.as_ref().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
    Unknown {
        /// What was looked for.
        what: &'static str,
        /// The word.
        key: String,
        /// The nearest one that exists.
        nearest: Option<String>,
    },
    /// A word that is none of the allowed ones.
    #[error("`{given}` is not allowed here; use {allowed}")]
    NotOneOf {
        /// The word.
        given: String,
        /// The allowed ones.
        allowed: &'static str,
    },
    /// A required text is empty.
    #[error("this is required")]
    Missing,
    /// More entries than a model may have.
    #[error("a model may have at most {0} of these")]
    TooMany(usize),
    /// A permission that implies itself.
    #[error("`{0}` implies itself, by way of what it implies")]
    Cyclic(String),
    /// Not exactly one effect.
    #[error("a restriction has exactly one of `masks`, `denies` and `visibility`")]
    OneEffect,
    /// A restriction that would take a governor's means away.
    #[error("`{level}` governs, and a restriction must not take `{permission}` from who governs")]
    DisarmsGovernor {
        /// The governing level.
        level: String,
        /// What it would lose.
        permission: String,
    },
    /// No level governs.
    #[error("no level governs; at least one must have `governs = true`")]
    NobodyGoverns,
    /// A governing level without the means.
    #[error("a level that governs needs `{0}`")]
    GovernorLacks(&'static str),
    /// A governing level that can't make another governor.
    #[error("a level that governs must manage at least one level that governs, or nobody could ever succeed it")]
    GovernorManagesNoGovernor,
    /// A level that nobody can ever give.
    #[error("nobody could ever give `{0}`: neither a level that governs manages it, nor one that such a level could give")]
    Unreachable(String),
    /// A level that manages others without being able to.
    #[error(
        "it manages levels, but neither its permissions nor what it may be granted include `members.invite` or `members.manage`"
    )]
    ManagesNobody,
    /// A level that manages one that may do more.
    #[error("it manages `{managed}`, which may `{permission}` while it may not itself")]
    ManagesMore {
        /// The managed level.
        managed: String,
        /// What the managed level may do.
        permission: String,
    },
    /// A level that manages one that reaches a whole kind, which it doesn't itself.
    #[error("it manages `{managed}`, which reaches every `{kind}` while it doesn't itself")]
    ManagesFurther {
        /// The managed level.
        managed: String,
        /// The resource kind.
        kind: String,
    },
    /// A level that wants exactly one of what can't be chosen with it.
    #[error("`exactly_one` wants a `{0}` with the invitation, and who has which is chosen on the page of each `{0}` alone")]
    NotChosenWithIt(String),
    /// A governing level that wants exactly one of something.
    #[error("a level that governs must not want exactly one `{0}`: the first who governs has none to choose from")]
    GovernorWantsOne(String),
    /// Groups of what is never chosen from the member's side.
    #[error("groups are chosen for members, and who has one of these is chosen on its own page alone")]
    GroupsNobodyChooses,
    /// A key that leaves no room for what is made of it.
    #[error("`{key}` is too long: at most {most} letters here, because `<key>.assign` is a permission")]
    KeyTooLong {
        /// The key.
        key: String,
        /// How many letters it may have.
        most: usize,
    },
    /// More days than make sense.
    #[error("at most {0} days")]
    TooLong(u32),
}
