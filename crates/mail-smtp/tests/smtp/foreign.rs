//! The foreign server as a child process, and letters and settings to try it with.

use std::{path::PathBuf, process::Stdio, time::Duration};

use serde_json::Value;
use tempfile::TempDir;
use tenure_mail_smtp::{Sender, SmtpMail, SmtpSettings, SmtpTls};
use tenure_port_mail::{Addressee, Letter, Wording};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

/// Longer than anything here takes, so that a broken test ends.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Foreign {
    pub(crate) port: u16,
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    certificates: TempDir,
}

impl Foreign {
    pub(crate) async fn start(flags: &[&str]) -> Self {
        Self::start_at(0, flags).await
    }

    pub(crate) async fn start_at(port: u16, flags: &[&str]) -> Self {
        let python = std::env::var("TENURE_TEST_PYTHON")
            .expect("TENURE_TEST_PYTHON names a Python 3 interpreter with the packages aiosmtpd and cryptography");
        let certificates = tempfile::tempdir().unwrap();
        let mut child = Command::new(python)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/foreign_server.py"))
            .args(["--port", &port.to_string(), "--certificates"])
            .arg(certificates.path())
            .args(flags)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the interpreter starts");
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut server = Self { port, child, lines, certificates };
        let ready = server.next().await;
        server.port = ready["port"].as_u64().unwrap().try_into().unwrap();
        server
    }

    /// The next thing that the server says has happened.
    pub(crate) async fn next(&mut self) -> Value {
        let line = timeout(PATIENCE, self.lines.next_line()).await.expect("the server says something");
        serde_json::from_str(&line.unwrap().expect("the server is alive")).unwrap()
    }

    /// Kills the process, as a crash would; everything that it had said and nobody has read yet is handed over.
    pub(crate) async fn kill(mut self) -> Vec<Value> {
        self.child.kill().await.unwrap();
        let mut said = Vec::new();
        while let Some(line) = self.lines.next_line().await.unwrap() {
            said.push(serde_json::from_str(&line).unwrap());
        }
        said
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.certificates.path().join("root.pem")
    }

    pub(crate) fn settings(&self) -> SmtpSettings {
        SmtpSettings {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            tls: SmtpTls::None,
            tls_root_certificate: None,
            credentials: None,
            sender: Sender::new("tenure@mail.example.test", "Tenure").unwrap(),
            hello_name: Some("tenure.example.test".to_owned()),
            timeout: PATIENCE,
        }
    }

    pub(crate) fn mail(&self) -> SmtpMail {
        SmtpMail::new(self.settings()).unwrap()
    }

    pub(crate) fn impatient_mail(&self, patience: Duration) -> SmtpMail {
        SmtpMail::new(SmtpSettings { timeout: patience, ..self.settings() }).unwrap()
    }
}

pub(crate) fn letter(id: &str) -> Letter {
    letter_saying(id, "Ada L.", "Grace invites you", "Hello Ada\n", "<p>Hello Ada</p>\n")
}

pub(crate) fn letter_saying(id: &str, name: &str, subject: &str, text: &str, html: &str) -> Letter {
    letter_to("ada@example.test", id, name, subject, text, html)
}

pub(crate) fn letter_to(to: &str, id: &str, name: &str, subject: &str, text: &str, html: &str) -> Letter {
    let wording = Wording { subject: subject.to_owned(), text: text.to_owned(), html: html.to_owned() };
    Letter::new(id, Addressee::new(to, name).unwrap(), wording).unwrap()
}

/// The values of a header, by the foreign server's reading.
pub(crate) fn header<'a>(mail: &'a Value, name: &str) -> Vec<&'a str> {
    let pairs = mail["headers"].as_array().unwrap().iter();
    pairs.filter(|pair| pair[0] == name).map(|pair| pair[1].as_str().unwrap()).collect()
}
