//! What rights are called: the model names its own, and the engine's have a sentence in every language.

use tenure_domain::PermissionKey;
use tenure_domain::access_model::AccessModel;
use tenure_domain::bits::{Permission, Set};

use crate::words::Words;

/// A right's name.
pub(crate) fn right(words: Words, model: &AccessModel, permission: Permission) -> String {
    let name = model.permission_name(permission);
    let Some(key) = model.permission_key(permission) else { return name.to_owned() };
    let kinds = model.resource_kinds().iter();
    if let Some(kind) = kinds.filter(|kind| kind.assign_permission() == key.as_str()).map(|kind| kind.name.as_str()).next() {
        return words.with("permission-assign", kind);
    }
    // The engine's own rights are called by their keys: a model's document can't name them.
    if key.as_str() == name { words.word("permission", name) } else { name.to_owned() }
}

/// The name of the right that a key means; the key itself for one that the model doesn't know.
pub(crate) fn right_of(words: Words, model: &AccessModel, key: &PermissionKey) -> String {
    model.permission(key.as_str()).map_or_else(|| key.to_string(), |permission| right(words, model, permission))
}

/// The names of several.
pub(crate) fn rights(words: Words, model: &AccessModel, permissions: Set<Permission>) -> Vec<String> {
    permissions.iter().map(|one| right(words, model, one)).collect()
}
