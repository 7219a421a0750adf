//! f2: a write changes what it is documented to change, and nothing of anybody else's, in every model.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::deeds::Stage;
use super::products::{ACCOUNT_TREE, FEEDBACK, PRODUCTS};
use crate::support::{Client, Route, routes};

/// What every change may write: that it happened, and whom to tell.
const ALWAYS: [&str; 4] = ["journal", "journal_heads", "errands", "search_tenants"];

/// What belongs to people who are invited, changed, and go.
const PEOPLE: &[&str] = &[
    "memberships",
    "membership_emails",
    "member_documents",
    "grants",
    "grant_levels",
    "invitations",
    "selections",
    "selection_resources",
    "selection_groups",
    "deleted_memberships",
];

/// What a handover moves.
const WORK: &[&str] =
    &["memberships", "grants", "grant_levels", "portfolios", "receipts", "receipt_portfolios", "receipt_workspaces"];

/// The tables that each route of an organization may write, beside those that all may.
#[rustfmt::skip]
const WRITES: &[(&str, &[&[&str]])] = &[
    ("PATCH ",                                    &[&["organizations"]]),
    ("PUT /access-model",                         &[&["organizations"]]),
    ("POST /access-model/plan",                   &[]),
    ("POST /workspaces",                          &[&["workspaces"]]),
    ("PATCH /workspaces/{ws}",                    &[&["workspaces"]]),
    ("POST /workspaces/{ws}/move",                &[&["workspaces"]]),
    ("DELETE /workspaces/{ws}",                   &[&["workspaces"]]),
    ("PATCH /members/{member}",                   &[&["memberships", "member_documents"]]),
    ("POST /members/{member}/password-reset",     &[&["users"]]),
    ("POST /members/{member}/email",              &[&["users", "attempts"]]),
    ("PUT /members/{member}/grants/{ws}",         &[&["memberships", "grants", "grant_levels"]]),
    ("POST /members/{member}/grants/{ws}/revocation", &[WORK]),
    ("POST /members/{member}/tokens",             &[&["tokens"]]),
    ("POST /members/{member}/tokens/{id}/replacement", &[&["tokens"]]),
    ("DELETE /members/{member}/tokens/{id}",      &[&["tokens"]]),
    ("POST /members/{member}/deletion",           &[PEOPLE, WORK, &["sessions", "tokens"]]),
    ("POST /members/{member}/unlock",             &[&["attempts"]]),
    ("POST /members/{member}/statistics",         &[&["statistics"]]),
    ("POST /members/{member}/deactivation",       &[WORK, &["member_documents", "selections", "selection_resources", "selection_groups", "sessions", "tokens"]]),
    ("POST /members/{member}/reactivation",       &[WORK, &["member_documents", "selections", "selection_resources", "selection_groups"]]),
    ("POST /members/deletion",                    &[PEOPLE, WORK, &["jobs", "job_items", "sessions", "tokens"]]),
    ("POST /members/levels",                      &[&["memberships", "grants", "grant_levels", "jobs", "job_items"]]),
    ("POST /members/import",                      &[&["jobs", "job_items"]]),
    ("POST /members/import/{plan}/execution",     &[&["memberships", "membership_emails", "member_documents", "grants", "grant_levels", "invitations", "invitation_mails", "jobs", "job_items"]]),
    ("PUT /members/{member}/selections/{kind}",   &[&["memberships", "selections", "selection_resources"]]),
    ("POST /jobs/{id}/stop",                      &[]),
    ("POST /jobs/{id}/undo",                      &[PEOPLE, WORK, &["jobs", "job_items"]]),
    ("POST /receipts/{id}/undo",                  &[WORK]),
    ("POST /invitations",                         &[&["memberships", "membership_emails", "member_documents", "grants", "grant_levels", "invitations", "invitation_mails"]]),
    ("PATCH /invitations/{id}",                   &[&["memberships", "membership_emails", "member_documents", "invitations", "invitation_mails"]]),
    ("DELETE /invitations/{id}",                  &[PEOPLE]),
    ("POST /invitations/{id}/resend",             &[&["invitations", "invitation_mails"]]),
    ("POST /contacts",                            &[&["contacts", "contact_documents"]]),
    ("DELETE /contacts/{id}",                     &[&["contacts", "contact_documents"]]),
    ("PUT /contacts/{id}/assignee",               &[&["contacts", "portfolios"]]),
    ("POST /access/batch",                        &[]),
    ("POST /resources",                           &[&["resources", "grouped_resources"]]),
    ("PATCH /resources/{id}",                     &[&["resources", "grouped_resources"]]),
    ("DELETE /resources/{id}",                    &[&["resources", "grouped_resources", "selections", "selection_resources"]]),
    ("POST /resource-groups",                     &[&["resource_groups"]]),
    ("PATCH /resource-groups/{id}",               &[&["resource_groups"]]),
    ("DELETE /resource-groups/{id}",              &[&["resource_groups", "grouped_resources", "selections", "selection_groups"]]),
    ("PUT /resources/{id}/members/{member}",      &[&["memberships", "selections", "selection_resources"]]),
    ("DELETE /resources/{id}/members/{member}",   &[&["memberships", "selections", "selection_resources"]]),
    ("POST /presence",                            &[]),
];

/// Written a while after somebody came, whatever they came for, and so at any moment of any deed.
const LATER: [&str; 2] = ["presences", "presence_waves"];

type Tables = BTreeMap<String, BTreeSet<String>>;

async fn all(stage: &Stage) -> Tables {
    let tables = stage.house.everything().await.into_iter();
    // What is searched in is an index over the documents, which are looked at themselves.
    let tables = tables.filter(|(table, _)| !table.contains("_search_") && !LATER.contains(&table.as_str()));
    tables.map(|(table, rows)| (table, rows.into_iter().collect())).collect()
}

fn may_write(route: &Route) -> BTreeSet<&'static str> {
    let short = route.name().replace("/organizations/{org}", "");
    let found = WRITES.iter().find(|(name, _)| *name == short).unwrap_or_else(|| panic!("f2: say what `{short}` writes"));
    found.1.iter().copied().flatten().copied().chain(ALWAYS).collect()
}

/// The rows that speak of somebody or something else, which nothing here is about.
fn of_others(tables: &Tables, others: &[String]) -> Tables {
    let theirs = |row: &String| others.iter().any(|other| row.to_lowercase().contains(&other.replace('-', "")));
    tables.iter().map(|(table, rows)| (table.clone(), rows.iter().filter(|row| theirs(row)).cloned().collect())).collect()
}

/// Gives somebody what a write could take from them by mistake: something that was chosen, and a contact if they can have one.
async fn settle(stage: &Stage, who: &Client) {
    let (owner, product) = (&stage.owner, stage.product);
    if let Some(kind) = product.kind {
        let resource = stage.resource().await;
        if product.from_resource {
            owner.put_into(who, &resource).await;
        } else {
            let path = format!("members/{}/selections/{kind}", who.member);
            owner.put(&path, json!({ "resources": [resource] })).header("if-match", "\"v0\"").await.expect(200);
        }
    }
    let body = json!({ "workspace": stage.child, "name": "Ada", "assignee": who.member });
    let made = owner.post("contacts", body).await;
    assert!(matches!(made.status.as_u16(), 201 | 422), "{made}");
}

#[tokio::test]
async fn f2_a_write_changes_what_it_says_and_nothing_of_others() {
    for product in PRODUCTS {
        let stage = Stage::of(product).await;
        let owner = &stage.owner;
        let operator = stage.house.sign_in("olga@example.test").await;
        let other: Client = operator.found("Other", "governor@other.test", &json!({ "model": product.model })).await;
        let bystander = owner.hire("bystander@mine.test", &stage.child, product.target).await;
        let elsewhere = other.hire("bystander@other.test", &other.root, product.target).await;
        let (waiting, _) = owner.pending("waiting@mine.test", &stage.child, product.target).await;
        settle(&stage, &bystander).await;
        let mut others = vec![other.organization.clone(), other.member.clone(), elsewhere.member.clone()];
        others.extend([bystander.member.clone(), waiting]);
        let writes = routes().into_iter().filter(|route| route.is_write() && route.path.starts_with("/organizations/{org}"));
        // What is prepared for a deed goes through the same routes, so others are looked at from the beginning on.
        let settled = of_others(&all(&stage).await, &others);
        let (mut wrong, mut done) = (Vec::new(), 0);
        for route in writes {
            let deed = stage.deed(&route, &stage.child).await;
            let before = all(&stage).await;
            let answer = deed.by(owner, owner, &route).await;
            let after = all(&stage).await;
            let may = may_write(&route);
            let changed = after.iter().filter(|(table, rows)| before[*table] != **rows).map(|(table, _)| table.as_str());
            let changed: BTreeSet<&str> = changed.collect();
            let beyond: Vec<&&str> = changed.difference(&may).collect();
            if !beyond.is_empty() || (!answer.status.is_success() && changed.iter().any(|table| !ALWAYS.contains(table))) {
                wrong.push(format!("{} writes {beyond:?} of {changed:?}: {}", route.name(), answer.status));
            }
            if settled != of_others(&after, &others) {
                wrong.push(format!("{} changes what is others'", route.name()));
            }
            done += usize::from(answer.status.is_success());
        }
        assert!(wrong.is_empty(), "{}: {wrong:#?}", product.model);
        assert!(done > 20, "{}: {done}", product.model);
        stage.house.verify().await;
    }
}

#[test]
fn f2_every_write_says_what_it_writes() {
    let writes = routes().into_iter().filter(|route| route.is_write() && route.path.starts_with("/organizations/{org}"));
    let said: Vec<_> = writes.map(|route| may_write(&route)).collect();
    assert_eq!(said.len(), WRITES.len());
}

/// The fields that differ.
fn differing(one: &Value, other: &Value) -> BTreeSet<String> {
    let fields = one.as_object().unwrap();
    fields.iter().filter(|(name, value)| other[name.as_str()] != **value).map(|(name, _)| name.clone()).collect()
}

/// A field of a PATCH: two values of it, and what differs by it, where that is called otherwise or more.
type Field<'a> = (&'a str, [Value; 2], &'a [&'a str]);

/// Sends each field of a PATCH alone, and then each with another value: nothing differs but what is its own, and the version.
async fn each_alone(stage: &Stage, path: &str, name: &str, fields: &[Field<'_>]) {
    let owner = &stage.owner;
    let route = routes().into_iter().find(|route| route.name() == format!("PATCH /organizations/{{org}}{name}")).unwrap();
    let known: BTreeSet<String> = route.fields().into_iter().collect();
    assert_eq!(known, fields.iter().map(|(field, ..)| (*field).to_owned()).collect(), "{name}: each of them is tried");
    let mut before = owner.patch(path, json!({})).await.expect(200);
    for turn in 0..2 {
        for (field, values, derived) in fields {
            let after = owner.patch(path, json!({ *field: values[turn] })).await.expect(200);
            let mut changed = differing(&before, &after);
            changed.remove("version");
            let expected = if derived.is_empty() { &[*field][..] } else { derived };
            assert_eq!(changed, expected.iter().map(|one| (*one).to_owned()).collect(), "{name} {field}");
            before = after;
        }
    }
}

#[tokio::test]
async fn f2_a_field_changes_itself_alone() {
    let stage = Stage::of(&ACCOUNT_TREE).await;
    let user = stage.owner.hire("user@mine.test", &stage.child, "user").await;
    let fields = [
        ("first_name", [json!("Ursula"), json!("Uta")], &["first_name", "display_name"][..]),
        ("last_name", [json!("User"), json!(null)], &["last_name", "display_name"]),
        ("phone", [json!("+49301234567"), json!(null)], &[]),
        ("language", [json!("de"), json!("en")], &[]),
        ("time_zone", [json!("Europe/Berlin"), json!("Europe/Rome")], &[]),
        ("digest", [json!("monthly"), json!("daily")], &[]),
    ];
    each_alone(&stage, &format!("members/{}", user.member), "/members/{member}", &fields).await;
    let fields = [
        ("name", [json!("Renamed"), json!("Again")], &[][..]),
        ("active", [json!(false), json!(true)], &[]),
        ("features", [json!({ "texting": false }), json!({ "texting": true, "chat": false })], &["features_off"]),
    ];
    each_alone(&stage, &format!("workspaces/{}", stage.child), "/workspaces/{ws}", &fields).await;
    let mut stage = Stage::of(&FEEDBACK).await;
    let kind = FEEDBACK.grouped.unwrap();
    let read = stage.owner.get("access-model").await;
    let model = read.expect(200);
    let document = model["document"].as_str().unwrap().replacen("grouped = true\n", "grouped = true\neveryone_allowed = true\n", 1);
    stage.owner.put("access-model", json!({ "access_model": document })).header("if-match", &read.tag()).await.expect(200);
    let group = stage.owner.post("resource-groups", json!({ "kind": kind, "name": "North" })).await.expect(201)["id"].clone();
    let point = stage.owner.post("resources", json!({ "kind": kind, "name": "Kiel" })).await.expect(201);
    let fields = [
        ("name", [json!("Renamed"), json!("Again")], &[][..]),
        ("for_everyone", [json!(true), json!(false)], &[]),
        ("groups", [json!([group]), json!([])], &[]),
    ];
    each_alone(&stage, &format!("resources/{}", point["id"].as_str().unwrap()), "/resources/{id}", &fields).await;
    stage.owner.add_factor().await;
    let fields = [
        ("name", [json!("Renamed"), json!("Again")], &[][..]),
        ("undo_window_days", [json!(7), json!(null)], &[]),
        ("second_factor_required", [json!(true), json!(false)], &[]),
        ("tokens_per_member", [json!(2), json!(3)], &[]),
    ];
    each_alone(&stage, "", "", &fields).await;
}
