//! The example of the facade: somebody else's service, which people may use for what they begin from, so it has to work.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::json;
use tempfile::TempDir;
use tenure_whole::{FOUNDER, PASSWORD, Person};

/// The example, while it runs.
struct Embedding(Child);

impl Drop for Embedding {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// It is built beside the server.
fn example() -> PathBuf {
    let server = std::env::var("TENURE_TEST_BINARY").expect("TENURE_TEST_BINARY names the built tenured; run `cargo xtask test`");
    Path::new(&server).with_file_name("examples").join("embed")
}

pub(crate) async fn a_service_of_ones_own_mounts_the_api_asks_and_sends_its_mail() {
    let folder = TempDir::new().unwrap();
    let at = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut command = Command::new(example());
    let child = command.arg(&at).current_dir(folder.path()).stderr(Stdio::piped()).spawn().expect("the example starts");
    let mut embedding = Embedding(child);
    let mut said = BufReader::new(embedding.0.stderr.take().unwrap()).lines().map_while(Result::ok);
    let mut heard = |what: &str| said.by_ref().find(|line| line.contains(what)).unwrap_or_else(|| panic!("it never says {what}"));
    let token = heard("with the token ").rsplit(' ').next().unwrap().to_owned();

    // It says so before it listens.
    let you = Person::of(&format!("http://{at}"));
    you.reach("/health/live").await;
    let set_up = json!({
        "token": token, "organization": "Aster", "model": "workspace", "email": FOUNDER, "password": PASSWORD,
        "first_name": "Yuna", "last_name": "Ostrow",
    });
    let made = you.post("/api/v1/setup", set_up).await.expect(201);
    you.sign_in(FOUNDER, PASSWORD).await.expect(200);
    let (org, member) = (made.text_at("/organization"), made.text_at("/member"));
    let root = you.get(&format!("/api/v1/organizations/{org}")).await.expect(200).text_at("/root");

    // Its own questions are answered by what people may do.
    let may_call = |member: &str| format!("/may-call/{org}/{member}/{root}");
    assert_eq!(you.get(&may_call(&member)).await.expect(200).body, json!(true));
    assert_eq!(you.get(&may_call(&org)).await.expect(200).body, json!(false), "nobody of that id");

    // Its own mailer gets the mail.
    let invite = json!({ "emails": "ada@example.test", "workspace": root, "levels": ["agent"] });
    you.post(&format!("/api/v1/organizations/{org}/invitations"), invite).await.expect(200);
    heard("to ada@example.test: ");
    heard(&format!("http://{at}/invitation/"));
}
