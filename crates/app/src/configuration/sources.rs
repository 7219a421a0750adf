//! Where the layers are found.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::environment::environment;
use super::file::file;
use super::layers::Layers;
use super::{Flags, Problem};

/// The file that is read when none is named.
const FILE: &str = "tenured.toml";

/// What the layers are made of.
pub(crate) struct Sources<'a> {
    /// The file that is read where there is one; none to read only a file that is named.
    pub(crate) usual_file: Option<PathBuf>,
    /// The environment.
    pub(crate) variables: Vec<(OsString, OsString)>,
    /// The flags.
    pub(crate) flags: &'a Flags,
}

impl<'a> Sources<'a> {
    /// This process's own.
    pub(crate) fn of_process(flags: &'a Flags) -> Self {
        Self { usual_file: Some(PathBuf::from(FILE)), variables: std::env::vars_os().collect(), flags }
    }

    /// This process's own, without the file that nobody named: a demo started beside a server's file stays a demo.
    pub(crate) fn of_demo(flags: &'a Flags) -> Self {
        Self { usual_file: None, ..Self::of_process(flags) }
    }

    /// Reads them all and lays them over each other.
    pub(crate) fn layers(self) -> Layers {
        let mut layers = Layers::default();
        match (&self.flags.place.config, &self.usual_file) {
            (Some(path), _) => lay_file(&mut layers, path, true),
            (None, Some(path)) => lay_file(&mut layers, path, false),
            (None, None) => {}
        }
        layers.lay(environment(self.variables));
        layers.lay(self.flags.layer());
        layers
    }
}

fn lay_file(layers: &mut Layers, path: &Path, is_named: bool) {
    match fs::read_to_string(path) {
        Ok(document) => layers.lay(file(path, &document)),
        Err(error) if error.kind() == ErrorKind::NotFound && !is_named => {}
        Err(error) => layers.problems.push(Problem::of(&path.display().to_string(), format!("it can't be read: {error}"))),
    }
}
