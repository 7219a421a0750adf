//! The process between us and a server of ours, which ends the server when we end, however we end.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use crate::{Error, folder::Folder, programs::Programs};

const SCRIPT: &str = include_str!("keeper.sh");

/// A running keeper. Dropping it ends the server, and returns when the server and its folder are gone.
#[derive(Debug)]
pub(crate) struct Keeper {
    child: Child,
}

impl Keeper {
    /// Starts the server that the folder's settings describe; returns when it takes connections.
    pub(crate) fn start(folder: Folder, programs: &Programs) -> Result<Self, Error> {
        let mut command = Command::new("sh");
        command
            .args(["-c", SCRIPT, "keeper"])
            .arg(folder.place.path())
            .arg(programs.folder())
            .current_dir(folder.place.path())
            // A caller's PGDATA, PGPORT and their like must not reach the server.
            .env_clear()
            .env("PATH", env::var_os("PATH").unwrap_or_default())
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Signals of the terminal go to the foreground group; this one is told by its pipe.
            .process_group(0);
        if let Some(owner) = folder.owner {
            command.uid(owner.user).gid(owner.group);
        }
        let child = command.spawn().map_err(|source| Error::Run { program: PathBuf::from("sh"), source })?;
        // From here on it is the keeper that removes the folder.
        let log = folder.place.keep().join("log");
        let mut keeper = Self { child };
        if keeper.first_line().as_deref() == Some("ready") {
            return Ok(keeper);
        }
        Err(Error::Start { log: fs::read_to_string(&log).unwrap_or_else(|reason| reason.to_string()) })
    }

    fn first_line(&mut self) -> Option<String> {
        BufReader::new(self.child.stdout.as_mut()?).lines().next()?.ok()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        if let Err(reason) = self.child.wait() {
            eprintln!("the keeper of a throwaway Postgres could not be waited for: {reason}");
        }
    }
}
