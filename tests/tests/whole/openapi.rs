//! The API to who knows nothing of it but its document: schemathesis makes requests of what the document allows and of what it
//! forbids, and finds no failure of the server, no answer that isn't described, and nothing taken that had to be refused.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;
use tenure_whole::{Database, FOUNDER, PASSWORD, Person, Server};

/// An agent of the demo from whom addresses and phone numbers are hidden.
const MASKED: &str = "jonas.weber@example.test";

/// Somebody else, whose other sessions are ended.
const ENDED: &str = "marta.nowak@example.test";

/// What nobody comes through to: the one-time setup is over, and another password or a second factor would be the end of the run.
const CLOSED: [&str; 7] = [
    "begin_second_factor",
    "change_email",
    "change_password",
    "confirm_second_factor",
    "remove_second_factor",
    "renew_recovery_codes",
    "set_up",
];

fn texts(items: &Value, key: &str) -> Vec<String> {
    items.as_array().unwrap().iter().map(|item| item[key].as_str().unwrap().to_owned()).collect()
}

/// Makes what requests may be about, and writes it beside the configuration, a file for each sort.
async fn known(server: &Server, folder: &Path) {
    let you = Person::at(server);
    you.sign_in(FOUNDER, PASSWORD).await.expect(200);
    let org = you.get("/api/v1/me").await.expect(200).text_at("/memberships/0/organization");
    let at = |path: &str| format!("/api/v1/organizations/{org}/{path}");
    let list = async |path: &str| you.get(&at(path)).await.expect(200).body["items"].clone();
    let write = |name: &str, lines: &[String]| {
        let lines: Vec<String> = lines.iter().map(|line| json!(line).to_string()).collect();
        std::fs::write(folder.join(format!("{name}.txt")), lines.join("\n")).unwrap();
    };

    write("organization", std::slice::from_ref(&org));
    let other = json!({ "name": "Other", "model": "workspace", "governor_email": FOUNDER });
    write("other_organization", &[you.post("/api/v1/operator/organizations", other).await.expect(201).text_at("/id")]);
    for (name, path) in [("contact", "contacts?limit=20"), ("resource", "resources"), ("receipt", "receipts")] {
        write(name, &texts(&list(path).await, "id"));
    }
    for _ in 0..3 {
        Person::at(server).sign_in(FOUNDER, PASSWORD).await.expect(200);
    }
    let mut sessions = you.get("/api/v1/sessions").await.expect(200).body["items"].clone();
    sessions.as_array_mut().unwrap().retain(|session| session["current"] == false);
    write("session", &texts(&sessions, "id"));
    you.send(Method::PATCH, at("").trim_end_matches('/'), &[], Some(json!({ "tokens_per_member": 20 }))).await.expect(200);
    let mut tokens = Vec::new();
    for name in ["First", "Second", "Third"] {
        tokens.push(you.post(&at("members/me/tokens"), json!({ "name": name })).await.expect(201).text_at("/id"));
    }
    write("api_token", &tokens);
    // Everybody who is asked for has a grant at the workspace that is asked for first, and the first one's tag comes first.
    let all = list("members?status=active&level=agent&limit=50").await;
    let first = all[0]["grants"][0]["workspace"].as_str().unwrap().to_owned();
    let mut agents = list(&format!("members?status=active&level=agent&workspace={first}&inherited=false&limit=10")).await;
    // Whoever tries it out themselves is not to be deleted before their turn.
    agents.as_array_mut().unwrap().retain(|row| row["email"] != MASKED);
    let members = texts(&agents, "member");
    assert!(members.len() > 5, "{agents}");
    let grant = you.get(&at(&format!("members/{}/grants/{first}", members[0]))).await.expect(200);
    write("tag", &[grant.tag.unwrap(), "\"v0\"".to_owned(), "\"v1\"".to_owned(), "\"v2\"".to_owned()]);
    write("member", &[members.clone(), vec!["me".to_owned()]].concat());
    // Somebody to be reactivated.
    you.post(&at(&format!("members/{}/deactivation", members[5])), json!({})).await.expect(200);
    let others = texts(&list("workspaces").await, "id").into_iter().filter(|id| *id != first);
    write("workspace", &[vec![first.clone()], others.collect()].concat());
    let root = list("workspaces").await[0]["id"].clone();
    let mut to_move = Vec::new();
    for name in ["To be moved", "To be deleted"] {
        let made = you.post(&at("workspaces"), json!({ "name": name, "parent": root })).await.expect(201);
        to_move.push(made.text_at("/id"));
    }
    write("to_move", &to_move);
    // Teams may be in groups here, so that there are groups to ask about.
    let model = you.get(&at("access-model")).await.expect(200);
    let grouped = model.text_at("/document");
    let grouped = grouped.replacen("assigned_from = \"resource\"\n", "assigned_from = \"both\"\ngrouped = true\n", 1);
    let (tag, path) = (model.tag.unwrap(), at("access-model"));
    you.put(&path, &tag, json!({ "access_model": grouped })).await.expect(200);
    let mut groups = Vec::new();
    for name in ["First", "Second", "Third"] {
        let group = json!({ "kind": "team", "name": name });
        groups.push(you.post(&at("resource-groups"), group).await.expect(201).text_at("/id"));
    }
    write("resource_group", &groups);
    let selection = you.get(&at(&format!("members/{}/selections/team", members[0]))).await.expect(200);
    write("selection_tag", &[selection.tag.unwrap()]);
    let document = you.get(&at("access-model")).await.expect(200).text_at("/document");
    write("document", &[format!("{document}# One remark more.\n")]);
    // A job that can be undone: it deleted somebody whom nothing else is about.
    let spared = |row: &&Value| row["email"] != MASKED && !members.iter().any(|member| row["member"] == **member);
    let deleted = all.as_array().unwrap().iter().rfind(spared).expect("somebody else")["member"].clone();
    let job = you.post(&at("members/deletion"), json!({ "members": [deleted] })).await.expect(200);
    write("job", &[job.text_at("/id")]);
    // Somebody of whom nothing else is asked forgot their password.
    let addresses = texts(&Value::Array(all.as_array().unwrap().iter().filter(spared).cloned().collect()), "email");
    let forgetful = addresses.into_iter().find(|email| email != ENDED).expect("somebody else");
    you.post("/api/v1/password-reset", json!({ "email": forgetful })).await.expect(202);
    write("reset_token", &[token_of(&you, &forgetful, "/password-reset/").await]);
    // Another of whom nothing else is asked is going to have another address.
    let moving = texts(&Value::Array(all.as_array().unwrap().iter().filter(spared).cloned().collect()), "email");
    let moving = moving.into_iter().filter(|email| *email != ENDED && *email != forgetful).nth(1).expect("somebody else");
    let them = Person::at(server);
    them.sign_in(&moving, PASSWORD).await.expect(200);
    let ask = json!({ "email": "moved@example.test", "current_password": PASSWORD });
    them.post("/api/v1/me/email", ask).await.expect(202);
    write("email_token", &[token_of(&you, "moved@example.test", "/email-confirmation/").await]);
    let sheet = "email,levels\nimported@example.test,agent\n";
    let plan = you.send_sheet(&at("members/import"), sheet).await.expect(201);
    write("import", &[plan.text_at("/plan")]);
    // Some invitations are for whoever holds their links, the others for who looks after them.
    let invitations = list("invitations").await;
    let (ids, emails) = (texts(&invitations, "id"), texts(&invitations, "email"));
    let (sent, kept) = ids.split_at(3);
    let mut tokens = Vec::new();
    for (id, email) in sent.iter().zip(&emails) {
        you.post(&at(&format!("invitations/{id}/resend")), json!({})).await.expect(200);
        tokens.push(open_token(&you, email).await);
    }
    // One that nobody accepts or refuses, for who only reads what it is for.
    write("token_to_read", &[tokens.remove(0)]);
    write("token", &tokens);
    write("invitation", kept);
}

/// The links that were sent to somebody.
async fn links_to(you: &Person, email: &str) -> Vec<String> {
    let mail = you.get("/api/v1/dev/mail").await.expect(200).body;
    let theirs = mail["items"].as_array().unwrap().iter().filter(|mail| mail["headers"].to_string().contains(email));
    theirs.flat_map(|mail| mail["links"].as_array().unwrap()).map(|link| link.as_str().unwrap().to_owned()).collect()
}

/// The token of the link of this sort that was sent to somebody.
async fn token_of(you: &Person, email: &str, link: &str) -> String {
    let until = Instant::now() + Duration::from_mins(1);
    loop {
        if let Some((_, token)) = links_to(you, email).await.iter().find_map(|found| found.split_once(link)) {
            return token.to_owned();
        }
        assert!(Instant::now() < until, "no link came to {email}");
    }
}

/// The token of the link that was sent to somebody anew. The demo sends mails too as it starts, and their links are good no more.
async fn open_token(you: &Person, email: &str) -> String {
    let until = Instant::now() + Duration::from_mins(1);
    loop {
        let links = links_to(you, email).await;
        for token in links.iter().filter_map(|link| Some(link.split_once("/invitation/")?.1)) {
            if you.post("/api/v1/invitation/read", json!({ "token": token })).await.status == 200 {
                return token.to_owned();
            }
        }
        assert!(Instant::now() < until, "no good link came to {email}: {links:?}");
    }
}

/// The ids of all operations.
async fn operations(server: &Server) -> BTreeSet<String> {
    let document = Person::at(server).get("/api/v1/openapi.json").await.expect(200).body;
    let operations = document["paths"].as_object().unwrap().values().flat_map(|item| item.as_object().unwrap().values());
    operations.map(|operation| operation["operationId"].as_str().unwrap().to_owned()).collect()
}

/// Lets it loose, as somebody or, without an address, as nobody.
fn let_loose(server: &Server, folder: &Path, email: &str, arguments: &[&str]) {
    let python =
        std::env::var("TENURE_TEST_PYTHON").expect("TENURE_TEST_PYTHON names a Python with schemathesis; run `cargo xtask test`");
    let document = format!("{}/api/v1/openapi.json", server.base());
    let told = Command::new(python)
        .args(["-m", "schemathesis.cli", "--config-file", "schemathesis.toml", "run", &document, "--no-color"])
        .args(["--report", "json", "--report-json-path", "report.json"])
        .args(arguments)
        .env("TENURE_BASE", server.base())
        .env("TENURE_EMAIL", email)
        .env("TENURE_PASSWORD", PASSWORD)
        .env("HOOKS", folder.join("hooks.py"))
        .current_dir(folder)
        .output()
        .expect("Python starts");
    let (out, err) = (String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
    assert!(told.status.success(), "as {email:?}: {}\n{out}\n{err}", told.status);
    let report: Value = serde_json::from_slice(&std::fs::read(folder.join("report.json")).unwrap()).unwrap();
    assert_eq!(report["operations"]["tested"], report["operations"]["total"], "{out}");
}

pub(crate) async fn every_answer_is_described() {
    let database = Database::sqlite();
    let (server, _) = Server::demo(&database);
    let folder = TempDir::new().unwrap();
    for file in ["schemathesis.toml", "hooks.py"] {
        std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi").join(file), folder.path().join(file)).unwrap();
    }
    known(&server, folder.path()).await;
    let operations = operations(&server).await;

    let (server, folder) = tokio::task::spawn_blocking(move || {
        // First who governs, while all is there and no link was used.
        let_loose(&server, folder.path(), FOUNDER, &[]);
        let notes = std::fs::read_to_string(folder.path().join("answers.txt")).unwrap();
        let answers: BTreeSet<(&str, &str)> = notes.lines().map(|line| line.split_once(' ').unwrap()).collect();
        let is_open = |id: &str| answers.iter().any(|(operation, status)| *operation == id && status.starts_with('2'));
        let shut: Vec<&String> = operations.iter().filter(|id| !is_open(id)).collect();
        let told: Vec<_> = answers.iter().filter(|(id, _)| shut.iter().any(|shut| shut == id)).collect();
        assert_eq!(shut, CLOSED, "of these, the answers: {told:?}");
        let_loose(&server, folder.path(), MASKED, &["--phases", "examples,fuzzing", "--max-examples", "3"]);
        let_loose(&server, folder.path(), "", &["--phases", "examples,fuzzing", "--max-examples", "2"]);
        (server, folder)
    })
    .await
    .unwrap();
    drop(folder);
    assert!(!server.stop().contains("\"level\":\"ERROR\""), "the server complains of nothing");
    assert!(tenure_whole::Tenured::run(&database, &["verify"]).status.success(), "the data keeps every invariant");
}
