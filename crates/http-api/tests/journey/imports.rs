//! Members from CSV: what a plan says of each row, what carrying it out does, and that a sheet which nobody touched asks for nothing.

use std::time::{Duration, Instant};

use axum::http::Method;
use serde_json::{Value, json};
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::{EmailAddress, LevelKey, MemberId, Name};
use tenure_port_store::Store as _;
use uuid::Uuid;

use super::bulk::work;
use super::exports::column;
use crate::support::{Ask, Client, House};

fn plan_at(who: &Client, query: &str, sheet: &str) -> Ask {
    who.ask(Method::POST, who.path(&format!("members/import{query}"))).sheet(sheet)
}

async fn execute(who: &Client, plan: &Value) -> Value {
    let answer = who.post(&format!("members/import/{}/execution", plan["plan"].as_str().unwrap()), json!({})).await;
    assert!(answer.status.is_success(), "{answer}");
    answer.json()
}

/// Each row's line, verdict, rule and column.
fn verdicts(plan: &Value) -> Vec<(u64, String, Value, Value)> {
    let one = |row: &Value| {
        (row["line"].as_u64().unwrap(), row["verdict"].as_str().unwrap().to_owned(), row["code"].clone(), row["column"].clone())
    };
    plan["items"].as_array().unwrap().iter().map(one).collect()
}

fn counts(plan: &Value) -> [u64; 5] {
    ["rows", "unchanged", "invited", "changed", "refused"].map(|field| plan[field].as_u64().unwrap())
}

#[tokio::test]
async fn a_sheet_is_planned_row_by_row_and_carried_out_as_planned() {
    let (house, owner) = House::governed().await;
    let north = owner.workspace(&owner.root, "North").await;
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    let cy = owner.hire("cy@example.test", &north, "agent").await;
    house.tape().start();
    let sheet = [
        "email;member;first_name;phone;grants;status",
        &format!(";{};Robert;'+49 30 1234567;{north}:manager;active", bo.member),
        &format!("new@example.test;;Nina;;{north}:agent {}:agent;", owner.root),
        &format!("CY@example.test;{};Cy;;;", cy.member),
        "bo@example.test;;;;;",
        "nobody;;;;;",
        &format!("chief@example.test;;;;{north}:chief;"),
        &format!("olga@example.test;;;;{}:agent;", owner.root),
        &format!(";{};;;;", "00000000-0000-7000-8000-00000000dead"),
    ]
    .join("\n");
    let answer = plan_at(&owner, "", &sheet).await;
    let address = answer.header("location").unwrap().to_owned();
    let plan = answer.expect(201);
    assert_eq!(counts(&plan), [8, 1, 1, 1, 5]);
    assert_eq!(plan["ignored"], json!(["status"]));
    let cell = |column: &str, from: Option<&str>, to: Option<&str>| json!({ "column": column, "from": from, "to": to });
    let changes = [cell("first_name", Some("Bo"), Some("Robert")), cell("phone", None, Some("+49301234567"))];
    assert_eq!(plan["items"][0]["changes"], json!(changes));
    let at = |workspace: &str, name: &str, from: Option<&str>, to: &str| json!({ "workspace": workspace, "workspace_name": name, "from": from.map(|from| [from]), "to": [to] });
    assert_eq!(plan["items"][0]["grants"], json!([at(&north, "North", Some("agent"), "manager")]));
    let new = [cell("first_name", None, Some("Nina")), cell("language", None, Some("en")), cell("time_zone", None, Some("UTC"))];
    assert_eq!(plan["items"][1]["changes"], json!(new));
    let given = [at(&north, "North", None, "agent"), at(&owner.root, "Acme", None, "agent")];
    assert_eq!(plan["items"][1]["grants"], json!(given));
    let refused = |line, code: &str, column: &str| (line, "refused".to_owned(), json!(code), json!(column));
    let expected = [
        (2, "change".to_owned(), Value::Null, Value::Null),
        (3, "invite".to_owned(), Value::Null, Value::Null),
        refused(5, "duplicate", "email"),
        refused(6, "email", "email"),
        refused(7, "unknown_level", "grants"),
        refused(8, "not_oneself", "grants"),
        refused(9, "not_found", "member"),
    ];
    assert_eq!(verdicts(&plan), expected);
    assert!(owner.get("jobs").await.items().is_empty(), "nothing has begun");
    assert_eq!(owner.get("members?q=new").await.items().len(), 0);
    let path = format!("{}/execution", address.trim_start_matches("/api/v1"));
    let job = owner.post(&path, json!({ "reason": "New season" })).await.expect(200);
    golden!("import", house.tape().take());
    assert_eq!((&job["id"], &job["task"], &job["state"]), (&plan["plan"], &json!("import"), &json!("done")));
    assert_eq!((&job["total"], &job["done"], &job["refused"]), (&json!(7), &json!(2), &json!(5)));
    let seen = owner.get(&format!("members/{}", bo.member)).await.expect(200);
    assert_eq!((&seen["first_name"], &seen["phone"]), (&json!("Robert"), &json!("+49301234567")));
    assert_eq!(seen["grants"][0]["levels"], json!(["manager"]));
    let new = owner.get("members?q=new@").await.items();
    assert_eq!(
        (&new[0]["first_name"], &new[0]["status"], new[0]["grants"].as_array().unwrap().len()),
        (&json!("Nina"), &json!("pending"), 2)
    );
    assert_eq!(job["results"][1]["member"], new[0]["member"], "whoever was invited is told with their id");
    for kind in ["member_invited", "access_changed", "profile_changed"] {
        assert_eq!(owner.get(&format!("journal?kind={kind}&target={}", bo.member)).await.status, 200);
        let reasons = owner.get(&format!("journal?kind={kind}&limit=1")).await.column("reason");
        assert_eq!(reasons, ["New season"], "{kind}");
    }
    // Twice is once.
    let entries = owner.journal().await.len();
    assert_eq!(owner.post(&path, json!({ "reason": "Again" })).await.expect(200), job);
    assert_eq!(owner.journal().await.len(), entries);
    let after = owner.get(address.trim_start_matches("/api/v1")).await.expect(200);
    assert_eq!((&after["state"], verdicts(&after)), (&json!("done"), verdicts(&plan)));
    assert_eq!(after["items"][1]["outcome"], "done");
    assert_eq!(
        after["items"][0]["changes"][0],
        cell("first_name", None, Some("Robert")),
        "what stood there before is kept nowhere"
    );
    // The very same sheet asks for less now.
    let again = owner.plan(&sheet).await;
    assert_eq!(counts(&again), [8, 3, 0, 0, 5]);
    house.verify().await;
}

#[tokio::test]
async fn g4_a_sheet_that_nobody_touched_is_an_empty_plan_for_whoever_may_export() {
    let (house, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    let [north, south] = [owner.workspace(&owner.root, "North").await, owner.workspace(&owner.root, "South").await];
    let names = [
        "=HYPERLINK(\"x\")",
        "+49",
        "-2",
        "@SUM(1)",
        "'quoted",
        "''twice",
        "a\",\"=1",
        "a;b,c",
        "\u{200b}=1",
        "＝1",
        "Zoë 日本",
        "'t Hooft",
        "x  y",
        "|pipe",
    ];
    for (nth, name) in names.iter().enumerate() {
        let at = if nth % 2 == 0 { &north } else { &south };
        let who = owner.hire(&format!("p{nth}@example.test"), at, "agent").await;
        let body = json!({ "first_name": name, "last_name": null, "phone": format!("+4930123456{nth}"), "language": "de" });
        who.patch("members/me", body).await.expect(200);
    }
    let both = owner.hire("both@example.test", &south, "agent").await;
    owner.regrant(&both, &north, "manager", &[]).await;
    owner.pending("pat@example.test", &north, "agent").await;
    let masked = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&masked, &south, "agent", &["mask_phone_email"]).await;
    let narrowed = owner.hire("max@example.test", &owner.root, "manager").await;
    owner.regrant(&narrowed, &north, "manager", &["no_data_export"]).await;
    let below = owner.hire("ben@example.test", &north, "manager").await;
    let gone = owner.hire("gone@example.test", &north, "agent").await;
    owner.deactivate(&gone).await;
    for who in [&owner, &masked, &narrowed, &below] {
        for query in [String::new(), format!("?workspace={south}"), "?sort=-last_active".to_owned()] {
            let sheet = who.get(&format!("members.csv{query}")).await;
            if sheet.status != 200 {
                assert!(!query.is_empty(), "{sheet}");
                continue;
            }
            let plan = who.plan(&sheet.text()).await;
            let rows = column(&sheet, "member").len() as u64;
            assert!(rows > 3 || !query.is_empty());
            assert_eq!(counts(&plan), [rows, rows, 0, 0, 0], "{} {query}: {plan:#}", who.email);
            assert_eq!(execute(who, &plan).await["state"], "done");
            // What another program makes of it on the way: its own separator and ends of lines, and a mark in front.
            let mut is_quoted = false;
            let other = sheet.text().replace("\r\n", "\n");
            let other: String = other
                .chars()
                .map(|c| {
                    is_quoted ^= c == '"';
                    if c == ',' && !is_quoted { ';' } else { c }
                })
                .collect();
            let plan = who.plan(&format!("\u{feff}{other}")).await;
            assert_eq!(counts(&plan), [rows, rows, 0, 0, 0], "{} {query}: {plan:#}", who.email);
        }
    }
    house.verify().await;
}

#[tokio::test]
async fn r4_who_sees_no_addresses_finds_none_out_by_importing() {
    let (house, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "plan": "growth" })).await.expect(200);
    let south = owner.workspace(&owner.root, "South").await;
    let bo = owner.hire("bo@example.test", &south, "agent").await;
    bo.patch("members/me", json!({ "phone": "+49301234567" })).await.expect(200);
    let masked = owner.hire("mia@example.test", &owner.root, "manager").await;
    owner.regrant(&masked, &south, "agent", &["mask_phone_email"]).await;
    let row = |line: &str| format!("member,email,phone,first_name,levels\n{line}\n");
    for (right, wrong) in [("bo@example.test", "xy@example.test"), ("BO@example.test", "nonsense")] {
        let [right, wrong] = [right, wrong].map(|email| row(&format!("{},{email},,Bo,", bo.member)));
        let (right, wrong) = (masked.plan(&right).await, masked.plan(&wrong).await);
        assert_eq!(verdicts(&right), [(2, "refused".to_owned(), json!("masked"), json!("email"))]);
        assert_eq!(verdicts(&right), verdicts(&wrong));
    }
    // Whether a hidden number is the right one isn't told either.
    for phone in ["+49301234567", "+49301234568"] {
        let plan = masked.plan(&row(&format!("{},,{phone},Bo,", bo.member))).await;
        assert_eq!(plan["items"][0]["changes"], json!([{ "column": "phone", "from": null, "to": phone }]));
    }
    // An address is one to invite, as it is for who invites.
    let plan = masked.plan(&row(",bo@example.test,,Other,agent")).await;
    assert_eq!((&plan["items"][0]["verdict"], &plan["items"][0]["member"]), (&json!("invite"), &Value::Null));
    // Also where they are active: a plan costs nothing, and tells nobody who has which address.
    let north = owner.workspace(&owner.root, "North").await;
    let di = owner.hire("di@example.test", &north, "agent").await;
    for email in ["di@example.test", "nobody@example.test"] {
        // Nor where another row is about the same person.
        let beside = format!("member,email,first_name,grants\n{},,Other,\n,{email},,{north}:agent\n", di.member);
        let kinds: Vec<_> =
            verdicts(&masked.plan(&beside).await).into_iter().map(|(_, verdict, code, _)| (verdict, code)).collect();
        assert_eq!(kinds, [("change".to_owned(), Value::Null), ("invite".to_owned(), Value::Null)]);
        let plan = masked.plan(&format!("email,grants\n{email},{north}:agent\n")).await;
        assert_eq!((&plan["items"][0]["verdict"], &plan["items"][0]["member"]), (&json!("invite"), &Value::Null), "{plan:#}");
    }
    let job = execute(&masked, &plan).await;
    assert_eq!((&job["done"], &job["results"][0]["member"]), (&json!(1), &Value::Null), "{job:#}");
    assert_eq!(owner.get(&format!("members/{}", bo.member)).await.expect(200)["first_name"], "Bo");
    house.verify().await;
}

#[tokio::test]
async fn a_plan_is_its_makers_for_a_day() {
    let (house, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let plan = manager.plan("email,levels\nnew@example.test,agent\n").await;
    let path = format!("members/import/{}", plan["plan"].as_str().unwrap());
    for who in [&owner, &manager] {
        let (read, done) = (who.get(&path).await, who.post(&format!("{path}/execution"), json!({})));
        if who.email == manager.email {
            read.expect(200);
            house.pass(Duration::from_hours(24));
            who.get(&path).await.refused("not_found", "");
            done.await.refused("not_found", "");
        } else {
            read.refused("not_found", "");
            done.await.refused("not_found", "");
        }
    }
    house.pass(Duration::from_hours(1));
    house.store().errands().sweep(house.now(), 100).await.unwrap();
    assert_eq!((house.table("jobs").await.len(), house.table("job_items").await.len()), (0, 0));
    // What is no import has no plan, and its job isn't begun by executing it.
    let job = owner.job(&[&manager.member]).await;
    owner.get(&format!("members/import/{job}")).await.refused("not_found", "");
    owner.post(&format!("members/import/{job}/execution"), json!({})).await.refused("not_found", "");
}

#[tokio::test]
async fn r16_rows_are_decided_anew_in_their_turn() {
    let (house, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let sheet = format!("email,member,levels\nnew@example.test,,agent\nlate@example.test,,agent\n,{},manager\n", bo.member);
    let plan = owner.plan(&sheet).await;
    let theirs = manager.plan("email,levels\nnever@example.test,agent\n").await;
    assert_eq!(counts(&plan), [3, 0, 2, 1, 0]);
    // Somebody else invites one of them meanwhile, and another is deleted.
    let (late, _) = manager.pending("late@example.test", &owner.root, "agent").await;
    owner.job(&[&bo.member]).await;
    let job = execute(&owner, &plan).await;
    let outcomes: Vec<_> = job["results"].as_array().unwrap().iter().map(|one| (&one["outcome"], &one["code"])).collect();
    let (done, null) = (json!("done"), Value::Null);
    assert_eq!(outcomes, [(&done, &null), (&done, &null), (&json!("refused"), &json!("not_found"))]);
    assert_eq!(job["results"][1]["member"], json!(late), "whoever they are by now");
    // Whoever lost the right imports nobody.
    owner.regrant(&manager, &owner.root, "agent", &[]).await;
    let path = format!("members/import/{}/execution", theirs["plan"].as_str().unwrap());
    manager.post(&path, json!({})).await.refused("forbidden", "missing_permission");
    house.verify().await;
}

#[tokio::test]
async fn half_a_row_is_none() {
    let (house, owner) = House::governed().await;
    let [north, south] = [owner.workspace(&owner.root, "North").await, owner.workspace(&owner.root, "South").await];
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    let both = owner.hire("mia@example.test", &north, "manager").await;
    owner.regrant(&both, &south, "manager", &[]).await;
    let sheet = format!(
        "email,member,first_name,grants\nnew@example.test,,,{north}:agent {south}:agent\n,{},Robert,{north}:agent {south}:agent\n",
        bo.member
    );
    let plan = both.plan(&sheet).await;
    assert_eq!(counts(&plan), [2, 0, 1, 1, 0]);
    owner.regrant(&both, &south, "agent", &[]).await;
    let before = owner.get("members").await.expect(200);
    let job = execute(&both, &plan).await;
    assert_eq!((&job["done"], &job["refused"]), (&json!(0), &json!(2)));
    assert_eq!(job["results"][0]["code"], "missing_permission");
    assert_eq!(owner.get("members").await.expect(200), before);
    assert_eq!(verdicts(&both.plan(&sheet).await).len(), 2);
    house.verify().await;
}

#[tokio::test]
async fn r16_an_invitation_changes_nothing_of_what_somebody_has_by_then() {
    let (house, owner) = House::governed().await;
    let south = owner.workspace(&owner.root, "South").await;
    let plan = owner.plan(&format!("email,grants\nnew@example.test,{}:agent {south}:agent\n", owner.root)).await;
    assert_eq!(plan["items"][0]["verdict"], "invite");
    let new = owner.hire("new@example.test", &south, "manager").await;
    let job = execute(&owner, &plan).await;
    assert_eq!((&job["refused"], &job["results"][0]["code"]), (&json!(1), &json!("already_member")), "{job:#}");
    let grants = owner.get(&format!("members/{}/grants", new.member)).await.items();
    assert_eq!((grants.len(), &grants[0]["levels"]), (1, &json!(["manager"])));
    house.verify().await;
}

#[tokio::test]
async fn seats_are_counted_while_it_is_planned_and_while_it_is_carried_out() {
    let (house, owner) = House::governed().await;
    owner.patch(&format!("/operator/organizations/{}", owner.organization), json!({ "seats": 3 })).await.expect(200);
    let sheet = "email,levels\na@example.test,agent\nb@example.test,agent\nc@example.test,agent\n";
    let plan = owner.plan(sheet).await;
    let expected = ("refused".to_owned(), json!("seats_full"), json!("email"));
    assert_eq!(verdicts(&plan)[2], (4, expected.0, expected.1, expected.2));
    owner.pending("z@example.test", &owner.root, "agent").await;
    let job = execute(&owner, &plan).await;
    let codes: Vec<_> = job["results"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, [Value::Null, json!("seats_full"), json!("seats_full")]);
    house.verify().await;
}

/// So many people to invite.
fn many(range: std::ops::Range<usize>) -> String {
    let rows: Vec<String> = range.map(|nth| format!("person{nth}@example.test,Person {nth}")).collect();
    format!("email,first_name,levels\n{},agent\n", rows.join(",agent\n"))
}

#[tokio::test]
async fn h10_an_import_that_breaks_off_goes_on_and_nobody_is_invited_twice() {
    let (house, owner) = House::governed().await;
    let plan = owner.plan(&many(0..250)).await;
    let path = format!("members/import/{}/execution", plan["plan"].as_str().unwrap());
    // Two who have it carried out at once get one job.
    let (one, other) = tokio::join!(owner.post(&path, json!({})), owner.post(&path, json!({})));
    assert_eq!((&one.expect(202)["id"], &other.expect(202)["id"]), (&plan["plan"], &plan["plan"]));
    let claimed = house.store().job_queue().claim(house.now(), Duration::from_secs(15)).await.unwrap().unwrap();
    let stepped = house.tenure().step(&claimed).await.unwrap();
    assert_eq!((stepped.done, stepped.refused), (100, 0));
    // Its holder is gone, and while somebody else carries on the first one comes back.
    house.pass(Duration::from_secs(16));
    let again = house.store().job_queue().claim(house.now(), Duration::from_secs(15)).await.unwrap().unwrap();
    let (one, other) = tokio::join!(house.tenure().step(&stepped), house.tenure().step(&again));
    assert_eq!(one.unwrap().done.max(other.unwrap().done), 250);
    work(&house).await;
    let invited = house.table("journal").await.iter().filter(|entry| entry.contains("'member_invited'")).count();
    let mails = house.table("errands").await.iter().filter(|errand| errand.contains("invitation")).count();
    assert_eq!((invited, mails, house.table("invitations").await.len()), (250, 250, 250));
    let job = owner.get(&format!("jobs/{}", plan["plan"].as_str().unwrap())).await.expect(200);
    assert_eq!((&job["state"], &job["done"]), (&json!("done"), &json!(250)));
    // Stopping one that is through ends nothing, and undoing it has nothing to bring back.
    owner.post(&format!("jobs/{}/undo", job["id"].as_str().unwrap()), json!({})).await.refused("conflict", "nothing_to_undo");
    house.verify().await;
}

/// So many people who are here, with a grant at the root.
async fn crowd(house: &House, owner: &Client, people: usize) -> Vec<MemberId> {
    let (organization, root) = (owner.organization.parse().unwrap(), owner.root.parse().unwrap());
    let one = |nth: usize| Membership {
        organization,
        id: MemberId::new(Uuid::from_u128(0x0195_0000_0000_7000_8000_0000_0000_0000 | nth as u128)),
        user: None,
        email: EmailAddress::parse(&format!("crowd{nth}@example.test")).unwrap(),
        status: Status::Active,
        profile: Profile { first_name: Name::parse("Some").ok(), last_name: Name::parse("Body").ok(), ..Profile::default() },
        created_at: house.now(),
        last_active_at: None,
        version: 1,
    };
    let memberships: Vec<Membership> = (0..people).map(one).collect();
    let grant = |membership: &Membership| Grant {
        member: membership.id,
        workspace: root,
        levels: [LevelKey::parse("agent").unwrap()].into(),
        permissions: [].into(),
        restrictions: [].into(),
        given_by: Giver::Member(owner.member.parse().unwrap()),
        given_at: house.now(),
        version: 1,
    };
    let mut unit = house.store().organization(organization).await.unwrap().unwrap();
    unit.membership_changes().insert_all(&memberships).await.unwrap();
    unit.grant_changes().insert_all(&memberships.iter().map(grant).collect::<Vec<_>>()).await.unwrap();
    unit.commit().await.unwrap();
    memberships.into_iter().map(|membership| membership.id).collect()
}

#[tokio::test]
async fn d4_ten_thousand_rows_are_planned_in_seconds_and_no_more_are_taken() {
    let (house, owner) = House::governed().await;
    let crowd = crowd(&house, &owner, 5_000).await;
    let changes = crowd.iter().map(|member| format!("{member},,Other,manager\n"));
    let sheet: String = changes.chain((0..5_000).map(|nth| format!(",person{nth}@example.test,Person {nth},agent\n"))).collect();
    let began = Instant::now();
    let plan = owner.plan(&format!("member,email,first_name,levels\n{sheet}")).await;
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    assert_eq!(counts(&plan), [10_000, 0, 5_000, 5_000, 0]);
    let (mut lines, mut next) = (0, plan["next"].as_str().map(str::to_owned));
    while let Some(cursor) = next.filter(|_| lines < 500) {
        let page = owner.get(&format!("members/import/{}?limit=200&cursor={cursor}", plan["plan"].as_str().unwrap())).await;
        let page = page.expect(200);
        lines += page["items"].as_array().unwrap().len();
        next = page["next"].as_str().map(str::to_owned);
    }
    assert!(lines >= 500);
    plan_at(&owner, "", &many(0..10_001)).await.refused("invalid", "too_many");
    plan_at(&owner, "", &format!("email\n{}", "x".repeat(8 * 1024 * 1024))).await.refused("too_large", "");
}

#[tokio::test]
async fn d4_nobody_plans_two_sheets_at_a_time() {
    let (_, owner) = House::governed().await;
    let sheet = many(0..2_000);
    let (one, other) = tokio::join!(plan_at(&owner, "", &sheet), plan_at(&owner, "", &sheet));
    let (done, busy) = if one.status == 201 { (one, other) } else { (other, one) };
    done.expect(201);
    assert_eq!(busy.header("retry-after"), Some("10"), "{busy}");
    let detail = busy.refused("unavailable", "busy")["detail"].as_str().unwrap().to_owned();
    assert!(detail.starts_with("you are exporting or importing something already"), "{detail}");
    owner.plan("email,levels\nlast@example.test,agent\n").await;
}

#[tokio::test]
async fn what_is_no_sheet_is_refused_with_its_line() {
    let (_, owner) = House::governed().await;
    plan_at(&owner, "", &",".repeat(8 * 1024 * 1024 - 1)).await.refused("malformed", "columns");
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    for (sheet, rule) in [("", "empty"), ("email,first_name\nx\n", "cells"), ("email\n\"x\n", "quotes")] {
        let problem = plan_at(&owner, "", sheet).await.refused("malformed", rule);
        assert_eq!(problem["line"].as_u64(), (rule != "empty").then_some(2), "{problem}");
    }
    let latin = owner.ask(Method::POST, owner.path("members/import")).raw(b"email\n\xe4@x.test\n".to_vec());
    latin.header("content-type", "text/csv").await.refused("malformed", "not_utf8");
    plan_at(&owner, "", "email,shoe_size\n").await.wrong("/shoe_size", "unknown_column");
    plan_at(&owner, "", "email,Email\n").await.wrong("/email", "duplicate_column");
    plan_at(&owner, "", "first_name\nx\n").await.wrong("/email", "missing_column");
    owner.post("members/import", json!({})).await.refused("unsupported_media_type", "");
    plan_at(&agent, "", "email\n").await.refused("forbidden", "missing_permission");
    plan_at(&owner, "?workspace=00000000-0000-7000-8000-00000000dead", "email\n").await.refused("not_found", "");
    assert_eq!(counts(&owner.plan("member,email\n,\n").await), [0; 5]);
}

#[tokio::test]
async fn the_same_sheet_with_the_same_key_is_planned_once() {
    let (house, owner) = House::governed().await;
    let sheet = "email,levels\nnew@example.test,agent\n";
    let once = |query: &str| plan_at(&owner, query, sheet).header("idempotency-key", "once");
    let first = once("").await;
    owner.pending("new@example.test", &owner.root, "agent").await;
    let second = once("").await;
    assert_eq!(second.header("idempotency-replayed"), Some("true"));
    assert_eq!(first.expect(201), second.expect(201));
    assert_eq!(house.table("jobs").await.len(), 1);
    once(&format!("?workspace={}", owner.root)).await.refused("invalid", "idempotency_key");
}
