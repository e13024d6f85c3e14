//! What the store asked of the simulated disk, one operation each.
//!
//! Owns the names of the operations. Never knows what they do.

use std::path::PathBuf;

/// One operation, as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// `read`.
    Read(PathBuf),
    /// `list`.
    List(PathBuf),
    /// `kind`.
    Kind(PathBuf),
    /// `real_path`.
    RealPath(PathBuf),
    /// `create_folder`.
    CreateFolder(PathBuf),
    /// `create_file`.
    CreateFile(PathBuf),
    /// `open_file`.
    OpenFile(PathBuf),
    /// `append`, with the number of bytes.
    Append(PathBuf, usize),
    /// `sync` of a file.
    SyncFile(PathBuf),
    /// `cut`, with the length.
    Cut(PathBuf, u64),
    /// `reserve`, with the number of bytes.
    Reserve(PathBuf, u64),
    /// `rename`.
    Rename(PathBuf, PathBuf),
    /// `exchange`.
    Exchange(PathBuf, PathBuf),
    /// `link`.
    Link(PathBuf, PathBuf),
    /// `lock`.
    Lock(PathBuf),
    /// `sync_folder`.
    SyncFolder(PathBuf),
    /// `remove`.
    Remove(PathBuf),
}

impl Op {
    /// Whether the operation changes what is on the disk or waits for it.
    pub fn writes(&self) -> bool {
        !matches!(
            self,
            Self::Read(_) | Self::List(_) | Self::Kind(_) | Self::RealPath(_) | Self::OpenFile(_) | Self::Lock(_)
        )
    }

    /// Whether the operation needs a place on the disk that may not be there any more.
    pub(super) fn needs_room(&self) -> bool {
        matches!(
            self,
            Self::CreateFolder(_) | Self::CreateFile(_) | Self::Append(..) | Self::Reserve(..) | Self::Link(..)
        )
    }
}
