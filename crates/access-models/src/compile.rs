//! From a document to the model that the engine runs on.

use tenure_domain::access_model::AccessModel;

use crate::document_fault::DocumentFault;
use crate::parse::read;

/// Reads, checks and compiles a document.
///
/// Faults come in three stages, each with all that it finds: what is no TOML, what is not of this language (unknown keys, wrong
/// types), and what makes no model. A later stage runs only when the ones before found nothing, so that no fault is a mere
/// consequence of another.
///
/// ```
/// let faults = tenure_access_models::compile("name = 'tiny'\nundo_window_dais = 7\n").unwrap_err();
/// assert_eq!(faults[0].to_string(), "line 2: there is no key `undo_window_dais`; did you mean `undo_window_days`?");
/// ```
pub fn compile(document: &str) -> Result<AccessModel, Vec<DocumentFault>> {
    let read = read(document)?;
    AccessModel::compile(&read.spec)
        .map_err(|faults| read.places.faults(faults.into_iter().map(|fault| (read.places.of(&fault.at), fault.reason.to_string()))))
}
