//! Why somebody can or can't do something, in sentences.

use tenure_domain::WorkspaceId;
use tenure_domain::access::Reason;
use tenure_domain::access_model::AccessModel;

use crate::rights::right;
use crate::words::Words;

/// An answer with its chain.
pub(crate) struct Why {
    pub(crate) allowed: bool,
    pub(crate) permission: String,
    /// The resource that was asked about, if one was.
    pub(crate) about: Option<String>,
    /// Empty when nothing ever gave it.
    pub(crate) links: Vec<Link>,
}

/// One link of the chain.
pub(crate) struct Link {
    /// Whether it gives the right; else it takes it away.
    pub(crate) gives: bool,
    pub(crate) sentence: String,
}

/// A link in words. `name_of` knows the names of those workspaces that the reader may know of.
pub(crate) fn because(
    words: Words,
    model: &AccessModel,
    reason: &Reason,
    asked: WorkspaceId,
    name_of: &impl Fn(WorkspaceId) -> Option<String>,
) -> Link {
    let place = |at: WorkspaceId| name_of(at).unwrap_or_else(|| words.say("why-elsewhere"));
    let here_or_above = |here: &'static str, above: &'static str, at: WorkspaceId| if at == asked { here } else { above };
    let sentence = match reason {
        Reason::Level { level, workspace } => {
            let key = here_or_above("why-level", "why-level-inherited", *workspace);
            words.with_both(key, model.level_name(*level), place(*workspace))
        }
        Reason::Extra { permission, workspace } => {
            let key = here_or_above("why-extra", "why-extra-inherited", *workspace);
            words.with_both(key, right(words, model, *permission), place(*workspace))
        }
        Reason::Restricted { restriction, workspace } => {
            words.with_both("why-restricted", model.restriction_name(*restriction), place(*workspace))
        }
        Reason::FeatureOff { feature, workspace } => {
            let feature = model.feature_key(*feature).map(|key| words.word("feature", key.as_str())).unwrap_or_default();
            match workspace {
                Some(workspace) => words.with_both("why-feature-off-at", feature, place(*workspace)),
                None => words.with("why-feature-off", feature),
            }
        }
        Reason::WorkspaceOff(workspace) => match name_of(*workspace) {
            Some(name) => words.with("why-workspace-off", name),
            None => words.say("why-workspace-off-elsewhere"),
        },
        Reason::NotActive(status) => words.with("why-not-active", words.word("status", &status.to_string())),
        Reason::OrganizationOff => words.say("why-organization-off"),
        Reason::ForEveryone => words.say("why-for-everyone"),
        Reason::Implied => words.say("why-implied"),
        Reason::Chosen => words.say("why-selection"),
        Reason::WholeKind => words.say("why-whole-kind"),
        Reason::ByGroup(_) => words.say("why-group"),
        Reason::OutOfReach => words.say("why-out-of-reach"),
    };
    Link { gives: reason.gives(), sentence }
}
