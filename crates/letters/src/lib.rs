//! Mail texts: templates, translations, and the letter for each errand.
