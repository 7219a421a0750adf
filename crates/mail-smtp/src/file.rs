//! Letters as files, for machines that hand them on by other means.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use async_trait::async_trait;
use tenure_port_mail::{Letter, PostError, PostOffice};

use crate::{Sender, compose::compose};

/// Writes one `<errand id>.eml` a letter into a folder.
///
/// A file appears whole or not at all, and the same errand posted twice is one file.
#[derive(Clone, Debug)]
pub struct FileMail {
    folder: PathBuf,
    sender: Sender,
}

impl FileMail {
    /// Makes the folder if it isn't there.
    pub fn new(folder: impl Into<PathBuf>, sender: Sender) -> io::Result<Self> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, sender })
    }
}

#[async_trait]
impl PostOffice for FileMail {
    async fn post(&self, letter: &Letter) -> Result<(), PostError> {
        let message = compose(letter, &self.sender, SystemTime::now())?.formatted();
        let folder = self.folder.clone();
        let id = letter.id().to_owned();
        let written = tokio::task::spawn_blocking(move || write_whole(&folder, &id, &message)).await;
        match written {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(PostError::later(format!("the mail folder can't be written: {}", error.kind()))),
            Err(_) => Err(PostError::later("writing into the mail folder was broken off")),
        }
    }
}

fn write_whole(folder: &Path, id: &str, message: &[u8]) -> io::Result<()> {
    // The hidden name keeps a reader that picks up `*.eml` from seeing half a letter.
    let unfinished = folder.join(format!(".{id}.unfinished"));
    let mut file = File::create(&unfinished)?;
    file.write_all(message)?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(format!("{id}.eml")))?;
    // The errand is settled next, so the name must outlive a power cut too; only here can a folder be synced.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tenure_port_mail::{PostError, PostOffice};

    use super::FileMail;
    use crate::sample;

    #[tokio::test]
    async fn a_letter_posted_twice_is_one_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let mail = FileMail::new(folder.path().join("new"), sample::sender()).unwrap();
        mail.post(&sample::letter_with_id("errand-1")).await.unwrap();
        mail.post(&sample::letter_with_id("errand-1")).await.unwrap();
        mail.post(&sample::letter_with_id("errand-2")).await.unwrap();

        let mut names: Vec<_> = fs::read_dir(folder.path().join("new")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["errand-1.eml", "errand-2.eml"]);
        let text = fs::read_to_string(folder.path().join("new/errand-1.eml")).unwrap();
        assert!(text.contains("Message-ID: <errand-1@mail.example.test>\r\n"), "{text}");
        assert!(text.trim_end().ends_with("--"), "{text}");
    }

    #[tokio::test]
    async fn a_folder_that_went_away_is_tried_again_later() {
        let folder = tempfile::tempdir().unwrap();
        let mail = FileMail::new(folder.path().join("new"), sample::sender()).unwrap();
        fs::remove_dir(folder.path().join("new")).unwrap();
        let error = mail.post(&sample::letter()).await.unwrap_err();
        assert_eq!(error, PostError::later("the mail folder can't be written: entity not found"));
    }
}
