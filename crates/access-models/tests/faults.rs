//! Every way in which a document can be wrong names its line and its reason.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "tests fail by panicking"
)]

use tenure_access_models::{DocumentFault, MOST_BYTES, compile, parse};

/// The least that makes a model, after what a case says; its lines are never at fault unless the case says so.
const CHIEF: &str = "
[[level]]
key = 'chief'
governs = true
manages = ['chief']
permissions = ['members.view', 'members.invite', 'members.manage']
";

/// What is written before the chief, and which lines are at fault and why; each case begins in line 1.
type Case = (&'static str, &'static [(usize, &'static str)]);

fn hold(cases: &[Case], after: &str) {
    for (document, expected) in cases {
        let faults = compile(&format!("{document}{after}")).err().unwrap_or_default();
        let told = || faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert_eq!(faults.len(), expected.len(), "in\n{document}\n{}", told());
        for (fault, (line, part)) in faults.iter().zip(*expected) {
            assert!(fault.line == *line && fault.reason.contains(part), "in\n{document}\nexpected line {line}: {part}\n{}", told());
        }
    }
}

/// The same words over and over, with a number in them.
fn each(count: usize, words: impl Fn(usize) -> String) -> String {
    (0..count).map(words).collect()
}

#[test]
fn the_least_model_has_no_fault() {
    hold(&[("name = 't'", &[])], CHIEF);
}

#[test]
fn what_is_no_toml_is_told_at_its_line() {
    hold(
        &[
            ("name = 't'\nplans = ['a', 'b'\nundo_window_days = 3", &[(3, "not TOML")]),
            ("name = 't\nplans = []", &[(1, "not TOML: invalid literal string")]),
            ("name = 't'\n\nplans", &[(3, "not TOML: key with no value")]),
            ("name = 't'\nplans = []\nplans = []", &[(3, "not TOML: duplicate key")]),
            ("name = 't'\nname = 'u'\nplans = []\nplans = []", &[(2, "duplicate key"), (4, "duplicate key")]),
            ("name = 't'\n[[feature]]\nkey = 'a'\nkey = 'b'", &[(4, "duplicate key")]),
            ("name = 't'\n[feature", &[(2, "not TOML: unclosed table")]),
            ("name = 't'\nemail_change = confirmed", &[(2, "not TOML: string values must be quoted")]),
        ],
        CHIEF,
    );
}

#[test]
fn unknown_keys_are_all_told_with_the_nearest_known_one() {
    hold(
        &[
            (
                "name = 't'\nundo_window_dais = 3\ncolour = 'red'",
                &[(2, "there is no key `undo_window_dais`; did you mean `undo_window_days`?"), (3, "there is no key `colour`")],
            ),
            ("name = 't'\n[[permissions]]\nkey = 'a.b'", &[(2, "there is no key `permissions`; did you mean `permission`?")]),
            ("name = 't'\n[[workspace_kind]]\nkey = 'a'\nstart_inactive = true", &[(4, "did you mean `starts_inactive`?")]),
            ("name = 't'\n[[feature]]\nkey = 'a'\nplan = ['x']", &[(4, "did you mean `plans`?")]),
            ("name = 't'\n[[permission]]\nkey = 'a.b'\nimplied = []", &[(4, "did you mean `implies`?")]),
            ("name = 't'\n[[resource_kind]]\nkey = 'a'\ngroup = true", &[(4, "did you mean `grouped`?")]),
            ("name = 't'\n[[resource_kind]]\nkey = 'a'\nplurals = 'As'", &[(4, "did you mean `plural`?")]),
            ("name = 't'\n[[alert_topic]]\nkey = 'a'\nfilterd_by = 'x'", &[(4, "did you mean `filtered_by`?")]),
            ("name = 't'\n[[statistic]]\nkey = 'a'\nfeatures = 'x'", &[(4, "did you mean `feature`?")]),
            ("name = 't'\n[[level]]\nkey = 'a'\ngoverned = true", &[(4, "did you mean `governs`?")]),
            (
                "name = 't'\n[[restriction]]\nkey = 'a'\nlevels = ['chief']\nmask = 'full'\nvisibility = { share = 'x', shared = 'y' }",
                &[(5, "did you mean `masks`?"), (6, "there is no key `share`; did you mean `shared`?")],
            ),
        ],
        CHIEF,
    );
}

#[test]
fn wrong_types_are_told_with_what_belongs_there() {
    hold(
        &[
            ("name = 3", &[(1, "`name` takes text in quotes, not a number")]),
            ("name = 't'\nemail_change = true", &[(2, "`email_change` takes text in quotes, not `true` or `false`")]),
            (
                "name = 't'\nundo_window_days = '30'",
                &[(2, "`undo_window_days` takes a whole number that is not negative, not text")],
            ),
            ("name = 't'\nundo_window_days = -1", &[(2, "not a negative number")]),
            ("name = 't'\nundo_window_days = 1.5", &[(2, "not a fraction")]),
            ("name = 't'\nundo_window_days = 1979-05-27", &[(2, "not a date or time")]),
            ("name = 't'\nundo_window_days = 99999999999999999999", &[(2, "a whole number that is not negative, not a number")]),
            ("name = 't'\nplans = 'a'", &[(2, "`plans` takes a list of text in quotes, not text")]),
            ("name = 't'\nplans = [\n  'a',\n  1,\n  ['b'],\n]", &[(4, "not a number"), (5, "not a list")]),
            (
                "name = 't'\n[feature]\nkey = 'a'",
                &[(2, "`feature` takes entries, each under `[[feature]]` in double brackets, not a table")],
            ),
            (
                "name = 't'\nfeature = ['a']",
                &[(2, "`feature` takes entries, each under `[[feature]]` in double brackets, not text")],
            ),
            (
                "name = 't'\n[[workspace_kind]]\nkey = 'a'\nstarts_inactive = 'yes'",
                &[(4, "`starts_inactive` takes `true` or `false`, not text")],
            ),
            ("name = 't'\n[[level]]\nkey = 'a'\nreach = 'all'", &[(4, "`reach` takes a table, not text")]),
            (
                "name = 't'\n[[level]]\nkey = 'a'\nreach = { survey = true }",
                &[(4, "`survey` takes text in quotes, not `true` or `false`")],
            ),
            (
                "name = 't'\n[[restriction]]\nkey = 'a'\nvisibility = ['own']",
                &[(4, "`visibility` takes text in quotes or a table, not a list")],
            ),
        ],
        CHIEF,
    );
}

#[test]
fn what_is_missing_is_told_where_it_should_be() {
    hold(
        &[
            ("plans = []", &[(1, "`name` is missing")]),
            ("plans = []\nname = '  '", &[(2, "this is required")]),
            ("name = 't'\n\n[[feature]]\nplans = []", &[(3, "`key` is missing")]),
            (
                "name = 't'\n[[statistic]]\n[[statistic]]\nkey = 'a'\n[[permission]]\nname = 'x'",
                &[(2, "`key` is missing"), (5, "`key` is missing")],
            ),
            ("name = 't'\n[[restriction]]\nkey = 'a'\nvisibility = {}", &[(4, "`shared` is missing")]),
            ("name = 't'\n[[restriction]]\nkey = 'a'\nmasks = 'full'", &[(2, "this is required")]),
            ("name = 't'\n[[restriction]]\nkey = 'a'\nmasks = 'full'\nlevels = []", &[(5, "this is required")]),
        ],
        CHIEF,
    );
}

#[test]
fn words_outside_the_allowed_ones_are_told_with_those() {
    hold(
        &[
            ("name = 't'\nemail_change = 'always'", &[(2, "`always` is not allowed here; use `confirmed` or `never`")]),
            ("name = 't'\nundo_window_days = 3651", &[(2, "at most 3650 days")]),
            ("name = 't'\n[[resource_kind]]\nkey = 'a'\nassigned_from = 'team'", &[(4, "use `member`, `resource` or `both`")]),
            ("name = 't'\n[[level]]\nkey = 'a'\nreach = { b = 'some' }", &[(4, "use `all`, `choose`, `exactly_one` or `none`")]),
            ("name = 't'\n[[level]]\nkey = 'a'\n[level.reach]\nb = 'all'\nc = 'some'", &[(6, "`some` is not allowed here")]),
            ("name = 't'\n[[restriction]]\nkey = 'a'\nlevels = ['chief']\nmasks = 'half'", &[(5, "use `partial` or `full`")]),
            (
                "name = 't'\n[[restriction]]\nkey = 'a'\nlevels = ['chief']\nvisibility = 'mine'",
                &[(5, "use `own`, `own_and_unassigned`")],
            ),
        ],
        CHIEF,
    );
}

#[test]
fn how_far_levels_reach_goes_with_who_gives_them() {
    let kind = "name = 't'\n[[resource_kind]]\nkey = 'desk'\n";
    let of = |rest: &str| format!("{kind}{rest}");
    let further = of(
        "[[level]]\nkey = 'lead'\nmanages = ['wide']\npermissions = ['members.invite']\n[[level]]\nkey = 'wide'\nreach = { desk = 'all' }",
    );
    let governs = of(
        "[[level]]\nkey = 'boss'\ngoverns = true\nmanages = ['boss']\nreach = { desk = 'exactly_one' }\npermissions = ['members.view', 'members.invite', 'members.manage']",
    );
    let own = "name = 't'\n[[resource_kind]]\nkey = 'desk'\nassigned_from = 'resource'\n[[level]]\nkey = 'one'\nreach = { desk = 'exactly_one' }";
    let told = |document: &str| -> Vec<String> {
        let faults = compile(&format!("{document}{CHIEF}")).unwrap_err();
        faults.iter().map(|fault| format!("{}: {}", fault.line, fault.reason)).collect()
    };
    let has = |document: &str, line: usize, says: &str| {
        let told = told(document);
        assert!(told.iter().any(|one| one.starts_with(&format!("{line}: ")) && one.contains(says)), "{line} {says}: {told:?}");
    };
    has(&further, 6, "it manages `wide`, which reaches every `desk`");
    has(&governs, 8, "must not want exactly one `desk`");
    has(own, 7, "`exactly_one` wants a `desk` with the invitation");
}

#[test]
fn groups_are_for_what_is_chosen_for_members() {
    let kind = |from: &str| format!("name = 't'\n[[resource_kind]]\nkey = 'desk'\ngrouped = true\nassigned_from = '{from}'{CHIEF}");
    let faults = compile(&kind("resource")).unwrap_err();
    let told: Vec<String> = faults.iter().map(|fault| format!("{}: {}", fault.line, fault.reason)).collect();
    assert_eq!(told, ["4: groups are chosen for members, and who has one of these is chosen on its own page alone"]);
    for from in ["member", "both"] {
        assert!(compile(&kind(from)).is_ok(), "{from}");
    }
}

#[test]
fn keys_of_a_wrong_form_and_keys_given_twice_are_told() {
    let long = format!("name = 't'\n[[resource_kind]]\nkey = '{}'", "k".repeat(58));
    hold(
        &[
            (
                "name = 't'\nplans = ['ok', 'Not OK', '', '1st']",
                &[(2, "`Not OK` is no key"), (2, "`` is no key"), (2, "`1st` is no key")],
            ),
            ("name = 't'\nplans = [\n  'a',\n  'a',\n]", &[(4, "`a` is there already")]),
            ("name = 't'\n[[permission]]\nkey = 'calls'", &[(3, "permissions: noun.verb")]),
            ("name = 't'\n[[permission]]\nkey = 'a.b'\n[[permission]]\nkey = 'a.b'", &[(5, "`a.b` is there already")]),
            ("name = 't'\n[[permission]]\nkey = 'members.view'", &[(3, "one of the engine's own")]),
            ("name = 't'\n[[resource_kind]]\nkey = 'team'\n[[permission]]\nkey = 'team.assign'", &[(5, "one of the engine's own")]),
            ("name = 't'\n[[feature]]\nkey = 'a'\n[[feature]]\nkey = 'a'", &[(5, "`a` is there already")]),
            ("name = 't'\n[[workspace_kind]]\nkey = 'a'\n[[workspace_kind]]\nkey = 'a'", &[(5, "`a` is there already")]),
            ("name = 't'\n[[resource_kind]]\nkey = 'a'\n[[resource_kind]]\nkey = 'a'", &[(5, "`a` is there already")]),
            ("name = 't'\n[[alert_topic]]\nkey = 'a'\n[[alert_topic]]\nkey = 'a'", &[(5, "`a` is there already")]),
            ("name = 't'\n[[statistic]]\nkey = 'a'\n[[statistic]]\nkey = 'a'", &[(5, "`a` is there already")]),
            ("name = 't'\n[[level]]\nkey = 'chief'", &[(5, "`chief` is there already")]),
            (
                "name = 't'\n[[restriction]]\nkey = 'a'\nlevels = ['chief']\nmasks = 'full'\n[[restriction]]\nkey = 'a'\nlevels = ['chief']\nmasks = 'full'",
                &[(7, "`a` is there already")],
            ),
            (Box::leak(long.into_boxed_str()), &[(3, "is too long: at most 57 letters")]),
        ],
        CHIEF,
    );
}

#[test]
fn words_for_what_is_not_declared_are_told_with_the_nearest_that_is() {
    hold(
        &[
            (
                "name = 't'\nplans = ['growth']\n[[feature]]\nkey = 'a'\nplans = [\n  'growth',\n  'growht',\n]",
                &[(7, "there is no plan `growht`; did you mean `growth`?")],
            ),
            (
                "name = 't'\n[[feature]]\nkey = 'masking'\n[[permission]]\nkey = 'a.b'\nfeature = 'mask'",
                &[(6, "there is no feature `mask`")],
            ),
            (
                "name = 't'\n[[permission]]\nkey = 'a.b'\nimplies = ['member.view']",
                &[(4, "there is no permission `member.view`; did you mean `members.view`?")],
            ),
            ("name = 't'\n[[statistic]]\nkey = 'a'\nfeature = 'b'", &[(4, "there is no feature `b`")]),
            (
                "name = 't'\n[[alert_topic]]\nkey = 'a'\nper = 'b'\nfiltered_by = 'c'\npermission = 'd.e'",
                &[(4, "no resource kind `b`"), (5, "no resource kind `c`"), (6, "no permission `d.e`")],
            ),
            (
                "name = 't'\n[[level]]\nkey = 'a'\npermissions = ['x.y']\ngrantable = ['y.z']\nmanages = ['chef']\nreach = { team = 'all' }",
                &[
                    (4, "no permission `x.y`"),
                    (5, "no permission `y.z`"),
                    (6, "there is no level `chef`; did you mean `chief`?"),
                    (7, "no resource kind `team`"),
                ],
            ),
            (
                "name = 't'\n[[restriction]]\nkey = 'a'\nlevels = ['chieff']\nfeature = 'b'\ndenies = ['c.d']",
                &[(4, "did you mean `chief`?"), (5, "no feature `b`"), (6, "no permission `c.d`")],
            ),
            (
                "name = 't'\n[[restriction]]\nkey = 'a'\nlevels = ['chief']\nvisibility = { shared = 'team' }",
                &[(5, "no resource kind `team`")],
            ),
        ],
        CHIEF,
    );
}

#[test]
fn what_contradicts_itself_is_told() {
    hold(
        &[
            ("name = 't'\n[[permission]]\nkey = 'a.b'\nimplies = ['a.b']", &[(4, "`a.b` implies itself")]),
            (
                "name = 't'\n[[permission]]\nkey = 'a.b'\nimplies = ['c.d']\n[[permission]]\nkey = 'c.d'\nimplies = ['members.view', 'a.b']",
                &[(4, "`a.b` implies itself"), (7, "`c.d` implies itself")],
            ),
            ("name = 't'\n[[restriction]]\nkey = 'a'\nlevels = ['chief']", &[(2, "exactly one of")]),
            (
                "name = 't'\n\n[[restriction]]\nkey = 'a'\nlevels = ['chief']\nmasks = 'full'\nvisibility = 'own'",
                &[(3, "exactly one of")],
            ),
            ("name = 't'\n[[restriction]]\nkey = 'a'\nlevels = ['chief']\ndenies = ['members.manage']", &[(5, "`chief` governs")]),
        ],
        CHIEF,
    );
}

#[test]
fn levels_that_do_not_fit_together_are_told() {
    hold(
        &[
            ("name = 't'\n[[level]]\nkey = 'a'", &[(3, "nobody could ever give `a`")]),
            (
                "name = 't'\n[[level]]\nkey = 'a'\npermissions = ['members.manage']\nmanages = ['a']",
                &[(3, "nobody could ever give `a`")],
            ),
            (
                "name = 't'\n[[level]]\nkey = 'a'\ngoverns = true\nmanages = ['chief', 'a']",
                &[
                    (2, "a level that governs needs `members.view`"),
                    (2, "needs `members.invite`"),
                    (2, "needs `members.manage`"),
                    (5, "neither its permissions nor"),
                    (5, "manages `chief`, which may `members.view`"),
                ],
            ),
        ],
        CHIEF,
    );
    hold(
        &[
            ("name = 't'", &[(1, "no level governs")]),
            ("name = 't'\n\n[[level]]\nkey = 'a'\n[[level]]\nkey = 'b'", &[(3, "no level governs")]),
            (
                "name = 't'\n[[level]]\nkey = 'a'\ngoverns = true\npermissions = ['members.view', 'members.invite', 'members.manage']\nmanages = ['b']\n[[level]]\nkey = 'b'\npermissions = ['contacts.view']",
                &[
                    (3, "nobody could ever give `a`"),
                    (6, "must manage at least one level that governs"),
                    (6, "manages `b`, which may `contacts.view` while"),
                ],
            ),
        ],
        "",
    );
}

#[test]
fn more_than_a_model_holds_is_told_where_it_runs_over() {
    let entries = |table: &str, key: &str, count| each(count, |at| format!("[[{table}]]\nkey = '{key}{at}'\n"));
    let told = |document: &str| -> Vec<(usize, String)> {
        compile(&format!("{document}{CHIEF}")).unwrap_err().into_iter().map(|fault| (fault.line, fault.reason)).collect()
    };
    let most = |count: usize| format!("a model may have at most {count} of these");
    assert_eq!(told(&format!("name = 't'\n{}", entries("permission", "a.b", 241))), [(2 + 2 * 240, most(240))]);
    assert_eq!(told(&format!("name = 't'\n{}", entries("resource_kind", "a", 241))), [(2 + 2 * 240, most(240))]);
    // The one too many is the chief, whose table follows an empty line.
    assert_eq!(told(&format!("name = 't'\n{}", entries("level", "a", 256))), [(1 + 2 * 256 + 2, most(256))]);
    for table in ["feature", "statistic", "workspace_kind", "alert_topic", "restriction"] {
        assert_eq!(told(&format!("name = 't'\n{}", entries(table, "a", 257))), [(2 + 2 * 256, most(256))], "{table}");
    }
    let plans = each(257, |at| format!("'p{at}',\n"));
    assert_eq!(told(&format!("name = 't'\nplans = [\n{plans}]\n")), [(3 + 256, most(256))]);
}

#[test]
fn an_oversized_document_is_not_read() {
    let document = format!("name = 't'\n#{}", " ".repeat(MOST_BYTES));
    assert_eq!(parse(&document).unwrap_err(), compile(&document).unwrap_err());
    assert!(parse(&document).unwrap_err()[0].reason.contains("at most 262144 are read"));
}

#[test]
fn faults_are_told_in_the_documents_order_with_columns_in_characters() {
    let faults = compile("naem = 'ä'\nplans = ['ä', 3, true]").unwrap_err();
    let places: Vec<(usize, usize)> = faults.iter().map(|DocumentFault { line, column, .. }| (*line, *column)).collect();
    assert_eq!(places, [(1, 1), (1, 1), (2, 15), (2, 18)]);
    assert_eq!(faults[2].to_string(), "line 2: `plans` takes a list of text in quotes, not a number");
}

#[test]
fn of_very_many_faults_the_first_hundred_are_told_and_the_rest_counted() {
    let document = format!("name = 't'\n{}", each(30_000, |at| format!("x{at}=1\n")));
    let faults = compile(&document[..document.len().min(MOST_BYTES)]).unwrap_err();
    assert_eq!(faults.len(), 100);
    assert_eq!(faults[99].line, 101);
    assert!(faults[99].reason.contains("more faults from here on"));
}
