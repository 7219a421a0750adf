//! Compiled models, kept by their documents.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use tenure_domain::access_model::AccessModel;

use crate::compile::compile;
use crate::document_fault::DocumentFault;

/// How many models are kept for certain once they are asked for; at most twice as many are kept.
const MOST_MODELS: usize = 512;
/// How much text they may have between them, in bytes, likewise.
const MOST_TEXT: usize = 8 * 1024 * 1024;

/// A cache of compiled models, for whoever reads many organizations' documents.
///
/// Compiling is a pure function of the text, and the whole text is the key: an entry can be dropped but never be out of date.
/// Reads of what is known don't wait for each other, and nobody waits while somebody else compiles.
#[derive(Debug, Default)]
pub struct Models {
    kept: RwLock<Kept>,
}

/// Two generations: what was asked for since the younger one began, and what was asked for in the one before. When the younger
/// is full it becomes the older, and what nobody asked for since is gone.
#[derive(Debug, Default)]
struct Kept {
    young: HashMap<Box<str>, Arc<AccessModel>>,
    old: HashMap<Box<str>, Arc<AccessModel>>,
    /// The bytes of the younger generation's documents.
    text: usize,
}

impl Models {
    /// The compiled model of a document, compiled now if it isn't known. Faults are told anew each time.
    pub fn get(&self, document: &str) -> Result<Arc<AccessModel>, Vec<DocumentFault>> {
        // A panic while the lock is held can't leave a wrong entry behind, so poison is no reason to stop.
        if let Some(model) = self.kept.read().unwrap_or_else(PoisonError::into_inner).young.get(document) {
            return Ok(Arc::clone(model));
        }
        let old = self.kept.read().unwrap_or_else(PoisonError::into_inner).old.get(document).cloned();
        let model = match old {
            Some(model) => model,
            None => Arc::new(compile(document)?),
        };
        Ok(self.kept.write().unwrap_or_else(PoisonError::into_inner).keep(document, model))
    }
}

impl Kept {
    /// Keeps a model, unless another thread kept the same one a moment ago: everybody then shares the first.
    fn keep(&mut self, document: &str, model: Arc<AccessModel>) -> Arc<AccessModel> {
        if let Some(first) = self.young.get(document) {
            return Arc::clone(first);
        }
        if self.young.len() >= MOST_MODELS || self.text + document.len() > MOST_TEXT {
            self.old = std::mem::take(&mut self.young);
            self.text = 0;
        }
        let model = self.old.remove(document).unwrap_or(model);
        self.text += document.len();
        self.young.insert(document.into(), Arc::clone(&model));
        model
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in::built_in;

    fn variant(number: usize) -> String {
        format!("{}\n# {number}\n", built_in("workspace").unwrap())
    }

    fn counts(models: &Models) -> (usize, usize, usize) {
        let kept = models.kept.read().unwrap();
        (kept.young.len(), kept.old.len(), kept.text)
    }

    #[test]
    fn the_same_text_is_compiled_once() {
        let models = Models::default();
        let (one, again, other) =
            (models.get(&variant(1)).unwrap(), models.get(&variant(1)).unwrap(), models.get(&variant(2)).unwrap());
        assert!(Arc::ptr_eq(&one, &again));
        assert!(!Arc::ptr_eq(&one, &other));
        assert_eq!(*one, compile(&variant(1)).unwrap());
    }

    #[test]
    fn a_broken_document_is_refused_each_time_and_not_kept() {
        let models = Models::default();
        assert_eq!(models.get("name = 1").unwrap_err(), models.get("name = 1").unwrap_err());
        assert_eq!(counts(&models), (0, 0, 0));
    }

    #[test]
    fn the_cache_is_bounded_and_keeps_what_is_in_use() {
        let models = Models::default();
        let shared = Arc::new(compile(&variant(0)).unwrap());
        let mut text = 0;
        for number in 0..3 * MOST_MODELS {
            let document = format!("# {number}");
            models.kept.write().unwrap().keep(&document, Arc::clone(&shared));
            models.kept.write().unwrap().keep("# always asked for", Arc::clone(&shared));
            text += document.len();
            let (young, old, kept) = counts(&models);
            assert!(young <= MOST_MODELS && old <= MOST_MODELS && kept <= MOST_TEXT);
        }
        assert!(text > 0 && counts(&models).1 > 0, "the older generation was reached");
        assert!(models.get("# always asked for").is_ok(), "it is no document, so only the cache can answer");
        assert!(models.get("# 0").is_err(), "nobody asked for it in two generations");
    }

    #[test]
    fn large_documents_count_by_their_text() {
        let models = Models::default();
        let shared = Arc::new(compile(&variant(0)).unwrap());
        let large = "#".repeat(MOST_TEXT / 2);
        for number in 0..5 {
            models.kept.write().unwrap().keep(&format!("{large}{number}"), Arc::clone(&shared));
        }
        let (young, old, text) = counts(&models);
        assert!(young <= 2 && old <= 2 && text <= MOST_TEXT);
    }

    #[test]
    fn threads_that_ask_at_once_share_one_model() {
        let models = Models::default();
        let document = variant(3);
        let answers: Vec<Arc<AccessModel>> = std::thread::scope(|scope| {
            let asked: Vec<_> = (0..8).map(|_| scope.spawn(|| models.get(&document).unwrap())).collect();
            asked.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(answers.iter().all(|one| Arc::ptr_eq(one, &answers[0])));
    }
}
