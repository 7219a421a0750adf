//! Reading a document: what it says, word for word, and where it says it.

mod entry;
mod lines;
mod places;
mod tables;

use tenure_domain::access_model::ModelSpec;
use toml::de::DeTable;

use crate::document_fault::DocumentFault;
use places::Places;

/// The longest document, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;

/// Reads a document without asking whether it makes a model; every fault of the language is reported, not just the first.
pub fn parse(document: &str) -> Result<ModelSpec, Vec<DocumentFault>> {
    read(document).map(|read| read.spec)
}

/// A document that was read.
#[derive(Debug)]
pub(crate) struct Read<'d> {
    pub(crate) spec: ModelSpec,
    pub(crate) places: Places<'d>,
}

pub(crate) fn read(document: &str) -> Result<Read<'_>, Vec<DocumentFault>> {
    if document.len() > MOST_BYTES {
        let reason = format!("the document has {} bytes, and at most {MOST_BYTES} are read", document.len());
        return Err(vec![DocumentFault { line: 1, column: 1, reason }]);
    }
    let mut places = Places::new(document);
    let (table, errors) = DeTable::parse_recoverable(document);
    if !errors.is_empty() {
        return Err(not_toml(&errors, &places));
    }
    let (spec, faults) = tables::model(table.get_ref(), &mut places);
    if faults.is_empty() { Ok(Read { spec, places }) } else { Err(places.faults(faults)) }
}

/// The keys that are there twice, up to the first fault of another sort: what the parser makes of the text from there on is a
/// guess.
fn not_toml(errors: &[toml::de::Error], places: &Places<'_>) -> Vec<DocumentFault> {
    let mut errors: Vec<_> = errors.iter().map(|error| (error.span().map_or(0, |span| span.start), error.message())).collect();
    errors.sort_by_key(|(byte, _)| *byte);
    let certain = errors.iter().take_while(|(_, message)| *message == "duplicate key").count() + 1;
    places.faults(errors.iter().take(certain).map(|(byte, message)| (*byte, format!("not TOML: {message}"))))
}
