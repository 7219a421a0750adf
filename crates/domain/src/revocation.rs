//! Revocation, deactivation and deletion: a plan, one handover, a receipt, and the way back (R10 to R14).

mod carry_out;
mod chosen;
mod handover;
mod plan;
mod reactivate;
mod receipt;
mod undo;

pub use carry_out::{Fate, RevokeAsk, RevokeRefused, Revoked, leave_behind, may_revoke, revoke};
pub use chosen::ChosenAgain;
pub use handover::{Handover, Held, Successor, lost};
pub use plan::{Blocker, Ends, Fingerprint, Fingerprinted, Loss, NoFingerprint, Plan, RevocationFacts, plan};
pub use reactivate::{Lapsed, ReactivateRefused, Reactivated, ReactivationFacts, plan_reactivation, reactivate};
pub use receipt::{Act, Receipt, ReceiptState};
pub use undo::{Leaver, UndoFacts, UndoRefused, Undone, undo};
