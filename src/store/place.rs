//! Putting the new file where the notebook stands, and knowing afterwards what stood there before.
//!
//! Owns the order: temporary file, sync, exchange of the two names, a look at what came out, sync of the folder. Never
//! destroys a file that it did not expect: what somebody else wrote in the meantime goes back to its place.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{
    error::{Failure, SaveError, Step},
    fs::Fs,
    read::LIMIT,
    replace::{discard, folder_of, write_temporary},
    sha::Sha,
};

/// What stood there before.
#[derive(Debug, PartialEq, Eq)]
pub enum Displaced {
    /// Nothing: the file is new, or had vanished.
    Nothing,
    /// The file that was expected; it lies at this path now, for a backup or to be removed.
    Old(PathBuf),
}

/// Puts what `write` writes at `path`, where a file with the hash `expected` stands, or none.
///
/// Fails with [`SaveError::ChangedOutside`] where another file stands there; it is still there then. Where only the last
/// sync failed ([`Step::SyncFolder`]) the new file stands there, but may not survive a power cut.
pub fn place(
    fs: &dyn Fs,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    expected: Option<Sha>,
) -> Result<Displaced, SaveError> {
    let is_there = match fs.hash(path, LIMIT + 1) {
        Ok(found) if Some(found) != expected => return Err(changed(path)),
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(Failure::new(path, Step::Read, &error).into()),
    };
    let temporary = write_temporary(fs, path, write)?;
    let put = match expected {
        Some(expected) if is_there => put_for(fs, &temporary, path, expected),
        _ => put_new(fs, &temporary, path),
    };
    // Each way has taken away what is ours, and nothing else, where it failed.
    let old = put?;
    fs.sync_folder(folder_of(path)).map_err(|error| {
        discard(fs, &temporary);
        Failure::new(path, Step::SyncFolder, &error)
    })?;
    Ok(if old { Displaced::Old(temporary) } else { Displaced::Nothing })
}

/// Where nothing stands: a second name refuses to take the place of a file that came up meanwhile.
fn put_new(fs: &dyn Fs, temporary: &Path, path: &Path) -> Result<bool, SaveError> {
    let failure = |error: io::Error| SaveError::from(Failure::new(path, Step::Replace, &error));
    match fs.link(temporary, path) {
        Ok(()) => {
            discard(fs, temporary);
            Ok(false)
        }
        Err(error) if error.kind() == io::ErrorKind::Unsupported => put_bluntly(fs, temporary, path),
        Err(error) => {
            discard(fs, temporary);
            Err(if error.kind() == io::ErrorKind::AlreadyExists { changed(path) } else { failure(error) })
        }
    }
}

/// Where the file system knows no better way: ours takes the place of whatever stands there.
fn put_bluntly(fs: &dyn Fs, temporary: &Path, path: &Path) -> Result<bool, SaveError> {
    let put = fs.rename(temporary, path).inspect_err(|_| discard(fs, temporary));
    put.map(|()| false).map_err(|error| Failure::new(path, Step::Replace, &error).into())
}

/// Where a file stands: the two change their names, and what came out is looked at.
fn put_for(fs: &dyn Fs, temporary: &Path, path: &Path, expected: Sha) -> Result<bool, SaveError> {
    let failure = |error: io::Error| SaveError::from(Failure::new(path, Step::Replace, &error));
    match fs.exchange(temporary, path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::Unsupported => return put_over(fs, temporary, path, expected),
        Err(error) => {
            discard(fs, temporary);
            return Err(failure(error));
        }
    }
    if is(fs, temporary, expected) {
        return Ok(true);
    }
    // Somebody wrote in the moment between the look and the exchange: their file goes back. Where it cannot, it stays
    // under the name of ours, and is found there when the notebook is opened again.
    fs.exchange(temporary, path).map_err(failure)?;
    discard(fs, temporary);
    Err(changed(path))
}

/// The same without exchange: the old file gets a second name first. Without that either, it is replaced.
fn put_over(fs: &dyn Fs, temporary: &Path, path: &Path, expected: Sha) -> Result<bool, SaveError> {
    let failure = |error: io::Error| SaveError::from(Failure::new(path, Step::Replace, &error));
    let kept = temporary.with_extension("old");
    drop(fs.remove(&kept));
    match fs.link(path, &kept) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::Unsupported => return put_bluntly(fs, temporary, path),
        Err(error) => {
            discard(fs, temporary);
            return Err(failure(error));
        }
    }
    if !is(fs, &kept, expected) {
        discard(fs, &kept);
        discard(fs, temporary);
        return Err(changed(path));
    }
    put_bluntly(fs, temporary, path).inspect_err(|_| discard(fs, &kept))?;
    // Ours stands there: an old file without a name to be kept under is no failure.
    let has_name = fs.rename(&kept, temporary).inspect_err(|_| discard(fs, &kept)).is_ok();
    Ok(has_name)
}

fn is(fs: &dyn Fs, path: &Path, expected: Sha) -> bool {
    fs.hash(path, LIMIT + 1).is_ok_and(|found| found == expected)
}

fn changed(path: &Path) -> SaveError {
    SaveError::ChangedOutside { path: path.to_owned() }
}
