//! Instants on the wire: RFC 3339 in UTC.

use chrono::{DateTime, Utc};
use tenure_domain::Instant;

/// An instant as text.
pub fn rfc3339(at: Instant) -> String {
    at.to_string()
}

/// Text as an instant; none if it is none.
pub fn instant(text: &str) -> Option<Instant> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc).into())
}
