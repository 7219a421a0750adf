//! The columns of a sheet of members.

/// A column, in the order in which an export has them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Column {
    /// The membership's id.
    Member,
    /// The address.
    Email,
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// What they are called.
    DisplayName,
    /// Pending, active or inactive.
    Status,
    /// The levels of all their grants.
    Levels,
    /// Their grants, each with its levels.
    Grants,
    /// Phone number.
    Phone,
    /// Language.
    Language,
    /// Time zone.
    TimeZone,
    /// When they last did something.
    LastActiveAt,
    /// When the membership was made.
    CreatedAt,
}

impl Column {
    /// All there are.
    pub const ALL: [Self; 13] = [
        Self::Member,
        Self::Email,
        Self::FirstName,
        Self::LastName,
        Self::DisplayName,
        Self::Status,
        Self::Levels,
        Self::Grants,
        Self::Phone,
        Self::Language,
        Self::TimeZone,
        Self::LastActiveAt,
        Self::CreatedAt,
    ];

    /// The word at its head.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Email => "email",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::DisplayName => "display_name",
            Self::Status => "status",
            Self::Levels => "levels",
            Self::Grants => "grants",
            Self::Phone => "phone",
            Self::Language => "language",
            Self::TimeZone => "time_zone",
            Self::LastActiveAt => "last_active_at",
            Self::CreatedAt => "created_at",
        }
    }

    /// The column with this word at its head.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.word() == word)
    }

    /// Whether it only tells: what stands in it comes about by other ways, or by itself.
    pub const fn is_told_only(self) -> bool {
        matches!(self, Self::DisplayName | Self::Status | Self::LastActiveAt | Self::CreatedAt)
    }
}
