//! Putting a whole file in place: the old one or the new one stands there at every moment, never a part.
//!
//! Owns the order of the operations. Never looks at what is written and never asks whether it may be.

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
};

use super::{
    error::{Failure, Step},
    fs::Fs,
};

/// How many names are tried for the temporary file; others are leftovers of programs that were killed.
const TRIES: usize = 100;

/// Writes a file: a new one in the same folder, synced, renamed to the path, and the folder synced.
///
/// On a failure the temporary file is removed where the disk still lets us; where it does not, its name begins with a
/// dot and ends in `.tmp`, so that nobody takes it for a notebook.
pub fn replace(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = folder_of(path);
    let failure = |step| move |error: io::Error| Failure::new(path, step, &error);
    let temporary = write_temporary(fs, path, bytes)?;
    let placed = fs.rename(&temporary, path).map_err(failure(Step::Replace));
    if placed.is_err() {
        discard(fs, &temporary);
    }
    placed?;
    fs.sync_folder(folder).map_err(failure(Step::SyncFolder))
}

/// Makes a folder and those above it that are missing; each only for its owner, each name synced.
pub fn ensure_folder(fs: &dyn Fs, folder: &Path) -> Result<(), Failure> {
    let failure = |error: io::Error| Failure::new(folder, Step::MakeFolder, &error);
    let mut missing = Vec::new();
    for ancestor in folder.ancestors() {
        if ancestor.as_os_str().is_empty() || fs.kind(ancestor).map_err(failure)?.is_some() {
            break;
        }
        missing.push(ancestor);
    }
    for folder in missing.into_iter().rev() {
        match fs.create_folder(folder) {
            // Somebody else was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made.map_err(failure)?,
        }
        fs.sync_folder(folder_of(folder)).map_err(failure)?;
    }
    Ok(())
}

/// A new file beside `path`, with this content, on the medium.
pub(super) fn write_temporary(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in 0..TRIES {
        let temporary = temporary_name(path, number);
        match fs.create_file(&temporary) {
            Ok(mut file) => {
                let written = file.append(bytes).map_err(|error| Failure::new(path, Step::WriteNew, &error));
                let synced =
                    written.and_then(|()| file.sync().map_err(|error| Failure::new(path, Step::SyncNew, &error)));
                if synced.is_err() {
                    discard(fs, &temporary);
                }
                return synced.map(|()| temporary);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(Failure::new(path, Step::WriteNew, &error)),
        }
    }
    Err(Failure::new(path, Step::WriteNew, &last))
}

/// The file that was being replaced is whole; what is left over only takes up room.
pub(super) fn discard(fs: &dyn Fs, temporary: &Path) {
    drop(fs.remove(temporary));
}

fn temporary_name(path: &Path, number: usize) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{number}.tmp"));
    path.with_file_name(name)
}

/// The folder of a path; a bare name stands in the folder of the process.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
