//! The models that come with the product, as the documents that an organization could also bring itself.

/// Every built-in model: its name and its document.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("workspace", include_str!("../models/workspace.toml")),
    ("partner-network", include_str!("../models/partner-network.toml")),
    ("account-tree", include_str!("../models/account-tree.toml")),
    ("contact-center", include_str!("../models/contact-center.toml")),
    ("feedback", include_str!("../models/feedback.toml")),
];

/// The document of the built-in model of this name.
///
/// ```
/// let document = tenure_access_models::built_in("workspace").unwrap();
/// let model = tenure_access_models::compile(document).unwrap();
/// assert_eq!(model.levels().map(|level| model.level_name(level).to_owned()).collect::<Vec<_>>(), ["Owner", "Manager", "Agent"]);
/// ```
pub fn built_in(name: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, document)| *document)
}
