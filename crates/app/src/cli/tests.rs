//! Golden help, and what the command line takes.

use clap::{CommandFactory as _, Parser as _};

use super::*;

/// The long help of a command, as an 100 columns wide terminal shows it.
fn help(path: &[&str]) -> String {
    let arguments = ["tenured"].iter().chain(path).chain(&["--help"]);
    let refused = Cli::command().term_width(100).try_get_matches_from(arguments).unwrap_err();
    assert_eq!(refused.exit_code(), 0);
    refused.to_string()
}

#[test]
fn help_reads_as_the_golden_files_say() {
    for path in [
        &[][..],
        &["serve"],
        &["demo"],
        &["generate"],
        &["migrate"],
        &["migrate", "status"],
        &["backup"],
        &["restore"],
        &["check"],
        &["verify"],
        &["operator"],
        &["operator", "list"],
        &["operator", "grant"],
        &["operator", "withdraw"],
        &["operator", "rescue"],
        &["operator", "end-sessions"],
        &["operator", "remove-second-factor"],
        &["openapi"],
        &["config"],
        &["config", "show"],
    ] {
        insta::assert_snapshot!(format!("help_{}", path.join("_")), help(path));
    }
}

#[test]
fn every_command_has_a_golden_help() {
    fn count(command: &clap::Command) -> usize {
        1 + command.get_subcommands().map(count).sum::<usize>()
    }
    assert_eq!(count(&Cli::command()), 20, "a command without a line in the test above");
}

#[test]
fn the_command_line_is_well_formed() {
    Cli::command().debug_assert();
}

#[test]
fn what_cannot_be_understood_ends_with_two() {
    for arguments in [&["tenured", "serv"][..], &["tenured", "serve", "--lisen", "x"], &["tenured", "operator", "grant"]] {
        assert_eq!(Cli::try_parse_from(arguments).unwrap_err().exit_code(), 2, "{arguments:?}");
    }
}

#[test]
fn settings_may_stand_before_and_behind_a_subcommand() {
    for arguments in [["migrate", "--database", "sqlite://a.db", "status"], ["migrate", "status", "--database", "sqlite://a.db"]] {
        let cli = Cli::try_parse_from(["tenured"].iter().chain(&arguments)).unwrap();
        let Command::Migrate(Migrate { command: Some(MigrateCommand::Status), place }) = cli.command else { panic!("{cli:?}") };
        assert_eq!(place.database.as_deref(), Some("sqlite://a.db"));
    }
}
