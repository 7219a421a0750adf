//! Variables of the environment: `TENURED_SMTP__HOST` for `smtp.host`.

use std::ffi::OsString;

use super::Problem;
use super::key::{PREFIX, nearest, variable};
use super::layers::Layer;
use super::origin::Origin;

/// Names the file, and so is no setting in it.
pub(super) const CONFIG: &str = "TENURED_CONFIG";

/// Takes every variable that begins as ours do. An empty one counts as absent, since composing tools can't leave one out.
pub(super) fn environment(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Layer {
    let mut layer = Layer::new();
    let mut ours: Vec<(String, OsString)> = variables
        .into_iter()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
        .filter(|(name, value)| name.starts_with(PREFIX) && name != CONFIG && !value.is_empty())
        .collect();
    ours.sort();
    for (given, value) in ours {
        let name = given.get(PREFIX.len()..).unwrap_or_default().to_ascii_lowercase().replace("__", ".");
        let origin = Origin::Environment(given.clone());
        if given != variable(&name) || super::key::Named::find(&name).is_none() {
            let meant = nearest(&name).map(|known| format!("; did you mean {}?", variable(&known))).unwrap_or_default();
            layer.problem(Problem::of(&given, format!("there is no such setting{meant}")));
        } else if let Ok(text) = value.into_string() {
            layer.say(&name, text, origin);
        } else {
            layer.problem(Problem::of(&given, "it is not UTF-8"));
        }
    }
    layer
}
