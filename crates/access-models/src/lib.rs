//! The access-model language: TOML to domain and back, and the built-in models.
