//! The disk as the store sees it: few operations, each of which can fail by itself.
//!
//! Owns the trait and nothing that runs. Every byte that a notebook puts on a disk goes through here, so that a
//! simulated disk can fail at each operation in turn.

pub mod disk;
pub mod memory;

use std::{
    fmt::Debug,
    io,
    path::{Path, PathBuf},
};

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

    /// The paths of everything in a folder, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// What stands at a path; none where nothing does. Follows symbolic links.
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>>;

    /// The path with symbolic links followed, so that a replaced file is the one that the link points at.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf>;

    /// Creates one folder that only its owner may enter (0700). Its parent must exist.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// Creates a file that only its owner may read (0600) and writes it; refuses where anything stands at the path,
    /// a symbolic link too.
    fn create_file(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Waits until the content of a file is on the medium.
    fn sync_file(&self, path: &Path) -> io::Result<()>;

    /// Gives a file another name in one step; a file that has that name is replaced.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the medium.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}
