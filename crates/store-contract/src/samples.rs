//! Small builders of what cases put into stores.

mod office;
mod records;
mod values;

pub(crate) use office::{Office, Tree};
pub(crate) use records::{errand, record};
pub(crate) use values::{
    at, contact, document, email, grant, instant, invitation, is_stale, is_taken, level, levels, membership, name, new, offer,
    organization, session, user, workspace,
};
