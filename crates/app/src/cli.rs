//! The command line.

use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::configuration::{Flags, Place};

const CODES: &str = "\
Exit codes:
  0  all is well
  1  something failed, or what was looked for is wrong
  2  the command line can't be understood
  3  the configuration won't do; every problem of it is listed";

const SETTINGS: &str = "\
Every setting can be given in a TOML file (`smtp.host`), in the environment (`TENURED_SMTP__HOST`), and some as flags; flags \
win over the environment, and the environment over the file. A secret can be named by the file that holds it: \
`secret_key_file`, `TENURED_SMTP__PASSWORD_FILE`. `tenured config show` lists all settings, and where each comes from.";

const DEMO_DATA_DIR: &str = "Keep the example in this folder; it is used again at the next start [default: ./data/demo]";

/// Tenure: who may be in an organization, what they may do there, and what becomes of their work when they leave
#[derive(Debug, Parser)]
#[command(name = "tenured", version, after_long_help = CODES, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve people
    ///
    /// Brings the database up to date, sends mail, and answers HTTP until SIGTERM or SIGINT; requests under way are finished
    /// first, for up to 10 seconds. On an empty database it prints a link to set it up with, once.
    #[command(after_long_help = SETTINGS)]
    Serve(Flags),

    /// Show Tenure with example data, to this machine only
    ///
    /// Makes an organization of some 60 people in an embedded database, if its folder has none yet, and serves it. Mail is kept
    /// in memory for everybody at this machine to read, and the password is printed: not for real people. No configuration file
    /// is read unless one is named.
    #[command(mut_arg("data_dir", |data_dir| data_dir.help(DEMO_DATA_DIR)))]
    #[command(mut_arg("config", |config| config.help("Read settings from this TOML file")))]
    Demo(Flags),

    /// Fill an empty database with example data of any size
    ///
    /// Makes one organization that you@example.test governs, with people, contacts and a tree of workspaces: half of the people in
    /// one branch, nobody in another. No journal is made up and nothing is mailed. Serve it with the same settings: not for
    /// real people, since everybody has the password that is printed.
    Generate(Generate),

    /// Bring the database up to date
    ///
    /// `serve` does the same when it starts. The steps go forward only: back up first.
    Migrate(Migrate),

    /// Copy an embedded database into a file
    ///
    /// Runs beside a server, and holds up nobody: all that was told to be done before it began is in the file, which is whole or isn't
    /// there. The secret key isn't in it.
    Backup(Backup),

    /// Put a backup in the place of an embedded database
    ///
    /// Takes a stopped server. What was there is kept aside, and everybody is signed out.
    Restore(Restore),

    /// Look whether all is ready to serve
    ///
    /// Looks at configuration, database, migrations, mail server, public address, clock and disk, and says for each what would
    /// put it right. Ends with 1 if anything fails; warnings don't count.
    Check(Flags),

    /// Hold the data against every invariant of the model
    ///
    /// Prints what breaks one, with ids and without names, and ends with 1 if anything does. Runs beside a server.
    Verify(Place),

    /// Say who runs this installation
    ///
    /// Operators make organizations and set their plans. Runs beside a server, and holds from the next request on.
    Operator(Operator),

    /// Print the OpenAPI document of the HTTP API
    Openapi,

    /// Look at the configuration
    Config(Config),
}

#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// Make this many members, you among them
    #[arg(long, value_name = "N", default_value = "1000")]
    pub(crate) members: NonZeroU32,
    /// Make this many contacts
    #[arg(long, value_name = "N", default_value = "10000")]
    pub(crate) contacts: u32,
    /// Make this many workspaces, the root among them
    #[arg(long, value_name = "N", default_value = "100")]
    pub(crate) workspaces: NonZeroU32,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// Where to; nothing is overwritten
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Migrate {
    #[command(subcommand)]
    pub(crate) command: Option<MigrateCommand>,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MigrateCommand {
    /// List the steps, and which of them the database has; ends with 1 if it lacks one, or has one that is unknown here
    Status,
}

#[derive(Debug, Args)]
pub(crate) struct Operator {
    #[command(subcommand)]
    pub(crate) command: OperatorCommand,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Subcommand)]
pub(crate) enum OperatorCommand {
    /// List the addresses of all operators
    List,
    /// Make somebody an operator who has a login already
    Grant {
        /// The address that they sign in with
        email: String,
    },
    /// Make somebody an operator no more
    Withdraw {
        /// The address that they sign in with
        email: String,
    },
    /// Make somebody govern an organization whose people can't help themselves; all who govern it are told by mail
    Rescue {
        /// The organization's id, or its name
        organization: String,
        /// The address of a member, or of somebody to invite
        email: String,
    },
    /// Sign everybody out, as after restoring a backup: sessions that ended since it was made would live again
    EndSessions,
    /// Take the second factor of somebody away who lost it with all recovery codes; make sure first that it is they who ask
    RemoveSecondFactor {
        /// The address that they sign in with
        email: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Config {
    #[command(subcommand)]
    pub(crate) command: ConfigCommand,
    #[command(flatten)]
    pub(crate) flags: Flags,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print every setting that counts for `serve`, with where it comes from; secrets are hidden
    Show,
}

#[cfg(test)]
mod tests;
