//! The numbers that couriers report; their names are documented with the crate.

use std::time::Duration;

use metrics::{counter, gauge, histogram};
use tenure_domain::record::Matter;

pub(crate) fn settled(matter: Matter, outcome: &'static str) {
    counter!("tenure_errands_settled_total", "matter" => matter.word(), "outcome" => outcome).increment(1);
}

pub(crate) fn delay(matter: Matter, delay: Duration) {
    histogram!("tenure_letter_delay_seconds", "matter" => matter.word()).record(delay.as_secs_f64());
}

pub(crate) fn waiting(errands: u32) {
    gauge!("tenure_errands_waiting").set(f64::from(errands));
}

pub(crate) fn sealed(entries: u32) {
    counter!("tenure_journal_sealed_total").increment(entries.into());
}

pub(crate) fn folded(contacts: u32) {
    counter!("tenure_contacts_folded_total").increment(contacts.into());
}

pub(crate) fn swept(rows: u32) {
    counter!("tenure_swept_total").increment(rows.into());
}

pub(crate) fn failed(work: &'static str) {
    counter!("tenure_courier_failures_total", "work" => work).increment(1);
}
