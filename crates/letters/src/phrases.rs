//! The sentences of one language.

use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, StaticLoader, langid};
use tenure_domain::membership::Language;

mod embedded {
    fluent_templates::static_loader! {
        pub(super) static TRANSLATIONS = {
            locales: "./locales",
            fallback_language: "en",
            // The marks around placeholders show up as boxes in some mail programs. What people typed has no direction marks.
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

/// A letter that can't be written: a mistake of this crate, never of its caller.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unwritten {
    /// A sentence is missing in a language, or one of its placeholders isn't filled.
    #[error("the sentence `{0}` is missing or incomplete in this language")]
    Sentence(String),
    /// A template can't be filled.
    #[error("the letter's template can't be filled")]
    Template,
}

/// What a sentence has in its placeholders.
pub(crate) type Filling<'a> = (&'static str, FluentValue<'a>);

/// One language's sentences.
pub(crate) struct Phrases {
    loader: &'static StaticLoader,
    language: LanguageIdentifier,
}

impl Phrases {
    /// The sentences of this language.
    pub(crate) fn of(language: Language) -> Self {
        let language = match language {
            Language::English => langid!("en"),
            Language::German => langid!("de"),
        };
        Self { loader: &embedded::TRANSLATIONS, language }
    }

    /// One sentence, filled. There is no falling back on another language: half a letter in each would be worse than none.
    pub(crate) fn say(&self, key: &str, filling: &[Filling<'_>]) -> Result<String, Unwritten> {
        let filling: HashMap<&str, FluentValue<'_>> = filling.iter().cloned().collect();
        self.loader.lookup_single_language(&self.language, key, Some(&filling)).map_err(|_| Unwritten::Sentence(key.to_owned()))
    }

    /// The sentence that names somebody, or the one beside it (`…-nobody`) when there is nobody to name.
    pub(crate) fn say_who(
        &self,
        key: &str,
        (placeholder, who): (&'static str, Option<&str>),
        filling: &[Filling<'_>],
    ) -> Result<String, Unwritten> {
        let mut filling = filling.to_vec();
        match who {
            Some(who) => {
                filling.push((placeholder, who.into()));
                self.say(key, &filling)
            }
            None => self.say(&format!("{key}-nobody"), &filling),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_is_missing_or_lacks_a_filling_is_an_error() {
        let phrases = Phrases::of(Language::German);
        assert_eq!(phrases.say("no-such-sentence", &[]), Err(Unwritten::Sentence("no-such-sentence".to_owned())));
        assert_eq!(phrases.say("greeting", &[]), Err(Unwritten::Sentence("greeting".to_owned())));
        assert_eq!(phrases.say("greeting", &[("name", "Ada".into())]).unwrap(), "Guten Tag Ada,");
    }
}
