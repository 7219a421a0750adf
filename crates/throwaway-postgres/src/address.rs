//! A server's URL, and the URLs of the databases on it.

use crate::Error;

/// The URL of an admin database, cut where the database's name begins and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    before: String,
    database: String,
    after: String,
}

impl Address {
    pub(crate) fn parse(url: &str) -> Result<Self, Error> {
        let refused = || Error::Address(url.to_owned());
        let (scheme, rest) = url.split_once("://").ok_or_else(refused)?;
        if !matches!(scheme, "postgres" | "postgresql") {
            return Err(refused());
        }
        let (place, parameters) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, database) = place.split_once('/').ok_or_else(refused)?;
        if database.is_empty() || database.contains('/') {
            return Err(refused());
        }
        let after = if parameters.is_empty() { String::new() } else { format!("?{parameters}") };
        Ok(Self { before: format!("{scheme}://{authority}/"), database: database.to_owned(), after })
    }

    /// The URL of the database that statements about other databases are sent to.
    pub(crate) fn admin(&self) -> String {
        self.of(&self.database)
    }

    /// The URL of another database on the same server.
    pub(crate) fn of(&self, database: &str) -> String {
        format!("{}{database}{}", self.before, self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_database_changes() {
        let address = Address::parse("postgresql://me:p%40ss@[::1]:5433/postgres?sslmode=disable&x=/y").unwrap();
        assert_eq!(address.admin(), "postgresql://me:p%40ss@[::1]:5433/postgres?sslmode=disable&x=/y");
        assert_eq!(address.of("t1"), "postgresql://me:p%40ss@[::1]:5433/t1?sslmode=disable&x=/y");
    }

    #[test]
    fn what_names_no_postgres_database_is_refused() {
        for url in ["", "postgres", "mysql://h/d", "postgres://h", "postgres://h/", "postgres://h/a/b", "postgres://h?d=/x"] {
            assert!(Address::parse(url).is_err(), "{url}");
        }
    }
}
