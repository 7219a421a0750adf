//! Structured logs on standard error: text for people, JSON for machines.

use std::io::{self, IsTerminal as _};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

use crate::configuration::{Configuration, LogFormat};

/// What is too talkative to be under the same filter as ours, unless somebody asks for it.
const QUIET: &str = "sqlx=warn,hyper=warn,h2=warn,rustls=warn";

/// Begins to log. What is logged before goes nowhere, and a second beginning changes nothing.
pub(crate) fn begin(configuration: &Configuration) {
    let filter = EnvFilter::new(format!("{QUIET},{}", configuration.log_filter));
    let terminal = io::stderr().is_terminal();
    let logs = fmt().with_env_filter(filter).with_writer(io::stderr);
    let as_text = match configuration.log_format {
        LogFormat::Auto => terminal,
        LogFormat::Text => true,
        LogFormat::Json => false,
    };
    let begun = if as_text { logs.with_ansi(terminal).try_init() } else { logs.json().flatten_event(true).try_init() };
    if let Err(error) = begun {
        tracing::warn!(%error, "logs have begun before");
    }
}
