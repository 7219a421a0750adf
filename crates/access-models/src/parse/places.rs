//! Where in the document each thing stands that the engine may find fault with.

use std::collections::BTreeMap;

use tenure_domain::access_model::Spot;

use super::lines::Lines;
use crate::document_fault::DocumentFault;

/// How many faults are told at once. Who made more mends these first.
pub(super) const MOST_FAULTS: usize = 100;

/// The document's lines, and the byte at which each spot begins.
#[derive(Debug)]
pub(crate) struct Places<'d> {
    lines: Lines<'d>,
    starts: BTreeMap<Spot, usize>,
}

impl<'d> Places<'d> {
    pub(super) fn new(document: &'d str) -> Self {
        Self { lines: Lines::new(document), starts: BTreeMap::new() }
    }

    pub(super) fn note(&mut self, spot: Spot, start: usize) {
        self.starts.insert(spot, start);
    }

    /// The byte at which a spot begins; of one that the document doesn't have, the nearest thing around it.
    pub(crate) fn of(&self, spot: &Spot) -> usize {
        let field = Spot { item: 0, ..spot.clone() };
        let entry = Spot { field: "", ..field.clone() };
        let table = Spot { entry: 0, ..entry.clone() };
        [spot, &field, &entry, &table].into_iter().find_map(|spot| self.starts.get(spot)).copied().unwrap_or(0)
    }

    /// Faults in the document's order, each at the line of its byte.
    pub(crate) fn faults(&self, found: impl IntoIterator<Item = (usize, String)>) -> Vec<DocumentFault> {
        let mut found: Vec<(usize, String)> = found.into_iter().collect();
        found.sort_by_key(|(byte, _)| *byte);
        found.dedup();
        let more = found.len().saturating_sub(MOST_FAULTS);
        found.truncate(MOST_FAULTS);
        if let Some((_, reason)) = found.last_mut().filter(|_| more > 0) {
            *reason = format!("{reason} (and {more} more faults from here on)");
        }
        let fault = |(byte, reason)| {
            let (line, column) = self.lines.position(byte);
            DocumentFault { line, column, reason }
        };
        found.into_iter().map(fault).collect()
    }
}
