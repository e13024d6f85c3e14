//! The disk as the store sees it: few operations, each of which can fail by itself.
//!
//! Owns the trait and nothing that runs. Every byte that a notebook puts on a disk goes through here, so that a
//! simulated disk can fail at each operation in turn.

pub mod disk;
pub mod memory;
pub mod trial;

use std::{
    fmt::Debug,
    io,
    path::{Path, PathBuf},
};

use super::sha::Sha;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// Something else (a device, a pipe).
    Other,
}

/// The operations on files that the store needs.
///
/// Creating, writing and syncing are separate on purpose: what is on the disk after a power cut depends on which of them
/// had happened.
pub trait Fs: Debug + Send + Sync {
    /// Reads the beginning of a regular file, at most `most` bytes.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;

    /// The hash of a regular file of at most `most` bytes; of a longer one, that of its beginning.
    fn hash(&self, path: &Path, most: u64) -> io::Result<Sha> {
        self.read(path, most).map(|bytes| Sha::of(&bytes))
    }

    /// The paths of everything in a folder, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// What stands at a path; none where nothing does. Follows symbolic links.
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>>;

    /// The path with symbolic links followed, so that a replaced file is the one that the link points at.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf>;

    /// Creates one folder that only its owner may enter (0700). Its parent must exist.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// Creates an empty file that only its owner may read (0600); refuses where anything stands at the path, a symbolic
    /// link too.
    fn create_file(&self, path: &Path) -> io::Result<Box<dyn Output>>;

    /// Opens a file that is there, to append to it, to cut it or to wait for it.
    fn open_file(&self, path: &Path) -> io::Result<Box<dyn Output>>;

    /// Gives a file another name in one step; a file that has that name is replaced.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Lets two files change their names in one step. [`io::ErrorKind::Unsupported`] where the system cannot.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Gives a file a second name; refuses where anything stands there. [`io::ErrorKind::Unsupported`] where the file
    /// system knows no second names.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the medium.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Takes the lock of a file, which is made where it is missing, for as long as the answer lives, and leaves a note in
    /// it for others to read. None where somebody else has it; [`io::ErrorKind::Unsupported`] where there are no locks.
    fn lock(&self, path: &Path, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>>;

    /// Whether somebody holds the lock of a file; not where there is no such file. Leaves no trace.
    fn is_locked(&self, path: &Path) -> io::Result<bool>;

    /// Who may do what with a file or folder, as nine bits, where the system has them.
    fn mode(&self, path: &Path) -> io::Result<Option<u32>>;

    /// The bytes that still fit where a folder is, if the system says so.
    fn room(&self, folder: &Path) -> Option<u64>;
}

/// A file that is being written, always at its end.
pub trait Output: Debug + Send {
    /// Writes at the end. Where it fails, a part may stand there.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until content and length are on the medium. After a failure nobody knows what is there, and asking again is
    /// no remedy: the system has forgotten what it could not write.
    fn sync(&mut self) -> io::Result<()>;

    /// Takes away what stands after so many bytes.
    fn cut(&mut self, length: u64) -> io::Result<()>;

    /// Asks for room after the end, so that later writes find it on a full disk. A comfort: it may do nothing.
    fn reserve(&mut self, bytes: u64) -> io::Result<()>;
}

/// A lock that is held; dropping it lets it go, and so does the end of the process.
pub trait Lock: Debug + Send {}
