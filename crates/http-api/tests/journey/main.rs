//! The way through the API, step by step: what is asked, and what is answered, as golden files, and what each step means.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

#[path = "../support/support.rs"]
mod support;

/// Compares a tape with its golden file.
macro_rules! golden {
    ($name:literal, $text:expr) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($name, $text);
        })
    };
}

mod access;
mod access_models;
mod bulk;
mod contacts;
mod deactivation;
mod deletion;
mod exports;
mod grants;
mod grants_with_selections;
mod groups;
mod imports;
mod insights;
mod invitations;
mod journal;
mod journal_export;
mod links;
mod lists;
mod mail_hours;
mod many_invitations;
mod masking;
mod members;
mod moving;
mod online;
mod operator;
mod outside;
mod partners;
mod rescue;
mod revocation;
mod sessions;
mod statistics;
mod stream;
mod teams;
mod tokens;
mod undo;
mod workspace_deletion;
mod workspaces;
