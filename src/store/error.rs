//! What can go wrong with a file, as values.
//!
//! Owns the errors of the store. Never words, and never content of a file: a line of it may hold a name.

use std::{io, path::PathBuf};

use super::{
    damage::Reason,
    sha::Sha,
    shelf::{Entry, ReadOnly},
};

/// What the store was doing when the disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Listing a folder.
    List,
    /// Reading a file.
    Read,
    /// Making a folder.
    MakeFolder,
    /// Writing the temporary file. The file itself is as it was.
    WriteNew,
    /// Waiting until the temporary file is on the medium. The file itself is as it was.
    SyncNew,
    /// Putting the temporary file in the place of the file, which is as it was.
    Replace,
    /// Waiting until the new name is on the medium. The new file stands there, but may not survive a power cut.
    SyncFolder,
    /// Writing to the journal. What was written before is as it was.
    WriteJournal,
    /// Waiting until the journal is on the medium.
    SyncJournal,
}

/// An operation that the disk refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The file or folder meant, never the temporary one.
    pub path: PathBuf,
    /// What was being done.
    pub step: Step,
    /// What the system said.
    pub kind: io::ErrorKind,
}

impl Failure {
    /// A failure of this step.
    pub fn new(path: impl Into<PathBuf>, step: Step, error: &io::Error) -> Self {
        Self { path: path.into(), step, kind: error.kind() }
    }
}

/// Why a notebook could not be opened. The file stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The disk refused.
    Failed(Failure),
    /// The file is larger than [`LIMIT`](super::read::LIMIT).
    TooBig {
        /// The file.
        path: PathBuf,
    },
    /// JSON, but not a notebook: another format name, or none.
    NotNotebook {
        /// The file.
        path: PathBuf,
    },
    /// A notebook without a version number, or with one that no program ever wrote.
    NoVersion {
        /// The file.
        path: PathBuf,
    },
    /// A version so old that this program cannot bring it up to date.
    TooOld {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
    /// A newer program wrote it, and its shape cannot be read even without writing.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
    /// The file cannot be read as the notebook that it was.
    Damaged {
        /// The file.
        path: PathBuf,
        /// Its hash: the leave to rebuild the notebook holds for this one.
        sha: Sha,
        /// Line of the file, from one; zero where it is not known.
        line: usize,
        /// Column of the line in bytes, from one; zero where it is not known.
        column: usize,
        /// What is wrong there.
        reason: Reason,
    },
    /// The file is damaged, and there is nothing to rebuild it from: no journal and no backup knows it, and it does not
    /// say itself of which school it is.
    BeyondRepair {
        /// The file.
        path: PathBuf,
    },
}

/// Why a notebook could not be saved. No file was lost; where the step is [`Step::SyncFolder`] the new one stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// The disk refused.
    Failed(Failure),
    /// The file is open for reading only.
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: ReadOnly,
    },
    /// The file on the disk is not the one that was opened: somebody else wrote it.
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// The change does not fit the notebook as it is kept.
    OutOfStep {
        /// The file.
        path: PathBuf,
    },
    /// A notebook of this school stands on the shelf already, readable or not.
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The notebook is larger than a file may be to be opened again.
    TooBig {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be read as a notebook, and so it is not written over.
    Unreadable {
        /// The file.
        path: PathBuf,
    },
    /// The notebook holds something that cannot be written as JSON.
    Unwritable {
        /// The file.
        path: PathBuf,
    },
}

/// Why a school was not found.
#[derive(Debug, Clone, PartialEq)]
pub enum FindError {
    /// Nothing on the shelf answers to that name.
    NotFound,
    /// Several do.
    Ambiguous(Vec<Entry>),
    /// The shelf could not be read.
    Failed(Failure),
}

impl From<Failure> for OpenError {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
impl From<Failure> for SaveError {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
impl From<Failure> for FindError {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
