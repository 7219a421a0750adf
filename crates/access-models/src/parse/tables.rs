//! The language itself: which tables there are, and which keys each of them has.

use tenure_domain::access_model::{
    AlertTopicSpec, AssignedFrom, FeatureSpec, LevelSpec, ModelSpec, PermissionSpec, Reach, ResourceKindSpec, RestrictionSpec,
    StatisticSpec, VisibilitySpec, WorkspaceKindSpec,
};
use toml::de::DeTable;

use super::entry::{Entry, Faults};
use super::places::Places;

/// The whole document, and everything in it that is not of this language.
pub(super) fn model(document: &DeTable<'_>, places: &mut Places<'_>) -> (ModelSpec, Faults) {
    let mut faults = Faults::new();
    let mut top = Entry::document(document, places, &mut faults);
    let spec = ModelSpec {
        name: top.required("name"),
        email_change: top.text("email_change"),
        undo_window_days: top.count("undo_window_days"),
        token_permission: top.text("token_permission"),
        plans: top.texts("plans"),
        workspace_kinds: top.entries("workspace_kind", workspace_kind),
        features: top.entries("feature", feature),
        permissions: top.entries("permission", permission),
        resource_kinds: top.entries("resource_kind", resource_kind),
        restrictions: top.entries("restriction", restriction),
        alert_topics: top.entries("alert_topic", alert_topic),
        statistics: top.entries("statistic", statistic),
        levels: top.entries("level", level),
    };
    top.finish();
    (spec, faults)
}

fn name(entry: &mut Entry<'_, '_, '_>) -> String {
    entry.text("name").unwrap_or_default()
}

fn workspace_kind(entry: &mut Entry<'_, '_, '_>) -> WorkspaceKindSpec {
    WorkspaceKindSpec { key: entry.required("key"), name: name(entry), starts_inactive: entry.flag("starts_inactive") }
}

fn feature(entry: &mut Entry<'_, '_, '_>) -> FeatureSpec {
    FeatureSpec { key: entry.required("key"), plans: entry.texts("plans") }
}

fn permission(entry: &mut Entry<'_, '_, '_>) -> PermissionSpec {
    PermissionSpec {
        key: entry.required("key"),
        name: name(entry),
        feature: entry.text("feature"),
        implies: entry.texts("implies"),
    }
}

fn resource_kind(entry: &mut Entry<'_, '_, '_>) -> ResourceKindSpec {
    ResourceKindSpec {
        key: entry.required("key"),
        name: name(entry),
        plural: entry.text("plural").unwrap_or_default(),
        grouped: entry.flag("grouped"),
        assigned_from: assigned_from(entry),
        cleared_on_deactivation: entry.flag("cleared_on_deactivation"),
        everyone_allowed: entry.flag("everyone_allowed"),
        listed: entry.flag("listed"),
        delete: entry.text("delete"),
    }
}

fn assigned_from(entry: &mut Entry<'_, '_, '_>) -> AssignedFrom {
    match entry.word("assigned_from") {
        None | Some(("member", _)) => AssignedFrom::Member,
        Some(("resource", _)) => AssignedFrom::Resource,
        Some(("both", _)) => AssignedFrom::Both,
        Some((given, start)) => {
            entry.not_one_of(start, given, "`member`, `resource` or `both`");
            AssignedFrom::Member
        }
    }
}

fn restriction(entry: &mut Entry<'_, '_, '_>) -> RestrictionSpec {
    RestrictionSpec {
        key: entry.required("key"),
        name: name(entry),
        levels: entry.texts("levels"),
        feature: entry.text("feature"),
        masks: entry.text("masks"),
        denies: entry.texts("denies"),
        visibility: visibility(entry),
    }
}

fn visibility(entry: &mut Entry<'_, '_, '_>) -> Option<VisibilitySpec> {
    let word = |word: &str| VisibilitySpec::Word(word.to_owned());
    entry.word_or_table("visibility", word, |table| VisibilitySpec::Shared(table.required("shared")))
}

fn alert_topic(entry: &mut Entry<'_, '_, '_>) -> AlertTopicSpec {
    AlertTopicSpec {
        key: entry.required("key"),
        per: entry.text("per"),
        permission: entry.text("permission"),
        filtered_by: entry.text("filtered_by"),
        triggers: entry.texts("triggers"),
    }
}

fn statistic(entry: &mut Entry<'_, '_, '_>) -> StatisticSpec {
    StatisticSpec { key: entry.required("key"), name: name(entry), feature: entry.text("feature") }
}

fn level(entry: &mut Entry<'_, '_, '_>) -> LevelSpec {
    LevelSpec {
        key: entry.required("key"),
        name: name(entry),
        permissions: entry.texts("permissions"),
        grantable: entry.texts("grantable"),
        manages: entry.texts("manages"),
        governs: entry.flag("governs"),
        reach: reach(entry),
    }
}

fn reach(entry: &mut Entry<'_, '_, '_>) -> Vec<(String, Reach)> {
    let mut reach = Vec::new();
    for (kind, word, start) in entry.words("reach") {
        let wide = match word {
            "all" => Reach::All,
            "choose" => Reach::Choose,
            "exactly_one" => Reach::ExactlyOne,
            "none" => Reach::None,
            given => {
                entry.not_one_of(start, given, "`all`, `choose`, `exactly_one` or `none`");
                continue;
            }
        };
        reach.push((kind.to_owned(), wide));
    }
    reach
}
