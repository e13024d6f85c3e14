//! Putting a whole file in place: the old one or the new one stands there at every moment, never a part.
//!
//! Owns the order of the operations. Never looks at what is written and never asks whether it may be.

use std::{
    ffi::OsString,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use super::{
    error::{Failure, Step},
    fs::{Fs, Output},
};

/// How many names are tried for the temporary file; others are leftovers of programs that were killed.
const TRIES: usize = 100;

/// Bytes that are handed to the system at once.
const PIECE: usize = 64 * 1024;

/// Writes a file: a new one in the same folder, synced, renamed to the path, and the folder synced.
///
/// On a failure the temporary file is removed where the disk still lets us; where it does not, its name begins with a
/// dot and ends in `.tmp`, so that nobody takes it for a notebook.
pub fn replace(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = folder_of(path);
    let failure = |step| move |error: io::Error| Failure::new(path, step, &error);
    let temporary = write_temporary(fs, path, |out| out.write_all(bytes))?;
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

/// A new file beside `path`, with what is written into it, on the medium.
pub(super) fn write_temporary(
    fs: &dyn Fs,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<PathBuf, Failure> {
    let (temporary, mut file) = create_temporary(fs, path)?;
    let mut out = BufWriter::with_capacity(PIECE, Into(&mut *file));
    let written = write(&mut out).and_then(|()| out.flush());
    // What is left in the buffer of a file that is given up is not written.
    drop(out.into_parts());
    let kept = written
        .map_err(|error| Failure::new(path, Step::WriteNew, &error))
        .and_then(|()| file.sync().map_err(|error| Failure::new(path, Step::SyncNew, &error)));
    if kept.is_err() {
        discard(fs, &temporary);
    }
    kept.map(|()| temporary)
}

fn create_temporary(fs: &dyn Fs, path: &Path) -> Result<(PathBuf, Box<dyn Output>), Failure> {
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in 0..TRIES {
        let temporary = temporary_name(path, number);
        match fs.create_file(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(Failure::new(path, Step::WriteNew, &error)),
        }
    }
    Err(Failure::new(path, Step::WriteNew, &last))
}

/// A file as something to write into.
struct Into<'a>(&'a mut dyn Output);

impl Write for Into<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.append(bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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
