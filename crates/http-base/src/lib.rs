//! What both faces share: sessions, principal, limits, problems.
