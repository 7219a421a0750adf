//! The configuration as types.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;

use tenure_credentials::ServerKey;
use tenure_domain::invitation::MailLimits;
use tracing_subscriber::EnvFilter;

use super::address::socket_address;
use super::mail::{Transport, mail_limits, transport};
use super::public_url::public_url;
use super::reading::Reading;
use super::{DatabaseUrl, Layers, Problems};

/// The database's file in the data folder, where no database is named.
pub(super) const DATABASE_FILE: &str = "tenure.db";
/// Where to listen, where nobody says.
pub(super) const LISTEN: &str = "127.0.0.1:8080";

/// What a configuration is read for: serving needs more than tending a database does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Purpose {
    /// To serve people.
    Serve,
    /// To show Tenure to whoever sits at this machine.
    Demo,
    /// To look after the database.
    Tend,
}

impl Purpose {
    pub(super) const fn data_dir(self) -> &'static str {
        match self {
            Self::Demo => "./data/demo",
            Self::Serve | Self::Tend => "./data",
        }
    }

    /// What to log where nobody says. Who tries a demo reads what it prints, and a line for each request would push it away.
    pub(super) const fn filter(self) -> &'static str {
        match self {
            Self::Demo => "warn",
            Self::Serve | Self::Tend => "info",
        }
    }
}

/// How log lines are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum LogFormat {
    /// As text on a terminal, as JSON elsewhere.
    #[default]
    Auto,
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl FromStr for LogFormat {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "auto" => Ok(Self::Auto),
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(format!("`{word}` is none of `auto`, `text` and `json`")),
        }
    }
}

/// Everything that `tenured` is told.
pub(crate) struct Configuration {
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    /// Where to keep what lies on this machine.
    pub(crate) data_dir: PathBuf,
    /// Which database.
    pub(crate) database: DatabaseUrl,
    /// What links begin with; none to follow the address that is listened on.
    pub(crate) public_url: Option<String>,
    /// Whose word about clients' addresses counts.
    pub(crate) trusted_proxies: Vec<IpAddr>,
    /// The server's root secret; none to keep one in the data folder.
    pub(crate) secret_key: Option<ServerKey>,
    /// How mail leaves; none where that isn't said and isn't needed.
    pub(crate) mail: Option<Transport>,
    /// How many mails of invitations leave an organization within an hour.
    pub(crate) mail_limits: MailLimits,
    /// How log lines are written.
    pub(crate) log_format: LogFormat,
    /// Which log lines are written, as `tracing` says it.
    pub(crate) log_filter: String,
}

impl Configuration {
    /// Reads the layers, and reports everything that is wrong with them.
    pub(crate) fn read(layers: &Layers, purpose: Purpose) -> Result<Self, Problems> {
        let mut reading = Reading::new(layers);
        let listen = reading.parsed("listen", socket_address);
        let fallback: SocketAddr = ([127, 0, 0, 1], 8080).into();
        let listen = listen.unwrap_or(fallback);
        let data_dir = PathBuf::from(reading.text("data_dir").unwrap_or_else(|| purpose.data_dir().to_owned()));
        let database = reading.parsed("database", DatabaseUrl::parse);
        let database = database.unwrap_or_else(|| DatabaseUrl::Sqlite(data_dir.join(DATABASE_FILE)));
        let configuration = Self {
            listen,
            database,
            public_url: reading.parsed("public_url", public_url),
            trusted_proxies: reading.parsed("trusted_proxies", addresses).unwrap_or_default(),
            secret_key: secret_key(&mut reading),
            mail: transport(&mut reading, purpose, &data_dir),
            mail_limits: mail_limits(&mut reading),
            log_format: reading.parsed("log.format", str::parse).unwrap_or_default(),
            log_filter: reading.parsed("log.filter", filter).unwrap_or_else(|| purpose.filter().to_owned()),
            data_dir,
        };
        configuration.needs(&mut reading, purpose);
        let problems = reading.problems();
        if problems.is_empty() { Ok(configuration) } else { Err(Problems(problems)) }
    }

    /// What this purpose needs beyond what was said.
    fn needs(&self, reading: &mut Reading<'_>, purpose: Purpose) {
        let is_open = !self.listen.ip().is_loopback();
        if purpose == Purpose::Demo && is_open {
            reading.wrong(
                "listen",
                format!(
                    "a demo prints its password and shows its mail to everybody, so it listens on this machine only, such as \
                     {LISTEN}; {} can be reached from others",
                    self.listen
                ),
            );
        }
        if purpose == Purpose::Serve && is_open && self.public_url.is_none() && reading.setting("public_url").is_none() {
            let what = format!("links in mails begin with it, and that people reach {} can't be guessed; set it", self.listen);
            reading.wrong("public_url", what);
        }
        if purpose == Purpose::Serve && is_open && matches!(self.mail, Some(Transport::Capture(_))) {
            reading.wrong("mail.transport", "`capture` shows every link to everybody; it needs a `listen` on this machine only");
        }
        if purpose == Purpose::Serve && !self.database.is_sqlite() && reading.setting("secret_key").is_none() {
            reading.wrong(
                "secret_key",
                "a Postgres database may serve several processes, which all need the same key; make one with \
                 `openssl rand -base64 32` and set it, or secret_key_file",
            );
        }
    }
}

fn secret_key(reading: &mut Reading<'_>) -> Option<ServerKey> {
    let bytes = reading.bytes("secret_key")?;
    match ServerKey::parse(&bytes) {
        Ok(key) => Some(key),
        Err(refused) => {
            reading.wrong("secret_key", refused);
            None
        }
    }
}

fn addresses(text: &str) -> Result<Vec<IpAddr>, String> {
    let texts = text.split(',').map(str::trim).filter(|text| !text.is_empty());
    texts.map(|text| text.parse().map_err(|_| format!("`{text}` is no IP address"))).collect()
}

fn filter(text: &str) -> Result<String, String> {
    match EnvFilter::try_new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!("`{text}` is no filter such as `info` or `info,tenure_couriers=debug`: {error}")),
    }
}
