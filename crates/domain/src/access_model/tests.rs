//! Models that compile to what they say, and faults that only the engine can see.

use super::*;

fn keys(of: &[&str]) -> Vec<String> {
    of.iter().map(ToString::to_string).collect()
}

fn level(key: &str, permissions: &[&str], manages: &[&str], governs: bool) -> LevelSpec {
    LevelSpec { key: key.to_owned(), permissions: keys(permissions), manages: keys(manages), governs, ..LevelSpec::default() }
}

fn permission(key: &str, implies: &[&str]) -> PermissionSpec {
    PermissionSpec { key: key.to_owned(), implies: keys(implies), ..PermissionSpec::default() }
}

/// The least model: a chief who governs.
fn chief() -> ModelSpec {
    let chief = level("chief", &["members.view", "members.invite", "members.manage"], &["chief"], true);
    ModelSpec { name: "least".to_owned(), levels: vec![chief], ..ModelSpec::default() }
}

fn reasons(spec: &ModelSpec) -> Vec<FaultReason> {
    AccessModel::compile(spec).err().unwrap_or_default().into_iter().map(|fault| fault.reason).collect()
}

#[test]
fn the_least_model_compiles() {
    assert_eq!(reasons(&chief()), []);
}

#[test]
fn a_ring_of_levels_that_no_governor_manages_is_unreachable() {
    let mut spec = chief();
    let rights = ["members.view", "members.manage"];
    spec.levels.push(level("ping", &rights, &["pong"], false));
    spec.levels.push(level("pong", &rights, &["ping", "pong"], false));
    let unreachable = |key: &str| FaultReason::Unreachable(key.to_owned());
    assert_eq!(reasons(&spec), [unreachable("ping"), unreachable("pong")]);
    spec.levels[0].manages.push("ping".to_owned());
    assert_eq!(reasons(&spec), []);
}

#[test]
fn a_faulty_permission_does_not_bend_what_later_ones_imply() {
    let mut spec = chief();
    // Were permissions numbered as the document counts them, `c.d` would seem to imply what `a.b` does, and `e.f` itself.
    spec.permissions =
        vec![permission("NOT A KEY", &[]), permission("a.b", &["e.f"]), permission("c.d", &[]), permission("e.f", &["c.d"])];
    assert_eq!(reasons(&spec), [FaultReason::BadKey("NOT A KEY".to_owned())]);
    spec.permissions.remove(0);
    let model = AccessModel::compile(&spec).unwrap();
    let number = |key: &str| model.permission(key).unwrap();
    assert_eq!(model.meaning(number("a.b")), [number("a.b"), number("c.d"), number("e.f")].into_iter().collect());
    assert_eq!(model.meaning(number("c.d")), std::iter::once(number("c.d")).collect());
}

#[test]
fn a_kind_whose_assign_permission_would_be_no_key_is_refused() {
    let mut spec = chief();
    let kind = |letters: usize| ResourceKindSpec { key: "k".repeat(letters), ..ResourceKindSpec::default() };
    spec.resource_kinds = vec![kind(57)];
    let model = AccessModel::compile(&spec).unwrap();
    assert!(model.permission(&kind(57).assign_permission()).is_some());
    spec.resource_kinds = vec![kind(58)];
    assert_eq!(reasons(&spec), [FaultReason::KeyTooLong { key: "k".repeat(58), most: 57 }]);
}

#[test]
fn a_kind_without_names_is_called_by_its_key_and_several_as_one_is() {
    let mut spec = chief();
    let kind = |name: &str, plural: &str| ResourceKindSpec {
        key: "branch".to_owned(),
        name: name.to_owned(),
        plural: plural.to_owned(),
        ..ResourceKindSpec::default()
    };
    for (name, plural, expected) in [
        ("", "", ("branch", "branch")),
        ("Branch", "", ("Branch", "Branch")),
        ("Branch", "Branches", ("Branch", "Branches")),
        (" ", "Branches", ("branch", "Branches")),
    ] {
        spec.resource_kinds = vec![kind(name, plural)];
        let model = AccessModel::compile(&spec).unwrap();
        let kind = model.resource_kind("branch").unwrap();
        assert_eq!((kind.name.as_str(), kind.plural.as_str()), expected);
    }
}

#[test]
fn what_a_grantable_permission_implies_is_not_grantable_alone() {
    let mut spec = chief();
    spec.permissions = vec![permission("staff.use", &["members.view", "members.manage"])];
    spec.levels[0].permissions.push("staff.use".to_owned());
    spec.levels[0].manages.push("member".to_owned());
    let mut member = level("member", &[], &["member"], false);
    member.grantable = keys(&["staff.use"]);
    spec.levels.push(member);
    let model = AccessModel::compile(&spec).unwrap();
    let (member, staff) = (model.level("member").unwrap(), model.permission("staff.use").unwrap());
    assert_eq!(model.grantable(member), std::iter::once(staff).collect());
    assert!(model.meaning(staff).has(engine::MEMBERS_MANAGE));
}

#[test]
fn a_model_holds_as_much_as_there_are_numbers_and_no_more() {
    let mut spec = chief();
    let room = crate::bits::CAPACITY - engine::KEYS.len() - 1;
    spec.resource_kinds = vec![ResourceKindSpec { key: "team".to_owned(), ..ResourceKindSpec::default() }];
    spec.permissions = (0..room).map(|at| permission(&format!("n.v{at}"), &[])).collect();
    assert_eq!(reasons(&spec), []);
    spec.permissions.push(permission("one.more", &[]));
    let faults = AccessModel::compile(&spec).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].at, Spot { table: "permission", entry: room, ..Spot::default() });
    assert_eq!(faults[0].reason, FaultReason::TooMany(room));
}
