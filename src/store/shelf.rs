//! A folder of notebooks: listing, opening, creating and saving.
//!
//! Owns the leave to write. A file is replaced only by who read it, and only while it is what was read: everything else
//! stays on the disk as it is.

use std::{
    hash::{DefaultHasher, Hasher},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    damage::Damage,
    error::{Failure, OpenError, SaveError, Step},
    fs::{Fs, disk::DiskFs},
    layout, names,
    read::{self, Age, Head, LIMIT, Unreadable},
    replace,
};
use crate::notebook::{Notebook, id::Id, outline::Outline};

/// How much of a file is read to know its school.
const HEAD_BYTES: u64 = 8 * 1024;

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

/// A notebook that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The notebook.
    pub notebook: Notebook,
    /// What saving it needs.
    pub handle: Handle,
    /// How many texts are shown otherwise than they stand in the file; they are written back as they stand.
    pub repaired_texts: usize,
    /// The file's version, where it was older and was brought up to date.
    pub migrated_from: Option<u32>,
}

/// Whether a notebook may be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// It may.
    Write,
    /// It may not.
    ReadOnly(ReadOnly),
}

/// Why a notebook may not be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer program wrote it.
    Newer {
        /// The file's version.
        version: u32,
    },
    /// The file holds something that this program would leave out.
    WouldLose,
}

/// The leave to write one file: made by reading it or by creating it.
#[derive(Debug)]
pub struct Handle {
    path: PathBuf,
    notebook: Id<Notebook>,
    access: Access,
    origin: Origin,
}

impl Handle {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the notebook may be saved.
    pub fn access(&self) -> &Access {
        &self.access
    }
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

/// What a file was when it was last read or written; to know it again, not to protect it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Origin {
    length: usize,
    hash: u64,
}

impl Origin {
    fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self { length: bytes.len(), hash: hasher.finish() }
    }
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

    fn head(&self, path: &Path) -> Result<Head, OpenError> {
        let start = self.read(path, HEAD_BYTES)?;
        // The cut may go through a letter.
        let valid = start.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        if let Ok(head) = read::head(valid.trim_start_matches('\u{FEFF}')) {
            return Ok(head);
        }
        let bytes = self.read_whole(path)?;
        read::text(&bytes).and_then(read::head).map_err(|unreadable| at(path, unreadable))
    }

    /// What the shelf shows of one file.
    pub fn outline(&self, path: &Path) -> Result<Outline, OpenError> {
        let bytes = self.read_whole(path)?;
        read::outline(&bytes).map_err(|unreadable| at(path, unreadable))
    }

    /// Opens a notebook; the file is not changed, not even where it is damaged or older.
    pub fn open(&self, path: &Path) -> Result<Opened, OpenError> {
        let path = self.fs.real_path(path).map_err(|error| Failure::new(path, Step::Read, &error))?;
        let bytes = self.read_whole(&path)?;
        let read = read::notebook(&bytes).map_err(|unreadable| at(&path, unreadable))?;
        let access = match read.age {
            Age::Newer { version } => Access::ReadOnly(ReadOnly::Newer { version }),
            _ if read.loses => Access::ReadOnly(ReadOnly::WouldLose),
            Age::Current | Age::Older { .. } => Access::Write,
        };
        let migrated_from = match read.age {
            Age::Older { version } => Some(version),
            Age::Current | Age::Newer { .. } => None,
        };
        let handle = Handle { path, notebook: read.notebook.id, access, origin: Origin::of(&bytes) };
        Ok(Opened { notebook: read.notebook, handle, repaired_texts: read.repaired_texts, migrated_from })
    }

    /// Puts a new notebook on the shelf. Refuses where a file of this school stands there, readable or not.
    pub fn create(&self, notebook: &Notebook) -> Result<Handle, SaveError> {
        let school = &notebook.school;
        let path = self.dir.join(names::file_name(school.rbd, school.name.as_str()));
        if let Some(path) = self.paths()?.into_iter().find(|path| names::is_of(path, school.rbd)) {
            return Err(SaveError::Exists { path });
        }
        replace::ensure_folder(self.fs(), &self.dir)?;
        self.put_new(path, notebook)
    }

    /// Puts a notebook whose file may not be replaced beside that file, under a free name; nothing of the two is lost.
    pub fn save_beside(&self, handle: &Handle, notebook: &Notebook) -> Result<Handle, SaveError> {
        for path in names::beside(&handle.path) {
            let kind = self.fs.kind(&path).map_err(|error| Failure::new(&path, Step::Read, &error))?;
            if kind.is_none() {
                return self.put_new(path, notebook);
            }
        }
        Err(SaveError::Exists { path: handle.path.clone() })
    }

    fn put_new(&self, path: PathBuf, notebook: &Notebook) -> Result<Handle, SaveError> {
        let bytes = write(&path, notebook)?;
        replace::replace(self.fs(), &path, &bytes)?;
        Ok(Handle { path, notebook: notebook.id, access: Access::Write, origin: Origin::of(&bytes) })
    }

    /// Saves a notebook in the place of its file, whole or not at all. Refuses where the file is not what it was when
    /// this handle last read or wrote it.
    pub fn save(&self, handle: &mut Handle, notebook: &Notebook) -> Result<Saved, SaveError> {
        let path = &handle.path;
        if let Access::ReadOnly(reason) = handle.access {
            return Err(SaveError::ReadOnly { path: path.clone(), reason });
        }
        if notebook.id != handle.notebook {
            return Err(SaveError::OtherNotebook { path: path.clone() });
        }
        let bytes = write(path, notebook)?;
        let saved = match self.fs.read(path, LIMIT + 1) {
            Ok(on_disk) if on_disk == bytes => Saved::Unchanged,
            Ok(on_disk) if Origin::of(&on_disk) == handle.origin => Saved::Written,
            Ok(_) => return Err(SaveError::ChangedOutside { path: path.clone() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Saved::WrittenAgain,
            Err(error) => return Err(Failure::new(path, Step::Read, &error).into()),
        };
        let replaced = match saved {
            Saved::Unchanged => Ok(()),
            Saved::Written | Saved::WrittenAgain => replace::replace(self.fs(), path, &bytes),
        };
        // The new file stands there also where only the last sync failed.
        if !matches!(&replaced, Err(failure) if failure.step != Step::SyncFolder) {
            handle.origin = Origin::of(&bytes);
        }
        replaced?;
        Ok(saved)
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, OpenError> {
        Ok(self.fs.read(path, most).map_err(|error| Failure::new(path, Step::Read, &error))?)
    }

    fn read_whole(&self, path: &Path) -> Result<Vec<u8>, OpenError> {
        let bytes = self.read(path, LIMIT + 1)?;
        if is_too_big(&bytes) { Err(OpenError::TooBig { path: path.to_owned() }) } else { Ok(bytes) }
    }
}

fn write(path: &Path, notebook: &Notebook) -> Result<Vec<u8>, SaveError> {
    match layout::write_notebook(notebook) {
        Ok(bytes) if is_too_big(&bytes) => Err(SaveError::TooBig { path: path.to_owned() }),
        Ok(bytes) => Ok(bytes),
        Err(_) => Err(SaveError::Unwritable { path: path.to_owned() }),
    }
}

fn is_too_big(bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LIMIT
}

fn at(path: &Path, unreadable: Unreadable) -> OpenError {
    let path = path.to_owned();
    match unreadable {
        Unreadable::Damaged(Damage { line, column, reason }) => OpenError::Damaged { path, line, column, reason },
        Unreadable::NotNotebook => OpenError::NotNotebook { path },
        Unreadable::NoVersion => OpenError::NoVersion { path },
        Unreadable::TooOld { version } => OpenError::TooOld { path, version },
        Unreadable::Newer { version } => OpenError::Newer { path, version },
    }
}
