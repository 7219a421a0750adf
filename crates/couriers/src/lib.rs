//! Empties the outbox through the outward ports and seals the journal.
