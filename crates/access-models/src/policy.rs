//! A model's policy as text that a person can read through: who may do what, and what is taken away.

mod grid;

use std::fmt::Write;

use tenure_domain::access_model::{AccessModel, AssignedFrom, Effect, EmailChange, Reach};
use tenure_domain::bits::{Level, Permission, Set};
use tenure_domain::visibility::{Masking, Visibility};

use grid::Grid;

const YES: &str = "✓";
const NO: &str = "✗";
const ADDABLE: &str = "+";
const NOTHING: &str = "–";

/// The whole policy of a model: permissions by level, who manages whom, restrictions with what they take, features by plan, and
/// what else the model names. The same model always gives the same text, so it serves as a golden file.
pub fn render_policy(model: &AccessModel) -> String {
    let sections = [
        Some(head(model)),
        Some(permissions(model)),
        managing(model),
        restrictions(model),
        features(model),
        resource_kinds(model),
        workspace_kinds(model),
        alert_topics(model),
        statistics(model),
    ];
    let mut text = sections.into_iter().flatten().collect::<Vec<_>>().join("\n");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// A section with a heading, unless there is nothing in it.
fn section(heading: &str, grid: &Grid) -> Option<String> {
    (!grid.is_empty()).then(|| format!("{heading}\n\n{grid}"))
}

fn tick(yes: bool) -> String {
    if yes { YES } else { NO }.to_owned()
}

fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    if items.is_empty() { NOTHING.to_owned() } else { items.join(", ") }
}

fn level_key(model: &AccessModel, level: Level) -> String {
    model.level_key(level).map(ToString::to_string).unwrap_or_default()
}

fn permission_keys(model: &AccessModel, of: Set<Permission>) -> String {
    list(of.iter().filter_map(|permission| model.permission_key(permission).map(ToString::to_string)))
}

/// Columns of a table that has one for each level.
fn by_level(model: &AccessModel, before: &[&str]) -> Vec<String> {
    let levels = model.levels().map(|level| level_key(model, level));
    before.iter().map(ToString::to_string).chain(levels).collect()
}

fn head(model: &AccessModel) -> String {
    let email = match model.email_change() {
        EmailChange::Confirmed => "after confirmation",
        EmailChange::Never => "never",
    };
    let mut text = String::new();
    // Writing to a string can't fail.
    let _written = writeln!(text, "ACCESS MODEL {}\n", model.name());
    let _written = writeln!(text, "E-mail changes: {email}. Undo window: {} days.", model.undo_window_days());
    let tokens = model.token_permission().and_then(|permission| model.permission_key(permission));
    let _written =
        writeln!(text, "API tokens: {}.", tokens.map_or_else(|| "every active member".to_owned(), |key| format!("with {key}")));
    let _written = writeln!(text, "Plans: {}.", list(model.plans().iter().map(ToString::to_string)));
    text
}

fn permissions(model: &AccessModel) -> String {
    let mut grid = Grid::new(by_level(model, &["permission", "feature"]));
    for permission in model.permissions() {
        let key = model.permission_key(permission).map(ToString::to_string).unwrap_or_default();
        let feature = model.permission_feature(permission).and_then(|feature| model.feature_key(feature));
        let mut row = vec![key, feature.map_or_else(|| NOTHING.to_owned(), ToString::to_string)];
        row.extend(model.levels().map(|level| {
            let had = model.level_permissions(level).has(permission);
            if !had && model.grantable(level).has(permission) { ADDABLE.to_owned() } else { tick(had) }
        }));
        grid.row(row);
    }
    let implying = model.permissions().filter(|permission| model.meaning(*permission).len() > 1);
    let implied = implying.map(|permission| {
        let own: Set<Permission> = std::iter::once(permission).collect();
        let of = |set| permission_keys(model, set);
        format!("{} brings {}\n", of(own), of(model.meaning(permission).minus(own)))
    });
    let implied = implied.collect::<String>();
    let gap = if implied.is_empty() { "" } else { "\n" };
    format!("PERMISSIONS ({YES} has it, {ADDABLE} a grant may add it, {NO} never)\n\n{grid}{gap}{implied}")
}

fn managing(model: &AccessModel) -> Option<String> {
    let mut grid = Grid::new(by_level(model, &["level", "name", "governs"]));
    for level in model.levels() {
        let mut row = vec![level_key(model, level), model.level_name(level).to_owned(), tick(model.governs(level))];
        row.extend(model.levels().map(|managed| tick(model.manages(level).has(managed))));
        grid.row(row);
    }
    section("LEVELS, and whom they manage", &grid)
}

fn restrictions(model: &AccessModel) -> Option<String> {
    let mut grid = Grid::new(by_level(model, &["restriction", "feature"]).into_iter().chain(["takes away".to_owned()]));
    for restriction in model.restrictions() {
        let key = model.restriction_key(restriction).map(ToString::to_string).unwrap_or_default();
        let feature = model.restriction_feature(restriction).and_then(|feature| model.feature_key(feature));
        let mut row = vec![key, feature.map_or_else(|| NOTHING.to_owned(), ToString::to_string)];
        row.extend(model.levels().map(|level| tick(model.eligible(restriction).has(level))));
        row.push(model.effect(restriction).map(|effect| takes(model, effect)).unwrap_or_default());
        grid.row(row);
    }
    section("RESTRICTIONS, and whose grants may carry them", &grid)
}

fn takes(model: &AccessModel, effect: &Effect) -> String {
    match effect {
        Effect::Denies(denied) => permission_keys(model, *denied),
        Effect::Masks(Masking::None) | Effect::Narrows(Visibility::Everything) => NOTHING.to_owned(),
        Effect::Masks(Masking::Partial) => "the sight of phone numbers and e-mail addresses".to_owned(),
        Effect::Masks(Masking::Full) => "the sight of phone numbers, e-mail addresses and names".to_owned(),
        Effect::Narrows(Visibility::Own) => "contacts but one's own".to_owned(),
        Effect::Narrows(Visibility::OwnAndUnassigned) => "contacts but one's own and nobody's".to_owned(),
        Effect::Narrows(Visibility::Shared(kind)) => format!("contacts but those held by someone of a {kind} in common"),
    }
}

fn features(model: &AccessModel) -> Option<String> {
    let mut grid = Grid::new(std::iter::once("feature".to_owned()).chain(model.plans().iter().map(ToString::to_string)));
    for feature in model.features() {
        let key = model.feature_key(feature).map(ToString::to_string).unwrap_or_default();
        let on = |plan: &str| model.features_of_plan(plan).has(feature);
        grid.row(std::iter::once(key).chain(model.plans().iter().map(|plan| tick(on(plan.as_str())))));
    }
    section("FEATURES, and the plans that switch them on", &grid)
}

fn resource_kinds(model: &AccessModel) -> Option<String> {
    let mut grid =
        Grid::new(by_level(model, &["kind", "assigned from", "deleting needs", "grouped", "everyone", "cleared", "listed"]));
    for kind in model.resource_kinds() {
        let from = match kind.assigned_from {
            AssignedFrom::Member => "member",
            AssignedFrom::Resource => "resource",
            AssignedFrom::Both => "both",
        };
        let flags = [kind.grouped, kind.everyone_allowed, kind.cleared_on_deactivation, kind.listed].map(tick);
        let reach = model.levels().map(|level| reach(model.reach(level, &kind.key)).to_owned());
        let delete = kind.delete.clone().unwrap_or_else(|| NOTHING.to_owned());
        grid.row([kind.key.clone(), from.to_owned(), delete].into_iter().chain(flags).chain(reach));
    }
    section("RESOURCE KINDS, and how far levels reach into them", &grid)
}

fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::None => "none",
        Reach::ExactlyOne => "exactly one",
        Reach::Choose => "choose",
        Reach::All => "all",
    }
}

fn workspace_kinds(model: &AccessModel) -> Option<String> {
    let mut grid = Grid::new(["kind", "name", "starts inactive"].map(str::to_owned));
    for (key, name, starts_inactive) in model.workspace_kinds() {
        grid.row([key.to_string(), name.clone(), tick(*starts_inactive)]);
    }
    section("WORKSPACE KINDS, outermost first", &grid)
}

fn alert_topics(model: &AccessModel) -> Option<String> {
    let or_nothing = |word: &Option<String>| word.clone().unwrap_or_else(|| NOTHING.to_owned());
    let mut grid = Grid::new(["topic", "one rule per", "needs", "filtered by", "triggers"].map(str::to_owned));
    for topic in model.alert_topics() {
        let (per, needs, filter) = (or_nothing(&topic.per), or_nothing(&topic.permission), or_nothing(&topic.filtered_by));
        grid.row([topic.key.clone(), per, needs, filter, list(topic.triggers.iter().cloned())]);
    }
    section("ALERT TOPICS", &grid)
}

fn statistics(model: &AccessModel) -> Option<String> {
    let mut grid = Grid::new(["statistic", "feature"].map(str::to_owned));
    for statistic in model.statistics() {
        grid.row([statistic.key.clone(), statistic.feature.clone().unwrap_or_else(|| NOTHING.to_owned())]);
    }
    section("STATISTICS", &grid)
}
