//! The folder beside the notebooks where a notebook's journals, backups and rescued pieces lie: `.tep/<notebook id>/`.
//!
//! Owns its layout. Never looks into a file.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    error::{Failure, Step},
    fs::Fs,
    journal::Name,
    replace::{ensure_folder, folder_of},
};
use crate::notebook::{Notebook, id::Id};

/// The folder of all nests, in the folder of the notebooks.
pub(super) const TEP: &str = ".tep";
/// Tells git to leave the folder alone, itself included.
const IGNORE: (&str, &[u8]) = (".gitignore", b"*\n");

/// The folder of one notebook.
#[derive(Debug, Clone)]
pub struct Nest {
    dir: PathBuf,
    /// The notebook's file.
    file: PathBuf,
    notebook: Id<Notebook>,
}

impl Nest {
    /// The nest of the notebook in this file.
    pub fn of(file: &Path, notebook: Id<Notebook>) -> Self {
        Self { dir: folder_of(file).join(TEP).join(notebook.to_string()), file: file.to_owned(), notebook }
    }

    /// The notebook.
    pub fn notebook(&self) -> Id<Notebook> {
        self.notebook
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The notebook's file.
    pub fn path(&self) -> &Path {
        &self.file
    }

    /// The name of the notebook's file.
    pub fn file(&self) -> String {
        self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// A file of another name in the folder of the notebook.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.file.with_file_name(name)
    }

    /// The file that says by its lock who writes.
    pub fn lock(&self) -> PathBuf {
        self.dir.join("lock")
    }

    /// The folder of the backups.
    pub fn backups(&self) -> PathBuf {
        self.dir.join("backups")
    }

    /// The folder of what was damaged; nothing in it is ever removed.
    pub fn salvage(&self) -> PathBuf {
        self.dir.join("salvage")
    }

    /// A journal.
    pub fn journal(&self, name: &Name) -> PathBuf {
        self.dir.join(name.file_name())
    }

    /// The journals, oldest first.
    pub fn journals(&self, fs: &dyn Fs) -> Result<Vec<(Name, PathBuf)>, Failure> {
        let paths = files(fs, &self.dir)?;
        let mut journals: Vec<_> = paths.into_iter().filter_map(|path| Some((Name::parse(&path)?, path))).collect();
        journals.sort();
        Ok(journals)
    }

    /// The files of half-typed forms.
    pub fn drafts(&self, fs: &dyn Fs) -> Result<Vec<PathBuf>, Failure> {
        let mut paths = files(fs, &self.dir)?;
        paths.retain(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("d-")));
        Ok(paths)
    }

    /// Waits until the folder's own name and its parent's are on the medium. Whoever made them may have been stopped, or
    /// refused, before that.
    pub fn sync_names(&self, fs: &dyn Fs) -> Result<(), Failure> {
        for folder in [folder_of(&self.dir), folder_of(folder_of(&self.dir))] {
            fs.sync_folder(folder).map_err(|error| Failure::new(folder, Step::SyncFolder, &error))?;
        }
        Ok(())
    }

    /// Makes the folder where it is missing.
    pub fn make(&self, fs: &dyn Fs) -> Result<(), Failure> {
        if fs.kind(&self.dir).map_err(|error| Failure::new(&self.dir, Step::MakeFolder, &error))?.is_some() {
            return Ok(());
        }
        ensure_folder(fs, &self.dir)?;
        // A folder that git sees is a nuisance, not a danger.
        if let Some(mut ignore) = self.dir.parent().and_then(|tep| fs.create_file(&tep.join(IGNORE.0)).ok()) {
            drop(ignore.append(IGNORE.1));
        }
        Ok(())
    }
}

/// What stands in a folder; nothing where there is none, or something else in its place.
pub(super) fn files(fs: &dyn Fs, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    match fs.list(folder) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(Vec::new()),
        listed => listed.map_err(|error| Failure::new(folder, Step::List, &error)),
    }
}
