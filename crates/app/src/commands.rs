//! The commands.

mod backup;
mod check;
mod config_show;
mod demo;
mod generate;
mod migrate;
mod openapi;
mod operator;
mod restore;
mod serve;
mod verify;

use std::io::Write;

pub(crate) use self::migrate::{steps, waiting};
use crate::cli::{Command, ConfigCommand};
use crate::configuration::{Configuration, DatabaseUrl, Flags, Place, Purpose, Sources};
use crate::failure::Failure;

/// What commands print to.
pub(crate) type Out<'a> = &'a mut (dyn Write + Send);

/// Runs one.
pub(crate) async fn run(command: Command, out: Out<'_>) -> Result<(), Failure> {
    match command {
        Command::Serve(flags) => serve::serve(&flags, out).await,
        Command::Demo(flags) => demo::demo(&flags, out).await,
        Command::Generate(ask) => generate::generate(ask, out).await,
        Command::Migrate(migrate) => migrate::migrate(migrate, out).await,
        Command::Backup(ask) => backup::backup(ask, out).await,
        Command::Restore(ask) => restore::restore(ask, out).await,
        Command::Check(flags) => check::check(&flags, out).await,
        Command::Verify(place) => verify::verify(place, out).await,
        Command::Operator(operator) => operator::operator(operator, out).await,
        Command::Openapi => openapi::openapi(out),
        Command::Config(config) => match config.command {
            ConfigCommand::Show => config_show::config_show(&config.flags, out),
        },
    }
}

/// What became of so many sessions.
fn ended_sessions(ended: u64) -> String {
    if ended == 1 { "1 session has ended".to_owned() } else { format!("{ended} sessions have ended") }
}

/// The database that is configured.
fn database(place: Place) -> Result<DatabaseUrl, Failure> {
    Ok(configuration(&place.into(), Purpose::Tend)?.database)
}

/// This process's configuration, for one purpose.
fn configuration(flags: &Flags, purpose: Purpose) -> Result<Configuration, Failure> {
    let sources = if purpose == Purpose::Demo { Sources::of_demo(flags) } else { Sources::of_process(flags) };
    Ok(Configuration::read(&sources.layers(), purpose)?)
}
