//! What is wrong with a document, told to the person who wrote it.

/// One fault of a document, at its place. Faults sort in the document's order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct DocumentFault {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong, without a full stop.
    pub reason: String,
}
