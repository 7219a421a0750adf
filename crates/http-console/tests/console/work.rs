//! What people come for: adding people, changing access, contacts, workspaces, settings.

use serde_json::json;

use super::browser::{Browser, hidden, leads_to};
use super::support::{Client, House};

#[tokio::test]
async fn w3_people_are_added_by_one_form_and_each_address_is_answered() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let emails = "Bo Berg <bo@example.test>; cy@example.test\nnonsense, BO@example.test";
    let form = [
        ("emails", emails),
        ("workspace", &owner.root),
        ("levels", "agent"),
        ("restrictions", "agent:no_calls"),
        ("restrictions", "manager:no_settings"),
        ("note", "Welcome"),
    ];
    let looked = browser.send("members/new", &[form.as_slice(), &[("intent", "preview")]].concat()).await;
    assert_eq!(looked.status, 200, "{looked}");
    let text = looked.text();
    assert!(
        text.contains("2 addresses can be invited") && text.contains("Named twice") && text.contains("Not an e-mail address"),
        "{text}"
    );
    assert!(text.contains("Reply to messages") && text.contains("No calls"), "what they will be able to do: {text}");
    assert_eq!(owner.get("members").await.items().len(), 1, "looking invites nobody");
    let once = hidden(&looked.text(), "once");
    let added = leads_to(&browser.send("members/new", &[form.as_slice(), &[("once", &once)]].concat()).await);
    for _ in 0..2 {
        let answered = browser.page(&added).await;
        for outcome in ["data-outcome=\"invited\"", "data-outcome=\"invalid\"", "data-outcome=\"duplicate\"", "2 people added"] {
            assert!(answered.contains(outcome), "{outcome}: {answered}");
        }
    }
    assert_eq!(owner.journal().await.iter().filter(|kind| *kind == "member_invited").count(), 2, "looking again invites nobody");
    let members = owner.get("members?status=pending").await.items();
    assert_eq!(members.len(), 2);
    let bo = owner.get(&format!("members/{}/grants", members[0]["member"].as_str().unwrap())).await.items();
    assert_eq!(bo[0]["restrictions"], json!(["no_calls"]), "those of levels that aren't ticked don't count");
    let nothing = browser.send("members/new", &[("emails", "di@example.test"), ("workspace", &owner.root)]).await;
    assert_eq!(nothing.status, 422, "{nothing}");
    assert!(nothing.text().contains("di@example.test"), "what was typed is kept: {nothing}");
}

#[tokio::test]
async fn a_waiting_invitation_is_sent_again_corrected_and_taken_back() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let (member, invitation) = owner.pending("wrong@example.test", &owner.root, "agent").await;
    let page = browser.sent(&format!("invitations/{invitation}/resend"), &[]).await;
    assert!(page.contains("was sent again"), "{page}");
    let form = [("email", "right@example.test"), ("member", member.as_str())];
    let page = browser.sent(&format!("invitations/{invitation}/correction"), &form).await;
    assert!(page.contains("right@example.test") && !page.contains("wrong@example.test"), "{page}");
    let page = browser.sent(&format!("invitations/{invitation}/withdrawal"), &[]).await;
    assert!(page.contains("taken back") && !page.contains("right@example.test"), "{page}");
}

#[tokio::test]
async fn w6_access_is_edited_with_what_is_gained_and_lost_and_a_conflict_shows_both() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = bo.grant(&owner.root);
    let form = browser.page(&path).await;
    let version = hidden(&form, "version");
    let to_manager = [("levels", "manager"), ("restrictions", "manager:no_data_export"), ("version", version.as_str())];
    let looked = browser.send(&path, &[to_manager.as_slice(), &[("intent", "preview")]].concat()).await.text();
    assert!(looked.contains("Gains") && looked.contains("New restrictions") && looked.contains("No export of data"), "{looked}");
    assert_eq!(owner.get(&path).await.expect(200)["levels"], json!(["agent"]), "looking changes nothing");
    let saved = browser.sent(&path, &[to_manager.as_slice(), &[("intent", "save"), ("reason", "Promoted")]].concat()).await;
    assert!(saved.contains("Access saved.") && saved.contains("Manager"), "{saved}");
    let late = browser.send(&path, &[("levels", "owner"), ("version", version.as_str()), ("intent", "save")]).await;
    assert_eq!(late.status, 412, "{late}");
    let text = late.text();
    assert!(text.contains("Saved by somebody else") && text.contains("Yours, not saved") && text.contains("Owner"), "{text}");
    let again = [("levels", "owner"), ("version", &*hidden(&text, "version")), ("intent", "save")];
    assert!(browser.sent(&path, &again).await.contains("Owner"));
    let oneself = browser.send(&owner.grant(&owner.root), &[("levels", "agent"), ("version", "1"), ("intent", "save")]).await;
    assert_eq!(oneself.status, 403, "R7: {oneself}");
    assert!(oneself.text().contains("own access"), "{oneself}");
}

#[tokio::test]
async fn access_to_another_workspace_is_given() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    let where_to = browser.page(&format!("members/{}/grants/new", bo.member)).await;
    assert!(where_to.contains("South") && !where_to.contains(">North<"), "{where_to}");
    let form = browser.page(&bo.grant(&south)).await;
    assert_eq!(hidden(&form, "version"), "");
    let given = browser.sent(&bo.grant(&south), &[("levels", "agent"), ("version", ""), ("intent", "save")]).await;
    assert!(given.contains("North") && given.contains("South"), "{given}");
}

#[tokio::test]
async fn w6_a_level_alone_is_changed_where_it_stands_and_stays_if_somebody_else_changed_it() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let path = format!("{}/level", bo.grant(&owner.root));
    let page = browser.page(&format!("members/{}", bo.member)).await;
    assert!(page.contains("<option value=\"agent\" selected>") && page.contains("<option value=\"owner\">"), "{page}");
    let panel = |page: &str| page.split_once("id=\"access\"").unwrap().1.split_once("</section>").unwrap().0.to_owned();
    let version = hidden(&panel(&page), "version");
    let form = [("level", "manager"), ("version", version.as_str()), ("once", &hidden(&panel(&page), "once"))];
    let changed = browser.sent(&path, &form).await;
    assert!(changed.contains("<option value=\"manager\" selected>") && changed.contains("role=\"status\""), "{changed}");
    assert_eq!(owner.get(&bo.grant(&owner.root)).await.json()["levels"], json!(["manager"]));
    let stale = browser.send(&path, &[("level", "owner"), ("version", &version)]).await;
    assert_eq!(stale.status, 412, "{stale}");
    let back = stale.text();
    assert!(back.contains("role=\"alert\"") && back.contains("<option value=\"manager\" selected>"), "{back}");
    let unknown = browser.send(&path, &[("level", "emperor"), ("version", &hidden(&panel(&back), "version"))]).await;
    assert_eq!(unknown.status, 422, "{unknown}");
    let manager = Browser::of(&bo);
    let kim = owner.hire("kim@example.test", &owner.root, "agent").await;
    let kims = panel(&manager.page(&format!("members/{}", kim.member)).await);
    assert!(!kims.contains("value=\"owner\"") && kims.contains("value=\"agent\" selected"), "only what they may give: {kims}");
    let more = manager.send(&format!("{}/level", kim.grant(&owner.root)), &[("level", "owner"), ("version", "1")]).await;
    assert_eq!(more.status, 403, "{more}");
    let cy = owner.hire_with("cy@example.test", &owner.root, "agent", &["no_calls"]).await;
    let cys = panel(&browser.page(&format!("members/{}", cy.member)).await);
    assert!(!cys.contains("/level\""), "what goes with its level is looked at first: {cys}");
}

#[tokio::test]
async fn contacts_are_made_and_assigned() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let bad = browser.send("contacts/new", &[("name", ""), ("phone", "123"), ("workspace", &owner.root)]).await;
    assert_eq!(bad.status, 422, "{bad}");
    assert!(
        bad.text().contains("name-error") && bad.text().contains("phone-error") && bad.text().contains("check what is marked"),
        "every wrong field is told: {bad}"
    );
    let form = [("name", "Petra Lind"), ("email", "petra@example.test"), ("phone", "+46855501922"), ("workspace", &*owner.root)];
    assert!(browser.sent("contacts/new", &form).await.contains("Petra Lind"));
    let id = owner.get("contacts").await.column("id").remove(0);
    let page = browser.page(&format!("contacts/{id}/assignee?find=bo")).await;
    assert!(page.contains("Bo Example"), "{page}");
    let page = browser.sent(&format!("contacts/{id}/assignee"), &[("assignee", &bo.member)]).await;
    assert!(page.contains("Assigned.") && page.contains("Bo Example"), "{page}");
    assert!(browser.page("contacts?assignee=none").await.contains("No contact matches"));
}

#[tokio::test]
async fn workspaces_and_the_organization_are_named() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let page = browser.sent("workspaces/new", &[("name", "North"), ("parent", &owner.root)]).await;
    assert!(page.contains("North"), "{page}");
    let north =
        owner.get("workspaces").await.items().iter().find(|one| one["name"] == "North").unwrap()["id"].as_str().unwrap().to_owned();
    let version = hidden(&browser.page(&format!("workspaces/{north}")).await, "version");
    let page = browser.sent(&format!("workspaces/{north}"), &[("name", "Far North"), ("version", &version)]).await;
    assert!(page.contains("Far North"), "{page}");
    let stale = browser.send(&format!("workspaces/{north}"), &[("name", "South"), ("version", &version)]).await;
    assert_eq!(stale.status, 412, "{stale}");
    let before = browser.page("settings").await;
    assert!(before.contains("Add people to: Team") && before.contains("Shared inbox teams"), "in the reader's words: {before}");
    let version = hidden(&before, "version");
    let page = browser
        .sent("settings", &[("name", "Acme Two"), ("undo_window_days", "7"), ("tokens_per_member", "3"), ("version", &version)])
        .await;
    assert!(page.contains("Saved.") && page.contains("Acme Two"), "{page}");
    let settings = owner.get("").await.expect(200);
    assert_eq!((&settings["undo_window_days"], &settings["tokens_per_member"]), (&json!(7), &json!(3)));
    let wrong = browser.send("settings", &[("name", "Acme"), ("undo_window_days", "many"), ("version", "9")]).await;
    assert_eq!(wrong.status, 422, "{wrong}");
}

#[tokio::test]
async fn a_profile_is_edited_and_its_language_holds_at_once() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let version = hidden(&browser.page("members/me/profile").await, "version");
    let form = [
        ("first_name", "Olga"),
        ("last_name", "Öst"),
        ("phone", "+49301234567"),
        ("language", "de"),
        ("time_zone", "Europe/Berlin"),
        ("version", version.as_str()),
    ];
    let page = browser.sent("members/me/profile", &form).await;
    assert!(page.contains("Gespeichert.") && page.contains("Olga Öst") && page.contains("<html lang=\"de\""), "{page}");
    let stale = browser.send("members/me/profile", &form).await;
    assert_eq!(stale.status, 412, "{stale}");
}

#[tokio::test]
async fn the_journal_says_who_did_what_to_whom() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    owner.regrant(&bo, &owner.root, "manager", &[]).await;
    let browser = Browser::of(&owner);
    let page = browser.page("journal").await;
    assert!(
        page.contains(&format!(
            "<b>Olga Owner</b> changed the access of <a href=\"/organizations/{}/members/{}\">Bo Example</a>",
            owner.organization, bo.member
        )),
        "{page}"
    );
    assert!(page.contains("<td>Agent</td><td>Manager</td>"), "before and after: {page}");
    let some = browser.page(&format!("journal?kind=access_changed&target={}", bo.member)).await;
    assert!(some.contains("About Bo Example") && !some.contains("accepted the invitation"), "{some}");
}

#[tokio::test]
async fn why_somebody_can_or_cannot_is_said_in_sentences() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire_with("bo@example.test", &owner.root, "agent", &["no_calls"]).await;
    let browser = Browser::of(&owner);
    let ask = |permission: &str| format!("members/{}?permission={permission}&workspace={}", bo.member, owner.root);
    let no = browser.page(&ask("calls.use")).await;
    assert!(no.contains("The level Agent in Acme gives it.") && no.contains("“No calls” in Acme takes it away."), "{no}");
    let yes = browser.page(&ask("contacts.view")).await;
    assert!(yes.contains("The level Agent in Acme gives it.") && !yes.contains("takes it away"), "{yes}");
    let nothing = browser.page(&ask("integrations.delete")).await;
    assert!(nothing.contains("Nothing gives them this right."), "{nothing}");
}

#[tokio::test]
async fn why_somebody_can_or_cannot_is_asked_about_one_team_too() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let browser = Browser::of(&owner);
    let page = browser.page(&format!("members/{}", bo.member)).await;
    assert!(!page.contains("id=\"about\""), "there is none to ask about: {page}");
    let team = owner.post("resources", json!({ "kind": "team", "name": "Night desk" })).await.expect(201)["id"].clone();
    let team = team.as_str().unwrap();
    let ask = |about: &str| format!("members/{}?permission=contacts.view&workspace={}&resource={about}", bo.member, owner.root);
    let no = browser.page(&ask(team)).await;
    assert!(no.contains("What it is about isn’t theirs.") && no.contains("<span class=\"muted\">Night desk</span>"), "{no}");
    owner.put(&format!("resources/{team}/members/{}", bo.member), json!({})).await.expect(204);
    let yes = browser.page(&ask(team)).await;
    assert!(yes.contains("What it is about was chosen for them.") && !yes.contains("isn’t theirs"), "{yes}");
    assert!(browser.page(&ask("")).await.contains("The level Agent in Acme gives it."));
    for unknown in ["x", &owner.root] {
        assert_eq!(browser.open(&ask(unknown)).await.status, 404, "{unknown}");
    }
}

#[tokio::test]
async fn w5_a_team_is_made_filled_and_what_its_people_see_follows() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let ned = owner.hire_with("ned@example.test", &owner.root, "agent", &["contacts_of_team"]).await;
    let kim = owner.hire("kim@example.test", &owner.root, "agent").await;
    owner.contact(&owner.root, "Petra Lind", Some(&kim.member)).await;
    let narrowed = Browser::of(&ned);
    assert!(!narrowed.page("contacts").await.contains("Petra Lind"));
    let made = browser.send("resources/new", &[("name", "Night desk"), ("kind", "team")]).await;
    let team = leads_to(&made).split('?').next().unwrap().to_owned();
    let page = browser.page(&format!("{team}?find=kim")).await;
    assert!(page.contains("Kim Example") && page.contains("Nobody is in it"), "{page}");
    assert!(
        page.contains("</svg>Teams</a>") && !page.contains("Resources"),
        "where there is one kind, pages call it by its name: {page}"
    );
    assert!(browser.page("resources").await.contains("New team"));
    for one in [&ned, &kim] {
        let page = browser.sent(&format!("{team}/members"), &[("member", &one.member)]).await;
        assert!(page.contains("Added."), "{page}");
    }
    assert!(narrowed.page("contacts").await.contains("Petra Lind"), "R5: held by somebody of the same team");
    let page = browser.sent(&format!("{team}/members/{}/removal", kim.member), &[]).await;
    assert!(page.contains("Removed.") && !page.contains(&format!("m-{}", kim.member)), "{page}");
    assert!(!narrowed.page("contacts").await.contains("Petra Lind"));
    assert_eq!(narrowed.open("resources/new").await.status, 403);
    // Whose page tells what they are in; the team's own page is offered to who arranges teams.
    let page = browser.page(&format!("members/{}", ned.member)).await;
    assert!(page.contains("<h2>Teams</h2>") && page.contains(&format!("<a href=\"{team}\">Night desk</a>")), "{page}");
    assert!(page.contains("</svg>Teams</a>"), "the navigation says the kind of several: {page}");
    let own = narrowed.page("members/me").await;
    assert!(own.contains("<li>Night desk</li>") && !own.contains("</svg>Teams</a>"), "{own}");
    let page = browser.page(&format!("members/{}", kim.member)).await;
    assert!(page.contains("<h2>Teams</h2><p class=\"muted\">None</p>"), "{page}");
    let version = hidden(&browser.page(&format!("{team}/deletion")).await, "version");
    let page = browser.sent(&format!("{team}/deletion"), &[("version", &version)]).await;
    assert!(page.contains("Deleted.") && !page.contains("Night desk"), "{page}");
}

#[tokio::test]
async fn what_somebody_has_of_each_kind_is_told_on_their_page_as_far_as_the_reader_may_know() {
    let (_, operator) = House::governed().await;
    let chief = operator.found("Branches", "chief@branches.test", &json!({ "access_model": BRANCHES })).await;
    let lead = chief.hire("lead@branches.test", &chief.root, "lead").await;
    let clerk = chief.hire("clerk@branches.test", &chief.root, "clerk").await;
    let mut branches = Vec::new();
    for name in ["North", "South"] {
        let made = chief.post("resources", json!({ "kind": "branch", "name": name })).await.expect(201);
        branches.push(made["id"].as_str().unwrap().to_owned());
        chief.put(&format!("resources/{}/members/{}", branches.last().unwrap(), clerk.member), json!({})).await;
    }
    chief.put(&format!("resources/{}/members/{}", branches[0], lead.member), json!({})).await;
    let page = async |by: &Client, of: &Client| Browser::of(by).page(&format!("members/{}", of.member)).await;
    let whole = page(&chief, &clerk).await;
    assert!(whole.contains("<h2>Branches</h2>") && whole.contains(">North</a>") && whole.contains(">South</a>"), "{whole}");
    assert!(page(&chief, &chief).await.contains("All of them, by level"));
    let part = page(&lead, &clerk).await;
    assert!(part.contains("<li>North</li>") && !part.contains("South"), "R3: no more than they may know of: {part}");
    let none = chief.hire("new@branches.test", &chief.root, "lead").await;
    assert!(page(&none, &clerk).await.contains("None that you may know of."));
    let german = json!({ "language": "de" });
    chief.patch("members/me", german).await.expect(200);
    assert!(page(&chief, &chief).await.contains("Alle, durch die Stufe"));
}

const BRANCHES: &str = r#"
name = "branches"

[[resource_kind]]
key = "branch"
name = "Branch"
plural = "Branches"
assigned_from = "both"

[[level]]
key = "chief"
name = "Chief"
governs = true
manages = ["chief", "lead", "clerk"]
reach = { branch = "all" }
permissions = ["members.view", "members.invite", "members.manage", "resources.manage", "branch.assign"]

[[level]]
key = "lead"
name = "Lead"
permissions = ["members.view"]

[[level]]
key = "clerk"
name = "Clerk"
"#;

#[tokio::test]
async fn w4_the_journal_leads_to_its_sheet_whoever_may_take_it_out() {
    let (_, owner) = House::governed().await;
    let manager = owner.hire_with("max@example.test", &owner.root, "manager", &["no_data_export"]).await;
    let page = Browser::of(&owner).page("journal?kind=member_invited&since=2026-03-01&target=&cursor=").await;
    let link = page.split("journal.csv").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let sheet = owner.get(&format!("journal.csv{}", link.replace("&#38;", "&"))).await;
    assert_eq!((sheet.status.as_u16(), sheet.text().matches("member_invited").count()), (200, 1), "{link}: {sheet}");
    assert!(!Browser::of(&manager).page("journal").await.contains("journal.csv"));
}

#[tokio::test]
async fn names_beside_addresses_are_kept_and_what_failed_can_be_tried_again_as_it_was() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let form = [
        ("emails", "Bo Anders Berg <bo@example.test> cy@example.test; Di Dill <no address>"),
        ("workspace", &*owner.root),
        ("levels", "agent"),
        ("restrictions", "agent:no_calls"),
        ("note", "Welcome"),
        ("language", "de"),
    ];
    let once = hidden(&browser.page("members/new").await, "once");
    let came = browser.sent("members/new", &[form.as_slice(), &[("once", &once)]].concat()).await;
    assert!(came.contains("2 people added"), "none is lost: {came}");
    let members = owner.get("members?status=pending&sort=email").await.items();
    let bo = owner.get(&format!("members/{}", members[0]["member"].as_str().unwrap_or_default())).await;
    let names = |of: &serde_json::Value| (of["first_name"].clone(), of["last_name"].clone());
    assert_eq!(names(&bo.expect(200)), (json!("Bo Anders"), json!("Berg")), "{members:?}");
    for kept in [
        "name=\"emails\" value=\"&#34;Di Dill&#34; &#60;no address&#62;\"",
        "name=\"levels\" value=\"agent\"",
        "name=\"restrictions\" value=\"agent:no_calls\"",
        "name=\"note\" value=\"Welcome\"",
        "name=\"language\" value=\"de\"",
    ] {
        assert!(came.contains(kept), "{kept}: {came}");
    }
}

#[tokio::test]
async fn another_workspace_brings_the_levels_that_can_be_given_there() {
    let (_, owner) = House::governed().await;
    let page = Browser::of(&owner).page("members/new").await;
    let regions = page.split("data-preview=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(regions.split(' ').any(|region| region == "levels"), "the levels come again with each preview: {regions}");
    assert!(page.contains("<div class=\"choice\" data-key=\"agent\">"), "each in its place: {page}");
}

#[tokio::test]
async fn somebody_elses_profile_is_not_ones_own() {
    let (_, owner) = House::governed().await;
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let browser = Browser::of(&owner);
    assert!(browser.page("members/me/profile").await.contains("<h1>Your profile</h1>"));
    let page = browser.page(&format!("members/{}/profile", bo.member)).await;
    assert!(page.contains("<h1>Edit profile</h1>"), "{page}");
}
