//! A folder of notebooks: listing, reading, opening and creating.
//!
//! Owns which file belongs to which school. Never writes into one: that is the [`Keeper`]'s.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};

use super::{
    error::{Failure, OpenError, SaveError, Step},
    fs::{Fs, disk::DiskFs},
    keeper::{self, Keeper, Kept, Leave, Opening, Outside, Viewed},
    layout,
    log::Author,
    names,
    nest::Nest,
    past,
    pen::Holder,
    read::{self, Head, LIMIT},
    replace,
};
use crate::notebook::{Notebook, edit::Edit, outline::Outline};

/// How much of a file is read to know its school.
const HEAD_BYTES: u64 = 8 * 1024;

/// How much is read of a file that people write by hand.
const WORDS: u64 = 64 * 1024;

/// A folder of notebooks.
#[derive(Debug, Clone)]
pub struct Shelf {
    dir: PathBuf,
    fs: Arc<dyn Fs>,
}

/// A file on the shelf.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The file.
    pub path: PathBuf,
    /// Its beginning, or why it cannot be read.
    pub head: Result<Head, OpenError>,
}

/// Why a notebook may not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer program wrote it.
    Newer {
        /// The file's version.
        version: u32,
    },
    /// A newer program wrote its journal.
    NewerJournal,
    /// The file holds something that this program would leave out.
    WouldLose,
    /// Somebody else is writing it.
    Held(Holder),
    /// The folder lets nobody write.
    Folder,
}

/// What saving did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing: the file says the same already.
    Unchanged,
    /// The file was replaced.
    Written,
    /// The file had vanished, and stands there again.
    WrittenAgain,
}

impl Shelf {
    /// The shelf in a folder of this machine. The folder is made when the first notebook is created.
    pub fn on_disk(dir: impl Into<PathBuf>) -> Self {
        Self::new(dir, Arc::new(DiskFs))
    }

    /// The shelf in a folder of a given disk.
    pub fn new(dir: impl Into<PathBuf>, fs: Arc<dyn Fs>) -> Self {
        Self { dir: dir.into(), fs }
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub(super) fn fs(&self) -> &dyn Fs {
        self.fs.as_ref()
    }

    pub(super) fn shared_fs(&self) -> Arc<dyn Fs> {
        Arc::clone(&self.fs)
    }

    /// The files of the shelf by name: all that end in `.tep.json`, readable or not. A folder that is missing is empty.
    pub fn paths(&self) -> Result<Vec<PathBuf>, Failure> {
        match self.fs.list(&self.dir) {
            Ok(mut paths) => {
                paths.retain(|path| names::is_notebook(path));
                Ok(paths)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(Failure::new(&self.dir, Step::List, &error)),
        }
    }

    /// The files of the shelf with their schools; reads only the beginning of each. What cannot be read is among them.
    pub fn notebooks(&self) -> Result<Vec<Entry>, Failure> {
        Ok(self.paths()?.into_iter().map(|path| self.entry(path)).collect())
    }

    /// One file with its school.
    pub fn entry(&self, path: PathBuf) -> Entry {
        let head = self.head(&path);
        Entry { path, head }
    }

    /// The text of a file beside the notebooks that people write by hand; none where there is no such file. What is not
    /// UTF-8 is taken for Latin-1, as simple editors write it; what is longer than 64 KiB is left out.
    pub fn words(&self, name: &str) -> Result<Option<String>, Failure> {
        let path = self.dir.join(name);
        match self.fs.read(&path, WORDS) {
            Ok(bytes) => Ok(Some(match String::from_utf8(bytes) {
                Ok(text) => text.trim_start_matches('\u{FEFF}').to_owned(),
                Err(error) => error.into_bytes().into_iter().map(char::from).collect(),
            })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::new(&path, Step::Read, &error)),
        }
    }

    fn head(&self, path: &Path) -> Result<Head, OpenError> {
        let start = self.read(path, HEAD_BYTES)?;
        // The cut may go through a letter.
        let valid = start.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        if let Ok(head) = read::head(valid.trim_start_matches('\u{FEFF}')) {
            return Ok(head);
        }
        let bytes = self.read_whole(path)?;
        read::text(&bytes).and_then(read::head).map_err(|unreadable| unreadable.at(path, &bytes))
    }

    /// What the shelf shows of one file, with what was kept and is not in the file yet.
    pub fn outline(&self, path: &Path) -> Result<Outline, OpenError> {
        let bytes = self.read_whole(path)?;
        let real = self.fs.real_path(path).map_err(|error| Failure::new(path, Step::Read, &error))?;
        let is_ahead = read::id(&bytes).is_some_and(|id| past::is_unfinished(self.fs(), &Nest::of(&real, id)));
        let kept = if is_ahead { self.view(path).ok() } else { None };
        let kept = kept.and_then(|viewed| layout::write_notebook(&viewed.notebook).ok());
        read::outline(kept.as_deref().unwrap_or(&bytes)).map_err(|unreadable| unreadable.at(path, &bytes))
    }

    /// Reads a notebook as it was last kept. Nothing is written, and nobody is kept from writing.
    pub fn view(&self, path: &Path) -> Result<Viewed, OpenError> {
        keeper::view(self.fs(), path)
    }

    /// Opens a notebook to write it.
    pub fn open(&self, path: &Path, author: &Author, leave: Leave, now: DateTime<Utc>) -> Result<Opening, OpenError> {
        Keeper::open(Arc::clone(&self.fs), path, author, leave, now)
    }

    /// What somebody changed in the file of a notebook that is open; none where nobody did.
    pub fn outside(&self, path: &Path) -> Result<Option<Outside>, OpenError> {
        keeper::outside(self.fs(), path)
    }

    /// Opens a notebook for a change that no person watches. Refuses where a person has to look first.
    pub fn pen(&self, path: &Path, author: &Author, now: DateTime<Utc>) -> Result<Keeper, SaveError> {
        let path_of = || path.to_owned();
        match self.open(path, author, Leave::Ask, now) {
            Ok(Opening::Ready(ready)) => ready
                .keeper
                .map(Keeper::without_drafts)
                .map_err(|reason| SaveError::ReadOnly { path: path_of(), reason }),
            Ok(Opening::Outside(_)) => Err(SaveError::ChangedOutside { path: path_of() }),
            Err(OpenError::Failed(failure)) => Err(failure.into()),
            Err(_) => Err(SaveError::Unreadable { path: path_of() }),
        }
    }

    /// Keeps a change of a notebook that nobody has open; see [`Self::pen`] for what is refused.
    pub fn keep(&self, path: &Path, edit: Edit, author: &Author, now: DateTime<Utc>) -> Result<Kept, SaveError> {
        self.pen(path, author, now)?.keep(edit, now)
    }

    /// Puts a new notebook on the shelf. Refuses where a file of this school stands there, readable or not.
    pub fn create(&self, notebook: Notebook, author: &Author, now: DateTime<Utc>) -> Result<Keeper, SaveError> {
        let school = &notebook.school;
        let path = self.dir.join(names::file_name(school.rbd, school.name.as_str()));
        if let Some(path) = self.paths()?.into_iter().find(|path| names::is_of(path, school.rbd)) {
            return Err(SaveError::Exists { path });
        }
        replace::ensure_folder(self.fs(), &self.dir)?;
        Keeper::create(Arc::clone(&self.fs), path, notebook, author, now)
    }

    /// Puts a notebook beside a file that may not be replaced, under a free name and as a notebook of its own: nothing of
    /// the two is lost.
    pub fn create_beside(
        &self,
        path: &Path,
        notebook: Notebook,
        author: &Author,
        now: DateTime<Utc>,
    ) -> Result<Keeper, SaveError> {
        for path in names::beside(path) {
            let kind = self.fs.kind(&path).map_err(|error| Failure::new(&path, Step::Read, &error))?;
            if kind.is_none() {
                return Keeper::create(Arc::clone(&self.fs), path, notebook, author, now);
            }
        }
        Err(SaveError::Exists { path: path.to_owned() })
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, OpenError> {
        Ok(self.fs.read(path, most).map_err(|error| Failure::new(path, Step::Read, &error))?)
    }

    fn read_whole(&self, path: &Path) -> Result<Vec<u8>, OpenError> {
        let bytes = self.read(path, LIMIT + 1)?;
        if is_too_big(&bytes) { Err(OpenError::TooBig { path: path.to_owned() }) } else { Ok(bytes) }
    }
}

fn is_too_big(bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LIMIT
}
