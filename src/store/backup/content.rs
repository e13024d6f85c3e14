//! What a backup holds, and whether it can take the place of its notebook.

use std::path::Path;

use super::{Backup, list};
use crate::{
    notebook::Notebook,
    store::{
        error::OpenError,
        fs::Fs,
        lost,
        nest::Nest,
        read::{self, Age},
        shelf::Shelf,
    },
};

/// A backup with what it holds.
#[derive(Debug)]
pub struct Kept {
    /// The backup.
    pub backup: Backup,
    /// Bytes of the file; none where it cannot be read at all.
    pub size: Option<u64>,
    /// The notebook, or why it cannot be put back.
    pub notebook: Result<Notebook, Unfit>,
}

/// Why a backup cannot be put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It cannot be read.
    Unreadable(OpenError),
    /// It is a backup of another notebook.
    OtherNotebook,
    /// It holds something that this program would leave out.
    WouldLose,
}

impl Shelf {
    /// The backups of a notebook, oldest first; also where its file is damaged or missing. Nothing is written.
    pub fn backups(&self, path: &Path) -> Result<Vec<Kept>, OpenError> {
        let nest = lost::nest_of(self.fs(), path)?;
        let kept = |backup: Backup| {
            let bytes = backup.read(self.fs());
            let size = bytes.as_ref().ok().and_then(|bytes| u64::try_from(bytes.len()).ok());
            let notebook = match bytes {
                Ok(bytes) => fit(&nest, &backup, &bytes),
                Err(failure) => Err(Unfit::Unreadable(failure.into())),
            };
            Kept { backup, size, notebook }
        };
        Ok(list(self.fs(), &nest)?.into_iter().map(kept).collect())
    }
}

/// The notebook that a backup holds, if it can take the place of the one whose folder this is.
pub fn notebook_of(fs: &dyn Fs, nest: &Nest, backup: &Backup) -> Result<Notebook, Unfit> {
    let bytes = backup.read(fs).map_err(|failure| Unfit::Unreadable(failure.into()))?;
    fit(nest, backup, &bytes)
}

fn fit(nest: &Nest, backup: &Backup, bytes: &[u8]) -> Result<Notebook, Unfit> {
    let read = read::notebook(bytes).map_err(|why| Unfit::Unreadable(why.at(&backup.path, bytes)))?;
    match read.age {
        Age::Newer { version } => Err(Unfit::Unreadable(OpenError::Newer { path: backup.path.clone(), version })),
        _ if read.notebook.id != nest.notebook() => Err(Unfit::OtherNotebook),
        _ if read.loses => Err(Unfit::WouldLose),
        Age::Current | Age::Older { .. } => Ok(read.notebook),
    }
}
