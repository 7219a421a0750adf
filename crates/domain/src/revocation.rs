//! Revocation: a plan, one handover, a receipt, and the way back (R10 to R12).

mod carry_out;
mod handover;
mod plan;
mod receipt;
mod undo;

pub use carry_out::{RevokeAsk, RevokeRefused, Revoked, leave_behind, revoke};
pub use handover::{Handover, Held, Successor, lost};
pub use plan::{Blocker, Fingerprint, Fingerprinted, NoFingerprint, Plan, RevocationFacts, plan};
pub use receipt::{Act, Receipt, ReceiptState};
pub use undo::{UndoFacts, UndoRefused, Undone, undo};
