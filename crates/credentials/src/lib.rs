//! Password hashing, sealed cursors, session and link tokens.
