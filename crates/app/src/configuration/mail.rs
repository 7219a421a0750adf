//! How mail leaves.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tenure_domain::invitation::MailLimits;
use tenure_mail_smtp::{Sender, SmtpCredentials, SmtpMail, SmtpSettings, SmtpTls};

use super::Purpose;
use super::reading::Reading;

/// How long one letter may take; couriers' leases are longer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Who letters are from that nobody gets.
const NOBODY: &str = "tenure@example.test";
/// The name that stands beside an address that has none.
const NAME: &str = "Tenure";

/// How mail leaves.
pub(crate) enum Transport {
    /// By way of a mail server.
    Smtp(Box<SmtpSettings>),
    /// Into a folder, as files.
    File(PathBuf, Sender),
    /// Not at all; the log says that one would have left.
    Log(Sender),
    /// Into memory, for everybody at this machine to read.
    Capture(Sender),
}

/// The transport, as far as it is said; what is missing is a problem to those who serve.
pub(super) fn transport(reading: &mut Reading<'_>, purpose: Purpose, data_dir: &Path) -> Option<Transport> {
    let smtp = smtp(reading);
    let from = reading.parsed("smtp.from", sender);
    let quiet = from.clone().or_else(|| sender(NOBODY).ok());
    let word = reading.text("mail.transport");
    match word.as_deref().unwrap_or(usual(smtp.host.is_some())) {
        _ if purpose == Purpose::Demo => quiet.map(Transport::Capture),
        "smtp" => match (smtp.host, from) {
            (Some(host), Some(sender)) => settled(reading, SmtpParts { host: Some(host), ..smtp }, sender),
            (host, from) => {
                for (key, is_missing) in [("smtp.host", host.is_none()), ("smtp.from", from.is_none())] {
                    if is_missing && purpose == Purpose::Serve && reading.setting(key).is_none() {
                        reading.wrong(key, "mail by SMTP needs it");
                    }
                }
                None
            }
        },
        "file" => quiet.map(|sender| Transport::File(data_dir.join("mail"), sender)),
        "log" => quiet.map(Transport::Log),
        "capture" => quiet.map(Transport::Capture),
        other => {
            reading.wrong("mail.transport", format!("`{other}` is none of `smtp`, `file`, `log` and `capture`"));
            None
        }
    }
}

/// How many mails of invitations leave within an hour, as far as it is said.
pub(super) fn mail_limits(reading: &mut Reading<'_>) -> MailLimits {
    let usual = MailLimits::default();
    let some = |text: &str| text.parse().map_err(|_| format!("`{text}` is no number of mails, 1 or more"));
    let any = |text: &str| text.parse().map_err(|_| format!("`{text}` is no number of mails"));
    MailLimits {
        an_hour: reading.parsed("mail.invitations_an_hour", some).unwrap_or(usual.an_hour),
        an_hour_to_a_domain: reading.parsed("mail.invitations_an_hour_to_a_domain", some).unwrap_or(usual.an_hour_to_a_domain),
        waiting: reading.parsed("mail.invitations_waiting", any).unwrap_or(usual.waiting),
    }
}

/// The transport where none is named: without a mail server, letters lie in the data folder, so that none is lost.
pub(super) const fn usual(has_host: bool) -> &'static str {
    if has_host { "smtp" } else { "file" }
}

struct SmtpParts {
    host: Option<String>,
    port: Option<u16>,
    tls: SmtpTls,
    root: Option<PathBuf>,
    credentials: Option<SmtpCredentials>,
}

fn smtp(reading: &mut Reading<'_>) -> SmtpParts {
    let username = reading.text("smtp.username");
    let password = reading.parsed("smtp.password", |text| Ok::<_, &str>(text.into()));
    for (key, other, lonely) in
        [("smtp.username", "smtp.password", password.is_none()), ("smtp.password", "smtp.username", username.is_none())]
    {
        if lonely && reading.setting(key).is_some() && reading.setting(other).is_none() {
            reading.wrong(key, format!("signing in to the mail server takes {other} too"));
        }
    }
    SmtpParts {
        host: reading.text("smtp.host"),
        port: reading.parsed("smtp.port", |text| text.parse().map_err(|_| format!("`{text}` is no port, 1 to 65535"))),
        tls: reading.parsed("smtp.tls", str::parse).unwrap_or(SmtpTls::Starttls),
        root: reading.text("smtp.tls_root_certificate").map(PathBuf::from),
        credentials: username.zip(password).map(|(username, password)| SmtpCredentials { username, password }),
    }
}

fn settled(reading: &mut Reading<'_>, parts: SmtpParts, sender: Sender) -> Option<Transport> {
    let settings = SmtpSettings {
        host: parts.host?,
        port: parts.port.unwrap_or_else(|| parts.tls.usual_port()),
        tls: parts.tls,
        tls_root_certificate: parts.root,
        credentials: parts.credentials,
        sender,
        hello_name: None,
        timeout: PATIENCE,
    };
    // Making the transport connects to nobody, and finds what can't work.
    match SmtpMail::new(settings.clone()) {
        Ok(_) => Some(Transport::Smtp(Box::new(settings))),
        Err(refused) => {
            let key = if reading.setting("smtp.tls_root_certificate").is_some() { "smtp.tls_root_certificate" } else { "smtp.tls" };
            reading.wrong(key, refused);
            None
        }
    }
}

/// `Aster Support <people@example.com>`, or the address alone.
fn sender(text: &str) -> Result<Sender, String> {
    let (name, address) = match text.trim().strip_suffix('>').and_then(|text| text.split_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"'), address),
        None => (NAME, text.trim()),
    };
    Sender::new(address, name).map_err(|refused| refused.to_string())
}
