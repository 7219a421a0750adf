//! A post office: aiosmtpd as a child process, which tells each message as a line of JSON.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use serde_json::Value;

/// How long a test waits for a mail before it fails.
const PATIENCE: Duration = Duration::from_mins(1);

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Mail {
    /// To whom.
    pub to: Vec<String>,
    /// Subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The Message-ID.
    pub id: String,
    /// All headers, a line for each.
    pub headers: String,
}

impl Mail {
    /// The token of the invitation link in the text; the link begins with this address.
    pub fn token(&self, base: &str) -> String {
        self.token_behind(&format!("{base}/invitation/"))
    }

    /// The token behind this beginning of a link in the text.
    pub fn token_behind(&self, begin: &str) -> String {
        let at = self.text.find(begin).unwrap_or_else(|| panic!("no link that begins with {begin} in: {}", self.text));
        self.text[at + begin.len()..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
    }
}

type Arrived = Arc<(Mutex<Vec<Mail>>, Condvar)>;

/// A mail server that nobody here wrote.
pub struct PostOffice {
    child: Child,
    stdin: Option<ChildStdin>,
    port: u16,
    arrived: Arrived,
}

fn words(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

impl PostOffice {
    /// Opens it on a free port.
    pub fn open() -> Self {
        let python =
            std::env::var("TENURE_TEST_PYTHON").expect("TENURE_TEST_PYTHON names a Python with aiosmtpd; run `cargo xtask test`");
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/post_office.py");
        let mut child = Command::new(python)
            .args([script, &port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python starts");
        let stdin = child.stdin.take();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().expect("the post office speaks").unwrap(), "ready");
        let arrived = Arrived::default();
        let into = Arc::clone(&arrived);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let mail: Value = serde_json::from_str(&line).unwrap();
                let text = |key: &str| mail[key].as_str().unwrap().to_owned();
                let mail = Mail {
                    to: words(&mail["to"]),
                    subject: text("subject"),
                    text: text("text"),
                    html: text("html"),
                    id: text("id"),
                    headers: text("headers"),
                };
                into.0.lock().unwrap().push(mail);
                into.1.notify_all();
            }
        });
        Self { child, stdin, port, arrived }
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// All that arrived so far.
    pub fn all(&self) -> Vec<Mail> {
        self.arrived.0.lock().unwrap().clone()
    }

    /// The nth mail to this address (from 0), as soon as it is there.
    pub fn nth(&self, to: &str, nth: usize) -> Mail {
        self.nth_within(to, nth, PATIENCE)
    }

    /// The same, for a mail that may take longer.
    pub fn nth_within(&self, to: &str, nth: usize, patience: Duration) -> Mail {
        let (mails, more) = &*self.arrived;
        let find = |mails: &Vec<Mail>| mails.iter().filter(|mail| mail.to.iter().any(|one| one == to)).nth(nth).cloned();
        let guard = mails.lock().unwrap();
        let (guard, _) = more.wait_timeout_while(guard, patience, |mails| find(mails).is_none()).unwrap();
        find(&guard).unwrap_or_else(|| {
            panic!(
                "mail {nth} to {to} didn't come; there are {:?}",
                guard.iter().map(|mail| (&mail.to, &mail.subject)).collect::<Vec<_>>()
            )
        })
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        // It ends when its standard input does.
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}
