//! Couriers carry to the outside world what units of work wrote into the outbox, and tidy up behind them: they seal the
//! journal, fold portfolios that nobody can bring back any more, and sweep out what has ended.
//!
//! An errand is claimed for [`LEASE`], its letter is written from what the database says at that moment, and posted while no
//! unit is open; then the errand is settled. A courier that dies leaves a lease that runs out, and another one sends the letter
//! again under the same `Message-ID`: at least once, and twice only what was under way. As many processes as you like may run
//! [`Couriers`] over one store.
//!
//! | metric | kind | labels | counts |
//! | --- | --- | --- | --- |
//! | `tenure_errands_settled_total` | counter | `matter`, `outcome`: `done`, `dropped`, `again`, `given_up`, `overtaken` | errands, each time a courier is through with one |
//! | `tenure_errands_waiting` | gauge | | errands that wait, up to 10,000 |
//! | `tenure_letter_delay_seconds` | histogram | `matter` | time from the commit's clock to the post's taking it |
//! | `tenure_journal_sealed_total` | counter | | entries that got their position |
//! | `tenure_contacts_folded_total` | counter | | contacts moved out of portfolios that were folded |
//! | `tenure_swept_total` | counter | | sessions, kept answers and old errands removed, deleted members erased |
//! | `tenure_courier_failures_total` | counter | `work`: `deliver`, `seal`, `fold`, `sweep`, `measure`, `all` | rounds that the database or a fault ended |

mod carry;
mod compose;
mod couriers;
mod meters;
mod nudge;
mod patience;
mod rounds;
mod run;

pub use carry::LEASE;
pub use couriers::{Clock, Couriers};
pub use nudge::Nudge;
pub use patience::TRIES;
