//! Writing a journal: appended, waited for, and taken back where the disk refused.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::record::{self, Link, Record, What};
use crate::{
    notebook::safe_text::SafeText,
    store::{
        error::{Failure, Step},
        fs::{Fs, Output},
        replace::folder_of,
    },
};

/// Room that is asked for when a journal is begun: hundreds of changes still fit when the disk is full.
const ROOM: u64 = 256 * 1024;

/// Bytes after which the next record goes into another journal, so that opening never reads much that it does not need.
const LONG: u64 = 1024 * 1024;

/// A place in the journal.
#[derive(Debug, Clone, Copy, Default)]
struct At {
    length: u64,
    number: u64,
    link: Link,
}

/// The journal that this process writes.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    output: Box<dyn Output>,
    by: SafeText,
    end: At,
    /// What is on the medium for sure.
    safe: At,
    is_broken: bool,
}

impl Journal {
    /// Begins a journal: its first record and its name are on the medium afterwards.
    pub fn create(fs: &dyn Fs, path: &Path, by: SafeText, head: What, now: DateTime<Utc>) -> Result<Self, Failure> {
        let failure = |step| move |error: std::io::Error| (step, error);
        let begun = fs.create_file(path).map_err(failure(Step::WriteJournal)).map(|mut output| {
            // Without the room it only fills up earlier.
            drop(output.reserve(ROOM));
            Self { path: path.to_owned(), output, by, end: At::default(), safe: At::default(), is_broken: false }
        });
        let mut journal = begun.map_err(|(step, error)| Failure::new(path, step, &error))?;
        let kept = journal.write(head, now).and_then(|()| journal.sync()).and_then(|()| {
            fs.sync_folder(folder_of(path)).map_err(|error| Failure::new(path, Step::SyncFolder, &error))
        });
        match kept {
            Ok(()) => Ok(journal),
            Err(failure) => {
                drop(fs.remove(path));
                Err(failure)
            }
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends a record. It is safe only after [`Self::sync`].
    pub fn write(&mut self, what: What, at: DateTime<Utc>) -> Result<(), Failure> {
        let record = Record { number: self.end.number, at, by: self.by.clone(), what };
        let written = record::line(self.end.link, &record).map_err(std::io::Error::from).and_then(|(line, link)| {
            self.output.append(&line)?;
            let length = u64::try_from(line.len()).unwrap_or(u64::MAX);
            self.end = At { length: self.end.length + length, number: self.end.number + 1, link };
            Ok(())
        });
        written.map_err(|error| Failure::new(&self.path, Step::WriteJournal, &error))
    }

    /// Waits until everything that was written is on the medium.
    ///
    /// Where that fails nobody knows what is there, and asking again would be answered with a lie: the journal is given
    /// up, and what is not safe goes into another one.
    pub fn sync(&mut self) -> Result<(), Failure> {
        match self.output.sync() {
            Ok(()) => {
                self.safe = self.end;
                Ok(())
            }
            Err(error) => {
                self.is_broken = true;
                Err(Failure::new(&self.path, Step::SyncJournal, &error))
            }
        }
    }

    /// Takes away what is not safe, so that it can be written again.
    pub fn take_back(&mut self) {
        if self.output.cut(self.safe.length).is_ok() {
            self.end = self.safe;
        } else {
            self.is_broken = true;
        }
    }

    /// Whether nothing may be appended any more.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// Whether another one should be begun.
    pub fn is_long(&self) -> bool {
        self.end.length >= LONG
    }

    /// Gives back the room that was asked for and not used.
    pub fn trim(&mut self) {
        drop(self.output.cut(self.end.length));
    }
}
