//! The settings that commands take as flags.

use std::path::PathBuf;

use clap::Args;

use super::environment::CONFIG;
use super::layers::Layer;
use super::origin::Origin;

const DATABASE: &str = "Use this database: sqlite://PATH or postgres://… [default: tenure.db in the data folder]";

/// What names a database: all that commands take which look after one.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Settings")]
pub(crate) struct Place {
    /// Read settings from this TOML file [default: ./tenured.toml, if there is one]
    #[arg(long, value_name = "FILE", env = CONFIG, hide_env_values = true, global = true)]
    pub(crate) config: Option<PathBuf>,

    /// Keep what lies on this machine in this folder [default: ./data]
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) data_dir: Option<String>,

    // Rustdoc would take the addresses for links.
    #[arg(long, value_name = "URL", global = true, help = DATABASE)]
    pub(crate) database: Option<String>,
}

/// Flags win over the environment, the environment over the file, and the file over defaults.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Settings")]
pub(crate) struct Flags {
    #[command(flatten)]
    pub(crate) place: Place,

    /// Listen here; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR:PORT", global = true)]
    pub(crate) listen: Option<String>,

    /// The address that people reach it under; links in mails begin with it [default: follows --listen]
    #[arg(long, value_name = "URL", global = true)]
    pub(crate) public_url: Option<String>,

    /// Write logs as `text` or as `json` [default: text on a terminal, else json]
    #[arg(long, value_name = "FORMAT", global = true)]
    pub(crate) log_format: Option<String>,
}

impl From<Place> for Flags {
    fn from(place: Place) -> Self {
        Self { place, ..Self::default() }
    }
}

impl Flags {
    pub(super) fn layer(&self) -> Layer {
        let mut layer = Layer::new();
        for (name, flag, value) in [
            ("listen", "--listen", &self.listen),
            ("data_dir", "--data-dir", &self.place.data_dir),
            ("database", "--database", &self.place.database),
            ("public_url", "--public-url", &self.public_url),
            ("log.format", "--log-format", &self.log_format),
        ] {
            if let Some(text) = value {
                layer.say(name, text.clone(), Origin::Flag(flag));
            }
        }
        layer
    }
}
