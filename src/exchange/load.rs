//! The bytes of a file on the disk, and why they cannot be had.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::codes::{Measure, ReadError, TooLarge};

/// The largest file that is read at once: a year of a whole region is about 50 MiB.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is not one that is read.
    #[error(transparent)]
    Refused(#[from] ReadError),
}

impl LoadError {
    /// The stable name that other programs rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(error) => error.code(),
            Self::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => "file_not_found",
                io::ErrorKind::PermissionDenied => "file_not_allowed",
                io::ErrorKind::IsADirectory => "file_is_folder",
                _ => "file_unreadable",
            },
        }
    }
}

/// Reads the bytes of a file of at most [`LIMIT`] bytes; a larger one is refused before it is read.
pub fn load(path: &Path) -> Result<Vec<u8>, LoadError> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    check_size(size)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // A pipe or a growing file tells no size beforehand.
    file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    check_size(bytes.len() as u64)?;
    Ok(bytes)
}

fn check_size(bytes: u64) -> Result<(), ReadError> {
    if bytes > LIMIT {
        return Err(ReadError::TooLarge(TooLarge { what: Measure::Bytes, limit: LIMIT }));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_larger_than_the_limit_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.csv");
        File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
        let error = load(&path).unwrap_err();
        assert!(matches!(error, LoadError::Refused(ReadError::TooLarge(TooLarge { limit: LIMIT, .. }))), "{error:?}");
    }
}
