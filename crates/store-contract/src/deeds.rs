//! What people do, run inside units as use cases run it: load, decide with the domain, save.

mod accept;
mod assign;
mod give;
mod invite;
mod make_token;
mod people;
mod perform;
mod reactivate;
mod relocate;
mod remodel;
mod resend;
mod revoke;
mod select;
mod tear_down;
mod undo;

pub(crate) use accept::Accept;
pub(crate) use assign::Assign;
pub(crate) use give::Give;
pub(crate) use invite::Invite;
pub(crate) use make_token::MakeToken;
pub(crate) use people::Person;
pub(crate) use perform::{Deed, Refused, lock, perform};
pub(crate) use reactivate::Reactivate;
pub(crate) use relocate::Relocate;
pub(crate) use remodel::Remodel;
pub(crate) use resend::Resend;
pub(crate) use revoke::{Revoke, What};
pub(crate) use select::{DeleteResource, Select};
pub(crate) use tear_down::{Meet, TearDown};
pub(crate) use undo::Undo;
