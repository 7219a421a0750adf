//! Which database.

use std::fmt;
use std::path::PathBuf;

use secrecy::{ExposeSecret, SecretString};

/// The database, by its URL.
#[derive(Clone)]
pub(crate) enum DatabaseUrl {
    /// A file.
    Sqlite(PathBuf),
    /// A server. The URL may hold a password.
    Postgres(SecretString),
}

impl DatabaseUrl {
    /// Reads `sqlite://PATH` or `postgres://…`. The refusal repeats nothing, since there may be a password in it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let postgres = ["postgres://", "postgresql://"].iter().any(|scheme| text.len() > scheme.len() && text.starts_with(scheme));
        if postgres {
            return Ok(Self::Postgres(text.into()));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:"));
        match path.filter(|path| !path.is_empty()) {
            Some(path) if path.contains(['?', '#']) || path.starts_with(":memory:") => {
                Err("after sqlite:// stands the path of a file, and nothing else".to_owned())
            }
            Some(path) => Ok(Self::Sqlite(path.into())),
            None => Err("a database is sqlite://PATH or postgres://USER@HOST/NAME".to_owned()),
        }
    }

    /// Whether it is a file.
    pub(crate) const fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

/// The URL without its password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
            Self::Postgres(url) => f.write_str(&without_password(url.expose_secret())),
        }
    }
}

/// Leaves out the password before the `@`, and whatever follows a `?`, where one can stand too.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "…".to_owned() };
    // A password may hold an `@` or a `?` that nobody encoded, so the last `@` counts, and parameters begin behind it.
    let (credentials, place) = rest.rsplit_once('@').map_or((None, rest), |(credentials, place)| (Some(credentials), place));
    let (place, parameters) = place.split_once('?').map_or((place, ""), |(place, _)| (place, "?…"));
    let Some(credentials) = credentials else { return format!("{scheme}://{place}{parameters}") };
    let user = credentials.split_once(':').map_or_else(|| credentials.to_owned(), |(user, _)| format!("{user}:…"));
    format!("{scheme}://{user}@{place}{parameters}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c4_a_shown_database_url_has_no_password() {
        for (url, shown) in [
            ("postgres://tenure:swordfish@db.test:5432/tenure", "postgres://tenure:…@db.test:5432/tenure"),
            ("postgres://tenure:sword@fish@db.test/tenure", "postgres://tenure:…@db.test/tenure"),
            ("postgres://tenure:sword?fish@db.test/tenure", "postgres://tenure:…@db.test/tenure"),
            ("postgresql://db.test/tenure?password=swordfish", "postgresql://db.test/tenure?…"),
            ("postgres://tenure@db.test/tenure", "postgres://tenure@db.test/tenure"),
            ("sqlite://data/tenure.db", "sqlite://data/tenure.db"),
        ] {
            assert_eq!(DatabaseUrl::parse(url).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_is_no_database_is_refused_without_repeating_it() {
        for url in
            ["mysql://root:swordfish@db", "sqlite://", "sqlite://a.db?mode=rwc", "sqlite::memory:", "postgres://", "swordfish"]
        {
            let refused = DatabaseUrl::parse(url).err().unwrap();
            assert!(!refused.contains("swordfish"), "{refused}");
        }
    }
}
